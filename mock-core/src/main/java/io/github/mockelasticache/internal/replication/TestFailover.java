package io.github.mockelasticache.internal.replication;

import static io.github.mockelasticache.internal.engine.ResourceTypes.CACHE_CLUSTER;
import static io.github.mockelasticache.internal.engine.ResourceTypes.REPLICATION_GROUP;

import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.engine.ServiceError;
import io.github.mockelasticache.time.Delays.Step;
import java.util.Objects;
import software.amazon.awssdk.services.elasticache.model.AutomaticFailoverStatus;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;
import software.amazon.awssdk.services.elasticache.model.TestFailoverRequest;
import software.amazon.awssdk.services.elasticache.model.TestFailoverResponse;

/**
 * {@code TestFailover}: a replica of a node group takes over, and the old primary is replaced and becomes a replica.
 *
 * <p>The answer still says {@code available}, as the user guide's sample does; then the group is {@code modifying} until the old
 * primary is back, so that there is one test at a time: "the first node replacement must complete before a subsequent call can be
 * made". The events and their order are those of the API reference.
 */
final class TestFailover {

    /** The only node of a member. */
    static final String NODE = "0001";

    private TestFailover() {}

    static TestFailoverResponse.Builder handle(TestFailoverRequest request, Call call) {
        ReplicationGroup group = Groups.named(request.replicationGroupId(), call);
        String shardId = call.parameters().required("NodeGroupId", request.nodeGroupId());
        ShardsAsked.requireId(shardId, call);
        RegionState region = call.region();
        Shard shard = Groups.plan(region, group).shard(shardId);
        if (shard == null) {
            throw call.faults().of(ServiceError.NODE_GROUP_NOT_FOUND, "NodeGroup " + shardId + " not found.");
        }
        if (group.status().equals(Groups.MODIFYING) && shard.status().equals(Shard.MODIFYING)) {
            throw call.faults()
                    .of(
                            ServiceError.TEST_FAILOVER_NOT_AVAILABLE,
                            "The TestFailover action is not available for node group " + shardId
                                    + ": it is being modified.");
        }
        Groups.requireAvailable(group, call);
        if (group.automaticFailover() != AutomaticFailoverStatus.ENABLED) {
            throw call.faults()
                    .of(
                            ServiceError.INVALID_REPLICATION_GROUP_STATE,
                            "Automatic failover must be enabled for replication group " + group.replicationGroupId()
                                    + " to test it.");
        }
        if (shard.replicas() == 0) {
            throw call.faults()
                    .of(
                            ServiceError.INVALID_REPLICATION_GROUP_STATE,
                            "Node group " + shardId
                                    + " must have at least one read replica to test automatic failover.");
        }
        region.ask(FailoverTests.class).take(call);
        region.emit(
                REPLICATION_GROUP, group.replicationGroupId(), "Test Failover API called for node group " + shard.id());
        return TestFailoverResponse.builder()
                .replicationGroup(failOver(region, group.replicationGroupId(), shard).toBuilder()
                        .status(Groups.AVAILABLE)
                        .build());
    }

    /** Begins to promote the first replica of a node group, for whatever reason its primary is gone. */
    static ReplicationGroup failOver(RegionState region, String id, Shard shard) {
        String primary = shard.primary();
        String replica = shard.replicaClusters().get(0);
        region.after(
                Step.FAILING_OVER,
                region.arn(REPLICATION_GROUP, id),
                aspect(shard),
                "primary " + primary,
                "primary " + replica,
                () -> failedOver(region, id, shard.id(), replica));
        return Groups.modifying(region, id, plan -> plan.with(shard.withStatus(Shard.MODIFYING)));
    }

    private static void failedOver(RegionState region, String id, String shardId, String replica) {
        Shard shard = Objects.requireNonNull(region.ask(GroupPlans.class).of(id).shard(shardId), shardId);
        String primary = shard.primary();
        region.ask(GroupPlans.class).change(id, plan -> plan.with(shard.withPrimary(replica)));
        Shape.refresh(region, id);
        String message = "Failover from primary node " + primary + " to replica node " + replica + " completed";
        region.emit(CACHE_CLUSTER, primary, message);
        region.emit(REPLICATION_GROUP, id, message);
        region.emit(CACHE_CLUSTER, primary, "Recovering cache nodes " + NODE);
        region.after(
                Step.NODE_RECOVERING,
                region.arn(REPLICATION_GROUP, id),
                aspect(shard),
                "recovering " + primary,
                Groups.AVAILABLE,
                () -> {
                    region.emit(CACHE_CLUSTER, primary, "Finished recovery for cache nodes " + NODE);
                    Groups.settled(region, id);
                });
    }

    private static String aspect(Shard shard) {
        return "node group " + shard.id();
    }
}
