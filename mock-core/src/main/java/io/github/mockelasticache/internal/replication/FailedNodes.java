package io.github.mockelasticache.internal.replication;

import static io.github.mockelasticache.internal.engine.ResourceTypes.CACHE_CLUSTER;

import io.github.mockelasticache.internal.engine.NodeFailures;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.time.Delays.Step;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.AutomaticFailoverStatus;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;

/**
 * Nodes that fail. "If the primary node fails, ElastiCache promotes the read replica with the least replication lag" ("Minimizing
 * downtime with Multi-AZ", user guide): here it is the first one, as in {@link TestFailover}. Any other node is replaced in place.
 */
record FailedNodes(RegionState region) implements NodeFailures {

    @Override
    public void fail(String cacheCluster) {
        CacheCluster cluster = region.table(CACHE_CLUSTER).find(cacheCluster);
        if (cluster == null) {
            throw new IllegalArgumentException("There is no cache cluster " + cacheCluster + " in " + region.region()
                    + " whose node could fail; create it first, or name its region.");
        }
        requireAvailable("Cache cluster", cluster.cacheClusterId(), cluster.cacheClusterStatus());
        ReplicationGroup group = group(cluster);
        if (group == null) {
            recover(cluster);
            return;
        }
        requireAvailable("Replication group", group.replicationGroupId(), group.status());
        Shard shard = Groups.plan(region, group).shards().stream()
                .filter(each -> each.has(cluster.cacheClusterId()))
                .findFirst()
                .orElseThrow();
        if (shard.primary().equals(cluster.cacheClusterId())
                && shard.replicas() > 0
                && group.automaticFailover() == AutomaticFailoverStatus.ENABLED) {
            TestFailover.failOver(region, group.replicationGroupId(), shard);
        } else {
            recover(cluster);
        }
    }

    private @Nullable ReplicationGroup group(CacheCluster cluster) {
        return cluster.replicationGroupId() == null ? null : Groups.of(region, cluster.replicationGroupId());
    }

    private void recover(CacheCluster cluster) {
        String id = cluster.cacheClusterId();
        region.emit(CACHE_CLUSTER, id, "Recovering cache nodes " + TestFailover.NODE);
        region.after(
                Step.NODE_RECOVERING,
                cluster.arn(),
                "node " + TestFailover.NODE,
                "recovering",
                Groups.AVAILABLE,
                () -> region.emit(CACHE_CLUSTER, id, "Finished recovery for cache nodes " + TestFailover.NODE));
    }

    private static void requireAvailable(String what, String id, String status) {
        if (!status.equals(Groups.AVAILABLE)) {
            throw new IllegalStateException(what + " " + id + " has status " + status
                    + ": its nodes can fail once it is available. Move the clock there first.");
        }
    }
}
