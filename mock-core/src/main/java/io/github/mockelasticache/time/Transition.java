package io.github.mockelasticache.time;

import java.time.Instant;

/**
 * One status transition of one resource: still to happen, or past.
 *
 * @param at the virtual instant at which the status changes
 * @param resource the ARN of the resource
 * @param aspect the part of the resource that changes, for example {@code ingress default/123456781234}; empty where it is
 *     the resource itself
 * @param from the status before
 * @param to the status after
 */
public record Transition(Instant at, String resource, String aspect, String from, String to) {

    /** The transition as one line: instant, resource, aspect, and the statuses with an arrow between them. */
    @Override
    public String toString() {
        return at + "  " + resource + (aspect.isEmpty() ? "" : "  " + aspect) + "  " + from + " -> " + to;
    }
}
