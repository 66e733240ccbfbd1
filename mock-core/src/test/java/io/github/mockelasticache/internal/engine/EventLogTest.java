package io.github.mockelasticache.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticache.model.Event;
import software.amazon.awssdk.services.elasticache.model.SourceType;

class EventLogTest {

    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
    private static final Duration KEPT = Duration.ofDays(14);

    private final EventLog log = new EventLog();

    @Test
    void an_event_has_what_it_was_added_with() {
        log.add(START, SourceType.CACHE_CLUSTER, "mycluster", "Cache cluster created");

        assertThat(log.newestFirst(START, START, START).values())
                .extracting(EventLog.Emitted::event)
                .containsExactly(Event.builder()
                        .date(START)
                        .sourceType(SourceType.CACHE_CLUSTER)
                        .sourceIdentifier("mycluster")
                        .message("Cache cluster created")
                        .build());
    }

    @Test
    void an_empty_log_has_no_events_in_any_span() {
        assertThat(log.newestFirst(Instant.MIN, Instant.MAX, START)).isEmpty();
    }

    @Test
    void both_ends_of_a_span_belong_to_it() {
        add(0, 1, 2, 3);

        assertThat(sources(START.plusSeconds(1), START.plusSeconds(2), START)).containsExactly("2", "1");
        assertThat(sources(START.plusSeconds(1), START.plusSeconds(3).minusNanos(1), START))
                .containsExactly("2", "1");
        assertThat(sources(START.plusSeconds(1).plusNanos(1), START.plusSeconds(2), START))
                .containsExactly("2");
    }

    @Test
    void a_span_that_ends_before_it_begins_is_empty() {
        add(0, 1, 2, 3);

        assertThat(sources(START.plusSeconds(2), START.plusSeconds(1), START)).isEmpty();
    }

    @Test
    void an_event_is_kept_for_14_days_to_the_nanosecond() {
        add(0);

        assertThat(sources(Instant.MIN, Instant.MAX, START.plus(KEPT))).containsExactly("0");
        assertThat(sources(Instant.MIN, Instant.MAX, START.plus(KEPT).plusNanos(1)))
                .isEmpty();
    }

    @Test
    void the_numbers_of_events_go_on_after_all_earlier_ones_are_forgotten() {
        add(0, 1);
        Instant later = START.plus(KEPT).plus(KEPT);

        log.add(later, SourceType.CACHE_CLUSTER, "later", "");

        assertThat(log.newestFirst(Instant.MIN, Instant.MAX, later)).containsOnlyKeys(2L);
    }

    /** The plain reading of the rule, against the bisection that answers it. */
    @Property(seed = "20250101", tries = 500, edgeCases = EdgeCasesMode.NONE)
    void a_span_has_just_the_events_in_it_that_are_not_too_old(
            @ForAll @Size(max = 40) List<@IntRange(max = 10) Integer> daysBetween,
            @ForAll @IntRange(min = -5, max = 120) int firstDay,
            @ForAll @IntRange(min = -5, max = 120) int lastDay,
            @ForAll @IntRange(max = 20) int daysSince) {
        EventLog events = new EventLog();
        List<Instant> dates = new ArrayList<>();
        Instant date = START;
        for (int days : daysBetween) {
            date = date.plus(Duration.ofDays(days));
            dates.add(date);
            events.add(date, SourceType.CACHE_CLUSTER, "mycluster", "");
        }
        Instant now = date.plus(Duration.ofDays(daysSince));
        Instant first = START.plus(Duration.ofDays(firstDay));
        Instant last = START.plus(Duration.ofDays(lastDay));

        List<Instant> expected = new ArrayList<>(dates.stream()
                .filter(each -> !each.isBefore(now.minus(KEPT)))
                .filter(each -> !each.isBefore(first) && !each.isAfter(last))
                .toList());
        Collections.reverse(expected);

        assertThat(events.newestFirst(first, last, now).values())
                .extracting(EventLog.Emitted::date)
                .isEqualTo(expected);
    }

    private void add(int... seconds) {
        for (int second : seconds) {
            log.add(START.plusSeconds(second), SourceType.CACHE_CLUSTER, Integer.toString(second), "");
        }
    }

    private List<String> sources(Instant start, Instant end, Instant now) {
        return log.newestFirst(start, end, now).values().stream()
                .map(EventLog.Emitted::sourceIdentifier)
                .toList();
    }
}
