package io.github.mockelasticache.internal.user;

import static io.github.mockelasticache.testing.Refusal.DEFAULT_USER_ASSOCIATED_TO_USER_GROUP;
import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_VALUE;
import static io.github.mockelasticache.testing.Refusal.INVALID_USER_STATE;
import static io.github.mockelasticache.testing.Refusal.USER_NOT_FOUND;
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
import software.amazon.awssdk.services.elasticache.model.DeleteUserRequest;
import software.amazon.awssdk.services.elasticache.model.DeleteUserResponse;
import software.amazon.awssdk.services.elasticache.model.Tag;
import software.amazon.awssdk.services.elasticache.model.UserGroup;

class DeleteUserTest {

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.create();

    private final ElastiCacheClient client = mock.client();
    private final UsersSeen users = UsersSeen.of(client);

    @BeforeEach
    void a_user_in_a_group() {
        users.create("alice");
        users.createGroup("mygroup", "default", "alice");
        mock.clock().settle();
    }

    @TestFactory
    Stream<DynamicTest> every_request_member_has_its_effect() {
        return RequestMembers.of(DeleteUserRequest.builder().build())
                .member("UserId", "names the user in any case", () -> {
                    users.delete("ALICE");
                    assertThat(users.named("alice").status()).isEqualTo("deleting");
                })
                .tests();
    }

    @Test
    void a_user_is_deleting_for_45_seconds_and_then_gone() {
        DeleteUserResponse deleting = client.deleteUser(user -> user.userId("alice"));

        assertThat(deleting.status()).isEqualTo("deleting");
        assertThat(deleting.accessString()).isEqualTo("on ~* +@all");
        assertThat(deleting.userGroupIds()).containsExactly("mygroup");
        mock.clock().advance(Duration.ofSeconds(44));
        assertThat(users.named("alice").status()).isEqualTo("deleting");
        mock.clock().advance(Duration.ofSeconds(1));
        USER_NOT_FOUND.isTheAnswerTo(() -> users.named("alice"), mock).says("User alice not found.");
        assertThat(users.events()).contains("user alice: User deleted");
    }

    /** "The user will be removed from all user groups" (API reference). */
    @Test
    void its_groups_show_that_it_leaves_and_then_are_without_it() {
        users.delete("alice");

        UserGroup leaving = users.group("mygroup");
        assertThat(leaving.status()).isEqualTo("modifying");
        assertThat(leaving.userIds()).containsExactly("default", "alice");
        assertThat(leaving.pendingChanges().userIdsToRemove()).containsExactly("alice");
        mock.clock().settle();
        UserGroup left = users.group("mygroup");
        assertThat(left.status()).isEqualTo("active");
        assertThat(left.userIds()).containsExactly("default");
        assertThat(left.pendingChanges()).isNull();
    }

    @Test
    void a_user_that_is_about_to_join_a_group_does_not() {
        users.create("bob");
        users.modifyGroup("mygroup", group -> group.userIdsToAdd("bob"));
        mock.clock().advance(Duration.ofSeconds(10));

        users.delete("bob");
        mock.clock().settle();

        assertThat(users.group("mygroup").userIds()).containsExactly("default", "alice");
        assertThat(users.group("mygroup").status()).isEqualTo("active");
        assertThat(users.group("mygroup").pendingChanges()).isNull();
    }

    @Test
    void two_users_can_leave_a_group_at_the_same_time() {
        users.create("bob");
        users.createGroup("both", "default", "alice", "bob");
        mock.clock().settle();
        users.delete("alice");
        mock.clock().advance(Duration.ofSeconds(20));
        users.delete("bob");
        assertThat(users.group("both").pendingChanges().userIdsToRemove()).containsExactly("alice", "bob");

        mock.clock().advance(Duration.ofSeconds(25));
        assertThat(users.group("both").userIds()).containsExactly("default", "bob");
        assertThat(users.group("both").status()).isEqualTo("modifying");
        mock.clock().settle();
        assertThat(users.group("both").userIds()).containsExactly("default");
        assertThat(users.group("both").status()).isEqualTo("active");
    }

    @Test
    void the_id_can_be_used_again_without_the_tags_of_the_user_before() {
        String arn = users.named("alice").arn();
        client.addTagsToResource(resource -> resource.resourceName(arn)
                .tags(Tag.builder().key("team").value("shop").build()));
        users.delete("alice");
        mock.clock().settle();

        users.create("alice");

        assertThat(client.listTagsForResource(resource -> resource.resourceName(arn))
                        .tagList())
                .isEmpty();
        assertThat(users.named("alice").userGroupIds()).isEmpty();
    }

    /** The service's own words: hashicorp/terraform-provider-aws#21970. */
    @Test
    void the_default_user_of_a_group_is_DefaultUserAssociatedToUserGroup() {
        users.create("guest", user -> user.userName("default"));
        users.createGroup("guests", "guest");
        mock.clock().settle();

        DEFAULT_USER_ASSOCIATED_TO_USER_GROUP
                .isTheAnswerTo(() -> users.delete("guest"), mock)
                .says("User is associated to user group(s) as a default user and can't be deleted.");

        users.modifyGroup("guests", group -> group.userIdsToAdd("default").userIdsToRemove("guest"));
        mock.clock().settle();
        users.delete("guest");
        mock.clock().settle();
        assertThat(users.all()).hasSize(2);
    }

    @Test
    void a_user_that_is_deleting_cannot_be_deleted_or_modified_and_is_InvalidUserState() {
        users.delete("alice");

        INVALID_USER_STATE
                .isTheAnswerTo(() -> users.delete("alice"), mock)
                .says("User alice has status deleting. Only active users can be deleted.");
        INVALID_USER_STATE
                .isTheAnswerTo(() -> users.modify("alice", user -> user.accessString("on")), mock)
                .says("User alice has status deleting. Only active users can be modified.");
    }

    @Test
    void an_unknown_user_is_UserNotFound() {
        USER_NOT_FOUND.isTheAnswerTo(() -> users.delete("nobody"), mock).says("User nobody not found.");
    }

    /** "You can't modify or delete this user" ("RBAC", user guide). */
    @Test
    void the_user_that_the_account_has_from_the_start_cannot_be_deleted() {
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> users.delete("Default"), mock)
                .says("default is reserved and cannot be deleted.");
    }
}
