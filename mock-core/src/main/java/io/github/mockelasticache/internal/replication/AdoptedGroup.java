package io.github.mockelasticache.internal.replication;

import static io.github.mockelasticache.internal.engine.ResourceTypes.CACHE_CLUSTER;
import static io.github.mockelasticache.internal.engine.ResourceTypes.REPLICATION_GROUP;

import io.github.mockelasticache.internal.engine.Adopter;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.engine.Snapshots;
import io.github.mockelasticache.internal.engine.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.ClusterMode;
import software.amazon.awssdk.services.elasticache.model.MultiAZStatus;
import software.amazon.awssdk.services.elasticache.model.NodeGroup;
import software.amazon.awssdk.services.elasticache.model.NodeGroupMember;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroupPendingModifiedValues;

/** Takes replication groups over that Describe answers tell of, after the cache clusters that are their members. */
final class AdoptedGroup implements Adopter<ReplicationGroup> {

    /** At the end of a member's name: numbers are not used again. */
    private static final Pattern NUMBER = Pattern.compile("-([0-9]{3,4})$");

    @Override
    public void adopt(ReplicationGroup described, RegionState region, Unfit unfit) {
        requireSettled(described, unfit);
        String id = Table.key(described.replicationGroupId());
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
        Shape.refresh(region, id);
        Snapshotting.planOfGroup(region, id);
        // Whether a member is snapshotted by itself depends on the group, which was not there when the member came.
        region.ask(GroupPlans.class)
                .of(id)
                .clusters()
                .forEach(member -> region.ask(Snapshots.class).planAutomatic(member));
    }

    private static void requireSettled(ReplicationGroup described, Unfit unfit) {
        if (!Groups.AVAILABLE.equals(described.status())) {
            throw unfit.because(
                    "/Status",
                    "A replication group that is loaded must be available, but this one is " + described.status()
                            + "; how it would go on is not told.");
        }
        if (described.pendingModifiedValues() != null
                && !described
                        .pendingModifiedValues()
                        .equals(ReplicationGroupPendingModifiedValues.builder().build())) {
            throw unfit.because(
                    "/PendingModifiedValues",
                    "How pending modifications would go on is not told; write {} and modify the group again.");
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
            members.add(new Shard.Member(
                    cluster.cacheClusterId(),
                    required("PreferredAvailabilityZone", zone, at, unfit),
                    member.preferredOutpostArn()));
            primary = primary == null || "primary".equals(member.currentRole()) ? cluster.cacheClusterId() : primary;
            lastMember = Math.max(lastMember, number(cluster.cacheClusterId()));
        }
        if (primary == null) {
            throw unfit.because(pointer, "NodeGroupMembers is missing; a node group has at least one member.");
        }
        return new Shard(shardId, Shard.AVAILABLE, slots, members, primary, lastMember);
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
                .pendingModifiedValues(none -> {})
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
