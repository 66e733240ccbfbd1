package io.github.mockelasticache.internal.global;

import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.RegionState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.GlobalReplicationGroup;
import software.amazon.awssdk.services.elasticache.model.IncreaseNodeGroupsInGlobalReplicationGroupRequest;
import software.amazon.awssdk.services.elasticache.model.IncreaseNodeGroupsInGlobalReplicationGroupResponse;
import software.amazon.awssdk.services.elasticache.model.ModifyReplicationGroupShardConfigurationRequest;
import software.amazon.awssdk.services.elasticache.model.RegionalConfiguration;
import software.amazon.awssdk.services.elasticache.model.ReshardingConfiguration;

/**
 * {@code IncreaseNodeGroupsInGlobalReplicationGroup}: in all members at once, under the same ids. {@code RegionalConfigurations} say for
 * each member where the nodes are to be; ids in them have to be the same in all.
 */
final class IncreaseNodeGroupsInGlobalReplicationGroup {

    private static final Pattern ID = Pattern.compile("\\d{1,4}");

    private static final String[] MEMBER = {"ReplicationGroupId", "ReplicationGroupRegion"};

    private IncreaseNodeGroupsInGlobalReplicationGroup() {}

    static IncreaseNodeGroupsInGlobalReplicationGroupResponse.Builder handle(
            IncreaseNodeGroupsInGlobalReplicationGroupRequest request, Call call) {
        GlobalReplicationGroup group = Groups.named(request.globalReplicationGroupId(), call);
        int count = NodeGroups.requireCount(request.nodeGroupCount(), call);
        NodeGroups.requireImmediately(request.applyImmediately(), call);
        Map<Member, List<ReshardingConfiguration>> regional = regional(request, group, call);
        NodeGroups.requireChangeable(group, call);
        int added = count - group.globalNodeGroups().size();
        if (added <= 0) {
            throw call.faults()
                    .invalidParameterValue("NodeGroupCount must be greater than the current number of node groups, "
                            + group.globalNodeGroups().size() + ".");
        }
        RegionState region = call.region();
        String id = group.globalReplicationGroupId();
        List<String> ids = ids(added, regional, group, Groups.plan(region, id), call);
        GlobalReplicationGroup answered = NodeGroups.change(
                group,
                member -> ModifyReplicationGroupShardConfigurationRequest.builder()
                        .replicationGroupId(member.id())
                        .applyImmediately(true)
                        .nodeGroupCount(count)
                        .reshardingConfiguration(configured(ids, regional.getOrDefault(member, List.of())))
                        .build(),
                call);
        int highest = ids.stream().mapToInt(Integer::parseInt).max().orElse(0);
        Groups.plan(region, id, plan -> plan.withLastNodeGroup(highest));
        return IncreaseNodeGroupsInGlobalReplicationGroupResponse.builder().globalReplicationGroup(answered);
    }

    private static Map<Member, List<ReshardingConfiguration>> regional(
            IncreaseNodeGroupsInGlobalReplicationGroupRequest request, GlobalReplicationGroup group, Call call) {
        Map<Member, List<ReshardingConfiguration>> regional = new HashMap<>();
        for (RegionalConfiguration each : request.regionalConfigurations()) {
            Member member = Member.of(
                    Groups.member(group, each.replicationGroupRegion(), each.replicationGroupId(), MEMBER, call));
            List<ReshardingConfiguration> configured =
                    call.parameters().required("ReshardingConfiguration", each.reshardingConfiguration());
            if (regional.put(member, configured) != null) {
                throw call.faults()
                        .invalidParameterValue("RegionalConfigurations has more than one element for the replication"
                                + " group " + member.id() + " in " + member.region() + ".");
            }
        }
        return regional;
    }

    /** The ids of the new node groups: those that are asked for, and numbers that none has had for the rest. */
    private static List<String> ids(
            int added,
            Map<Member, List<ReshardingConfiguration>> regional,
            GlobalReplicationGroup group,
            GlobalPlan plan,
            Call call) {
        List<@Nullable String> asked = new ArrayList<>();
        for (List<ReshardingConfiguration> configured : regional.values()) {
            if (configured.size() > added) {
                throw call.faults()
                        .invalidParameterValue(
                                "ReshardingConfiguration must not have more elements than node groups are added.");
            }
            for (int index = 0; index < configured.size(); index++) {
                if (index == asked.size()) {
                    asked.add(null);
                }
                String id = configured.get(index).nodeGroupId();
                if (id == null) {
                    continue;
                }
                call.parameters().required("NodeGroupId", id, ID.asMatchPredicate(), "must have one to four digits");
                if (asked.get(index) != null && !id.equals(asked.get(index))) {
                    throw call.faults().invalidParameterValue("The node groups must have the same ids in all regions.");
                }
                asked.set(index, id);
            }
        }
        List<String> present = NodeGroups.ids(group);
        int last = Math.max(plan.lastNodeGroup(), highest(asked));
        List<String> ids = new ArrayList<>();
        for (int index = 0; index < added; index++) {
            String id = index < asked.size() ? asked.get(index) : null;
            if (id != null && (present.contains(id) || ids.contains(id))) {
                throw call.faults().invalidParameterValue("The node group " + id + " already exists.");
            }
            ids.add(id == null ? String.format(Locale.ROOT, "%04d", ++last) : id);
        }
        return ids;
    }

    private static int highest(List<@Nullable String> asked) {
        int highest = 0;
        for (String id : asked) {
            highest = id == null ? highest : Math.max(highest, Integer.parseInt(id));
        }
        return highest;
    }

    private static List<ReshardingConfiguration> configured(List<String> ids, List<ReshardingConfiguration> regional) {
        List<ReshardingConfiguration> configured = new ArrayList<>();
        for (int index = 0; index < ids.size(); index++) {
            ReshardingConfiguration.Builder each =
                    index < regional.size() ? regional.get(index).toBuilder() : ReshardingConfiguration.builder();
            configured.add(each.nodeGroupId(ids.get(index)).build());
        }
        return configured;
    }
}
