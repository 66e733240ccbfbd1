package io.github.mockelasticache.internal.replication;

import static io.github.mockelasticache.internal.engine.ResourceTypes.REPLICATION_GROUP;

import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.engine.ServiceError;
import io.github.mockelasticache.internal.provision.NodePlans;
import io.github.mockelasticache.time.Delays.Step;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.ModifyReplicationGroupShardConfigurationRequest;
import software.amazon.awssdk.services.elasticache.model.ModifyReplicationGroupShardConfigurationResponse;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;
import software.amazon.awssdk.services.elasticache.model.ReshardingStatus;

/**
 * {@code ModifyReplicationGroupShardConfiguration}: more node groups, fewer, or the same with slots spread evenly.
 *
 * <p>New node groups are created first, and those that leave are deleted last; in between slots move, with a progress that rises
 * as time passes.
 */
final class ModifyReplicationGroupShardConfiguration {

    private ModifyReplicationGroupShardConfiguration() {}

    static ModifyReplicationGroupShardConfigurationResponse.Builder handle(
            ModifyReplicationGroupShardConfigurationRequest request, Call call) {
        ReplicationGroup group = Groups.named(request.replicationGroupId(), call);
        GlobalMembership.requireNone(group, call);
        checked(request, group, call).run();
        RegionState region = call.region();
        return ModifyReplicationGroupShardConfigurationResponse.builder()
                .replicationGroup(Shape.now(region, Groups.of(region, group.replicationGroupId())));
    }

    /** Checks what is asked for, and gives what begins it. */
    static Runnable checked(
            ModifyReplicationGroupShardConfigurationRequest request, ReplicationGroup group, Call call) {
        Scaling.requireImmediately(request.applyImmediately(), call);
        if (request.nodeGroupCount() == null) {
            throw call.faults()
                    .invalidParameterValue("The parameter NodeGroupCount must be provided and must not be null.");
        }
        int count = request.nodeGroupCount();
        if (count < 1) {
            throw call.faults()
                    .invalidParameterValue("Invalid value " + count + " for NodeGroupCount. Must be at least 1.");
        }
        if (!Groups.clusterMode(group)) {
            // The wording is the service's own: widdix/aws-cf-templates#573.
            throw call.faults()
                    .invalidParameterValue("Operation is only applicable for cluster mode enabled replication groups.");
        }
        Groups.requireAvailable(group, call);
        GroupPlan plan = Groups.plan(call.region(), group);
        ShardsToChange.requireFitting(request, count, plan, call);
        int present = plan.shards().size();
        return count > present
                ? grow(request, count - present, group, plan, call)
                : count < present ? shrink(request, count, group, plan, call) : rebalance(group, plan, call);
    }

    private static Runnable grow(
            ModifyReplicationGroupShardConfigurationRequest request,
            int number,
            ReplicationGroup group,
            GroupPlan plan,
            Call call) {
        RegionState region = call.region();
        ShardsAsked.requireQuota(plan.shards().size() + number, call);
        List<Shard> added = ShardsToChange.added(request, number, group, plan, call);
        List<Shard.Member> members =
                added.stream().flatMap(each -> each.members().stream()).toList();
        NewGroup.requireNodesPerGroup(plan.nodes() + members.size(), call);
        region.ask(NodePlans.class).requireQuota(members.size(), call);
        return () -> add(added, members, group, call);
    }

    private static void add(List<Shard> added, List<Shard.Member> members, ReplicationGroup group, Call call) {
        RegionState region = call.region();
        String id = group.replicationGroupId();
        CacheCluster primary = Groups.primary(region, group);
        Members.create(
                Members.like(primary),
                members,
                region.ask(NodePlans.class).of(primary.cacheClusterId()).port(),
                "",
                region.tags().of(group.arn()),
                call);
        begin(region, id);
        Groups.modifying(
                region,
                id,
                before -> before.withShards(
                        ShardsToChange.joined(
                                Shard.each(before.shards(), each -> each.withStatus(Shard.MODIFYING)), added),
                        ShardIds.highest(added)));
        List<String> clusters = members.stream().map(Shard.Member::cluster).toList();
        Members.becomeAvailable(region, id, Step.REPLICAS_ADDING, clusters);
        region.after(
                Step.REPLICAS_ADDING,
                group.arn(),
                "node groups",
                Groups.CREATING,
                Groups.AVAILABLE,
                () -> moveSlots(region, id, List.of()));
    }

    private static Runnable shrink(
            ModifyReplicationGroupShardConfigurationRequest request,
            int count,
            ReplicationGroup group,
            GroupPlan plan,
            Call call) {
        RegionState region = call.region();
        String id = group.replicationGroupId();
        List<String> leaving = ShardsToChange.leaving(request, count, plan, call);
        return () -> {
            begin(region, id);
            Groups.modifying(
                    region,
                    id,
                    before -> before.withEach(
                            each -> each.withStatus(leaving.contains(each.id()) ? Shard.DELETING : Shard.MODIFYING)));
            moveSlots(region, id, leaving);
        };
    }

    private static Runnable rebalance(ReplicationGroup group, GroupPlan plan, Call call) {
        if (Slots.areBalanced(plan.shards().stream().map(Shard::slots).toList())) {
            // The wording is the service's own ("Online resharding", user guide).
            throw call.faults()
                    .of(
                            ServiceError.INVALID_REPLICATION_GROUP_STATE,
                            "Slots in the replication group are uniformly distributed. Nothing to do.");
        }
        RegionState region = call.region();
        String id = group.replicationGroupId();
        return () -> {
            begin(region, id);
            Groups.modifying(region, id, before -> before.withEach(each -> each.withStatus(Shard.MODIFYING)));
            moveSlots(region, id, List.of());
        };
    }

    private static void begin(RegionState region, String id) {
        show(region, id, Shape.resharding(0));
    }

    private static void show(RegionState region, String id, @Nullable ReshardingStatus resharding) {
        Groups.change(
                region,
                id,
                group -> group.toBuilder()
                        .pendingModifiedValues(group.pendingModifiedValues().toBuilder()
                                .resharding(resharding)
                                .build())
                        .build());
    }

    private static void moveSlots(RegionState region, String id, List<String> leaving) {
        region.ask(GroupPlans.class).change(id, plan -> plan.withSlotsMovingSince(region.now()));
        region.after(
                Step.RESHARDING,
                region.arn(REPLICATION_GROUP, id),
                "slots",
                "0 %",
                "100 %",
                () -> moved(region, id, leaving));
    }

    private static void moved(RegionState region, String id, List<String> leaving) {
        GroupPlan plan = region.ask(GroupPlans.class)
                .change(id, before -> ShardsToChange.rebalanced(before, leaving).withSlotsMovingSince(null));
        show(region, id, null);
        if (leaving.isEmpty()) {
            Groups.settled(region, id);
            return;
        }
        Shape.refresh(region, id);
        Members.delete(
                region,
                id,
                Step.REPLICAS_REMOVING,
                plan.shards().stream()
                        .filter(each -> leaving.contains(each.id()))
                        .flatMap(each -> each.clusters().stream())
                        .toList());
        region.after(
                Step.REPLICAS_REMOVING,
                region.arn(REPLICATION_GROUP, id),
                "node groups",
                Groups.DELETING,
                Groups.AVAILABLE,
                () -> {
                    region.ask(GroupPlans.class)
                            .change(
                                    id,
                                    before -> before.withShards(before.shards().stream()
                                            .filter(each -> !leaving.contains(each.id()))
                                            .toList()));
                    Groups.settled(region, id);
                });
    }
}
