package io.github.mockelasticache.internal.user;

import static io.github.mockelasticache.internal.engine.ResourceTypes.REPLICATION_GROUP;
import static io.github.mockelasticache.internal.engine.ResourceTypes.SERVERLESS_CACHE;
import static io.github.mockelasticache.internal.engine.ResourceTypes.USER_GROUP;

import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.time.Delays.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.elasticache.model.ModifyUserGroupRequest;
import software.amazon.awssdk.services.elasticache.model.ModifyUserGroupResponse;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;
import software.amazon.awssdk.services.elasticache.model.ServerlessCache;
import software.amazon.awssdk.services.elasticache.model.User;
import software.amazon.awssdk.services.elasticache.model.UserGroup;

/**
 * {@code ModifyUserGroup}. Until the change is complete the group has its old users, and shows the others as pending ("RBAC", user
 * guide). A request is carried out as a whole or not at all (hashicorp/terraform-provider-aws#49945).
 */
final class ModifyUserGroup {

    private ModifyUserGroup() {}

    static ModifyUserGroupResponse.Builder handle(ModifyUserGroupRequest request, Call call) {
        RegionState region = call.region();
        String named = call.parameters().required("UserGroupId", request.userGroupId());
        List<String> joining = Membership.ids("UserIdsToAdd", request.userIdsToAdd(), call);
        List<String> leaving = Membership.ids("UserIdsToRemove", request.userIdsToRemove(), call);
        String asksEngine = UserEngine.optional(request.engine(), call);
        UserGroup group = UserStates.activeGroup(named, "modified", call);
        if (joining.isEmpty() && leaving.isEmpty() && asksEngine == null) {
            // The wording is the service's own: hashicorp/terraform-provider-aws#41777, #44746.
            throw call.faults().invalidParameterCombination("No modifications were requested");
        }
        String engine = Objects.requireNonNullElse(asksEngine, group.engine());
        requireMembers(group, joining, leaving, call);
        List<User> users = new ArrayList<>(UserStates.present(region, UserStates.without(group.userIds(), leaving)));
        users.addAll(Membership.users(joining, call));
        Membership.require(engine, users, call);
        requireUsable(group, engine, call);

        String id = group.userGroupId();
        region.table(USER_GROUP)
                .change(id, each -> each.toBuilder().engine(engine).build());
        return UserStates.flat(begin(region, id, joining, leaving), ModifyUserGroupResponse.builder());
    }

    /** Begins a change of a group's users, and schedules its end. */
    static UserGroup begin(RegionState region, String id, List<String> joining, List<String> leaving) {
        region.after(
                Step.USER_GROUP_MODIFYING,
                region.arn(USER_GROUP, id),
                "",
                UserStates.MODIFYING,
                UserStates.ACTIVE,
                () -> complete(region, id, joining, leaving));
        return GroupChanges.begin(region, id, each -> GroupChanges.withPending(each, joining, leaving));
    }

    private static void requireMembers(UserGroup group, List<String> joining, List<String> leaving, Call call) {
        for (String id : leaving) {
            if (!group.userIds().contains(id)) {
                // The wording is the service's own: hashicorp/terraform-provider-aws#49945, #49948.
                throw call.faults()
                        .invalidParameterValue("User " + id + " is not a member of user group " + group.userGroupId());
            }
        }
        for (String id : joining) {
            if (leaving.contains(id)) {
                throw call.faults()
                        .invalidParameterCombination("User " + id + " cannot be added and removed at the same time.");
            }
            if (group.userIds().contains(id)) {
                throw call.faults()
                        .invalidParameterValue(
                                "User " + id + " is already a member of user group " + group.userGroupId());
            }
        }
    }

    /** Redis OSS caches take groups for Redis OSS only ("RBAC", user guide). */
    private static void requireUsable(UserGroup group, String engine, Call call) {
        if (!engine.equals(UserEngine.VALKEY)) {
            return;
        }
        RegionState region = call.region();
        Set<String> using = region.references().usersOf(group.arn());
        for (String id : region.table(REPLICATION_GROUP).names()) {
            ReplicationGroup cache = call.existing(REPLICATION_GROUP, id);
            if ((group.replicationGroups().contains(id) || using.contains(cache.arn()))
                    && cache.engine().equals(UserEngine.REDIS)) {
                throw usedByRedis(group, "replication group " + id, call);
            }
        }
        for (String name : region.table(SERVERLESS_CACHE).names()) {
            ServerlessCache cache = call.existing(SERVERLESS_CACHE, name);
            if ((group.serverlessCaches().contains(name) || using.contains(cache.arn()))
                    && cache.engine().equals(UserEngine.REDIS)) {
                throw usedByRedis(group, "serverless cache " + name, call);
            }
        }
    }

    private static AwsServiceException usedByRedis(UserGroup group, String cache, Call call) {
        return call.faults()
                .invalidParameterCombination(
                        "User group " + group.userGroupId() + " is used by " + cache + ", whose engine is redis.");
    }

    private static void complete(RegionState region, String id, List<String> joining, List<String> leaving) {
        List<String> joined =
                UserStates.present(region, joining).stream().map(User::userId).toList();
        GroupChanges.end(
                region,
                id,
                each -> GroupChanges.withoutPending(each, joining, leaving).toBuilder()
                        .userIds(UserStates.with(UserStates.without(each.userIds(), leaving), joined))
                        .build());
        UserStates.list(region, id, joined);
        UserStates.unlist(region, id, leaving);
        region.emit(USER_GROUP, id, "User group modified");
    }
}
