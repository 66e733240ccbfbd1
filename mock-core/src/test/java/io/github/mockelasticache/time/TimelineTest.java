package io.github.mockelasticache.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TimelineTest {

    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
    private static final String GROUP = "arn:aws:elasticache:us-east-1:123456789012:securitygroup:mygroup";

    private final VirtualClock clock = VirtualClock.startingAt(START);
    private final Timeline timeline = clock.timeline();

    @Test
    void pending_lists_what_is_still_to_happen_and_history_what_has_happened() {
        timeline.after(Duration.ofMinutes(2), GROUP, "ingress b/2", "authorizing", "authorized", () -> {});
        timeline.after(Duration.ofMinutes(1), GROUP, "ingress a/1", "authorizing", "authorized", () -> {});
        clock.advance(Duration.ofMinutes(1));

        assertThat(timeline.history())
                .containsExactly(
                        new Transition(START.plusSeconds(60), GROUP, "ingress a/1", "authorizing", "authorized"));
        assertThat(timeline.pending())
                .containsExactly(
                        new Transition(START.plusSeconds(120), GROUP, "ingress b/2", "authorizing", "authorized"));
    }

    @Test
    void what_is_planned_fires_when_the_clock_passes_it_and_is_not_waited_for() {
        List<String> fired = new ArrayList<>();
        timeline.plan(START.plusSeconds(60), GROUP, "window", "available", "modifying", () -> fired.add("planned"));
        timeline.plan(START.plusSeconds(3600), GROUP, "window", "available", "modifying", () -> fired.add("later"));
        timeline.after(Duration.ofMinutes(2), GROUP, "", "creating", "available", () -> fired.add("under way"));

        assertThat(timeline.pending()).extracting(Transition::at).isSorted().hasSize(3);
        assertThat(clock.settle()).hasSize(2);
        assertThat(clock.settle(List.of(GROUP))).isEmpty();
        assertThat(fired).containsExactly("planned", "under way");
        assertThat(clock.instant()).isEqualTo(START.plusSeconds(120));

        assertThat(clock.advanceToNextTransition()).hasSize(1);
        assertThat(fired).containsExactly("planned", "under way", "later");
    }

    @Test
    void of_the_same_instant_the_one_scheduled_first_fires_first_planned_or_not() {
        List<String> fired = new ArrayList<>();
        timeline.plan(START.plusSeconds(60), GROUP, "a", "x", "y", () -> fired.add("planned first"));
        timeline.after(Duration.ofMinutes(1), GROUP, "b", "x", "y", () -> fired.add("under way"));
        timeline.plan(START.plusSeconds(60), GROUP, "c", "x", "y", () -> fired.add("planned last"));

        clock.advance(Duration.ofMinutes(1));

        assertThat(fired).containsExactly("planned first", "under way", "planned last");
    }

    @Test
    void nothing_can_be_planned_for_the_past() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> timeline.plan(START.minusSeconds(1), GROUP, "", "x", "y", () -> {}))
                .withMessage("A transition cannot lie in the past, but it is planned for 2024-12-31T23:59:59Z.");
    }

    @Test
    void the_transitions_of_one_part_of_a_resource_can_be_taken_back() {
        timeline.plan(START.plusSeconds(60), GROUP, "window", "available", "modifying", () -> {});
        timeline.after(Duration.ofMinutes(1), GROUP, "window", "x", "y", () -> {});
        timeline.after(Duration.ofMinutes(2), GROUP, "", "creating", "available", () -> {});

        timeline.cancel(GROUP, "window");
        timeline.cancel("arn:other", "window");

        assertThat(timeline.pending()).extracting(Transition::aspect).containsExactly("");
        timeline.cancel(GROUP, "");
        assertThat(timeline.pending()).isEmpty();
    }

    @Test
    void both_print_as_a_table() {
        timeline.after(Duration.ofMinutes(1), GROUP, "ingress default/1", "authorizing", "authorized", () -> {});
        timeline.after(Duration.ofMinutes(2), "arn:short", "", "creating", "available", () -> {});

        assertThat(timeline.pending().toString().lines())
                .containsExactly(
                        "2025-01-01T00:01:00Z  " + GROUP + "  ingress default/1  authorizing -> authorized",
                        "2025-01-01T00:02:00Z  arn:short" + " ".repeat(GROUP.length() - 9)
                                + "                     creating -> available");
        assertThat(timeline.history()).hasToString("(none)");
    }

    @Test
    void a_single_transition_prints_as_a_line() {
        assertThat(new Transition(START, GROUP, "", "creating", "available"))
                .hasToString("2025-01-01T00:00:00Z  " + GROUP + "  creating -> available");
        assertThat(new Transition(START, GROUP, "ingress a/1", "revoking", "revoked"))
                .hasToString("2025-01-01T00:00:00Z  " + GROUP + "  ingress a/1  revoking -> revoked");
    }

    @Test
    void what_is_cancelled_never_fires_and_leaves_no_trace() {
        List<String> fired = new ArrayList<>();
        timeline.after(Duration.ofMinutes(1), GROUP, "a", "x", "y", () -> fired.add("a"));
        timeline.after(Duration.ofMinutes(2), GROUP, "b", "x", "y", () -> fired.add("b"));
        timeline.after(Duration.ofMinutes(3), "other", "", "x", "y", () -> fired.add("other"));

        timeline.cancel(GROUP);
        clock.settle();

        assertThat(fired).containsExactly("other");
        assertThat(timeline.history()).extracting(Transition::resource).containsExactly("other");
    }

    @Test
    void cancelling_what_has_nothing_pending_changes_nothing() {
        timeline.after(Duration.ofMinutes(1), GROUP, "", "x", "y", () -> {});

        timeline.cancel("unknown");

        assertThat(timeline.pending()).hasSize(1);
    }

    @Test
    void a_transition_cannot_lie_in_the_past() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> timeline.after(Duration.ofSeconds(-1), GROUP, "", "x", "y", () -> {}))
                .withMessage("A transition cannot lie in the past, but its delay is PT-1S.");
    }

    @Test
    void a_list_of_transitions_does_not_change_when_the_clock_moves() {
        timeline.after(Duration.ofMinutes(1), GROUP, "", "x", "y", () -> {});
        Transitions before = timeline.pending();

        clock.settle();

        assertThat(before).hasSize(1);
    }

    @Property(seed = "42")
    void whatever_is_scheduled_fires_once_in_order_however_the_clock_is_moved(
            @ForAll @Size(max = 60) List<@IntRange(max = 20) Integer> delays,
            @ForAll @Size(max = 30) List<@IntRange(max = 5) Integer> moves) {
        VirtualClock moved = VirtualClock.startingAt(START);
        TreeMap<Integer, List<Integer>> expected = new TreeMap<>();
        for (int index = 0; index < delays.size(); index++) {
            moved.timeline().after(Duration.ofSeconds(delays.get(index)), "r" + index, "", "x", "y", () -> {});
            expected.computeIfAbsent(delays.get(index), delay -> new ArrayList<>())
                    .add(index);
        }

        moves.forEach(seconds -> moved.advance(Duration.ofSeconds(seconds)));
        moved.settle();

        assertThat(moved.timeline().history())
                .extracting(Transition::resource)
                .containsExactlyElementsOf(expected.values().stream()
                        .flatMap(List::stream)
                        .map(index -> "r" + index)
                        .toList());
        assertThat(moved.timeline().history()).extracting(Transition::at).isSorted();
    }
}
