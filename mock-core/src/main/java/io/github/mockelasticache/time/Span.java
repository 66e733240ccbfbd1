package io.github.mockelasticache.time;

import java.time.Instant;

/**
 * A transition, and the time until it.
 *
 * @param since when it was scheduled
 * @param transition what ends the time
 * @param state whether it has happened
 */
record Span(Instant since, Transition transition, State state) {

    enum State {
        HAPPENED,
        UNDER_WAY,
        PLANNED
    }

    Instant at() {
        return transition.at();
    }

    /** What the resource, or the part of it that changes, is until then. */
    String before() {
        return ofPart(transition.from());
    }

    /** What it is from then on. */
    String after() {
        return ofPart(transition.to());
    }

    private String ofPart(String status) {
        return transition.aspect().isEmpty() ? status : transition.aspect() + " " + status;
    }
}
