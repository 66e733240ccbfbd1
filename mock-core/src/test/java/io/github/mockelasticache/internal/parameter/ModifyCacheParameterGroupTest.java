package io.github.mockelasticache.internal.parameter;

import static io.github.mockelasticache.testing.ParameterGroupsSeen.pairs;
import static io.github.mockelasticache.testing.Refusal.CACHE_PARAMETER_GROUP_NOT_FOUND;
import static io.github.mockelasticache.testing.Refusal.INVALID_CACHE_PARAMETER_GROUP_STATE;
import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_COMBINATION;
import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_VALUE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.testing.ParameterGroupsSeen;
import io.github.mockelasticache.testing.RequestMembers;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.Event;
import software.amazon.awssdk.services.elasticache.model.ModifyCacheParameterGroupRequest;
import software.amazon.awssdk.services.elasticache.model.Parameter;
import software.amazon.awssdk.services.elasticache.model.ParameterNameValue;
import software.amazon.awssdk.services.elasticache.model.SourceType;

/**
 * Of the errors that the API reference lists, InvalidGlobalReplicationGroupState is provoked where the parameter groups of members of
 * global replication groups are.
 */
class ModifyCacheParameterGroupTest {

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.create();

    private final ElastiCacheClient client = mock.client();
    private final ParameterGroupsSeen groups = ParameterGroupsSeen.of(client);

    @BeforeEach
    void a_group() {
        groups.create("mygroup", "redis7");
        groups.create("of-memcached", "memcached1.6");
        groups.create("of-valkey", "valkey9");
    }

    @Test
    void a_changed_parameter_has_its_new_value_and_the_source_user() {
        Parameter before = groups.parameter("mygroup", "maxmemory-policy");

        groups.set("mygroup", "maxmemory-policy", "allkeys-lru");

        assertThat(groups.parameter("mygroup", "maxmemory-policy"))
                .isEqualTo(before.toBuilder()
                        .parameterValue("allkeys-lru")
                        .source("user")
                        .build());
        assertThat(groups.own("mygroup")).containsExactly("maxmemory-policy=allkeys-lru");
    }

    @Test
    void the_answer_has_the_name_of_the_group_alone() {
        assertThat(client.modifyCacheParameterGroup(group ->
                                group.cacheParameterGroupName("MyGroup").parameterNameValues(pairs("timeout", "20")))
                        .cacheParameterGroupName())
                .isEqualTo("mygroup");
    }

    @Test
    void earlier_changes_stay() {
        groups.set("mygroup", "timeout", "20", "databases", "8");
        groups.set("mygroup", "timeout", "30");

        assertThat(groups.own("mygroup")).containsExactly("databases=8", "timeout=30");
    }

    @Test
    void other_groups_of_the_family_do_not_change() {
        groups.create("other", "redis7");

        groups.set("mygroup", "timeout", "20");

        assertThat(groups.own("other")).isEmpty();
        assertThat(groups.parameter("default.redis7", "timeout").parameterValue())
                .isEqualTo("0");
    }

    @Test
    void a_group_of_ones_own_may_enable_cluster_mode() {
        groups.set("mygroup", "cluster-enabled", "yes");

        assertThat(groups.parameter("mygroup", "cluster-enabled").parameterValue())
                .isEqualTo("yes");
    }

    @Test
    void each_new_value_is_an_event_of_the_group() {
        groups.set("mygroup", "timeout", "20", "databases", "16", "maxmemory-policy", "noeviction");

        assertThat(client.describeEvents(all ->
                                all.sourceType(SourceType.CACHE_PARAMETER_GROUP).sourceIdentifier("mygroup"))
                        .events())
                .extracting(Event::message)
                .containsExactly(
                        "Updated parameter timeout to 20",
                        "Updated parameter maxmemory-policy to noeviction",
                        "Cache parameter group created");
    }

    @ParameterizedTest
    @CsvSource(emptyValue = "", textBlock = """
            mygroup,      timeout,                  0
            mygroup,      timeout,                  20
            mygroup,      notify-keyspace-events,   AKE
            mygroup,      notify-keyspace-events,   ''
            mygroup,      rename-commands,          FLUSHALL hidden keys blocked
            mygroup,      rename-commands,          ''
            mygroup,      slowlog-log-slower-than,  -1
            mygroup,      reserved-memory-percent,  100
            mygroup,      repl-backlog-size,        16384
            mygroup,      maxmemory-policy,         volatile-lfu
            of-memcached, chunk_size_growth_factor, 1.5
            of-memcached, chunk_size_growth_factor, 2
            of-memcached, binding_protocol,         ascii
            of-memcached, slab_automove,            2
            of-memcached, cas_disabled,             1
            of-memcached, idle_timeout,             86400
            of-valkey,    cluster-databases,        10000
            of-valkey,    search-default-timeout-ms, 60000
            """)
    void a_value_that_is_allowed_is_taken(String group, String parameter, String value) {
        groups.set(group, parameter, value);

        assertThat(groups.parameter(group, parameter).parameterValue()).isEqualTo(value);
    }

    /** The wording is the service's own: cloudposse/terraform-aws-elasticache-redis#141. */
    @ParameterizedTest
    @CsvSource(emptyValue = "", delimiter = '|', textBlock = """
            mygroup      | timeout                  | 19        | 0,20-
            mygroup      | timeout                  | -1        | 0,20-
            mygroup      | timeout                  | twenty    | 0,20-
            mygroup      | timeout                  | ''        | 0,20-
            mygroup      | timeout                  | 20.5      | 0,20-
            mygroup      | slowlog-log-slower-than  | slow      | -
            mygroup      | reserved-memory-percent  | 101       | 0-100
            mygroup      | repl-backlog-size        | 16383     | 16384-
            mygroup      | cluster-enabled          | true      | yes,no
            mygroup      | notify-keyspace-events   | AKEQ      | ''
            mygroup      | hash-max-listpack-value  | 99999999999999999999 | 0-
            of-memcached | chunk_size_growth_factor | 0.5       | 1.0-
            of-memcached | chunk_size_growth_factor | much      | 1.0-
            of-memcached | cas_disabled             | yes       | 0,1
            of-memcached | slab_automove            | 3         | 0,1,2
            of-memcached | idle_timeout             | 86401     | 0-86400
            of-valkey    | maxmemory-samples        | 65        | 1-64
            """)
    void a_value_that_is_not_allowed_is_InvalidParameterValue(
            String group, String parameter, String value, String allowed) {
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> groups.set(group, parameter, value), mock)
                .says("invalid parameter value, allowed values are:" + allowed);
    }

    @ParameterizedTest
    @CsvSource({"SHUTDOWN hidden", "FLUSHALL", "FLUSHALL hidden KEYS", "'FLUSHALL hidden CONFIG x'"})
    void only_some_commands_can_be_renamed(String value) {
        INVALID_PARAMETER_VALUE.isTheAnswerTo(() -> groups.set("mygroup", "rename-commands", value), mock);
    }

    /** The wording is the service's own: hashicorp/terraform-provider-aws#17004. */
    @ParameterizedTest
    @CsvSource({
        "mygroup, nothing",
        "mygroup, chunk_size",
        "mygroup, Timeout",
        "mygroup, time-out",
        "of-memcached, timeout"
    })
    void a_parameter_that_the_family_does_not_have_is_InvalidParameterValue(String group, String parameter) {
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> groups.set(group, parameter, "1"), mock)
                .says("Parameter " + parameter + " doesn't exist");
    }

    @ParameterizedTest
    @CsvSource({"mygroup, maxmemory, 1", "mygroup, appendonly, yes", "of-memcached, num_threads, 2"})
    void a_parameter_that_cannot_be_modified_is_InvalidParameterValue(String group, String parameter, String value) {
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> groups.set(group, parameter, value), mock)
                .says("The parameter " + parameter + " cannot be modified.");
    }

    @Test
    void one_wrong_value_among_many_leaves_all_as_they_were() {
        INVALID_PARAMETER_VALUE.isTheAnswerTo(
                () -> groups.set("mygroup", "databases", "8", "timeout", "20", "tcp-keepalive", "-1"), mock);
    }

    /** The wording is the service's own: hashicorp/terraform-provider-aws#1221. */
    @Test
    void more_than_20_parameters_are_InvalidParameterCombination() {
        INVALID_PARAMETER_COMBINATION
                .isTheAnswerTo(() -> modify("mygroup", parameters(21)), mock)
                .says("Cannot modify more than 20 parameters in a single request");

        modify("mygroup", parameters(20));
        assertThat(groups.own("mygroup")).hasSize(20);
    }

    @Test
    void a_parameter_that_is_named_twice_is_InvalidParameterCombination() {
        INVALID_PARAMETER_COMBINATION
                .isTheAnswerTo(() -> groups.set("mygroup", "timeout", "20", "timeout", "30"), mock)
                .says("The parameter timeout is named more than once in one request.");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "null", textBlock = """
            null, 20,   ParameterName,  null
            ' ',  20,   ParameterName,  blank
            timeout, null, ParameterValue, null
            """)
    void name_and_value_of_a_parameter_are_required(
            @Nullable String parameter, @Nullable String value, String missing, @Nullable String wrong) {
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> groups.set("mygroup", parameter, value), mock)
                .says("The parameter " + missing + " must be provided and must not be " + wrong + ".");
    }

    @Test
    void a_group_that_does_not_exist_is_CacheParameterGroupNotFound() {
        CACHE_PARAMETER_GROUP_NOT_FOUND
                .isTheAnswerTo(() -> groups.set("nothing", "timeout", "20"), mock)
                .says("CacheParameterGroup not found: nothing");
    }

    @ParameterizedTest
    @CsvSource({"default.redis7", "Default.Redis7.Cluster.On"})
    void a_default_group_is_InvalidCacheParameterGroupState(String name) {
        INVALID_CACHE_PARAMETER_GROUP_STATE
                .isTheAnswerTo(() -> groups.set(name, "timeout", "20"), mock)
                .says("The cache parameter group " + name + " is a default one, so it cannot be modified.");
    }

    @TestFactory
    Stream<DynamicTest> every_member_of_the_request_does_something() {
        return RequestMembers.of(ModifyCacheParameterGroupRequest.builder().build())
                .member("CacheParameterGroupName", "names the group in any case, and is required", () -> {
                    groups.set("MyGroup", "timeout", "20");
                    assertThat(groups.own("mygroup")).containsExactly("timeout=20");
                    INVALID_PARAMETER_VALUE.isTheAnswerTo(() -> groups.set("", "timeout", "20"), mock);
                })
                .member("ParameterNameValues", "are set, and at least one is required", () -> {
                    groups.set("mygroup", "timeout", "21", "tcp-keepalive", "60");
                    assertThat(groups.own("mygroup")).containsExactly("tcp-keepalive=60", "timeout=21");
                    INVALID_PARAMETER_VALUE
                            .isTheAnswerTo(() -> modify("mygroup", List.of()), mock)
                            .says("The parameter ParameterNameValues must be provided and must not be null.");
                })
                .tests();
    }

    private void modify(String name, List<ParameterNameValue> parameters) {
        client.modifyCacheParameterGroup(
                group -> group.cacheParameterGroupName(name).parameterNameValues(parameters));
    }

    /** The first parameters of the family that can be modified, with the values that they have already. */
    private List<ParameterNameValue> parameters(int count) {
        List<Parameter> modifiable =
                client.describeCacheParameters(all -> all.cacheParameterGroupName("mygroup")).parameters().stream()
                        .filter(each -> each.isModifiable() && each.parameterValue() != null)
                        .toList();
        return IntStream.range(0, count)
                .mapToObj(modifiable::get)
                .map(each -> ParameterNameValue.builder()
                        .parameterName(each.parameterName())
                        .parameterValue(each.parameterValue())
                        .build())
                .toList();
    }
}
