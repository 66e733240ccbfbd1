package io.github.mockelasticache.internal.tag;

import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_VALUE;
import static io.github.mockelasticache.testing.Refusal.TAG_NOT_FOUND;
import static io.github.mockelasticache.testing.Refusal.TAG_QUOTA_PER_RESOURCE_EXCEEDED;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.Quotas;
import io.github.mockelasticache.Quotas.Quota;
import io.github.mockelasticache.testing.Groups;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.AddTagsToResourceResponse;
import software.amazon.awssdk.services.elasticache.model.ElastiCacheResponse;
import software.amazon.awssdk.services.elasticache.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.elasticache.model.RemoveTagsFromResourceResponse;
import software.amazon.awssdk.services.elasticache.model.Tag;

/** AddTagsToResource, ListTagsForResource and RemoveTagsFromResource on a cache security group. */
class TagsTest {

    private static final String ARN = "arn:aws:elasticache:us-east-1:123456789012:securitygroup:mygroup";
    private static final String DEFAULT_ARN = "arn:aws:elasticache:us-east-1:123456789012:securitygroup:default";

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.create();

    private final ElastiCacheClient client = mock.client();

    @BeforeEach
    void a_group_to_tag() {
        Groups.of(client).create("mygroup");
    }

    @Test
    void each_answer_is_the_complete_resulting_list() {
        assertThat(add(tag("stage", "test"), tag("owner", "ops")).tagList())
                .containsExactly(tag("stage", "test"), tag("owner", "ops"));
        assertThat(add(tag("cost", "42")).tagList())
                .containsExactly(tag("stage", "test"), tag("owner", "ops"), tag("cost", "42"));
        assertThat(remove("owner").tagList()).containsExactly(tag("stage", "test"), tag("cost", "42"));
        assertThat(list(ARN).tagList()).containsExactly(tag("stage", "test"), tag("cost", "42"));
    }

    @Test
    void the_answers_carry_a_request_id_and_http_200() {
        AddTagsToResourceResponse added = add(tag("stage", "test"));
        ListTagsForResourceResponse listed = list(ARN);
        RemoveTagsFromResourceResponse removed = remove("stage");

        assertThat(List.<ElastiCacheResponse>of(added, listed, removed)).allSatisfy(answer -> {
            assertThat(answer.responseMetadata().requestId()).isNotBlank();
            assertThat(answer.sdkHttpResponse().statusCode()).isEqualTo(200);
        });
    }

    @Test
    void a_resource_without_tags_has_a_list_that_is_present_and_empty() {
        assertThat(list(ARN).hasTagList()).isTrue();
        assertThat(list(ARN).tagList()).isEmpty();

        add(tag("stage", "test"));
        RemoveTagsFromResourceResponse removed = remove("stage");

        assertThat(removed.hasTagList()).isTrue();
        assertThat(removed.tagList()).isEmpty();
        assertThat(list(ARN).tagList()).isEmpty();
    }

    @Test
    void adding_a_key_that_is_there_overwrites_its_value_in_place() {
        add(tag("stage", "test"), tag("owner", "ops"));

        assertThat(add(tag("stage", "production")).tagList())
                .containsExactly(tag("stage", "production"), tag("owner", "ops"));
    }

    @Test
    void the_last_of_two_tags_with_one_key_counts() {
        assertThat(add(tag("stage", "test"), tag("stage", "production")).tagList())
                .containsExactly(tag("stage", "production"));
    }

    @Test
    void keys_differ_by_their_case() {
        assertThat(add(tag("stage", "test"), tag("Stage", "TEST")).tagList())
                .containsExactly(tag("stage", "test"), tag("Stage", "TEST"));
    }

    /** "A tag key must be accompanied by a tag value, although null is accepted" (AddTagsToResource, API reference). */
    @Test
    void a_value_may_be_null_or_empty() {
        assertThat(add(tag("without", null), tag("empty", "")).tagList())
                .containsExactly(tag("without", null), tag("empty", ""));

        assertThat(add(tag("without", "one"), tag("empty", null)).tagList())
                .containsExactly(tag("without", "one"), tag("empty", null));
    }

    @Test
    void removing_a_tag_with_a_null_value_works_as_with_any_other() {
        add(tag("without", null));

        assertThat(remove("without").tagList()).isEmpty();
    }

    @Test
    void removing_a_key_that_is_not_there_is_TagNotFound_and_removes_nothing() {
        add(tag("stage", "test"), tag("owner", "ops"));

        TAG_NOT_FOUND
                .isTheAnswerTo(() -> remove("stage", "nosuchkey", "owner"), mock)
                .says("The resource " + ARN + " has no tag with the key nosuchkey.");
    }

    @Test
    void removing_from_a_resource_without_tags_is_TagNotFound() {
        TAG_NOT_FOUND.isTheAnswerTo(() -> remove("stage"), mock);
    }

    @Test
    void removing_a_key_in_another_case_is_TagNotFound() {
        add(tag("stage", "test"));

        TAG_NOT_FOUND.isTheAnswerTo(() -> remove("Stage"), mock);
    }

    @Test
    void removing_one_key_twice_in_one_call_removes_it() {
        add(tag("stage", "test"), tag("owner", "ops"));

        assertThat(remove("stage", "stage").tagList()).containsExactly(tag("owner", "ops"));
    }

    @Test
    void a_resource_may_have_50_tags_and_the_51st_is_TagQuotaPerResourceExceeded() {
        add(numberedTags(0, 50));

        TAG_QUOTA_PER_RESOURCE_EXCEEDED
                .isTheAnswerTo(() -> add(tag("one-too-many", "")), mock)
                .says("The maximum number of tags permitted on a resource is 50.");
        assertThat(list(ARN).tagList()).containsExactly(numberedTags(0, 50));
    }

    @Test
    void of_51_tags_in_one_call_none_is_added() {
        TAG_QUOTA_PER_RESOURCE_EXCEEDED.isTheAnswerTo(() -> add(numberedTags(0, 51)), mock);
        assertThat(list(ARN).tagList()).isEmpty();
    }

    @Test
    void a_full_resource_takes_new_values_for_its_keys() {
        add(numberedTags(0, 50));

        assertThat(add(tag("key-7", "new")).tagList()).hasSize(50).contains(tag("key-7", "new"));
    }

    @Test
    void the_quota_is_a_setting() {
        try (ElastiCacheMock withRoomForTwo = ElastiCacheMock.builder()
                .quotas(Quotas.documented().with(Quota.TAGS_PER_RESOURCE, 2))
                .build()) {
            ElastiCacheClient two = withRoomForTwo.client();
            Groups.of(two).create("mygroup");

            TAG_QUOTA_PER_RESOURCE_EXCEEDED.isTheAnswerTo(
                    () -> two.addTagsToResource(
                            resource -> resource.resourceName(ARN).tags(numberedTags(0, 3))),
                    withRoomForTwo);
        }
    }

    @Test
    void a_key_may_have_128_characters_and_a_value_256() {
        Tag longest = tag("k".repeat(128), "v".repeat(256));

        assertThat(add(longest).tagList()).containsExactly(longest);
    }

    @Test
    void a_longer_key_is_InvalidParameterValue() {
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> add(tag("k".repeat(129), "")), mock)
                .says("A tag key must have 1 to 128 characters.");
    }

    @Test
    void a_longer_value_is_InvalidParameterValue() {
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> add(tag("stage", "v".repeat(257))), mock)
                .says("A tag value must have at most 256 characters.");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {"null", "''"})
    void a_tag_without_a_key_is_InvalidParameterValue_and_none_of_the_call_is_added(@Nullable String key) {
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> add(tag("stage", "test"), tag(key, "x")), mock)
                .says("A tag key must have 1 to 128 characters.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"aws:", "aws:created-by", "AWS:created-by", "Aws:x"})
    void a_key_that_begins_with_aws_is_reserved(String key) {
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> add(tag(key, "x")), mock)
                .says("The tag key " + key + " begins with aws:, which is reserved.");
    }

    @Test
    void a_key_that_only_contains_the_reserved_prefix_is_fine() {
        Tag fine = tag("my-aws:key", "x");

        assertThat(add(fine).tagList()).containsExactly(fine);
    }

    @Test
    void tags_and_keys_are_required() {
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> add(), mock)
                .says("The parameter Tags must be provided and must not be null.");
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> remove(), mock)
                .says("The parameter TagKeys must be provided and must not be null.");
    }

    @Test
    void the_tags_of_the_group_named_default_can_be_listed_but_not_changed() {
        String reserved = "The tags of the resource " + DEFAULT_ARN + " cannot be changed: it belongs to the service.";

        assertThat(list(DEFAULT_ARN).tagList()).isEmpty();
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(
                        () -> client.addTagsToResource(
                                resource -> resource.resourceName(DEFAULT_ARN).tags(tag("stage", "test"))),
                        mock)
                .says(reserved);
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(
                        () -> client.removeTagsFromResource(
                                resource -> resource.resourceName(DEFAULT_ARN).tagKeys("stage")),
                        mock)
                .says(reserved);
    }

    private AddTagsToResourceResponse add(Tag... tags) {
        return client.addTagsToResource(resource -> resource.resourceName(ARN).tags(tags));
    }

    private RemoveTagsFromResourceResponse remove(String... keys) {
        return client.removeTagsFromResource(
                resource -> resource.resourceName(ARN).tagKeys(keys));
    }

    private ListTagsForResourceResponse list(String arn) {
        return client.listTagsForResource(resource -> resource.resourceName(arn));
    }

    private static Tag tag(@Nullable String key, @Nullable String value) {
        return Tag.builder().key(key).value(value).build();
    }

    private static Tag[] numberedTags(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(number -> tag("key-" + number, "value-" + number))
                .toArray(Tag[]::new);
    }
}
