package io.github.mockelasticache.internal.replication;

import static io.github.mockelasticache.internal.engine.ResourceTypes.CACHE_CLUSTER;
import static io.github.mockelasticache.internal.engine.ResourceTypes.REPLICATION_GROUP;

import io.github.mockelasticache.internal.engine.Adopter;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.engine.Snapshots;
import io.github.mockelasticache.internal.engine.Table;
import io.github.mockelasticache.internal.provision.EndpointCodes;
import io.github.mockelasticache.internal.provision.NodePlan;
import io.github.mockelasticache.internal.provision.NodePlans;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.ClusterMode;
import software.amazon.awssdk.services.elasticache.model.Endpoint;
import software.amazon.awssdk.services.elasticache.model.MultiAZStatus;
import software.amazon.awssdk.services.elasticache.model.NodeGroup;
import software.amazon.awssdk.services.elasticache.model.NodeGroupMember;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroupPendingModifiedValues;

/** Takes replication groups over that Describe answers tell of, after the cache clusters that are their members. */
final class AdoptedGroup implements Adopter<ReplicationGroup> {

    /** At the end of a member's name: numbers are not used again. */
    private static final Pattern NUMBER = Pattern.compile("-([0-9]{3,4})$");

    /** Those that a group can be loaded in; of one that is snapshotting, the snapshot would have to be half done too. */
    private static final Set<String> STATUSES =
            Set.of(Groups.AVAILABLE, Groups.CREATING, Groups.DELETING, Groups.MODIFYING, "create-failed");

    private static final Set<String> SHARD_STATUSES =
            Set.of(Shard.AVAILABLE, Shard.CREATING, Shard.DELETING, Shard.MODIFYING);

    @Override
    public void adopt(ReplicationGroup described, RegionState region, Unfit unfit) {
        requireKind(described, unfit);
        UserGroupChanges.requireLoaded(described.userGroupIds(), "/UserGroupIds", region, unfit);
        learnEndpoints(described, region);
        String id = Table.key(described.replicationGroupId());
        if (Groups.DELETING.equals(described.status())) {
            adoptDeleting(described, id, region);
            return;
        }
        List<Shard> shards = new ArrayList<>();
        for (int index = 0; index < described.nodeGroups().size(); index++) {
            shards.add(shard(described, described.nodeGroups().get(index), "/NodeGroups/" + index, region, unfit));
        }
        if (shards.isEmpty()) {
            throw unfit.because("", "NodeGroups is missing; a replication group has at least one.");
        }
        if (isSharded(described)
                && !Slots.areComplete(shards.stream().map(Shard::slots).toList())) {
            throw unfit.because("/NodeGroups", "The node groups must hold each of the slots 0 to 16383 once.");
        }
        CacheCluster primary = Members.of(region, shards.get(0).primary());
        region.table(REPLICATION_GROUP).put(id, complete(described, id, primary, region));
        region.ask(GroupPlans.class).put(id, GroupPlan.of(shards, isSharded(described) ? highest(shards) : 1));
        UserGroupChanges.attach(region, Groups.of(region, id));
        Shape.refresh(region, id);
        Snapshotting.planOfGroup(region, id);
        // Whether a member is snapshotted by itself depends on the group, which was not there when the member came.
        region.ask(GroupPlans.class).of(id).clusters().stream()
                .filter(member -> Members.of(region, member).hasCacheNodes())
                .forEach(member -> region.ask(Snapshots.class).planAutomatic(member));
        new AdoptedChanges(region, id, unfit).goOn();
    }

    /** A group that is being deleted does not list its members any more; one that is not being deleted with it is retained. */
    private static void adoptDeleting(ReplicationGroup described, String id, RegionState region) {
        region.table(REPLICATION_GROUP)
                .put(
                        id,
                        described.toBuilder()
                                .replicationGroupId(id)
                                .arn(region.arn(REPLICATION_GROUP, id))
                                .pendingModifiedValues(none -> {})
                                .build());
        UserGroupChanges.attach(region, Groups.of(region, id));
        List<Shard.Member> members = new ArrayList<>();
        List<String> leaving = new ArrayList<>();
        String retained = null;
        for (String name : region.table(CACHE_CLUSTER).names()) {
            CacheCluster cluster = Members.of(region, name);
            if (id.equals(cluster.replicationGroupId())) {
                members.add(new Shard.Member(name, "", null));
                if (cluster.cacheClusterStatus().equals(Members.DELETING)) {
                    leaving.add(name);
                } else {
                    retained = name;
                }
            }
        }
        region.ask(GroupPlans.class)
                .put(id, GroupPlan.of(List.of(new Shard(Shard.ONLY, Shard.DELETING, Slots.none(), members, "", 0)), 1));
        DeleteReplicationGroup.disappear(region, id, leaving, retained);
    }

    private static void learnEndpoints(ReplicationGroup described, RegionState region) {
        EndpointCodes codes = region.ask(EndpointCodes.class);
        String id = described.replicationGroupId();
        codes.learn(id, described.configurationEndpoint());
        for (NodeGroup each : described.nodeGroups()) {
            codes.learn(id, each.readerEndpoint());
            codes.learn(id, each.primaryEndpoint());
        }
    }

    private static void requireKind(ReplicationGroup described, Unfit unfit) {
        String status = required("Status", described.status(), "", unfit);
        if (!STATUSES.contains(status)) {
            throw unfit.because(
                    "/Status",
                    "How a replication group that is " + status + " would go on is not told; load one that is "
                            + STATUSES.stream().sorted().collect(Collectors.joining(", ")) + ".");
        }
        required("Description", described.description(), "", unfit);
        required("AutomaticFailover", described.automaticFailover(), "", unfit);
    }

    private static Shard shard(
            ReplicationGroup described, NodeGroup nodeGroup, String pointer, RegionState region, Unfit unfit) {
        String shardId = required("NodeGroupId", nodeGroup.nodeGroupId(), pointer, unfit);
        Slots slots = Slots.none();
        if (isSharded(described)) {
            Slots told = Slots.parse(required("Slots", nodeGroup.slots(), pointer, unfit));
            if (told == null) {
                throw unfit.because(
                        pointer + "/Slots", "Slots are written as 0-5461, but are \"" + nodeGroup.slots() + "\".");
            }
            slots = told;
        }
        List<Shard.Member> members = new ArrayList<>();
        String primary = null;
        int lastMember = 0;
        for (NodeGroupMember member : nodeGroup.nodeGroupMembers()) {
            String at = pointer + "/NodeGroupMembers/" + members.size();
            CacheCluster cluster = cluster(described, member, at, region, unfit);
            String zone = member.preferredAvailabilityZone() == null
                    ? cluster.preferredAvailabilityZone()
                    : member.preferredAvailabilityZone();
            adoptNode(described, cluster, member, required("PreferredAvailabilityZone", zone, at, unfit), region);
            members.add(new Shard.Member(cluster.cacheClusterId(), zone, member.preferredOutpostArn()));
            primary = primary == null || "primary".equals(member.currentRole()) ? cluster.cacheClusterId() : primary;
            lastMember = Math.max(lastMember, number(cluster.cacheClusterId()));
        }
        if (primary == null) {
            throw unfit.because(pointer, "NodeGroupMembers is missing; a node group has at least one member.");
        }
        String status = nodeGroup.status() == null ? Shard.AVAILABLE : nodeGroup.status();
        if (!SHARD_STATUSES.contains(status)) {
            throw unfit.because(
                    pointer + "/Status",
                    "The status of a node group is "
                            + SHARD_STATUSES.stream().sorted().collect(Collectors.joining(", ")) + ".");
        }
        return new Shard(shardId, status, slots, members, primary, lastMember);
    }

    /** The group tells where the node of a member is that is being created, and the endpoint of one that is described without. */
    private static void adoptNode(
            ReplicationGroup described, CacheCluster cluster, NodeGroupMember member, String zone, RegionState region) {
        String id = cluster.cacheClusterId();
        NodePlans plans = region.ask(NodePlans.class);
        Endpoint told = member.readEndpoint();
        if (cluster.cacheClusterStatus().equals(Members.CREATING)) {
            NodePlan plan = plans.of(id);
            plans.put(id, NodePlan.creating(port(described, plan.port()), List.of(zone), ""));
        } else if (cluster.hasCacheNodes()
                && region.now().equals(cluster.cacheNodes().get(0).cacheNodeCreateTime())) {
            // The node was described by the group alone.
            int port = told != null && told.port() != null
                    ? told.port()
                    : port(described, plans.of(id).port());
            plans.put(id, new NodePlan(port, 1, List.of(), 1, ""));
            Members.change(
                    region,
                    id,
                    each -> told == null
                            ? Members.withEndpoints(region).apply(each)
                            : each.toBuilder()
                                    .cacheNodes(each.cacheNodes().stream()
                                            .map(node -> node.toBuilder()
                                                    .endpoint(told)
                                                    .build())
                                            .toList())
                                    .build());
        }
    }

    private static int port(ReplicationGroup described, int otherwise) {
        return Stream.concat(
                        Stream.of(described.configurationEndpoint()),
                        described.nodeGroups().stream().map(NodeGroup::primaryEndpoint))
                .filter(endpoint -> endpoint != null && endpoint.port() != null)
                .map(endpoint -> endpoint.port())
                .findFirst()
                .orElse(otherwise);
    }

    private static CacheCluster cluster(
            ReplicationGroup described, NodeGroupMember member, String pointer, RegionState region, Unfit unfit) {
        String id = required("CacheClusterId", member.cacheClusterId(), pointer, unfit);
        CacheCluster cluster = region.table(CACHE_CLUSTER).find(id);
        if (cluster == null) {
            throw unfit.because(
                    pointer + "/CacheClusterId",
                    "The member " + id + " is not among the CacheClusters; load those of the account too.");
        }
        if (!described.replicationGroupId().equalsIgnoreCase(cluster.replicationGroupId())) {
            throw unfit.because(
                    pointer + "/CacheClusterId",
                    "The cache cluster " + id + " does not belong to this group by its ReplicationGroupId, which is "
                            + cluster.replicationGroupId() + ".");
        }
        return cluster;
    }

    /** Older versions of the AWS CLI print less of a group than there is. */
    private static ReplicationGroup complete(
            ReplicationGroup described, String id, CacheCluster primary, RegionState region) {
        ReplicationGroup.Builder group = described.toBuilder()
                .replicationGroupId(id)
                .arn(region.arn(REPLICATION_GROUP, id))
                .pendingModifiedValues(Objects.requireNonNullElse(
                        described.pendingModifiedValues(),
                        ReplicationGroupPendingModifiedValues.builder().build()))
                .clusterEnabled(isSharded(described))
                .cacheNodeType(primary.cacheNodeType())
                .engine(primary.engine())
                .snapshotRetentionLimit(Objects.requireNonNullElse(described.snapshotRetentionLimit(), 0))
                .authTokenEnabled(Boolean.TRUE.equals(described.authTokenEnabled()))
                .transitEncryptionEnabled(Boolean.TRUE.equals(described.transitEncryptionEnabled()))
                .atRestEncryptionEnabled(Boolean.TRUE.equals(described.atRestEncryptionEnabled()));
        if (described.clusterMode() == null) {
            group.clusterMode(isSharded(described) ? ClusterMode.ENABLED : ClusterMode.DISABLED);
        }
        if (described.multiAZ() == null) {
            group.multiAZ(MultiAZStatus.DISABLED);
        }
        if (described.globalReplicationGroupInfo() == null) {
            group.globalReplicationGroupInfo(none -> {});
        }
        return group.build();
    }

    private static boolean isSharded(ReplicationGroup described) {
        return Boolean.TRUE.equals(described.clusterEnabled()) || described.clusterMode() == ClusterMode.ENABLED;
    }

    private static int number(String cluster) {
        Matcher number = NUMBER.matcher(cluster);
        return number.find() ? Integer.parseInt(number.group(1)) : 0;
    }

    private static int highest(List<Shard> shards) {
        return shards.stream()
                .map(Shard::id)
                .filter(id -> id.matches("[0-9]{1,4}"))
                .mapToInt(Integer::parseInt)
                .max()
                .orElse(shards.size());
    }

    private static <T> T required(String member, @Nullable T value, String pointer, Unfit unfit) {
        if (value == null) {
            throw unfit.because(pointer, member + " is missing; a replication group needs it.");
        }
        return value;
    }
}
