package io.github.mockelasticache.internal.user;

import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_COMBINATION;
import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_VALUE;
import static io.github.mockelasticache.testing.Refusal.INVALID_USER_STATE;
import static io.github.mockelasticache.testing.Refusal.USER_NOT_FOUND;
import static io.github.mockelasticache.testing.UsersSeen.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.testing.Refusal;
import io.github.mockelasticache.testing.RequestMembers;
import io.github.mockelasticache.testing.UsersSeen;
import io.github.mockelasticache.time.ClockMode;
import java.time.Duration;
import java.util.List;
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
import software.amazon.awssdk.services.elasticache.model.AuthenticationType;
import software.amazon.awssdk.services.elasticache.model.ModifyUserRequest;
import software.amazon.awssdk.services.elasticache.model.ModifyUserResponse;
import software.amazon.awssdk.services.elasticache.model.User;

class ModifyUserTest {

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.create();

    private final UsersSeen users = UsersSeen.of(mock.client());

    @BeforeEach
    void a_user() {
        users.create("alice", user -> user.accessString("on ~app:* +get"));
    }

    @TestFactory
    Stream<DynamicTest> every_request_member_has_its_effect() {
        users.create("bob");
        return RequestMembers.of(ModifyUserRequest.builder().build())
                .member(
                        "UserId",
                        "names the user in any case",
                        () -> assertThat(modified("BOB", user -> user.accessString("off"))
                                        .userId())
                                .isEqualTo("bob"))
                .member(
                        "AccessString",
                        "replaces all rules",
                        () -> assertThat(modified("alice", user -> user.accessString("~x"))
                                        .accessString())
                                .isEqualTo("off ~x -@all"))
                .member(
                        "AppendAccessString",
                        "adds rules",
                        () -> assertThat(modified("alice", user -> user.appendAccessString("+set"))
                                        .accessString())
                                .isEqualTo("off ~x -@all +set"))
                .member(
                        "Passwords",
                        "replace all passwords",
                        () -> assertThat(modified("alice", user -> user.passwords(PASSWORD + "1", PASSWORD + "2"))
                                        .authentication()
                                        .passwordCount())
                                .isEqualTo(2))
                .member(
                        "NoPasswordRequired",
                        "takes the passwords away",
                        () -> assertThat(modified("alice", user -> user.noPasswordRequired(true))
                                        .authentication())
                                .satisfies(authentication -> {
                                    assertThat(authentication.type()).isEqualTo(AuthenticationType.NO_PASSWORD);
                                    assertThat(authentication.passwordCount()).isNull();
                                }))
                .member(
                        "AuthenticationMode",
                        "changes how the user authenticates",
                        () -> assertThat(modified("alice", user -> user.authenticationMode(mode -> mode.type("iam")))
                                        .authentication()
                                        .type())
                                .isEqualTo(AuthenticationType.IAM))
                .member(
                        "Engine",
                        "is the engine from now on",
                        () -> assertThat(modified("alice", user -> user.engine("valkey")))
                                .extracting(User::engine, User::minimumEngineVersion)
                                .containsExactly("valkey", "7.2"))
                .tests();
    }

    @Test
    void the_answer_has_the_new_values_already_and_the_user_is_modifying_for_45_seconds() {
        User before = users.named("alice");

        ModifyUserResponse modifying = users.modify("alice", user -> user.accessString("on ~* +@all"));

        assertThat(modifying.status()).isEqualTo("modifying");
        assertThat(modifying.accessString()).isEqualTo("on ~* +@all");
        assertThat(users.named("alice"))
                .isEqualTo(before.toBuilder()
                        .status("modifying")
                        .accessString("on ~* +@all")
                        .build());
        mock.clock().advance(Duration.ofSeconds(44));
        assertThat(users.named("alice").status()).isEqualTo("modifying");
        mock.clock().advance(Duration.ofSeconds(1));
        assertThat(users.named("alice"))
                .isEqualTo(before.toBuilder().accessString("on ~* +@all").build());
        assertThat(users.events()).containsExactly("user alice: User created", "user alice: User modified");
    }

    /** "RBAC", user guide: the groups that the user belongs to are updated with it. */
    @Test
    void the_groups_of_a_user_that_is_modified_are_modifying_too() {
        users.createGroup("one", "default", "alice");
        users.createGroup("other", "default");
        mock.clock().settle();

        users.modify("alice", user -> user.authenticationMode(mode -> mode.type("iam")));

        assertThat(users.group("one").status()).isEqualTo("modifying");
        assertThat(users.group("one").pendingChanges()).isNull();
        assertThat(users.group("other").status()).isEqualTo("active");
        mock.clock().settle();
        assertThat(users.group("one").status()).isEqualTo("active");
        assertThat(users.group("one").minimumEngineVersion()).isEqualTo("7.0");
    }

    @Test
    void a_group_is_active_again_when_the_last_of_its_users_is() {
        users.create("bob");
        users.createGroup("mygroup", "default", "alice", "bob");
        mock.clock().settle();
        users.modify("alice", user -> user.accessString("off"));
        mock.clock().advance(Duration.ofSeconds(20));
        users.modify("bob", user -> user.accessString("off"));

        mock.clock().advance(Duration.ofSeconds(25));
        assertThat(users.named("alice").status()).isEqualTo("active");
        assertThat(users.group("mygroup").status()).isEqualTo("modifying");

        mock.clock().advance(Duration.ofSeconds(20));
        assertThat(users.group("mygroup").status()).isEqualTo("active");
    }

    @Test
    void a_group_that_is_still_being_created_follows_its_user_afterwards() {
        users.createGroup("mygroup", "default", "alice");
        mock.clock().advance(Duration.ofSeconds(10));
        users.modify("alice", user -> user.accessString("off"));

        assertThat(users.group("mygroup").status()).isEqualTo("creating");
        mock.clock().advance(Duration.ofSeconds(20));
        assertThat(users.group("mygroup").status()).isEqualTo("modifying");
        mock.clock().advance(Duration.ofSeconds(25));
        assertThat(users.group("mygroup").status()).isEqualTo("active");
    }

    @Test
    void a_polled_clock_ends_the_wait_for_a_user() {
        mock.clockMode(ClockMode.POLLED);
        users.modify("alice", user -> user.accessString("off"));

        assertThat(users.named("alice").status()).isEqualTo("modifying");
        assertThat(users.named("alice").status()).isEqualTo("active");
    }

    /** The service's own words: hashicorp/terraform-provider-aws#49726. */
    @Test
    void a_user_that_is_modifying_cannot_be_modified_and_is_InvalidUserState() {
        users.modify("alice", user -> user.accessString("off"));

        INVALID_USER_STATE
                .isTheAnswerTo(() -> users.modify("alice", user -> user.accessString("on")), mock)
                .says("User alice has status modifying. Only active users can be modified.");
    }

    @Test
    void an_unknown_user_is_UserNotFound() {
        USER_NOT_FOUND
                .isTheAnswerTo(() -> users.modify("nobody", user -> user.accessString("on")), mock)
                .says("User nobody not found.");
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                refusal(INVALID_PARAMETER_COMBINATION, "No modifications were requested", user -> {}),
                refusal(
                        INVALID_PARAMETER_COMBINATION,
                        "No modifications were requested",
                        user -> user.noPasswordRequired(false)),
                refusal(
                        INVALID_PARAMETER_COMBINATION,
                        "AccessString and AppendAccessString cannot be specified together.",
                        user -> user.accessString("on").appendAccessString("+get")),
                refusal(
                        INVALID_PARAMETER_VALUE,
                        "The access string is not valid: reset is not a rule that is allowed.",
                        user -> user.appendAccessString("reset")),
                refusal(
                        INVALID_PARAMETER_VALUE,
                        "Invalid value memcached for Engine. Must be one of: redis, valkey.",
                        user -> user.engine("memcached")),
                refusal(
                        INVALID_PARAMETER_COMBINATION,
                        "Authentication type: no-password-required is not supported for engine valkey.",
                        user -> user.engine("valkey").noPasswordRequired(true)),
                refusal(
                        INVALID_PARAMETER_COMBINATION,
                        "Passwords and NoPasswordRequired cannot be specified together.",
                        user -> user.passwords(PASSWORD).noPasswordRequired(true)),
                refusal(
                        INVALID_PARAMETER_VALUE,
                        "default is reserved and cannot be modified.",
                        user -> user.userId("default").accessString("off")),
                refusal(
                        INVALID_PARAMETER_VALUE,
                        "The parameter UserId must be provided and must not be null.",
                        user -> user.userId(null).accessString("off")));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void what_cannot_be_is_refused(Refusal refusal, String message, Consumer<ModifyUserRequest.Builder> asked) {
        refusal.isTheAnswerTo(() -> users.modify("alice", asked), mock).says(message);
    }

    @Test
    void a_user_whose_name_is_not_its_id_cannot_use_IAM() {
        users.create("bob", user -> user.userName("robert"));

        INVALID_PARAMETER_COMBINATION
                .isTheAnswerTo(
                        () -> users.modify("bob", user -> user.authenticationMode(mode -> mode.type("iam"))), mock)
                .says("User Id and User name must be same for authentication type: iam");
    }

    @Test
    void a_user_of_a_group_for_valkey_has_to_authenticate() {
        mock.client()
                .createUserGroup(
                        group -> group.userGroupId("mygroup").engine("valkey").userIds(List.of("alice")));

        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> users.modify("alice", user -> user.noPasswordRequired(true)), mock)
                .hasMessageStartingWith("User alice does not authenticate with password or iam");
    }

    private User modified(String id, Consumer<ModifyUserRequest.Builder> settings) {
        users.modify(id, settings);
        mock.clock().settle();
        return users.named(id);
    }

    private static Arguments refusal(Refusal refusal, String message, Consumer<ModifyUserRequest.Builder> asked) {
        return Arguments.of(refusal, message, asked);
    }
}
