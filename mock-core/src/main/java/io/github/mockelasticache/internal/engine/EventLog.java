package io.github.mockelasticache.internal.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import software.amazon.awssdk.services.elasticache.model.Event;
import software.amazon.awssdk.services.elasticache.model.SourceType;

/** The events of one region. They are kept for 14 days of virtual time (DescribeEvents, API reference). */
public final class EventLog {

    private static final Duration KEPT = Duration.ofDays(14);

    private final TreeMap<Long, Emitted> events = new TreeMap<>();
    private long sequence;

    /** The date of the first event: looking it up would cost every change more than all else here. */
    private Instant oldest = Instant.MAX;

    /** When the last event was added, and its date, as the service dates events to the millisecond: the next often has the same. */
    private Instant lastNow = Instant.MIN;

    private Instant lastDate = Instant.MIN;

    EventLog() {}

    void add(Instant now, SourceType sourceType, String sourceIdentifier, String message) {
        if (!now.equals(lastNow)) {
            forgetBefore(forgottenBefore(now));
            lastNow = now;
            lastDate = now.truncatedTo(ChronoUnit.MILLIS);
        }
        if (events.isEmpty()) {
            oldest = lastDate;
        }
        events.put(sequence++, new Emitted(lastDate, sourceType, sourceIdentifier, message));
    }

    private void forgetBefore(Instant kept) {
        while (oldest.isBefore(kept)) {
            events.pollFirstEntry();
            oldest = events.isEmpty()
                    ? Instant.MAX
                    : events.firstEntry().getValue().date();
        }
    }

    /**
     * Takes over events that were told elsewhere: they stand among the others by their dates.
     *
     * @param told the events, the newest first, none of them dated later than the present
     */
    public void adopt(List<Event> told) {
        List<Emitted> all = new ArrayList<>(told.stream()
                .map(event -> new Emitted(event.date(), event.sourceType(), event.sourceIdentifier(), event.message()))
                .toList());
        Collections.reverse(all);
        all.addAll(events.values());
        all.sort(Comparator.comparing(Emitted::date));
        sequence -= events.size();
        events.clear();
        all.forEach(event -> events.put(sequence++, event));
        oldest = all.isEmpty() ? Instant.MAX : all.get(0).date();
    }

    /** Does something that emits no events, although it is done by what emits some. */
    void withoutNew(Runnable action) {
        long before = sequence;
        action.run();
        events.tailMap(before, true).clear();
        sequence = before;
    }

    /**
     * The instant before which events are forgotten.
     *
     * @param now the present
     * @return 14 days earlier
     */
    public static Instant forgottenBefore(Instant now) {
        return now.minus(KEPT);
    }

    /**
     * The events of a span of time, the newest first: the order of the DescribeEvents example in the AWS CLI reference.
     *
     * @param start the first instant of the span
     * @param end the last instant of the span
     * @param now the present, 14 days before which events are forgotten
     * @return the events by a number that grows with each event
     */
    public NavigableMap<Long, Emitted> newestFirst(Instant start, Instant end, Instant now) {
        Instant kept = forgottenBefore(now);
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
            Emitted event = events.get(middle);
            if (event == null || isLateEnough.test(event.date())) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /**
     * An event that has been emitted. It becomes a model object when it is described: every change emits one, few are read.
     *
     * @param date when it happened
     * @param sourceType the type of the resource that it is about
     * @param sourceIdentifier the name of the resource
     * @param message what happened
     */
    public record Emitted(Instant date, SourceType sourceType, String sourceIdentifier, String message) {

        /**
         * The event as it is described.
         *
         * @return the model object
         */
        public Event event() {
            return Event.builder()
                    .sourceType(sourceType)
                    .sourceIdentifier(sourceIdentifier)
                    .message(message)
                    .date(date)
                    .build();
        }
    }
}
