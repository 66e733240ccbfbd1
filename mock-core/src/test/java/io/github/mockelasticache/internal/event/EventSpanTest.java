package io.github.mockelasticache.internal.event;

import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_COMBINATION;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.Quotas;
import io.github.mockelasticache.Quotas.Quota;
import io.github.mockelasticache.testing.Groups;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.DescribeEventsRequest;
import software.amazon.awssdk.services.elasticache.model.Event;

/** Which span of virtual time DescribeEvents reports, with an event every ten minutes and the present two hours on. */
class EventSpanTest {

    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.builder()
            .quotas(Quotas.documented().with(Quota.CACHE_SECURITY_GROUPS, 1000))
            .build();

    private final ElastiCacheClient client = mock.client();

    @BeforeEach
    void an_event_every_ten_minutes_of_two_hours() {
        Groups groups = Groups.of(client);
        for (int minute = 0; minute <= 120; minute += 10) {
            mock.clock().advanceTo(START.plus(Duration.ofMinutes(minute)));
            groups.create("at-" + minute);
        }
    }

    @Test
    void without_a_span_it_is_the_last_hour_of_virtual_time() {
        assertThat(minutesOf(span -> {})).containsExactly(120, 110, 100, 90, 80, 70, 60);
    }

    @Test
    void an_event_of_a_nanosecond_more_than_an_hour_ago_is_outside() {
        mock.clock().advance(Duration.ofNanos(1));

        assertThat(minutesOf(span -> {})).containsExactly(120, 110, 100, 90, 80, 70);
    }

    /** All instants in minutes since the start; the present is 120. */
    @ParameterizedTest(name = "StartTime {0}, EndTime {1}, Duration {2}: {3}")
    @CsvSource(nullValues = "-", textBlock = """
            -,   -,   30,   120 110 100 90
            -,   -,   1,    120
            -,   -,   120,  120 110 100 90 80 70 60 50 40 30 20 10 0
            -,   70,  -,    70 60 50 40 30 20 10
            -,   35,  -,    30 20 10 0
            -,   70,  20,   70 60 50
            -,   200, -,    -
            -,   200, 90,   120 110
            80,  -,   -,    120 110 100 90 80
            115, -,   -,    120
            120, -,   -,    120
            20,  -,   25,   40 30 20
            20,  -,   1,    20
            110, -,   600,  120 110
            130, -,   20,   -
            20,  50,  -,    50 40 30 20
            21,  49,  -,    40 30
            30,  30,  -,    30
            31,  31,  -,    -
            -60, 5,   -,    0
            115, 500, -,    120
            """)
    void any_two_of_StartTime_EndTime_and_Duration_make_a_span_that_has_both_its_ends(
            @Nullable Integer start, @Nullable Integer end, @Nullable Integer duration, @Nullable String expected) {
        List<Integer> minutes = minutesOf(
                span -> span.startTime(minute(start)).endTime(minute(end)).duration(duration));

        assertThat(minutes).isEqualTo(minutesIn(expected));
    }

    @Test
    void all_three_together_are_InvalidParameterCombination() {
        INVALID_PARAMETER_COMBINATION
                .isTheAnswerTo(
                        () -> minutesOf(span ->
                                span.startTime(START).endTime(minute(10)).duration(10)),
                        mock)
                .says("StartTime, EndTime and Duration cannot be given all together.");
    }

    @Test
    void a_StartTime_after_the_EndTime_is_InvalidParameterCombination() {
        INVALID_PARAMETER_COMBINATION
                .isTheAnswerTo(
                        () -> minutesOf(span -> span.startTime(minute(50)).endTime(minute(20))), mock)
                .says("StartTime 2025-01-01T00:50:00Z must not be after EndTime 2025-01-01T00:20:00Z.");
    }

    @Test
    void a_StartTime_in_the_future_without_an_EndTime_is_InvalidParameterCombination() {
        INVALID_PARAMETER_COMBINATION
                .isTheAnswerTo(() -> minutesOf(span -> span.startTime(minute(121))), mock)
                .says("StartTime 2025-01-01T02:01:00Z must not be after EndTime 2025-01-01T02:00:00Z.");
    }

    @Test
    void the_largest_Duration_reaches_as_far_back_as_there_are_events() {
        assertThat(minutesOf(span -> span.duration(Integer.MAX_VALUE))).hasSize(13);
    }

    @Test
    void the_first_and_the_last_instant_there_are_span_everything() {
        assertThat(minutesOf(span -> span.startTime(Instant.MIN).endTime(Instant.MAX)))
                .hasSize(13);
    }

    @Test
    void events_are_kept_for_14_days() {
        mock.clock().advanceTo(START.plus(Duration.ofDays(14)));
        assertThat(minutesOf(span -> span.startTime(START.minusSeconds(1)))).hasSize(13);

        mock.clock().advance(Duration.ofNanos(1));
        assertThat(minutesOf(span -> span.startTime(START.minusSeconds(1))))
                .containsExactly(120, 110, 100, 90, 80, 70, 60, 50, 40, 30, 20, 10);

        mock.clock().advance(Duration.ofHours(2));
        assertThat(minutesOf(span -> span.startTime(START.minusSeconds(1)))).isEmpty();
    }

    @Test
    void events_that_are_no_longer_kept_do_not_come_back_when_new_ones_happen() {
        mock.clock().advanceTo(START.plus(Duration.ofDays(14)).plus(Duration.ofMinutes(95)));
        Groups.of(client).create("at-" + Duration.ofDays(14).plusMinutes(95).toMinutes());

        assertThat(minutesOf(span -> span.startTime(START))).containsExactly(14 * 24 * 60 + 95, 120, 110, 100);
    }

    private List<Integer> minutesOf(Consumer<DescribeEventsRequest.Builder> span) {
        return client.describeEvents(span).events().stream()
                .map(Event::sourceIdentifier)
                .map(name -> Integer.valueOf(name.substring("at-".length())))
                .toList();
    }

    private static @Nullable Instant minute(@Nullable Integer sinceStart) {
        return sinceStart == null ? null : START.plus(Duration.ofMinutes(sinceStart));
    }

    private static List<Integer> minutesIn(@Nullable String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split(" ")).map(Integer::valueOf).toList();
    }
}
