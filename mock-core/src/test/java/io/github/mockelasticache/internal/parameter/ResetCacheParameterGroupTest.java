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
import java.util.Collections;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.Event;
import software.amazon.awssdk.services.elasticache.model.ParameterNameValue;
import software.amazon.awssdk.services.elasticache.model.ResetCacheParameterGroupRequest;
import software.amazon.awssdk.services.elasticache.model.SourceType;

/**
 * Of the errors that the API reference lists, InvalidGlobalReplicationGroupState is provoked where the parameter groups of members of
 * global replication groups are.
 */
class ResetCacheParameterGroupTest {

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.create();

    private final ElastiCacheClient client = mock.client();
    private final ParameterGroupsSeen groups = ParameterGroupsSeen.of(client);

    @BeforeEach
    void a_group_with_three_values_of_its_own() {
        groups.create("mygroup", "redis7");
        groups.set("mygroup", "timeout", "20", "databases", "8", "notify-keyspace-events", "AKE");
    }

    @Test
    void a_parameter_has_the_default_of_the_family_and_the_source_system_again() {
        groups.reset("mygroup", "timeout");

        assertThat(groups.parameter("mygroup", "timeout")).isEqualTo(groups.parameter("default.redis7", "timeout"));
        assertThat(groups.own("mygroup")).containsExactly("databases=8", "notify-keyspace-events=AKE");
    }

    @Test
    void a_parameter_without_a_default_has_no_value_again() {
        groups.reset("mygroup", "notify-keyspace-events");

        assertThat(groups.parameter("mygroup", "notify-keyspace-events").parameterValue())
                .isNull();
    }

    @Test
    void a_parameter_that_nobody_has_set_stays_as_it_is() {
        groups.reset("mygroup", "tcp-keepalive");

        assertThat(groups.own("mygroup")).hasSize(3);
    }

    @Test
    void the_answer_has_the_name_of_the_group_alone() {
        assertThat(client.resetCacheParameterGroup(group ->
                                group.cacheParameterGroupName("MyGroup").resetAllParameters(true))
                        .cacheParameterGroupName())
                .isEqualTo("mygroup");
    }

    @Test
    void each_value_that_becomes_the_default_again_is_an_event_of_the_group() {
        groups.reset("mygroup", "timeout", "tcp-keepalive");

        assertThat(client.describeEvents(all -> all.sourceType(SourceType.CACHE_PARAMETER_GROUP))
                        .events())
                .extracting(Event::message)
                .startsWith("Updated parameter timeout to 0", "Updated parameter timeout to 20");
    }

    @Test
    void an_unknown_parameter_is_InvalidParameterValue_and_nothing_is_reset() {
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> groups.reset("mygroup", "timeout", "nothing"), mock)
                .says("Parameter nothing doesn't exist");
    }

    @Test
    void a_parameter_that_cannot_be_modified_is_InvalidParameterValue() {
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> groups.reset("mygroup", "maxclients"), mock)
                .says("The parameter maxclients cannot be modified.");
    }

    @Test
    void a_parameter_without_a_name_is_InvalidParameterValue() {
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> reset("mygroup", null, (String) null, "x"), mock)
                .says("The parameter ParameterName must be provided and must not be null.");
    }

    @Test
    void more_than_20_parameters_are_InvalidParameterCombination() {
        ParameterNameValue timeout =
                ParameterNameValue.builder().parameterName("timeout").build();

        INVALID_PARAMETER_COMBINATION
                .isTheAnswerTo(
                        () -> client.resetCacheParameterGroup(group -> group.cacheParameterGroupName("mygroup")
                                .parameterNameValues(Collections.nCopies(21, timeout))),
                        mock)
                .says("Cannot modify more than 20 parameters in a single request");
    }

    @Test
    void all_and_a_list_together_are_InvalidParameterCombination() {
        INVALID_PARAMETER_COMBINATION
                .isTheAnswerTo(() -> reset("mygroup", true, "timeout", null), mock)
                .says(
                        "Either ResetAllParameters must be true or ParameterNameValues must name the parameters to reset, and"
                                + " not both.");
    }

    @Test
    void neither_all_nor_a_list_is_InvalidParameterCombination() {
        INVALID_PARAMETER_COMBINATION.isTheAnswerTo(() -> reset("mygroup", null), mock);
        INVALID_PARAMETER_COMBINATION.isTheAnswerTo(() -> reset("mygroup", false), mock);
    }

    @Test
    void a_group_that_does_not_exist_is_CacheParameterGroupNotFound() {
        CACHE_PARAMETER_GROUP_NOT_FOUND.isTheAnswerTo(() -> groups.reset("nothing", "timeout"), mock);
    }

    @Test
    void a_default_group_is_InvalidCacheParameterGroupState() {
        INVALID_CACHE_PARAMETER_GROUP_STATE
                .isTheAnswerTo(() -> reset("default.redis7", true), mock)
                .says("The cache parameter group default.redis7 is a default one, so it cannot be reset.");
    }

    @TestFactory
    Stream<DynamicTest> every_member_of_the_request_does_something() {
        return RequestMembers.of(ResetCacheParameterGroupRequest.builder().build())
                .member("CacheParameterGroupName", "names the group in any case, and is required", () -> {
                    groups.reset("MyGroup", "timeout");
                    assertThat(groups.own("mygroup")).doesNotContain("timeout=20");
                    INVALID_PARAMETER_VALUE.isTheAnswerTo(() -> groups.reset(" ", "timeout"), mock);
                })
                .member("ParameterNameValues", "are reset by their names, whatever their values", () -> {
                    reset("mygroup", false, "databases", "nonsense");
                    assertThat(groups.own("mygroup")).containsExactly("notify-keyspace-events=AKE");
                })
                .member("ResetAllParameters", "resets all", () -> {
                    reset("mygroup", true);
                    assertThat(groups.own("mygroup")).isEmpty();
                })
                .tests();
    }

    private void reset(String name, @Nullable Boolean all, @Nullable String... namesAndValues) {
        client.resetCacheParameterGroup(group ->
                group.cacheParameterGroupName(name).resetAllParameters(all).parameterNameValues(pairs(namesAndValues)));
    }
}
