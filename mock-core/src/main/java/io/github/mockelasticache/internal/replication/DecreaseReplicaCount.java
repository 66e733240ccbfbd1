package io.github.mockelasticache.internal.replication;

import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.Table;
import io.github.mockelasticache.time.Delays.Step;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.elasticache.model.AutomaticFailoverStatus;
import software.amazon.awssdk.services.elasticache.model.ConfigureShard;
import software.amazon.awssdk.services.elasticache.model.DecreaseReplicaCountRequest;
import software.amazon.awssdk.services.elasticache.model.DecreaseReplicaCountResponse;
import software.amazon.awssdk.services.elasticache.model.MultiAZStatus;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;

/** {@code DecreaseReplicaCount}: fewer replicas in all node groups or in some, the newest ones or those that are named. */
final class DecreaseReplicaCount {

    private DecreaseReplicaCount() {}

    static DecreaseReplicaCountResponse.Builder handle(DecreaseReplicaCountRequest request, Call call) {
        ReplicationGroup group = Groups.named(request.replicationGroupId(), call);
        Scaling.requireImmediately(request.applyImmediately(), call);
        long ways = Stream.of(
                        request.newReplicaCount() != null,
                        request.hasReplicaConfiguration(),
                        request.hasReplicasToRemove())
                .filter(given -> given)
                .count();
        if (ways != 1) {
            throw call.faults()
                    .invalidParameterCombination("Exactly one of NewReplicaCount, ReplicaConfiguration and"
                            + " ReplicasToRemove must be specified.");
        }
        Groups.requireAvailable(group, call);
        GroupPlan plan = Groups.plan(call.region(), group);
        List<String> leaving = request.hasReplicasToRemove()
                ? named(request.replicasToRemove(), plan, call)
                : newest(
                        ReplicaCounts.requested(request.newReplicaCount(), request.replicaConfiguration(), plan, call),
                        request.replicaConfiguration(),
                        plan,
                        call);
        if (leaving.isEmpty()) {
            throw ReplicaCounts.nothingToDo(call);
        }
        plan.shards().forEach(shard -> requireEnoughLeft(shard, leaving, group, call));
        return DecreaseReplicaCountResponse.builder()
                .replicationGroup(
                        Scaling.remove(call.region(), group.replicationGroupId(), Step.REPLICAS_REMOVING, leaving));
    }

    private static List<String> named(List<String> clusters, GroupPlan plan, Call call) {
        Set<String> leaving = new LinkedHashSet<>();
        for (String cluster : clusters) {
            String id = Table.key(call.parameters().required("ReplicasToRemove", cluster));
            Shard shard = plan.shardOf(id);
            if (shard == null) {
                throw call.faults()
                        .invalidParameterValue(
                                "The cache cluster " + id + " is not a member of the replication group.");
            }
            if (shard.primary().equals(id)) {
                throw call.faults()
                        .invalidParameterValue("The cache cluster " + id + " is the primary of node group " + shard.id()
                                + ", and cannot be removed.");
            }
            leaving.add(id);
        }
        return List.copyOf(leaving);
    }

    private static List<String> newest(
            Map<String, Integer> counts, List<ConfigureShard> configured, GroupPlan plan, Call call) {
        if (configured.stream()
                .anyMatch(each -> !each.preferredAvailabilityZones().isEmpty()
                        || !each.preferredOutpostArns().isEmpty())) {
            return keeping(configured, plan, call);
        }
        List<String> leaving = new ArrayList<>();
        Scaling.ordered(plan, counts).forEach((id, count) -> {
            Shard shard = ReplicaCounts.requireShard(id, plan, call);
            requireFewer(shard, count, call);
            List<String> replicas = shard.replicaClusters();
            leaving.addAll(replicas.subList(count, replicas.size()));
        });
        return leaving;
    }

    /** The zones that are named are those of the nodes that stay: replicas elsewhere leave first. */
    private static List<String> keeping(List<ConfigureShard> configured, GroupPlan plan, Call call) {
        List<String> leaving = new ArrayList<>();
        for (ConfigureShard each : configured) {
            Shard shard = ReplicaCounts.requireShard(each.nodeGroupId(), plan, call);
            int count = each.newReplicaCount();
            requireFewer(shard, count, call);
            List<String> wanted = new ArrayList<>(each.preferredAvailabilityZones());
            List<String> outposts = new ArrayList<>(each.preferredOutpostArns());
            List<String> unwanted = new ArrayList<>();
            List<String> kept = new ArrayList<>();
            for (Shard.Member member : shard.members()) {
                boolean stays = wanted.remove(member.zone()) || outposts.remove(member.outpost());
                if (!member.cluster().equals(shard.primary())) {
                    (stays ? kept : unwanted).add(member.cluster());
                }
            }
            kept.addAll(unwanted);
            leaving.addAll(kept.subList(count, kept.size()));
        }
        return leaving;
    }

    private static void requireFewer(Shard shard, int count, Call call) {
        if (count > shard.replicas()) {
            throw call.faults()
                    .invalidParameterValue("The new replica count " + count + " of node group " + shard.id()
                            + " is more than its current number of replicas, " + shard.replicas() + ".");
        }
    }

    private static void requireEnoughLeft(Shard shard, List<String> leaving, ReplicationGroup group, Call call) {
        List<String> left = new ArrayList<>(shard.replicaClusters());
        if (!left.removeAll(leaving) || !left.isEmpty()) {
            return;
        }
        if (group.multiAZ() == MultiAZStatus.ENABLED) {
            // The wording is the service's own: pulumi/pulumi#11458.
            throw call.faults()
                    .invalidParameterValue("Must have at least 1 replica for Multi-AZ enabled Replication Group");
        }
        if (!Boolean.TRUE.equals(group.clusterEnabled())
                && (group.automaticFailover() != AutomaticFailoverStatus.DISABLED
                        || group.pendingModifiedValues().automaticFailoverStatus() != null)) {
            // The wording is the service's own: hashicorp/terraform-provider-aws#24244.
            throw call.faults()
                    .invalidParameterValue(
                            "Must have at least 1 replica when cluster mode is disabled with auto failover enabled.");
        }
    }
}
