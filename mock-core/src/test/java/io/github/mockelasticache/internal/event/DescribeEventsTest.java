package io.github.mockelasticache.internal.event;

import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_COMBINATION;
import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_VALUE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.testing.Groups;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.DescribeEventsRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeEventsResponse;
import software.amazon.awssdk.services.elasticache.model.Event;
import software.amazon.awssdk.services.elasticache.model.SourceType;

class DescribeEventsTest {

    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.create();

    private final ElastiCacheClient client = mock.client();
    private final Groups groups = Groups.of(client);

    @Test
    void at_the_start_there_are_no_events_and_the_list_is_present_and_empty() {
        DescribeEventsResponse answer = client.describeEvents();

        assertThat(answer.hasEvents()).isTrue();
        assertThat(answer.events()).isEmpty();
        assertThat(answer.marker()).isNull();
        assertThat(answer.responseMetadata().requestId()).isNotBlank();
        assertThat(answer.sdkHttpResponse().statusCode()).isEqualTo(200);
    }

    @Test
    void the_life_of_a_cache_security_group_newest_first() {
        groups.create("MyGroup");
        mock.clock().advance(Duration.ofSeconds(5));
        groups.authorize("MyGroup", "web", "1234-5678-1234");
        mock.clock().settle();
        groups.revoke("MyGroup", "web", "123456781234");
        mock.clock().settle();
        mock.clock().advance(Duration.ofMillis(1));
        groups.delete("MyGroup");

        assertThat(client.describeEvents().events())
                .extracting(Event::date, Event::sourceType, Event::sourceIdentifier, Event::message)
                .containsExactly(
                        event("00:02:05.001", "mygroup", "Cache security group deleted"),
                        event(
                                "00:02:05.000",
                                "mygroup",
                                "Ingress from EC2 security group web (owner 123456781234) revoked"),
                        event(
                                "00:01:05.000",
                                "mygroup",
                                "Ingress from EC2 security group web (owner 123456781234) authorized"),
                        event("00:00:00.000", "mygroup", "Cache security group created"));
    }

    @Test
    void an_event_bears_the_instant_at_which_it_happened_and_not_the_one_to_which_the_clock_was_moved() {
        groups.authorize("default", "web", "987654321021");
        mock.clock().advance(Duration.ofMinutes(10));

        assertThat(client.describeEvents().events()).extracting(Event::date).containsExactly(START.plusSeconds(60));
    }

    @Test
    void events_of_one_instant_come_in_the_reverse_of_the_order_in_which_they_happened() {
        for (String name : List.of("b", "c", "a")) {
            groups.create(name);
        }

        assertThat(sources(all -> {})).containsExactly("a", "c", "b");
    }

    @Test
    void a_refused_call_and_a_describe_leave_no_event() {
        groups.create("mygroup");
        INVALID_PARAMETER_VALUE.isTheAnswerTo(() -> groups.create("default"));
        groups.all();

        assertThat(sources(all -> {})).containsExactly("mygroup");
    }

    @Test
    void a_group_that_is_deleted_keeps_its_events() {
        groups.create("mygroup");
        groups.delete("mygroup");

        assertThat(sources(all -> {})).containsExactly("mygroup", "mygroup");
    }

    @Test
    void an_ingress_that_its_group_took_along_leaves_no_event() {
        groups.create("mygroup");
        groups.authorize("mygroup", "web", "987654321021");
        groups.delete("mygroup");
        mock.clock().advance(Duration.ofMinutes(5));

        assertThat(client.describeEvents().events())
                .extracting(Event::message)
                .containsExactly("Cache security group deleted", "Cache security group created");
    }

    @Test
    void events_are_kept_region_by_region() {
        groups.create("mygroup");
        ElastiCacheClient ireland = mock.client(Region.EU_WEST_1);
        Groups.of(ireland).create("elsewhere");

        assertThat(sources(all -> {})).containsExactly("mygroup");
        assertThat(ireland.describeEvents().events())
                .extracting(Event::sourceIdentifier)
                .containsExactly("elsewhere");
    }

    @Test
    void a_source_type_selects_its_events() {
        groups.create("mygroup");

        assertThat(sources(of -> of.sourceType(SourceType.CACHE_SECURITY_GROUP)))
                .containsExactly("mygroup");
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"CACHE_SECURITY_GROUP", "UNKNOWN_TO_SDK_VERSION"})
    void any_other_source_type_has_no_events_yet(SourceType sourceType) {
        groups.create("mygroup");

        assertThat(sources(of -> of.sourceType(sourceType))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mygroup", "MyGroup", "MYGROUP"})
    void a_source_identifier_selects_the_events_of_one_resource_in_any_case(String name) {
        groups.create("mygroup");
        groups.create("mygroup-2");
        groups.authorize("mygroup", "web", "987654321021");
        mock.clock().settle();

        assertThat(sources(of -> of.sourceType(SourceType.CACHE_SECURITY_GROUP).sourceIdentifier(name)))
                .containsExactly("mygroup", "mygroup");
    }

    @Test
    void an_unknown_source_identifier_has_no_events() {
        groups.create("mygroup");

        assertThat(sources(of -> of.sourceType(SourceType.CACHE_SECURITY_GROUP).sourceIdentifier("nosuchgroup")))
                .isEmpty();
    }

    @Test
    void a_source_identifier_without_a_source_type_is_InvalidParameterCombination() {
        INVALID_PARAMETER_COMBINATION
                .isTheAnswerTo(() -> sources(of -> of.sourceIdentifier("default")), mock)
                .says("SourceType must be given where SourceIdentifier is given.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void a_blank_source_identifier_is_InvalidParameterValue(String name) {
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(
                        () -> sources(of ->
                                of.sourceType(SourceType.CACHE_SECURITY_GROUP).sourceIdentifier(name)),
                        mock)
                .says("The parameter SourceIdentifier must be provided and must not be blank.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cache-thing", "Cache-Security-Group", ""})
    void a_source_type_that_the_service_does_not_know_is_InvalidParameterValue_and_the_answer_lists_those_it_knows(
            String sourceType) {
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> sources(of -> of.sourceType(sourceType)), mock)
                .hasMessageContaining("Invalid value " + sourceType + " for SourceType. Must be one of: ")
                .hasMessageContaining("cache-cluster, ")
                .hasMessageContaining("cache-security-group, ");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void a_Duration_of_less_than_a_minute_is_InvalidParameterValue(int minutes) {
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> sources(of -> of.duration(minutes)), mock)
                .says("Invalid value " + minutes + " for Duration. Must be at least 1.");
    }

    @ParameterizedTest
    @ValueSource(ints = {19, 101, 0, -1})
    void a_MaxRecords_below_20_or_above_100_is_InvalidParameterValue(int maxRecords) {
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> sources(of -> of.maxRecords(maxRecords)), mock)
                .says("Invalid value for max records. Must be between 20 and 100");
    }

    @Test
    void a_marker_that_was_made_up_is_InvalidParameterValue() {
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> sources(of -> of.marker("17")), mock)
                .says("Invalid marker: 17 was not returned by DescribeEvents.");
    }

    private List<String> sources(Consumer<DescribeEventsRequest.Builder> request) {
        return client.describeEvents(request).events().stream()
                .map(Event::sourceIdentifier)
                .toList();
    }

    private static Tuple event(String time, String source, String message) {
        return tuple(Instant.parse("2025-01-01T" + time + "Z"), SourceType.CACHE_SECURITY_GROUP, source, message);
    }
}
