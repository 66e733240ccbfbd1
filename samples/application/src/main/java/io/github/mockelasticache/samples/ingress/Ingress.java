package io.github.mockelasticache.samples.ingress;

import java.util.Objects;
import java.util.Set;
import software.amazon.awssdk.services.elasticache.model.CacheSecurityGroup;

/**
 * A tier's ingress as the service shows it at one moment.
 *
 * @param status the service's word, or {@code absent} where the group does not list the tier
 */
record Ingress(String status) {

    private static final Ingress ABSENT = new Ingress("absent");

    /** The service settles on the first word; the sample output of its user guide shows the second. */
    private static final Set<String> SETTLED = Set.of("authorized", "available");

    static Ingress of(Tier tier, CacheSecurityGroup group) {
        return group.ec2SecurityGroups().stream()
                .filter(ec2 -> tier.ec2SecurityGroup().equals(ec2.ec2SecurityGroupName())
                        && tier.owner().equals(ec2.ec2SecurityGroupOwnerId()))
                .findFirst()
                .map(ec2 -> new Ingress(Objects.requireNonNullElse(ec2.status(), "without a status")))
                .orElse(ABSENT);
    }

    boolean isAbsent() {
        return equals(ABSENT);
    }

    boolean isAuthorized() {
        return SETTLED.contains(status);
    }
}
