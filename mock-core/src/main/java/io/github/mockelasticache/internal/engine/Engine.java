package io.github.mockelasticache.internal.engine;

import io.github.mockelasticache.fault.FaultPlans;
import io.github.mockelasticache.fault.LifeCyclePlans;
import io.github.mockelasticache.journal.Journal;
import io.github.mockelasticache.time.ClockMode;
import io.github.mockelasticache.time.VirtualClock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticache.model.ElastiCacheRequest;
import software.amazon.awssdk.services.elasticache.model.ElastiCacheResponse;
import software.amazon.awssdk.services.elasticache.model.Subnet;

/**
 * The control plane in memory: every door ends in {@link #execute}.
 *
 * <p>Linearizable: calls, and moves of the clock, happen one at a time.
 */
public final class Engine {

    private final Settings settings;
    private final List<Family> families;
    private final VirtualClock clock;
    private final ClockPolicy clockPolicy;
    private final PlannedFaults plannedFaults;
    private final PlannedLifeCycles lifeCycles;
    private final Operations operations = new Operations();
    private Identifiers identifiers;
    private Ec2SecurityGroups ec2SecurityGroups = new Ec2SecurityGroups();
    private final Regions regions = new Regions(this::opened, this::begin);
    private final Recorder recorder;
    private final Adopters adopters = new Adopters();
    private final History history;

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
        this.lifeCycles = new PlannedLifeCycles(clock.timeline(), settings);
        settings.faultPlans().forEach(plannedFaults::add);
        this.identifiers = new Identifiers(settings.seed());
        this.recorder = new Recorder(settings.journalLimit());
        // What was to go wrong with a call that is repeated has gone wrong already.
        this.history = new History(
                clock,
                clockPolicy,
                lifeCycles,
                regions,
                recorder,
                adopters,
                invocation -> execute(invocation, List.of()));
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
            Call call = new Call(regions.of(invocation.region()), operation.name(), identifiers.requestId());
            Trouble trouble = plannedFaults.count(plansForIt, invocation.patience());
            return trouble.latency().isZero()
                    ? answer(operation, invocation, call, trouble)
                    : late(trouble, () -> answer(operation, invocation, call, trouble));
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
            SdkException seen = trouble.seen(refusal);
            recorder.failed(call, invocation, null, seen);
            throw seen;
        } catch (NoAnswerException nothing) {
            recorder.failed(call, invocation, answer, nothing);
            clock.fireDue();
            throw nothing;
        }
    }

    /** The service acts at once, and its answer is under way for some time: longer perhaps than the caller waits for it. */
    private ElastiCacheResponse late(Trouble trouble, Supplier<ElastiCacheResponse> answered) {
        try {
            return answered.get();
        } finally {
            clock.advance(trouble.waited());
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
            history.note(new Deed.ChangedClockMode(clock.instant(), settings.region(), mode));
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
            regions.of(settings.region());
            return new Inventory(
                    clock.instant(), regions.resources(), clock.timeline().pending());
        });
    }

    /**
     * What has come to exist, or has changed, since the start: what the service has in every region from the start is left
     * out. Works on a closed engine too.
     *
     * @return all of it at this moment
     */
    public Inventory changes() {
        return clock.timeline()
                .atomically(() -> new Inventory(
                        clock.instant(), regions.changes(), clock.timeline().pending()));
    }

    /**
     * The state, with what it follows from.
     *
     * @return all of it at this moment
     * @throws IllegalStateException if the journal does not keep enough calls, or the test has interfered with life cycles
     */
    public MockState state() {
        return whileOpen(() -> new MockState(
                settings.accountId(),
                settings.seed(),
                settings.start(),
                identifiers.given(),
                changes(),
                regions.tags(),
                history.all()));
    }

    /**
     * The kinds of answer that can be taken over beside resources.
     *
     * @return the kinds
     */
    public List<AnswerType<?>> answerTypes() {
        return adopters.answerTypes();
    }

    /**
     * Takes over what was described elsewhere; all or none.
     *
     * @param adopted the resources in any order
     * @param answered what else is told, for when the resources are there
     */
    public void adopt(List<Deed.Adopted> adopted, List<Deed.Answered> answered) {
        whileOpen(() -> {
            List<Deed.Adopted> inOrder = adopted.stream()
                    .sorted(Comparator.comparingInt(each -> adopters.rank(each.type())))
                    .toList();
            Engine trial = new Engine(settings, families);
            trial.history.repeat(history.all(), clock.instant());
            inOrder.forEach(trial.history::perform);
            answered.forEach(trial.history::perform);
            inOrder.forEach(each ->
                    adopters.requireWhole(each.type(), each.resource(), trial.regions.of(each.region()), each.unfit()));
            answered.forEach(each -> adopters.requireGiven(each, trial.regions.of(each.region())));
            inOrder.forEach(history::perform);
            answered.forEach(history::perform);
            clock.fireDue();
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
        ClockMode mode = history.repeat(wanted.deeds(), wanted.inventory().now());
        recorder.forget();
        history.beginWith(wanted.deeds());
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
        return whileOpen(
                () -> Optional.ofNullable(regions.of(region).table(type).find(name)));
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
            history.perform(new Deed.RegisteredEc2SecurityGroup(clock.instant(), region, ownerId, name));
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
            history.perform(new Deed.FailedNode(clock.instant(), region, cacheCluster));
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
            regions.forget();
            ec2SecurityGroups = new Ec2SecurityGroups();
            identifiers = new Identifiers(settings.seed());
            recorder.forget();
            history.forget();
            clock.restart();
            clockPolicy.changeTo(settings.clockMode());
            lifeCycles.restart();
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
            history.perform(new Deed.RegisteredSubnet(clock.instant(), region, vpcId, subnet));
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

    private void begin(RegionState region) {
        families.forEach(family -> family.begin(region));
    }

    /** A place as it is at the start. */
    private RegionState opened(Place place) {
        RegionState state =
                new RegionState(place, regions, settings, clock, clockPolicy, lifeCycles, ec2SecurityGroups);
        for (Family family : families) {
            if (place.global()) {
                family.openEverywhere(state);
            } else {
                family.open(state);
            }
        }
        return state;
    }
}
