package io.github.mockelasticache.internal.cluster;

import static io.github.mockelasticache.internal.engine.ResourceTypes.CACHE_CLUSTER;

import io.github.mockelasticache.internal.catalog.NodeTypes;
import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.engine.Snapshots;
import io.github.mockelasticache.internal.provision.MaintenanceWindow;
import io.github.mockelasticache.internal.provision.Network;
import io.github.mockelasticache.internal.provision.Nodes;
import io.github.mockelasticache.internal.provision.Notification;
import io.github.mockelasticache.internal.provision.Windows;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.IpDiscovery;
import software.amazon.awssdk.services.elasticache.model.ModifyCacheClusterRequest;
import software.amazon.awssdk.services.elasticache.model.NotificationConfiguration;

/**
 * What {@code ModifyCacheCluster} changes at once, whatever {@code ApplyImmediately} says, while the cluster stays available.
 *
 * @param changed the cluster with the changes
 * @param snapshots whether the automatic snapshots change
 */
record SettingsChange(CacheCluster changed, boolean snapshots) {

    private static final List<String> TOPIC_STATUSES = List.of("active", "inactive");

    static SettingsChange by(ModifyCacheClusterRequest request, CacheCluster cluster, Call call) {
        CacheCluster.Builder changed = cluster.toBuilder();
        windows(request, cluster, changed, call);
        Integer retention = retention(request, cluster, call);
        if (retention != null) {
            changed.snapshotRetentionLimit(retention);
        }
        changed.notificationConfiguration(notification(request, cluster, call));
        if (request.autoMinorVersionUpgrade() != null) {
            changed.autoMinorVersionUpgrade(request.autoMinorVersionUpgrade());
        }
        IpDiscovery discovery = call.parameters()
                .oneOf("IpDiscovery", request.ipDiscoveryAsString(), List.copyOf(IpDiscovery.knownValues()));
        if (discovery != null) {
            Network.requireDiscoverable(cluster.networkType(), discovery, call);
            changed.ipDiscovery(discovery);
        }
        return new SettingsChange(
                changed.build(), request.snapshotWindow() != null || request.snapshotRetentionLimit() != null);
    }

    void apply(RegionState region, String id) {
        region.table(CACHE_CLUSTER)
                .change(
                        id,
                        cluster -> cluster.toBuilder()
                                .preferredMaintenanceWindow(changed.preferredMaintenanceWindow())
                                .snapshotWindow(changed.snapshotWindow())
                                .snapshotRetentionLimit(changed.snapshotRetentionLimit())
                                .notificationConfiguration(changed.notificationConfiguration())
                                .autoMinorVersionUpgrade(changed.autoMinorVersionUpgrade())
                                .ipDiscovery(changed.ipDiscovery())
                                .build());
        if (snapshots) {
            region.ask(Snapshots.class).planAutomatic(id);
        }
    }

    private static void windows(
            ModifyCacheClusterRequest request, CacheCluster cluster, CacheCluster.Builder changed, Call call) {
        String weekly = call.parameters().optional("PreferredMaintenanceWindow", request.preferredMaintenanceWindow());
        String daily = call.parameters().optional("SnapshotWindow", request.snapshotWindow());
        if (Nodes.isMemcached(cluster)) {
            if (daily != null) {
                throw call.faults().invalidParameterCombination(Retention.NO_SNAPSHOTS);
            }
            if (weekly != null) {
                changed.preferredMaintenanceWindow(
                        MaintenanceWindow.requested(weekly, call.faults()).toString());
            }
        } else if (weekly != null || daily != null) {
            Windows windows = Windows.of(cluster).changed(weekly, daily, call);
            changed.preferredMaintenanceWindow(windows.maintenance().toString())
                    .snapshotWindow(windows.snapshot().toString());
        }
    }

    private static @Nullable Integer retention(ModifyCacheClusterRequest request, CacheCluster cluster, Call call) {
        if (request.snapshotRetentionLimit() != null && Nodes.isMemcached(cluster)) {
            throw call.faults().invalidParameterCombination(Retention.NO_SNAPSHOTS);
        }
        return Retention.requested(
                request.snapshotRetentionLimit(),
                Objects.requireNonNull(NodeTypes.find(cluster.cacheNodeType())),
                call);
    }

    private static @Nullable NotificationConfiguration notification(
            ModifyCacheClusterRequest request, CacheCluster cluster, Call call) {
        String topic = call.parameters().optional("NotificationTopicArn", request.notificationTopicArn());
        String status = request.notificationTopicStatus();
        NotificationConfiguration configuration =
                topic == null ? cluster.notificationConfiguration() : Notification.to(topic);
        if (status == null) {
            return configuration;
        }
        if (!TOPIC_STATUSES.contains(status)) {
            throw call.faults()
                    .invalidParameterValue("Invalid value " + status + " for NotificationTopicStatus. Must be one of: "
                            + String.join(", ", TOPIC_STATUSES) + ".");
        }
        if (configuration == null) {
            throw call.faults()
                    .invalidParameterCombination(
                            "NotificationTopicStatus needs a notification topic, and the cache" + " cluster has none.");
        }
        return configuration.toBuilder().topicStatus(status).build();
    }
}
