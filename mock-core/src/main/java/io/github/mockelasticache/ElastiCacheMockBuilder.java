package io.github.mockelasticache;

import io.github.mockelasticache.fault.FaultPlan;
import io.github.mockelasticache.fault.LifeCyclePlan;
import io.github.mockelasticache.internal.engine.Injected;
import io.github.mockelasticache.internal.engine.Settings;
import io.github.mockelasticache.time.ClockMode;
import io.github.mockelasticache.time.Delays;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import software.amazon.awssdk.regions.Region;

/** The settings of a mock. Each is checked where it is set. */
public final class ElastiCacheMockBuilder {

    private static final int HIGHEST_PORT = 65_535;
    private static final int HIGHEST_TIME_FACTOR = 1_000_000;

    private Region region = Region.US_EAST_1;
    private String accountId = "123456789012";
    private Instant start = Instant.parse("2025-01-01T00:00:00Z");
    private ClockMode clockMode = ClockMode.MANUAL;
    private double timeFactor = 1;
    private Platform platform = Platform.EC2_CLASSIC;
    private long seed;
    private Delays delays = Delays.documented();
    private String settledIngressStatus = "authorized";
    private Quotas quotas = Quotas.documented();
    private final List<FaultPlan> faultPlans = new ArrayList<>();
    private final List<LifeCyclePlan> lifeCyclePlans = new ArrayList<>();
    private Set<String> zonesWithoutCapacity = Set.of();
    private boolean strictEc2;
    private boolean offline = true;
    private int endpointPort;
    private int journalLimit = 10_000;
    private List<String> fixtures = List.of();

    ElastiCacheMockBuilder() {}

    /**
     * The region of clients for which none is named.
     *
     * @param region a region that the SDK knows; by default us-east-1
     * @return this builder
     * @throws IllegalArgumentException if the SDK does not know the region
     */
    public ElastiCacheMockBuilder region(Region region) {
        this.region = Arguments.known(region);
        return this;
    }

    /**
     * The account that owns every resource.
     *
     * @param accountId twelve digits; by default 123456789012
     * @return this builder
     * @throws IllegalArgumentException if it is anything else
     */
    public ElastiCacheMockBuilder accountId(String accountId) {
        this.accountId = Arguments.twelveDigits("accountId", accountId);
        return this;
    }

    /**
     * The first instant of the virtual clock.
     *
     * @param instant by default 2025-01-01T00:00:00Z
     * @return this builder
     */
    public ElastiCacheMockBuilder startingAt(Instant instant) {
        this.start = Objects.requireNonNull(instant, "instant");
        return this;
    }

    /**
     * How virtual time moves while calls are made.
     *
     * @param mode by default {@link ClockMode#MANUAL}
     * @return this builder
     */
    public ElastiCacheMockBuilder clockMode(ClockMode mode) {
        this.clockMode = Objects.requireNonNull(mode, "mode");
        return this;
    }

    /**
     * How many times as fast as real time virtual time is in {@link ClockMode#REAL_TIME}; without effect in other modes.
     *
     * @param factor above zero, up to a million; by default 1
     * @return this builder
     * @throws IllegalArgumentException if the factor is out of range
     */
    public ElastiCacheMockBuilder timeFactor(double factor) {
        if (!(factor > 0 && factor <= HIGHEST_TIME_FACTOR)) {
            throw new IllegalArgumentException("The timeFactor must be above 0, and up to " + HIGHEST_TIME_FACTOR
                    + ", for example 60 for a virtual minute in each second, but is " + factor + ".");
        }
        this.timeFactor = factor;
        return this;
    }

    /**
     * Where the account may run its caches.
     *
     * @param platform by default {@link Platform#EC2_CLASSIC}, in which cache security groups exist
     * @return this builder
     */
    public ElastiCacheMockBuilder platform(Platform platform) {
        this.platform = Objects.requireNonNull(platform, "platform");
        return this;
    }

    /**
     * The seed of request ids and whatever else the service makes up.
     *
     * @param seed any number; by default 0
     * @return this builder
     */
    public ElastiCacheMockBuilder seed(long seed) {
        this.seed = seed;
        return this;
    }

    /**
     * How long each status transition takes.
     *
     * @param delays by default {@link Delays#documented()}
     * @return this builder
     */
    public ElastiCacheMockBuilder delays(Delays delays) {
        this.delays = Objects.requireNonNull(delays, "delays");
        return this;
    }

    /**
     * How long ingress takes to be authorized and to be revoked: both steps of {@link #delays} in one.
     *
     * @param delay in virtual time, zero or more; by default one minute
     * @return this builder
     * @throws IllegalArgumentException if the delay is negative
     */
    public ElastiCacheMockBuilder ingressDelay(Duration delay) {
        this.delays = delays.with(Delays.Step.INGRESS_AUTHORIZING, delay).with(Delays.Step.INGRESS_REVOKING, delay);
        return this;
    }

    /**
     * The word for an ingress that has taken effect.
     *
     * <p>The service says {@code authorized}: the acceptance tests of fog/fog-aws, which run against it, wait for that
     * word. The sample output in the user guide says {@code available}; code that was written after it needs that one.
     *
     * @param status by default {@code authorized}; not blank
     * @return this builder
     * @throws IllegalArgumentException if the word is blank, or one of the words for an ingress that is still changing
     */
    public ElastiCacheMockBuilder settledIngressStatus(String status) {
        if (status.isBlank() || status.equals("authorizing") || status.equals("revoking")) {
            throw new IllegalArgumentException("The settledIngressStatus must be the word for an ingress that has taken"
                    + " effect, \"authorized\" or \"available\", but is \"" + status + "\".");
        }
        this.settledIngressStatus = status;
        return this;
    }

    /**
     * How many resources the account may have.
     *
     * @param quotas by default {@link Quotas#documented()}
     * @return this builder
     */
    public ElastiCacheMockBuilder quotas(Quotas quotas) {
        this.quotas = Objects.requireNonNull(quotas, "quotas");
        return this;
    }

    /**
     * What goes wrong with which calls, from the start and again after a {@linkplain ElastiCacheMock#reset reset}.
     *
     * @param plans plans that come after those that have been set before; by default there are none
     * @return this builder
     * @throws IllegalArgumentException if no operation of the service has the error that a plan injects
     * @see ElastiCacheMock#faults
     */
    public ElastiCacheMockBuilder faults(FaultPlan... plans) {
        for (FaultPlan plan : plans) {
            faultPlans.add(Injected.requirePossible(plan));
        }
        return this;
    }

    /**
     * Which life cycles go wrong, from the start and again after a {@linkplain ElastiCacheMock#reset reset}.
     *
     * @param plans plans that come after those that have been set before; by default there are none
     * @return this builder
     * @see ElastiCacheMock#lifeCycles
     */
    public ElastiCacheMockBuilder lifeCycles(LifeCyclePlan... plans) {
        lifeCyclePlans.addAll(List.of(plans));
        return this;
    }

    /**
     * The availability zones in which no node can be created, from the start and again after a {@linkplain
     * ElastiCacheMock#reset reset}.
     *
     * @param availabilityZones the names of availability zones, for example {@code us-east-1a}; by default none
     * @return this builder
     * @throws IllegalArgumentException if there is no such zone
     * @see ElastiCacheMock#withoutCapacity
     */
    public ElastiCacheMockBuilder withoutCapacity(String... availabilityZones) {
        Set<String> zones = new HashSet<>();
        for (String zone : availabilityZones) {
            zones.add(Arguments.existing(zone));
        }
        zonesWithoutCapacity = Set.copyOf(zones);
        return this;
    }

    /**
     * Whether ingress can be authorized only from EC2 security groups that the test has registered, in their own region, and
     * cache subnet groups can have only subnets that it has registered.
     *
     * @param strict by default false: any name of an EC2 security group and any id of a subnet is taken
     * @return this builder
     * @see ElastiCacheMock#registerEc2SecurityGroup
     * @see ElastiCacheMock#registerSubnet
     */
    public ElastiCacheMockBuilder strictEc2(boolean strict) {
        this.strictEc2 = strict;
        return this;
    }

    /**
     * Whether calls of other AWS services are kept on this machine while the mock is active.
     *
     * <p>Such a call, made by any SDK client on a thread on which the mock is active, fails before a name is resolved,
     * unless it goes to a loopback address.
     *
     * @param offline by default true
     * @return this builder
     * @see ElastiCacheMock#activate
     */
    public ElastiCacheMockBuilder offline(boolean offline) {
        this.offline = offline;
        return this;
    }

    /**
     * The port of {@link ElastiCacheMock#endpoint}, for programs that cannot be told an address when they are started.
     *
     * @param port 1 to 65535, or 0 for a free one; by default 0
     * @return this builder
     * @throws IllegalArgumentException if the port is out of range
     */
    public ElastiCacheMockBuilder endpointPort(int port) {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException(
                    "The endpointPort must be 0 for a free port, or 1 to " + HIGHEST_PORT + ", but is " + port + ".");
        }
        this.endpointPort = port;
        return this;
    }

    /**
     * How many calls {@link ElastiCacheMock#journal} keeps, for tests that make very many: the last ones.
     *
     * @param calls zero or more; by default 10000
     * @return this builder
     * @throws IllegalArgumentException if it is negative
     */
    public ElastiCacheMockBuilder journalLimit(int calls) {
        if (calls < 0) {
            throw new IllegalArgumentException("The journalLimit must be zero or more, but is " + calls + ".");
        }
        this.journalLimit = calls;
        return this;
    }

    /**
     * The files that the mock begins with: see {@link ElastiCacheMock#load}.
     *
     * @param files resources on the class path, or paths of files; by default none
     * @return this builder
     */
    public ElastiCacheMockBuilder fixtures(String... files) {
        this.fixtures = List.of(files);
        return this;
    }

    /**
     * Builds the mock.
     *
     * @return a new mock
     * @throws io.github.mockelasticache.fixture.FixtureException if one of the {@link #fixtures} cannot be loaded
     */
    public ElastiCacheMock build() {
        ElastiCacheMock mock = new ElastiCacheMock(
                new Settings(
                        region,
                        accountId,
                        start,
                        clockMode,
                        timeFactor,
                        platform,
                        seed,
                        delays,
                        settledIngressStatus,
                        quotas,
                        List.copyOf(faultPlans),
                        List.copyOf(lifeCyclePlans),
                        zonesWithoutCapacity,
                        strictEc2,
                        journalLimit),
                offline,
                endpointPort);
        try {
            return fixtures.isEmpty() ? mock : mock.load(fixtures.toArray(String[]::new));
        } catch (RuntimeException e) {
            mock.close();
            throw e;
        }
    }
}
