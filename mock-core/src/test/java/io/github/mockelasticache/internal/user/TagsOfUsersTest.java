package io.github.mockelasticache.internal.user;

import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_VALUE;
import static io.github.mockelasticache.testing.Refusal.USER_GROUP_NOT_FOUND;
import static io.github.mockelasticache.testing.Refusal.USER_NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.testing.UsersSeen;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.Tag;

/** The tag operations on users and user groups. */
class TagsOfUsersTest {

    private static final String ARN = "arn:aws:elasticache:us-east-1:123456789012:";

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.create();

    private final ElastiCacheClient client = mock.client();
    private final UsersSeen users = UsersSeen.of(client);

    @Test
    void users_and_groups_have_tags() {
        String user = users.create("alice").arn();
        String group = users.createGroup("mygroup", "default", "alice").arn();
        mock.clock().settle();

        for (String arn : List.of(user, group)) {
            client.addTagsToResource(
                    resource -> resource.resourceName(arn).tags(tag("team", "shop"), tag("stage", "test")));
            client.removeTagsFromResource(resource -> resource.resourceName(arn).tagKeys("stage"));

            assertThat(list(arn)).containsExactly(tag("team", "shop"));
        }
    }

    /** The service's own words: hashicorp/terraform-provider-aws#34002. */
    @Test
    void the_tags_of_a_user_that_is_not_active_are_out_of_reach() {
        users.create("alice");
        users.modify("alice", user -> user.accessString("off"));

        USER_NOT_FOUND.isTheAnswerTo(() -> list(ARN + "user:alice"), mock).says("alice is not available for tagging");
    }

    @Test
    void the_tags_of_a_group_that_is_not_active_are_out_of_reach() {
        users.createGroup("mygroup", "default");

        USER_GROUP_NOT_FOUND
                .isTheAnswerTo(() -> list(ARN + "usergroup:mygroup"), mock)
                .says("mygroup is not available for tagging");
    }

    @Test
    void what_does_not_exist_is_not_found() {
        USER_NOT_FOUND.isTheAnswerTo(() -> list(ARN + "user:nobody"), mock).says("User nobody not found.");
        USER_GROUP_NOT_FOUND
                .isTheAnswerTo(() -> list(ARN + "usergroup:nobody"), mock)
                .says("UserGroup nobody not found.");
    }

    @Test
    void the_tags_of_the_services_own_user_cannot_be_changed() {
        assertThat(list(ARN + "user:default")).isEmpty();
        INVALID_PARAMETER_VALUE.isTheAnswerTo(
                () -> client.addTagsToResource(
                        resource -> resource.resourceName(ARN + "user:default").tags(tag("team", "shop"))),
                mock);
    }

    private List<Tag> list(String arn) {
        return client.listTagsForResource(resource -> resource.resourceName(arn))
                .tagList();
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }
}
