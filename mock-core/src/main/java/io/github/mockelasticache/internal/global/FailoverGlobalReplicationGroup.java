package io.github.mockelasticache.internal.global;

import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.time.Delays.Step;
import software.amazon.awssdk.services.elasticache.model.FailoverGlobalReplicationGroupRequest;
import software.amazon.awssdk.services.elasticache.model.FailoverGlobalReplicationGroupResponse;
import software.amazon.awssdk.services.elasticache.model.GlobalReplicationGroup;
import software.amazon.awssdk.services.elasticache.model.GlobalReplicationGroupMember;

/**
 * {@code FailoverGlobalReplicationGroup}: "the secondary region will become primary, and all other clusters will become secondary". It is
 * possible while a modification is under way ("Using global datastores", user guide). Endpoints stay with their replication groups:
 * clients in other regions go on to use those of the new primary.
 */
final class FailoverGlobalReplicationGroup {

    private static final String[] PRIMARY = {"PrimaryReplicationGroupId", "PrimaryRegion"};

    private static final String FAILOVER = "primary";

    private FailoverGlobalReplicationGroup() {}

    static FailoverGlobalReplicationGroupResponse.Builder handle(
            FailoverGlobalReplicationGroupRequest request, Call call) {
        GlobalReplicationGroup group = Groups.named(request.globalReplicationGroupId(), call);
        GlobalReplicationGroupMember shown =
                Groups.member(group, request.primaryRegion(), request.primaryReplicationGroupId(), PRIMARY, call);
        if (shown.role().equals(Member.PRIMARY)) {
            throw call.faults()
                    .invalidParameterValue("Replication Group " + shown.replicationGroupId()
                            + " is already the primary of Global Replication Group "
                            + group.globalReplicationGroupId() + ".");
        }
        RegionState region = call.region();
        String id = group.globalReplicationGroupId();
        boolean modifying = group.status().equals(Groups.MODIFYING);
        if (!(modifying || group.status().equals(Groups.AVAILABLE))
                || !shown.status().equals(Member.ASSOCIATED)
                || Groups.plan(region, id).underWay().contains(FAILOVER)) {
            throw Groups.invalidState(group, "fail over", call);
        }
        Member before = Groups.primary(group);
        Member after = Member.of(shown);

        Groups.begin(region, id, FAILOVER);
        before.role(region)
                .rearrange(before.id(), Step.GLOBAL_REPLICATION_GROUP_FAILING_OVER, Member.PRIMARY, Member.SECONDARY);
        after.role(region)
                .rearrange(after.id(), Step.GLOBAL_REPLICATION_GROUP_FAILING_OVER, Member.SECONDARY, Member.PRIMARY);
        region.after(
                Step.GLOBAL_REPLICATION_GROUP_FAILING_OVER,
                group.arn(),
                FAILOVER,
                before.toString(),
                after.toString(),
                () -> {
                    promote(region, id, after);
                    Groups.end(region, id, FAILOVER);
                });
        return FailoverGlobalReplicationGroupResponse.builder().globalReplicationGroup(Groups.of(region, id));
    }

    private static void promote(RegionState region, String id, Member primary) {
        Groups.members(
                region,
                id,
                Groups.of(region, id).members().stream()
                        .map(each -> each.toBuilder()
                                .role(primary.is(each) ? Member.PRIMARY : Member.SECONDARY)
                                .build())
                        .toList());
        Groups.of(region, id).members().forEach(each -> Member.of(each).show(region, id, each.role()));
    }
}
