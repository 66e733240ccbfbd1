package io.github.mockelasticache.internal.user;

import static io.github.mockelasticache.internal.engine.ResourceTypes.USER;

import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.time.Delays.Step;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.Authentication;
import software.amazon.awssdk.services.elasticache.model.ModifyUserRequest;
import software.amazon.awssdk.services.elasticache.model.ModifyUserResponse;
import software.amazon.awssdk.services.elasticache.model.User;
import software.amazon.awssdk.services.elasticache.model.UserGroup;

/**
 * {@code ModifyUser}. The user shows its new values at once, and is {@code modifying} until they have reached the groups that it belongs
 * to; so are these groups ("RBAC", user guide: they are updated with it).
 */
final class ModifyUser {

    private ModifyUser() {}

    static ModifyUserResponse.Builder handle(ModifyUserRequest request, Call call) {
        RegionState region = call.region();
        User user = UserStates.changeable(request.userId(), "modified", call);
        String access = access(request, user, call);
        Authentication asked = AuthenticationAsked.optional(
                request.authenticationMode(), request.passwords(), request.noPasswordRequired(), call);
        String asksEngine = UserEngine.optional(request.engine(), call);
        if (access == null && asked == null && asksEngine == null) {
            // The wording is the service's own: hashicorp/terraform-provider-aws#41777, #44746.
            throw call.faults().invalidParameterCombination("No modifications were requested");
        }
        String engine = Objects.requireNonNullElse(asksEngine, user.engine());
        Authentication authentication = Objects.requireNonNullElse(asked, user.authentication());
        AuthenticationAsked.requirePossible(authentication, engine, user.userId(), user.userName(), call);
        String rules = Objects.requireNonNullElse(access, user.accessString());
        User modified = user.toBuilder()
                .status(UserStates.MODIFYING)
                .engine(engine)
                .minimumEngineVersion(UserEngine.minimumVersion(engine, authentication.type(), rules))
                .accessString(rules)
                .authentication(authentication)
                .build();
        List<UserGroup> groups = UserStates.groupsOf(user.userId(), region);
        groups.forEach(group -> Membership.requireAuthentication(group.engine(), List.of(modified), call));

        region.table(USER).put(user.userId(), modified);
        becomeActive(region, user.userId());
        groups.forEach(group -> follow(region, group, user.userId()));
        return UserStates.flat(modified, ModifyUserResponse.builder());
    }

    private static @Nullable String access(ModifyUserRequest request, User user, Call call) {
        String access = call.parameters().optional("AccessString", request.accessString());
        String appended = call.parameters().optional("AppendAccessString", request.appendAccessString());
        if (access != null && appended != null) {
            throw call.faults()
                    .invalidParameterCombination("AccessString and AppendAccessString cannot be specified together.");
        }
        if (appended != null) {
            return AccessString.stored(user.accessString())
                    .appended(appended, call)
                    .toString();
        }
        return access == null ? null : AccessString.requested(access, call).toString();
    }

    /** Schedules that a user who is being modified is active. */
    static void becomeActive(RegionState region, String id) {
        region.after(Step.USER_MODIFYING, region.arn(USER, id), "", UserStates.MODIFYING, UserStates.ACTIVE, () -> {
            region.table(USER)
                    .change(
                            id,
                            each -> each.toBuilder().status(UserStates.ACTIVE).build());
            region.emit(USER, id, "User modified");
        });
    }

    /** Begins and schedules the change of a group that has a user who is being modified. */
    static void follow(RegionState region, UserGroup group, String user) {
        String id = group.userGroupId();
        GroupChanges.begin(region, id, UnaryOperator.identity());
        region.after(
                Step.USER_MODIFYING,
                group.arn(),
                "user " + user,
                UserStates.MODIFYING,
                UserStates.ACTIVE,
                () -> GroupChanges.end(region, id, UnaryOperator.identity()));
    }
}
