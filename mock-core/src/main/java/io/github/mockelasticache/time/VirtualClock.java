package io.github.mockelasticache.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;

/**
 * A clock that stands still until it is moved, and that drives the mock's status transitions as it moves.
 *
 * <p>Production code that takes a {@link Clock} can share it. It never moves backwards, unless it is {@link #restart
 * restarted}. Its zone is UTC. Safe for use by several threads.
 */
public final class VirtualClock extends Clock {

    private final Timeline timeline;
    private final Instant start;
    private volatile Instant now;

    private VirtualClock(Instant start) {
        this.start = Objects.requireNonNull(start, "start");
        this.now = start;
        this.timeline = new Timeline(this);
    }

    /**
     * A clock of its own, with an empty time line. A mock brings its clock along: see {@code ElastiCacheMock.clock()}.
     *
     * @param start the instant that the clock shows first
     * @return the clock
     */
    public static VirtualClock startingAt(Instant start) {
        return new VirtualClock(start);
    }

    /**
     * The transitions that this clock drives.
     *
     * @return the time line
     */
    public Timeline timeline() {
        return timeline;
    }

    /**
     * Moves the clock forward, firing every transition that becomes due on the way, each at its own instant.
     *
     * @param duration by how much; zero or more. Zero fires what is due already
     * @return the transitions that fired
     * @throws IllegalArgumentException if the duration is negative
     */
    public Transitions advance(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException(
                    "Virtual time never moves backwards, but it was asked to advance by " + duration + ".");
        }
        return timeline.atomically(() -> moveTo(now.plus(duration)));
    }

    /**
     * Moves the clock forward to an instant, firing every transition that becomes due on the way, each at its own instant.
     *
     * @param instant where to; not before the clock's present
     * @return the transitions that fired
     * @throws IllegalArgumentException if the instant lies in the clock's past
     */
    public Transitions advanceTo(Instant instant) {
        return timeline.atomically(() -> {
            if (instant.isBefore(now)) {
                throw new IllegalArgumentException("Virtual time never moves backwards, but it was asked to go from "
                        + now + " to " + instant + ".");
            }
            return moveTo(instant);
        });
    }

    /**
     * Moves the clock to the next pending transition and fires it, with all others of the same instant.
     *
     * @return the transitions that fired; empty, with the clock where it was, if nothing is pending
     */
    public Transitions advanceToNextTransition() {
        return timeline.atomically(() -> moveTo(timeline.next().orElse(now)));
    }

    /**
     * Moves the clock until nothing is under way any more. What is only planned, for a maintenance window for example, fires
     * if the clock passes it, but is not waited for.
     *
     * @return the transitions that fired; empty, with the clock where it was, if nothing was under way
     */
    public Transitions settle() {
        return timeline.atomically(() -> {
            int before = timeline.fired();
            for (Optional<Instant> next = timeline.nextUnderWay(); next.isPresent(); next = timeline.nextUnderWay()) {
                moveTo(next.get());
            }
            return timeline.firedSince(before);
        });
    }

    /**
     * Moves the clock until nothing is under way any more for the resources named. Transitions of other resources, and those
     * that are only planned, fire as the clock passes them.
     *
     * @param resources the ARNs of the resources
     * @return the transitions that fired; empty, with the clock where it was, if nothing was under way for them
     */
    public Transitions settle(Collection<String> resources) {
        return timeline.atomically(() -> {
            int before = timeline.fired();
            for (Optional<Instant> last = timeline.lastUnderWay(resources);
                    last.isPresent();
                    last = timeline.lastUnderWay(resources)) {
                moveTo(last.get());
            }
            return timeline.firedSince(before);
        });
    }

    /** Fires what is due at the clock's present, without moving it: a transition without delay, for example. */
    public void fireDue() {
        timeline.atomically(() -> {
            fireUntil(now);
            return this;
        });
    }

    /**
     * Takes the clock back to its first instant, with nothing pending and an empty history: the one way in which it moves
     * backwards. The clock of a mock is restarted by {@code ElastiCacheMock.reset()}, together with the resources whose
     * transitions it drives.
     */
    public void restart() {
        timeline.atomically(() -> {
            timeline.forget();
            now = start;
            return this;
        });
    }

    /** The clock's present in virtual time. */
    @Override
    public Instant instant() {
        return now;
    }

    /** UTC. */
    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** A view of this clock in another zone: it shows the same instant, always. */
    @Override
    public Clock withZone(ZoneId zone) {
        return new InZone(this, Objects.requireNonNull(zone, "zone"));
    }

    /** The clock's present. */
    @Override
    public String toString() {
        return "VirtualClock[" + now + "]";
    }

    private Transitions moveTo(Instant target) {
        int before = timeline.fired();
        fireUntil(target);
        now = target;
        return timeline.firedSince(before);
    }

    private void fireUntil(Instant target) {
        for (Optional<Instant> next = timeline.next();
                next.isPresent() && !next.get().isAfter(target);
                next = timeline.next()) {
            now = next.get();
            timeline.fireNext();
        }
    }

    private static final class InZone extends Clock {

        private final VirtualClock clock;
        private final ZoneId zone;

        InZone(VirtualClock clock, ZoneId zone) {
            this.clock = clock;
            this.zone = zone;
        }

        @Override
        public Instant instant() {
            return clock.instant();
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return clock.withZone(other);
        }

        @Override
        public String toString() {
            return clock + " in " + zone;
        }
    }
}
