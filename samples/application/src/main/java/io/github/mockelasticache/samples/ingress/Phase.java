package io.github.mockelasticache.samples.ingress;

import java.util.Optional;

/** What a run is about at the moment. */
enum Phase {
    OPENING,
    CLOSING,
    ROLLING_BACK;

    boolean isReachedBy(Ingress ingress) {
        return this == OPENING ? ingress.isAuthorized() : ingress.isAbsent();
    }

    /**
     * What to ask for a tier whose ingress is not yet as the phase wants it. The service takes a change only for an ingress
     * that is settled; while another change is under way there is nothing to do but wait.
     */
    Optional<Step> callFor(TierRun run, Ingress ingress) {
        if (this == OPENING) {
            return ingress.isAbsent() ? Optional.of(new Step.Authorize(run)) : Optional.empty();
        }
        return ingress.isAuthorized() ? Optional.of(new Step.Revoke(run)) : Optional.empty();
    }
}
