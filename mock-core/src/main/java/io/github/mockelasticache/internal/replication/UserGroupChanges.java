package io.github.mockelasticache.internal.replication;

import static io.github.mockelasticache.internal.engine.ResourceTypes.USER_GROUP;

import io.github.mockelasticache.internal.engine.Adopter;
import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.engine.UserGroups;
import io.github.mockelasticache.internal.engine.UserGroups.CacheKind;
import io.github.mockelasticache.internal.replication.ModifyReplicationGroup.Asked;
import io.github.mockelasticache.time.Delays.Step;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;
import software.amazon.awssdk.services.elasticache.model.UserGroupsUpdateStatus;

/**
 * Which user groups a replication group lets in, and is asked to.
 *
 * @param present those that it lets in
 * @param joining those to be let in as well
 * @param leaving those to be let in no longer
 */
record UserGroupChanges(List<String> present, List<String> joining, List<String> leaving) {

    /**
     * What a request asks for. Only user groups that the group has can be taken from it; {@code RemoveUserGroups} takes all, even
     * none.
     */
    static UserGroupChanges requested(Asked asked) {
        Call call = asked.call();
        List<String> present = asked.group().userGroupIds();
        List<String> named =
                Encryption.userGroupIds("UserGroupIdsToRemove", asked.request().userGroupIdsToRemove(), call);
        for (String id : named) {
            if (!present.contains(id)) {
                throw call.faults().userGroupNotFound(id);
            }
        }
        List<String> leaving = Boolean.TRUE.equals(asked.request().removeUserGroups()) ? present : named;
        List<String> joining = Encryption.requireUserGroups(
                "UserGroupIdsToAdd",
                asked.request().userGroupIdsToAdd(),
                Boolean.TRUE.equals(asked.group().transitEncryptionEnabled()),
                Groups.version(asked.primary()),
                call);
        for (String id : joining) {
            if (present.contains(id)) {
                throw call.faults()
                        .invalidParameterValue("User group " + id + " is already associated with replication group "
                                + asked.id() + ".");
            }
        }
        UserGroupChanges changes = new UserGroupChanges(present, joining, leaving);
        Encryption.requireOneUserGroup(changes.result(), call);
        return changes;
    }

    /** Those that the group lets in afterwards. */
    List<String> result() {
        return Stream.concat(present.stream().filter(id -> !leaving.contains(id)), joining.stream())
                .toList();
    }

    /** The change that makes it so, if there is something to change. */
    List<Change> of(RegionState region, String cache) {
        if (joining.isEmpty() && leaving.isEmpty()) {
            return List.of();
        }
        List<String> result = result();
        Change change = Change.of("user groups", Step.SETTINGS_CHANGING, words(present), words(result))
                .shown(AccessChanges.pending(values -> values.toBuilder()
                        .userGroups(UserGroupsUpdateStatus.builder()
                                .userGroupIdsToAdd(joining)
                                .userGroupIdsToRemove(leaving)
                                .build())
                        .build()))
                .whenCompleted(group -> AccessChanges.pending(values -> values.toBuilder()
                                .userGroups((UserGroupsUpdateStatus) null)
                                .build())
                        .apply(group)
                        .toBuilder()
                        .userGroupIds(result.isEmpty() ? null : result)
                        .build())
                .andThen(() -> {
                    UserGroups groups = region.ask(UserGroups.class);
                    leaving.forEach(id -> groups.detach(id, CacheKind.REPLICATION_GROUP, cache));
                    joining.forEach(id -> groups.attach(id, CacheKind.REPLICATION_GROUP, cache));
                });
        return List.of(joining.isEmpty() ? change : change.using(region.arn(USER_GROUP, joining.get(0))));
    }

    /** Lets user groups know of a replication group that uses them from its creation on. */
    static void attach(RegionState region, ReplicationGroup group) {
        group.userGroupIds()
                .forEach(id -> region.ask(UserGroups.class)
                        .attach(id, CacheKind.REPLICATION_GROUP, group.replicationGroupId()));
    }

    /** Lets user groups know that a replication group is gone. */
    static void detach(RegionState region, ReplicationGroup group) {
        group.userGroupIds()
                .forEach(id -> region.ask(UserGroups.class)
                        .detach(id, CacheKind.REPLICATION_GROUP, group.replicationGroupId()));
    }

    /** Refuses a description from elsewhere that names a user group which is not described with it. */
    static void requireLoaded(List<String> ids, String pointer, RegionState region, Adopter.Unfit unfit) {
        for (int index = 0; index < ids.size(); index++) {
            if (region.table(USER_GROUP).find(ids.get(index)) == null) {
                throw unfit.because(
                        pointer + "/" + index,
                        "The user group " + ids.get(index)
                                + " is not among the UserGroups; load those of the account too.");
            }
        }
    }

    private static String words(List<String> ids) {
        return ids.isEmpty() ? "none" : String.join(", ", ids);
    }
}
