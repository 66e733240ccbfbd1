package io.github.mockelasticache.internal.user;

import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_VALUE;
import static io.github.mockelasticache.testing.Refusal.USER_GROUP_NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.testing.RequestMembers;
import io.github.mockelasticache.testing.UsersSeen;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.DescribeUserGroupsRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeUserGroupsResponse;
import software.amazon.awssdk.services.elasticache.model.UserGroup;

class DescribeUserGroupsTest {

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.create();

    private final ElastiCacheClient client = mock.client();
    private final UsersSeen users = UsersSeen.of(client);

    @TestFactory
    Stream<DynamicTest> every_request_member_has_its_effect() {
        IntStream.range(0, 30).forEach(number -> users.createGroup("group-%03d".formatted(number), "default"));
        return RequestMembers.of(DescribeUserGroupsRequest.builder().build())
                .member(
                        "UserGroupId",
                        "picks one group, named in any case",
                        () -> assertThat(users.group("GROUP-007").userGroupId()).isEqualTo("group-007"))
                .member(
                        "MaxRecords",
                        "is the size of a page",
                        () -> assertThat(client.describeUserGroups(all -> all.maxRecords(25))
                                        .userGroups())
                                .hasSize(25))
                .member("Marker", "says where the page begins", () -> {
                    DescribeUserGroupsResponse first = client.describeUserGroups(all -> all.maxRecords(20));
                    assertThat(client.describeUserGroups(
                                            all -> all.maxRecords(20).marker(first.marker()))
                                    .userGroups())
                            .hasSize(10);
                })
                .tests();
    }

    @Test
    void there_are_none_from_the_start() {
        assertThat(users.allGroups()).isEmpty();
        assertThat(client.describeUserGroups(all -> {}).hasUserGroups()).isTrue();
    }

    @Test
    void all_come_in_the_order_of_their_ids_page_by_page() {
        IntStream.range(0, 120).forEach(number -> users.createGroup("group-%03d".formatted(number), "default"));

        assertThat(client.describeUserGroups(all -> {}).userGroups()).hasSize(100);
        assertThat(users.allGroups())
                .extracting(UserGroup::userGroupId)
                .hasSize(120)
                .isSorted();
    }

    @Test
    void regions_have_groups_of_their_own() {
        users.createGroup("mygroup", "default");

        UsersSeen elsewhere = UsersSeen.of(mock.client(Region.EU_WEST_1));

        assertThat(elsewhere.allGroups()).isEmpty();
        assertThat(elsewhere.named("default").arn())
                .isEqualTo("arn:aws:elasticache:eu-west-1:123456789012:user:default");
        assertThat(elsewhere.named("default").userGroupIds()).isEmpty();
    }

    @Test
    void an_unknown_id_is_UserGroupNotFound() {
        USER_GROUP_NOT_FOUND.isTheAnswerTo(() -> users.group("nobody"), mock).says("UserGroup nobody not found.");
    }

    @Test
    void a_blank_id_and_a_page_of_another_size_are_InvalidParameterValue() {
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> users.group(" "), mock)
                .says("The parameter UserGroupId must be provided and must not be blank.");
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> client.describeUserGroups(all -> all.maxRecords(101)), mock)
                .says("Invalid value for max records. Must be between 20 and 100");
    }
}
