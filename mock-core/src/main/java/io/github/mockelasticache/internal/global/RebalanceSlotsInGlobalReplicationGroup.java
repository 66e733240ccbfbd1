package io.github.mockelasticache.internal.global;

import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.ServiceError;
import software.amazon.awssdk.services.elasticache.model.GlobalReplicationGroup;
import software.amazon.awssdk.services.elasticache.model.ModifyReplicationGroupShardConfigurationRequest;
import software.amazon.awssdk.services.elasticache.model.RebalanceSlotsInGlobalReplicationGroupRequest;
import software.amazon.awssdk.services.elasticache.model.RebalanceSlotsInGlobalReplicationGroupResponse;

/** {@code RebalanceSlotsInGlobalReplicationGroup}: in all members at once. */
final class RebalanceSlotsInGlobalReplicationGroup {

    private RebalanceSlotsInGlobalReplicationGroup() {}

    static RebalanceSlotsInGlobalReplicationGroupResponse.Builder handle(
            RebalanceSlotsInGlobalReplicationGroupRequest request, Call call) {
        GlobalReplicationGroup group = Groups.named(request.globalReplicationGroupId(), call);
        NodeGroups.requireImmediately(request.applyImmediately(), call);
        NodeGroups.requireChangeable(group, call);
        if (NodeGroups.areBalanced(group)) {
            // The wording is the service's own for replication groups ("Online resharding", user guide).
            throw call.faults()
                    .of(
                            ServiceError.INVALID_GLOBAL_REPLICATION_GROUP_STATE,
                            "Slots in the replication group are uniformly distributed. Nothing to do.");
        }
        int count = group.globalNodeGroups().size();
        return RebalanceSlotsInGlobalReplicationGroupResponse.builder()
                .globalReplicationGroup(NodeGroups.change(
                        group,
                        member -> ModifyReplicationGroupShardConfigurationRequest.builder()
                                .replicationGroupId(member.id())
                                .applyImmediately(true)
                                .nodeGroupCount(count)
                                .build(),
                        call));
    }
}
