package io.github.mockelasticache.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What happens at an instant of its own accord, without being a transition that anybody can see or wait for. */
class OccasionsTest {

    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");

    private final VirtualClock clock = VirtualClock.startingAt(START);
    private final Timeline timeline = clock.timeline();
    private final List<String> happened = new ArrayList<>();

    @Test
    void it_happens_at_its_instant_when_the_clock_passes() {
        timeline.at(START.plusSeconds(10), () -> happened.add("at " + clock.instant()));

        clock.advance(Duration.ofSeconds(9));
        assertThat(happened).isEmpty();
        clock.advance(Duration.ofDays(1));
        assertThat(happened).containsExactly("at 2025-01-01T00:00:10Z");
        clock.advance(Duration.ofDays(1));
        assertThat(happened).hasSize(1);
    }

    @Test
    void it_is_neither_pending_nor_in_the_history_and_nobody_waits_for_it() {
        timeline.at(START.plusSeconds(10), () -> happened.add("it"));

        assertThat(timeline.pending()).isEmpty();
        assertThat(clock.settle()).isEmpty();
        assertThat(clock.advanceToNextTransition()).isEmpty();
        assertThat(clock.instant()).isEqualTo(START);

        assertThat(clock.advance(Duration.ofSeconds(10))).isEmpty();
        assertThat(happened).containsExactly("it");
        assertThat(timeline.history()).isEmpty();
    }

    @Test
    void it_comes_before_the_transitions_of_its_instant_and_may_schedule_some() {
        timeline.after(Duration.ofSeconds(10), "arn", "", "a", "b", () -> happened.add("transition"));
        timeline.at(START.plusSeconds(10), () -> {
            happened.add("occasion");
            timeline.after(Duration.ZERO, "arn", "", "b", "c", () -> happened.add("scheduled"));
        });
        timeline.at(START.plusSeconds(10), () -> happened.add("second occasion"));

        clock.advance(Duration.ofSeconds(10));

        assertThat(happened).containsExactly("occasion", "second occasion", "transition", "scheduled");
    }

    @Test
    void a_wait_until_a_condition_holds_sees_what_it_does() {
        timeline.at(START.plusSeconds(10), () -> happened.add("it"));

        clock.advanceUntil(() -> !happened.isEmpty(), Duration.ofDays(1));

        assertThat(clock.instant()).isEqualTo(START.plusSeconds(10));
    }

    @Test
    void what_is_to_happen_now_happens_at_the_next_move_of_the_clock() {
        timeline.at(START, () -> happened.add("it"));
        assertThat(happened).isEmpty();

        clock.advance(Duration.ZERO);

        assertThat(happened).containsExactly("it");
    }

    @Test
    void a_restart_forgets_it() {
        timeline.at(START.plusSeconds(10), () -> happened.add("it"));

        clock.restart();
        clock.advance(Duration.ofDays(1));

        assertThat(happened).isEmpty();
    }

    @Test
    void nothing_happens_in_the_past() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> timeline.at(START.minusNanos(1), () -> {}))
                .withMessage("Nothing can happen in the past, but it is to happen at 2024-12-31T23:59:59.999999999Z.");
    }
}
