package io.github.mockelasticache.junit5;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.ElastiCacheMockBuilder;
import io.github.mockelasticache.Platform;
import io.github.mockelasticache.Quotas;
import io.github.mockelasticache.time.ClockMode;
import io.github.mockelasticache.time.Timeline;
import io.github.mockelasticache.time.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticache.ElastiCacheAsyncClient;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;

/**
 * Hands an {@link ElastiCacheMock} and its clients to tests; {@link MockElastiCache} says which mock a test sees.
 *
 * <p>Most tests name only the annotation. {@code @ExtendWith(MockElastiCacheExtension.class)} alone gives a mock with
 * all defaults. What an annotation cannot say, such as quotas or single delays, is set through {@link
 * org.junit.jupiter.api.extension.RegisterExtension @RegisterExtension}:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final MockElastiCacheExtension ELASTICACHE = MockElastiCacheExtension.builder()
 *         .region(Region.EU_WEST_1)
 *         .customize(mock -> mock.quotas(Quotas.documented().with(Quota.CACHE_SECURITY_GROUPS, 5)))
 *         .build();
 * }</pre>
 *
 * <p>The field should be static: JUnit registers the extension of an instance field only after the constructor, too
 * late for the constructor's parameters and, unless the life cycle is {@code PER_CLASS}, for those of {@code
 * @BeforeAll} and {@code @AfterAll}. An attribute that a {@link MockElastiCache} sets, on whatever class or method,
 * comes before what is set here. If both an outer and a nested class register an extension, the nested class's serves
 * its tests, alone.
 *
 * <p>The extension holds no state of its own; one instance may serve many tests at once. It needs JUnit 5.12 or newer.
 */
public final class MockElastiCacheExtension
        implements BeforeAllCallback,
                TestInstancePreConstructCallback,
                BeforeEachCallback,
                ParameterResolver,
                InvocationInterceptor {

    private static final Map<Class<?>, Function<ElastiCacheMock, Object>> OF_THE_MOCK = Map.of(
            ElastiCacheMock.class, mock -> mock,
            ElastiCacheClient.class, mock -> mock.client(),
            ElastiCacheAsyncClient.class, mock -> mock.asyncClient(),
            VirtualClock.class, ElastiCacheMock::clock,
            Timeline.class, ElastiCacheMock::timeline);

    private final List<Consumer<ElastiCacheMockBuilder>> steps;
    private final boolean activates;
    private final boolean printsOnFailure;

    /** An extension that sets nothing: what annotations do not set has its default. */
    public MockElastiCacheExtension() {
        this(List.of(), true, true);
    }

    private MockElastiCacheExtension(
            List<Consumer<ElastiCacheMockBuilder>> steps, boolean activates, boolean printsOnFailure) {
        this.steps = steps;
        this.activates = activates;
        this.printsOnFailure = printsOnFailure;
    }

    /**
     * Starts the configuration of an extension for a field with {@code @RegisterExtension}.
     *
     * @return a builder that sets nothing yet
     */
    public static Builder builder() {
        return new Builder();
    }

    /** A constructor's parameters belong to the test that the instance is made for, as those of its methods do. */
    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext rootContext) {
        return ExtensionContextScope.TEST_METHOD;
    }

    /** Checks the configuration before the first test of a class, and activates a mock for what happens until then. */
    @Override
    public void beforeAll(ExtensionContext context) {
        enter(context);
        activateBeforeInstance(context);
    }

    /**
     * Checks the configuration before a test class is instantiated, and activates the mock of the test that it is for, or, if it
     * is for all tests of the class, one for what happens until the first of them.
     */
    @Override
    public void preConstructTestInstance(TestInstanceFactoryContext factoryContext, ExtensionContext context) {
        enter(context);
        activateBeforeInstance(context);
    }

    /** Checks the configuration before a test, and activates its mock on the test's thread. */
    @Override
    public void beforeEach(ExtensionContext context) {
        enter(context);
        BeforeFirstTest.ends(context);
        if (!Registration.isTakenOverInTheInstance(this, context)) {
            activate(context);
        }
    }

    /** Whether the parameter's type is one of those that {@link MockElastiCache} lists. */
    @Override
    public boolean supportsParameter(ParameterContext parameterContext, ExtensionContext extensionContext) {
        Class<?> type = parameterContext.getParameter().getType();
        return (isOfTheMock(type) || type == ElastiCacheMockBuilder.class) && serves(extensionContext);
    }

    /** The mock that this test or class sees, or a part of it. */
    @Override
    public Object resolveParameter(ParameterContext parameterContext, ExtensionContext extensionContext) {
        Class<?> type = parameterContext.getParameter().getType();
        Function<ElastiCacheMock, Object> part = OF_THE_MOCK.get(type);
        if (part == null) {
            return Configuration.of(extensionContext).builder();
        }
        activate(extensionContext);
        return part.apply(LiveMock.of(extensionContext).mock());
    }

    /** Runs a dynamic test; if it fails, it reports what the mock of its factory saw. */
    @Override
    public void interceptDynamicTest(
            Invocation<Void> invocation,
            DynamicTestInvocationContext invocationContext,
            ExtensionContext extensionContext)
            throws Throwable {
        try {
            invocation.proceed();
        } catch (Throwable failure) {
            if (serves(extensionContext)) {
                LiveMock.in(extensionContext)
                        .ifPresent(live -> FailureReport.publish(
                                extensionContext,
                                live.mock(),
                                Configuration.of(extensionContext).printsOnFailure(),
                                failure));
            }
            throw failure;
        }
    }

    static boolean isOfTheMock(Class<?> type) {
        return OF_THE_MOCK.containsKey(type);
    }

    boolean isConfigured() {
        return !steps.isEmpty() || !activates || !printsOnFailure;
    }

    /** Whether mocks are activated where no annotation says so. */
    boolean activates() {
        return activates;
    }

    /** Whether failure reports are printed where no annotation says so. */
    boolean printsOnFailure() {
        return printsOnFailure;
    }

    /** What this extension sets on a mock, in order. */
    List<Consumer<ElastiCacheMockBuilder>> steps() {
        return steps;
    }

    private void enter(ExtensionContext context) {
        Registration.of(this, context);
        Configuration.of(context).check();
        InjectedFaults.check(context);
        LiveMock.in(context);
    }

    private void activateBeforeInstance(ExtensionContext context) {
        if (Registration.isToComeWithTheInstance(context)) {
            return;
        }
        if (context.getTestMethod().isPresent()) {
            BeforeFirstTest.ends(context);
            activate(context);
        } else if (serves(context) && !Registration.isTakenOverInTheClass(this, context)) {
            BeforeFirstTest.begins(context);
        }
    }

    private void activate(ExtensionContext context) {
        if (serves(context)) {
            Activation.on(context);
        }
    }

    private boolean serves(ExtensionContext context) {
        return Registration.in(context)
                .map(registration -> registration.extension() == this)
                .orElse(true);
    }

    /**
     * Configures a {@link MockElastiCacheExtension}. A setter takes what the attribute of {@link MockElastiCache} of
     * the same name says, and throws {@link IllegalArgumentException} for a wrong value. Not safe for use by several
     * threads.
     */
    public static final class Builder {

        private final ElastiCacheMockBuilder trial = ElastiCacheMock.builder();
        private final List<Consumer<ElastiCacheMockBuilder>> steps = new ArrayList<>();
        private boolean activates = true;
        private boolean printsOnFailure = true;

        private Builder() {}

        /**
         * Sets the region of the clients that are injected.
         *
         * @param region a region that the AWS SDK knows; if not set {@code us-east-1}
         * @return this builder
         */
        public Builder region(Region region) {
            return set(mock -> mock.region(region));
        }

        /**
         * Sets the account that owns the mock's resources.
         *
         * @param accountId twelve digits; if not set {@code 123456789012}
         * @return this builder
         */
        public Builder accountId(String accountId) {
            return set(mock -> mock.accountId(accountId));
        }

        /**
         * Sets the instant that the virtual clock shows first.
         *
         * @param instant any instant; if not set {@code 2025-01-01T00:00:00Z}
         * @return this builder
         */
        public Builder startingAt(Instant instant) {
            return set(mock -> mock.startingAt(instant));
        }

        /**
         * Sets what makes virtual time move.
         *
         * @param clockMode the mode; if not set {@link ClockMode#MANUAL}
         * @return this builder
         */
        public Builder clockMode(ClockMode clockMode) {
            return set(mock -> mock.clockMode(clockMode));
        }

        /**
         * Sets how many times as fast as real time virtual time is in {@link ClockMode#REAL_TIME}.
         *
         * @param factor above zero, up to a million; if not set 1
         * @return this builder
         */
        public Builder timeFactor(double factor) {
            return set(mock -> mock.timeFactor(factor));
        }

        /**
         * Sets where the account may run its caches.
         *
         * @param platform the platform; if not set {@link Platform#EC2_CLASSIC}
         * @return this builder
         */
        public Builder platform(Platform platform) {
            return set(mock -> mock.platform(platform));
        }

        /**
         * Sets the seed of the identifiers that the mock invents.
         *
         * @param seed any number; if not set 0
         * @return this builder
         */
        public Builder seed(long seed) {
            return set(mock -> mock.seed(seed));
        }

        /**
         * Sets how long an ingress stays {@code authorizing}, and how long {@code revoking}, in virtual time.
         *
         * @param ingressDelay zero or longer; if not set one minute
         * @return this builder
         */
        public Builder ingressDelay(Duration ingressDelay) {
            return set(mock -> mock.ingressDelay(ingressDelay));
        }

        /**
         * Sets the status of an ingress whose authorization has completed.
         *
         * @param status the word, not blank; if not set {@code authorized}
         * @return this builder
         */
        public Builder settledIngressStatus(String status) {
            return set(mock -> mock.settledIngressStatus(status));
        }

        /**
         * Sets whether an ingress may name only registered EC2 security groups, and a cache subnet group only registered subnets.
         *
         * @param strictEc2 if not set {@code false}: every EC2 security group name and every subnet id is taken to exist
         * @return this builder
         */
        public Builder strictEc2(boolean strictEc2) {
            return set(mock -> mock.strictEc2(strictEc2));
        }

        /**
         * Sets how many resources the account may have.
         *
         * @param quotas if not set those of a new account
         * @return this builder
         */
        public Builder quotas(Quotas quotas) {
            return set(mock -> mock.quotas(quotas));
        }

        /**
         * Sets the availability zones in which no node can be created.
         *
         * @param availabilityZones the names of availability zones, for example {@code us-east-1a}; if not set none
         * @return this builder
         */
        public Builder withoutCapacity(String... availabilityZones) {
            return set(mock -> mock.withoutCapacity(availabilityZones));
        }

        /**
         * Sets the files that the mock begins with.
         *
         * @param files resources on the class path, or paths of files; if not set none
         * @return this builder
         */
        public Builder fixtures(String... files) {
            return set(mock -> mock.fixtures(files));
        }

        /**
         * Sets whether calls of other AWS services are kept on this machine while the mock is active.
         *
         * @param offline if not set {@code true}
         * @return this builder
         */
        public Builder offline(boolean offline) {
            return set(mock -> mock.offline(offline));
        }

        /**
         * Sets whether the mock answers the clients that code under test builds by itself.
         *
         * @param activate if not set {@code true}
         * @return this builder
         */
        public Builder activate(boolean activate) {
            this.activates = activate;
            return this;
        }

        /**
         * Sets whether the report of a failure is printed, beside being published.
         *
         * @param printOnFailure if not set {@code true}
         * @return this builder
         */
        public Builder printOnFailure(boolean printOnFailure) {
            this.printsOnFailure = printOnFailure;
            return this;
        }

        /**
         * Sets what no annotation can say, such as single delays and life cycles that go wrong.
         *
         * @param further called once for each mock, in the order of the calls to this builder; several threads may call it
         *     at once
         * @return this builder
         */
        public Builder customize(Consumer<ElastiCacheMockBuilder> further) {
            steps.add(Objects.requireNonNull(further, "further"));
            return this;
        }

        /**
         * Builds the extension. This builder can be used again, without effect on what it has built.
         *
         * @return the extension
         */
        public MockElastiCacheExtension build() {
            return new MockElastiCacheExtension(List.copyOf(steps), activates, printsOnFailure);
        }

        /** Tries a step at once, so that a wrong value is refused where it is written. */
        private Builder set(Consumer<ElastiCacheMockBuilder> step) {
            step.accept(trial);
            steps.add(step);
            return this;
        }
    }
}
