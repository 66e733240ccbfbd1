package io.github.mockelasticache.internal.parameter;

import static io.github.mockelasticache.testing.Refusal.CACHE_PARAMETER_GROUP_NOT_FOUND;
import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_VALUE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.testing.ParameterGroupsSeen;
import io.github.mockelasticache.testing.RequestMembers;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CacheParameterGroup;
import software.amazon.awssdk.services.elasticache.model.DescribeCacheParameterGroupsRequest;

/** Of the errors that the API reference lists, no request can provoke InvalidParameterCombination: no members exclude each other. */
class DescribeCacheParameterGroupsTest {

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.create();

    private final ElastiCacheClient client = mock.client();
    private final ParameterGroupsSeen groups = ParameterGroupsSeen.of(client);

    @Test
    void each_family_has_its_default_groups_from_the_start() {
        assertThat(groups.names())
                .containsExactly(
                        "default.memcached1.4",
                        "default.memcached1.5",
                        "default.memcached1.6",
                        "default.redis2.6",
                        "default.redis2.8",
                        "default.redis3.2",
                        "default.redis3.2.cluster.on",
                        "default.redis4.0",
                        "default.redis4.0.cluster.on",
                        "default.redis5.0",
                        "default.redis5.0.cluster.on",
                        "default.redis6.x",
                        "default.redis6.x.cluster.on",
                        "default.redis7",
                        "default.redis7.cluster.on",
                        "default.valkey7",
                        "default.valkey7.cluster.on",
                        "default.valkey8",
                        "default.valkey8.cluster.on",
                        "default.valkey9",
                        "default.valkey9.cluster.on");
        assertThat(ParameterGroupsSeen.of(mock.client(Region.EU_WEST_1)).names())
                .isEqualTo(groups.names());
        assertThat(client.describeEvents().events()).isEmpty();
    }

    /** "Listing ElastiCache parameter groups by name", user guide; the ARN: turbot/steampipe-plugin-aws#850. */
    @ParameterizedTest
    @CsvSource({
        "default.redis5.0,            redis5.0,     Default parameter group for redis5.0",
        "default.redis5.0.cluster.on, redis5.0,     Customized default parameter group for redis5.0 with cluster mode on",
        "default.memcached1.6,        memcached1.6, Default parameter group for memcached1.6"
    })
    void a_default_group_has_family_description_and_arn(String name, String family, String description) {
        assertThat(groups.named(name))
                .isEqualTo(CacheParameterGroup.builder()
                        .cacheParameterGroupName(name)
                        .cacheParameterGroupFamily(family)
                        .description(description)
                        .isGlobal(false)
                        .arn("arn:aws:elasticache:us-east-1:123456789012:parametergroup:" + name)
                        .build());
    }

    @Test
    void groups_are_kept_region_by_region() {
        groups.create("mygroup", "redis7");

        CACHE_PARAMETER_GROUP_NOT_FOUND.isTheAnswerTo(
                () -> ParameterGroupsSeen.of(mock.client(Region.EU_WEST_1)).named("mygroup"));
    }

    @Test
    void a_name_that_does_not_exist_is_CacheParameterGroupNotFound() {
        CACHE_PARAMETER_GROUP_NOT_FOUND
                .isTheAnswerTo(() -> groups.named("nothing"), mock)
                .says("CacheParameterGroup not found: nothing");
    }

    @Test
    void the_paginator_of_the_SDK_finds_every_group_once_in_the_order_of_names() {
        IntStream.range(0, 60).forEach(number -> groups.create("group-" + number, "redis7"));

        List<String> paged = client.describeCacheParameterGroupsPaginator(all -> all.maxRecords(20)).stream()
                .peek(page -> assertThat(page.cacheParameterGroups()).hasSizeLessThanOrEqualTo(20))
                .flatMap(page -> page.cacheParameterGroups().stream())
                .map(CacheParameterGroup::cacheParameterGroupName)
                .toList();

        assertThat(paged).hasSize(81).isSorted().doesNotHaveDuplicates();
    }

    @TestFactory
    Stream<DynamicTest> every_member_of_the_request_does_something() {
        return RequestMembers.of(DescribeCacheParameterGroupsRequest.builder().build())
                .member("CacheParameterGroupName", "leaves one group, named in any case", () -> {
                    assertThat(client.describeCacheParameterGroups(all -> all.cacheParameterGroupName("Default.Redis7"))
                                    .cacheParameterGroups())
                            .extracting(CacheParameterGroup::cacheParameterGroupName)
                            .containsExactly("default.redis7");
                    INVALID_PARAMETER_VALUE.isTheAnswerTo(() -> groups.named(" "), mock);
                })
                .member("MaxRecords", "is the size of a page, 20 to 100", () -> {
                    assertThat(client.describeCacheParameterGroups(all -> all.maxRecords(20))
                                    .cacheParameterGroups())
                            .hasSize(20);
                    INVALID_PARAMETER_VALUE.isTheAnswerTo(
                            () -> client.describeCacheParameterGroups(all -> all.maxRecords(101)), mock);
                })
                .member("Marker", "is where the page begins", () -> {
                    String marker = client.describeCacheParameterGroups(all -> all.maxRecords(20))
                            .marker();
                    assertThat(client.describeCacheParameterGroups(all -> all.marker(marker))
                                    .cacheParameterGroups())
                            .isEqualTo(groups.all().subList(20, groups.all().size()));
                    INVALID_PARAMETER_VALUE.isTheAnswerTo(
                            () -> client.describeCacheParameterGroups(all -> all.marker("made up")), mock);
                })
                .tests();
    }
}
