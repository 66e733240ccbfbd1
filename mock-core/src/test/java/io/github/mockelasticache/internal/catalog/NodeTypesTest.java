package io.github.mockelasticache.internal.catalog;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NodeTypesTest {

    @ParameterizedTest
    @CsvSource({
        "cache.t3.micro, 536870912",
        "cache.t4g.small, 1471026299",
        "cache.m5.large, 6854542746",
        "cache.m6g.large, 6854542746",
        "cache.r6g.large, 14037181030",
        "cache.r5.xlarge, 28261849702"
    })
    void a_node_type_has_the_maxmemory_of_the_user_guide(String name, long bytes) {
        assertThat(type(name).memory()).isEqualTo(bytes);
    }

    @Test
    void the_name_says_the_family_and_the_size() {
        NodeType type = type("cache.r6gd.2xlarge");

        assertThat(type.family()).isEqualTo("r6gd");
        assertThat(type.size()).isEqualTo("2xlarge");
        assertThat(type.dataTiering()).isTrue();
        assertThat(type.burstable()).isFalse();
        assertThat(type("cache.t4g.micro").burstable()).isTrue();
        assertThat(type("cache.t4g.micro").dataTiering()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "cache.m6g.large, redis, 5.0.5, false",
        "cache.m6g.large, redis, 5.0.6, true",
        "cache.r6g.large, memcached, 1.5.10, false",
        "cache.t4g.micro, memcached, 1.5.16, true",
        "cache.t4g.micro, memcached, 1.6.6, true",
        "cache.r6gd.xlarge, redis, 6.0, false",
        "cache.r6gd.xlarge, redis, 6.2, true",
        "cache.r6gd.xlarge, valkey, 7.2, true",
        "cache.r6gd.xlarge, memcached, 1.6.22, false",
        "cache.m8g.large, redis, 7.1, false",
        "cache.m8g.large, valkey, 7.2, true",
        "cache.m3.medium, redis, 2.8.24, true",
        "cache.m3.medium, valkey, 7.2, false"
    })
    void an_engine_runs_on_a_node_type_from_some_version_on(
            String name, String engine, String version, boolean supported) {
        assertThat(type(name).supports(requireNonNull(EngineVersions.find(engine, version))))
                .isEqualTo(supported);
    }

    @Test
    void the_types_before_m4_are_of_the_previous_generation() {
        assertThat(NodeTypes.all())
                .filteredOn(type -> !type.currentGeneration())
                .extracting(NodeType::family)
                .containsOnly("c1", "m1", "m2", "m3", "r3", "t1");
    }

    @Test
    void the_types_come_in_the_order_of_their_names() {
        assertThat(NodeTypes.all()).hasSizeGreaterThan(100).isSortedAccordingTo(Comparator.comparing(NodeType::name));
    }

    @Test
    void every_type_runs_the_newest_version_of_an_engine_or_belongs_to_the_past() {
        assertThat(NodeTypes.all())
                .filteredOn(NodeType::currentGeneration)
                .allSatisfy(type -> assertThat(type.supports(EngineVersions.newest("valkey")))
                        .isTrue());
    }

    @Test
    void memcached_has_its_parameters_where_it_runs_and_nowhere_else() {
        assertThat(NodeTypes.all()).allSatisfy(type -> {
            boolean runs = type.firstVersions().containsKey("memcached");
            assertThat(type.maxCacheMemory() != null).isEqualTo(runs);
            assertThat(type.numThreads() != null).isEqualTo(runs);
        });
    }

    @Test
    void the_output_buffer_of_a_replica_is_about_a_tenth_of_the_memory() {
        assertThat(NodeTypes.all())
                .allSatisfy(type -> assertThat(type.replicaOutputBufferLimit())
                        .isBetween(type.memory() * 9 / 100, type.memory() * 11 / 100));
    }

    @Test
    void what_is_no_node_type_is_not_found() {
        assertThat(NodeTypes.find("cache.z9.large")).isNull();
        assertThat(NodeTypes.find("CACHE.M5.LARGE")).isNull();
        assertThat(NodeTypes.find(null)).isNull();
    }

    private static NodeType type(String name) {
        return requireNonNull(NodeTypes.find(name), name);
    }
}
