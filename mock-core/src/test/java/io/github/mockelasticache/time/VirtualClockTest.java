package io.github.mockelasticache.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VirtualClockTest {

    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final VirtualClock clock = VirtualClock.startingAt(START);
    private final List<String> fired = new ArrayList<>();

    @Test
    void it_stands_still_until_it_is_moved() {
        assertThat(clock.instant()).isEqualTo(START);
        assertThat(clock.millis()).isEqualTo(START.toEpochMilli());
        assertThat(clock.instant()).isEqualTo(START);
    }

    @Test
    void advancing_moves_it_by_the_duration() {
        clock.advance(Duration.ofSeconds(90));

        assertThat(clock.instant()).isEqualTo(START.plusSeconds(90));
    }

    @Test
    void advancing_to_an_instant_moves_it_there() {
        clock.advanceTo(START.plusSeconds(90));

        assertThat(clock.instant()).isEqualTo(START.plusSeconds(90));
    }

    @Test
    void it_never_moves_backwards() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> clock.advance(Duration.ofNanos(-1)))
                .withMessage("Virtual time never moves backwards, but it was asked to advance by PT-0.000000001S.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> clock.advanceTo(START.minusSeconds(1)))
                .withMessage("Virtual time never moves backwards, but it was asked to go from 2025-01-01T00:00:00Z to"
                        + " 2024-12-31T23:59:59Z.");
        assertThat(clock.instant()).isEqualTo(START);
    }

    @Test
    void a_transition_fires_at_exactly_its_own_instant() {
        List<Instant> seen = new ArrayList<>();
        schedule(MINUTE, "a", () -> seen.add(clock.instant()));

        clock.advance(MINUTE.minusNanos(1));
        assertThat(seen).isEmpty();
        clock.advance(Duration.ofHours(1));

        assertThat(seen).containsExactly(START.plus(MINUTE));
        assertThat(clock.instant()).isEqualTo(START.plus(MINUTE).minusNanos(1).plus(Duration.ofHours(1)));
    }

    @Test
    void transitions_fire_by_instant_and_then_in_the_order_in_which_they_were_scheduled() {
        schedule(MINUTE.multipliedBy(2), "late");
        schedule(MINUTE, "first");
        schedule(MINUTE, "second");

        Transitions moved = clock.advance(MINUTE.multipliedBy(2));

        assertThat(fired).containsExactly("first", "second", "late");
        assertThat(moved).extracting(Transition::resource).containsExactly("first", "second", "late");
    }

    @Test
    void a_transition_may_schedule_another_that_is_due_within_the_same_move() {
        schedule(MINUTE, "creating", () -> schedule(MINUTE, "available"));

        clock.advance(MINUTE.multipliedBy(2));

        assertThat(fired).containsExactly("creating", "available");
    }

    @Test
    void a_transition_without_delay_fires_when_the_clock_is_moved_by_nothing() {
        schedule(Duration.ZERO, "a");
        assertThat(fired).isEmpty();

        clock.advance(Duration.ZERO);

        assertThat(fired).containsExactly("a");
    }

    @Test
    void what_is_due_already_can_be_fired_without_moving_the_clock() {
        schedule(Duration.ZERO, "due");
        schedule(MINUTE, "later");

        clock.fireDue();

        assertThat(fired).containsExactly("due");
        assertThat(clock.instant()).isEqualTo(START);
    }

    @Test
    void advancing_to_the_next_transition_fires_all_of_its_instant_and_no_more() {
        schedule(MINUTE, "a");
        schedule(MINUTE, "b");
        schedule(MINUTE.multipliedBy(2), "c");

        assertThat(clock.advanceToNextTransition())
                .extracting(Transition::resource)
                .containsExactly("a", "b");
        assertThat(clock.instant()).isEqualTo(START.plus(MINUTE));
    }

    @Test
    void advancing_to_the_next_transition_of_none_changes_nothing() {
        assertThat(clock.advanceToNextTransition()).isEmpty();
        assertThat(clock.instant()).isEqualTo(START);
    }

    @Test
    void settling_fires_everything_and_what_it_schedules() {
        schedule(MINUTE, "a", () -> schedule(MINUTE, "b"));
        schedule(Duration.ofDays(1), "c");

        Transitions moved = clock.settle();

        assertThat(moved).extracting(Transition::resource).containsExactly("a", "b", "c");
        assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofDays(1)));
        assertThat(clock.timeline().pending()).isEmpty();
    }

    @Test
    void settling_some_resources_moves_the_clock_just_as_far_as_they_need() {
        schedule(MINUTE, "other");
        schedule(MINUTE.multipliedBy(2), "polled", () -> schedule(MINUTE, "polled"));
        schedule(Duration.ofDays(1), "other");

        clock.settle(List.of("polled"));

        assertThat(fired).containsExactly("other", "polled", "polled");
        assertThat(clock.instant()).isEqualTo(START.plus(MINUTE.multipliedBy(3)));
        assertThat(clock.timeline().pending()).hasSize(1);
    }

    @Test
    void its_zone_is_utc_and_a_view_in_another_zone_shows_the_same_instant() {
        Clock inTokyo = clock.withZone(ZoneId.of("Asia/Tokyo"));

        clock.advance(MINUTE);

        assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);
        assertThat(inTokyo.getZone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
        assertThat(inTokyo.instant()).isEqualTo(START.plus(MINUTE));
        assertThat(inTokyo.withZone(ZoneOffset.UTC).instant()).isEqualTo(START.plus(MINUTE));
    }

    private void schedule(Duration delay, String resource) {
        schedule(delay, resource, () -> {});
    }

    private void schedule(Duration delay, String resource, Runnable effect) {
        clock.timeline().after(delay, resource, "", "before", "after", () -> {
            fired.add(resource);
            effect.run();
        });
    }
}
