package io.github.mockelasticache.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A virtual clock that follows a monotonic clock, which here moves as the test says. */
class FollowedClockTest {

    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final VirtualClock clock = VirtualClock.startingAt(START);
    private final AtomicLong nanoTime = new AtomicLong(Long.MAX_VALUE - 10);
    private final List<Instant> fired = new ArrayList<>();

    @Test
    void it_is_as_many_times_as_fast_as_the_factor_says() {
        clock.follow(nanoTime::get, 60);

        pass(Duration.ofSeconds(1));
        assertThat(clock.instant()).isEqualTo(START.plusSeconds(60));
        pass(Duration.ofMillis(500));
        assertThat(clock.instant()).isEqualTo(START.plusSeconds(90));
    }

    @Test
    void it_can_be_slower_than_real_time_and_loses_nothing_however_often_it_is_read() {
        clock.follow(nanoTime::get, 0.25);

        for (int read = 0; read < 1000; read++) {
            pass(Duration.ofNanos(1));
            clock.instant();
        }

        assertThat(clock.instant()).isEqualTo(START.plusNanos(250));
    }

    @Test
    void what_has_become_due_fires_at_its_own_instant_when_the_clock_is_read() {
        schedule(MINUTE);
        clock.follow(nanoTime::get, 1);

        pass(MINUTE.minusNanos(1));
        clock.instant();
        assertThat(fired).isEmpty();
        pass(MINUTE);
        clock.instant();

        assertThat(fired).containsExactly(START.plus(MINUTE));
    }

    @Test
    void what_has_become_due_fires_before_the_time_line_is_looked_at() {
        schedule(MINUTE);
        clock.follow(nanoTime::get, 1);

        pass(MINUTE);

        assertThat(clock.timeline().pending()).isEmpty();
        assertThat(clock.timeline().history()).hasSize(1);
    }

    @Test
    void it_stands_still_while_something_happens_in_one_piece() {
        clock.follow(nanoTime::get, 1);
        schedule(MINUTE);

        clock.timeline().atomically(() -> {
            pass(MINUTE);
            assertThat(clock.instant()).isEqualTo(START);
            assertThat(clock.timeline().pending()).hasSize(1);
            return clock;
        });

        assertThat(clock.instant()).isEqualTo(START.plus(MINUTE));
    }

    @Test
    void it_can_be_moved_besides_and_goes_on_from_there() {
        schedule(MINUTE);
        clock.follow(nanoTime::get, 1);
        pass(Duration.ofSeconds(10));

        clock.settle();
        assertThat(clock.instant()).isEqualTo(START.plus(MINUTE));
        pass(Duration.ofSeconds(5));
        clock.advance(MINUTE);
        pass(Duration.ofSeconds(5));

        assertThat(clock.instant()).isEqualTo(START.plus(MINUTE.multipliedBy(2)).plusSeconds(10));
    }

    @Test
    void it_never_moves_backwards_even_if_what_it_follows_does() {
        clock.follow(nanoTime::get, 1);
        pass(MINUTE);
        assertThat(clock.instant()).isEqualTo(START.plus(MINUTE));

        pass(MINUTE.negated());

        assertThat(clock.instant()).isEqualTo(START.plus(MINUTE));
    }

    @Test
    void it_stays_where_it_is_once_it_stands_still_again() {
        clock.follow(nanoTime::get, 1);
        pass(MINUTE);

        clock.standStill();
        pass(MINUTE);

        assertThat(clock.instant()).isEqualTo(START.plus(MINUTE));
        assertThat(clock).hasToString("VirtualClock[2025-01-01T00:01:00Z]");
    }

    @Test
    void restarted_it_goes_on_from_its_first_instant() {
        clock.follow(nanoTime::get, 1);
        pass(MINUTE);

        clock.restart();
        pass(Duration.ofSeconds(1));

        assertThat(clock.instant()).isEqualTo(START.plusSeconds(1));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void a_factor_at_which_time_would_not_go_forward_is_refused(double factor) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> clock.follow(nanoTime::get, factor))
                .withMessage("A clock can be followed at a factor above zero, but it is " + factor + ".");
    }

    private void pass(Duration real) {
        nanoTime.addAndGet(real.toNanos());
    }

    private void schedule(Duration delay) {
        clock.timeline().after(delay, "a", "", "creating", "available", () -> fired.add(clock.instant()));
    }
}
