package io.github.mockelasticache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mockelasticache.testing.Groups;
import io.github.mockelasticache.time.ClockMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** How virtual time moves while calls are made, and how that is changed. */
@Timeout(60)
class ClockModeTest {

    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.create();

    private final ElastiCacheClient client = mock.client();
    private final Groups groups = Groups.of(client);

    @Test
    void POLLED_a_loop_that_waits_for_each_status_in_turn_sees_each_of_them() {
        mock.clockMode(ClockMode.POLLED);
        groups.authorize("default", "web", "987654321021");

        assertThat(pollUntil("web/987654321021 authorized"))
                .containsExactly("[web/987654321021 authorizing]", "[web/987654321021 authorized]");
        assertThat(mock.clock().instant()).isEqualTo(START.plusSeconds(60));

        groups.revoke("default", "web", "987654321021");
        assertThat(pollUntil("")).containsExactly("[web/987654321021 revoking]", "[]");
        assertThat(mock.clock().instant()).isEqualTo(START.plusSeconds(120));
    }

    @Test
    void POLLED_between_two_polls_nothing_changes() {
        mock.clockMode(ClockMode.POLLED);
        groups.authorize("default", "web", "987654321021");
        groups.named("default");

        groups.create("other");
        client.describeEvents(all -> {});
        client.listTagsForResource(
                tags -> tags.resourceName(groups.named("other").arn()));

        assertThat(mock.timeline().pending()).hasSize(1);
        assertThat(mock.clock().instant()).isEqualTo(START);
    }

    @Test
    void POLLED_a_pass_through_all_pages_of_a_list_is_one_poll() {
        IntStream.range(0, 25).forEach(number -> groups.create("group-" + number));
        groups.authorize("group-7", "web", "987654321021");
        groups.authorize("group-9", "app", "987654321021");
        mock.clock().advance(Duration.ofSeconds(1));
        mock.clockMode(ClockMode.POLLED);

        assertThat(passThroughPagesOf20())
                .containsExactly("app/987654321021 authorizing", "web/987654321021 authorizing");
        assertThat(passThroughPagesOf20())
                .containsExactly("app/987654321021 authorized", "web/987654321021 authorized");
    }

    @Test
    @SuppressWarnings("try") // The activation is there to be closed.
    void POLLED_a_client_that_the_code_under_test_builds_polls_as_well() {
        mock.clockMode(ClockMode.POLLED);
        try (SdkAutoCloseable active = mock.activate();
                ElastiCacheClient own = ElastiCacheClient.create()) {
            Groups seen = Groups.of(own);
            seen.authorize("default", "web", "987654321021");

            assertThat(seen.ingressOf("default")).containsExactly("web/987654321021 authorizing");
            assertThat(seen.ingressOf("default")).containsExactly("web/987654321021 authorized");
        }
    }

    @Test
    void REAL_TIME_statuses_change_while_the_machine_s_own_clock_goes_on() {
        try (ElastiCacheMock fast = ElastiCacheMock.builder()
                .clockMode(ClockMode.REAL_TIME)
                .timeFactor(1_000_000) // a minute in 60 microseconds
                .build()) {
            Groups seen = Groups.of(fast.client());
            seen.authorize("default", "web", "987654321021");

            while (!seen.ingressOf("default").equals(List.of("web/987654321021 authorized"))) {
                Thread.onSpinWait();
            }

            assertThat(fast.timeline().history()).hasSize(1);
            assertThat(fast.timeline().history().get(0).at())
                    .isBeforeOrEqualTo(fast.clock().instant());
        }
    }

    @Test
    void REAL_TIME_a_call_sees_what_has_become_due_and_stands_at_one_instant() {
        AtomicLong nanoTime = new AtomicLong();
        mock.clock().follow(nanoTime::get, 60);
        groups.authorize("default", "web", "987654321021");

        nanoTime.addAndGet(999_999_999);
        assertThat(groups.ingressOf("default")).containsExactly("web/987654321021 authorizing");
        nanoTime.addAndGet(1);
        assertThat(groups.ingressOf("default")).containsExactly("web/987654321021 authorized");
    }

    @Test
    void the_mode_can_be_changed_during_a_test_and_what_is_pending_stays_pending() {
        groups.authorize("default", "web", "987654321021");
        mock.clockMode(ClockMode.INSTANT);
        groups.authorize("default", "app", "987654321021");
        assertThat(groups.ingressOf("default"))
                .containsExactly("web/987654321021 authorizing", "app/987654321021 authorized");

        mock.clockMode(ClockMode.POLLED);
        groups.ingressOf("default");
        assertThat(groups.ingressOf("default"))
                .containsExactly("web/987654321021 authorized", "app/987654321021 authorized");

        mock.clockMode(ClockMode.MANUAL);
        groups.authorize("default", "db", "987654321021");
        groups.ingressOf("default");
        assertThat(groups.ingressOf("default")).endsWith("db/987654321021 authorizing");
    }

    @Test
    void a_clock_that_has_followed_real_time_stands_still_in_every_other_mode() {
        mock.clockMode(ClockMode.REAL_TIME).clockMode(ClockMode.MANUAL);

        Instant here = mock.clock().instant();

        assertThat(mock.clock().instant()).isEqualTo(here);
    }

    @ParameterizedTest
    @EnumSource(ClockMode.class)
    void a_reset_mock_is_in_the_mode_that_it_was_built_with(ClockMode mode) {
        try (ElastiCacheMock built = ElastiCacheMock.builder().clockMode(mode).build()) {
            built.clockMode(mode == ClockMode.INSTANT ? ClockMode.POLLED : ClockMode.INSTANT);

            built.reset();

            assertThat(built.clockMode()).isEqualTo(mode);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 1_000_001, Double.NaN, Double.POSITIVE_INFINITY})
    void a_time_factor_out_of_range_is_refused_where_it_is_set(double factor) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ElastiCacheMock.builder().timeFactor(factor))
                .withMessageContaining("above 0")
                .withMessageContaining("is " + factor);
    }

    /** What each poll saw, until the ingress of the default group is the one that is waited for. */
    private List<String> pollUntil(String awaited) {
        List<String> seen = new ArrayList<>();
        do {
            seen.add(groups.ingressOf("default").toString());
        } while (!seen.get(seen.size() - 1).equals("[" + awaited + "]"));
        return seen;
    }

    private List<String> passThroughPagesOf20() {
        return client.describeCacheSecurityGroupsPaginator(pages -> pages.maxRecords(20)).cacheSecurityGroups().stream()
                .map(Groups::ingressOf)
                .flatMap(List::stream)
                .sorted()
                .toList();
    }
}
