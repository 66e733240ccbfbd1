package io.github.mockelasticache.internal.global;

import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.engine.ServiceError;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.GlobalNodeGroup;
import software.amazon.awssdk.services.elasticache.model.GlobalReplicationGroup;
import software.amazon.awssdk.services.elasticache.model.ModifyReplicationGroupShardConfigurationRequest;
import software.amazon.awssdk.services.elasticache.model.NodeGroup;

/** The node groups that all members have in common, as the three operations on them deal with them. */
final class NodeGroups {

    private NodeGroups() {}

    /** The id of a node group everywhere, for example {@code ldgnf-my-0001}. */
    static String globalId(String group, String nodeGroup) {
        return group + "-" + nodeGroup;
    }

    /** The highest number that some node groups have. */
    static int highest(List<NodeGroup> nodeGroups) {
        return nodeGroups.stream()
                .mapToInt(each -> Integer.parseInt(each.nodeGroupId()))
                .max()
                .orElse(0);
    }

    /** The ids that the node groups have in each region. */
    static List<String> ids(GlobalReplicationGroup group) {
        int prefix = globalId(group.globalReplicationGroupId(), "").length();
        return group.globalNodeGroups().stream()
                .map(each -> each.globalNodeGroupId().substring(prefix))
                .toList();
    }

    /** "At present, the only permitted value for this parameter is true." */
    static void requireImmediately(@Nullable Boolean applyImmediately, Call call) {
        if (applyImmediately == null) {
            throw call.faults()
                    .invalidParameterValue("The parameter ApplyImmediately must be provided and must not be null.");
        }
        if (!applyImmediately) {
            throw call.faults().invalidParameterValue("ApplyImmediately=false is not currently supported.");
        }
    }

    /** The number of node groups that a request asks for. */
    static int requireCount(@Nullable Integer count, Call call) {
        if (count == null) {
            throw call.faults()
                    .invalidParameterValue("The parameter NodeGroupCount must be provided and must not be null.");
        }
        call.parameters().atLeast("NodeGroupCount", count, 1);
        return count;
    }

    /** Checks that a group has node groups, and that nothing is under way with it or with a member. */
    static void requireChangeable(GlobalReplicationGroup group, Call call) {
        if (group.globalNodeGroups().isEmpty()) {
            // The wording is the service's own for replication groups: widdix/aws-cf-templates#573.
            throw call.faults()
                    .invalidParameterValue("Operation is only applicable for cluster mode enabled replication groups.");
        }
        requireChangeableMembers(group, call);
    }

    /** Checks that nothing is under way with a group or with a member. */
    static void requireChangeableMembers(GlobalReplicationGroup group, Call call) {
        Groups.requireSettled(group, "modify", call);
        for (Member member : Groups.members(group)) {
            String status = member.group(call.region()).status();
            if (!status.equals(Groups.AVAILABLE)) {
                throw call.faults()
                        .of(
                                ServiceError.INVALID_GLOBAL_REPLICATION_GROUP_STATE,
                                "Cannot modify a global replication group whose member " + member.id() + " in "
                                        + member.region() + " is in " + status + " state");
            }
        }
    }

    /** Whether the slots are uniformly distributed. */
    static boolean areBalanced(GlobalReplicationGroup group) {
        var sizes = group.globalNodeGroups().stream()
                .map(GlobalNodeGroup::slots)
                .mapToInt(NodeGroups::size)
                .summaryStatistics();
        return sizes.getMax() - sizes.getMin() <= 1;
    }

    /** Changes the node groups of all members, having checked all of them. */
    static GlobalReplicationGroup change(
            GlobalReplicationGroup group,
            Function<Member, ModifyReplicationGroupShardConfigurationRequest> asked,
            Call call) {
        RegionState region = call.region();
        String id = group.globalReplicationGroupId();
        List<Member> members = Groups.members(group);
        List<Runnable> checked = new ArrayList<>();
        for (Member member : members) {
            checked.add(member.role(region).resharding(call.in(member.region()), asked.apply(member)));
        }
        GlobalReplicationGroup answered = Groups.begin(region, id, Groups.MODIFICATION);
        Groups.awaitMembers(region, id, new LinkedHashSet<>(members));
        checked.forEach(Runnable::run);
        return answered;
    }

    /** How many slots there are in ranges such as {@code 0-234,2420-5461}. */
    private static int size(String slots) {
        int size = 0;
        for (String range : slots.split(",", -1)) {
            String[] ends = range.split("-", -1);
            size += Integer.parseInt(ends[ends.length - 1]) - Integer.parseInt(ends[0]) + 1;
        }
        return size;
    }
}
