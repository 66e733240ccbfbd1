package io.github.mockelasticache.internal.engine;

import io.github.mockelasticache.fault.Fault;
import io.github.mockelasticache.fault.FaultPlan;
import io.github.mockelasticache.fault.FaultPlans;
import io.github.mockelasticache.fault.Latency;
import io.github.mockelasticache.time.Timeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.ElastiCacheRequest;

/** The fault plans of one mock, with what each has counted. */
final class PlannedFaults implements FaultPlans {

    private final Timeline timeline;
    private volatile List<Counted> plans = List.of();

    PlannedFaults(Timeline timeline) {
        this.timeline = timeline;
    }

    @Override
    public FaultPlans add(FaultPlan plan) {
        Injected.requirePossible(plan);
        return change(before -> {
            List<Counted> more = new ArrayList<>(before);
            more.removeIf(is(plan));
            more.add(new Counted(plan));
            return more;
        });
    }

    @Override
    public FaultPlans remove(FaultPlan plan) {
        return change(before -> before.stream().filter(is(plan).negate()).toList());
    }

    @Override
    public FaultPlans clear() {
        return change(before -> List.of());
    }

    @Override
    public List<FaultPlan> all() {
        return plans.stream().map(counted -> counted.plan).toList();
    }

    @Override
    public int fired(FaultPlan plan) {
        return timeline.atomically(() -> plans.stream()
                .filter(is(plan))
                .mapToInt(counted -> counted.fired)
                .sum());
    }

    @Override
    public List<FaultPlan> unused() {
        return timeline.atomically(() -> plans.stream()
                .filter(counted -> counted.fired == 0)
                .map(counted -> counted.plan)
                .toList());
    }

    /** The plans, a line for each. */
    @Override
    public String toString() {
        return all().toString();
    }

    /** Whether there are any: without, nothing needs to be worked out for them. */
    boolean exist() {
        return !plans.isEmpty();
    }

    /** The plans that are for a call. Their conditions are the test's code, so that this is asked without anything locked. */
    List<Counted> plansFor(ElastiCacheRequest request) {
        List<Counted> present = plans;
        return present.isEmpty()
                ? present
                : present.stream()
                        .filter(counted -> counted.plan.isFor(request))
                        .toList();
    }

    /** Counts a call for the plans that are for it, and finds out what they let go wrong. */
    Trouble count(List<Counted> plansForIt, @Nullable Duration patience) {
        if (plansForIt.isEmpty()) {
            return Trouble.NONE;
        }
        Fault struck = null;
        Duration latency = Duration.ZERO;
        for (Counted each : plansForIt) {
            each.calls++;
            if (!each.isDue()) {
                continue;
            }
            if (each.plan.fault() instanceof Latency late) {
                each.fired++;
                latency = latency.plus(late.duration());
            } else if (struck == null) {
                each.fired++;
                struck = each.plan.fault();
            }
        }
        return new Trouble(struck, latency, patience);
    }

    private FaultPlans change(UnaryOperator<List<Counted>> change) {
        timeline.atomically(() -> plans = List.copyOf(change.apply(plans)));
        return this;
    }

    private static Predicate<Counted> is(FaultPlan plan) {
        return counted -> counted.plan == plan;
    }

    /** A plan, and how many calls it has seen and taken. */
    static final class Counted {

        private final FaultPlan plan;
        private int calls;
        private int fired;

        Counted(FaultPlan plan) {
            this.plan = plan;
        }

        boolean isDue() {
            return calls >= plan.fromCall() && fired < plan.times();
        }
    }
}
