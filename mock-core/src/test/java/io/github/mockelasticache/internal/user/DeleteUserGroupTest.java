package io.github.mockelasticache.internal.user;

import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_VALUE;
import static io.github.mockelasticache.testing.Refusal.INVALID_USER_GROUP_STATE;
import static io.github.mockelasticache.testing.Refusal.USER_GROUP_NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.testing.RequestMembers;
import io.github.mockelasticache.testing.UsersSeen;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.DeleteUserGroupRequest;
import software.amazon.awssdk.services.elasticache.model.DeleteUserGroupResponse;
import software.amazon.awssdk.services.elasticache.model.Tag;

/** That a group which a cache uses cannot be deleted is in {@code UserGroupsOfReplicationGroupsTest}. */
class DeleteUserGroupTest {

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.create();

    private final ElastiCacheClient client = mock.client();
    private final UsersSeen users = UsersSeen.of(client);

    @BeforeEach
    void a_group() {
        users.create("alice");
        users.createGroup("mygroup", "default", "alice");
        mock.clock().settle();
    }

    @TestFactory
    Stream<DynamicTest> every_request_member_has_its_effect() {
        return RequestMembers.of(DeleteUserGroupRequest.builder().build())
                .member("UserGroupId", "names the group in any case", () -> {
                    users.deleteGroup("MyGroup");
                    assertThat(users.group("mygroup").status()).isEqualTo("deleting");
                })
                .tests();
    }

    @Test
    void a_group_is_deleting_for_30_seconds_and_then_gone_and_its_users_stay() {
        DeleteUserGroupResponse deleting = client.deleteUserGroup(group -> group.userGroupId("mygroup"));

        assertThat(deleting.status()).isEqualTo("deleting");
        assertThat(deleting.userIds()).containsExactly("default", "alice");
        mock.clock().advance(Duration.ofSeconds(29));
        assertThat(users.group("mygroup").status()).isEqualTo("deleting");
        assertThat(users.named("alice").userGroupIds()).containsExactly("mygroup");
        mock.clock().advance(Duration.ofSeconds(1));
        USER_GROUP_NOT_FOUND.isTheAnswerTo(() -> users.group("mygroup"), mock).says("UserGroup mygroup not found.");
        assertThat(users.named("alice").userGroupIds()).isEmpty();
        assertThat(users.named("alice").status()).isEqualTo("active");
        assertThat(users.events()).endsWith("user-group mygroup: User group deleted");
    }

    @Test
    void its_users_can_change_meanwhile() {
        users.deleteGroup("mygroup");
        users.modify("alice", user -> user.accessString("off"));

        assertThat(users.group("mygroup").status()).isEqualTo("deleting");
        mock.clock().settle();
        assertThat(users.allGroups()).isEmpty();
        assertThat(users.named("alice").status()).isEqualTo("active");
    }

    @Test
    void the_id_can_be_used_again_without_the_tags_of_the_group_before() {
        String arn = users.group("mygroup").arn();
        client.addTagsToResource(resource -> resource.resourceName(arn)
                .tags(Tag.builder().key("team").value("shop").build()));
        users.deleteGroup("mygroup");
        mock.clock().settle();

        users.createGroup("mygroup", "default");
        mock.clock().settle();

        assertThat(client.listTagsForResource(resource -> resource.resourceName(arn))
                        .tagList())
                .isEmpty();
    }

    @Test
    void a_group_that_is_not_active_is_InvalidUserGroupState() {
        users.deleteGroup("mygroup");

        INVALID_USER_GROUP_STATE
                .isTheAnswerTo(() -> users.deleteGroup("mygroup"), mock)
                .says("User group mygroup has status deleting. Only active user groups can be deleted.");
    }

    @Test
    void an_unknown_group_is_UserGroupNotFound() {
        USER_GROUP_NOT_FOUND
                .isTheAnswerTo(() -> users.deleteGroup("nobody"), mock)
                .says("UserGroup nobody not found.");
    }

    @Test
    void without_an_id_it_is_InvalidParameterValue() {
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> client.deleteUserGroup(group -> {}), mock)
                .says("The parameter UserGroupId must be provided and must not be null.");
    }
}
