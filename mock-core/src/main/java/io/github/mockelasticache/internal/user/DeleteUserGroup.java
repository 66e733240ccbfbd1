package io.github.mockelasticache.internal.user;

import static io.github.mockelasticache.internal.engine.ResourceTypes.USER_GROUP;

import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.engine.ServiceError;
import io.github.mockelasticache.time.Delays.Step;
import java.util.Objects;
import software.amazon.awssdk.services.elasticache.model.DeleteUserGroupRequest;
import software.amazon.awssdk.services.elasticache.model.DeleteUserGroupResponse;
import software.amazon.awssdk.services.elasticache.model.UserGroup;

/**
 * {@code DeleteUserGroup}. "The user group must first be disassociated from the replication group before it can be deleted" (API
 * reference). Its users stay.
 */
final class DeleteUserGroup {

    private DeleteUserGroup() {}

    static DeleteUserGroupResponse.Builder handle(DeleteUserGroupRequest request, Call call) {
        RegionState region = call.region();
        UserGroup group = UserStates.activeGroup(
                call.parameters().required("UserGroupId", request.userGroupId()), "deleted", call);
        if (!group.replicationGroups().isEmpty()
                || !group.serverlessCaches().isEmpty()
                || !region.references().usersOf(group.arn()).isEmpty()) {
            throw call.faults()
                    .of(
                            ServiceError.INVALID_USER_GROUP_STATE,
                            "User group " + group.userGroupId()
                                    + " is associated with a cache. Disassociate it before you delete it.");
        }

        String id = group.userGroupId();
        UserGroup deleting = region.table(USER_GROUP)
                .change(id, each -> each.toBuilder().status(UserStates.DELETING).build());
        disappear(region, id);
        return UserStates.flat(deleting, DeleteUserGroupResponse.builder());
    }

    /** Schedules that a group that is being deleted is gone. */
    static void disappear(RegionState region, String id) {
        String arn = region.arn(USER_GROUP, id);
        region.after(Step.USER_GROUP_DELETING, arn, "", UserStates.DELETING, UserStates.DELETED, () -> {
            UserGroup last = Objects.requireNonNull(region.table(USER_GROUP).find(id), id);
            region.table(USER_GROUP).remove(id);
            GroupChanges.forget(region, id);
            region.forget(arn);
            UserStates.unlist(region, id, last.userIds());
            region.emit(USER_GROUP, id, "User group deleted");
        });
    }
}
