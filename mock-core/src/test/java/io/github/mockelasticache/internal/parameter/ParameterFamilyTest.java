package io.github.mockelasticache.internal.parameter;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.internal.catalog.EngineVersion;
import io.github.mockelasticache.internal.catalog.EngineVersions;
import io.github.mockelasticache.internal.catalog.NodeType;
import io.github.mockelasticache.internal.catalog.NodeTypes;
import io.github.mockelasticache.internal.parameter.CacheParameter.Modifiable;
import java.util.Collection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables of families and parameters are whole. */
class ParameterFamilyTest {

    static Collection<ParameterFamily> families() {
        return ParameterFamily.all();
    }

    @Test
    void every_engine_version_has_a_family_and_every_family_has_a_version() {
        assertThat(ParameterFamily.all())
                .extracting(ParameterFamily::name)
                .containsExactlyInAnyOrderElementsOf(EngineVersions.all().stream()
                        .map(EngineVersion::parameterFamily)
                        .distinct()
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "memcached1.4, 32",
        "memcached1.5, 32",
        "memcached1.6, 32",
        "redis2.6, 31",
        "redis2.8, 38",
        "redis3.2, 42",
        "redis4.0, 56",
        "redis5.0, 60",
        "redis6.x, 65",
        "redis7, 67",
        "valkey7, 67",
        "valkey8, 70",
        "valkey9, 71"
    })
    void a_family_has_its_parameters(String name, int count) {
        assertThat(requireNonNull(ParameterFamily.find(name)).parameters()).hasSize(count);
    }

    @ParameterizedTest
    @MethodSource("families")
    void every_default_is_of_its_type_and_allowed(ParameterFamily family) {
        assertThat(family.parameters().values())
                .filteredOn(each -> each.value() != null)
                .allSatisfy(each -> assertThat(each.admits(requireNonNull(each.value())))
                        .as("%s=%s", each.name(), each.value())
                        .isTrue());
    }

    @ParameterizedTest
    @MethodSource("families")
    void every_node_type_of_a_family_has_values(ParameterFamily family) {
        assertThat(family.nodeTypes()).isNotEmpty();
        assertThat(family.parameters().values())
                .filteredOn(CacheParameter::dependsOnNodeType)
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(parameter -> assertThat(
                                parameter.describedOn(family.nodeTypes()).cacheNodeTypeSpecificValues())
                        .hasSameSizeAs(family.nodeTypes())
                        .allSatisfy(each -> assertThat(parameter.admits(each.value()))
                                .as("%s on %s", parameter.name(), each.cacheNodeType())
                                .isTrue()));
    }

    @ParameterizedTest
    @MethodSource("families")
    void every_current_node_type_that_runs_the_newest_version_is_among_them(ParameterFamily family) {
        EngineVersion newest = EngineVersions.all().stream()
                .filter(version -> version.parameterFamily().equals(family.name()))
                .reduce((earlier, later) -> later)
                .orElseThrow();

        assertThat(NodeTypes.all())
                .filteredOn(NodeType::currentGeneration)
                .filteredOn(type -> type.supports(newest))
                .allSatisfy(type -> assertThat(family.nodeTypes()).contains(type));
    }

    @ParameterizedTest
    @MethodSource("families")
    void every_parameter_says_what_it_is(ParameterFamily family) {
        assertThat(family.parameters().values()).allSatisfy(each -> {
            assertThat(each.description()).isNotBlank();
            assertThat(each.dataType()).isIn("string", "integer", "float", "boolean");
            assertThat(each.minimumEngineVersion()).matches("[0-9]+\\.[0-9]+\\.[0-9]+");
            assertThat(each.dependsOnNodeType() && each.modifiable() != Modifiable.NO)
                    .isFalse();
        });
    }

    @ParameterizedTest
    @MethodSource("families")
    void cluster_mode_is_a_parameter_where_there_is_a_group_with_cluster_mode_on(ParameterFamily family) {
        assertThat(family.parameter("cluster-enabled") != null).isEqualTo(family.clusterMode());
    }
}
