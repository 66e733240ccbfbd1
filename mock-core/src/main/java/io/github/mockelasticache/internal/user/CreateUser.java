package io.github.mockelasticache.internal.user;

import static io.github.mockelasticache.internal.engine.ResourceTypes.USER;

import io.github.mockelasticache.Quotas.Quota;
import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.engine.ServiceError;
import io.github.mockelasticache.internal.engine.Table;
import java.util.List;
import software.amazon.awssdk.services.elasticache.model.Authentication;
import software.amazon.awssdk.services.elasticache.model.CreateUserRequest;
import software.amazon.awssdk.services.elasticache.model.CreateUserResponse;
import software.amazon.awssdk.services.elasticache.model.User;

/**
 * {@code CreateUser}. A user is active at once: of its statuses the API reference names {@code active}, {@code modifying} and {@code
 * deleting}. Names may be used by several users; only within a group they must differ ("RBAC", user guide).
 */
final class CreateUser {

    /** As many as the console takes. */
    private static final int LONGEST_NAME = 120;

    private CreateUser() {}

    static CreateUserResponse.Builder handle(CreateUserRequest request, Call call) {
        RegionState region = call.region();
        String id = UserStates.newId("UserId", request.userId(), "User", call);
        String name = call.parameters()
                .required(
                        "UserName",
                        request.userName(),
                        text -> text.length() <= LONGEST_NAME,
                        "must have at most " + LONGEST_NAME + " characters");
        String engine = UserEngine.named(request.engine(), call);
        String access = AccessString.requested(call.parameters().required("AccessString", request.accessString()), call)
                .toString();
        Authentication authentication = AuthenticationAsked.required(
                request.authenticationMode(), request.passwords(), request.noPasswordRequired(), call);
        AuthenticationAsked.requirePossible(authentication, engine, id, name, call);
        Table<User> users = region.table(USER);
        if (users.find(id) != null) {
            throw call.faults().of(ServiceError.USER_ALREADY_EXISTS, "User " + id + " already exists.");
        }
        int quota = region.settings().quotas().of(Quota.USERS);
        if (users.size() >= quota) {
            throw call.faults()
                    .of(
                            ServiceError.USER_QUOTA_EXCEEDED,
                            "You have already reached your quota of " + quota + " users in this region.");
        }
        User user = User.builder()
                .userId(id)
                .userName(name)
                .status(UserStates.ACTIVE)
                .engine(engine)
                .minimumEngineVersion(UserEngine.minimumVersion(engine, authentication.type(), access))
                .accessString(access)
                .userGroupIds(List.of())
                .authentication(authentication)
                .arn(region.arn(USER, id))
                .build();
        region.tags().add(user.arn(), request.tags(), call.faults());

        users.put(id, user);
        region.emit(USER, id, "User created");
        return UserStates.flat(user, CreateUserResponse.builder());
    }
}
