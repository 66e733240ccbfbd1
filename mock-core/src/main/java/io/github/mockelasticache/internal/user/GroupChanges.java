package io.github.mockelasticache.internal.user;

import static io.github.mockelasticache.internal.engine.ResourceTypes.USER_GROUP;

import io.github.mockelasticache.internal.engine.RegionState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.elasticache.model.UserGroup;
import software.amazon.awssdk.services.elasticache.model.UserGroupPendingChanges;

/**
 * How many changes are under way for each user group of a region: its own, and those of its users. A group is active again when the last of
 * them has ended.
 */
final class GroupChanges {

    private final Map<String, Integer> underWay = new HashMap<>();

    /** Begins a change of a group; how it shows is applied to the group. */
    static UserGroup begin(RegionState region, String id, UnaryOperator<UserGroup> shown) {
        region.ask(GroupChanges.class).underWay.merge(id, 1, Integer::sum);
        return region.table(USER_GROUP).change(id, group -> {
            UserGroup showing = shown.apply(group);
            return group.status().equals(UserStates.ACTIVE)
                    ? showing.toBuilder().status(UserStates.MODIFYING).build()
                    : showing;
        });
    }

    /** Ends a change of a group. */
    static void end(RegionState region, String id, UnaryOperator<UserGroup> completed) {
        end(region, id, completed, false);
    }

    /** Ends the creation of a group, during which its users may have begun to change. */
    static void endCreation(RegionState region, String id) {
        end(region, id, UnaryOperator.identity(), true);
    }

    /** Forgets a group, because it is deleted. */
    static void forget(RegionState region, String id) {
        region.ask(GroupChanges.class).underWay.remove(id);
    }

    private static void end(RegionState region, String id, UnaryOperator<UserGroup> completed, boolean created) {
        Map<String, Integer> underWay = region.ask(GroupChanges.class).underWay;
        boolean others = underWay.merge(id, -1, Integer::sum) > 0;
        region.table(USER_GROUP).change(id, group -> {
            UserGroup complete = completed.apply(group);
            String status = others ? created ? UserStates.MODIFYING : group.status() : UserStates.ACTIVE;
            return complete.toBuilder()
                    .status(status)
                    .minimumEngineVersion(UserEngine.minimumVersion(
                            complete.engine(), UserStates.present(region, complete.userIds())))
                    .build();
        });
    }

    /** A group that shows more users as about to join and leave. */
    static UserGroup withPending(UserGroup group, List<String> joining, List<String> leaving) {
        UserGroupPendingChanges present = pending(group);
        return showing(
                group,
                UserStates.with(present.userIdsToAdd(), joining),
                UserStates.with(present.userIdsToRemove(), leaving));
    }

    /** A group that shows some users no longer as about to join and leave. */
    static UserGroup withoutPending(UserGroup group, List<String> joined, List<String> left) {
        UserGroupPendingChanges present = pending(group);
        return showing(
                group,
                UserStates.without(present.userIdsToAdd(), joined),
                UserStates.without(present.userIdsToRemove(), left));
    }

    private static UserGroupPendingChanges pending(UserGroup group) {
        return group.pendingChanges() == null
                ? UserGroupPendingChanges.builder().build()
                : group.pendingChanges();
    }

    private static UserGroup showing(UserGroup group, List<String> joining, List<String> leaving) {
        UserGroupPendingChanges none = null;
        return group.toBuilder()
                .pendingChanges(
                        joining.isEmpty() && leaving.isEmpty()
                                ? none
                                : UserGroupPendingChanges.builder()
                                        .userIdsToAdd(joining)
                                        .userIdsToRemove(leaving)
                                        .build())
                .build();
    }
}
