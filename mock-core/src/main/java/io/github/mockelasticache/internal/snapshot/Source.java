package io.github.mockelasticache.internal.snapshot;

import static io.github.mockelasticache.internal.engine.ResourceTypes.CACHE_SUBNET_GROUP;
import static io.github.mockelasticache.internal.engine.ResourceTypes.SNAPSHOT;

import io.github.mockelasticache.internal.catalog.NodeType;
import io.github.mockelasticache.internal.catalog.NodeTypes;
import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.engine.Table;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.CacheNode;
import software.amazon.awssdk.services.elasticache.model.CacheSubnetGroup;
import software.amazon.awssdk.services.elasticache.model.DataTieringStatus;
import software.amazon.awssdk.services.elasticache.model.NodeSnapshot;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;
import software.amazon.awssdk.services.elasticache.model.Snapshot;

/** What a snapshot is taken of: a cache cluster, or a replication group with cluster mode enabled. */
sealed interface Source permits ClusterSource, GroupSource {

    /** The id of the cluster or of the group. */
    String id();

    /** The ARN of the cluster or of the group, whose tags the snapshot gets. */
    String arn();

    Origin origin();

    /** The clusters whose nodes are snapshotted. */
    List<CacheCluster> clusters();

    /** The replication group that changes its status with them, or null. */
    @Nullable
    ReplicationGroup group();

    /** Refuses a source that is not available. */
    void requireAvailable(Call call);

    /** Puts into a snapshot what is different for clusters and groups, and the nodes as they are while it is created. */
    void describe(Snapshot.Builder snapshot);

    /** The nodes when the snapshot is available. */
    List<NodeSnapshot> nodes(Instant taken);

    /** A cluster that is a member of a group with cluster mode enabled stands for the whole group. */
    static Source of(RegionState region, CacheCluster cluster) {
        ReplicationGroup group = ClusterSource.groupOf(region, cluster);
        return group != null && isSharded(group) ? GroupSource.of(region, group) : new ClusterSource(cluster, group);
    }

    static boolean isSharded(@Nullable ReplicationGroup group) {
        return group != null && Boolean.TRUE.equals(group.clusterEnabled());
    }

    default boolean isAvailable() {
        return clusters().stream().allMatch(each -> Taking.AVAILABLE.equals(each.cacheClusterStatus()))
                && (group() == null || Taking.AVAILABLE.equals(group().status()));
    }

    /**
     * A snapshot of this source that is being created.
     *
     * @param name its name
     * @param kind {@code manual} or {@code automated}
     * @param kmsKeyId the key that it is encrypted with; null for the key of the source
     */
    default Snapshot snapshot(RegionState region, String name, String kind, @Nullable String kmsKeyId) {
        CacheCluster cluster = clusters().get(0);
        NodeType nodeType = NodeTypes.find(cluster.cacheNodeType());
        Snapshot.Builder snapshot = Snapshot.builder()
                .snapshotName(Table.key(name))
                .snapshotStatus(Taking.CREATING)
                .snapshotSource(kind)
                .cacheNodeType(cluster.cacheNodeType())
                .engine(cluster.engine())
                .engineVersion(cluster.engineVersion())
                .preferredMaintenanceWindow(cluster.preferredMaintenanceWindow())
                .topicArn(
                        cluster.notificationConfiguration() == null
                                ? null
                                : cluster.notificationConfiguration().topicArn())
                .port(node(cluster).endpoint().port())
                .cacheParameterGroupName(cluster.cacheParameterGroup().cacheParameterGroupName())
                .cacheSubnetGroupName(cluster.cacheSubnetGroupName())
                .vpcId(vpc(region, cluster.cacheSubnetGroupName()))
                .autoMinorVersionUpgrade(cluster.autoMinorVersionUpgrade())
                .kmsKeyId(
                        kmsKeyId != null || group() == null
                                ? kmsKeyId
                                : Objects.requireNonNull(group()).kmsKeyId())
                .arn(region.arn(SNAPSHOT, name))
                .dataTiering(
                        nodeType != null && nodeType.dataTiering()
                                ? DataTieringStatus.ENABLED
                                : DataTieringStatus.DISABLED);
        describe(snapshot);
        return snapshot.build();
    }

    /** The only node of a Redis OSS or Valkey cluster that is available. */
    static CacheNode node(CacheCluster cluster) {
        return cluster.cacheNodes().get(0);
    }

    private static @Nullable String vpc(RegionState region, @Nullable String subnetGroup) {
        CacheSubnetGroup found =
                subnetGroup == null ? null : region.table(CACHE_SUBNET_GROUP).find(subnetGroup);
        return found == null ? null : found.vpcId();
    }
}
