package io.github.mockelasticache.samples.ingress;

import java.time.Duration;
import java.util.Optional;

/** The next thing that a run asks its gate to do. */
sealed interface Step {

    /** Let time pass. */
    record Wait(Duration duration) implements Step {}

    /** Ask the service something; it answers the cache security group, or refuses. */
    sealed interface Call extends Step {

        <R> R through(IngressCalls<R> calls);

        /** Whose ingress the call is to change; empty where it changes nothing. */
        Optional<TierRun> tier();
    }

    /** Look at the group. */
    record Describe() implements Call {

        @Override
        public <R> R through(IngressCalls<R> calls) {
            return calls.describe();
        }

        @Override
        public Optional<TierRun> tier() {
            return Optional.empty();
        }
    }

    /** Ask for a tier's ingress. */
    record Authorize(TierRun run) implements Call {

        @Override
        public <R> R through(IngressCalls<R> calls) {
            return calls.authorize(run.tier());
        }

        @Override
        public Optional<TierRun> tier() {
            return Optional.of(run);
        }
    }

    /** Ask for the end of a tier's ingress. */
    record Revoke(TierRun run) implements Call {

        @Override
        public <R> R through(IngressCalls<R> calls) {
            return calls.revoke(run.tier());
        }

        @Override
        public Optional<TierRun> tier() {
            return Optional.of(run);
        }
    }
}
