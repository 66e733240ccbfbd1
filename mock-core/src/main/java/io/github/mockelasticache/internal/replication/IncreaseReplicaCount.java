package io.github.mockelasticache.internal.replication;

import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.provision.NodePlans;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.ConfigureShard;
import software.amazon.awssdk.services.elasticache.model.IncreaseReplicaCountRequest;
import software.amazon.awssdk.services.elasticache.model.IncreaseReplicaCountResponse;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;

/** {@code IncreaseReplicaCount}: more replicas in all node groups, or in some. */
final class IncreaseReplicaCount {

    private IncreaseReplicaCount() {}

    static IncreaseReplicaCountResponse.Builder handle(IncreaseReplicaCountRequest request, Call call) {
        ReplicationGroup group = Groups.named(request.replicationGroupId(), call);
        Scaling.requireImmediately(request.applyImmediately(), call);
        if ((request.newReplicaCount() != null) == request.hasReplicaConfiguration()) {
            throw call.faults()
                    .invalidParameterCombination(
                            "Exactly one of NewReplicaCount and ReplicaConfiguration must be specified.");
        }
        Groups.requireAvailable(group, call);
        GroupPlan plan = Groups.plan(call.region(), group);
        Map<String, Integer> counts = Scaling.ordered(
                plan, ReplicaCounts.requested(request.newReplicaCount(), request.replicaConfiguration(), plan, call));
        Map<String, Scaling.Added> added = new LinkedHashMap<>();
        counts.forEach((id, count) -> {
            Shard shard = ReplicaCounts.requireShard(id, plan, call);
            if (count < shard.replicas()) {
                throw call.faults()
                        .invalidParameterValue("The new replica count " + count + " of node group " + id
                                + " is less than its current number of replicas, " + shard.replicas() + ".");
            }
            if (count > shard.replicas()) {
                added.put(id, added(shard, count, configuration(id, request), group, call));
            }
        });
        if (added.isEmpty()) {
            throw ReplicaCounts.nothingToDo(call);
        }
        NewGroup.requireNodesPerGroup(plan.nodes() + Scaling.number(added), call);
        call.region().ask(NodePlans.class).requireQuota(Scaling.number(added), call);
        return IncreaseReplicaCountResponse.builder().replicationGroup(Scaling.add(group, added, List.of(), call));
    }

    /** The zones that are asked for are those of all nodes: those that the present ones are in are not for the new ones. */
    private static Scaling.Added added(
            Shard shard, int count, @Nullable ConfigureShard configuration, ReplicationGroup group, Call call) {
        int number = count - shard.replicas();
        if (configuration == null || configuration.preferredAvailabilityZones().isEmpty()) {
            return withOutposts(Scaling.Added.to(shard, group, Collections.nCopies(number, null), call), configuration);
        }
        List<@Nullable String> rest = new ArrayList<>(configuration.preferredAvailabilityZones());
        shard.members().forEach(member -> rest.remove(member.zone()));
        while (rest.size() > number) {
            rest.remove(0);
        }
        while (rest.size() < number) {
            rest.add(null);
        }
        return withOutposts(Scaling.Added.to(shard, group, rest, call), configuration);
    }

    private static Scaling.Added withOutposts(Scaling.Added added, @Nullable ConfigureShard configuration) {
        if (configuration == null || configuration.preferredOutpostArns().isEmpty()) {
            return added;
        }
        List<String> arns = configuration.preferredOutpostArns();
        int first = arns.size() - added.members().size();
        List<Shard.Member> members = new ArrayList<>();
        for (int node = 0; node < added.members().size(); node++) {
            Shard.Member member = added.members().get(node);
            members.add(new Shard.Member(member.cluster(), member.zone(), arns.get(first + node)));
        }
        return new Scaling.Added(members, added.last());
    }

    private static @Nullable ConfigureShard configuration(String id, IncreaseReplicaCountRequest request) {
        return request.replicaConfiguration().stream()
                .filter(each -> id.equals(each.nodeGroupId()))
                .findFirst()
                .orElse(null);
    }
}
