package io.github.mockelasticache.assertj;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.User;

/** Assertions on a user. */
public class UserAssert extends ResourceAssert<UserAssert, User> {

    /**
     * Assertions on a user; {@link MockElastiCacheAssertions#assertThat(User)} is the way to them.
     *
     * @param actual the user
     */
    public UserAssert(@Nullable User actual) {
        super(actual, UserAssert.class, "user");
    }

    /**
     * Verifies the status.
     *
     * @param status for example {@code modifying}
     * @return this assertion
     */
    public UserAssert hasStatus(String status) {
        return verifyProperty("status", existing().status(), status);
    }

    /**
     * Verifies that the user is {@code active}.
     *
     * @return this assertion
     */
    public UserAssert isActive() {
        return hasStatus("active");
    }

    /**
     * Verifies what the user may do.
     *
     * @param accessString the access string as the service stores it, for example {@code on ~app:* -@all +get}
     * @return this assertion
     */
    public UserAssert hasAccessString(String accessString) {
        return verifyProperty("access string", existing().accessString(), accessString);
    }

    /**
     * Verifies how the user authenticates.
     *
     * @param type {@code password}, {@code no-password} or {@code iam}
     * @return this assertion
     */
    public UserAssert hasAuthentication(String type) {
        return verifyProperty(
                "authentication",
                existing().authentication() == null
                        ? null
                        : existing().authentication().typeAsString(),
                type);
    }

    /**
     * Verifies which user groups the user belongs to, in any order.
     *
     * @param userGroupIds the ids of all of them
     * @return this assertion
     */
    public UserAssert belongsToExactly(String... userGroupIds) {
        return verifyProperty(
                "user groups", new TreeSet<>(existing().userGroupIds()), new TreeSet<>(Set.of(userGroupIds)));
    }

    @Override
    @Nullable
    String name(User existing) {
        return existing.userId();
    }
}
