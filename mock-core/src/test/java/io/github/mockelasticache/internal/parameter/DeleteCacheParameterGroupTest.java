package io.github.mockelasticache.internal.parameter;

import static io.github.mockelasticache.testing.Refusal.CACHE_PARAMETER_GROUP_NOT_FOUND;
import static io.github.mockelasticache.testing.Refusal.INVALID_CACHE_PARAMETER_GROUP_STATE;
import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_VALUE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.testing.ParameterGroupsSeen;
import io.github.mockelasticache.testing.RequestMembers;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.DeleteCacheParameterGroupRequest;
import software.amazon.awssdk.services.elasticache.model.Event;
import software.amazon.awssdk.services.elasticache.model.SourceType;
import software.amazon.awssdk.services.elasticache.model.Tag;

/** Of the errors that the API reference lists, no request can provoke InvalidParameterCombination: there is one member only. */
class DeleteCacheParameterGroupTest {

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.create();

    private final ElastiCacheClient client = mock.client();
    private final ParameterGroupsSeen groups = ParameterGroupsSeen.of(client);

    @Test
    void the_group_is_gone_at_once_and_an_event_says_so() {
        groups.create("mygroup", "redis7");

        groups.delete("mygroup");

        CACHE_PARAMETER_GROUP_NOT_FOUND.isTheAnswerTo(() -> groups.named("mygroup"));
        assertThat(client.describeEvents(all -> all.sourceType(SourceType.CACHE_PARAMETER_GROUP))
                        .events())
                .extracting(Event::message)
                .containsExactly("Cache parameter group deleted", "Cache parameter group created");
    }

    @Test
    void a_new_group_of_the_same_name_has_neither_its_values_nor_its_tags() {
        String arn = groups.create("mygroup", "redis7").arn();
        groups.set("mygroup", "timeout", "20");
        client.addTagsToResource(group -> group.resourceName(arn)
                .tags(Tag.builder().key("stage").value("test").build()));
        groups.delete("mygroup");

        groups.create("mygroup", "redis7");

        assertThat(groups.own("mygroup")).isEmpty();
        assertThat(client.listTagsForResource(group -> group.resourceName(arn)).tagList())
                .isEmpty();
    }

    @Test
    void a_group_that_does_not_exist_is_CacheParameterGroupNotFound() {
        CACHE_PARAMETER_GROUP_NOT_FOUND
                .isTheAnswerTo(() -> groups.delete("nothing"), mock)
                .says("CacheParameterGroup not found: nothing");
    }

    @Test
    void a_default_group_is_InvalidCacheParameterGroupState() {
        INVALID_CACHE_PARAMETER_GROUP_STATE
                .isTheAnswerTo(() -> groups.delete("default.memcached1.6"), mock)
                .says("The cache parameter group default.memcached1.6 is a default one, so it cannot be deleted.");
    }

    @Test
    void the_tags_of_a_default_group_cannot_be_changed() {
        INVALID_PARAMETER_VALUE.isTheAnswerTo(
                () -> client.addTagsToResource(group -> group.resourceName(
                                groups.named("default.redis7").arn())
                        .tags(Tag.builder().key("stage").build())),
                mock);
    }

    @TestFactory
    Stream<DynamicTest> every_member_of_the_request_does_something() {
        return RequestMembers.of(DeleteCacheParameterGroupRequest.builder().build())
                .member("CacheParameterGroupName", "names the group in any case, and is required", () -> {
                    groups.create("mygroup", "redis7");
                    groups.delete("MyGroup");
                    assertThat(groups.ownNames()).isEmpty();
                    INVALID_PARAMETER_VALUE.isTheAnswerTo(() -> groups.delete(" "), mock);
                })
                .tests();
    }
}
