package io.github.mockelasticache.internal.user;

import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_VALUE;
import static io.github.mockelasticache.testing.Refusal.USER_NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.testing.RequestMembers;
import io.github.mockelasticache.testing.UsersSeen;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.AuthenticationType;
import software.amazon.awssdk.services.elasticache.model.DescribeUsersRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeUsersResponse;
import software.amazon.awssdk.services.elasticache.model.Filter;
import software.amazon.awssdk.services.elasticache.model.User;

class DescribeUsersTest {

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.create();

    private final ElastiCacheClient client = mock.client();
    private final UsersSeen users = UsersSeen.of(client);

    @TestFactory
    Stream<DynamicTest> every_request_member_has_its_effect() {
        IntStream.range(0, 30).forEach(number -> users.create("user-%03d".formatted(number)));
        users.create("valkey", user -> user.engine("valkey"));
        return RequestMembers.of(DescribeUsersRequest.builder().build())
                .member(
                        "Engine",
                        "picks the users of an engine, named in any case",
                        () -> assertThat(ids(all -> all.engine("Valkey"))).containsExactly("valkey"))
                .member(
                        "UserId",
                        "picks one user, named in any case",
                        () -> assertThat(ids(all -> all.userId("USER-007"))).containsExactly("user-007"))
                .member(
                        "Filters",
                        "pick the users that have one of the values",
                        () -> assertThat(ids(all -> all.filters(userIds("User-003", "valkey", "nobody"))))
                                .containsExactly("user-003", "valkey"))
                .member(
                        "MaxRecords",
                        "is the size of a page",
                        () -> assertThat(ids(all -> all.maxRecords(25))).hasSize(25))
                .member("Marker", "says where the page begins", () -> {
                    DescribeUsersResponse first = client.describeUsers(all -> all.maxRecords(20));
                    assertThat(ids(all -> all.maxRecords(20).marker(first.marker())))
                            .hasSize(12);
                })
                .tests();
    }

    /** "RBAC", user guide. */
    @Test
    void every_account_has_a_user_from_the_start() {
        assertThat(users.all())
                .containsExactly(User.builder()
                        .userId("default")
                        .userName("default")
                        .status("active")
                        .engine("redis")
                        .minimumEngineVersion("6.0")
                        .accessString("on ~* +@all")
                        .userGroupIds(List.of())
                        .authentication(with -> with.type(AuthenticationType.NO_PASSWORD))
                        .arn("arn:aws:elasticache:us-east-1:123456789012:user:default")
                        .build());
        assertThat(mock.state()).isEqualTo("(none)");
    }

    @Test
    void filters_must_all_agree_with_each_other_and_with_the_rest() {
        users.create("alice");
        users.create("bob", user -> user.engine("valkey"));

        assertThat(ids(all -> all.filters(userIds("alice", "bob"), userIds("bob", "default"))))
                .containsExactly("bob");
        assertThat(ids(all -> all.filters(userIds("alice", "bob")).engine("redis")))
                .containsExactly("alice");
        assertThat(ids(all -> all.userId("alice").engine("valkey"))).isEmpty();
        assertThat(ids(all -> all.userId("alice").filters(userIds("bob")))).isEmpty();
    }

    @Test
    void all_come_in_the_order_of_their_ids_page_by_page() {
        IntStream.range(0, 119).forEach(number -> users.create("user-%03d".formatted(number)));

        assertThat(client.describeUsers(all -> {}).users()).hasSize(100);
        assertThat(users.all()).extracting(User::userId).hasSize(120).isSorted();
    }

    @Test
    void an_unknown_id_is_UserNotFound() {
        USER_NOT_FOUND.isTheAnswerTo(() -> users.named("nobody"), mock).says("User nobody not found.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UserName", "userid", "Status"})
    void a_filter_for_anything_but_UserId_is_InvalidParameterValue(String name) {
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(
                        () -> client.describeUsers(all -> all.filters(
                                Filter.builder().name(name).values("x").build())),
                        mock)
                .says("The parameter Filter Name must be one of the list: [UserId].");
    }

    @Test
    void a_filter_needs_a_name_and_values() {
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(
                        () -> client.describeUsers(
                                all -> all.filters(Filter.builder().values("x").build())),
                        mock)
                .says("The parameter Filter Name must be provided and must not be null.");
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(
                        () -> client.describeUsers(all ->
                                all.filters(Filter.builder().name("UserId").build())),
                        mock)
                .says("The parameter Filter Values must be provided and must not be null.");
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> client.describeUsers(all -> all.filters(userIds(" "))), mock)
                .says("The parameter Filter Values must be provided and must not be blank.");
    }

    @Test
    void an_engine_without_users_and_a_page_of_another_size_are_InvalidParameterValue() {
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> client.describeUsers(all -> all.engine("memcached")), mock)
                .says("Invalid value memcached for Engine. Must be one of: redis, valkey.");
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> client.describeUsers(all -> all.maxRecords(19)), mock)
                .says("Invalid value for max records. Must be between 20 and 100");
    }

    private List<String> ids(Consumer<DescribeUsersRequest.Builder> asked) {
        return client.describeUsers(asked).users().stream().map(User::userId).toList();
    }

    private static Filter userIds(String... ids) {
        return Filter.builder().name("UserId").values(ids).build();
    }
}
