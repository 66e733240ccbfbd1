package io.github.mockelasticache.internal.global;

import static io.github.mockelasticache.internal.engine.ResourceTypes.GLOBAL_REPLICATION_GROUP;
import static io.github.mockelasticache.internal.engine.ResourceTypes.REPLICATION_GROUP;

import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.GlobalMembers;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.engine.ServiceError;
import io.github.mockelasticache.internal.engine.Table;
import io.github.mockelasticache.time.Delays.Step;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.CreateGlobalReplicationGroupRequest;
import software.amazon.awssdk.services.elasticache.model.CreateGlobalReplicationGroupResponse;
import software.amazon.awssdk.services.elasticache.model.GlobalReplicationGroup;
import software.amazon.awssdk.services.elasticache.model.GlobalReplicationGroupInfo;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;

/**
 * {@code CreateGlobalReplicationGroup}: around a replication group of the region, which becomes its primary. That one is modified
 * meanwhile: its clusters come to use a parameter group of the service's making.
 */
final class CreateGlobalReplicationGroup {

    private static final int LONGEST_SUFFIX = 40;

    /** What a group without a description reads back (acceptance tests of terraform-provider-aws, and the AWS CLI reference). */
    private static final String NO_DESCRIPTION = " ";

    private CreateGlobalReplicationGroup() {}

    static CreateGlobalReplicationGroupResponse.Builder handle(CreateGlobalReplicationGroupRequest request, Call call) {
        RegionState region = call.region();
        String suffix = call.parameters()
                .identifier("GlobalReplicationGroupIdSuffix", request.globalReplicationGroupIdSuffix(), LONGEST_SUFFIX);
        String id = Prefixes.of(region.region()) + "-" + Table.key(suffix);
        if (region.table(GLOBAL_REPLICATION_GROUP).find(id) != null) {
            throw call.faults()
                    .of(
                            ServiceError.GLOBAL_REPLICATION_GROUP_ALREADY_EXISTS,
                            "Global replication group with specified name already exists.");
        }
        ReplicationGroup primary = primary(request.primaryReplicationGroupId(), call);

        return CreateGlobalReplicationGroupResponse.builder()
                .globalReplicationGroup(
                        Groups.shown(create(id, request.globalReplicationGroupDescription(), primary, region), false));
    }

    private static ReplicationGroup primary(@Nullable String id, Call call) {
        ReplicationGroup primary =
                call.existing(REPLICATION_GROUP, call.parameters().required("PrimaryReplicationGroupId", id));
        if (primary.globalReplicationGroupInfo().globalReplicationGroupId() != null) {
            // The wording is the service's own for what a member is refused: hashicorp/terraform-provider-aws#22528.
            throw call.faults()
                    .invalidParameterValue("Cluster [" + primary.replicationGroupId()
                            + "] is part of a global cluster ["
                            + primary.globalReplicationGroupInfo().globalReplicationGroupId()
                            + "]. Request rejected.");
        }
        if (!primary.status().equals(Groups.AVAILABLE)) {
            throw call.faults()
                    .of(
                            ServiceError.INVALID_REPLICATION_GROUP_STATE,
                            "Replication group must be in available state to become the primary of a global"
                                    + " replication group.");
        }
        Requirements.require(Member.of(call.region().region().id(), primary.replicationGroupId()), call);
        call.region().ask(GlobalMembers.class).requireNothingPending(call, primary);
        return primary;
    }

    private static GlobalReplicationGroup create(
            String id, @Nullable String description, ReplicationGroup primary, RegionState region) {
        Member member = Member.of(region.region().id(), primary.replicationGroupId());
        String arn = region.arn(GLOBAL_REPLICATION_GROUP, id);
        String parameterGroup = member.newParameterGroup(region, region, member.parameterGroup(region));
        region.table(GLOBAL_REPLICATION_GROUP)
                .put(
                        id,
                        GlobalReplicationGroup.builder()
                                .globalReplicationGroupId(id)
                                .globalReplicationGroupDescription(
                                        description == null || description.isEmpty() ? NO_DESCRIPTION : description)
                                .status(Groups.CREATING)
                                .arn(arn)
                                .build());
        region.everywhere().ask(GlobalPlans.class).put(id, GlobalPlan.of(NodeGroups.highest(primary.nodeGroups())));
        Groups.put(region, id, member, Member.PRIMARY, Member.ASSOCIATING);
        GlobalReplicationGroup created = Groups.refresh(region, id);
        member.role(region)
                .join(
                        member.id(),
                        GlobalReplicationGroupInfo.builder()
                                .globalReplicationGroupId(id)
                                .globalReplicationGroupMemberRole(Member.PRIMARY)
                                .build(),
                        parameterGroup,
                        Step.GLOBAL_REPLICATION_GROUP_CREATING);
        region.after(Step.GLOBAL_REPLICATION_GROUP_CREATING, arn, "", Groups.CREATING, Groups.PRIMARY_ONLY, () -> {
            Groups.status(region, id, member, Member.ASSOCIATED);
            Groups.change(region, id, group -> group.status(Groups.PRIMARY_ONLY));
            Groups.refresh(region, id);
        });
        return created;
    }
}
