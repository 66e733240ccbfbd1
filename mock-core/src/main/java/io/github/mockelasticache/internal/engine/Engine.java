package io.github.mockelasticache.internal.engine;

import io.github.mockelasticache.fault.FaultPlans;
import io.github.mockelasticache.fault.LifeCyclePlans;
import io.github.mockelasticache.journal.Caller;
import io.github.mockelasticache.journal.Door;
import io.github.mockelasticache.journal.Journal;
import io.github.mockelasticache.time.ClockMode;
import io.github.mockelasticache.time.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticache.model.ElastiCacheRequest;
import software.amazon.awssdk.services.elasticache.model.ElastiCacheResponse;
import software.amazon.awssdk.services.elasticache.model.Subnet;
import software.amazon.awssdk.services.elasticache.model.Tag;

/**
 * The control plane in memory: every door ends in {@link #execute}.
 *
 * <p>Linearizable: calls, and moves of the clock, happen one at a time.
 */
public final class Engine {

    private static final Caller REPEATER = new Caller(Door.SERVED, "load", 1);

    private final Settings settings;
    private final List<Family> families;
    private final VirtualClock clock;
    private final ClockPolicy clockPolicy;
    private final PlannedFaults plannedFaults;
    private final PlannedLifeCycles lifeCycles;
    private final Operations operations = new Operations();
    private Identifiers identifiers;
    private Ec2SecurityGroups ec2SecurityGroups = new Ec2SecurityGroups();
    private final Map<Region, RegionState> regions = new HashMap<>();

    private final Recorder recorder;
    private final Adopters adopters = new Adopters();
    private final Deeds deeds = new Deeds();

    private volatile boolean closed;

    /**
     * An engine in which nothing has happened yet.
     *
     * @param settings how the mock is set up
     * @param families the families of operations that it answers
     */
    public Engine(Settings settings, List<Family> families) {
        this.settings = settings;
        this.families = List.copyOf(families);
        this.clock = VirtualClock.startingAt(settings.start());
        this.clockPolicy = new ClockPolicy(clock, settings);
        this.plannedFaults = new PlannedFaults(clock.timeline());
        this.lifeCycles = new PlannedLifeCycles(clock.timeline());
        settings.faultPlans().forEach(plannedFaults::add);
        this.identifiers = new Identifiers(settings.seed());
        this.recorder = new Recorder(settings.journalLimit());
        families.forEach(family -> family.register(operations));
        families.forEach(family -> family.adopt(adopters));
    }

    /**
     * How the mock is set up.
     *
     * @return its settings
     */
    public Settings settings() {
        return settings;
    }

    /**
     * The operations that the mock answers.
     *
     * @return their names, in order, by the titles of their families
     */
    public Map<String, List<String>> operations() {
        Map<String, List<String>> byFamily = new LinkedHashMap<>();
        for (Family family : families) {
            Operations own = new Operations();
            family.register(own);
            byFamily.put(family.title(), own.names());
        }
        return byFamily;
    }

    /**
     * The clock that drives the transitions.
     *
     * @return the clock
     */
    public VirtualClock clock() {
        return clock;
    }

    /**
     * Answers one call.
     *
     * @param invocation what is asked
     * @return the answer, complete with request id and HTTP status
     * @throws software.amazon.awssdk.awscore.exception.AwsServiceException where the service would refuse
     * @throws NoAnswerException if a fault plan leaves the caller without an answer
     * @throws UnsupportedOperationException if the mock does not know the operation
     * @throws IllegalStateException if the mock has been closed
     */
    public ElastiCacheResponse execute(Invocation invocation) {
        return execute(invocation, plannedFaults.plansFor(invocation.request()));
    }

    private ElastiCacheResponse execute(Invocation invocation, List<PlannedFaults.Counted> plansForIt) {
        return whileOpen(() -> {
            Operation<?> operation = operations.of(invocation.request());
            Call call = new Call(region(invocation.region()), operation.name(), identifiers.requestId());
            Trouble trouble = plannedFaults.count(plansForIt);
            return trouble.latency().isZero()
                    ? answer(operation, invocation, call, trouble)
                    : late(trouble.latency(), invocation, () -> answer(operation, invocation, call, trouble));
        });
    }

    private ElastiCacheResponse answer(Operation<?> operation, Invocation invocation, Call call, Trouble trouble) {
        ElastiCacheResponse answer = null;
        try {
            trouble.beforeTheServiceActs(call.faults());
            clockPolicy.before(operation, invocation, call.region());
            answer = call.complete(operation.answer(invocation.request(), call));
            trouble.afterTheServiceHasActed();
            recorder.answered(call, invocation, answer);
            clock.fireDue();
            return answer;
        } catch (AwsServiceException refusal) {
            recorder.failed(call, invocation, null, refusal);
            throw refusal;
        } catch (NoAnswerException nothing) {
            recorder.failed(call, invocation, answer, nothing);
            clock.fireDue();
            throw nothing;
        }
    }

    /** The service acts at once, and its answer is under way for some time: longer perhaps than the caller waits for it. */
    private ElastiCacheResponse late(Duration latency, Invocation invocation, Supplier<ElastiCacheResponse> answered) {
        Duration patience = invocation.patience();
        Duration waited = patience != null && latency.compareTo(patience) > 0 ? patience : latency;
        boolean tooLate = waited.compareTo(latency) < 0;
        try {
            ElastiCacheResponse answer = answered.get();
            if (tooLate) {
                throw new NoAnswerException(NoAnswerException.Reason.TOO_LATE);
            }
            return answer;
        } catch (AwsServiceException refusal) {
            throw tooLate ? new NoAnswerException(NoAnswerException.Reason.TOO_LATE) : refusal;
        } finally {
            clock.advance(waited);
        }
    }

    /**
     * What goes wrong.
     *
     * @return the fault plans
     */
    public FaultPlans faults() {
        return plannedFaults;
    }

    /**
     * Which life cycles go wrong.
     *
     * @return the plans
     */
    public LifeCyclePlans lifeCycles() {
        return lifeCycles;
    }

    /**
     * Whether anything may go wrong, so that a caller's patience matters.
     *
     * @return whether there are fault plans
     */
    public boolean hasFaultPlans() {
        return plannedFaults.exist();
    }

    /**
     * How virtual time moves while calls are made.
     *
     * @return the mode at this moment
     */
    public ClockMode clockMode() {
        return clock.timeline().atomically(clockPolicy::mode);
    }

    /**
     * Changes how virtual time moves, from the next call on.
     *
     * @param mode the new mode
     */
    public void changeClockMode(ClockMode mode) {
        whileOpen(() -> {
            clockPolicy.changeTo(mode);
            deeds.note(recorder.recorded(), new Deed.ChangedClockMode(clock.instant(), settings.region(), mode));
            return true;
        });
    }

    /**
     * The calls that have been answered.
     *
     * @return those until this moment
     */
    public Journal journal() {
        return clock.timeline().atomically(recorder::journal);
    }

    /**
     * What exists: in the mock's own region, and in every region that has been called.
     *
     * @return all of it at this moment
     */
    public Inventory inventory() {
        return whileOpen(() -> {
            region(settings.region());
            SortedMap<String, SortedMap<String, List<SdkPojo>>> resources = new TreeMap<>();
            regions.forEach((region, state) -> resources.put(region.id(), state.resources()));
            return new Inventory(clock.instant(), resources, clock.timeline().pending());
        });
    }

    /**
     * What has come to exist, or has changed, since the start: what the service has in every region from the start is left
     * out. Works on a closed engine too.
     *
     * @return all of it at this moment
     */
    public Inventory changes() {
        return clock.timeline().atomically(() -> {
            SortedMap<String, SortedMap<String, List<SdkPojo>>> resources = new TreeMap<>();
            regions.forEach((region, state) -> {
                SortedMap<String, List<SdkPojo>> changed = state.resources();
                SortedMap<String, List<SdkPojo>> atStart = opened(region).resources();
                changed.replaceAll((list, all) -> without(all, atStart.getOrDefault(list, List.of())));
                changed.values().removeIf(List::isEmpty);
                if (!changed.isEmpty()) {
                    resources.put(region.id(), changed);
                }
            });
            return new Inventory(clock.instant(), resources, clock.timeline().pending());
        });
    }

    /**
     * The state, with what it follows from.
     *
     * @return all of it at this moment
     * @throws IllegalStateException if the journal does not keep enough calls, or the test has interfered with life cycles
     */
    public MockState state() {
        return whileOpen(() -> {
            SortedMap<String, SortedMap<String, List<Tag>>> tags = new TreeMap<>();
            regions.forEach((region, state) -> {
                SortedMap<String, List<Tag>> ofRegion = state.tags().all();
                if (!ofRegion.isEmpty()) {
                    tags.put(region.id(), ofRegion);
                }
            });
            return new MockState(
                    settings.accountId(),
                    settings.seed(),
                    settings.start(),
                    identifiers.given(),
                    changes(),
                    tags,
                    deeds());
        });
    }

    /**
     * Takes resources over that were described elsewhere; all or none.
     *
     * @param adopted the resources in any order
     */
    public void adopt(List<Deed.Adopted> adopted) {
        whileOpen(() -> {
            List<Deed.Adopted> inOrder = adopted.stream()
                    .sorted(Comparator.comparingInt(each -> adopters.rank(each.type())))
                    .toList();
            Engine trial = new Engine(settings, families);
            trial.repeat(deeds(), clock.instant());
            inOrder.forEach(trial::perform);
            inOrder.forEach(each ->
                    adopters.requireWhole(each.type(), each.resource(), trial.region(each.region()), each.unfit()));
            inOrder.forEach(this::perform);
            return true;
        });
    }

    /**
     * Tries what a state follows from, on an engine of its own.
     *
     * @param wanted the state
     * @return the state that comes of it here
     */
    public MockState tried(MockState wanted) {
        Engine trial = new Engine(settings, families);
        trial.take(wanted);
        return trial.state();
    }

    /**
     * Takes a state on, in place of everything that is.
     *
     * @param wanted a state that has been {@linkplain #tried}
     */
    public void become(MockState wanted) {
        whileOpen(() -> {
            clockPolicy.changeTo(take(wanted));
            return true;
        });
    }

    private ClockMode take(MockState wanted) {
        reset();
        ClockMode mode = repeat(wanted.deeds(), wanted.inventory().now());
        recorder.forget();
        deeds.forget();
        wanted.deeds().forEach(deed -> deeds.note(0, deed));
        identifiers.skipTo(wanted.identifiers());
        return mode;
    }

    /**
     * The classes of the requests that are answered.
     *
     * @return the classes by the names of the operations
     */
    public SortedMap<String, Class<? extends ElastiCacheRequest>> requests() {
        return operations.requests();
    }

    private List<Deed> deeds() {
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
    private ClockMode repeat(List<Deed> done, Instant until) {
        ClockMode mode = clockPolicy.mode();
        clockPolicy.changeTo(standingStill(mode));
        for (Deed deed : done) {
            clock.advanceTo(deed.at());
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

    private static ClockMode standingStill(ClockMode mode) {
        return mode == ClockMode.REAL_TIME ? ClockMode.MANUAL : mode;
    }

    private void perform(Deed deed) {
        RegionState region = region(deed.region());
        if (deed instanceof Deed.Called called) {
            // What was to go wrong has gone wrong already.
            execute(new Invocation(called.request(), called.region(), false, REPEATER), List.of());
            return;
        }
        if (deed instanceof Deed.Adopted adopted) {
            adopters.adopt(adopted.type(), adopted.resource(), region, adopted.unfit());
        } else if (deed instanceof Deed.RegisteredEc2SecurityGroup group) {
            ec2SecurityGroups.register(group.region(), group.ownerId(), group.name());
        } else if (deed instanceof Deed.FailedNode failed) {
            region.ask(NodeFailures.class).fail(failed.cacheCluster());
            clock.fireDue();
        } else if (deed instanceof Deed.RegisteredSubnet subnet) {
            region.ec2Subnets().register(subnet.vpcId(), subnet.subnet());
        }
        deeds.note(recorder.recorded(), deed);
    }

    private static List<SdkPojo> without(List<SdkPojo> all, List<SdkPojo> others) {
        Set<SdkPojo> excluded = new HashSet<>(others);
        return all.stream().filter(each -> !excluded.contains(each)).toList();
    }

    /**
     * Looks a resource up without a call.
     *
     * @param region where
     * @param type its type
     * @param name its name in any case
     * @param <T> the SDK's model class of the resource
     * @return the resource at this moment
     */
    public <T> Optional<T> find(Region region, ResourceType<T> type, String name) {
        return whileOpen(() -> Optional.ofNullable(region(region).table(type).find(name)));
    }

    /**
     * An id for an answer that a door gives without asking the engine for one, because what came in was no call.
     *
     * @return a request id that has not been given before
     */
    public String newRequestId() {
        return clock.timeline().atomically(() -> identifiers.requestId());
    }

    /**
     * Checks what lies with the test and not with the call.
     *
     * @param request what is to be asked
     * @throws UnsupportedOperationException if the mock does not know the operation
     * @throws IllegalStateException if the mock has been closed
     */
    public void requireExecutable(ElastiCacheRequest request) {
        requireOpen();
        operations.of(request);
    }

    /**
     * Lets an EC2 security group exist.
     *
     * @param region where
     * @param ownerId the account that owns it: digits only
     * @param name its name
     */
    public void registerEc2SecurityGroup(Region region, String ownerId, String name) {
        whileOpen(() -> {
            perform(new Deed.RegisteredEc2SecurityGroup(clock.instant(), region, ownerId, name));
            return true;
        });
    }

    /**
     * Lets a cache node fail.
     *
     * @param region where
     * @param cacheCluster the id of its cluster in any case
     * @throws IllegalArgumentException if there is no such cluster
     * @throws IllegalStateException if it, or its replication group, is not available
     */
    public void failNode(Region region, String cacheCluster) {
        whileOpen(() -> {
            perform(new Deed.FailedNode(clock.instant(), region, cacheCluster));
            return true;
        });
    }

    /**
     * Takes the capacity of an availability zone away, or gives it back.
     *
     * @param availabilityZone the name of the zone
     * @param given whether nodes can be created there
     */
    public void capacity(String availabilityZone, boolean given) {
        whileOpen(() -> given ? lifeCycles.fill(availabilityZone) : lifeCycles.drain(availabilityZone));
    }

    /** Takes everything back to how it was when the engine was made: state, time, identifiers and journal. */
    public void reset() {
        whileOpen(() -> {
            regions.clear();
            ec2SecurityGroups = new Ec2SecurityGroups();
            identifiers = new Identifiers(settings.seed());
            recorder.forget();
            deeds.forget();
            clock.restart();
            clockPolicy.changeTo(settings.clockMode());
            lifeCycles.forget();
            plannedFaults.clear();
            settings.faultPlans().forEach(plannedFaults::add);
            return true;
        });
    }

    /**
     * Lets a subnet exist, in place of the one that has the id already.
     *
     * @param region where
     * @param vpcId the VPC that it is in
     * @param subnet the subnet as cache subnet groups are to show it
     */
    public void registerSubnet(Region region, String vpcId, Subnet subnet) {
        whileOpen(() -> {
            perform(new Deed.RegisteredSubnet(clock.instant(), region, vpcId, subnet));
            return true;
        });
    }

    /** Closes the mock: later calls fail with a message that says so. */
    public void close() {
        clock.timeline().atomically(() -> closed = true);
    }

    private <T> T whileOpen(Supplier<T> action) {
        return clock.timeline().atomically(() -> {
            requireOpen();
            return action.get();
        });
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException(
                    "This ElastiCacheMock has been closed, so its clients can no longer be used."
                            + " Take a client from the mock of the test that is running.");
        }
    }

    private RegionState region(Region region) {
        RegionState state = regions.get(region);
        if (state == null) {
            state = opened(region);
            regions.put(region, state);
        }
        return state;
    }

    /** A region as it is at the start. */
    private RegionState opened(Region region) {
        RegionState state = new RegionState(region, settings, clock, clockPolicy, lifeCycles, ec2SecurityGroups);
        for (Family family : families) {
            family.open(state);
        }
        return state;
    }
}
