package io.github.mockelasticache.internal.global;

import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.Table;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.elasticache.model.DecreaseNodeGroupsInGlobalReplicationGroupRequest;
import software.amazon.awssdk.services.elasticache.model.DecreaseNodeGroupsInGlobalReplicationGroupResponse;
import software.amazon.awssdk.services.elasticache.model.GlobalReplicationGroup;
import software.amazon.awssdk.services.elasticache.model.ModifyReplicationGroupShardConfigurationRequest;

/**
 * {@code DecreaseNodeGroupsInGlobalReplicationGroup}: in all members at once. The node groups to remove, or else to retain, are named by
 * their global ids.
 */
final class DecreaseNodeGroupsInGlobalReplicationGroup {

    private DecreaseNodeGroupsInGlobalReplicationGroup() {}

    static DecreaseNodeGroupsInGlobalReplicationGroupResponse.Builder handle(
            DecreaseNodeGroupsInGlobalReplicationGroupRequest request, Call call) {
        GlobalReplicationGroup group = Groups.named(request.globalReplicationGroupId(), call);
        int count = NodeGroups.requireCount(request.nodeGroupCount(), call);
        NodeGroups.requireImmediately(request.applyImmediately(), call);
        if (request.globalNodeGroupsToRemove().isEmpty()
                == request.globalNodeGroupsToRetain().isEmpty()) {
            throw call.faults()
                    .invalidParameterCombination(
                            "Exactly one of GlobalNodeGroupsToRemove and GlobalNodeGroupsToRetain must be specified.");
        }
        NodeGroups.requireChangeable(group, call);
        int present = group.globalNodeGroups().size();
        if (count >= present) {
            throw call.faults()
                    .invalidParameterValue(
                            "NodeGroupCount must be less than the current number of node groups, " + present + ".");
        }
        List<String> remove = ids(request.globalNodeGroupsToRemove(), present - count, group, call);
        List<String> retain = ids(request.globalNodeGroupsToRetain(), count, group, call);
        return DecreaseNodeGroupsInGlobalReplicationGroupResponse.builder()
                .globalReplicationGroup(NodeGroups.change(
                        group,
                        member -> ModifyReplicationGroupShardConfigurationRequest.builder()
                                .replicationGroupId(member.id())
                                .applyImmediately(true)
                                .nodeGroupCount(count)
                                .nodeGroupsToRemove(remove.isEmpty() ? null : remove)
                                .nodeGroupsToRetain(retain.isEmpty() ? null : retain)
                                .build(),
                        call));
    }

    private static List<String> ids(List<String> globalIds, int number, GlobalReplicationGroup group, Call call) {
        List<String> present = NodeGroups.ids(group);
        List<String> ids = new ArrayList<>();
        for (String globalId : globalIds) {
            String id = present.stream()
                    .filter(each -> NodeGroups.globalId(group.globalReplicationGroupId(), each)
                            .equals(Table.key(globalId)))
                    .findFirst()
                    .orElseThrow(() -> call.faults().invalidParameterValue("Node group " + globalId + " not found."));
            if (!ids.contains(id)) {
                ids.add(id);
            }
        }
        if (!ids.isEmpty() && ids.size() != number) {
            throw call.faults()
                    .invalidParameterCombination(
                            "NodeGroupCount does not match the number of node groups that are removed or retained.");
        }
        return ids;
    }
}
