package io.github.mockelasticache.fault;

import java.time.Duration;

/**
 * An answer that takes its time: see {@link Fault#latency}.
 *
 * @param duration how long, in virtual time; above zero
 */
public record Latency(Duration duration) implements Fault {

    /**
     * Checks the duration.
     *
     * @param duration how long, in virtual time; above zero
     * @throws IllegalArgumentException if it is not above zero
     */
    public Latency {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException(
                    "The latency of an answer must be above zero, for example PT5S, but is " + duration + ".");
        }
    }

    /** For example {@code latency of PT5S}. */
    @Override
    public String toString() {
        return "latency of " + duration;
    }
}
