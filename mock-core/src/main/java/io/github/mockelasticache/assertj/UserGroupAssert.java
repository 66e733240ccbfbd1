package io.github.mockelasticache.assertj;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.UserGroup;

/** Assertions on a user group. */
public class UserGroupAssert extends ResourceAssert<UserGroupAssert, UserGroup> {

    /**
     * Assertions on a group; {@link MockElastiCacheAssertions#assertThat(UserGroup)} is the way to them.
     *
     * @param actual the group
     */
    public UserGroupAssert(@Nullable UserGroup actual) {
        super(actual, UserGroupAssert.class, "user group");
    }

    /**
     * Verifies the status.
     *
     * @param status for example {@code creating}
     * @return this assertion
     */
    public UserGroupAssert hasStatus(String status) {
        return verifyProperty("status", existing().status(), status);
    }

    /**
     * Verifies that the group is {@code active}.
     *
     * @return this assertion
     */
    public UserGroupAssert isActive() {
        return hasStatus("active");
    }

    /**
     * Verifies which users belong to it, in any order; those that are about to do not.
     *
     * @param userIds the ids of all of them
     * @return this assertion
     */
    public UserGroupAssert hasExactlyUsers(String... userIds) {
        return verifyProperty("users", new TreeSet<>(existing().userIds()), new TreeSet<>(Set.of(userIds)));
    }

    /**
     * Verifies which replication groups let it in, in any order.
     *
     * @param replicationGroupIds the ids of all of them
     * @return this assertion
     */
    public UserGroupAssert isUsedByExactly(String... replicationGroupIds) {
        return verifyProperty(
                "replication groups",
                new TreeSet<>(existing().replicationGroups()),
                new TreeSet<>(Set.of(replicationGroupIds)));
    }

    @Override
    @Nullable
    String name(UserGroup existing) {
        return existing.userGroupId();
    }
}
