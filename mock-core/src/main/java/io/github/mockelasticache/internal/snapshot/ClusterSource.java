package io.github.mockelasticache.internal.snapshot;

import static io.github.mockelasticache.internal.engine.ResourceTypes.REPLICATION_GROUP;

import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.engine.ServiceError;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.NodeSnapshot;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;
import software.amazon.awssdk.services.elasticache.model.Snapshot;

/**
 * A cache cluster as the source of a snapshot.
 *
 * @param cluster the cluster, with its node
 * @param group the replication group with cluster mode disabled that it is a member of, or null
 */
record ClusterSource(CacheCluster cluster, @Nullable ReplicationGroup group) implements Source {

    static @Nullable ReplicationGroup groupOf(RegionState region, CacheCluster cluster) {
        String id = cluster.replicationGroupId();
        return id == null ? null : region.table(REPLICATION_GROUP).find(id);
    }

    @Override
    public String id() {
        return cluster.cacheClusterId();
    }

    @Override
    public String arn() {
        return cluster.arn();
    }

    @Override
    public Origin origin() {
        return new Origin(
                cluster.arn() + " " + cluster.cacheClusterCreateTime(), List.of(id()), cluster.replicationGroupId());
    }

    @Override
    public List<CacheCluster> clusters() {
        return List.of(cluster);
    }

    @Override
    public void requireAvailable(Call call) {
        if (!isAvailable()) {
            throw call.faults()
                    .of(
                            ServiceError.INVALID_CACHE_CLUSTER_STATE,
                            "Cache cluster must be in available state to create a snapshot.");
        }
    }

    @Override
    public void describe(Snapshot.Builder snapshot) {
        snapshot.cacheClusterId(id())
                .numCacheNodes(cluster.numCacheNodes())
                .preferredAvailabilityZone(cluster.preferredAvailabilityZone())
                .preferredOutpostArn(cluster.preferredOutpostArn())
                .cacheClusterCreateTime(cluster.cacheClusterCreateTime())
                .snapshotRetentionLimit(cluster.snapshotRetentionLimit())
                .snapshotWindow(cluster.snapshotWindow())
                .nodeSnapshots(node().cacheSize("").build());
    }

    @Override
    public List<NodeSnapshot> nodes(Instant taken) {
        return List.of(
                node().cacheSize(Taking.EMPTY_CACHE).snapshotCreateTime(taken).build());
    }

    private NodeSnapshot.Builder node() {
        return NodeSnapshot.builder()
                .cacheNodeId(Source.node(cluster).cacheNodeId())
                .cacheNodeCreateTime(Source.node(cluster).cacheNodeCreateTime());
    }
}
