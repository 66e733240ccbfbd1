package io.github.mockelasticache.internal.replication;

import static io.github.mockelasticache.internal.engine.ResourceTypes.CACHE_CLUSTER;

import io.github.mockelasticache.internal.catalog.NodeTypes;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.engine.Table;
import io.github.mockelasticache.internal.provision.LogDelivery;
import io.github.mockelasticache.internal.provision.MaintenanceWindow;
import io.github.mockelasticache.internal.provision.Network;
import io.github.mockelasticache.internal.provision.Notification;
import io.github.mockelasticache.internal.provision.SnapshotWindow;
import io.github.mockelasticache.internal.provision.Windows;
import io.github.mockelasticache.internal.replication.ModifyReplicationGroup.Asked;
import io.github.mockelasticache.time.Delays.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.IpDiscovery;
import software.amazon.awssdk.services.elasticache.model.ModifyReplicationGroupRequest;
import software.amazon.awssdk.services.elasticache.model.NotificationConfiguration;
import software.amazon.awssdk.services.elasticache.model.PendingLogDeliveryConfiguration;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;

/** What {@code ModifyReplicationGroup} changes whether or not {@code ApplyImmediately} is set. */
final class SettingsChanges {

    private static final String ACTIVE = "active";

    private SettingsChanges() {}

    /** What changes as soon as possible; all that changes within the call is checked too. */
    static List<Change> soon(Asked asked) {
        requireNow(asked);
        List<Change> changes = new ArrayList<>();
        changes.addAll(securityGroups(asked));
        changes.addAll(ipDiscovery(asked));
        changes.addAll(logDelivery(asked));
        return changes;
    }

    /** Changes what changes within the call; it has been checked. */
    static void applyNow(Asked asked) {
        ModifyReplicationGroupRequest request = asked.request();
        RegionState region = asked.region();
        String id = asked.id();
        Windows windows = windows(asked);
        Integer retention = request.snapshotRetentionLimit();
        Groups.change(region, id, group -> {
            ReplicationGroup.Builder changed =
                    group.toBuilder().snapshotWindow(windows.snapshot().toString());
            if (request.replicationGroupDescription() != null) {
                changed.description(request.replicationGroupDescription());
            }
            if (request.autoMinorVersionUpgrade() != null) {
                changed.autoMinorVersionUpgrade(request.autoMinorVersionUpgrade());
            }
            if (retention != null) {
                changed.snapshotRetentionLimit(retention);
            }
            if (request.snapshottingClusterId() != null) {
                changed.snapshottingClusterId(Table.key(request.snapshottingClusterId()));
            }
            if (retention != null && retention == 0) {
                changed.snapshottingClusterId(null);
            }
            return changed.build();
        });
        NotificationConfiguration notification = notification(asked);
        Members.changeAll(
                region,
                id,
                member -> member.toBuilder()
                        .preferredMaintenanceWindow(windows.maintenance().toString())
                        .notificationConfiguration(notification)
                        .autoMinorVersionUpgrade(
                                request.autoMinorVersionUpgrade() == null
                                        ? member.autoMinorVersionUpgrade()
                                        : request.autoMinorVersionUpgrade())
                        .build());
        if (request.snapshotRetentionLimit() != null
                || request.snapshotWindow() != null
                || request.snapshottingClusterId() != null) {
            Snapshotting.apply(region, id);
        }
        if (request.preferredMaintenanceWindow() != null) {
            Modification.planWindow(region, id);
        }
    }

    private static void requireNow(Asked asked) {
        ModifyReplicationGroupRequest request = asked.request();
        if (request.replicationGroupDescription() != null) {
            CreateReplicationGroup.description(request.replicationGroupDescription(), asked.call());
        }
        windows(asked);
        notification(asked);
        requireSnapshotting(asked);
    }

    private static Windows windows(Asked asked) {
        return new Windows(
                        MaintenanceWindow.of(asked.primary().preferredMaintenanceWindow()),
                        SnapshotWindow.of(asked.group().snapshotWindow()))
                .changed(
                        asked.request().preferredMaintenanceWindow(),
                        asked.request().snapshotWindow(),
                        asked.call());
    }

    private static @Nullable NotificationConfiguration notification(Asked asked) {
        String status = asked.request().notificationTopicStatus();
        NotificationConfiguration topic = asked.request().notificationTopicArn() == null
                ? asked.primary().notificationConfiguration()
                : Notification.to(asked.request().notificationTopicArn());
        if (status == null) {
            return topic;
        }
        if (!status.equals(ACTIVE) && !status.equals("inactive")) {
            throw asked.call()
                    .faults()
                    .invalidParameterValue("Invalid value " + status
                            + " for NotificationTopicStatus. Must be one of: active, inactive.");
        }
        if (topic == null) {
            throw asked.call()
                    .faults()
                    .invalidParameterCombination(
                            "NotificationTopicStatus can only be specified when there is a notification topic.");
        }
        return topic.toBuilder().topicStatus(status).build();
    }

    private static void requireSnapshotting(Asked asked) {
        ModifyReplicationGroupRequest request = asked.request();
        Integer retention = request.snapshotRetentionLimit() == null
                ? asked.group().snapshotRetentionLimit()
                : Integer.valueOf(NewGroup.retention(
                        request.snapshotRetentionLimit(),
                        Objects.requireNonNull(
                                NodeTypes.find(asked.group().cacheNodeType()),
                                asked.group().cacheNodeType()),
                        asked.call()));
        String source = asked.call().parameters().optional("SnapshottingClusterId", request.snapshottingClusterId());
        if (source != null) {
            if (Groups.clusterMode(asked.group())) {
                // The wording is the service's own: hashicorp/terraform#19336.
                throw asked.call()
                        .faults()
                        .invalidParameterCombination(
                                "Cannot set snapshotting cluster for cluster mode enabled replication group");
            }
            RoleChanges.requireMember(source, asked);
        }
        boolean none = source == null && asked.group().snapshottingClusterId() == null;
        if (!Groups.clusterMode(asked.group()) && ((retention > 0 && none) || (retention == 0 && source != null))) {
            // The wording is the service's own: aws/aws-cdk#6256.
            throw asked.call()
                    .faults()
                    .invalidParameterCombination(
                            "Must specify both SnapshotRetentionLimit and SnapshottingClusterId to turn on snapshots");
        }
    }

    private static List<Change> securityGroups(Asked asked) {
        ModifyReplicationGroupRequest request = asked.request();
        boolean vpc = asked.primary().cacheSubnetGroupName() != null;
        Network.requireCacheSecurityGroupsPossible(
                request.cacheSecurityGroupNames(),
                vpc || !request.securityGroupIds().isEmpty(),
                asked.call());
        if (!vpc && !request.securityGroupIds().isEmpty()) {
            throw asked.call()
                    .faults()
                    .invalidParameterCombination(
                            "SecurityGroupIds can only be specified for a replication group in a VPC.");
        }
        if (request.cacheSecurityGroupNames().isEmpty()
                && request.securityGroupIds().isEmpty()) {
            return List.of();
        }
        return List.of(Change.of("security groups", Step.SETTINGS_CHANGING, "present", "changed")
                .ofMembers(Change.OnMembers.of(member -> vpc
                        ? member.toBuilder()
                                .securityGroups(Network.securityGroupMemberships(request.securityGroupIds()))
                                .build()
                        : member.toBuilder()
                                .cacheSecurityGroups(
                                        Network.cacheSecurityGroupMemberships(request.cacheSecurityGroupNames()))
                                .build()))
                .andThen(() -> emit(asked.region(), asked.id(), "Applied change to security group")));
    }

    private static List<Change> ipDiscovery(Asked asked) {
        IpDiscovery discovery = asked.call()
                .parameters()
                .oneOf("IpDiscovery", asked.request().ipDiscoveryAsString(), List.copyOf(IpDiscovery.knownValues()));
        if (discovery == null || discovery == asked.group().ipDiscovery()) {
            return List.of();
        }
        Network.requireDiscoverable(asked.group().networkType(), discovery, asked.call());
        return List.of(Change.of(
                        "IP discovery",
                        Step.SETTINGS_CHANGING,
                        asked.group().ipDiscoveryAsString(),
                        discovery.toString())
                .whenCompleted(group -> group.toBuilder().ipDiscovery(discovery).build())
                .ofMembers(Change.OnMembers.of(
                        member -> member.toBuilder().ipDiscovery(discovery).build())));
    }

    private static List<Change> logDelivery(Asked asked) {
        if (asked.request().logDeliveryConfigurations().isEmpty()) {
            return List.of();
        }
        if (!Boolean.TRUE.equals(asked.request().applyImmediately())) {
            // The wording is the service's own: hashicorp/terraform-provider-aws#49842.
            throw asked.call()
                    .faults()
                    .invalidParameterValue(
                            "To modify the log delivery configuration, set the apply-immediately parameter to true.");
        }
        LogDelivery logs = LogDelivery.requested(
                asked.group().logDeliveryConfigurations(),
                asked.request().logDeliveryConfigurations(),
                Groups.version(asked.primary()),
                asked.call());
        return List.of(logDelivery(asked.region(), asked.id(), logs));
    }

    /** Log delivery is enabled, changed or disabled. */
    static Change logDelivery(RegionState region, String id, LogDelivery logs) {
        return Change.of("log delivery", Step.LOG_DELIVERY_CHANGING, "present", "changed")
                .shown(group -> withPending(group, logs.pending()).toBuilder()
                        .logDeliveryConfigurations(logs.configurations())
                        .build())
                .whenCompleted(group -> withPending(group, null).toBuilder()
                        .logDeliveryConfigurations(logs.settled())
                        .build())
                .andThen(() -> Members.changeAll(
                        region,
                        id,
                        member -> member.toBuilder()
                                .replicationGroupLogDeliveryEnabled(
                                        !logs.settled().isEmpty())
                                .build()));
    }

    private static ReplicationGroup withPending(
            ReplicationGroup group, @Nullable List<PendingLogDeliveryConfiguration> pending) {
        return group.toBuilder()
                .pendingModifiedValues(group.pendingModifiedValues().toBuilder()
                        .logDeliveryConfigurations(pending)
                        .build())
                .build();
    }

    /** Emits an event of every member. */
    static void emit(RegionState region, String id, String message) {
        region.ask(GroupPlans.class).of(id).clusters().forEach(cluster -> region.emit(CACHE_CLUSTER, cluster, message));
    }
}
