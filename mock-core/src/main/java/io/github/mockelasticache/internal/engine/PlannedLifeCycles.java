package io.github.mockelasticache.internal.engine;

import io.github.mockelasticache.fault.LifeCyclePlan;
import io.github.mockelasticache.fault.LifeCyclePlans;
import io.github.mockelasticache.time.Timeline;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The plans for life cycles that go wrong, each with the resource that it has taken. */
final class PlannedLifeCycles implements LifeCyclePlans {

    private final Timeline timeline;
    private final Settings settings;
    private final Set<String> drained = new HashSet<>();
    private volatile List<Taken> plans = List.of();
    private boolean interfered;

    /** The plans, and the zones without capacity, that a mock is set up with. */
    PlannedLifeCycles(Timeline timeline, Settings settings) {
        this.timeline = timeline;
        this.settings = settings;
        begin();
    }

    @Override
    public LifeCyclePlans add(LifeCyclePlan plan) {
        return change(before -> {
            List<Taken> more = new ArrayList<>(before);
            more.removeIf(is(plan));
            more.add(new Taken(plan));
            return more;
        });
    }

    @Override
    public LifeCyclePlans remove(LifeCyclePlan plan) {
        return change(before -> before.stream().filter(is(plan).negate()).toList());
    }

    /** Forgets what has happened since the mock was set up. */
    void restart() {
        timeline.atomically(this::begin);
    }

    /** Whether the test has interfered with a life cycle since: the state then follows from more than settings and calls. */
    boolean haveInterfered() {
        return interfered;
    }

    /** Takes the capacity of an availability zone away. */
    boolean drain(String availabilityZone) {
        interfered = true;
        return drained.add(availabilityZone);
    }

    /** Gives an availability zone its capacity back. */
    boolean fill(String availabilityZone) {
        interfered = true;
        return drained.remove(availabilityZone);
    }

    /** Whether nodes can be created in an availability zone. */
    boolean hasCapacity(String availabilityZone) {
        return !drained.contains(availabilityZone);
    }

    @Override
    public LifeCyclePlans clear() {
        return change(before -> List.of());
    }

    @Override
    public List<LifeCyclePlan> all() {
        return plans.stream().map(taken -> taken.plan).toList();
    }

    @Override
    public List<LifeCyclePlan> unused() {
        return timeline.atomically(() -> plans.stream()
                .filter(taken -> taken.arn == null)
                .map(taken -> taken.plan)
                .toList());
    }

    /** The plans, a line for each. */
    @Override
    public String toString() {
        return all().toString();
    }

    /** Whether a resource never comes out of a status that it has come into. */
    boolean stays(String arn, String status) {
        for (Taken each : plans) {
            if (each.plan.stays() && each.plan.status().equals(status) && each.takes(arn)) {
                return true;
            }
        }
        return false;
    }

    /** The failure status that the creation of a resource ends in; null if it succeeds. */
    @Nullable
    String failureOf(String arn) {
        for (Taken each : plans) {
            if (!each.plan.stays() && each.takes(arn)) {
                return each.plan.status();
            }
        }
        return null;
    }

    private LifeCyclePlans change(UnaryOperator<List<Taken>> change) {
        timeline.atomically(() -> {
            interfered = true;
            plans = List.copyOf(change.apply(plans));
            return this;
        });
        return this;
    }

    private boolean begin() {
        plans = settings.lifeCyclePlans().stream().map(Taken::new).toList();
        drained.clear();
        drained.addAll(settings.zonesWithoutCapacity());
        interfered = false;
        return true;
    }

    private static Predicate<Taken> is(LifeCyclePlan plan) {
        return taken -> taken.plan == plan;
    }

    /** A plan, and the resource that it has had an effect on. */
    private static final class Taken {

        private final LifeCyclePlan plan;
        private @Nullable String arn;

        Taken(LifeCyclePlan plan) {
            this.plan = plan;
        }

        boolean takes(String asked) {
            if (arn == null && plan.isFor(asked)) {
                arn = asked;
            }
            return asked.equals(arn);
        }
    }
}
