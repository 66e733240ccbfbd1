package io.github.mockelasticache.internal.engine;

import io.github.mockelasticache.journal.Journal;
import io.github.mockelasticache.time.ClockMode;
import io.github.mockelasticache.time.VirtualClock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkPojo;
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
    private final Operations operations = new Operations();
    private Identifiers identifiers;
    private Ec2SecurityGroups ec2SecurityGroups = new Ec2SecurityGroups();
    private final Map<Region, RegionState> regions = new HashMap<>();

    private final Recorder recorder;

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
        this.identifiers = new Identifiers(settings.seed());
        this.recorder = new Recorder(settings.journalLimit());
        families.forEach(family -> family.register(operations));
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
     * @throws UnsupportedOperationException if the mock does not know the operation
     * @throws IllegalStateException if the mock has been closed
     */
    public ElastiCacheResponse execute(Invocation invocation) {
        return whileOpen(() -> {
            Operation<?> operation = operations.of(invocation.request());
            RegionState region = region(invocation.region());
            clockPolicy.before(operation, invocation, region);
            Call call = new Call(region, operation.name(), identifiers.requestId());
            ElastiCacheResponse answer = answer(operation, invocation, call);
            clock.fireDue();
            return answer;
        });
    }

    private ElastiCacheResponse answer(Operation<?> operation, Invocation invocation, Call call) {
        try {
            ElastiCacheResponse answer = call.complete(operation.answer(invocation.request(), call));
            recorder.answered(call, invocation, answer);
            return answer;
        } catch (AwsServiceException refusal) {
            recorder.failed(call, invocation, refusal);
            throw refusal;
        }
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
            ec2SecurityGroups.register(region, ownerId, name);
            return true;
        });
    }

    /** Takes everything back to how it was when the engine was made: state, time, identifiers and journal. */
    public void reset() {
        whileOpen(() -> {
            regions.clear();
            ec2SecurityGroups = new Ec2SecurityGroups();
            identifiers = new Identifiers(settings.seed());
            recorder.forget();
            clock.restart();
            clockPolicy.changeTo(settings.clockMode());
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
            region(region).ec2Subnets().register(vpcId, subnet);
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
            state = new RegionState(region, settings, clock, clockPolicy, ec2SecurityGroups);
            for (Family family : families) {
                family.open(state);
            }
            regions.put(region, state);
        }
        return state;
    }
}
