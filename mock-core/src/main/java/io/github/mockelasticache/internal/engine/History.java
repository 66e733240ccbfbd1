package io.github.mockelasticache.internal.engine;

import io.github.mockelasticache.journal.Caller;
import io.github.mockelasticache.journal.Door;
import io.github.mockelasticache.journal.Journal;
import io.github.mockelasticache.time.ClockMode;
import io.github.mockelasticache.time.VirtualClock;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What was done to a mock, so that it can be done once more: its state follows from it. */
final class History {

    private static final Caller REPEATER = new Caller(Door.SERVED, "load", 1);

    private final VirtualClock clock;
    private final ClockPolicy clockPolicy;
    private final PlannedLifeCycles lifeCycles;
    private final Regions regions;
    private final Recorder recorder;
    private final Adopters adopters;
    private final Consumer<Invocation> calls;
    private final Deeds deeds = new Deeds();

    /** A history in which nothing has happened yet; calls that are to be repeated go to a consumer. */
    History(
            VirtualClock clock,
            ClockPolicy clockPolicy,
            PlannedLifeCycles lifeCycles,
            Regions regions,
            Recorder recorder,
            Adopters adopters,
            Consumer<Invocation> calls) {
        this.clock = clock;
        this.clockPolicy = clockPolicy;
        this.lifeCycles = lifeCycles;
        this.regions = regions;
        this.recorder = recorder;
        this.adopters = adopters;
        this.calls = calls;
    }

    /** Notes what has been done, beside calls: those are in the journal. */
    void note(Deed deed) {
        deeds.note(recorder.recorded(), deed);
    }

    void forget() {
        deeds.forget();
    }

    /** Makes a past that did not happen here that of this mock, whose journal is empty. */
    void beginWith(List<Deed> past) {
        deeds.forget();
        past.forEach(deed -> deeds.note(0, deed));
    }

    /** All that was done, in order. */
    List<Deed> all() {
        if (lifeCycles.haveInterfered()) {
            throw new IllegalStateException(
                    "The state follows from more than the calls: this mock has had life cycle plans"
                            + " or zones without capacity, of which a snapshot cannot tell."
                            + " Take the snapshot before them, or reset the mock.");
        }
        Journal journal = recorder.journal();
        if (journal.forgotten() > 0) {
            throw new IllegalStateException("The journal has forgotten the first " + journal.forgotten()
                    + " calls, so it cannot be told what the state follows from."
                    + " Build the mock with a higher journalLimit.");
        }
        return deeds.with(journal);
    }

    /** Does what was done once more, with a clock that stands still in between; gives the clock mode that it ends with. */
    ClockMode repeat(List<Deed> done, Instant until) {
        ClockMode mode = clockPolicy.mode();
        clockPolicy.changeTo(standingStill(mode));
        Deed before = null;
        for (Deed deed : done) {
            if (!areLoadedTogether(before, deed)) {
                clock.advanceTo(deed.at());
            }
            before = deed;
            if (deed instanceof Deed.ChangedClockMode changed) {
                mode = changed.mode();
                clockPolicy.changeTo(standingStill(mode));
            } else {
                perform(deed);
            }
        }
        clock.advanceTo(until);
        return mode;
    }

    /** Does something, and notes it. */
    void perform(Deed deed) {
        RegionState region = regions.of(deed.region());
        if (deed instanceof Deed.Called called) {
            calls.accept(new Invocation(called.request(), called.region(), false, REPEATER));
            return;
        }
        if (deed instanceof Deed.Adopted adopted) {
            adopters.adopt(adopted.type(), adopted.resource(), region, adopted.unfit());
        } else if (deed instanceof Deed.Answered answered) {
            adopters.adopt(answered, region);
        } else if (deed instanceof Deed.RegisteredEc2SecurityGroup group) {
            region.ec2SecurityGroups().register(group.region(), group.ownerId(), group.name());
        } else if (deed instanceof Deed.FailedNode failed) {
            region.ask(NodeFailures.class).fail(failed.cacheCluster());
            clock.fireDue();
        } else if (deed instanceof Deed.RegisteredSubnet subnet) {
            region.ec2Subnets().register(subnet.vpcId(), subnet.subnet());
        }
        note(deed);
    }

    /** Nothing happens between what is loaded at one instant, even where everything happens at once. */
    private static boolean areLoadedTogether(@Nullable Deed before, Deed deed) {
        return before != null
                && isLoaded(before)
                && isLoaded(deed)
                && before.at().equals(deed.at());
    }

    private static boolean isLoaded(Deed deed) {
        return deed instanceof Deed.Adopted || deed instanceof Deed.Answered;
    }

    private static ClockMode standingStill(ClockMode mode) {
        return mode == ClockMode.REAL_TIME ? ClockMode.MANUAL : mode;
    }
}
