package io.github.mockelasticache.internal.cluster;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;

/**
 * How far a cluster's nodes have got with the parameters of its group: {@code applying} them, waiting for a reboot as {@code
 * pending-reboot}, or {@code in-sync}.
 */
final class ParameterGroupStatus {

    private static final String IN_SYNC = "in-sync";
    private static final String APPLYING = "applying";
    private static final String PENDING_REBOOT = "pending-reboot";

    private ParameterGroupStatus() {}

    static boolean isApplying(CacheCluster cluster) {
        return cluster.cacheParameterGroup().parameterApplyStatus().equals(APPLYING);
    }

    static CacheCluster applying(CacheCluster cluster) {
        return with(cluster, APPLYING, cluster.cacheParameterGroup().cacheNodeIdsToReboot());
    }

    /** The parameters have been applied as far as they can be without a reboot. */
    static CacheCluster applied(CacheCluster cluster, boolean requiresReboot) {
        List<String> toReboot = requiresReboot
                ? ClusterNodes.ids(cluster)
                : cluster.cacheParameterGroup().cacheNodeIdsToReboot();
        return with(cluster, toReboot.isEmpty() ? IN_SYNC : PENDING_REBOOT, toReboot);
    }

    /** Nodes have been rebooted. */
    static CacheCluster rebooted(CacheCluster cluster, List<String> nodes) {
        List<String> toReboot = new ArrayList<>(cluster.cacheParameterGroup().cacheNodeIdsToReboot());
        toReboot.removeAll(nodes);
        return with(cluster, isApplying(cluster) ? APPLYING : toReboot.isEmpty() ? IN_SYNC : PENDING_REBOOT, toReboot);
    }

    private static CacheCluster with(CacheCluster cluster, String status, List<String> toReboot) {
        String ofOthers = status.equals(APPLYING) ? APPLYING : IN_SYNC;
        return cluster.toBuilder()
                .cacheParameterGroup(cluster.cacheParameterGroup().toBuilder()
                        .parameterApplyStatus(status)
                        .cacheNodeIdsToReboot(toReboot)
                        .build())
                .cacheNodes(cluster.cacheNodes().stream()
                        .map(node -> node.toBuilder()
                                .parameterGroupStatus(toReboot.contains(node.cacheNodeId()) ? PENDING_REBOOT : ofOthers)
                                .build())
                        .toList())
                .build();
    }
}
