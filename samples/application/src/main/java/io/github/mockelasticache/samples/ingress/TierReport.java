package io.github.mockelasticache.samples.ingress;

import java.time.Duration;
import java.util.List;

/**
 * What a run did for one tier.
 *
 * @param tier the tier
 * @param outcome what became of it
 * @param took the time from the start of the run until the outcome was certain
 * @param path the statuses in which the run saw the ingress, the oldest first
 * @param reason why the outcome is no success; empty where there is nothing to explain
 */
public record TierReport(Tier tier, Outcome outcome, Duration took, List<Sighting> path, String reason) {

    /**
     * What a run did for one tier.
     *
     * @param tier the tier
     * @param outcome what became of it
     * @param took the time from the start of the run until the outcome was certain
     * @param path the statuses in which the run saw the ingress, the oldest first
     * @param reason why the outcome is no success; empty where there is nothing to explain
     */
    public TierReport {
        path = List.copyOf(path);
    }
}
