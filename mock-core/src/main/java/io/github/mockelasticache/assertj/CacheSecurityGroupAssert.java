package io.github.mockelasticache.assertj;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.CacheSecurityGroup;
import software.amazon.awssdk.services.elasticache.model.EC2SecurityGroup;

/** Assertions on a cache security group and the ingress that it lists. */
public final class CacheSecurityGroupAssert extends AbstractAssert<CacheSecurityGroupAssert, CacheSecurityGroup> {

    CacheSecurityGroupAssert(@Nullable CacheSecurityGroup actual) {
        super(actual, CacheSecurityGroupAssert.class);
    }

    /**
     * Verifies the group's name.
     *
     * @param name the name, in lower case as the service stores it
     * @return this assertion
     */
    public CacheSecurityGroupAssert hasName(String name) {
        isNotNull();
        if (!name.equals(actual.cacheSecurityGroupName())) {
            throw failureWithActualExpected(
                    actual.cacheSecurityGroupName(),
                    name,
                    "Expected the cache security group to be named <%s>, but it is:%n  <%s>",
                    name,
                    actual);
        }
        return this;
    }

    /**
     * Verifies that the group's list of EC2 security groups is present and empty.
     *
     * @return this assertion
     */
    public CacheSecurityGroupAssert hasNoIngress() {
        isNotNull();
        if (!actual.hasEc2SecurityGroups() || !actual.ec2SecurityGroups().isEmpty()) {
            throw failure(
                    "Expected cache security group <%s> to list no ingress, but it lists:%n  %s",
                    actual.cacheSecurityGroupName(), ingress());
        }
        return this;
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
        isNotNull();
        if (ingressOf(ec2SecurityGroupName, ownerId).noneMatch(entry -> status.equals(entry.status()))) {
            throw failure(
                    "Expected cache security group <%s> to list ingress from <%s> of account <%s> as <%s>, but it lists:%n  %s",
                    actual.cacheSecurityGroupName(), ec2SecurityGroupName, ownerId, status, ingress());
        }
        return this;
    }

    /**
     * Verifies that ingress has taken effect: that it is listed, and neither being authorized nor being revoked.
     *
     * @param ec2SecurityGroupName the name of the EC2 security group
     * @param ownerId the account that owns it: digits only
     * @return this assertion
     */
    public CacheSecurityGroupAssert allowsIngressFrom(String ec2SecurityGroupName, String ownerId) {
        isNotNull();
        if (ingressOf(ec2SecurityGroupName, ownerId)
                .allMatch(entry -> List.of("authorizing", "revoking").contains(entry.status()))) {
            throw failure(
                    "Expected cache security group <%s> to allow ingress from <%s> of account <%s>, but it lists:%n  %s",
                    actual.cacheSecurityGroupName(), ec2SecurityGroupName, ownerId, ingress());
        }
        return this;
    }

    private Stream<EC2SecurityGroup> ingressOf(String ec2SecurityGroupName, String ownerId) {
        return actual.ec2SecurityGroups().stream()
                .filter(entry -> Objects.equals(ec2SecurityGroupName, entry.ec2SecurityGroupName())
                        && Objects.equals(ownerId, entry.ec2SecurityGroupOwnerId()));
    }

    private List<String> ingress() {
        return actual.ec2SecurityGroups().stream()
                .map(entry ->
                        entry.ec2SecurityGroupName() + " of " + entry.ec2SecurityGroupOwnerId() + ": " + entry.status())
                .toList();
    }
}
