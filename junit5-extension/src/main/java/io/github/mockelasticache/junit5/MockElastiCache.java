package io.github.mockelasticache.junit5;

import io.github.mockelasticache.Platform;
import io.github.mockelasticache.time.ClockMode;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives a test its own {@link io.github.mockelasticache.ElastiCacheMock ElastiCacheMock}, and the AWS SDK clients that
 * talk to it.
 *
 * <pre>{@code
 * @MockElastiCache
 * class IngressTest {
 *
 *     @Test
 *     void an_authorized_ingress_settles_after_a_minute(ElastiCacheClient client, VirtualClock clock) {
 *         client.createCacheSecurityGroup(r -> r.cacheSecurityGroupName("web").description("web tier"));
 *         client.authorizeCacheSecurityGroupIngress(r -> r.cacheSecurityGroupName("web")
 *                 .ec2SecurityGroupName("frontend")
 *                 .ec2SecurityGroupOwnerId("123456781234"));
 *         clock.advance(Duration.ofMinutes(1));
 *         // ... the ingress is "authorized" now
 *     }
 * }
 * }</pre>
 *
 * <h2>What is injected</h2>
 *
 * <p>Constructors, life-cycle methods and test methods of every kind ({@code @Test}, {@code @ParameterizedTest},
 * {@code @RepeatedTest}, {@code @TestTemplate}, {@code @TestFactory}) may declare parameters of these types, in any
 * number and order:
 *
 * <ul>
 *   <li>{@link io.github.mockelasticache.ElastiCacheMock ElastiCacheMock}: the mock itself;
 *   <li>{@link software.amazon.awssdk.services.elasticache.ElastiCacheClient ElastiCacheClient} and {@link
 *       software.amazon.awssdk.services.elasticache.ElastiCacheAsyncClient ElastiCacheAsyncClient}: a new client of the
 *       mock's default region for each parameter, closed with the mock;
 *   <li>{@link io.github.mockelasticache.time.VirtualClock VirtualClock}: the mock's clock. A parameter of the type
 *       {@link java.time.Clock} is left to other resolvers;
 *   <li>{@link io.github.mockelasticache.time.Timeline Timeline}: the mock's pending and past transitions;
 *   <li>{@link io.github.mockelasticache.ElastiCacheMockBuilder}: a new builder, configured as
 *       the annotations say, for the tests that make further mocks themselves, and close them. See dynamic tests,
 *       below.
 * </ul>
 *
 * <p>Every other type is left to other resolvers.
 *
 * <h2>Which mock a test sees</h2>
 *
 * <p>Normally each test has a fresh mock, and so has each invocation of a parameterized or repeated test. The test's
 * constructor, its {@code @BeforeEach} and {@code @AfterEach} methods (those of enclosing classes too) and the test
 * method see the same one. It is closed after the test: a client that outlives it fails with a message that says so.
 *
 * <p>A class has <em>one mock for all of its tests</em> if it takes a parameter of the mock (any type of the list
 * above, save the builder) where no single test is running: in a {@code @BeforeAll} or {@code @AfterAll} method, or in
 * the constructor of a class with {@code @TestInstance(PER_CLASS)}. That mock is then what everything in this class
 * sees, nested classes included: what {@code @BeforeAll} sets up, the tests find. It is closed after the class's last
 * test. Since one mock cannot be configured in two ways, an annotation inside such a class that sets an attribute
 * otherwise than the class does is refused with an
 * {@link org.junit.jupiter.api.extension.ExtensionConfigurationException ExtensionConfigurationException}.
 *
 * <p>The dynamic tests that a {@code @TestFactory} method returns are closures over its parameters, so they share the
 * mock of their factory; JUnit offers no way to hand each of them a parameter of its own. A factory whose tests must
 * not see each other takes the builder:
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> each_has_its_own(ElastiCacheMockBuilder mocks) {
 *     return Stream.of("web", "cache").map(name -> dynamicTest(name, () -> {
 *         try (ElastiCacheMock mock = mocks.build()) {
 *             // ...
 *         }
 *     }));
 * }
 * }</pre>
 *
 * <h2>Clients that code under test builds</h2>
 *
 * <p>The mock is active on the test's thread, from before the constructor until after the last {@code @AfterEach} method:
 * whatever ElastiCache client is built there, with any HTTP client and any configuration, is answered by it, on all threads.
 * {@code activate = false} turns this off.
 *
 * <p>A mock that all tests of a class share is active from the start of the class on, before its instance or anything else is
 * made. In any other class a mock of its own is active until the first test begins, and then closed. So an application that is
 * started there, as Spring does for a {@code PER_CLASS} instance or a {@code @BeforeAll} method, meets no AWS either; the clients
 * that it builds follow the mock of each test from then on, in other test classes too, but what it had created is gone. Take the
 * mock in {@code @BeforeAll} to keep it.
 *
 * <p>A client that is used by several tests at once, as a bean of a shared application context in parallel execution, can
 * belong to one of their mocks only. Let such tests run one after the other.
 *
 * <h2>Where it may stand</h2>
 *
 * <p>On a test class, a nested test class, an interface or superclass of one, a test method, or an annotation (composed
 * annotations may be composed again). An attribute that an annotation does not set is looked for further out, attribute
 * by attribute. The first of these that sets it decides:
 *
 * <ol>
 *   <li>the test method;
 *   <li>the test class, then its interfaces in the order of their declaration, then its superclass and so on;
 *   <li>the enclosing class of a nested class, in the same way, and so on outwards;
 *   <li>a {@link MockElastiCacheExtension} that is registered with
 *       {@link org.junit.jupiter.api.extension.RegisterExtension @RegisterExtension}, the innermost one;
 *   <li>the default, as each attribute states.
 * </ol>
 *
 * <p>At each of these places the annotation itself comes before a composed one, and a composed one before those that it
 * is composed of. Two composed annotations that stand side by side and set one attribute differently are refused.
 *
 * <p>A {@code String} attribute is not set if it is empty; the others are arrays so that they can be not set, and, save for
 * {@link #quotas}, {@link #withoutCapacity} and {@link #fixtures}, take one value, which Java lets you write without braces:
 * {@code clockMode = ClockMode.INSTANT}. A wrong value fails the
 * class or the test with an {@code ExtensionConfigurationException} that names the attribute, the value and the fix.
 *
 * <h2>When a test fails</h2>
 *
 * <p>The calls that its mock has seen, what existed, what its clock showed, the transitions that had happened and those that
 * were still pending are published as a report entry of the test. As tools such as Maven Surefire leave report entries out,
 * they are printed to the standard output too; {@code printOnFailure = false} turns that off. A test that passes prints
 * nothing.
 *
 * <h2>Parallel execution</h2>
 *
 * <p>Tests may run in parallel, by class and by method: nothing is shared between two mocks, and the extension locks
 * nothing. Tests of a class that has one mock for all of them share its state and its clock, as they would share any
 * other object; the mock itself is safe to use from several threads.
 *
 * @see MockElastiCacheExtension
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ExtendWith(MockElastiCacheExtension.class)
public @interface MockElastiCache {

    /**
     * The region of the clients that are injected.
     *
     * @return the id of a region that the AWS SDK knows, such as {@code "eu-west-1"}; if not set {@code "us-east-1"}
     */
    String region() default "";

    /**
     * The account that owns the mock's resources.
     *
     * @return twelve digits; if not set {@code "123456789012"}
     */
    String accountId() default "";

    /**
     * The instant that the virtual clock shows first.
     *
     * @return an instant in ISO-8601, in UTC; if not set {@code "2025-01-01T00:00:00Z"}
     */
    String startingAt() default "";

    /**
     * What makes virtual time move.
     *
     * @return one mode; if not set {@link ClockMode#MANUAL}
     */
    ClockMode[] clockMode() default {};

    /**
     * How many times as fast as real time virtual time is in {@link ClockMode#REAL_TIME}; without effect in other modes.
     *
     * @return one number above zero, up to a million; if not set 1
     */
    double[] timeFactor() default {};

    /**
     * Where the account may run its caches.
     *
     * @return one platform; if not set {@link Platform#EC2_CLASSIC}
     */
    Platform[] platform() default {};

    /**
     * The seed of the identifiers that the mock invents, such as request ids. The same calls on the same seed get the
     * same identifiers.
     *
     * @return one number; if not set 0
     */
    long[] seed() default {};

    /**
     * How long an ingress stays {@code authorizing}, and how long {@code revoking}, in virtual time.
     *
     * @return a duration in ISO-8601, zero or longer; if not set {@code "PT1M"}
     */
    String ingressDelay() default "";

    /**
     * The status of an ingress whose authorization has completed: acceptance tests of public client libraries report
     * {@code authorized}, the sample in the user guide shows {@code available}.
     *
     * @return the word, not blank; if not set {@code "authorized"}
     */
    String settledIngressStatus() default "";

    /**
     * Whether an ingress may name only those EC2 security groups that were registered with {@link
     * io.github.mockelasticache.ElastiCacheMock#registerEc2SecurityGroup ElastiCacheMock.registerEc2SecurityGroup}, and a cache
     * subnet group only those subnets that were registered with {@link
     * io.github.mockelasticache.ElastiCacheMock#registerSubnet(software.amazon.awssdk.regions.Region, String, String, String)
     * ElastiCacheMock.registerSubnet}.
     *
     * @return one truth value; if not set {@code false}: every EC2 security group name and every subnet id is taken to exist
     */
    boolean[] strictEc2() default {};

    /**
     * The quotas of the account that are not those of a new one.
     *
     * <pre>{@code
     * @MockElastiCache(quotas = @WithQuota(of = Quota.CACHE_SECURITY_GROUPS, number = 2))
     * }</pre>
     *
     * @return the quotas, each kind of resource once; if not set those of {@link
     *     io.github.mockelasticache.Quotas#documented Quotas.documented}
     */
    WithQuota[] quotas() default {};

    /**
     * The availability zones in which no node can be created: see {@link
     * io.github.mockelasticache.ElastiCacheMock#withoutCapacity ElastiCacheMock.withoutCapacity}.
     *
     * @return the names of availability zones, for example {@code "us-east-1a"}; if not set none
     */
    String[] withoutCapacity() default {};

    /**
     * The files that the mock begins with: what the describe commands of the AWS CLI print, or one snapshot of a mock. Needs
     * Jackson 3 on the class path.
     *
     * @return resources on the class path, or paths of files; if not set none
     * @see io.github.mockelasticache.ElastiCacheMock#load ElastiCacheMock.load
     */
    String[] fixtures() default {};

    /**
     * Whether the mock answers the clients that code under test builds by itself, on the thread of the test: see
     * {@link io.github.mockelasticache.ElastiCacheMock#activate ElastiCacheMock.activate}.
     *
     * @return one truth value; if not set {@code true}
     */
    boolean[] activate() default {};

    /**
     * Whether calls of other AWS services are kept on this machine while the mock is active.
     *
     * @return one truth value; if not set {@code true}: such a call fails, unless it goes to a loopback address
     */
    boolean[] offline() default {};

    /**
     * Whether what the mock saw is printed when a test fails, beside being published as a report entry.
     *
     * @return one truth value; if not set {@code true}
     */
    boolean[] printOnFailure() default {};
}
