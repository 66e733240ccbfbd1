package io.github.mockelasticache.internal.event;

import io.github.mockelasticache.internal.engine.Adopter;
import io.github.mockelasticache.internal.engine.Adopters;
import io.github.mockelasticache.internal.engine.AnswerType;
import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.EventLog;
import io.github.mockelasticache.internal.engine.Family;
import io.github.mockelasticache.internal.engine.Operations;
import io.github.mockelasticache.internal.engine.Page;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.engine.Table;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.elasticache.model.DescribeEventsRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeEventsResponse;
import software.amazon.awssdk.services.elasticache.model.Event;
import software.amazon.awssdk.services.elasticache.model.SourceType;

/** The event operation. Events are emitted by the families as they happen. */
public final class Events implements Family {

    /** "By default, only the events occurring within the last hour are returned" (DescribeEvents, API reference). */
    private static final Duration DEFAULT_SPAN = Duration.ofHours(1);

    @Override
    public void register(Operations operations) {
        operations.handle(DescribeEventsRequest.class, this::describe);
    }

    @Override
    public void adopt(Adopters adopters) {
        adopters.addAnswer(new AnswerType<>("DescribeEvents", DescribeEventsResponse.class, ""), Events::adopt);
    }

    /** The log begins with the events that are told, at their dates; one that it would not show is refused. */
    private static void adopt(String region, DescribeEventsResponse told, RegionState state, Adopter.Unfit unfit) {
        Instant now = state.now();
        for (int index = 0; index < told.events().size(); index++) {
            Event event = told.events().get(index);
            String pointer = "/Events/" + index;
            if (event.date() == null || event.sourceIdentifier() == null || event.message() == null) {
                throw unfit.because(pointer, "An event needs SourceIdentifier, SourceType, Message and Date.");
            }
            if (!SourceType.knownValues().contains(event.sourceType())) {
                throw unfit.because(
                        pointer + "/SourceType",
                        "There is no source type " + event.sourceTypeAsString() + "; there are "
                                + SourceType.knownValues().stream()
                                        .map(SourceType::toString)
                                        .sorted()
                                        .collect(Collectors.joining(", "))
                                + ".");
            }
            if (event.date().isAfter(now)) {
                throw unfit.because(
                        pointer + "/Date",
                        "The event is dated later than the mock's clock, which is at " + now
                                + "; set the mock's startingAt to when the events were described.");
            }
            if (event.date().isBefore(EventLog.forgottenBefore(now))) {
                throw unfit.because(
                        pointer + "/Date",
                        "Events are kept for 14 days, and the mock's clock is at " + now
                                + "; set the mock's startingAt to when the events were described.");
            }
        }
        List<Event> newestFirst = new ArrayList<>(told.events());
        newestFirst.sort(Comparator.comparing(Event::date).reversed());
        state.events().adopt(newestFirst);
    }

    private DescribeEventsResponse.Builder describe(DescribeEventsRequest request, Call call) {
        SourceType sourceType = call.parameters()
                .oneOf("SourceType", request.sourceTypeAsString(), List.copyOf(SourceType.knownValues()));
        String source = call.parameters().optional("SourceIdentifier", request.sourceIdentifier());
        if (source != null && sourceType == null) {
            throw call.faults()
                    .invalidParameterCombination("SourceType must be given where SourceIdentifier is given.");
        }
        Span span = Span.requested(request, call);
        Page<EventLog.Emitted> page = call.paging(request.maxRecords(), request.marker())
                .of(
                        call.region()
                                .events()
                                .newestFirst(
                                        span.start(), span.end(), call.region().now()),
                        Object::toString,
                        Long::valueOf,
                        event -> (sourceType == null || sourceType == event.sourceType())
                                && (source == null || Table.key(source).equals(event.sourceIdentifier())));
        return DescribeEventsResponse.builder()
                .events(page.items().stream().map(EventLog.Emitted::event).toList())
                .marker(page.marker());
    }

    /** The span of time that a request asks for. */
    private record Span(Instant start, Instant end) {

        static Span requested(DescribeEventsRequest request, Call call) {
            Instant start = request.startTime();
            Instant end = request.endTime();
            Integer minutes = call.parameters().atLeast("Duration", request.duration(), 1);
            if (start != null && end != null && minutes != null) {
                throw call.faults()
                        .invalidParameterCombination("StartTime, EndTime and Duration cannot be given all together.");
            }
            Duration duration = minutes == null ? DEFAULT_SPAN : Duration.ofMinutes(minutes);
            Instant last = end == null ? call.region().now() : end;
            Span span = start == null
                    ? new Span(moved(last, duration.negated(), call), last)
                    : new Span(start, end == null && minutes != null ? moved(start, duration, call) : last);
            if (span.end().isBefore(span.start())) {
                throw call.faults()
                        .invalidParameterCombination(
                                "StartTime " + span.start() + " must not be after EndTime " + span.end() + ".");
            }
            return span;
        }

        private static Instant moved(Instant instant, Duration by, Call call) {
            try {
                return instant.plus(by);
            } catch (DateTimeException outOfRange) {
                throw call.faults()
                        .invalidParameterValue(
                                "The time interval of " + by.abs() + " at " + instant + " is out of range.");
            }
        }
    }
}
