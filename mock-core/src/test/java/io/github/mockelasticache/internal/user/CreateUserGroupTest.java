package io.github.mockelasticache.internal.user;

import static io.github.mockelasticache.testing.Refusal.DEFAULT_USER_REQUIRED;
import static io.github.mockelasticache.testing.Refusal.DUPLICATE_USER_NAME;
import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_VALUE;
import static io.github.mockelasticache.testing.Refusal.TAG_QUOTA_PER_RESOURCE_EXCEEDED;
import static io.github.mockelasticache.testing.Refusal.USER_GROUP_ALREADY_EXISTS;
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
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CreateUserGroupRequest;
import software.amazon.awssdk.services.elasticache.model.CreateUserGroupResponse;
import software.amazon.awssdk.services.elasticache.model.Tag;
import software.amazon.awssdk.services.elasticache.model.UserGroup;

/** ServiceLinkedRoleNotFoundFault, which the API reference lists too, cannot be provoked: the mock needs no role. */
class CreateUserGroupTest {

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.create();

    private final ElastiCacheClient client = mock.client();
    private final UsersSeen users = UsersSeen.of(client);

    @BeforeEach
    void a_user() {
        users.create("alice");
    }

    @TestFactory
    Stream<DynamicTest> every_request_member_has_its_effect() {
        return RequestMembers.of(CreateUserGroupRequest.builder().build())
                .member(
                        "UserGroupId",
                        "is stored in lower case",
                        () -> assertThat(created(group -> group.userGroupId("MyGroup"))
                                        .userGroupId())
                                .isEqualTo("mygroup"))
                .member(
                        "Engine",
                        "is named in any case",
                        () -> assertThat(created(group -> group.userGroupId("engine")
                                                .engine("Valkey")
                                                .userIds(List.of()))
                                        .engine())
                                .isEqualTo("valkey"))
                .member(
                        "UserIds",
                        "are its users, each once, named in any case",
                        () -> assertThat(created(group ->
                                                group.userGroupId("members").userIds("Alice", "default", "alice"))
                                        .userIds())
                                .containsExactly("alice", "default"))
                .member("Tags", "are the group's", () -> {
                    String arn = created(group -> group.userGroupId("tagged").tags(tag("team", "shop")))
                            .arn();
                    mock.clock().settle();
                    assertThat(client.listTagsForResource(resource -> resource.resourceName(arn))
                                    .tagList())
                            .containsExactly(tag("team", "shop"));
                })
                .tests();
    }

    @Test
    void a_group_is_creating_for_30_seconds_with_its_users_from_the_start() {
        CreateUserGroupResponse created = users.createGroup("mygroup", "default", "alice");

        UserGroup expected = UserGroup.builder()
                .userGroupId("mygroup")
                .status("creating")
                .engine("redis")
                .userIds("default", "alice")
                .minimumEngineVersion("6.0")
                .replicationGroups(List.of())
                .serverlessCaches(List.of())
                .arn("arn:aws:elasticache:us-east-1:123456789012:usergroup:mygroup")
                .build();
        assertThat(users.group("mygroup")).isEqualTo(expected);
        assertThat(created.status()).isEqualTo("creating");
        assertThat(created.userIds()).isEqualTo(expected.userIds());
        assertThat(created.hasReplicationGroups()).isTrue();
        assertThat(created.pendingChanges()).isNull();
        assertThat(created.arn()).isEqualTo(expected.arn());
        assertThat(users.named("alice").userGroupIds()).containsExactly("mygroup");
        assertThat(users.named("default").userGroupIds()).containsExactly("mygroup");
        mock.clock().advance(Duration.ofSeconds(29));
        assertThat(users.group("mygroup").status()).isEqualTo("creating");
        mock.clock().advance(Duration.ofSeconds(1));
        assertThat(mock.find(mock.region(), UserGroup.class, "MyGroup"))
                .isEqualTo(Optional.of(expected.toBuilder().status("active").build()));
        assertThat(users.events()).contains("user-group mygroup: User group created");
    }

    @Test
    void an_instant_clock_has_the_group_active_at_once() {
        mock.clockMode(ClockMode.INSTANT);

        users.createGroup("mygroup", "default");

        assertThat(users.group("mygroup").status()).isEqualTo("active");
    }

    @Test
    void a_user_can_be_in_several_groups() {
        users.createGroup("one", "default", "alice");
        users.createGroup("two", "alice", "default");

        assertThat(users.named("alice").userGroupIds()).containsExactly("one", "two");
    }

    @Test
    void a_group_for_valkey_needs_no_default_user_and_no_user_at_all() {
        users.create("bob", user -> user.engine("valkey"));

        assertThat(created(each -> each.engine("valkey").userIds("alice", "bob"))
                        .minimumEngineVersion())
                .isEqualTo("7.2");
        assertThat(created(each -> each.userGroupId("empty").engine("valkey").userIds(List.of()))
                        .userIds())
                .isEmpty();
    }

    @Test
    void a_group_requires_as_much_as_the_user_who_requires_most() {
        users.create("bob", user -> user.accessString("on ~* &* +@all"));

        assertThat(users.createGroup("one", "default", "alice").minimumEngineVersion())
                .isEqualTo("6.0");
        assertThat(users.createGroup("two", "default", "bob").minimumEngineVersion())
                .isEqualTo("6.2");
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                refusal(
                        INVALID_PARAMETER_VALUE,
                        "The parameter UserGroupId must be provided and must not be null.",
                        group -> group.userGroupId(null)),
                refusal(
                        INVALID_PARAMETER_VALUE,
                        "User group id length must be less than 40",
                        group -> group.userGroupId("a".repeat(41))),
                refusal(
                        INVALID_PARAMETER_VALUE,
                        "The parameter Engine must be provided and must not be null.",
                        group -> group.engine(null)),
                refusal(
                        INVALID_PARAMETER_VALUE,
                        "Invalid value memcached for Engine. Must be one of: redis, valkey.",
                        group -> group.engine("memcached")),
                refusal(
                        INVALID_PARAMETER_VALUE,
                        "The parameter UserIds must be provided and must not be blank.",
                        group -> group.userIds("default", "")),
                refusal(USER_NOT_FOUND, "User nobody not found.", group -> group.userIds("default", "nobody")),
                refusal(
                        DEFAULT_USER_REQUIRED,
                        "User group needs to contain a user with the user name default.",
                        group -> group.userIds("alice")),
                refusal(
                        DEFAULT_USER_REQUIRED,
                        "User group needs to contain a user with the user name default.",
                        group -> group.userIds(List.of())),
                refusal(
                        INVALID_PARAMETER_VALUE,
                        "User default does not authenticate with password or iam, as every user of a user group with the"
                                + " engine valkey must.",
                        group -> group.engine("valkey")),
                refusal(
                        TAG_QUOTA_PER_RESOURCE_EXCEEDED,
                        "The maximum number of tags permitted on a resource is 50.",
                        group -> group.tags(IntStream.range(0, 51)
                                .mapToObj(number -> tag("key-" + number, ""))
                                .toList())));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void what_cannot_be_is_refused(Refusal refusal, String message, Consumer<CreateUserGroupRequest.Builder> asked) {
        refusal.isTheAnswerTo(() -> created(asked), mock).says(message);
    }

    @Test
    void two_users_of_one_name_are_DuplicateUserName() {
        users.create("guest", user -> user.userName("default"));

        DUPLICATE_USER_NAME
                .isTheAnswerTo(() -> users.createGroup("mygroup", "default", "guest"), mock)
                .says("User group has more than one user with the user name default.");
    }

    @Test
    void an_id_that_is_taken_is_UserGroupAlreadyExists() {
        users.createGroup("mygroup", "default");

        USER_GROUP_ALREADY_EXISTS
                .isTheAnswerTo(() -> users.createGroup("MyGroup", "default"), mock)
                .says("User group mygroup already exists.");
    }

    @Test
    void a_user_that_is_being_deleted_cannot_join() {
        users.delete("alice");

        USER_NOT_FOUND
                .isTheAnswerTo(() -> users.createGroup("mygroup", "default", "alice"), mock)
                .says("User alice not found.");
    }

    @Test
    void there_are_200_groups_of_100_users_unless_the_quotas_are_others() {
        assertThat(Quotas.documented().of(Quota.USER_GROUPS)).isEqualTo(200);
        assertThat(Quotas.documented().of(Quota.USERS_PER_USER_GROUP)).isEqualTo(100);
        try (ElastiCacheMock small = ElastiCacheMock.builder()
                .quotas(Quotas.documented().with(Quota.USER_GROUPS, 1).with(Quota.USERS_PER_USER_GROUP, 1))
                .build()) {
            UsersSeen seen = UsersSeen.of(small.client());
            seen.create("alice");

            USER_GROUP_QUOTA_EXCEEDED
                    .isTheAnswerTo(() -> seen.createGroup("one", "default", "alice"), small)
                    .says("A user group can have at most 1 users.");
            seen.createGroup("one", "default");
            USER_GROUP_QUOTA_EXCEEDED
                    .isTheAnswerTo(() -> seen.createGroup("two", "default"), small)
                    .says("You have already reached your quota of 1 user groups in this region.");
        }
    }

    private CreateUserGroupResponse created(Consumer<CreateUserGroupRequest.Builder> settings) {
        return client.createUserGroup(group -> {
            group.userGroupId("mine").engine("redis").userIds("default");
            settings.accept(group);
        });
    }

    private static Arguments refusal(Refusal refusal, String message, Consumer<CreateUserGroupRequest.Builder> asked) {
        return Arguments.of(refusal, message, asked);
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }
}
