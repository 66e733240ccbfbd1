package io.github.mockelasticache.assertj;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;

/** Assertions on a replication group. */
public class ReplicationGroupAssert extends ResourceAssert<ReplicationGroupAssert, ReplicationGroup> {

    /**
     * Assertions on a group; {@link MockElastiCacheAssertions#assertThat(ReplicationGroup)} is the way to them.
     *
     * @param actual the group
     */
    public ReplicationGroupAssert(@Nullable ReplicationGroup actual) {
        super(actual, ReplicationGroupAssert.class, "replication group");
    }

    /**
     * Verifies the status.
     *
     * @param status for example {@code creating}
     * @return this assertion
     */
    public ReplicationGroupAssert hasStatus(String status) {
        return verifyProperty("status", existing().status(), status);
    }

    /**
     * Verifies that the group is {@code available}.
     *
     * @return this assertion
     */
    public ReplicationGroupAssert isAvailable() {
        return hasStatus("available");
    }

    /**
     * Verifies how many node groups (shards) it has.
     *
     * @param nodeGroups their number
     * @return this assertion
     */
    public ReplicationGroupAssert hasNodeGroups(int nodeGroups) {
        return verifyProperty("number of node groups", existing().nodeGroups().size(), nodeGroups);
    }

    /**
     * Verifies which cache clusters are its members, in any order.
     *
     * @param cacheClusterIds the ids of all of them
     * @return this assertion
     */
    public ReplicationGroupAssert hasExactlyMembers(String... cacheClusterIds) {
        return verifyProperty(
                "members", new TreeSet<>(existing().memberClusters()), new TreeSet<>(Set.of(cacheClusterIds)));
    }

    /**
     * Verifies that a cache cluster is the primary of one of its node groups.
     *
     * @param cacheClusterId the cluster's id
     * @return this assertion
     */
    public ReplicationGroupAssert hasPrimary(String cacheClusterId) {
        List<String> primaries = existing().nodeGroups().stream()
                .flatMap(shard -> shard.nodeGroupMembers().stream())
                .filter(member -> "primary".equals(member.currentRole()))
                .map(member -> member.cacheClusterId())
                .toList();
        return verify(
                primaries.contains(cacheClusterId),
                "Expected %s to have the primary <%s>, but it has %s.",
                subject(),
                cacheClusterId,
                primaries);
    }

    /**
     * Verifies the status of automatic failover.
     *
     * @param status for example {@code enabled}
     * @return this assertion
     */
    public ReplicationGroupAssert hasAutomaticFailover(String status) {
        return verifyProperty("automatic failover status", existing().automaticFailoverAsString(), status);
    }

    /**
     * Verifies the type of its nodes.
     *
     * @param nodeType for example {@code cache.r6g.large}
     * @return this assertion
     */
    public ReplicationGroupAssert hasNodeType(String nodeType) {
        return verifyProperty("node type", existing().cacheNodeType(), nodeType);
    }

    @Override
    @Nullable
    String name(ReplicationGroup existing) {
        return existing.replicationGroupId();
    }
}
