package io.github.mockelasticache.internal.user;

import static io.github.mockelasticache.testing.Refusal.DEFAULT_USER_REQUIRED;
import static io.github.mockelasticache.testing.Refusal.DUPLICATE_USER_NAME;
import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_COMBINATION;
import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_VALUE;
import static io.github.mockelasticache.testing.Refusal.INVALID_USER_GROUP_STATE;
import static io.github.mockelasticache.testing.Refusal.USER_GROUP_NOT_FOUND;
import static io.github.mockelasticache.testing.Refusal.USER_GROUP_QUOTA_EXCEEDED;
import static io.github.mockelasticache.testing.Refusal.USER_NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.Quotas;
import io.github.mockelasticache.Quotas.Quota;
import io.github.mockelasticache.testing.Refusal;
import io.github.mockelasticache.testing.RequestMembers;
import io.github.mockelasticache.testing.UsersSeen;
import io.github.mockelasticache.time.ClockMode;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.elasticache.model.ModifyUserGroupRequest;
import software.amazon.awssdk.services.elasticache.model.ModifyUserGroupResponse;
import software.amazon.awssdk.services.elasticache.model.UserGroup;

class ModifyUserGroupTest {

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.builder()
            .quotas(Quotas.documented().with(Quota.USERS_PER_USER_GROUP, 3))
            .build();

    private final UsersSeen users = UsersSeen.of(mock.client());

    @BeforeEach
    void a_group_and_users_who_are_not_in_it() {
        users.create("alice");
        users.create("bob");
        users.create("carol");
        users.create("guest", user -> user.userName("default"));
        users.createGroup("mygroup", "default", "alice");
        mock.clock().settle();
    }

    @TestFactory
    Stream<DynamicTest> every_request_member_has_its_effect() {
        return RequestMembers.of(ModifyUserGroupRequest.builder().build())
                .member(
                        "UserGroupId",
                        "names the group in any case",
                        () -> assertThat(modified("MyGroup", group -> group.userIdsToAdd("bob"))
                                        .userGroupId())
                                .isEqualTo("mygroup"))
                .member(
                        "UserIdsToAdd",
                        "join the group",
                        () -> assertThat(modified(
                                                "mygroup",
                                                group -> group.userIdsToAdd("Carol")
                                                        .userIdsToRemove("bob"))
                                        .userIds())
                                .containsExactly("default", "alice", "carol"))
                .member(
                        "UserIdsToRemove",
                        "leave the group",
                        () -> assertThat(modified("mygroup", group -> group.userIdsToRemove("CAROL"))
                                        .userIds())
                                .containsExactly("default", "alice"))
                .member(
                        "Engine",
                        "is the engine from now on",
                        () -> assertThat(modified(
                                        "mygroup",
                                        group -> group.engine("valkey").userIdsToRemove("default")))
                                .extracting(UserGroup::engine, UserGroup::minimumEngineVersion)
                                .containsExactly("valkey", "7.2"))
                .tests();
    }

    /** "RBAC", user guide: the old users, and the others as pending changes. */
    @Test
    void the_group_has_its_old_users_until_the_change_is_complete_after_a_minute() {
        UserGroup before = users.group("mygroup");

        ModifyUserGroupResponse modifying =
                users.modifyGroup("mygroup", group -> group.userIdsToAdd("bob").userIdsToRemove("alice"));

        assertThat(modifying.status()).isEqualTo("modifying");
        assertThat(modifying.userIds()).containsExactly("default", "alice");
        assertThat(modifying.pendingChanges().userIdsToAdd()).containsExactly("bob");
        assertThat(modifying.pendingChanges().userIdsToRemove()).containsExactly("alice");
        assertThat(users.named("bob").userGroupIds()).isEmpty();
        assertThat(users.named("alice").userGroupIds()).containsExactly("mygroup");
        mock.clock().advance(Duration.ofSeconds(59));
        assertThat(users.group("mygroup").status()).isEqualTo("modifying");
        mock.clock().advance(Duration.ofSeconds(1));
        assertThat(users.group("mygroup"))
                .isEqualTo(before.toBuilder().userIds("default", "bob").build());
        assertThat(users.named("bob").userGroupIds()).containsExactly("mygroup");
        assertThat(users.named("alice").userGroupIds()).isEmpty();
        assertThat(users.events()).contains("user-group mygroup: User group modified");
    }

    @Test
    void the_default_user_can_be_replaced_by_another_of_its_name() {
        modified("mygroup", group -> group.userIdsToAdd("guest").userIdsToRemove("default"));

        assertThat(users.group("mygroup").userIds()).containsExactly("alice", "guest");
    }

    @Test
    void a_polled_clock_ends_the_wait_for_a_group() {
        mock.clockMode(ClockMode.POLLED);
        users.modifyGroup("mygroup", group -> group.userIdsToAdd("bob"));

        assertThat(users.group("mygroup").status()).isEqualTo("modifying");
        assertThat(users.group("mygroup").status()).isEqualTo("active");
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                refusal(
                        INVALID_PARAMETER_VALUE,
                        "The parameter UserGroupId must be provided and must not be null.",
                        group -> group.userGroupId(null).userIdsToAdd("bob")),
                refusal(
                        USER_GROUP_NOT_FOUND,
                        "UserGroup nobody not found.",
                        group -> group.userGroupId("nobody").userIdsToAdd("bob")),
                refusal(INVALID_PARAMETER_COMBINATION, "No modifications were requested", group -> {}),
                refusal(
                        INVALID_PARAMETER_VALUE,
                        "Invalid value memcached for Engine. Must be one of: redis, valkey.",
                        group -> group.engine("memcached")),
                refusal(USER_NOT_FOUND, "User nobody not found.", group -> group.userIdsToAdd("nobody")),
                refusal(
                        INVALID_PARAMETER_VALUE,
                        "User alice is already a member of user group mygroup",
                        group -> group.userIdsToAdd("alice")),
                refusal(
                        INVALID_PARAMETER_VALUE,
                        "User bob is not a member of user group mygroup",
                        group -> group.userIdsToAdd("carol").userIdsToRemove("bob")),
                refusal(
                        INVALID_PARAMETER_COMBINATION,
                        "User alice cannot be added and removed at the same time.",
                        group -> group.userIdsToAdd("alice").userIdsToRemove("alice")),
                refusal(
                        DEFAULT_USER_REQUIRED,
                        "User group needs to contain a user with the user name default.",
                        group -> group.userIdsToRemove("default")),
                refusal(
                        DUPLICATE_USER_NAME,
                        "User group has more than one user with the user name default.",
                        group -> group.userIdsToAdd("guest")),
                refusal(
                        USER_GROUP_QUOTA_EXCEEDED,
                        "A user group can have at most 3 users.",
                        group -> group.userIdsToAdd("bob", "carol")),
                refusal(
                        INVALID_PARAMETER_VALUE,
                        "User default does not authenticate with password or iam, as every user of a user group with the"
                                + " engine valkey must.",
                        group -> group.engine("valkey")));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void what_cannot_be_is_refused_as_a_whole(
            Refusal refusal, String message, Consumer<ModifyUserGroupRequest.Builder> asked) {
        refusal.isTheAnswerTo(() -> users.modifyGroup("mygroup", asked), mock).says(message);
    }

    /** The service's own words: hashicorp/terraform-provider-aws#28688, #37911. */
    @Test
    void a_group_that_is_modifying_cannot_be_modified_and_is_InvalidUserGroupState() {
        users.modifyGroup("mygroup", group -> group.userIdsToAdd("bob"));

        INVALID_USER_GROUP_STATE
                .isTheAnswerTo(() -> users.modifyGroup("mygroup", group -> group.userIdsToRemove("alice")), mock)
                .says("User group mygroup has status modifying. Only active user groups can be modified.");
    }

    private UserGroup modified(String id, Consumer<ModifyUserGroupRequest.Builder> settings) {
        users.modifyGroup(id, settings);
        mock.clock().settle();
        return users.group(id);
    }

    private static Arguments refusal(Refusal refusal, String message, Consumer<ModifyUserGroupRequest.Builder> asked) {
        return Arguments.of(refusal, message, asked);
    }
}
