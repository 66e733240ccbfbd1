package io.github.mockelasticache.internal.parameter;

import static io.github.mockelasticache.testing.Refusal.CACHE_PARAMETER_GROUP_ALREADY_EXISTS;
import static io.github.mockelasticache.testing.Refusal.CACHE_PARAMETER_GROUP_QUOTA_EXCEEDED;
import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_VALUE;
import static io.github.mockelasticache.testing.Refusal.TAG_QUOTA_PER_RESOURCE_EXCEEDED;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.Quotas;
import io.github.mockelasticache.Quotas.Quota;
import io.github.mockelasticache.testing.ParameterGroupsSeen;
import io.github.mockelasticache.testing.RequestMembers;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CacheParameterGroup;
import software.amazon.awssdk.services.elasticache.model.CreateCacheParameterGroupRequest;
import software.amazon.awssdk.services.elasticache.model.Event;
import software.amazon.awssdk.services.elasticache.model.SourceType;
import software.amazon.awssdk.services.elasticache.model.Tag;

/**
 * Of the errors that the API reference lists, no request can provoke InvalidCacheParameterGroupState, because a group that does not
 * exist has no state, and InvalidParameterCombination, because no members exclude each other.
 */
class CreateCacheParameterGroupTest {

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.create();

    private final ElastiCacheClient client = mock.client();
    private final ParameterGroupsSeen groups = ParameterGroupsSeen.of(client);

    @Test
    void the_answer_has_name_family_description_and_arn_and_is_not_global() {
        CacheParameterGroup group = create("MyRedis7", "redis7", "My parameters");

        assertThat(group)
                .isEqualTo(CacheParameterGroup.builder()
                        .cacheParameterGroupName("myredis7")
                        .cacheParameterGroupFamily("redis7")
                        .description("My parameters")
                        .isGlobal(false)
                        .arn("arn:aws:elasticache:us-east-1:123456789012:parametergroup:myredis7")
                        .build());
        assertThat(groups.named("MYREDIS7")).isEqualTo(group);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "memcached1.4",
                "memcached1.5",
                "memcached1.6",
                "redis2.6",
                "redis2.8",
                "redis3.2",
                "redis4.0",
                "redis5.0",
                "redis6.x",
                "redis7",
                "valkey7",
                "valkey8",
                "valkey9"
            })
    void a_new_group_of_any_family_has_the_parameters_of_the_family(String family) {
        create("mygroup", family, "My parameters");

        assertThat(client.describeCacheParameters(all -> all.cacheParameterGroupName("mygroup"))
                        .parameters())
                .extracting(each -> each.parameterName() + "=" + each.parameterValue())
                .isEqualTo(client
                        .describeEngineDefaultParameters(all -> all.cacheParameterGroupFamily(family))
                        .engineDefaults()
                        .parameters()
                        .stream()
                        .map(each -> each.parameterName() + "=" + each.parameterValue())
                        .toList());
        assertThat(groups.own("mygroup")).isEmpty();
    }

    @Test
    void the_event_is_one_of_the_group() {
        create("mygroup", "redis7", "My parameters");

        assertThat(client.describeEvents(all -> all.sourceType(SourceType.CACHE_PARAMETER_GROUP))
                        .events())
                .singleElement()
                .returns("mygroup", Event::sourceIdentifier)
                .returns("Cache parameter group created", Event::message);
    }

    /** The wording is the service's own: terraform-community-modules/tf_aws_elasticache_redis#46. */
    @ParameterizedTest
    @ValueSource(
            strings = {"my_group", "my.group", "1group", "-group", "group-", "my--group", "my group", "default.redis7"})
    void a_name_that_is_no_identifier_is_InvalidParameterValue(String name) {
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> create(name, "redis7", "My parameters"), mock)
                .says("The parameter CacheParameterGroupName is not a valid identifier. Identifiers must begin with a"
                        + " letter; must contain only ASCII letters, digits, and hyphens; and must not end with a hyphen or"
                        + " contain two consecutive hyphens.");
    }

    @Test
    void a_name_has_up_to_255_characters() {
        create("a".repeat(255), "redis7", "My parameters");

        INVALID_PARAMETER_VALUE.isTheAnswerTo(() -> create("a".repeat(256), "redis7", "My parameters"), mock);
        assertThat(groups.ownNames()).containsExactly("a".repeat(255));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "null", textBlock = """
            null,    redis7, my parameters, CacheParameterGroupName,   null
            ' ',     redis7, my parameters, CacheParameterGroupName,   blank
            mygroup, null,   my parameters, CacheParameterGroupFamily, null
            mygroup, '',     my parameters, CacheParameterGroupFamily, blank
            mygroup, redis7, null,          Description,               null
            mygroup, redis7, ' ',           Description,               blank
            """)
    void name_family_and_description_are_required(
            @Nullable String name,
            @Nullable String family,
            @Nullable String description,
            String parameter,
            @Nullable String wrong) {
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> create(name, family, description), mock)
                .says("The parameter " + parameter + " must be provided and must not be " + wrong + ".");
    }

    /** The wording is the service's own: cloudposse/terraform-aws-elasticache-redis#231. */
    @ParameterizedTest
    @ValueSource(strings = {"redis7.0", "redis6.0", "redis8", "valkey7.2", "Redis7", "mysql8.0"})
    void an_unknown_family_is_InvalidParameterValue(String family) {
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> create("mygroup", family, "My parameters"), mock)
                .says("CacheParameterGroupFamily " + family + " is not a valid parameter group family.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mygroup", "MyGroup"})
    void a_name_that_exists_in_any_case_is_CacheParameterGroupAlreadyExists(String name) {
        create("mygroup", "redis7", "the first");

        CACHE_PARAMETER_GROUP_ALREADY_EXISTS
                .isTheAnswerTo(() -> create(name, "redis6.x", "the second"), mock)
                .says("Parameter group " + name + " already exists");
    }

    @Test
    void the_groups_of_the_service_do_not_count_for_the_quota() {
        try (ElastiCacheMock withRoomForTwo = ElastiCacheMock.builder()
                .quotas(Quotas.documented().with(Quota.CACHE_PARAMETER_GROUPS, 2))
                .build()) {
            ParameterGroupsSeen two = ParameterGroupsSeen.of(withRoomForTwo.client());
            two.create("one", "redis7");
            two.create("two", "memcached1.6");

            CACHE_PARAMETER_GROUP_QUOTA_EXCEEDED
                    .isTheAnswerTo(() -> two.create("three", "redis7"), withRoomForTwo)
                    .says("You have already reached your quota of 2 cache parameter groups in this region.");
            two.delete("one");
            two.create("three", "redis7");
            assertThat(two.ownNames()).containsExactly("three", "two");
        }
    }

    @Test
    void the_301st_group_of_a_region_is_CacheParameterGroupQuotaExceeded() {
        IntStream.range(0, 300).forEach(number -> groups.create("group-" + number, "redis7"));

        CACHE_PARAMETER_GROUP_QUOTA_EXCEEDED.isTheAnswerTo(() -> groups.create("one-too-many", "redis7"));
    }

    @Test
    void the_51st_tag_is_TagQuotaPerResourceExceeded_and_the_group_is_not_created() {
        TAG_QUOTA_PER_RESOURCE_EXCEEDED.isTheAnswerTo(
                () -> create("mygroup", "redis7", "My parameters", numberedTags(51)), mock);
    }

    @TestFactory
    Stream<DynamicTest> every_member_of_the_request_does_something() {
        return RequestMembers.of(CreateCacheParameterGroupRequest.builder().build())
                .member(
                        "CacheParameterGroupName",
                        "names the group, in lower case",
                        () -> assertThat(create("NameOfTheGroup", "redis7", "x").cacheParameterGroupName())
                                .isEqualTo("nameofthegroup"))
                .member("CacheParameterGroupFamily", "says which parameters the group has", () -> {
                    create("of-memcached", "memcached1.6", "x");
                    assertThat(groups.named("of-memcached").cacheParameterGroupFamily())
                            .isEqualTo("memcached1.6");
                    assertThat(groups.parameter("of-memcached", "chunk_size").parameterValue())
                            .isEqualTo("48");
                })
                .member(
                        "Description",
                        "is kept as it is",
                        () -> assertThat(create("described", "redis7", " Größe & <Gewicht> ")
                                        .description())
                                .isEqualTo(" Größe & <Gewicht> "))
                .member("Tags", "are those of the group", () -> {
                    String arn =
                            create("tagged", "redis7", "x", numberedTags(2)).arn();
                    assertThat(client.listTagsForResource(group -> group.resourceName(arn))
                                    .tagList())
                            .containsExactly(numberedTags(2));
                })
                .tests();
    }

    private CacheParameterGroup create(
            @Nullable String name, @Nullable String family, @Nullable String description, Tag... tags) {
        return client.createCacheParameterGroup(group -> group.cacheParameterGroupName(name)
                        .cacheParameterGroupFamily(family)
                        .description(description)
                        .tags(tags))
                .cacheParameterGroup();
    }

    private static Tag[] numberedTags(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> Tag.builder()
                        .key("key-" + number)
                        .value("value-" + number)
                        .build())
                .toArray(Tag[]::new);
    }
}
