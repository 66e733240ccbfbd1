package io.github.mockelasticache.internal.user;

import static io.github.mockelasticache.internal.engine.ResourceTypes.USER;
import static io.github.mockelasticache.internal.engine.ResourceTypes.USER_GROUP;

import io.github.mockelasticache.internal.engine.Adopters;
import io.github.mockelasticache.internal.engine.Family;
import io.github.mockelasticache.internal.engine.Operations;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.engine.UserGroups;
import java.util.List;
import software.amazon.awssdk.services.elasticache.model.AuthenticationType;
import software.amazon.awssdk.services.elasticache.model.CreateUserGroupRequest;
import software.amazon.awssdk.services.elasticache.model.CreateUserRequest;
import software.amazon.awssdk.services.elasticache.model.DeleteUserGroupRequest;
import software.amazon.awssdk.services.elasticache.model.DeleteUserRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeUserGroupsRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeUsersRequest;
import software.amazon.awssdk.services.elasticache.model.ModifyUserGroupRequest;
import software.amazon.awssdk.services.elasticache.model.ModifyUserRequest;
import software.amazon.awssdk.services.elasticache.model.User;
import software.amazon.awssdk.services.elasticache.model.UserGroup;

/**
 * The operations on users and user groups. Each has a class of its own, with the operation's name.
 *
 * <p>Wordings are the service's own where a source stands beside them; the others, and those of the events, follow the service's
 * wordings for its other resources.
 */
public final class Users implements Family {

    @Override
    public String title() {
        return "Users and user groups";
    }

    @Override
    public void register(Operations operations) {
        operations.handle(CreateUserRequest.class, CreateUser::handle);
        operations.handle(ModifyUserRequest.class, ModifyUser::handle);
        operations.handle(DeleteUserRequest.class, DeleteUser::handle);
        operations.describe(
                DescribeUsersRequest.class,
                (request, region) -> USER.arns(request.userId(), region),
                DescribeUsers::handle);
        operations.handle(CreateUserGroupRequest.class, CreateUserGroup::handle);
        operations.handle(ModifyUserGroupRequest.class, ModifyUserGroup::handle);
        operations.handle(DeleteUserGroupRequest.class, DeleteUserGroup::handle);
        operations.describe(
                DescribeUserGroupsRequest.class,
                (request, region) -> USER_GROUP.arns(request.userGroupId(), region),
                DescribeUserGroups::handle);
    }

    @Override
    public void adopt(Adopters adopters) {
        adopters.add(USER, User::userId, "UserId", new AdoptedUser());
        adopters.addAfter(List.of(USER), USER_GROUP, UserGroup::userGroupId, "UserGroupId", new AdoptedUserGroup());
    }

    /** The user that every account has, with the access string of Redis OSS's own default user ("RBAC", user guide). */
    @Override
    public void open(RegionState region) {
        region.offer(GroupChanges.class, new GroupChanges());
        region.offer(UserGroups.class, new GroupsOfCaches(region));
        region.table(USER)
                .put(
                        UserStates.DEFAULT,
                        User.builder()
                                .userId(UserStates.DEFAULT)
                                .userName(UserStates.DEFAULT)
                                .status(UserStates.ACTIVE)
                                .engine(UserEngine.REDIS)
                                .minimumEngineVersion("6.0")
                                .accessString("on ~* +@all")
                                .userGroupIds(List.of())
                                .authentication(type -> type.type(AuthenticationType.NO_PASSWORD))
                                .arn(region.arn(USER, UserStates.DEFAULT))
                                .build());
    }
}
