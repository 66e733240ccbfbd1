package io.github.mockelasticache.internal.cluster;

import static io.github.mockelasticache.internal.engine.ResourceTypes.CACHE_CLUSTER;
import static io.github.mockelasticache.internal.engine.ResourceTypes.REPLICATION_GROUP;
import static io.github.mockelasticache.time.Delays.Step.NODES_REBOOTING;

import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.engine.ServiceError;
import java.util.List;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.CacheNode;
import software.amazon.awssdk.services.elasticache.model.RebootCacheClusterRequest;
import software.amazon.awssdk.services.elasticache.model.RebootCacheClusterResponse;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;

/**
 * {@code RebootCacheCluster}: the nodes come back with the parameters that were waiting for it.
 *
 * <p>The wordings of its errors are not known and follow those of the sister operations.
 */
final class RebootCacheCluster {

    static final String REBOOTING_NODES = "rebooting cluster nodes";
    static final String REBOOTING = "rebooting";
    private static final String AVAILABLE = "available";

    private RebootCacheCluster() {}

    static RebootCacheClusterResponse.Builder handle(RebootCacheClusterRequest request, Call call) {
        String id = call.parameters().required("CacheClusterId", request.cacheClusterId());
        List<String> asked = call.parameters().required("CacheNodeIdsToReboot", request.cacheNodeIdsToReboot());
        CacheCluster cluster = call.existing(CACHE_CLUSTER, id);
        requireClusterModeDisabled(cluster, call);
        ClusterStates.requireAvailable(cluster, "reboot", call);
        List<String> nodes = ClusterNodes.named("CacheNodeIdsToReboot", asked, cluster, List.of(), call);

        RegionState region = call.region();
        CacheCluster rebooting = region.table(CACHE_CLUSTER)
                .change(
                        id,
                        each ->
                                ClusterNodes.with(
                                                each,
                                                nodes,
                                                node -> node.toBuilder()
                                                        .cacheNodeStatus(REBOOTING)
                                                        .build())
                                        .toBuilder()
                                        .cacheClusterStatus(REBOOTING_NODES)
                                        .build());
        nodes.forEach(node -> region.emit(CACHE_CLUSTER, id, "Cache node " + node + " shutdown"));
        restart(region, id, nodes);
        return RebootCacheClusterResponse.builder().cacheCluster(DescribeCacheClusters.withoutNodes(rebooting));
    }

    /** Schedules that nodes that reboot are available. */
    static void restart(RegionState region, String id, List<String> nodes) {
        region.after(
                NODES_REBOOTING,
                region.arn(CACHE_CLUSTER, id),
                "",
                REBOOTING_NODES,
                AVAILABLE,
                () -> restarted(region, id, nodes));
    }

    private static void restarted(RegionState region, String id, List<String> nodes) {
        region.table(CACHE_CLUSTER)
                .change(
                        id,
                        cluster -> ParameterGroupStatus.rebooted(
                                ClusterNodes.with(cluster, nodes, RebootCacheCluster::available).toBuilder()
                                        .cacheClusterStatus(AVAILABLE)
                                        .build(),
                                nodes));
        nodes.forEach(node -> region.emit(CACHE_CLUSTER, id, "Cache node " + node + " restarted"));
    }

    private static CacheNode available(CacheNode node) {
        return node.toBuilder().cacheNodeStatus(AVAILABLE).build();
    }

    /** "Rebooting is not supported on Valkey or Redis OSS (cluster mode enabled) clusters" (API reference). */
    private static void requireClusterModeDisabled(CacheCluster cluster, Call call) {
        ReplicationGroup group = cluster.replicationGroupId() == null
                ? null
                : call.region().table(REPLICATION_GROUP).find(cluster.replicationGroupId());
        if (group != null && Boolean.TRUE.equals(group.clusterEnabled())) {
            throw call.faults()
                    .of(
                            ServiceError.INVALID_CACHE_CLUSTER_STATE,
                            "The cache cluster " + cluster.cacheClusterId()
                                    + " cannot be rebooted: it belongs to a replication group with cluster mode enabled.");
        }
    }
}
