package io.github.mockelasticache.internal.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import software.amazon.awssdk.services.elasticache.model.Event;
import software.amazon.awssdk.services.elasticache.model.SourceType;

/** The events of one region. They are kept for 14 days of virtual time (DescribeEvents, API reference). */
public final class EventLog {

    private static final Duration KEPT = Duration.ofDays(14);

    private final TreeMap<Long, Event> events = new TreeMap<>();
    private long sequence;

    EventLog() {}

    /** The service dates events to the millisecond. */
    void add(Instant now, SourceType sourceType, String sourceIdentifier, String message) {
        events.put(
                sequence++,
                Event.builder()
                        .sourceType(sourceType)
                        .sourceIdentifier(sourceIdentifier)
                        .message(message)
                        .date(now.truncatedTo(ChronoUnit.MILLIS))
                        .build());
        Instant forgotten = now.minus(KEPT);
        while (events.firstEntry().getValue().date().isBefore(forgotten)) {
            events.pollFirstEntry();
        }
    }

    /**
     * The events of a span of time, the newest first: the order of the DescribeEvents example in the AWS CLI reference.
     *
     * @param start the first instant of the span
     * @param end the last instant of the span
     * @param now the present, 14 days before which events are forgotten
     * @return the events by a number that grows with each event
     */
    public NavigableMap<Long, Event> newestFirst(Instant start, Instant end, Instant now) {
        Instant kept = now.minus(KEPT);
        Instant first = start.isAfter(kept) ? start : kept;
        long from = firstThat(date -> !date.isBefore(first));
        long to = firstThat(date -> date.isAfter(end));
        return events.subMap(from, true, Math.max(from, to), false).descendingMap();
    }

    /** Numbers have no gaps and dates never fall, so the number of the first event of a span is found by bisection. */
    private long firstThat(Predicate<Instant> isLateEnough) {
        long low = events.isEmpty() ? sequence : events.firstKey();
        long high = sequence;
        while (low < high) {
            long middle = (low + high) >>> 1;
            Event event = events.get(middle);
            if (event == null || isLateEnough.test(event.date())) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
