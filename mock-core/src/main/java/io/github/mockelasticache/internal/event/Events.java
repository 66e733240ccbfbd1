package io.github.mockelasticache.internal.event;

import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.EventLog;
import io.github.mockelasticache.internal.engine.Family;
import io.github.mockelasticache.internal.engine.Operations;
import io.github.mockelasticache.internal.engine.Page;
import io.github.mockelasticache.internal.engine.Table;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.services.elasticache.model.DescribeEventsRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeEventsResponse;
import software.amazon.awssdk.services.elasticache.model.SourceType;

/** The event operation. Events are emitted by the families as they happen. */
public final class Events implements Family {

    /** "By default, only the events occurring within the last hour are returned" (DescribeEvents, API reference). */
    private static final Duration DEFAULT_SPAN = Duration.ofHours(1);

    @Override
    public void register(Operations operations) {
        operations.handle(DescribeEventsRequest.class, this::describe);
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
