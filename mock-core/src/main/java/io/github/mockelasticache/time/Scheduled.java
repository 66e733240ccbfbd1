package io.github.mockelasticache.time;

import java.time.Instant;
import java.util.Comparator;

/** A transition that is still to happen, with what it does. Each is the same as itself only. */
final class Scheduled {

    static final Comparator<Scheduled> ORDER =
            Comparator.comparing(Scheduled::at).thenComparingLong(scheduled -> scheduled.sequence);

    private final long sequence;
    private final boolean planned;
    private final Transition transition;
    private final Runnable effect;
    private boolean polled;

    Scheduled(long sequence, boolean planned, Transition transition, Runnable effect) {
        this.sequence = sequence;
        this.planned = planned;
        this.transition = transition;
        this.effect = effect;
    }

    Instant at() {
        return transition.at();
    }

    Transition transition() {
        return transition;
    }

    void run() {
        effect.run();
    }

    /** Whether it waits for a fixed instant, such as a maintenance window, and is not under way. */
    boolean isPlanned() {
        return planned;
    }

    /** Whether a poll has shown the status before it. */
    boolean isPolled() {
        return polled;
    }

    void markPolled() {
        polled = true;
    }
}
