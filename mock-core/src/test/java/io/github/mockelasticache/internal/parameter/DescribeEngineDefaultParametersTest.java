package io.github.mockelasticache.internal.parameter;

import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_VALUE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.testing.RequestMembers;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CacheNodeTypeSpecificParameter;
import software.amazon.awssdk.services.elasticache.model.CacheNodeTypeSpecificValue;
import software.amazon.awssdk.services.elasticache.model.DescribeEngineDefaultParametersRequest;
import software.amazon.awssdk.services.elasticache.model.EngineDefaults;
import software.amazon.awssdk.services.elasticache.model.Parameter;

/** Of the errors that the API reference lists, no request can provoke InvalidParameterCombination: no members exclude each other. */
class DescribeEngineDefaultParametersTest {

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.create();

    private final ElastiCacheClient client = mock.client();

    /** The output of describe-engine-default-parameters for redis5.0, AWS CLI reference. */
    @Test
    void redis_5_0_has_57_parameters_in_this_order_all_from_the_system() {
        List<Parameter> parameters = defaults("redis5.0").parameters();

        assertThat(parameters).hasSize(57).extracting(Parameter::source).containsOnly("system");
        assertThat(parameters)
                .extracting(Parameter::parameterName)
                .startsWith("activedefrag", "active-defrag-cycle-max", "active-defrag-cycle-min")
                .containsSequence(
                        "databases", "hash-max-ziplist-entries", "hash-max-ziplist-value", "hll-sparse-max-bytes")
                .containsSequence("rename-commands", "repl-backlog-size", "repl-backlog-ttl", "replica-allow-chaining")
                .endsWith("timeout", "zset-max-ziplist-entries", "zset-max-ziplist-value");
        assertThat(parameters)
                .filteredOn(each -> !each.minimumEngineVersion().equals("5.0.0"))
                .extracting(each -> each.parameterName() + " " + each.minimumEngineVersion())
                .containsExactly("rename-commands 5.0.3");
    }

    /** The example of DescribeEngineDefaultParameters, API reference: 26 node types, in the order of their names. */
    @Test
    void the_maxmemory_of_redis_2_8_is_that_of_the_node_types_of_its_time() {
        CacheNodeTypeSpecificParameter maxmemory = defaults("redis2.8").cacheNodeTypeSpecificParameters().stream()
                .filter(each -> each.parameterName().equals("maxmemory"))
                .findFirst()
                .orElseThrow();

        assertThat(maxmemory.cacheNodeTypeSpecificValues())
                .extracting(CacheNodeTypeSpecificValue::cacheNodeType)
                .hasSize(26)
                .isSorted()
                .contains("cache.c1.xlarge", "cache.t1.micro", "cache.m4.10xlarge", "cache.t2.small")
                .doesNotContain("cache.m5.large", "cache.t3.micro");
        assertThat(maxmemory.description())
                .isEqualTo("The maximum configurable amount of memory to use to store items, in bytes.");
        assertThat(maxmemory.minimumEngineVersion()).isEqualTo("2.8.6");
    }

    /** LeanerCloud/ec2-instances-info, which records the answer for these two families. */
    @Test
    void later_families_have_values_for_current_node_types_alone() {
        for (String family : List.of("redis6.x", "memcached1.6")) {
            assertThat(defaults(family).cacheNodeTypeSpecificParameters())
                    .allSatisfy(each -> assertThat(each.cacheNodeTypeSpecificValues())
                            .extracting(CacheNodeTypeSpecificValue::cacheNodeType)
                            .contains("cache.m5.large", "cache.t2.micro", "cache.r7g.16xlarge")
                            .doesNotContain("cache.m3.medium", "cache.t1.micro", "cache.r3.large"));
        }
    }

    @Test
    void the_paginator_of_the_SDK_finds_every_parameter_once() {
        List<String> paged = client
                .describeEngineDefaultParametersPaginator(
                        all -> all.cacheParameterGroupFamily("valkey8").maxRecords(20))
                .stream()
                .flatMap(page -> page.engineDefaults().parameters().stream())
                .map(Parameter::parameterName)
                .toList();

        assertThat(paged)
                .doesNotHaveDuplicates()
                .isEqualTo(defaults("valkey8").parameters().stream()
                        .map(Parameter::parameterName)
                        .toList());
    }

    @TestFactory
    Stream<DynamicTest> every_member_of_the_request_does_something() {
        return RequestMembers.of(
                        DescribeEngineDefaultParametersRequest.builder().build())
                .member("CacheParameterGroupFamily", "names the family, and is required", () -> {
                    assertThat(defaults("memcached1.4").cacheParameterGroupFamily())
                            .isEqualTo("memcached1.4");
                    INVALID_PARAMETER_VALUE
                            .isTheAnswerTo(() -> defaults("redis8"), mock)
                            .says("CacheParameterGroupFamily redis8 is not a valid parameter group family.");
                    INVALID_PARAMETER_VALUE
                            .isTheAnswerTo(() -> client.describeEngineDefaultParameters(all -> {}), mock)
                            .says("The parameter CacheParameterGroupFamily must be provided and must not be null.");
                })
                .member("MaxRecords", "is the size of a page, 20 to 100", () -> {
                    assertThat(page(25, null).parameters()).hasSize(22);
                    assertThat(page(25, null).cacheNodeTypeSpecificParameters()).hasSize(3);
                    INVALID_PARAMETER_VALUE.isTheAnswerTo(() -> page(101, null), mock);
                })
                .member("Marker", "is where the page begins", () -> {
                    assertThat(page(100, page(25, null).marker()).parameters())
                            .isEqualTo(defaults("redis2.8").parameters().subList(22, 35));
                    INVALID_PARAMETER_VALUE.isTheAnswerTo(() -> page(25, "made up"), mock);
                })
                .tests();
    }

    private EngineDefaults defaults(String family) {
        return client.describeEngineDefaultParameters(all -> all.cacheParameterGroupFamily(family))
                .engineDefaults();
    }

    private EngineDefaults page(int maxRecords, @Nullable String marker) {
        return client.describeEngineDefaultParameters(all -> all.cacheParameterGroupFamily("redis2.8")
                        .maxRecords(maxRecords)
                        .marker(marker))
                .engineDefaults();
    }
}
