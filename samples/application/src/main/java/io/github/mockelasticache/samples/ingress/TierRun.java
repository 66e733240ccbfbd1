package io.github.mockelasticache.samples.ingress;

import io.github.mockelasticache.samples.operations.Elapsed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.elasticache.model.CacheSecurityGroup;

/** One tier's way through a run. */
final class TierRun {

    private final Tier tier;
    private final Instant start;
    private final List<Sighting> path = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();
    private boolean underWay = true;
    private boolean asked;
    private boolean held;
    private Outcome outcome = Outcome.UNTOUCHED;
    private Instant end;

    TierRun(Tier tier, Instant start) {
        this.tier = tier;
        this.start = start;
        this.end = start;
    }

    Tier tier() {
        return tier;
    }

    boolean isUnderWay() {
        return underWay;
    }

    /** Takes in what the service shows, and answers what to ask for now. */
    Optional<Step> next(Phase phase, CacheSecurityGroup group, Instant now) {
        Ingress ingress = Ingress.of(tier, group);
        if (path.isEmpty() || !ingress.status().equals(lastStatus())) {
            path.add(new Sighting(now, ingress.status()));
        }
        if (phase.isReachedBy(ingress)) {
            reach(phase, now);
            return Optional.empty();
        }
        return held ? Optional.empty() : phase.callFor(this, ingress);
    }

    /** This run's own request was taken, or may have been: what comes of it is the run's to take back. */
    void asked() {
        asked = true;
    }

    /** Somebody else was faster. Until the next look nothing is asked, since the last look is out of date. */
    void hold() {
        held = true;
    }

    void release() {
        held = false;
    }

    /** The ingress is as the phase wants it. */
    void reach(Phase phase, Instant now) {
        finish(outcomeOf(phase), now);
    }

    void fail(Phase phase, String reason, Instant now) {
        reasons.add(reason);
        finish(phase == Phase.ROLLING_BACK ? Outcome.LEFT_BEHIND : Outcome.FAILED, now);
    }

    void expire(Phase phase, Duration limit, Instant now) {
        reasons.add("still " + lastStatus() + " after " + new Elapsed(limit)
                + (phase == Phase.ROLLING_BACK ? " of rollback" : ""));
        finish(phase == Phase.ROLLING_BACK ? Outcome.LEFT_BEHIND : Outcome.LATE, now);
    }

    /** Starts over towards no ingress if this run asked for it; otherwise leaves the tier as it is. */
    void rollBack(Instant now) {
        if (underWay) {
            end = now;
        }
        underWay = asked;
        held = false;
    }

    TierReport report() {
        return new TierReport(tier, outcome, Duration.between(start, end), path, String.join("; ", reasons));
    }

    private void finish(Outcome outcome, Instant now) {
        this.outcome = outcome;
        underWay = false;
        end = now;
    }

    private Outcome outcomeOf(Phase phase) {
        boolean atFirstSight = path.size() == 1;
        return switch (phase) {
            case OPENING -> asked ? Outcome.OPENED : atFirstSight ? Outcome.ALREADY_OPEN : Outcome.AWAITED;
            case CLOSING -> asked ? Outcome.CLOSED : atFirstSight ? Outcome.ALREADY_CLOSED : Outcome.AWAITED;
            case ROLLING_BACK -> outcome == Outcome.FAILED ? Outcome.FAILED : Outcome.ROLLED_BACK;
        };
    }

    private String lastStatus() {
        return path.get(path.size() - 1).status();
    }
}
