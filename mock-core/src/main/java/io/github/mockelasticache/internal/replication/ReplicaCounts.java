package io.github.mockelasticache.internal.replication;

import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.ServiceError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.ConfigureShard;

/** The numbers of replicas that {@code IncreaseReplicaCount} and {@code DecreaseReplicaCount} ask for, by node group. */
final class ReplicaCounts {

    private ReplicaCounts() {}

    /** The wording is the service's own: aws-controllers-k8s/community#377. */
    static RuntimeException nothingToDo(Call call) {
        return call.faults()
                .of(
                        ServiceError.NO_OPERATION,
                        "Requested new replica count already matches current number of replicas.");
    }

    /** One number for all node groups, or one for each that is configured. */
    static Map<String, Integer> requested(
            @Nullable Integer count, List<ConfigureShard> configured, GroupPlan plan, Call call) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        if (count != null) {
            ShardsAsked.requireReplicas(count, call);
            plan.shards().forEach(shard -> counts.put(shard.id(), count));
            return counts;
        }
        for (ConfigureShard each : configured) {
            ShardsAsked.requireId(call.parameters().required("NodeGroupId", each.nodeGroupId()), call);
            if (each.newReplicaCount() == null) {
                throw call.faults()
                        .invalidParameterValue("The parameter NewReplicaCount must be provided and must not be null.");
            }
            ShardsAsked.requireReplicas(each.newReplicaCount(), call);
            requireShard(each.nodeGroupId(), plan, call);
            if (counts.put(each.nodeGroupId(), each.newReplicaCount()) != null) {
                throw call.faults()
                        .invalidParameterCombination(
                                "The node group id " + each.nodeGroupId() + " is given more than once.");
            }
            if (!each.preferredOutpostArns().isEmpty()
                    && each.preferredOutpostArns().size() != each.newReplicaCount() + 1) {
                throw call.faults()
                        .invalidParameterCombination("PreferredOutpostArns must have as many elements as the node group"
                                + " is to have nodes.");
            }
            ShardsAsked.requireAsManyAs(each.newReplicaCount() + 1, each.preferredAvailabilityZones(), call);
        }
        return counts;
    }

    /** The node group that a request names. NodeGroupNotFoundFault is not among the errors of the operations that scale. */
    static Shard requireShard(String id, GroupPlan plan, Call call) {
        Shard shard = plan.shard(id);
        if (shard == null) {
            throw call.faults().invalidParameterValue("The node group " + id + " does not exist.");
        }
        return shard;
    }
}
