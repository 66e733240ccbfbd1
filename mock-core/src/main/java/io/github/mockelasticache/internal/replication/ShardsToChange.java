package io.github.mockelasticache.internal.replication;

import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.RegionState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.ModifyReplicationGroupShardConfigurationRequest;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;
import software.amazon.awssdk.services.elasticache.model.ReshardingConfiguration;

/** Which node groups {@code ModifyReplicationGroupShardConfiguration} adds and removes, and where the slots go. */
final class ShardsToChange {

    private ShardsToChange() {}

    /** Checks that each list is given only where it says something. */
    static void requireFitting(
            ModifyReplicationGroupShardConfigurationRequest request, int count, GroupPlan plan, Call call) {
        int present = plan.shards().size();
        if (count <= present && request.hasReshardingConfiguration()) {
            throw call.faults()
                    .invalidParameterCombination("ReshardingConfiguration can only be specified when NodeGroupCount is"
                            + " greater than the current number of node groups.");
        }
        boolean lists = request.hasNodeGroupsToRemove() || request.hasNodeGroupsToRetain();
        if (count >= present && lists) {
            throw call.faults()
                    .invalidParameterCombination("NodeGroupsToRemove and NodeGroupsToRetain can only be specified when"
                            + " NodeGroupCount is less than the current number of node groups.");
        }
        if (count < present && request.hasNodeGroupsToRemove() == request.hasNodeGroupsToRetain()) {
            throw call.faults()
                    .invalidParameterCombination("Exactly one of NodeGroupsToRemove and NodeGroupsToRetain must be"
                            + " specified when NodeGroupCount is less than the current number of node groups.");
        }
    }

    /** New node groups, each with as many nodes as the smallest one that exists (user guide). */
    static List<Shard> added(
            ModifyReplicationGroupShardConfigurationRequest request,
            int number,
            ReplicationGroup group,
            GroupPlan plan,
            Call call) {
        RegionState region = call.region();
        int nodes = plan.shards().stream()
                .mapToInt(each -> each.members().size())
                .min()
                .orElse(1);
        List<ReshardingConfiguration> configured = request.reshardingConfiguration();
        if (configured.size() > number) {
            throw call.faults()
                    .invalidParameterCombination(
                            "ReshardingConfiguration must not have more elements than node groups are added.");
        }
        List<Shard> added = new ArrayList<>();
        List<String> ids = ids(configured, number, plan, call);
        MemberNames names = new MemberNames(group.replicationGroupId(), true);
        for (int shard = 0; shard < number; shard++) {
            List<@Nullable String> zones =
                    new ArrayList<@Nullable String>(Collections.<@Nullable String>nCopies(nodes, null));
            if (shard < configured.size()
                    && !configured.get(shard).preferredAvailabilityZones().isEmpty()) {
                List<String> asked = configured.get(shard).preferredAvailabilityZones();
                ShardsAsked.requireAsManyAs(nodes, asked, call);
                zones = new ArrayList<>(asked);
            }
            String id = ids.get(shard);
            MemberNames.Chosen chosen = names.next(id, 0, nodes, region);
            List<String> placed = new Zones(
                            group.replicationGroupId() + id,
                            Members.network(region, Groups.primary(region, group)),
                            call)
                    .choose(List.of(), zones);
            List<Shard.Member> members = new ArrayList<>();
            for (int node = 0; node < nodes; node++) {
                members.add(new Shard.Member(chosen.clusters().get(node), placed.get(node), null));
            }
            added.add(new Shard(
                    id, Shard.CREATING, Slots.none(), members, chosen.clusters().get(0), chosen.last()));
        }
        return added;
    }

    /** The node groups that leave: those to remove, or all but those to retain. */
    static List<String> leaving(
            ModifyReplicationGroupShardConfigurationRequest request, int count, GroupPlan plan, Call call) {
        Set<String> named = new LinkedHashSet<>(
                request.hasNodeGroupsToRemove() ? request.nodeGroupsToRemove() : request.nodeGroupsToRetain());
        named.forEach(id -> ReplicaCounts.requireShard(id, plan, call));
        List<String> leaving = plan.shards().stream()
                .map(Shard::id)
                .filter(id -> named.contains(id) == request.hasNodeGroupsToRemove())
                .toList();
        if (leaving.size() != plan.shards().size() - count) {
            throw call.faults()
                    .invalidParameterCombination(
                            "NodeGroupCount does not match the number of node groups that are removed or retained.");
        }
        return leaving;
    }

    /** Node groups in the order of their ids. */
    static List<Shard> joined(List<Shard> present, List<Shard> added) {
        List<Shard> all = new ArrayList<>(present);
        all.addAll(added);
        all.sort(Comparator.comparingInt(each -> Integer.parseInt(each.id())));
        return all;
    }

    /** A plan in which the node groups that leave have no slots, and the others even shares. */
    static GroupPlan rebalanced(GroupPlan plan, List<String> leaving) {
        List<Shard> staying = plan.shards().stream()
                .filter(each -> !leaving.contains(each.id()))
                .toList();
        List<Slots> after = Slots.rebalanced(
                staying.stream().map(Shard::slots).toList(),
                plan.shards().stream()
                        .filter(each -> leaving.contains(each.id()))
                        .map(Shard::slots)
                        .toList());
        GroupPlan changed = plan.withEach(each -> leaving.contains(each.id()) ? each.withSlots(Slots.none()) : each);
        for (int shard = 0; shard < staying.size(); shard++) {
            changed = changed.with(staying.get(shard).withSlots(after.get(shard)));
        }
        return changed;
    }

    private static List<String> ids(List<ReshardingConfiguration> configured, int number, GroupPlan plan, Call call) {
        List<String> ids = new ArrayList<>();
        int last = plan.lastShard();
        for (ReshardingConfiguration each : configured) {
            String id = each.nodeGroupId();
            if (id != null) {
                ShardsAsked.requireId(id, call);
                if (plan.shard(id) != null || ids.contains(id)) {
                    throw call.faults().invalidParameterValue("The node group " + id + " already exists.");
                }
                last = Math.max(last, Integer.parseInt(id));
            }
            ids.add(id == null ? "" : id);
        }
        for (int shard = 0; shard < number; shard++) {
            boolean named = shard < ids.size() && !ids.get(shard).isEmpty();
            if (!named) {
                last++;
                if (shard < ids.size()) {
                    ids.set(shard, ShardIds.digits(last));
                } else {
                    ids.add(ShardIds.digits(last));
                }
            }
        }
        return ids;
    }
}
