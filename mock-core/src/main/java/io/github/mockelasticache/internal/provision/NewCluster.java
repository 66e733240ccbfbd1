package io.github.mockelasticache.internal.provision;

import io.github.mockelasticache.internal.catalog.NodeType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.CacheParameterGroupStatus;
import software.amazon.awssdk.services.elasticache.model.PendingModifiedValues;

/** What every cache cluster shows while it is being created: one on its own, and the member of a replication group. */
public final class NewCluster {

    private static final String LANDING_PAGE = "https://console.aws.amazon.com/elasticache/home#client-download:";

    private NewCluster() {}

    /**
     * Begins to describe a cluster.
     *
     * @param nodeType the type of its nodes
     * @param engine its engine and parameter group
     * @param network where it is
     * @param windows when it is maintained
     * @param topicArn {@code NotificationTopicArn} of the request
     * @param autoMinorVersionUpgrade {@code AutoMinorVersionUpgrade} of the request; true if it is absent
     * @return the description, with status {@code creating}
     */
    public static CacheCluster.Builder of(
            NodeType nodeType,
            EngineChoice engine,
            Network network,
            Windows windows,
            @Nullable String topicArn,
            @Nullable Boolean autoMinorVersionUpgrade) {
        return CacheCluster.builder()
                .clientDownloadLandingPage(LANDING_PAGE)
                .cacheNodeType(nodeType.name())
                .engine(engine.version().engine())
                .engineVersion(engine.version().patchedVersion())
                .cacheClusterStatus("creating")
                .preferredMaintenanceWindow(windows.maintenance().toString())
                .pendingModifiedValues(PendingModifiedValues.builder().build())
                .notificationConfiguration(Notification.to(topicArn))
                .cacheSecurityGroups(Network.cacheSecurityGroupMemberships(network.cacheSecurityGroups()))
                .cacheParameterGroup(CacheParameterGroupStatus.builder()
                        .cacheParameterGroupName(engine.parameterGroup().cacheParameterGroupName())
                        .parameterApplyStatus("in-sync")
                        .cacheNodeIdsToReboot(List.of())
                        .build())
                .cacheSubnetGroupName(network.subnetGroupName())
                .autoMinorVersionUpgrade(!Boolean.FALSE.equals(autoMinorVersionUpgrade))
                .securityGroups(
                        network.securityGroups().isEmpty()
                                ? null
                                : Network.securityGroupMemberships(network.securityGroups()))
                .networkType(network.networkType())
                .ipDiscovery(network.ipDiscovery());
    }
}
