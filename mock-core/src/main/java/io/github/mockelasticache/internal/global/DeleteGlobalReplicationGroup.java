package io.github.mockelasticache.internal.global;

import static io.github.mockelasticache.internal.engine.ResourceTypes.GLOBAL_REPLICATION_GROUP;

import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.time.Delays.Step;
import software.amazon.awssdk.services.elasticache.model.DeleteGlobalReplicationGroupRequest;
import software.amazon.awssdk.services.elasticache.model.DeleteGlobalReplicationGroupResponse;
import software.amazon.awssdk.services.elasticache.model.GlobalReplicationGroup;

/**
 * {@code DeleteGlobalReplicationGroup}: once all secondaries have left. "The primary cluster is never deleted when deleting a Global
 * Datastore", so a request that does not want it retained is refused.
 */
final class DeleteGlobalReplicationGroup {

    private DeleteGlobalReplicationGroup() {}

    static DeleteGlobalReplicationGroupResponse.Builder handle(DeleteGlobalReplicationGroupRequest request, Call call) {
        GlobalReplicationGroup group = Groups.named(request.globalReplicationGroupId(), call);
        if (request.retainPrimaryReplicationGroup() == null) {
            throw call.faults()
                    .invalidParameterValue(
                            "The parameter RetainPrimaryReplicationGroup must be provided and must not be null.");
        }
        if (!request.retainPrimaryReplicationGroup()) {
            throw call.faults()
                    .invalidParameterValue("RetainPrimaryReplicationGroup=false is not currently supported.");
        }
        if (!group.status().equals(Groups.PRIMARY_ONLY)) {
            throw Groups.invalidState(group, "delete", call);
        }
        RegionState region = call.region();
        String id = group.globalReplicationGroupId();
        Member primary = Groups.primary(group);

        Groups.change(region, id, each -> each.status(Groups.DELETING));
        Groups.status(region, id, primary, Member.DISASSOCIATING);
        primary.role(region)
                .rearrange(
                        primary.id(),
                        Step.GLOBAL_REPLICATION_GROUP_DELETING,
                        Member.DISASSOCIATING,
                        Member.DISASSOCIATED);
        region.after(Step.GLOBAL_REPLICATION_GROUP_DELETING, group.arn(), "", Groups.DELETING, Groups.DELETED, () -> {
            primary.standAlone(region);
            region.table(GLOBAL_REPLICATION_GROUP).remove(id);
            region.everywhere().ask(GlobalPlans.class).remove(id);
            region.cancel(group.arn());
        });
        return DeleteGlobalReplicationGroupResponse.builder()
                .globalReplicationGroup(Groups.shown(Groups.of(region, id), true));
    }
}
