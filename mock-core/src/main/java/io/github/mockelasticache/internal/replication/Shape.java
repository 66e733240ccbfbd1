package io.github.mockelasticache.internal.replication;

import static io.github.mockelasticache.internal.engine.ResourceTypes.CACHE_CLUSTER;
import static io.github.mockelasticache.internal.engine.ResourceTypes.REPLICATION_GROUP;

import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.provision.Endpoints;
import io.github.mockelasticache.internal.provision.NodePlans;
import io.github.mockelasticache.time.Delays.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.ClusterMode;
import software.amazon.awssdk.services.elasticache.model.Endpoint;
import software.amazon.awssdk.services.elasticache.model.NodeGroup;
import software.amazon.awssdk.services.elasticache.model.NodeGroupMember;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;
import software.amazon.awssdk.services.elasticache.model.ReshardingStatus;

/**
 * How a replication group shows its node groups, members and endpoints.
 *
 * <p>With cluster mode disabled, a node group has a primary and a reader endpoint, and its members their roles and read
 * endpoints; with cluster mode enabled, the group has a configuration endpoint, a node group its slots, and members neither role
 * nor endpoint: so it is in recorded answers. Endpoints are there once the nodes are.
 */
final class Shape {

    private static final String NODE = "0001";

    private Shape() {}

    /** Shows what the group's plan and its member clusters say. */
    static ReplicationGroup refresh(RegionState region, String id) {
        GroupPlan plan = region.ask(GroupPlans.class).of(id);
        return region.table(REPLICATION_GROUP)
                .change(
                        id,
                        group -> group.toBuilder()
                                .memberClusters(plan.clusters())
                                .memberClustersOutpostArns(outposts(plan))
                                .nodeGroups(plan.shards().stream()
                                        .map(shard -> new View(region, group).nodeGroup(shard))
                                        .toList())
                                .configurationEndpoint(new View(region, group).configurationEndpoint(plan))
                                .build());
    }

    /** A group as it is at this moment: slots move all the time while a resharding is under way. */
    static ReplicationGroup now(RegionState region, ReplicationGroup group) {
        if (group.pendingModifiedValues().resharding() == null) {
            return group;
        }
        Instant since =
                region.ask(GroupPlans.class).of(group.replicationGroupId()).slotsMovingSince();
        double progress = since == null ? 0 : progress(region, since);
        return group.toBuilder()
                .pendingModifiedValues(group.pendingModifiedValues().toBuilder()
                        .resharding(resharding(progress))
                        .build())
                .build();
    }

    static ReshardingStatus resharding(double progress) {
        return ReshardingStatus.builder()
                .slotMigration(slots -> slots.progressPercentage(progress))
                .build();
    }

    private static double progress(RegionState region, Instant since) {
        Duration all = region.duration(Step.RESHARDING);
        long passed = Duration.between(since, region.now()).toMillis();
        return all.isZero() ? 0 : Math.min(100, Math.floor(1000.0 * passed / all.toMillis()) / 10);
    }

    private static @Nullable List<String> outposts(GroupPlan plan) {
        List<String> arns = plan.members()
                .map(Shard.Member::outpost)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        return arns.isEmpty() ? null : arns;
    }

    /** A group while it is looked at. */
    private record View(RegionState region, ReplicationGroup group) {

        NodeGroup nodeGroup(Shard shard) {
            boolean reachable = rolesShown() && hasNodes(shard.primary());
            return NodeGroup.builder()
                    .nodeGroupId(shard.id())
                    .status(shard.status())
                    .slots(shard.slots().size() == 0 ? null : shard.slots().toString())
                    .primaryEndpoint(
                            reachable ? endpoints().primary(group.replicationGroupId(), tls(), port(shard)) : null)
                    .readerEndpoint(
                            reachable ? endpoints().reader(group.replicationGroupId(), tls(), port(shard)) : null)
                    .nodeGroupMembers(shard.members().stream()
                            .map(member -> member(shard, member))
                            .toList())
                    .build();
        }

        @Nullable
        Endpoint configurationEndpoint(GroupPlan plan) {
            return Boolean.TRUE.equals(group.clusterEnabled())
                            && hasNodes(plan.first().primary())
                    ? endpoints().configuration(group.replicationGroupId(), tls(), port(plan.first()))
                    : null;
        }

        private NodeGroupMember member(Shard shard, Shard.Member member) {
            CacheCluster cluster = region.table(CACHE_CLUSTER).find(member.cluster());
            boolean reachable = rolesShown() && cluster != null && cluster.hasCacheNodes();
            return NodeGroupMember.builder()
                    .cacheClusterId(member.cluster())
                    .cacheNodeId(NODE)
                    .preferredAvailabilityZone(member.zone())
                    .preferredOutpostArn(member.outpost())
                    .currentRole(!reachable ? null : member.cluster().equals(shard.primary()) ? "primary" : "replica")
                    .readEndpoint(
                            reachable && cluster != null
                                    ? cluster.cacheNodes().get(0).endpoint()
                                    : null)
                    .build();
        }

        /** In compatible mode, clients of both kinds are served. */
        private boolean rolesShown() {
            return group.clusterMode() != ClusterMode.ENABLED;
        }

        private boolean hasNodes(String cluster) {
            CacheCluster found = region.table(CACHE_CLUSTER).find(cluster);
            return found != null && found.hasCacheNodes();
        }

        private boolean tls() {
            return Boolean.TRUE.equals(group.transitEncryptionEnabled());
        }

        private int port(Shard shard) {
            return region.ask(NodePlans.class).of(shard.primary()).port();
        }

        private Endpoints endpoints() {
            return Endpoints.of(region, group.replicationGroupId());
        }
    }
}
