package io.github.mockelasticache.internal.user;

import static io.github.mockelasticache.internal.engine.ResourceTypes.USER;
import static io.github.mockelasticache.internal.engine.ResourceTypes.USER_GROUP;

import io.github.mockelasticache.internal.engine.Adopter;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.engine.Table;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.AuthenticationType;
import software.amazon.awssdk.services.elasticache.model.User;
import software.amazon.awssdk.services.elasticache.model.UserGroup;

/**
 * Takes users over that Describe answers tell of, before the groups that they belong to. What was being done to one begins anew.
 */
final class AdoptedUser implements Adopter<User> {

    @Override
    public void adopt(User described, RegionState region, Unfit unfit) {
        String id = Table.key(described.userId());
        required("UserName", described.userName(), unfit);
        String engine = required("Engine", described.engine(), unfit);
        var authentication = required("Authentication", described.authentication(), unfit);
        String minimum = minimumVersion(described, engine, authentication.type(), unfit);
        region.table(USER)
                .put(
                        id,
                        described.toBuilder()
                                .userId(id)
                                .minimumEngineVersion(
                                        Objects.requireNonNullElse(described.minimumEngineVersion(), minimum))
                                .userGroupIds(described.userGroupIds())
                                .arn(region.arn(USER, id))
                                .build());
        switch (required("Status", described.status(), unfit)) {
            case UserStates.ACTIVE -> {
                // Nothing is being done to it.
            }
            case UserStates.MODIFYING -> ModifyUser.becomeActive(region, id);
            case UserStates.DELETING -> DeleteUser.disappear(region, id);
            default ->
                throw unfit.because(
                        "/Status",
                        "How a user that is " + described.status()
                                + " would go on is not told; load one that is active, deleting, modifying.");
        }
    }

    @Override
    public void requireWhole(User described, RegionState region, Unfit unfit) {
        int index = 0;
        for (String id : described.userGroupIds()) {
            UserGroup group = region.table(USER_GROUP).find(id);
            if (group == null || !group.userIds().contains(Table.key(described.userId()))) {
                throw unfit.because(
                        "/UserGroupIds/" + index,
                        "The user is in none of the UserGroups of this id; load those of the account too.");
            }
            index++;
        }
    }

    private static String minimumVersion(
            User described, String engine, @Nullable AuthenticationType authentication, Unfit unfit) {
        try {
            return UserEngine.minimumVersion(
                    engine, authentication, required("AccessString", described.accessString(), unfit));
        } catch (IllegalStateException invalid) {
            throw unfit.because("/AccessString", "The mock does not know these rules: " + invalid.getMessage());
        }
    }

    private static <T> T required(String member, @Nullable T value, Unfit unfit) {
        if (value == null) {
            throw unfit.because("", member + " is missing; a user needs it.");
        }
        return value;
    }
}
