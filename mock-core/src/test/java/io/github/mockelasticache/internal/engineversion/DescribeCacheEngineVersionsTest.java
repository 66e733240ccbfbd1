package io.github.mockelasticache.internal.engineversion;

import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_VALUE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.testing.RequestMembers;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CacheEngineVersion;
import software.amazon.awssdk.services.elasticache.model.DescribeCacheEngineVersionsRequest;

/** The API reference lists no errors for this operation; those of paging and of blank filters are the service's usual ones. */
class DescribeCacheEngineVersionsTest {

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.create();

    private final ElastiCacheClient client = mock.client();

    @Test
    void without_a_filter_every_version_of_every_engine_is_listed() {
        List<CacheEngineVersion> versions = client.describeCacheEngineVersions().cacheEngineVersions();

        assertThat(versions).extracting(CacheEngineVersion::engine).contains("memcached", "redis", "valkey");
        assertThat(versions).doesNotHaveDuplicates().allSatisfy(version -> {
            assertThat(version.cacheParameterGroupFamily()).startsWith(version.engine());
            assertThat(version.cacheEngineVersionDescription()).startsWith(version.engine() + " version ");
        });
        assertThat(client.describeCacheEngineVersions().marker()).isNull();
    }

    /** The output in the AWS CLI reference, describe-cache-engine-versions. */
    @Test
    void an_entry_has_engine_version_family_and_descriptions() {
        assertThat(versions(all -> all.engine("redis").engineVersion("2.8.19")))
                .containsExactly(CacheEngineVersion.builder()
                        .engine("redis")
                        .engineVersion("2.8.19")
                        .cacheParameterGroupFamily("redis2.8")
                        .cacheEngineDescription("Redis")
                        .cacheEngineVersionDescription("redis version 2.8.19")
                        .build());
        assertThat(versions(all -> all.engine("memcached").engineVersion("1.4.14")))
                .containsExactly(CacheEngineVersion.builder()
                        .engine("memcached")
                        .engineVersion("1.4.14")
                        .cacheParameterGroupFamily("memcached1.4")
                        .cacheEngineDescription("memcached")
                        .cacheEngineVersionDescription("memcached version 1.4.14")
                        .build());
    }

    @Test
    void from_redis_6_on_the_patch_level_is_in_the_description_alone() {
        assertThat(versions(all -> all.engine("redis").engineVersion("6.2")))
                .singleElement()
                .extracting(CacheEngineVersion::cacheEngineVersionDescription)
                .isEqualTo("redis version 6.2.6");
        assertThat(versions(all -> all.engine("redis").engineVersion("6.2.6"))).isEmpty();
    }

    /** The output in the AWS CLI reference lists 2.8.24 before 2.8.6, and 3.2.10 before 3.2.4. */
    @Test
    void versions_are_in_the_order_of_their_text() {
        assertThat(versions(all -> all.engine("redis")))
                .extracting(CacheEngineVersion::engineVersion)
                .isSorted()
                .containsSequence("2.8.24", "2.8.6", "3.2.10", "3.2.4");
    }

    @ParameterizedTest
    @CsvSource({"memcached, 1.6.22", "redis, 7.1", "valkey, 9.1"})
    void the_default_version_of_an_engine_is_its_newest(String engine, String version) {
        assertThat(versions(all -> all.engine(engine).defaultOnly(true)))
                .singleElement()
                .extracting(CacheEngineVersion::engineVersion)
                .isEqualTo(version);
    }

    @ParameterizedTest
    @CsvSource({"redis, 5, 5.0.6", "redis, 5.0, 5.0.6", "redis, 6, 6.2", "redis, 3.2, 3.2.10", "memcached, 1.4, 1.4.34"
    })
    void a_major_version_has_a_default_version(String engine, String major, String version) {
        assertThat(versions(all -> all.engine(engine).engineVersion(major).defaultOnly(true)))
                .singleElement()
                .extracting(CacheEngineVersion::engineVersion)
                .isEqualTo(version);
        assertThat(versions(all -> all.engine(engine).engineVersion(major))).isEmpty();
    }

    @Test
    void a_filter_that_nothing_matches_gives_an_empty_list() {
        assertThat(versions(all -> all.engine("keydb"))).isEmpty();
        assertThat(versions(all -> all.engine("memcached").cacheParameterGroupFamily("redis7")))
                .isEmpty();
        assertThat(client.describeCacheEngineVersions(all -> all.engine("keydb"))
                        .hasCacheEngineVersions())
                .isTrue();
    }

    @Test
    void the_paginator_of_the_SDK_finds_every_version_once() {
        List<CacheEngineVersion> paged = client.describeCacheEngineVersionsPaginator(all -> all.maxRecords(20)).stream()
                .peek(page -> assertThat(page.cacheEngineVersions()).hasSizeLessThanOrEqualTo(20))
                .flatMap(page -> page.cacheEngineVersions().stream())
                .toList();

        assertThat(paged).hasSizeGreaterThan(20).isEqualTo(versions(all -> {}));
    }

    @TestFactory
    Stream<DynamicTest> every_member_of_the_request_does_something() {
        return RequestMembers.of(DescribeCacheEngineVersionsRequest.builder().build())
                .member(
                        "Engine",
                        "leaves the versions of one engine, which is named in any case",
                        () -> assertThat(versions(all -> all.engine("Valkey")))
                                .isNotEmpty()
                                .extracting(CacheEngineVersion::engine)
                                .containsOnly("valkey"))
                .member(
                        "EngineVersion",
                        "leaves that version",
                        () -> assertThat(versions(all -> all.engineVersion("7.1")))
                                .extracting(CacheEngineVersion::engine)
                                .containsExactly("redis"))
                .member(
                        "CacheParameterGroupFamily",
                        "leaves the versions of one family",
                        () -> assertThat(versions(all -> all.cacheParameterGroupFamily("redis6.x")))
                                .extracting(CacheEngineVersion::engineVersion)
                                .containsExactly("6.0", "6.2"))
                .member(
                        "DefaultOnly",
                        "leaves the default version of each engine",
                        () -> assertThat(versions(all -> all.defaultOnly(true)))
                                .extracting(CacheEngineVersion::engineVersion)
                                .containsExactly("1.6.22", "7.1", "9.1"))
                .member("MaxRecords", "is the size of a page, 20 to 100", () -> {
                    assertThat(versions(all -> all.maxRecords(20))).hasSize(20);
                    INVALID_PARAMETER_VALUE
                            .isTheAnswerTo(() -> versions(all -> all.maxRecords(19)), mock)
                            .says("Invalid value for max records. Must be between 20 and 100");
                })
                .member("Marker", "is where the page begins", () -> {
                    String marker = client.describeCacheEngineVersions(all -> all.maxRecords(20))
                            .marker();
                    assertThat(versions(all -> all.marker(marker)))
                            .isEqualTo(versions(all -> {})
                                    .subList(20, versions(all -> {}).size()));
                    INVALID_PARAMETER_VALUE.isTheAnswerTo(() -> versions(all -> all.marker("made up")), mock);
                })
                .tests();
    }

    private List<CacheEngineVersion> versions(Consumer<DescribeCacheEngineVersionsRequest.Builder> filters) {
        return client.describeCacheEngineVersions(filters).cacheEngineVersions();
    }
}
