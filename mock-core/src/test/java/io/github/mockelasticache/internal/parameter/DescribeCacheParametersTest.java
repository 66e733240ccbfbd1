package io.github.mockelasticache.internal.parameter;

import static io.github.mockelasticache.testing.Refusal.CACHE_PARAMETER_GROUP_NOT_FOUND;
import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_VALUE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.testing.ParameterGroupsSeen;
import io.github.mockelasticache.testing.RequestMembers;
import java.util.ArrayList;
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
import software.amazon.awssdk.services.elasticache.model.CacheNodeTypeSpecificParameter;
import software.amazon.awssdk.services.elasticache.model.CacheNodeTypeSpecificValue;
import software.amazon.awssdk.services.elasticache.model.ChangeType;
import software.amazon.awssdk.services.elasticache.model.DescribeCacheParametersRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeCacheParametersResponse;
import software.amazon.awssdk.services.elasticache.model.Parameter;

/** Of the errors that the API reference lists, no request can provoke InvalidParameterCombination: no members exclude each other. */
class DescribeCacheParametersTest {

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.create();

    private final ElastiCacheClient client = mock.client();
    private final ParameterGroupsSeen groups = ParameterGroupsSeen.of(client);

    /** The entry for maxmemory-policy in the output of describe-engine-default-parameters, AWS CLI reference. */
    @Test
    void a_parameter_has_value_type_allowed_values_change_type_and_minimum_version() {
        assertThat(groups.parameter("default.redis5.0", "maxmemory-policy"))
                .isEqualTo(Parameter.builder()
                        .parameterName("maxmemory-policy")
                        .parameterValue("volatile-lru")
                        .description("Max memory policy.")
                        .source("system")
                        .dataType("string")
                        .allowedValues(
                                "volatile-lru,allkeys-lru,volatile-lfu,allkeys-lfu,volatile-random,allkeys-random,"
                                        + "volatile-ttl,noeviction")
                        .isModifiable(true)
                        .minimumEngineVersion("5.0.0")
                        .changeType(ChangeType.IMMEDIATE)
                        .build());
    }

    /** The sample response of DescribeCacheParameters, API reference; it has no change type yet. */
    @Test
    void so_has_a_parameter_of_memcached() {
        assertThat(groups.parameter("default.memcached1.4", "backlog_queue_limit"))
                .isEqualTo(Parameter.builder()
                        .parameterName("backlog_queue_limit")
                        .parameterValue("1024")
                        .description("The backlog queue limit.")
                        .source("system")
                        .dataType("integer")
                        .allowedValues("1-10000")
                        .isModifiable(false)
                        .minimumEngineVersion("1.4.5")
                        .changeType(ChangeType.REQUIRES_REBOOT)
                        .build());
    }

    @ParameterizedTest
    @CsvSource({
        "default.redis2.8,              tcp-keepalive,             0",
        "default.redis3.2,              tcp-keepalive,             300",
        "default.redis4.0,              active-defrag-cycle-min,   25",
        "default.redis5.0,              active-defrag-cycle-min,   5",
        "default.redis7,                reserved-memory-percent,   25",
        "default.redis7,                hash-max-listpack-entries, 512",
        "default.redis7,                repl-backlog-size,         1048576",
        "default.valkey7,               repl-backlog-size,         1048576",
        "default.valkey8,               repl-backlog-size,         10485760",
        "default.valkey9,               commandlog-large-reply-max-len, 128",
        "default.memcached1.4,          modern,                    1",
        "default.memcached1.6,          no_modern,                 1",
        "default.memcached1.6,          max_item_size,             1048576",
        "default.redis7,                cluster-enabled,           no",
        "default.redis7.cluster.on,     cluster-enabled,           yes",
        "default.redis3.2.cluster.on,   cluster-enabled,           yes"
    })
    void the_defaults_are_those_of_the_user_guide(String group, String parameter, String value) {
        assertThat(groups.parameter(group, parameter).parameterValue()).isEqualTo(value);
        assertThat(groups.parameter(group, parameter).source()).isEqualTo("system");
    }

    /** "Engine specific parameters", user guide: what each version adds, renames and removes. */
    @ParameterizedTest
    @CsvSource({
        "default.redis2.6, repl-backlog-size,        false",
        "default.redis2.8, repl-backlog-size,        true",
        "default.redis2.8, cluster-enabled,          false",
        "default.redis3.2, cluster-enabled,          true",
        "default.redis3.2, list-max-ziplist-entries, false",
        "default.redis4.0, slave-lazy-flush,         true",
        "default.redis5.0, slave-lazy-flush,         false",
        "default.redis5.0, replica-lazy-flush,       true",
        "default.redis5.0, repl-timeout,             false",
        "default.redis6.x, lua-replicate-commands,   false",
        "default.redis6.x, acl-pubsub-default,       true",
        "default.redis7,   activerehashing,          false",
        "default.redis7,   hash-max-ziplist-value,   false",
        "default.valkey8,  lazyfree-lazy-expire,     false",
        "default.valkey8,  search-fanout-target-mode, true",
        "default.valkey8,  cluster-databases,        false",
        "default.valkey9,  cluster-databases,        true",
        "default.memcached1.4, expirezero_does_not_evict, true",
        "default.memcached1.5, expirezero_does_not_evict, false"
    })
    void families_differ_in_their_parameters(String group, String parameter, boolean exists) {
        assertThat(groups.parameter(group, parameter) != null).isEqualTo(exists);
    }

    @Test
    void a_parameter_without_a_value_has_none() {
        Parameter parameter = groups.parameter("default.redis7", "notify-keyspace-events");

        assertThat(parameter.parameterValue()).isNull();
        assertThat(parameter.allowedValues()).isNull();
        assertThat(groups.parameter("default.redis7", "rename-commands").parameterValue())
                .isEmpty();
    }

    /** The example outputs of the AWS CLI reference: false in describe-engine-default-parameters, true in a group of one's own. */
    @ParameterizedTest
    @CsvSource({"activerehashing", "cluster-enabled", "databases"})
    void some_parameters_can_be_modified_in_a_group_of_ones_own_alone(String parameter) {
        groups.create("mygroup", "redis5.0");

        assertThat(groups.parameter("default.redis5.0", parameter).isModifiable())
                .isFalse();
        assertThat(groups.parameter("mygroup", parameter).isModifiable()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "default.redis7,       maxmemory,                                     cache.m5.large,  6854542746",
        "default.redis7,       client-output-buffer-limit-replica-hard-limit, cache.m5.large,  685454275",
        "default.redis7,       client-output-buffer-limit-replica-soft-limit, cache.m5.large,  685454275",
        "default.redis2.8,     client-output-buffer-limit-slave-hard-limit,   cache.m3.medium, 309329920",
        "default.valkey8,      maxmemory,                                     cache.r8g.large, 15222495510",
        "default.memcached1.6, max_cache_memory,                              cache.m5.large,  6537",
        "default.memcached1.6, num_threads,                                   cache.m5.xlarge, 4"
    })
    void some_parameters_have_a_value_on_each_node_type(String group, String parameter, String nodeType, String value) {
        CacheNodeTypeSpecificParameter specific = client
                .describeCacheParameters(all -> all.cacheParameterGroupName(group))
                .cacheNodeTypeSpecificParameters()
                .stream()
                .filter(each -> each.parameterName().equals(parameter))
                .findFirst()
                .orElseThrow();

        assertThat(specific.cacheNodeTypeSpecificValues())
                .contains(CacheNodeTypeSpecificValue.builder()
                        .cacheNodeType(nodeType)
                        .value(value)
                        .build());
        assertThat(specific.source()).isEqualTo("system");
        assertThat(specific.dataType()).isEqualTo("integer");
        assertThat(specific.isModifiable()).isFalse();
        assertThat(groups.parameter(group, parameter)).isNull();
    }

    /** Example of DescribeEngineDefaultParameters, API reference: 25 records are 22 parameters and 3 that depend on the node type. */
    @Test
    void a_page_holds_both_kinds_of_parameter_in_one_order() {
        DescribeCacheParametersResponse first = client.describeCacheParameters(
                all -> all.cacheParameterGroupName("default.redis2.8").maxRecords(25));

        assertThat(first.parameters()).hasSize(22);
        assertThat(first.cacheNodeTypeSpecificParameters())
                .extracting(CacheNodeTypeSpecificParameter::parameterName)
                .containsExactly(
                        "client-output-buffer-limit-slave-hard-limit",
                        "client-output-buffer-limit-slave-soft-limit",
                        "maxmemory");
        assertThat(first.parameters().get(21).parameterName()).isEqualTo("min-slaves-to-write");
    }

    @Test
    void all_parameters_of_any_family_fit_on_one_page() {
        for (String group : groups.names()) {
            assertThat(client.describeCacheParameters(all -> all.cacheParameterGroupName(group))
                            .marker())
                    .isNull();
        }
    }

    @Test
    void the_paginator_of_the_SDK_finds_every_parameter_once() {
        List<String> names = new ArrayList<>();
        client.describeCacheParametersPaginator(
                        all -> all.cacheParameterGroupName("default.redis7").maxRecords(20))
                .forEach(page -> {
                    page.parameters().forEach(each -> names.add(each.parameterName()));
                    page.cacheNodeTypeSpecificParameters().forEach(each -> names.add(each.parameterName()));
                    assertThat(page.parameters().size()
                                    + page.cacheNodeTypeSpecificParameters().size())
                            .isLessThanOrEqualTo(20);
                });

        DescribeCacheParametersResponse whole =
                client.describeCacheParameters(all -> all.cacheParameterGroupName("default.redis7"));
        assertThat(names)
                .doesNotHaveDuplicates()
                .hasSize(whole.parameters().size()
                        + whole.cacheNodeTypeSpecificParameters().size());
    }

    @Test
    void a_group_that_does_not_exist_is_CacheParameterGroupNotFound() {
        CACHE_PARAMETER_GROUP_NOT_FOUND
                .isTheAnswerTo(
                        () -> client.describeCacheParameters(all -> all.cacheParameterGroupName("nothing")), mock)
                .says("CacheParameterGroup not found: nothing");
    }

    @Test
    void a_source_that_is_none_is_InvalidParameterValue() {
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> ofDefaultGroup(all -> all.source("customer")), mock)
                .says("Invalid value customer for Source. Must be one of: user, system, engine-default.");
    }

    @TestFactory
    Stream<DynamicTest> every_member_of_the_request_does_something() {
        return RequestMembers.of(DescribeCacheParametersRequest.builder().build())
                .member("CacheParameterGroupName", "names the group in any case, and is required", () -> {
                    assertThat(ofDefaultGroup(all -> all.cacheParameterGroupName("Default.Redis7"))
                                    .parameters())
                            .isNotEmpty();
                    INVALID_PARAMETER_VALUE
                            .isTheAnswerTo(() -> client.describeCacheParameters(all -> {}), mock)
                            .says("The parameter CacheParameterGroupName must be provided and must not be null.");
                })
                .member("Source", "leaves the parameters whose values come from there", () -> {
                    groups.create("mygroup", "redis7");
                    groups.set("mygroup", "timeout", "20");
                    assertThat(ofMyGroup("user").parameters())
                            .extracting(Parameter::parameterName)
                            .containsExactly("timeout");
                    assertThat(ofMyGroup("user").hasCacheNodeTypeSpecificParameters())
                            .isTrue();
                    assertThat(ofMyGroup("user").cacheNodeTypeSpecificParameters())
                            .isEmpty();
                    assertThat(ofMyGroup("system").parameters())
                            .isNotEmpty()
                            .extracting(Parameter::parameterName)
                            .doesNotContain("timeout");
                    assertThat(ofMyGroup("system").cacheNodeTypeSpecificParameters())
                            .hasSize(3);
                    assertThat(ofMyGroup("engine-default").parameters()).isEmpty();
                })
                .member("MaxRecords", "is the size of a page, 20 to 100", () -> {
                    DescribeCacheParametersResponse page = ofDefaultGroup(all -> all.maxRecords(20));
                    assertThat(page.parameters().size()
                                    + page.cacheNodeTypeSpecificParameters().size())
                            .isEqualTo(20);
                    INVALID_PARAMETER_VALUE.isTheAnswerTo(() -> ofDefaultGroup(all -> all.maxRecords(19)), mock);
                })
                .member("Marker", "is where the page begins", () -> {
                    String marker = ofDefaultGroup(all -> all.maxRecords(20)).marker();
                    assertThat(ofDefaultGroup(all -> all.marker(marker)).parameters())
                            .isNotEmpty()
                            .doesNotContainAnyElementsOf(
                                    ofDefaultGroup(all -> all.maxRecords(20)).parameters());
                    INVALID_PARAMETER_VALUE.isTheAnswerTo(() -> ofDefaultGroup(all -> all.marker("made up")), mock);
                })
                .tests();
    }

    private DescribeCacheParametersResponse ofDefaultGroup(Consumer<DescribeCacheParametersRequest.Builder> members) {
        return client.describeCacheParameters(all -> members.accept(all.cacheParameterGroupName("default.redis7")));
    }

    private DescribeCacheParametersResponse ofMyGroup(String source) {
        return client.describeCacheParameters(
                all -> all.cacheParameterGroupName("mygroup").source(source));
    }
}
