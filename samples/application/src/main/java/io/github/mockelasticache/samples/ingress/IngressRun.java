package io.github.mockelasticache.samples.ingress;

import io.github.mockelasticache.samples.operations.Patience;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.elasticache.model.CacheSecurityGroup;

/**
 * One request to a gate, from the first look to the report: decides each next step from what the service showed last, and
 * performs none. So the gates of both clients behave alike.
 *
 * <p>Used by one thread at a time.
 */
final class IngressRun {

    private final Deployment deployment;
    private final Goal goal;
    private final Patience patience;
    private final Clock clock;
    private final Instant start;
    private final List<TierRun> tiers;
    private Phase phase;
    private Duration limit;
    private Instant deadline;
    private @Nullable CacheSecurityGroup group;
    private @Nullable Instant turnedBack;

    IngressRun(Deployment deployment, Goal goal, Patience patience, Clock clock) {
        this.deployment = deployment;
        this.goal = goal;
        this.patience = patience;
        this.clock = clock;
        this.start = clock.instant();
        this.tiers = deployment.tiers().stream()
                .map(tier -> new TierRun(tier, start))
                .toList();
        this.phase = goal == Goal.OPEN ? Phase.OPENING : Phase.CLOSING;
        this.limit = patience.deadline();
        this.deadline = start.plus(limit);
    }

    /** The next step; empty at the end of the run. */
    Optional<Step> next() {
        while (!underWay().isEmpty()) {
            CacheSecurityGroup latest = group;
            if (latest == null) {
                return Optional.of(new Step.Describe());
            }
            for (TierRun tier : underWay()) {
                Optional<Step> call = tier.next(phase, latest, clock.instant());
                if (call.isPresent()) {
                    return call;
                }
            }
            if (!underWay().isEmpty()) {
                Duration left = Duration.between(clock.instant(), deadline);
                if (left.compareTo(Duration.ZERO) > 0) {
                    forgetGroup();
                    return Optional.of(new Step.Wait(left.compareTo(patience.poll()) < 0 ? left : patience.poll()));
                }
                expire();
            }
        }
        return Optional.empty();
    }

    /** The service took a call and showed the group. */
    void answered(Step.Call call, CacheSecurityGroup answer) {
        group = answer;
        call.tier().ifPresent(TierRun::asked);
    }

    /** A call did not get through, for good: the client has retried what can be retried. */
    void refused(Step.Call call, SdkException exception) {
        Refusal refusal = new Refusal(exception);
        Optional<TierRun> tier = call.tier();
        if (tier.isPresent() && refusal.isOvertaken()) {
            tier.get().hold();
            return;
        }
        if (phase == Phase.ROLLING_BACK && refusal.isGroupMissing()) {
            underWay().forEach(each -> each.reach(phase, clock.instant()));
            return;
        }
        if (refusal.mayHaveTakenEffect()) {
            unanswered(call);
        }
        fail(tier.map(List::of).orElseGet(this::underWay), refusal.toString());
    }

    /** Nobody knows whether the service took a call: what may come of it counts as this run's own. */
    void unanswered(Step.Call call) {
        call.tier().ifPresent(TierRun::asked);
    }

    /** Ends the wait before its time. */
    void abandon(String reason) {
        fail(underWay(), reason);
    }

    IngressReport report() {
        return new IngressReport(
                deployment,
                goal,
                start,
                clock.instant(),
                Optional.ofNullable(turnedBack),
                tiers.stream().map(TierRun::report).toList());
    }

    private void fail(List<TierRun> failed, String reason) {
        Instant now = clock.instant();
        failed.forEach(tier -> tier.fail(phase, reason, now));
        rollBackIfOpening();
    }

    private void expire() {
        Instant now = clock.instant();
        underWay().forEach(tier -> tier.expire(phase, limit, now));
        rollBackIfOpening();
    }

    private void rollBackIfOpening() {
        if (phase == Phase.OPENING) {
            Instant now = clock.instant();
            phase = Phase.ROLLING_BACK;
            limit = patience.rollback();
            deadline = now.plus(limit);
            tiers.forEach(tier -> tier.rollBack(now));
            turnedBack = underWay().isEmpty() ? null : now;
            forgetGroup();
        }
    }

    private void forgetGroup() {
        group = null;
        tiers.forEach(TierRun::release);
    }

    private List<TierRun> underWay() {
        return tiers.stream().filter(TierRun::isUnderWay).toList();
    }
}
