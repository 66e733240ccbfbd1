package io.github.mockelasticache.internal.user;

import static io.github.mockelasticache.internal.engine.ResourceTypes.REPLICATION_GROUP;
import static io.github.mockelasticache.internal.engine.ResourceTypes.SERVERLESS_CACHE;
import static io.github.mockelasticache.internal.engine.ResourceTypes.USER;
import static io.github.mockelasticache.internal.engine.ResourceTypes.USER_GROUP;

import io.github.mockelasticache.internal.engine.Adopter;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.engine.Table;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;
import software.amazon.awssdk.services.elasticache.model.ServerlessCache;
import software.amazon.awssdk.services.elasticache.model.User;
import software.amazon.awssdk.services.elasticache.model.UserGroup;
import software.amazon.awssdk.services.elasticache.model.UserGroupPendingChanges;

/**
 * Takes user groups over that Describe answers tell of, after their users and before the caches that use them. What was being done to
 * one, or to its users, begins anew.
 */
final class AdoptedUserGroup implements Adopter<UserGroup> {

    @Override
    public void adopt(UserGroup described, RegionState region, Unfit unfit) {
        String id = Table.key(described.userGroupId());
        String engine = required("Engine", described.engine(), unfit);
        List<String> userIds = described.userIds();
        requireUsers(userIds, "/UserIds/", region, unfit);
        List<String> joining = UserStates.toBeAdded(described);
        requireUsers(joining, "/PendingChanges/UserIdsToAdd/", region, unfit);
        UserGroupPendingChanges none = null;
        region.table(USER_GROUP)
                .put(
                        id,
                        described.toBuilder()
                                .userGroupId(id)
                                .userIds(userIds)
                                .pendingChanges(none)
                                .minimumEngineVersion(Objects.requireNonNullElse(
                                        described.minimumEngineVersion(),
                                        UserEngine.minimumVersion(engine, UserStates.present(region, userIds))))
                                .replicationGroups(described.replicationGroups())
                                .serverlessCaches(described.serverlessCaches())
                                .arn(region.arn(USER_GROUP, id))
                                .build());
        UserStates.list(region, id, userIds);
        goOn(described, id, region, unfit);
    }

    @Override
    public void requireWhole(UserGroup described, RegionState region, Unfit unfit) {
        String group = Table.key(described.userGroupId());
        int index = 0;
        for (String id : described.replicationGroups()) {
            ReplicationGroup cache = region.table(REPLICATION_GROUP).find(id);
            if (cache == null || !cache.userGroupIds().contains(group)) {
                throw unfit.because(
                        "/ReplicationGroups/" + index,
                        "The user group is in the UserGroupIds of none of the ReplicationGroups of this id; load those of"
                                + " the account too.");
            }
            index++;
        }
        index = 0;
        for (String name : described.serverlessCaches()) {
            ServerlessCache cache = region.table(SERVERLESS_CACHE).find(name);
            if (cache == null || !group.equals(cache.userGroupId())) {
                throw unfit.because(
                        "/ServerlessCaches/" + index,
                        "The user group is the UserGroupId of none of the ServerlessCaches of this name; load those of the"
                                + " account too.");
            }
            index++;
        }
    }

    private static void goOn(UserGroup described, String id, RegionState region, Unfit unfit) {
        switch (required("Status", described.status(), unfit)) {
            case UserStates.ACTIVE -> followUsers(region, id);
            case UserStates.CREATING -> {
                CreateUserGroup.becomeActive(region, id);
                followUsers(region, id);
            }
            case UserStates.MODIFYING -> {
                List<String> joining = UserStates.toBeAdded(described);
                List<String> leaving = leaving(described, region);
                boolean followed = followUsers(region, id);
                if (!followed || !joining.isEmpty() || !leaving.isEmpty()) {
                    ModifyUserGroup.begin(region, id, joining, leaving);
                }
            }
            case UserStates.DELETING -> DeleteUserGroup.disappear(region, id);
            default ->
                throw unfit.because(
                        "/Status",
                        "How a user group that is " + described.status()
                                + " would go on is not told; load one that is active, creating, deleting, modifying.");
        }
    }

    /** Users who leave and stay; one who is being deleted leaves with that. */
    private static List<String> leaving(UserGroup described, RegionState region) {
        return described.pendingChanges() == null
                ? List.of()
                : UserStates.present(region, described.pendingChanges().userIdsToRemove()).stream()
                        .filter(user -> !user.status().equals(UserStates.DELETING))
                        .map(User::userId)
                        .toList();
    }

    /** Begins what is done to the group because something is done to its users; says whether there is anything. */
    private static boolean followUsers(RegionState region, String id) {
        boolean any = false;
        UserGroup group = Objects.requireNonNull(region.table(USER_GROUP).find(id), id);
        for (User user : UserStates.present(region, group.userIds())) {
            if (user.status().equals(UserStates.MODIFYING)) {
                ModifyUser.follow(region, group, user.userId());
                any = true;
            } else if (user.status().equals(UserStates.DELETING)) {
                DeleteUser.leave(region, group, user.userId());
                any = true;
            }
        }
        return any;
    }

    private static void requireUsers(List<String> ids, String pointer, RegionState region, Unfit unfit) {
        for (int index = 0; index < ids.size(); index++) {
            if (region.table(USER).find(ids.get(index)) == null) {
                throw unfit.because(
                        pointer + index,
                        "The user " + ids.get(index) + " is not among the Users; load those of the account too.");
            }
        }
    }

    private static <T> T required(String member, @Nullable T value, Unfit unfit) {
        if (value == null) {
            throw unfit.because("", member + " is missing; a user group needs it.");
        }
        return value;
    }
}
