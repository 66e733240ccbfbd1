package io.github.mockelasticache.internal.engine;

import java.util.HashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.regions.Region;

/** The EC2 security groups that the test has registered, of all regions. */
public final class Ec2SecurityGroups {

    private final Set<Ec2SecurityGroup> registered = new HashSet<>();

    Ec2SecurityGroups() {}

    void register(Region region, String ownerId, String name) {
        registered.add(new Ec2SecurityGroup(region, ownerId, name));
    }

    /**
     * The regions in which an EC2 security group is registered.
     *
     * @param ownerId the account that owns it: digits only
     * @param name its name
     * @return the names of the regions; empty if it is registered nowhere
     */
    public SortedSet<String> regionsOf(String ownerId, String name) {
        SortedSet<String> regions = new TreeSet<>();
        for (Ec2SecurityGroup group : registered) {
            if (group.ownerId().equals(ownerId) && group.name().equals(name)) {
                regions.add(group.region().id());
            }
        }
        return regions;
    }

    private record Ec2SecurityGroup(Region region, String ownerId, String name) {}
}
