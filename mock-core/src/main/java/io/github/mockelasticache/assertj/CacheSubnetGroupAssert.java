package io.github.mockelasticache.assertj;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.CacheSubnetGroup;
import software.amazon.awssdk.services.elasticache.model.Subnet;

/** Assertions on a cache subnet group. */
public class CacheSubnetGroupAssert extends ResourceAssert<CacheSubnetGroupAssert, CacheSubnetGroup> {

    /**
     * Assertions on a group; {@link MockElastiCacheAssertions#assertThat(CacheSubnetGroup)} is the way to them.
     *
     * @param actual the group
     */
    public CacheSubnetGroupAssert(@Nullable CacheSubnetGroup actual) {
        super(actual, CacheSubnetGroupAssert.class, "cache subnet group");
    }

    /**
     * Verifies the VPC that it is in.
     *
     * @param vpcId the VPC's id
     * @return this assertion
     */
    public CacheSubnetGroupAssert isInVpc(String vpcId) {
        return verifyProperty("VPC", existing().vpcId(), vpcId);
    }

    /**
     * Verifies which subnets it has, in any order.
     *
     * @param subnetIds the ids of all of them
     * @return this assertion
     */
    public CacheSubnetGroupAssert hasExactlySubnets(String... subnetIds) {
        return verifyProperty(
                "subnets",
                existing().subnets().stream()
                        .map(Subnet::subnetIdentifier)
                        .collect(Collectors.toCollection(TreeSet::new)),
                new TreeSet<>(Set.of(subnetIds)));
    }

    /**
     * Verifies the description.
     *
     * @param description the whole of it
     * @return this assertion
     */
    public CacheSubnetGroupAssert hasDescription(String description) {
        return verifyProperty("description", existing().cacheSubnetGroupDescription(), description);
    }

    @Override
    @Nullable
    String name(CacheSubnetGroup existing) {
        return existing.cacheSubnetGroupName();
    }
}
