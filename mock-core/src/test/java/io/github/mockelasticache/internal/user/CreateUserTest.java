package io.github.mockelasticache.internal.user;

import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_COMBINATION;
import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_VALUE;
import static io.github.mockelasticache.testing.Refusal.TAG_QUOTA_PER_RESOURCE_EXCEEDED;
import static io.github.mockelasticache.testing.Refusal.USER_ALREADY_EXISTS;
import static io.github.mockelasticache.testing.Refusal.USER_QUOTA_EXCEEDED;
import static io.github.mockelasticache.testing.UsersSeen.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.Quotas;
import io.github.mockelasticache.Quotas.Quota;
import io.github.mockelasticache.testing.Refusal;
import io.github.mockelasticache.testing.RequestMembers;
import io.github.mockelasticache.testing.UsersSeen;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.Authentication;
import software.amazon.awssdk.services.elasticache.model.AuthenticationType;
import software.amazon.awssdk.services.elasticache.model.CreateUserRequest;
import software.amazon.awssdk.services.elasticache.model.CreateUserResponse;
import software.amazon.awssdk.services.elasticache.model.Tag;
import software.amazon.awssdk.services.elasticache.model.User;

/**
 * Of the errors that the API reference lists, no request can provoke DuplicateUserName, as names may be used by several users, and
 * ServiceLinkedRoleNotFoundFault, as the mock needs no role.
 */
class CreateUserTest {

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.create();

    private final ElastiCacheClient client = mock.client();
    private final UsersSeen users = UsersSeen.of(client);

    @TestFactory
    Stream<DynamicTest> every_request_member_has_its_effect() {
        return RequestMembers.of(CreateUserRequest.builder().build())
                .member(
                        "UserId",
                        "is stored in lower case",
                        () -> assertThat(users.create("Alice").userId()).isEqualTo("alice"))
                .member(
                        "UserName",
                        "is kept as it is",
                        () -> assertThat(users.create("named", user -> user.userName("My User"))
                                        .userName())
                                .isEqualTo("My User"))
                .member(
                        "Engine",
                        "is named in any case",
                        () -> assertThat(users.create("engine", user -> user.engine("VALKEY"))
                                        .engine())
                                .isEqualTo("valkey"))
                .member(
                        "Passwords",
                        "are counted and never told",
                        () -> assertThat(
                                        users.create("passwords", user -> user.passwords(PASSWORD, "another-password!"))
                                                .authentication())
                                .isEqualTo(authentication(AuthenticationType.PASSWORD, 2)))
                .member(
                        "AccessString",
                        "says what the user may do",
                        () -> assertThat(users.create("access", user -> user.accessString("on ~app:* +get"))
                                        .accessString())
                                .isEqualTo("on ~app:* -@all +get"))
                .member(
                        "NoPasswordRequired",
                        "lets everybody be the user",
                        () -> assertThat(users.create("open", CreateUserTest::withoutPassword)
                                        .authentication())
                                .isEqualTo(authentication(AuthenticationType.NO_PASSWORD, null)))
                .member("Tags", "are the user's", () -> {
                    String arn = users.create("tagged", user -> user.tags(tag("team", "shop")))
                            .arn();
                    assertThat(client.listTagsForResource(resource -> resource.resourceName(arn))
                                    .tagList())
                            .containsExactly(tag("team", "shop"));
                })
                .member(
                        "AuthenticationMode",
                        "says the same in another way",
                        () -> assertThat(users.create(
                                                "iam",
                                                user -> user.passwords(List.of())
                                                        .authenticationMode(mode -> mode.type("iam")))
                                        .authentication())
                                .isEqualTo(authentication(AuthenticationType.IAM, null)))
                .tests();
    }

    @Test
    void a_new_user_is_active_at_once_and_complete() {
        CreateUserResponse created = users.create("alice");

        User expected = User.builder()
                .userId("alice")
                .userName("alice")
                .status("active")
                .engine("redis")
                .minimumEngineVersion("6.0")
                .accessString("on ~* +@all")
                .userGroupIds(List.of())
                .authentication(authentication(AuthenticationType.PASSWORD, 1))
                .arn("arn:aws:elasticache:us-east-1:123456789012:user:alice")
                .build();
        assertThat(users.named("alice")).isEqualTo(expected);
        assertThat(mock.find(mock.region(), User.class, "Alice")).isEqualTo(Optional.of(expected));
        assertThat(User.builder()
                        .userId(created.userId())
                        .userName(created.userName())
                        .status(created.status())
                        .engine(created.engine())
                        .minimumEngineVersion(created.minimumEngineVersion())
                        .accessString(created.accessString())
                        .userGroupIds(created.userGroupIds())
                        .authentication(created.authentication())
                        .arn(created.arn())
                        .build())
                .isEqualTo(expected);
        assertThat(created.hasUserGroupIds()).isTrue();
        assertThat(created.responseMetadata().requestId()).isNotBlank();
        assertThat(created.sdkHttpResponse().statusCode()).isEqualTo(200);
        assertThat(mock.timeline().pending()).isEmpty();
        assertThat(users.events()).containsExactly("user alice: User created");
    }

    @Test
    void users_may_have_the_same_name() {
        users.create("one", user -> user.userName("default"));
        users.create("two", user -> user.userName("default"));

        assertThat(users.all()).extracting(User::userName).containsExactly("default", "default", "default");
    }

    @ParameterizedTest
    @CsvSource({
        "redis, password, on ~* +@all, 6.0",
        "redis, password, on ~* &* +@all, 6.2",
        "redis, password, on %R~* +get, 7.0",
        "redis, password, on ~* +config-like|sub, 7.0",
        "redis, password, on ~* +@all (~x +get), 7.0",
        "redis, iam, on ~* +@all, 7.0",
        "valkey, password, on ~* +@all, 7.2"
    })
    void the_minimum_engine_version_is_the_first_that_has_what_the_user_needs(
            String engine, String type, String accessString, String minimum) {
        CreateUserResponse created = users.create(
                "alice",
                user -> user.engine(engine)
                        .accessString(accessString)
                        .passwords(List.of())
                        .authenticationMode(
                                mode -> mode.type(type).passwords(type.equals("iam") ? List.of() : List.of(PASSWORD))));

        assertThat(created.minimumEngineVersion()).isEqualTo(minimum);
    }

    /** Clients that always send the member do: it is no contradiction. */
    @Test
    void NoPasswordRequired_that_is_false_says_nothing() {
        CreateUserResponse created = users.create(
                "alice",
                user -> user.passwords(List.of())
                        .noPasswordRequired(false)
                        .authenticationMode(mode -> mode.type("password").passwords(PASSWORD)));

        assertThat(created.authentication().type()).isEqualTo(AuthenticationType.PASSWORD);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                refusal(
                        INVALID_PARAMETER_VALUE,
                        "The parameter UserId must be provided and must not be null.",
                        user -> user.userId(null)),
                refusal(
                        INVALID_PARAMETER_VALUE,
                        "User id length must be less than 40",
                        user -> user.userId("a".repeat(41))),
                refusal(
                        INVALID_PARAMETER_VALUE,
                        "The parameter UserName must be provided and must not be null.",
                        user -> user.userName(null)),
                refusal(
                        INVALID_PARAMETER_VALUE,
                        "The parameter UserName must have at most 120 characters.",
                        user -> user.userName("a".repeat(121))),
                refusal(
                        INVALID_PARAMETER_VALUE,
                        "The parameter Engine must be provided and must not be null.",
                        user -> user.engine(null)),
                refusal(
                        INVALID_PARAMETER_VALUE,
                        "Invalid value memcached for Engine. Must be one of: redis, valkey.",
                        user -> user.engine("memcached")),
                refusal(
                        INVALID_PARAMETER_VALUE,
                        "The parameter AccessString must be provided and must not be null.",
                        user -> user.accessString(null)),
                refusal(
                        INVALID_PARAMETER_VALUE,
                        "Input Authentication type: null is not in the allowed list: [password,no-password-required,iam]",
                        user -> user.passwords(List.of())),
                refusal(
                        INVALID_PARAMETER_VALUE,
                        "Input Authentication type: null is not in the allowed list: [password,no-password-required,iam]",
                        user -> user.passwords(List.of()).authenticationMode(mode -> {})),
                refusal(
                        INVALID_PARAMETER_VALUE,
                        "Input Authentication type: none is not in the allowed list: [password,no-password-required,iam]",
                        user -> user.passwords(List.of()).authenticationMode(mode -> mode.type("none"))),
                refusal(
                        INVALID_PARAMETER_VALUE,
                        "The parameter Passwords must be provided and must not be null.",
                        user -> user.passwords(List.of()).authenticationMode(mode -> mode.type("password"))),
                refusal(
                        INVALID_PARAMETER_VALUE,
                        "A user can have at most 2 passwords.",
                        user -> user.passwords(PASSWORD, PASSWORD + "2", PASSWORD + "3")),
                refusal(
                        INVALID_PARAMETER_COMBINATION,
                        "Passwords and NoPasswordRequired cannot be specified together.",
                        user -> user.noPasswordRequired(true)),
                refusal(
                        INVALID_PARAMETER_COMBINATION,
                        "AuthenticationMode cannot be specified together with Passwords or NoPasswordRequired.",
                        user -> user.authenticationMode(mode -> mode.type("iam"))),
                refusal(
                        INVALID_PARAMETER_COMBINATION,
                        "AuthenticationMode cannot be specified together with Passwords or NoPasswordRequired.",
                        user -> user.passwords(List.of())
                                .noPasswordRequired(true)
                                .authenticationMode(mode -> mode.type("no-password-required"))),
                refusal(
                        INVALID_PARAMETER_COMBINATION,
                        "Passwords cannot be specified for authentication type: iam",
                        user -> user.passwords(List.of())
                                .authenticationMode(mode -> mode.type("iam").passwords(PASSWORD))),
                refusal(
                        INVALID_PARAMETER_COMBINATION,
                        "User Id and User name must be same for authentication type: iam",
                        user -> user.userName("somebody")
                                .passwords(List.of())
                                .authenticationMode(mode -> mode.type("iam"))),
                refusal(
                        INVALID_PARAMETER_COMBINATION,
                        "Authentication type: no-password-required is not supported for engine valkey.",
                        user -> {
                            withoutPassword(user);
                            user.engine("valkey");
                        }),
                refusal(
                        USER_ALREADY_EXISTS,
                        "User default already exists.",
                        user -> user.userId("Default").userName("somebody")),
                refusal(
                        TAG_QUOTA_PER_RESOURCE_EXCEEDED,
                        "The maximum number of tags permitted on a resource is 50.",
                        user -> user.tags(IntStream.range(0, 51)
                                .mapToObj(number -> tag("key-" + number, ""))
                                .toList())));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void what_cannot_be_is_refused(Refusal refusal, String message, Consumer<CreateUserRequest.Builder> asked) {
        refusal.isTheAnswerTo(() -> users.create("alice", asked), mock).says(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1alice", "ali--ce", "alice-", "ali_ce", "ali ce"})
    void an_id_that_is_no_identifier_is_InvalidParameterValue(String id) {
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> users.create(id, user -> user.userName("alice")), mock)
                .hasMessageStartingWith("The parameter UserId is not a valid identifier.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fifteen-letters", "x"})
    void a_password_that_is_too_short_is_InvalidParameterValue(String password) {
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> users.create("alice", user -> user.passwords(password)), mock)
                .says("Passwords length must be between 16-128 characters.");
    }

    @Test
    void a_password_has_at_most_128_characters() {
        users.create("alice", user -> user.passwords("x".repeat(128)));

        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> users.create("bob", user -> user.passwords("x".repeat(129))), mock)
                .says("Passwords length must be between 16-128 characters.");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", "\"", "/", "@", "\t", "é"})
    void a_password_has_printable_characters_but_four(String character) {
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> users.create("alice", user -> user.passwords(PASSWORD + character)), mock)
                .hasMessageStartingWith("Passwords must consist of printable characters");
    }

    @Test
    void an_account_has_2000_users_unless_its_quota_is_another() {
        assertThat(Quotas.documented().of(Quota.USERS)).isEqualTo(2000);
        try (ElastiCacheMock small = ElastiCacheMock.builder()
                .quotas(Quotas.documented().with(Quota.USERS, 2))
                .build()) {
            UsersSeen seen = UsersSeen.of(small.client());
            seen.create("alice");

            USER_QUOTA_EXCEEDED
                    .isTheAnswerTo(() -> seen.create("bob"), small)
                    .says("You have already reached your quota of 2 users in this region.");
        }
    }

    private static Arguments refusal(Refusal refusal, String message, Consumer<CreateUserRequest.Builder> asked) {
        return Arguments.of(refusal, message, asked);
    }

    private static void withoutPassword(CreateUserRequest.Builder user) {
        user.passwords(List.of()).noPasswordRequired(true);
    }

    private static Authentication authentication(AuthenticationType type, @Nullable Integer passwords) {
        return Authentication.builder().type(type).passwordCount(passwords).build();
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }
}
