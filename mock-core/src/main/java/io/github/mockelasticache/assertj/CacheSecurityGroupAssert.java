package io.github.mockelasticache.assertj;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.CacheSecurityGroup;
import software.amazon.awssdk.services.elasticache.model.EC2SecurityGroup;

/** Assertions on a cache security group and the ingress that it lists. */
public class CacheSecurityGroupAssert extends ResourceAssert<CacheSecurityGroupAssert, CacheSecurityGroup> {

    private static final List<String> CHANGING = List.of("authorizing", "revoking");

    /**
     * Assertions on a group; {@link MockElastiCacheAssertions#assertThat(CacheSecurityGroup)} is the way to them.
     *
     * @param actual the group
     */
    public CacheSecurityGroupAssert(@Nullable CacheSecurityGroup actual) {
        super(actual, CacheSecurityGroupAssert.class, "cache security group");
    }

    /**
     * Verifies the group's name.
     *
     * @param name the name, in lower case as the service stores it
     * @return this assertion
     */
    public CacheSecurityGroupAssert hasName(String name) {
        return verifyEqual(
                existing().cacheSecurityGroupName(),
                name,
                "Expected the cache security group to be named <%s>, but it is:%n  <%s>",
                name,
                actual);
    }

    /**
     * Verifies that the group's list of EC2 security groups is present and empty.
     *
     * @return this assertion
     */
    public CacheSecurityGroupAssert hasNoIngress() {
        return verify(
                existing().hasEc2SecurityGroups() && actual.ec2SecurityGroups().isEmpty(),
                "Expected %s to list no ingress, but it lists:%n  %s",
                subject(),
                ingress());
    }

    /**
     * Verifies that ingress is listed with a status.
     *
     * @param ec2SecurityGroupName the name of the EC2 security group
     * @param ownerId the account that owns it: digits only
     * @param status the status, for example {@code authorizing}
     * @return this assertion
     */
    public CacheSecurityGroupAssert hasIngress(String ec2SecurityGroupName, String ownerId, String status) {
        return verify(
                ingressOf(ec2SecurityGroupName, ownerId).anyMatch(entry -> status.equals(entry.status())),
                "Expected %s to list ingress from <%s> of account <%s> as <%s>, but it lists:%n  %s",
                subject(),
                ec2SecurityGroupName,
                ownerId,
                status,
                ingress());
    }

    /**
     * Verifies that ingress has taken effect: that it is listed, and neither being authorized nor being revoked.
     *
     * @param ec2SecurityGroupName the name of the EC2 security group
     * @param ownerId the account that owns it: digits only
     * @return this assertion
     */
    public CacheSecurityGroupAssert allowsIngressFrom(String ec2SecurityGroupName, String ownerId) {
        return verify(
                ingressOf(ec2SecurityGroupName, ownerId).anyMatch(entry -> !CHANGING.contains(entry.status())),
                "Expected %s to allow ingress from <%s> of account <%s>, but it lists:%n  %s",
                subject(),
                ec2SecurityGroupName,
                ownerId,
                ingress());
    }

    private Stream<EC2SecurityGroup> ingressOf(String ec2SecurityGroupName, String ownerId) {
        return existing().ec2SecurityGroups().stream()
                .filter(entry -> Objects.equals(ec2SecurityGroupName, entry.ec2SecurityGroupName())
                        && Objects.equals(ownerId, entry.ec2SecurityGroupOwnerId()));
    }

    private List<String> ingress() {
        return actual.ec2SecurityGroups().stream()
                .map(entry ->
                        entry.ec2SecurityGroupName() + " of " + entry.ec2SecurityGroupOwnerId() + ": " + entry.status())
                .toList();
    }

    @Override
    @Nullable
    String name(CacheSecurityGroup existing) {
        return existing.cacheSecurityGroupName();
    }
}
