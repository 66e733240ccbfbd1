package io.github.mockelasticache.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A clock that is moved by polls: each shows one status of what it polls, and the next poll the status after it. */
class PolledClockTest {

    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final VirtualClock clock = VirtualClock.startingAt(START);
    private final List<String> fired = new ArrayList<>();

    @Test
    void the_first_poll_shows_what_is_under_way_and_the_second_what_comes_next() {
        schedule(MINUTE, "a");

        clock.poll(List.of("a"));
        assertThat(fired).isEmpty();
        assertThat(clock.instant()).isEqualTo(START);

        assertThat(clock.poll(List.of("a"))).hasSize(1);
        assertThat(clock.instant()).isEqualTo(START.plus(MINUTE));
    }

    @Test
    void what_a_transition_starts_is_shown_by_the_poll_that_fires_it() {
        schedule(MINUTE, "a", () -> schedule(MINUTE, "a", () -> schedule(MINUTE, "a")));

        for (int transitions = 0; transitions < 4; transitions++) {
            assertThat(fired).hasSize(Math.max(0, transitions - 1));
            clock.poll(List.of("a"));
        }

        assertThat(fired).containsExactly("a", "a", "a");
    }

    @Test
    void a_poll_of_several_resources_moves_to_the_first_of_their_transitions_alone() {
        schedule(MINUTE.multipliedBy(2), "late");
        schedule(MINUTE, "early");

        clock.poll(List.of("late", "early"));
        clock.poll(List.of("late", "early"));
        assertThat(fired).containsExactly("early");
        clock.poll(List.of("late", "early"));
        assertThat(fired).containsExactly("early", "late");
    }

    @Test
    void what_is_started_between_two_polls_is_shown_before_it_ends() {
        schedule(MINUTE.multipliedBy(2), "a");
        clock.poll(List.of("a"));
        schedule(MINUTE, "a");

        clock.poll(List.of("a"));
        assertThat(fired).isEmpty();
        clock.poll(List.of("a"));
        assertThat(fired).hasSize(1);
        assertThat(clock.instant()).isEqualTo(START.plus(MINUTE));
    }

    @Test
    void polls_of_one_resource_do_not_count_for_another() {
        schedule(MINUTE, "a");
        clock.poll(List.of("b"));
        clock.poll(List.of("b"));

        clock.poll(List.of("a"));

        assertThat(fired).isEmpty();
    }

    @Test
    void what_is_only_planned_is_not_waited_for() {
        clock.timeline().plan(START.plus(MINUTE), "a", "", "available", "modifying", () -> fired.add("a"));

        clock.poll(List.of("a"));
        clock.poll(List.of("a"));

        assertThat(fired).isEmpty();
        assertThat(clock.instant()).isEqualTo(START);
    }

    private void schedule(Duration delay, String resource) {
        schedule(delay, resource, () -> {});
    }

    private void schedule(Duration delay, String resource, Runnable then) {
        clock.timeline().after(delay, resource, "", "from", "to", () -> {
            fired.add(resource);
            then.run();
        });
    }
}
