package io.github.mockelasticache.internal.user;

import static io.github.mockelasticache.internal.engine.ResourceTypes.USER;

import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.engine.ServiceError;
import io.github.mockelasticache.time.Delays.Step;
import java.util.List;
import software.amazon.awssdk.services.elasticache.model.DeleteUserRequest;
import software.amazon.awssdk.services.elasticache.model.DeleteUserResponse;
import software.amazon.awssdk.services.elasticache.model.User;
import software.amazon.awssdk.services.elasticache.model.UserGroup;

/**
 * {@code DeleteUser}. "The user will be removed from all user groups and in turn removed from all replication groups" (API reference);
 * meanwhile the groups show it among the users to be removed.
 */
final class DeleteUser {

    private DeleteUser() {}

    static DeleteUserResponse.Builder handle(DeleteUserRequest request, Call call) {
        RegionState region = call.region();
        User user = UserStates.changeable(request.userId(), "deleted", call);
        String id = user.userId();
        List<UserGroup> groups = UserStates.groupsOf(id, region);
        if (user.userName().equals(UserStates.DEFAULT) && !groups.isEmpty()) {
            // The wording is the service's own: hashicorp/terraform-provider-aws#21970.
            throw call.faults()
                    .of(
                            ServiceError.DEFAULT_USER_ASSOCIATED_TO_USER_GROUP,
                            "User is associated to user group(s) as a default user and can't be deleted.");
        }

        User deleting = region.table(USER)
                .change(id, each -> each.toBuilder().status(UserStates.DELETING).build());
        disappear(region, id);
        groups.forEach(group -> leave(region, group, id));
        return UserStates.flat(deleting, DeleteUserResponse.builder());
    }

    /** Schedules that a user who is being deleted is gone. */
    static void disappear(RegionState region, String id) {
        String arn = region.arn(USER, id);
        region.after(Step.USER_DELETING, arn, "", UserStates.DELETING, UserStates.DELETED, () -> {
            region.table(USER).remove(id);
            region.forget(arn);
            region.emit(USER, id, "User deleted");
        });
    }

    /** Begins and schedules the change of a group that has a user who is being deleted. */
    static void leave(RegionState region, UserGroup group, String user) {
        String id = group.userGroupId();
        List<String> leaving = List.of(user);
        GroupChanges.begin(region, id, each -> GroupChanges.withPending(each, List.of(), leaving));
        region.after(
                Step.USER_DELETING,
                group.arn(),
                "user " + user,
                UserStates.MODIFYING,
                UserStates.ACTIVE,
                () -> GroupChanges.end(
                        region,
                        id,
                        each -> GroupChanges.withoutPending(each, leaving, leaving).toBuilder()
                                .userIds(UserStates.without(each.userIds(), leaving))
                                .build()));
    }
}
