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
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
    private final TreeSet<Scheduled> underWay = new TreeSet<>(Scheduled.ORDER);
    private final TreeSet<Scheduled> planned = new TreeSet<>(Scheduled.ORDER);
    private final NavigableMap<Instant, List<Runnable>> occasions = new TreeMap<>();
    private final Map<String, ArrayDeque<Scheduled>> pendingByResource = new HashMap<>();
    private final List<Span> history = new ArrayList<>();
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
        return atomically(
                () -> new Transitions(inOrder().map(Scheduled::transition).toList()));
    }

    /**
     * What has happened, the oldest transition first.
     *
     * @return the transitions that have fired until this moment
     */
    public Transitions history() {
        return atomically(() -> firedSince(0));
    }

    /**
     * What has happened and what is still to happen, drawn.
     *
     * @return a chart of this moment
     */
    public TimelineChart chart() {
        return atomically(() -> new TimelineChart(
                clock.instant(),
                Stream.concat(history.stream(), inOrder().map(each -> each.span(false)))
                        .toList()));
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
        atomically(() -> schedule(
                underWay,
                new Scheduled(
                        sequence++,
                        false,
                        clock.instant(),
                        new Transition(clock.instant().plus(delay), resource, aspect, from, to),
                        effect)));
    }

    /**
     * Plans a transition for a fixed instant: what waits for a maintenance window, or is done every day. The clock fires it
     * when it passes that instant, but {@link VirtualClock#settle()} does not wait for it.
     *
     * @param at when; not before the clock's present
     * @param resource the ARN of the resource
     * @param aspect the part of the resource that changes; empty for the resource itself
     * @param from the status before
     * @param to the status after
     * @param effect what happens at that instant; it must be short, and it runs with the time line locked
     * @throws IllegalArgumentException if the instant lies in the clock's past
     */
    public void plan(Instant at, String resource, String aspect, String from, String to, Runnable effect) {
        Objects.requireNonNull(effect, "effect");
        atomically(() -> {
            if (at.isBefore(clock.instant())) {
                throw new IllegalArgumentException(
                        "A transition cannot lie in the past, but it is planned for " + at + ".");
            }
            return schedule(
                    planned,
                    new Scheduled(
                            sequence++, true, clock.instant(), new Transition(at, resource, aspect, from, to), effect));
        });
    }

    /**
     * Runs something at a fixed instant that is no transition of a resource: it is neither pending nor part of the history, and
     * nobody can wait for it. It comes before the transitions of that instant, and may schedule some.
     *
     * @param at when; not before the clock's present
     * @param effect what happens at that instant; it must be short, and it runs with the time line locked
     * @throws IllegalArgumentException if the instant lies in the clock's past
     */
    public void at(Instant at, Runnable effect) {
        Objects.requireNonNull(effect, "effect");
        atomically(() -> {
            if (at.isBefore(clock.instant())) {
                throw new IllegalArgumentException(
                        "Nothing can happen in the past, but it is to happen at " + at + ".");
            }
            return occasions.computeIfAbsent(at, instant -> new ArrayList<>()).add(effect);
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
                ofResource.forEach(each -> setOf(each).remove(each));
            }
            return ofResource;
        });
    }

    /**
     * Takes back the pending transitions of one part of a resource.
     *
     * @param resource the ARN of the resource
     * @param aspect the part of the resource; empty for the resource itself
     */
    public void cancel(String resource, String aspect) {
        atomically(() -> {
            ArrayDeque<Scheduled> ofResource = pendingByResource.getOrDefault(resource, new ArrayDeque<>());
            List<Scheduled> ofAspect = ofResource.stream()
                    .filter(each -> each.transition().aspect().equals(aspect))
                    .toList();
            ofAspect.forEach(each -> setOf(each).remove(each));
            ofResource.removeAll(ofAspect);
            return ofResource.isEmpty() && pendingByResource.remove(resource) != null;
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
            clock.keepPace();
            return action.get();
        } finally {
            lock.unlock();
        }
    }

    /** The instant of whatever happens next: the next pending transition, or something that is none. */
    @Nullable
    Instant nextOccasion() {
        Instant transition = next();
        if (occasions.isEmpty()) {
            return transition;
        }
        Instant occasion = occasions.firstKey();
        return transition == null || !transition.isBefore(occasion) ? occasion : transition;
    }

    /** The instant of the next pending transition. */
    @Nullable
    Instant next() {
        Scheduled next = nextScheduled();
        return next == null ? null : next.at();
    }

    /** The instant of the next transition that is under way, and not planned. */
    Optional<Instant> nextUnderWay() {
        return underWay.isEmpty()
                ? Optional.empty()
                : Optional.of(underWay.first().at());
    }

    /** The instant of the last transition under way of the resources named. */
    Optional<Instant> lastUnderWay(Collection<String> resources) {
        return underWayOf(resources).map(Scheduled::at).max(Comparator.naturalOrder());
    }

    /** The instant of the next transition under way of the resources named, if a poll has shown the status before it. */
    Optional<Instant> nextPolled(Collection<String> resources) {
        return underWayOf(resources)
                .min(Scheduled.ORDER)
                .filter(Scheduled::isPolled)
                .map(Scheduled::at);
    }

    /** Notes that a poll shows the present statuses of the resources named. */
    void markPolled(Collection<String> resources) {
        underWayOf(resources).forEach(Scheduled::markPolled);
    }

    /** Whether the current thread is answering a call, moving the clock, or looking at the time line. */
    boolean isHeldHere() {
        return lock.isHeldByCurrentThread();
    }

    /** Whether what the current thread does there is part of something larger. */
    boolean isNested() {
        return lock.getHoldCount() > 1;
    }

    /** Forgets what is pending and what has happened. */
    void forget() {
        underWay.clear();
        planned.clear();
        pendingByResource.clear();
        history.clear();
        occasions.clear();
        sequence = 0;
    }

    /** How many transitions have fired: a position in the history. */
    int fired() {
        return history.size();
    }

    /** What has fired since a position in the history. */
    Transitions firedSince(int position) {
        return new Transitions(history.subList(position, history.size()).stream()
                .map(Span::transition)
                .toList());
    }

    /** Fires what happens next. The clock has already reached its instant. */
    void fireNext() {
        if (!occasions.isEmpty() && occasions.firstKey().equals(clock.instant())) {
            occasions.pollFirstEntry().getValue().forEach(Runnable::run);
            return;
        }
        Scheduled next = Objects.requireNonNull(nextScheduled(), "nothing is pending");
        setOf(next).pollFirst();
        ArrayDeque<Scheduled> ofResource =
                pendingByResource.get(next.transition().resource());
        if (ofResource != null) {
            ofResource.remove(next);
            if (ofResource.isEmpty()) {
                pendingByResource.remove(next.transition().resource());
            }
        }
        history.add(next.span(true));
        next.run();
    }

    private Stream<Scheduled> inOrder() {
        return Stream.concat(underWay.stream(), planned.stream()).sorted(Scheduled.ORDER);
    }

    private Stream<Scheduled> underWayOf(Collection<String> resources) {
        return resources.stream()
                .map(pendingByResource::get)
                .filter(Objects::nonNull)
                .flatMap(Collection::stream)
                .filter(each -> !each.isPlanned());
    }

    private @Nullable Scheduled nextScheduled() {
        if (planned.isEmpty()) {
            return underWay.isEmpty() ? null : underWay.first();
        }
        return underWay.isEmpty() || Scheduled.ORDER.compare(planned.first(), underWay.first()) < 0
                ? planned.first()
                : underWay.first();
    }

    private boolean schedule(NavigableSet<Scheduled> among, Scheduled scheduled) {
        among.add(scheduled);
        return pendingByResource
                .computeIfAbsent(scheduled.transition().resource(), arn -> new ArrayDeque<>(2))
                .add(scheduled);
    }

    private NavigableSet<Scheduled> setOf(Scheduled scheduled) {
        return scheduled.isPlanned() ? planned : underWay;
    }
}
