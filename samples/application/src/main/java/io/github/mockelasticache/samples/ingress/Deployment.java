package io.github.mockelasticache.samples.ingress;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A deployment whose tiers share one cache.
 *
 * @param name what people call the deployment
 * @param cacheSecurityGroup the name of the cache security group that guards its cache
 * @param tiers the tiers that may reach the cache, in the order in which they are opened and reported; at least one
 */
public record Deployment(String name, String cacheSecurityGroup, List<Tier> tiers) {

    /**
     * A deployment.
     *
     * @param name what people call the deployment
     * @param cacheSecurityGroup the name of the cache security group that guards its cache
     * @param tiers the tiers that may reach the cache; at least one
     * @throws IllegalArgumentException if a name is blank, there is no tier, or a tier is listed twice
     */
    public Deployment {
        tiers = List.copyOf(tiers);
        if (name.isBlank()) {
            throw new IllegalArgumentException("A deployment needs a name, but it was blank.");
        }
        if (cacheSecurityGroup.isBlank()) {
            throw new IllegalArgumentException(
                    "Deployment " + name + " needs the name of a cache security group, but it was blank.");
        }
        if (tiers.isEmpty()) {
            throw new IllegalArgumentException("Deployment " + name + " has no tier: name at least one.");
        }
        Set<Tier> seen = new HashSet<>();
        for (Tier tier : tiers) {
            if (!seen.add(tier)) {
                throw new IllegalArgumentException("Deployment " + name + " lists " + tier + " twice: list it once.");
            }
        }
    }

    /**
     * A deployment.
     *
     * @param name what people call the deployment
     * @param cacheSecurityGroup the name of the cache security group that guards its cache
     * @param tiers the tiers that may reach the cache; at least one
     * @return the deployment
     * @throws IllegalArgumentException if a name is blank, there is no tier, or a tier is listed twice
     */
    public static Deployment of(String name, String cacheSecurityGroup, Tier... tiers) {
        return new Deployment(name, cacheSecurityGroup, List.of(tiers));
    }
}
