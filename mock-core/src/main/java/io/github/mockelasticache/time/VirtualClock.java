package io.github.mockelasticache.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A clock that stands still until it is moved, and that drives the mock's status transitions as it moves.
 *
 * <p>Production code that takes a {@link Clock} can share it. It never moves backwards, unless it is {@link #restart
 * restarted}. Its zone is UTC. Safe for use by several threads. It can be made to {@link #follow follow} a monotonic clock of
 * the machine; that, and nothing else here, has to do with real time.
 */
public final class VirtualClock extends Clock {

    private final Timeline timeline;
    private final Instant start;
    private volatile Instant now;
    private volatile @Nullable Pace pace;

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
        return timeline.atomically(() -> moveTo(Objects.requireNonNullElse(timeline.next(), now)));
    }

    /**
     * Moves the clock from transition to transition until a condition holds, or else to a limit. The condition is asked
     * before the clock moves at all, after the transitions of each instant, and at the limit, without anything locked.
     *
     * @param condition what is waited for
     * @param limit how far from its present the clock may be moved; zero or more
     * @return the transitions that fired
     * @throws ConditionNotMetException if the condition does not hold at the limit either; the clock then stands there
     * @throws IllegalArgumentException if the limit is negative
     */
    public Transitions advanceUntil(BooleanSupplier condition, Duration limit) {
        if (limit.isNegative()) {
            throw new IllegalArgumentException(
                    "The limit of a wait in virtual time must be zero or more, but is " + limit + ".");
        }
        Instant last = instant().plus(limit);
        int before = timeline.atomically(timeline::fired);
        while (!condition.getAsBoolean()) {
            timeline.atomically(() -> {
                if (!now.isBefore(last)) {
                    throw new ConditionNotMetException(limit, now, timeline.pending());
                }
                Instant next = Objects.requireNonNullElse(timeline.nextOccasion(), last);
                return moveTo(next.isBefore(last) ? next : last);
            });
        }
        return timeline.atomically(() -> timeline.firedSince(before));
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

    /**
     * Moves the clock for one poll of a loop that waits for the resources named: to their next transition under way, if an
     * earlier poll has shown the status before it. Otherwise nothing moves. Either way this poll is taken to show the
     * present statuses.
     *
     * @param resources the ARNs of the resources
     * @return the transitions that fired; empty, with the clock where it was, if this is the first poll to find what is under way
     */
    public Transitions poll(Collection<String> resources) {
        return timeline.atomically(() -> {
            Transitions fired = moveTo(timeline.nextPolled(resources).orElse(now));
            timeline.markPolled(resources);
            return fired;
        });
    }

    /**
     * Lets the clock follow a monotonic clock from now on, besides being moved. What has become due fires, at its own instant,
     * when the clock is read, or the time line is used, the next time. While a call is answered the clock stands still.
     *
     * @param nanoTime the monotonic clock in nanoseconds, such as {@code System::nanoTime}, or that of a test
     * @param factor how many times as fast this clock is to be; above zero
     * @throws IllegalArgumentException if the factor is not a number above zero, or is infinite
     */
    public void follow(LongSupplier nanoTime, double factor) {
        Objects.requireNonNull(nanoTime, "nanoTime");
        if (!(factor > 0) || factor == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException(
                    "A clock can be followed at a factor above zero, but it is " + factor + ".");
        }
        timeline.atomically(() -> pace = new Pace(nanoTime, factor, now));
    }

    /** Lets the clock stand still, where it is by now, until it is moved. */
    public void standStill() {
        timeline.atomically(() -> {
            pace = null;
            return this;
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
            anchorPace();
            return this;
        });
    }

    /** The clock's present in virtual time. */
    @Override
    public Instant instant() {
        return pace == null || timeline.isHeldHere() ? now : timeline.atomically(() -> now);
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
        return "VirtualClock[" + instant() + "]";
    }

    /** Catches up with the monotonic clock that this one follows, if any; what happens in one piece sees one instant. */
    void keepPace() {
        Pace followed = pace;
        if (followed == null || timeline.isNested()) {
            return;
        }
        Instant present = followed.present();
        if (present.isAfter(now)) {
            fireUntil(present);
            now = present;
        }
    }

    private Transitions moveTo(Instant target) {
        int before = timeline.fired();
        fireUntil(target);
        now = target;
        anchorPace();
        return timeline.firedSince(before);
    }

    private void anchorPace() {
        Pace followed = pace;
        if (followed != null) {
            followed.anchor(now);
        }
    }

    private void fireUntil(Instant target) {
        for (Instant next = timeline.nextOccasion();
                next != null && !next.isAfter(target);
                next = timeline.nextOccasion()) {
            now = next;
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
