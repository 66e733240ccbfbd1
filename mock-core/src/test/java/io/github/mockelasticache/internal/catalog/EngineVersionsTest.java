package io.github.mockelasticache.internal.catalog;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineVersionsTest {

    @Test
    void versions_are_in_the_order_of_their_numbers() {
        assertThat(EngineVersions.of("memcached"))
                .extracting(EngineVersion::version)
                .containsExactly(
                        "1.4.5", "1.4.14", "1.4.24", "1.4.33", "1.4.34", "1.5.10", "1.5.16", "1.6.6", "1.6.12",
                        "1.6.17", "1.6.22");
        assertThat(EngineVersions.of("redis"))
                .extracting(EngineVersion::version)
                .startsWith("2.6.13", "2.8.6", "2.8.19")
                .containsSequence("3.2.6", "3.2.10", "4.0.10")
                .endsWith("5.0.6", "6.0", "6.2", "7.0", "7.1");
        assertThat(EngineVersions.of("valkey"))
                .extracting(EngineVersion::version)
                .containsExactly("7.2", "8.0", "8.1", "8.2", "9.0", "9.1");
    }

    @ParameterizedTest
    @CsvSource({"memcached, 1.6.22, memcached1.6", "redis, 7.1, redis7", "valkey, 9.1, valkey9"})
    void the_newest_version_is_the_default(String engine, String version, String family) {
        assertThat(EngineVersions.newest(engine).version()).isEqualTo(version);
        assertThat(EngineVersions.newest(engine).parameterFamily()).isEqualTo(family);
    }

    @ParameterizedTest
    @CsvSource({
        "redis, 2.8.24, 2.8.24, redis2.8",
        "redis, 3.2.10, 3.2.10, redis3.2",
        "redis, 6.0, 6.0.5, redis6.x",
        "redis, 6.2, 6.2.6, redis6.x",
        "redis, 7.1, 7.1.0, redis7",
        "valkey, 7.2, 7.2.6, valkey7",
        "valkey, 8.0, 8.0.1, valkey8",
        "memcached, 1.4.5, 1.4.5, memcached1.4"
    })
    void clusters_report_the_patch_level(String engine, String version, String patched, String family) {
        EngineVersion found = requireNonNull(EngineVersions.find(engine, version));

        assertThat(found.patchedVersion()).isEqualTo(patched);
        assertThat(found.parameterFamily()).isEqualTo(family);
        assertThat(found.versionDescription()).isEqualTo(engine + " version " + patched);
    }

    @ParameterizedTest
    @CsvSource({"redis, 7.0.5, 7.0", "redis, 7.0.7, 7.0", "redis, 5.0.6, 5.0.6", "valkey, 8.0.12, 8.0"})
    void a_patch_that_the_mock_would_not_choose_is_one_of_its_version(String engine, String patched, String version) {
        assertThat(requireNonNull(EngineVersions.findPatch(engine, patched)).version())
                .isEqualTo(version);
    }

    @ParameterizedTest
    @CsvSource({"redis, 7.0", "redis, 5.0.6.1", "redis, 7.0.x", "memcached, 1.6.7", "valkey, 7.0.7"})
    void what_no_cluster_reports_is_no_patch(String engine, String patched) {
        assertThat(EngineVersions.findPatch(engine, patched)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"6.2.6, true", "6.2, true", "6.2.7, false", "6.10, false", "5.0.6, true", "6, true", "7, false"})
    void versions_are_compared_number_by_number(String other, boolean atLeast) {
        assertThat(requireNonNull(EngineVersions.find("redis", "6.2")).atLeast(other))
                .isEqualTo(atLeast);
    }

    @Test
    void an_engine_is_named_in_any_case() {
        assertThat(EngineVersions.isEngine("Memcached")).isTrue();
        assertThat(EngineVersions.find("REDIS", "7.1")).isSameAs(EngineVersions.find("redis", "7.1"));
        assertThat(EngineVersions.isEngine("keydb")).isFalse();
        assertThat(EngineVersions.of("keydb")).isEmpty();
        assertThat(EngineVersions.find("redis", "7.1.0")).isNull();
    }

    @Test
    void redis_6_x_is_the_newest_minor_version_of_redis_6() {
        assertThat(EngineVersions.find("redis", "6.x")).isEqualTo(EngineVersions.find("redis", "6.2"));
        assertThat(EngineVersions.find("memcached", "6.x")).isNull();
    }

    @Test
    void all_versions_come_engine_by_engine() {
        assertThat(EngineVersions.all()).extracting(EngineVersion::engine).isSorted();
        assertThat(EngineVersions.all())
                .hasSameElementsAs(EngineVersions.all().stream().distinct().toList());
    }
}
