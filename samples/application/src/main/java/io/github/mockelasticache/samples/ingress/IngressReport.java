package io.github.mockelasticache.samples.ingress;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a gate did for a deployment. Prints as a table that a person can read.
 *
 * @param deployment the deployment
 * @param goal what the gate was asked to bring about
 * @param start when it was asked, by the gate's clock
 * @param end when the last tier was settled, or given up
 * @param turnedBack when it gave up opening and began to take back what it had opened; empty if it did not
 * @param tiers one entry a tier, in the deployment's order
 */
public record IngressReport(
        Deployment deployment,
        Goal goal,
        Instant start,
        Instant end,
        Optional<Instant> turnedBack,
        List<TierReport> tiers) {

    /**
     * What a gate did for a deployment.
     *
     * @param deployment the deployment
     * @param goal what the gate was asked to bring about
     * @param start when it was asked, by the gate's clock
     * @param end when the last tier was settled, or given up
     * @param turnedBack when it gave up opening and began to take back what it had opened; empty if it did not
     * @param tiers one entry a tier, in the deployment's order
     */
    public IngressReport {
        tiers = List.copyOf(tiers);
    }

    /**
     * Whether every tier is as the gate was asked to make it.
     *
     * @return false if one tier is not: its entry holds the reason
     */
    public boolean isSuccess() {
        return tiers.stream().allMatch(tier -> tier.outcome().isSuccess());
    }

    /**
     * How long the run lasted, rollback included.
     *
     * @return zero or more
     */
    public Duration took() {
        return Duration.between(start, end);
    }

    /**
     * The entry of one tier.
     *
     * @param tier a tier of the deployment
     * @return its entry
     * @throws IllegalArgumentException if the deployment has no such tier
     */
    public TierReport of(Tier tier) {
        return tiers.stream()
                .filter(entry -> entry.tier().equals(tier))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        deployment.name() + " has no tier " + tier + ", but: " + deployment.tiers() + "."));
    }

    /**
     * The tiers with an outcome, for example those that an operator has to look after.
     *
     * @param outcome the outcome
     * @return the tiers, in the deployment's order; empty if there is none
     */
    public List<Tier> tiersThatAre(Outcome outcome) {
        return tiers.stream()
                .filter(entry -> entry.outcome() == outcome)
                .map(TierReport::tier)
                .toList();
    }

    /** A headline, and a line for each tier. */
    @Override
    public String toString() {
        return new ReportTable(this).toString();
    }
}
