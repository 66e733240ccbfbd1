package io.github.mockelasticache.time;

import java.time.Instant;
import java.util.Comparator;

/** A transition that is still to happen, with what it does. Each is the same as itself only. */
final class Scheduled {

    static final Comparator<Scheduled> ORDER =
            Comparator.comparing(Scheduled::at).thenComparingLong(scheduled -> scheduled.sequence);

    private final long sequence;
    private final boolean planned;
    private final Instant since;
    private final Transition transition;
    private final Runnable effect;
    private boolean polled;

    Scheduled(long sequence, boolean planned, Instant since, Transition transition, Runnable effect) {
        this.sequence = sequence;
        this.planned = planned;
        this.since = since;
        this.transition = transition;
        this.effect = effect;
    }

    Instant at() {
        return transition.at();
    }

    Transition transition() {
        return transition;
    }

    /** The time until it, as it is to be or as it was. */
    Span span(boolean happened) {
        Span.State pending = planned ? Span.State.PLANNED : Span.State.UNDER_WAY;
        return new Span(since, transition, happened ? Span.State.HAPPENED : pending);
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
