package io.github.mockelasticache.internal.global;

import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.time.Delays.Step;
import software.amazon.awssdk.services.elasticache.model.DisassociateGlobalReplicationGroupRequest;
import software.amazon.awssdk.services.elasticache.model.DisassociateGlobalReplicationGroupResponse;
import software.amazon.awssdk.services.elasticache.model.GlobalReplicationGroup;
import software.amazon.awssdk.services.elasticache.model.GlobalReplicationGroupMember;

/**
 * {@code DisassociateGlobalReplicationGroup}: a secondary leaves, and "will remain as a standalone cluster in that Amazon region". The
 * answer still shows it as it was, as the example of the AWS CLI reference does.
 */
final class DisassociateGlobalReplicationGroup {

    private static final String[] MEMBER = {"ReplicationGroupId", "ReplicationGroupRegion"};

    private DisassociateGlobalReplicationGroup() {}

    static DisassociateGlobalReplicationGroupResponse.Builder handle(
            DisassociateGlobalReplicationGroupRequest request, Call call) {
        GlobalReplicationGroup group = Groups.named(request.globalReplicationGroupId(), call);
        GlobalReplicationGroupMember shown =
                Groups.member(group, request.replicationGroupRegion(), request.replicationGroupId(), MEMBER, call);
        if (shown.role().equals(Member.PRIMARY)) {
            throw call.faults()
                    .invalidParameterValue("Replication Group " + shown.replicationGroupId()
                            + " is the primary of Global Replication Group " + group.globalReplicationGroupId()
                            + " and cannot be disassociated.");
        }
        Groups.requireSettled(group, "disassociate a member from", call);
        RegionState region = call.region();
        String id = group.globalReplicationGroupId();
        Member member = Member.of(shown);
        String what = "member " + member;

        GlobalReplicationGroup answered = Groups.begin(region, id, what);
        Groups.status(region, id, member, Member.DISASSOCIATING);
        member.role(region)
                .rearrange(member.id(), Step.GLOBAL_MEMBER_DISASSOCIATING, Member.DISASSOCIATING, Member.DISASSOCIATED);
        region.after(
                Step.GLOBAL_MEMBER_DISASSOCIATING,
                group.arn(),
                what,
                Member.DISASSOCIATING,
                Member.DISASSOCIATED,
                () -> {
                    member.standAlone(region);
                    Groups.remove(region, id, member);
                    Groups.end(region, id, what);
                });
        return DisassociateGlobalReplicationGroupResponse.builder().globalReplicationGroup(answered);
    }
}
