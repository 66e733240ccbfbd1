package io.github.mockelasticache.internal.user;

import static io.github.mockelasticache.internal.engine.ResourceTypes.USER;
import static io.github.mockelasticache.internal.engine.ResourceTypes.USER_GROUP;

import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.engine.ServiceError;
import io.github.mockelasticache.internal.engine.Table;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.elasticache.model.User;
import software.amazon.awssdk.services.elasticache.model.UserGroup;

/** The users and user groups of a region, as every operation on one that exists finds them. */
final class UserStates {

    static final String CREATING = "creating";
    static final String ACTIVE = "active";
    static final String MODIFYING = "modifying";
    static final String DELETING = "deleting";
    static final String DELETED = "deleted";

    /** The name of the user that clients are who give none, and the id of the one that the account has from the start. */
    static final String DEFAULT = "default";

    private static final int LONGEST_ID = 40;

    private UserStates() {}

    /** The id of a user or user group that is to be created. */
    static String newId(String parameter, @Nullable String id, String what, Call call) {
        String text = call.parameters().identifier(parameter, id, Integer.MAX_VALUE);
        if (text.length() > LONGEST_ID) {
            // The wording is the service's own for users, quoted in public infrastructure code.
            throw call.faults().invalidParameterValue(what + " id length must be less than " + LONGEST_ID);
        }
        return Table.key(text);
    }

    /** The user that a request is to change: an active one, and not the service's own. */
    static User changeable(@Nullable String id, String changed, Call call) {
        User user = call.existing(USER, call.parameters().required("UserId", id));
        if (user.userId().equals(DEFAULT)) {
            // "You can't modify or delete this user" ("RBAC", user guide); DAX's wording: rebuy-de/aws-nuke#313.
            throw call.faults().invalidParameterValue(DEFAULT + " is reserved and cannot be " + changed + ".");
        }
        if (!user.status().equals(ACTIVE)) {
            // The wording is the service's own: hashicorp/terraform-provider-aws#49726.
            throw call.faults()
                    .of(
                            ServiceError.INVALID_USER_STATE,
                            "User " + user.userId() + " has status " + user.status() + ". Only active users can be "
                                    + changed + ".");
        }
        return user;
    }

    /** The user group that a request is to change, which must be active. */
    static UserGroup activeGroup(String id, String changed, Call call) {
        UserGroup group = call.existing(USER_GROUP, id);
        if (!group.status().equals(ACTIVE)) {
            // The wording is the service's own: hashicorp/terraform-provider-aws#28688, #37911.
            throw call.faults()
                    .of(
                            ServiceError.INVALID_USER_GROUP_STATE,
                            "User group " + group.userGroupId() + " has status " + group.status()
                                    + ". Only active user groups can be " + changed + ".");
        }
        return group;
    }

    static User user(RegionState region, String id) {
        return Objects.requireNonNull(region.table(USER).find(id), id);
    }

    /** The groups that a user belongs to or is about to, without those that are being deleted. */
    static List<UserGroup> groupsOf(String user, RegionState region) {
        return region.table(USER_GROUP).names().stream()
                .map(id -> Objects.requireNonNull(region.table(USER_GROUP).find(id), id))
                .filter(group -> !group.status().equals(DELETING))
                .filter(group ->
                        group.userIds().contains(user) || toBeAdded(group).contains(user))
                .toList();
    }

    static List<String> toBeAdded(UserGroup group) {
        return group.pendingChanges() == null
                ? List.of()
                : group.pendingChanges().userIdsToAdd();
    }

    /** Users that still exist begin to list a group. */
    static void list(RegionState region, String group, List<String> users) {
        present(region, users)
                .forEach(user -> region.table(USER)
                        .put(
                                user.userId(),
                                user.toBuilder()
                                        .userGroupIds(with(user.userGroupIds(), List.of(group)))
                                        .build()));
    }

    /** Users that still exist list a group no longer. */
    static void unlist(RegionState region, String group, List<String> users) {
        present(region, users)
                .forEach(user -> region.table(USER)
                        .put(
                                user.userId(),
                                user.toBuilder()
                                        .userGroupIds(without(user.userGroupIds(), List.of(group)))
                                        .build()));
    }

    /** Those of some users that still exist. */
    static List<User> present(RegionState region, List<String> ids) {
        return ids.stream()
                .flatMap(id -> Stream.ofNullable(region.table(USER).find(id)))
                .toList();
    }

    static List<String> with(List<String> ids, List<String> added) {
        return Stream.concat(ids.stream(), added.stream()).distinct().toList();
    }

    static List<String> without(List<String> ids, List<String> removed) {
        return ids.stream().filter(id -> !removed.contains(id)).toList();
    }

    /**
     * Fills an answer that consists of the members of a resource itself, and not of an element that holds them.
     *
     * @param resource the resource
     * @param answer the answer, which has members of the same names
     */
    static <B extends SdkPojo> B flat(SdkPojo resource, B answer) {
        Map<String, SdkField<?>> members =
                resource.sdkFields().stream().collect(Collectors.toMap(SdkField::memberName, field -> field));
        for (SdkField<?> member : answer.sdkFields()) {
            SdkField<?> source = members.get(member.memberName());
            if (source != null) {
                member.set(answer, source.getValueOrDefault(resource));
            }
        }
        return answer;
    }
}
