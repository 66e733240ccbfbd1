package io.github.mockelasticache.time;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** How long each status transition takes in virtual time. Immutable. */
public final class Delays {

    /** A kind of transition, with the duration that the service's documentation gives for it. */
    public enum Step {
        /**
         * An authorized EC2 security group's ingress takes effect. One minute: "Authorizing Network Access to an Amazon EC2
         * Security Group", user guide.
         */
        INGRESS_AUTHORIZING(Duration.ofMinutes(1)),

        /** A revoked EC2 security group's ingress ends. One minute, as for {@link #INGRESS_AUTHORIZING}. */
        INGRESS_REVOKING(Duration.ofMinutes(1));

        private final Duration documented;

        Step(Duration documented) {
            this.documented = documented;
        }

        /**
         * The duration that the documentation gives.
         *
         * @return the default of this step
         */
        public Duration documented() {
            return documented;
        }
    }

    private static final Delays DOCUMENTED = new Delays(new EnumMap<>(Step.class));

    private final Map<Step, Duration> overrides;

    private Delays(Map<Step, Duration> overrides) {
        this.overrides = overrides;
    }

    /**
     * The durations of the service's documentation.
     *
     * @return the defaults
     */
    public static Delays documented() {
        return DOCUMENTED;
    }

    /**
     * These delays with another duration for one step.
     *
     * @param step the step
     * @param duration its duration; zero or more
     * @return new delays
     * @throws IllegalArgumentException if the duration is negative
     */
    public Delays with(Step step, Duration duration) {
        Objects.requireNonNull(step, "step");
        if (duration.isNegative()) {
            throw new IllegalArgumentException(
                    "The delay of " + step + " must be zero or more, but is " + duration + ".");
        }
        Map<Step, Duration> changed = new EnumMap<>(Step.class);
        changed.putAll(overrides);
        changed.put(step, duration);
        return new Delays(changed);
    }

    /**
     * How long a step takes.
     *
     * @param step the step
     * @return its duration in virtual time
     */
    public Duration of(Step step) {
        return overrides.getOrDefault(step, step.documented());
    }

    /** The duration of every step. */
    @Override
    public String toString() {
        Map<Step, Duration> all = new EnumMap<>(Step.class);
        for (Step step : Step.values()) {
            all.put(step, of(step));
        }
        return "Delays" + all;
    }
}
