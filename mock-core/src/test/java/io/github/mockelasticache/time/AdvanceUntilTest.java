package io.github.mockelasticache.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdvanceUntilTest {

    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);

    private final VirtualClock clock = VirtualClock.startingAt(START);
    private final List<String> fired = new ArrayList<>();

    @Test
    void the_clock_stops_at_the_first_instant_at_which_the_condition_holds() {
        schedule(MINUTE, "a");
        schedule(MINUTE.multipliedBy(2), "b");
        schedule(MINUTE.multipliedBy(3), "c");

        Transitions moved = clock.advanceUntil(() -> fired.contains("b"), HOUR);

        assertThat(moved).extracting(Transition::resource).containsExactly("a", "b");
        assertThat(clock.instant()).isEqualTo(START.plus(MINUTE.multipliedBy(2)));
    }

    @Test
    void a_condition_that_holds_already_moves_nothing() {
        schedule(Duration.ZERO, "a");

        assertThat(clock.advanceUntil(() -> true, HOUR)).isEmpty();
        assertThat(clock.instant()).isEqualTo(START);
    }

    @Test
    void a_condition_may_hold_at_the_limit() {
        schedule(HOUR, "a");

        assertThat(clock.advanceUntil(() -> fired.contains("a"), HOUR)).hasSize(1);
        assertThat(clock.advanceUntil(() -> clock.instant().equals(START.plus(HOUR.multipliedBy(2))), HOUR))
                .isEmpty();
    }

    @Test
    void at_the_limit_the_exception_lists_what_is_pending() {
        schedule(MINUTE, "a");
        schedule(HOUR.plusNanos(1), "b");

        assertThatExceptionOfType(ConditionNotMetException.class)
                .isThrownBy(() -> clock.advanceUntil(() -> fired.contains("b"), HOUR))
                .withMessage("The condition has not been met within PT1H: the clock stands at 2025-01-01T01:00:00Z, and"
                        + " this is still pending:%n2025-01-01T01:00:00.000000001Z  b  from -> to".formatted())
                .satisfies(failure -> assertThat(failure.pending())
                        .extracting(Transition::resource)
                        .containsExactly("b"));
        assertThat(fired).containsExactly("a");
        assertThat(clock.instant()).isEqualTo(START.plus(HOUR));
    }

    @Test
    void at_the_limit_the_exception_says_if_nothing_is_pending() {
        assertThatExceptionOfType(ConditionNotMetException.class)
                .isThrownBy(() -> clock.advanceUntil(() -> false, Duration.ZERO))
                .withMessage("The condition has not been met within PT0S: the clock stands at 2025-01-01T00:00:00Z, and"
                        + " nothing is pending.");
    }

    @Test
    void a_condition_that_fails_itself_is_heard() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> clock.advanceUntil(
                        () -> {
                            throw new IllegalStateException("no");
                        },
                        HOUR))
                .withMessage("no");
    }

    @Test
    void a_negative_limit_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> clock.advanceUntil(() -> true, MINUTE.negated()))
                .withMessage("The limit of a wait in virtual time must be zero or more, but is PT-1M.");
    }

    private void schedule(Duration delay, String resource) {
        clock.timeline().after(delay, resource, "", "from", "to", () -> fired.add(resource));
    }
}
