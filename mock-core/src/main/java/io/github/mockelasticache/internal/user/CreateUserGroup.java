package io.github.mockelasticache.internal.user;

import static io.github.mockelasticache.internal.engine.ResourceTypes.USER_GROUP;

import io.github.mockelasticache.Quotas.Quota;
import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.engine.ServiceError;
import io.github.mockelasticache.internal.engine.Table;
import io.github.mockelasticache.time.Delays.Step;
import java.util.List;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.elasticache.model.CreateUserGroupRequest;
import software.amazon.awssdk.services.elasticache.model.CreateUserGroupResponse;
import software.amazon.awssdk.services.elasticache.model.User;
import software.amazon.awssdk.services.elasticache.model.UserGroup;

/** {@code CreateUserGroup}. A new group has its users at once. */
final class CreateUserGroup {

    private CreateUserGroup() {}

    static CreateUserGroupResponse.Builder handle(CreateUserGroupRequest request, Call call) {
        RegionState region = call.region();
        String id = UserStates.newId("UserGroupId", request.userGroupId(), "User group", call);
        String engine = UserEngine.named(request.engine(), call);
        List<String> userIds = Membership.ids("UserIds", request.userIds(), call);
        Table<UserGroup> groups = region.table(USER_GROUP);
        if (groups.find(id) != null) {
            throw call.faults().of(ServiceError.USER_GROUP_ALREADY_EXISTS, "User group " + id + " already exists.");
        }
        int quota = region.settings().quotas().of(Quota.USER_GROUPS);
        if (groups.size() >= quota) {
            throw call.faults()
                    .of(
                            ServiceError.USER_GROUP_QUOTA_EXCEEDED,
                            "You have already reached your quota of " + quota + " user groups in this region.");
        }
        List<User> users = Membership.users(userIds, call);
        Membership.require(engine, users, call);
        String arn = region.arn(USER_GROUP, id);
        region.tags().add(arn, request.tags(), call.faults());

        groups.put(
                id,
                UserGroup.builder()
                        .userGroupId(id)
                        .status(UserStates.CREATING)
                        .engine(engine)
                        .userIds(userIds)
                        .minimumEngineVersion(UserEngine.minimumVersion(engine, users))
                        .replicationGroups(List.of())
                        .serverlessCaches(List.of())
                        .arn(arn)
                        .build());
        UserStates.list(region, id, userIds);
        return UserStates.flat(becomeActive(region, id), CreateUserGroupResponse.builder());
    }

    /** Begins the creation of a group, and schedules its end. */
    static UserGroup becomeActive(RegionState region, String id) {
        region.after(
                Step.USER_GROUP_CREATING,
                region.arn(USER_GROUP, id),
                "",
                UserStates.CREATING,
                UserStates.ACTIVE,
                () -> {
                    GroupChanges.endCreation(region, id);
                    region.emit(USER_GROUP, id, "User group created");
                });
        return GroupChanges.begin(region, id, UnaryOperator.identity());
    }
}
