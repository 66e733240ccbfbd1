package io.github.mockelasticache.internal.global;

import static io.github.mockelasticache.internal.engine.ResourceTypes.GLOBAL_REPLICATION_GROUP;
import static io.github.mockelasticache.internal.engine.ResourceTypes.REPLICATION_GROUP;

import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.engine.ServiceError;
import io.github.mockelasticache.time.Delays.Step;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.AutomaticFailoverStatus;
import software.amazon.awssdk.services.elasticache.model.GlobalNodeGroup;
import software.amazon.awssdk.services.elasticache.model.GlobalReplicationGroup;
import software.amazon.awssdk.services.elasticache.model.GlobalReplicationGroupMember;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;

/**
 * The global replication groups of the account: what every operation on one that exists begins and ends with.
 *
 * <p>A group shows what its primary has: node type, engine, node groups and encryption. The table holds it with all its members, in
 * the order of their regions.
 */
final class Groups {

    static final String CREATING = "creating";
    static final String AVAILABLE = "available";
    static final String PRIMARY_ONLY = "primary-only";
    static final String MODIFYING = "modifying";
    static final String DELETING = "deleting";
    static final String DELETED = "deleted";

    /** What is under way while members change, or the group itself does. */
    static final String MODIFICATION = "modification";

    private Groups() {}

    /** The group that a request names. */
    static GlobalReplicationGroup named(@Nullable String id, Call call) {
        return call.existing(GLOBAL_REPLICATION_GROUP, call.parameters().required("GlobalReplicationGroupId", id));
    }

    /**
     * Checks that nothing is under way: "only one modification at a time except failover" (user guide). The wording is that of
     * {@code Cannot delete a global replication group in available state}, hashicorp/terraform-provider-aws#18533.
     */
    static void requireSettled(GlobalReplicationGroup group, String verb, Call call) {
        if (!group.status().equals(AVAILABLE) && !group.status().equals(PRIMARY_ONLY)) {
            throw invalidState(group, verb, call);
        }
    }

    static RuntimeException invalidState(GlobalReplicationGroup group, String verb, Call call) {
        return call.faults()
                .of(
                        ServiceError.INVALID_GLOBAL_REPLICATION_GROUP_STATE,
                        "Cannot " + verb + " a global replication group in " + group.status() + " state");
    }

    /** The member that a request names; the end of the wording is the service's own, as terraform-provider-aws recognizes it. */
    static GlobalReplicationGroupMember member(
            GlobalReplicationGroup group, @Nullable String region, @Nullable String id, String[] names, Call call) {
        String named = call.parameters().required(names[0], id);
        Member member = Member.of(call.parameters().required(names[1], region), named);
        return group.members().stream()
                .filter(member::is)
                .findFirst()
                .orElseThrow(() -> call.faults()
                        .invalidParameterValue("Replication Group " + named + " in " + member.region()
                                + " is not associated with Global Replication Group "
                                + group.globalReplicationGroupId()));
    }

    static GlobalReplicationGroup of(RegionState region, String id) {
        return Objects.requireNonNull(region.table(GLOBAL_REPLICATION_GROUP).find(id), id);
    }

    static GlobalReplicationGroup change(
            RegionState region, String id, UnaryOperator<GlobalReplicationGroup.Builder> change) {
        return region.table(GLOBAL_REPLICATION_GROUP)
                .change(id, group -> change.apply(group.toBuilder()).build());
    }

    static List<Member> members(GlobalReplicationGroup group) {
        return group.members().stream().map(Member::of).toList();
    }

    static Member primary(GlobalReplicationGroup group) {
        return Member.of(group.members().stream()
                .filter(member -> member.role().equals(Member.PRIMARY))
                .findFirst()
                .orElseThrow());
    }

    static GlobalPlan plan(RegionState region, String id) {
        return region.everywhere().ask(GlobalPlans.class).of(id);
    }

    static GlobalPlan plan(RegionState region, String id, UnaryOperator<GlobalPlan> change) {
        return region.everywhere().ask(GlobalPlans.class).change(id, change);
    }

    /** Adds a member, or changes what is shown of one. */
    static void put(RegionState region, String id, Member member, String role, String status) {
        members(
                region,
                id,
                Stream.concat(
                                of(region, id).members().stream().filter(each -> !member.is(each)),
                                Stream.of(GlobalReplicationGroupMember.builder()
                                        .replicationGroupId(member.id())
                                        .replicationGroupRegion(member.region().id())
                                        .role(role)
                                        .status(status)
                                        .automaticFailover(AutomaticFailoverStatus.DISABLED)
                                        .build()))
                        .toList());
    }

    /** Changes the status of a member. */
    static void status(RegionState region, String id, Member member, String status) {
        members(
                region,
                id,
                of(region, id).members().stream()
                        .map(each -> member.is(each)
                                ? each.toBuilder().status(status).build()
                                : each)
                        .toList());
    }

    /** Takes a member out. */
    static void remove(RegionState region, String id, Member member) {
        members(
                region,
                id,
                of(region, id).members().stream()
                        .filter(each -> !member.is(each))
                        .toList());
    }

    static void members(RegionState region, String id, List<GlobalReplicationGroupMember> members) {
        List<GlobalReplicationGroupMember> inOrder = members.stream()
                .sorted(Comparator.comparing(GlobalReplicationGroupMember::replicationGroupRegion))
                .toList();
        change(region, id, group -> group.members(inOrder));
    }

    /** Shows that something is under way. */
    static GlobalReplicationGroup begin(RegionState region, String id, String what) {
        plan(region, id, plan -> plan.begun(what));
        change(region, id, group -> group.status(MODIFYING));
        return refresh(region, id);
    }

    /** Something has ended; the last that does leaves the group available. */
    static void end(RegionState region, String id, String what) {
        GlobalPlan plan = plan(region, id, before -> before.ended(what));
        if (plan.underWay().isEmpty()) {
            change(region, id, group -> group.status(settled(of(region, id))));
        }
        refresh(region, id);
    }

    /** Waits for members in which something has begun; then the modification ends. */
    static void awaitMembers(RegionState region, String id, Set<Member> members) {
        plan(region, id, plan -> plan.awaiting(members));
        if (members.isEmpty()) {
            endModification(region, id);
        }
    }

    /** Schedules that the group is available again. */
    static void endModification(RegionState region, String id) {
        GlobalReplicationGroup group = of(region, id);
        region.after(
                Step.GLOBAL_REPLICATION_GROUP_MODIFYING,
                group.arn(),
                "",
                MODIFYING,
                settled(group),
                () -> end(region, id, MODIFICATION));
    }

    /** The status of a group with which nothing is under way. */
    static String settled(GlobalReplicationGroup group) {
        return group.members().size() == 1 ? PRIMARY_ONLY : AVAILABLE;
    }

    /** Shows what the primary has, and how the members fail over. */
    static GlobalReplicationGroup refresh(RegionState region, String id) {
        GlobalReplicationGroup before = of(region, id);
        Member member = primary(before);
        ReplicationGroup primary = member.group(region);
        List<GlobalNodeGroup> nodeGroups = nodeGroups(id, primary);
        return change(
                region,
                id,
                group -> group.cacheNodeType(primary.cacheNodeType())
                        .engine(primary.engine())
                        .engineVersion(member.cluster(region).engineVersion())
                        .clusterEnabled(primary.clusterEnabled())
                        .globalNodeGroups(nodeGroups.isEmpty() ? null : nodeGroups)
                        .authTokenEnabled(primary.authTokenEnabled())
                        .transitEncryptionEnabled(primary.transitEncryptionEnabled())
                        .atRestEncryptionEnabled(primary.atRestEncryptionEnabled())
                        .members(before.members().stream()
                                .map(each -> withFailover(region, each))
                                .toList()));
    }

    /** As an answer has it, with its members or without. */
    static GlobalReplicationGroup shown(GlobalReplicationGroup group, boolean withMembers) {
        return withMembers
                ? group
                : group.toBuilder()
                        .members((List<GlobalReplicationGroupMember>) null)
                        .build();
    }

    /** A secondary that is about to be created has nothing to show yet. */
    private static GlobalReplicationGroupMember withFailover(RegionState region, GlobalReplicationGroupMember member) {
        ReplicationGroup group =
                region.in(Member.of(member).region()).table(REPLICATION_GROUP).find(member.replicationGroupId());
        return group == null
                ? member
                : member.toBuilder()
                        .automaticFailover(group.automaticFailover())
                        .build();
    }

    private static List<GlobalNodeGroup> nodeGroups(String id, ReplicationGroup primary) {
        return primary.nodeGroups().stream()
                .filter(shard -> shard.slots() != null)
                .map(shard -> GlobalNodeGroup.builder()
                        .globalNodeGroupId(NodeGroups.globalId(id, shard.nodeGroupId()))
                        .slots(shard.slots())
                        .build())
                .toList();
    }
}
