package io.github.mockelasticache.internal.event;

import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_VALUE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.Quotas;
import io.github.mockelasticache.Quotas.Quota;
import io.github.mockelasticache.testing.Groups;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.DescribeEventsResponse;
import software.amazon.awssdk.services.elasticache.model.Event;
import software.amazon.awssdk.services.elasticache.model.SourceType;

class EventPagingTest {

    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.builder()
            .quotas(Quotas.documented().with(Quota.CACHE_SECURITY_GROUPS, 1000))
            .build();

    private final ElastiCacheClient client = mock.client();
    private final Groups groups = Groups.of(client);

    @Test
    void a_page_has_100_events_unless_asked_otherwise() {
        events(0, 101);

        DescribeEventsResponse first = client.describeEvents();
        DescribeEventsResponse second = client.describeEvents(events -> events.marker(first.marker()));

        assertThat(sources(first)).isEqualTo(newestFirst(1, 101));
        assertThat(sources(second)).isEqualTo(newestFirst(0, 1));
        assertThat(second.marker()).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 33, 100})
    void the_pages_show_every_event_once_while_new_ones_arrive(int maxRecords) {
        events(0, 130);
        List<String> seen = new ArrayList<>();
        int arriving = 130;

        String marker = null;
        do {
            String next = marker;
            DescribeEventsResponse page = client.describeEvents(
                    events -> events.maxRecords(maxRecords).marker(next));
            seen.addAll(sources(page));
            events(arriving, ++arriving);
            marker = page.marker();
        } while (marker != null);

        assertThat(seen).isEqualTo(newestFirst(0, 130));
    }

    @Test
    void the_paginators_of_the_SDK_walk_the_events() {
        events(0, 130);

        assertThat(client.describeEventsPaginator(events -> events.maxRecords(20)).events().stream()
                        .map(Event::sourceIdentifier))
                .containsExactlyElementsOf(newestFirst(0, 130));

        List<String> seen = new ArrayList<>();
        mock.asyncClient()
                .describeEventsPaginator(events -> events.maxRecords(20))
                .events()
                .subscribe(event -> seen.add(event.sourceIdentifier()))
                .join();
        assertThat(seen).isEqualTo(newestFirst(0, 130));
    }

    @Test
    void a_page_is_full_of_the_events_that_the_filter_lets_through() {
        events(0, 30);
        groups.create("wanted");
        for (int number = 0; number < 25; number++) {
            groups.authorize("wanted", "web-" + number, "987654321021");
            groups.authorize("default", "web-" + number, "987654321021");
        }
        mock.clock().settle();

        DescribeEventsResponse first = client.describeEvents(events -> events.maxRecords(20)
                .sourceType(SourceType.CACHE_SECURITY_GROUP)
                .sourceIdentifier("wanted"));
        DescribeEventsResponse second = client.describeEvents(events -> events.maxRecords(20)
                .marker(first.marker())
                .sourceType(SourceType.CACHE_SECURITY_GROUP)
                .sourceIdentifier("wanted"));

        assertThat(sources(first)).hasSize(20).containsOnly("wanted");
        assertThat(sources(second)).hasSize(6).containsOnly("wanted");
        assertThat(second.marker()).isNull();
    }

    @Test
    void a_marker_whose_event_has_left_the_last_hour_leads_to_an_empty_page() {
        events(0, 30);
        String marker = firstPageOf20().marker();
        mock.clock().advance(Duration.ofHours(2));

        DescribeEventsResponse second =
                client.describeEvents(events -> events.maxRecords(20).marker(marker));

        assertThat(second.events()).isEmpty();
        assertThat(second.marker()).isNull();
    }

    @Test
    void a_marker_whose_event_is_forgotten_leads_to_an_empty_page() {
        events(0, 30);
        String marker = firstPageOf20().marker();
        mock.clock().advance(Duration.ofDays(15));
        groups.create("much-later");

        DescribeEventsResponse second = client.describeEvents(
                events -> events.maxRecords(20).marker(marker).startTime(START));

        assertThat(second.events()).isEmpty();
    }

    @Test
    void a_marker_leads_on_in_a_span_that_ends_before_its_event() {
        events(0, 30);
        mock.clock().advance(Duration.ofMinutes(10));
        events(30, 60);
        String marker = firstPageOf20().marker();

        DescribeEventsResponse page = client.describeEvents(
                events -> events.maxRecords(20).marker(marker).endTime(START));

        assertThat(sources(page)).isEqualTo(newestFirst(10, 30));
    }

    @Test
    void a_marker_of_another_region_is_InvalidParameterValue() {
        events(0, 30);
        String marker = firstPageOf20().marker();

        INVALID_PARAMETER_VALUE.isTheAnswerTo(
                () -> mock.client(Region.EU_WEST_1).describeEvents(events -> events.marker(marker)), mock);
    }

    private DescribeEventsResponse firstPageOf20() {
        DescribeEventsResponse page = client.describeEvents(events -> events.maxRecords(20));
        assertThat(Objects.requireNonNull(page.marker(), "marker")).isNotEmpty();
        return page;
    }

    /** Lets events happen, each one the creation of a group that is named for its number. */
    private void events(int from, int to) {
        IntStream.range(from, to).forEach(number -> groups.create("event-" + number));
    }

    private static List<String> newestFirst(int from, int to) {
        return IntStream.range(from, to)
                .map(number -> to - 1 - (number - from))
                .mapToObj(number -> "event-" + number)
                .toList();
    }

    private static List<String> sources(DescribeEventsResponse page) {
        return page.events().stream().map(Event::sourceIdentifier).toList();
    }
}
