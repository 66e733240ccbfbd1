package io.github.mockelasticache.time;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The status transitions that are still to happen and those that have happened.
 *
 * <p>Due transitions run in the order of their instants, each at exactly its own instant, and those of one instant in the
 * order in which they were scheduled. A transition may schedule more. Scheduling, firing and cancelling cost O(log n) each.
 * Safe for use by several threads: whoever reads the time line, moves the clock or answers a call does so alone.
 */
public final class Timeline {

    private final VirtualClock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final TreeSet<Scheduled> pending = new TreeSet<>(Scheduled.ORDER);
    private final Map<String, ArrayDeque<Scheduled>> pendingByResource = new HashMap<>();
    private final List<Transition> history = new ArrayList<>();
    private long sequence;

    Timeline(VirtualClock clock) {
        this.clock = clock;
    }

    /**
     * What is still to happen, the next transition first.
     *
     * @return the pending transitions at this moment
     */
    public Transitions pending() {
        return atomically(() ->
                new Transitions(pending.stream().map(Scheduled::transition).toList()));
    }

    /**
     * What has happened, the oldest transition first.
     *
     * @return the transitions that have fired until this moment
     */
    public Transitions history() {
        return atomically(() -> new Transitions(history));
    }

    /**
     * Schedules a transition.
     *
     * @param delay from now on, in virtual time; zero or more. With zero it is due at the clock's next move, however short
     * @param resource the ARN of the resource
     * @param aspect the part of the resource that changes; empty for the resource itself
     * @param from the status before
     * @param to the status after
     * @param effect what happens at that instant; it must be short, and it runs with the time line locked
     * @throws IllegalArgumentException if the delay is negative
     */
    public void after(Duration delay, String resource, String aspect, String from, String to, Runnable effect) {
        Objects.requireNonNull(effect, "effect");
        if (delay.isNegative()) {
            throw new IllegalArgumentException("A transition cannot lie in the past, but its delay is " + delay + ".");
        }
        atomically(() -> {
            Transition transition = new Transition(clock.instant().plus(delay), resource, aspect, from, to);
            Scheduled scheduled = new Scheduled(sequence++, transition, effect);
            pending.add(scheduled);
            return pendingByResource
                    .computeIfAbsent(resource, arn -> new ArrayDeque<>(2))
                    .add(scheduled);
        });
    }

    /**
     * Takes back every pending transition of a resource and of its parts, for example because the resource is deleted.
     *
     * @param resource the ARN of the resource
     */
    public void cancel(String resource) {
        atomically(() -> {
            ArrayDeque<Scheduled> ofResource = pendingByResource.remove(resource);
            if (ofResource != null) {
                ofResource.forEach(pending::remove);
            }
            return ofResource;
        });
    }

    /**
     * Runs an action while no transition fires and no other thread changes the mock.
     *
     * @param action what to run; it must be short
     * @param <T> the type of its result
     * @return the action's result
     */
    public <T> T atomically(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }

    /** The instant of the next pending transition. */
    Optional<Instant> next() {
        return pending.isEmpty()
                ? Optional.empty()
                : Optional.of(pending.first().at());
    }

    /** The instant of the last pending transition of the resources named. */
    Optional<Instant> last(Collection<String> resources) {
        return resources.stream()
                .map(pendingByResource::get)
                .filter(Objects::nonNull)
                .flatMap(Collection::stream)
                .map(Scheduled::at)
                .max(Comparator.naturalOrder());
    }

    /** How many transitions have fired: a position in the history. */
    int fired() {
        return history.size();
    }

    /** What has fired since a position in the history. */
    Transitions firedSince(int position) {
        return new Transitions(history.subList(position, history.size()));
    }

    /** Fires the next transition if it is due at the instant given. The clock has already reached the transition's instant. */
    void fireNext() {
        Scheduled next = Objects.requireNonNull(pending.pollFirst(), "nothing is pending");
        ArrayDeque<Scheduled> ofResource =
                pendingByResource.get(next.transition().resource());
        if (ofResource != null) {
            ofResource.remove(next);
            if (ofResource.isEmpty()) {
                pendingByResource.remove(next.transition().resource());
            }
        }
        history.add(next.transition());
        next.effect().run();
    }

    private record Scheduled(long sequence, Transition transition, Runnable effect) {

        static final Comparator<Scheduled> ORDER =
                Comparator.comparing(Scheduled::at).thenComparingLong(Scheduled::sequence);

        Instant at() {
            return transition.at();
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(sequence);
        }
    }
}
