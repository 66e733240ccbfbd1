package io.github.mockelasticache.internal.replication;

import static io.github.mockelasticache.internal.engine.ResourceTypes.CACHE_CLUSTER;

import io.github.mockelasticache.Quotas.Quota;
import io.github.mockelasticache.internal.catalog.NodeType;
import io.github.mockelasticache.internal.catalog.NodeTypes;
import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.GlobalGroups;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.engine.ServiceError;
import io.github.mockelasticache.internal.provision.LogDelivery;
import io.github.mockelasticache.internal.provision.Network;
import io.github.mockelasticache.internal.provision.NewCluster;
import io.github.mockelasticache.internal.provision.NodePlans;
import io.github.mockelasticache.internal.provision.Windows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.CreateReplicationGroupRequest;
import software.amazon.awssdk.services.elasticache.model.LogDeliveryConfigurationStatus;
import software.amazon.awssdk.services.elasticache.model.Tag;

/**
 * A replication group that {@code CreateReplicationGroup} asks for, checked.
 *
 * @param template what its members have in common, as a cluster without an id; or the cluster that becomes its primary
 * @param shards its node groups, with all members
 * @param clusterMode whether cluster mode is enabled
 * @param failover whether automatic failover is
 * @param multiAz whether Multi-AZ is
 * @param retention for how many days automatic snapshots are kept
 * @param snapshottingCluster which member they are taken of, or null
 * @param kmsKeyId the key of the encryption at rest, or null
 * @param userGroups the ids of the user groups that it lets in
 * @param port the port of its nodes
 * @param snapshotName the snapshot that it is restored from; empty for none
 * @param logs where its logs go
 * @param tags its tags, which all members get
 * @param adopted the cluster that becomes its primary, or null
 */
record NewGroup(
        CacheCluster template,
        List<Shard> shards,
        boolean clusterMode,
        boolean failover,
        boolean multiAz,
        int retention,
        @Nullable String snapshottingCluster,
        @Nullable String kmsKeyId,
        List<String> userGroups,
        int port,
        String snapshotName,
        LogDelivery logs,
        List<Tag> tags,
        @Nullable CacheCluster adopted) {

    private static final int LONGEST_RETENTION = 35;
    private static final String IPV6_SINCE = "6.2";

    /** A group of new nodes. */
    static NewGroup ofNodes(String id, CreateReplicationGroupRequest request, Call call) {
        EngineAsked asked = EngineAsked.by(request, call);
        ShardsAsked shards = ShardsAsked.by(request, asked, call);
        Network network = Network.requested(
                request.cacheSubnetGroupName(),
                request.securityGroupIds(),
                request.cacheSecurityGroupNames(),
                request.networkTypeAsString(),
                request.ipDiscoveryAsString(),
                call);
        requireIpVersion(network, asked, call);
        requireNodesPerGroup(shards.nodes(), call);
        boolean clusterMode = asked.engine().clusterMode();
        boolean failover = Failover.requested(request.automaticFailoverEnabled(), clusterMode, shards.nodes(), call);
        if (failover) {
            Failover.requireSupported(asked.nodeType(), asked.engine().version(), call);
        }
        List<Shard> placed = shards.placed(id, request.preferredCacheClusterAZs(), network, call);
        boolean multiAz = Boolean.TRUE.equals(request.multiAZEnabled());
        if (multiAz) {
            Failover.requireMultiAzPossible(failover, placed, call);
        }
        Encryption encryption = Encryption.by(request, asked.engine().version(), network, call);
        Windows windows = Windows.requested(request.preferredMaintenanceWindow(), request.snapshotWindow(), id, call);
        int retention = retention(request.snapshotRetentionLimit(), asked.nodeType(), call);
        LogDelivery logs = LogDelivery.requested(
                List.of(), request.logDeliveryConfigurations(), asked.engine().version(), call);
        CacheCluster template = NewCluster.of(
                        asked.nodeType(),
                        asked.engine(),
                        network,
                        windows,
                        request.notificationTopicArn(),
                        request.autoMinorVersionUpgrade())
                .numCacheNodes(1)
                .replicationGroupId(id)
                .snapshotRetentionLimit(0)
                .snapshotWindow(windows.snapshot().toString())
                .authTokenEnabled(encryption.authToken())
                .authTokenLastModifiedDate(
                        encryption.authToken() ? call.region().now() : null)
                .transitEncryptionEnabled(encryption.inTransit())
                .transitEncryptionMode(encryption.mode())
                .atRestEncryptionEnabled(encryption.atRest())
                .replicationGroupLogDeliveryEnabled(!logs.settled().isEmpty())
                .logDeliveryConfigurations(List.of())
                .build();
        return new NewGroup(
                template,
                placed,
                clusterMode,
                failover,
                multiAz,
                retention,
                Snapshotting.chosen(retention, clusterMode, placed.get(0)),
                encryption.kmsKeyId(),
                encryption.userGroups(),
                asked.port(),
                asked.snapshotName(),
                logs,
                request.tags(),
                null);
    }

    /** A group around a cluster that exists: everything else comes from there. */
    static NewGroup ofPrimary(String id, CreateReplicationGroupRequest request, Call call) {
        CacheCluster primary = AdoptedPrimary.requested(request, call);
        RegionState region = call.region();
        Integer number = call.parameters()
                .within("NumCacheClusters", request.numCacheClusters(), 1, ShardsAsked.MOST_REPLICAS + 1);
        int replicas = number != null ? number - 1 : replicasAsked(request, call);
        NodeType nodeType = NodeTypes.find(primary.cacheNodeType());
        boolean failover = Failover.requested(request.automaticFailoverEnabled(), false, replicas + 1, call);
        if (failover && nodeType != null) {
            Failover.requireSupported(nodeType, Groups.version(primary), call);
        }
        Shard shard = AdoptedPrimary.shard(id, primary, replicas, request.preferredCacheClusterAZs(), call);
        boolean multiAz = Boolean.TRUE.equals(request.multiAZEnabled());
        if (multiAz) {
            Failover.requireMultiAzPossible(failover, List.of(shard), call);
        }
        List<Tag> tags = request.tags().isEmpty() ? region.tags().of(primary.arn()) : request.tags();
        int retention = primary.snapshotRetentionLimit() == null ? 0 : primary.snapshotRetentionLimit();
        return new NewGroup(
                primary.toBuilder().replicationGroupId(id).build(),
                List.of(shard),
                false,
                failover,
                multiAz,
                retention,
                retention == 0 ? null : primary.cacheClusterId(),
                null,
                List.of(),
                region.ask(NodePlans.class).of(primary.cacheClusterId()).port(),
                "",
                new LogDelivery(
                        primary.logDeliveryConfigurations(),
                        primary.logDeliveryConfigurations().stream()
                                .map(each -> each.toBuilder()
                                        .status(LogDeliveryConfigurationStatus.ACTIVE)
                                        .build())
                                .toList(),
                        List.of()),
                tags,
                primary);
    }

    /** The same as a secondary of a global replication group, whose clusters use a parameter group of their own. */
    NewGroup as(GlobalGroups.Secondary secondary, String parameterGroup, Instant now) {
        CacheCluster common = template.toBuilder()
                .cacheParameterGroup(template.cacheParameterGroup().toBuilder()
                        .cacheParameterGroupName(parameterGroup)
                        .build())
                .autoMinorVersionUpgrade(false)
                .authTokenEnabled(secondary.authTokenEnabled())
                .authTokenLastModifiedDate(secondary.authTokenEnabled() ? now : null)
                .build();
        return new NewGroup(
                common,
                shards,
                clusterMode,
                failover,
                multiAz,
                retention,
                snapshottingCluster,
                kmsKeyId,
                userGroups,
                port,
                snapshotName,
                logs,
                tags,
                adopted);
    }

    /** The members that have to be created. */
    List<Shard.Member> added() {
        List<Shard.Member> added = new ArrayList<>();
        for (Shard shard : shards) {
            for (Shard.Member member : shard.members()) {
                if (adopted == null || !member.cluster().equals(adopted.cacheClusterId())) {
                    added.add(member);
                }
            }
        }
        return added;
    }

    /** Makes the cluster that becomes the primary a member, with the group's tags. */
    void adopt(Call call) {
        if (adopted == null) {
            return;
        }
        RegionState region = call.region();
        region.table(CACHE_CLUSTER).put(adopted.cacheClusterId(), template);
        region.tags().forget(adopted.arn());
        region.tags().add(adopted.arn(), tags, call.faults());
    }

    private static int replicasAsked(CreateReplicationGroupRequest request, Call call) {
        int replicas = request.replicasPerNodeGroup() == null ? 0 : request.replicasPerNodeGroup();
        ShardsAsked.requireReplicas(replicas, call);
        return replicas;
    }

    /** Checks how many nodes a group may have in all. */
    static void requireNodesPerGroup(int nodes, Call call) {
        int quota = call.region().settings().quotas().of(Quota.NODES_PER_REPLICATION_GROUP);
        if (nodes > quota) {
            // The wording is the service's own ("Error messages", user guide).
            throw call.faults()
                    .of(
                            ServiceError.NODE_QUOTA_FOR_CLUSTER_EXCEEDED,
                            "Cluster node quota exceeded. Each cluster can have at most " + quota
                                    + " nodes in this region.");
        }
    }

    /** The wording is the service's own: hashicorp/terraform#4947. */
    static int retention(@Nullable Integer asked, NodeType nodeType, Call call) {
        Integer days = call.parameters().within("SnapshotRetentionLimit", asked, 0, LONGEST_RETENTION);
        if (days != null && days > 0 && nodeType.family().equals("t1")) {
            throw call.faults()
                    .invalidParameterCombination("Instance type does not support snapshotting. Snapshot retention limit"
                            + " parameter should not be specified.");
        }
        return days == null ? 0 : days;
    }

    /** "IPv6 is supported for workloads using Valkey 7.2 and above, Redis OSS engine version 6.2 to 7.1" (API reference). */
    private static void requireIpVersion(Network network, EngineAsked asked, Call call) {
        if (!network.networkType().toString().equals("ipv4")
                && !asked.engine().version().atLeast(IPV6_SINCE)) {
            throw call.faults()
                    .invalidParameterCombination("The network type " + network.networkType()
                            + " is not supported for engine version "
                            + asked.engine().version().patchedVersion() + ".");
        }
    }
}
