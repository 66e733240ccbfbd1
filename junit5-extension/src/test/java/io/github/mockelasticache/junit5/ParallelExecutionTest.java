package io.github.mockelasticache.junit5;

import static io.github.mockelasticache.junit5.SecurityGroups.authorizeIngress;
import static io.github.mockelasticache.junit5.SecurityGroups.createGroup;
import static io.github.mockelasticache.junit5.SecurityGroups.groups;
import static io.github.mockelasticache.junit5.SecurityGroups.ingressStatus;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.mockelasticache.ElastiCacheMock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.elasticache.ElastiCacheAsyncClient;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;

/**
 * Eight tests at once. Each stops halfway until all eight have come so far, but not for long: JUnit's pool promises eight
 * threads, not that it uses all of them at one time. What a test finds does not depend on it.
 */
class ParallelExecutionTest {

    private static final Map<String, String> EIGHT_AT_ONCE = Map.of(
            "junit.jupiter.execution.parallel.enabled", "true",
            "junit.jupiter.execution.parallel.mode.default", "concurrent",
            "junit.jupiter.execution.parallel.mode.classes.default", "concurrent",
            "junit.jupiter.execution.parallel.config.executor-service", "FORK_JOIN_POOL",
            "junit.jupiter.execution.parallel.config.strategy", "fixed",
            "junit.jupiter.execution.parallel.config.fixed.parallelism", "8");

    private static volatile CountDownLatch halfway = new CountDownLatch(8);

    @BeforeEach
    void nobody_is_halfway_yet() {
        halfway = new CountDownLatch(8);
    }

    @Test
    void eight_methods_of_one_class_at_once_see_their_own_mocks() {
        TestRun.of(EIGHT_AT_ONCE, EightMethods.class).passes(8);
    }

    @Test
    void eight_repetitions_at_once_see_their_own_mocks() {
        TestRun.of(EIGHT_AT_ONCE, EightRepetitions.class).passes(8);
    }

    @Test
    void eight_sets_of_arguments_at_once_see_their_own_mocks() {
        TestRun.of(EIGHT_AT_ONCE, EightArguments.class).passes(8);
    }

    @Test
    void eight_invocations_of_a_template_at_once_see_their_own_mocks() {
        TestRun.of(EIGHT_AT_ONCE, EightInvocations.class).passes(8);
    }

    @Test
    void eight_factories_at_once_share_their_mocks_with_their_own_dynamic_tests_only() {
        TestRun.of(EIGHT_AT_ONCE, EightFactories.class).passes(8 * 2);
    }

    @Test
    void eight_classes_at_once_see_their_own_mocks() {
        TestRun.of(EIGHT_AT_ONCE, A.class, B.class, C.class, D.class, E.class, F.class, G.class, H.class)
                .passes(8);
    }

    @Test
    void eight_classes_of_eight_methods_see_their_own_mocks() {
        TestRun.of(EIGHT_AT_ONCE, A8.class, B8.class, C8.class, D8.class, E8.class, F8.class, G8.class, H8.class)
                .passes(8 * 8);
    }

    @Test
    void eight_methods_at_once_may_share_the_mock_of_their_class() {
        TestRun.of(EIGHT_AT_ONCE, EightOnOneMock.class).passes(8);
    }

    /** Changes a mock in the name of one test and finds, after the others did the same, its own changes only. */
    @MockElastiCache
    abstract static class OnItsOwn {

        private final ElastiCacheMock mock;
        private String group;
        private Duration delay;

        OnItsOwn(ElastiCacheMock mock) {
            this.mock = mock;
        }

        @BeforeEach
        void set_up(TestInfo test, ElastiCacheClient client) {
            group = "group-" + Integer.toHexString((test.getTestClass() + test.getDisplayName()).hashCode());
            delay = Duration.ofMinutes(1 + Math.floorMod(group.hashCode(), 1000));
            createGroup(client, group);
            authorizeIngress(client, group);
        }

        void use(ElastiCacheClient client, ElastiCacheAsyncClient asyncClient) throws Exception {
            mock.clock().advance(delay);
            meetTheOthers();

            assertThat(groups(client)).containsExactlyInAnyOrder("default", group);
            assertThat(asyncClient.describeCacheSecurityGroups(all -> {}).join().cacheSecurityGroups())
                    .hasSize(2);
            assertThat(ingressStatus(client, group)).isEqualTo("authorized");
        }

        @AfterEach
        void look_back(ElastiCacheMock ofMethod) {
            assertThat(ofMethod).isSameAs(mock);
            assertThat(mock.clock().instant())
                    .isEqualTo(Instant.parse("2025-01-01T00:00:00Z").plus(delay));
            assertThat(mock.timeline().history())
                    .singleElement()
                    .satisfies(transition -> assertThat(transition.resource()).endsWith(":" + group));
        }
    }

    abstract static class EightTests extends OnItsOwn {

        EightTests(ElastiCacheMock mock) {
            super(mock);
        }

        @Test
        void one(ElastiCacheClient client, ElastiCacheAsyncClient asyncClient) throws Exception {
            use(client, asyncClient);
        }

        @Test
        void two(ElastiCacheClient client, ElastiCacheAsyncClient asyncClient) throws Exception {
            use(client, asyncClient);
        }

        @Test
        void three(ElastiCacheClient client, ElastiCacheAsyncClient asyncClient) throws Exception {
            use(client, asyncClient);
        }

        @Test
        void four(ElastiCacheClient client, ElastiCacheAsyncClient asyncClient) throws Exception {
            use(client, asyncClient);
        }

        @Test
        void five(ElastiCacheClient client, ElastiCacheAsyncClient asyncClient) throws Exception {
            use(client, asyncClient);
        }

        @Test
        void six(ElastiCacheClient client, ElastiCacheAsyncClient asyncClient) throws Exception {
            use(client, asyncClient);
        }

        @Test
        void seven(ElastiCacheClient client, ElastiCacheAsyncClient asyncClient) throws Exception {
            use(client, asyncClient);
        }

        @Nested
        class Inside {

            @Test
            void eight(ElastiCacheClient client, ElastiCacheAsyncClient asyncClient) throws Exception {
                use(client, asyncClient);
            }
        }
    }

    static class EightMethods extends EightTests {

        EightMethods(ElastiCacheMock mock) {
            super(mock);
        }
    }

    static class EightRepetitions extends OnItsOwn {

        EightRepetitions(ElastiCacheMock mock) {
            super(mock);
        }

        @RepeatedTest(8)
        void repeated(ElastiCacheClient client, ElastiCacheAsyncClient asyncClient) throws Exception {
            use(client, asyncClient);
        }
    }

    static class EightArguments extends OnItsOwn {

        EightArguments(ElastiCacheMock mock) {
            super(mock);
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
        void parameterized(int number, ElastiCacheClient client, ElastiCacheAsyncClient asyncClient) throws Exception {
            assertThat(number).isBetween(1, 8);
            use(client, asyncClient);
        }
    }

    static class EightInvocations extends OnItsOwn {

        EightInvocations(ElastiCacheMock mock) {
            super(mock);
        }

        @TestTemplate
        @ExtendWith(EightTimes.class)
        void invoked(ElastiCacheClient client, ElastiCacheAsyncClient asyncClient) throws Exception {
            use(client, asyncClient);
        }
    }

    static class EightTimes implements TestTemplateInvocationContextProvider {

        @Override
        public boolean supportsTestTemplate(ExtensionContext context) {
            return true;
        }

        @Override
        public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
            return IntStream.rangeClosed(1, 8).mapToObj(number -> new TestTemplateInvocationContext() {});
        }
    }

    @MockElastiCache
    static class EightFactories {

        @TestFactory
        Stream<DynamicTest> one(ElastiCacheClient client) {
            return twoTests("one", client);
        }

        @TestFactory
        Stream<DynamicTest> two(ElastiCacheClient client) {
            return twoTests("two", client);
        }

        @TestFactory
        Stream<DynamicTest> three(ElastiCacheClient client) {
            return twoTests("three", client);
        }

        @TestFactory
        Stream<DynamicTest> four(ElastiCacheClient client) {
            return twoTests("four", client);
        }

        @TestFactory
        Stream<DynamicTest> five(ElastiCacheClient client) {
            return twoTests("five", client);
        }

        @TestFactory
        Stream<DynamicTest> six(ElastiCacheClient client) {
            return twoTests("six", client);
        }

        @TestFactory
        Stream<DynamicTest> seven(ElastiCacheClient client) {
            return twoTests("seven", client);
        }

        @TestFactory
        Stream<DynamicTest> eight(ElastiCacheClient client) {
            return twoTests("eight", client);
        }

        private static Stream<DynamicTest> twoTests(String group, ElastiCacheClient client) {
            createGroup(client, group);
            return Stream.of("find", "it")
                    .map(name -> dynamicTest(name, () -> {
                        meetTheOthers();
                        assertThat(groups(client)).containsExactlyInAnyOrder("default", group);
                    }));
        }
    }

    abstract static class OneTest extends OnItsOwn {

        OneTest(ElastiCacheMock mock) {
            super(mock);
        }

        @Test
        void one(ElastiCacheClient client, ElastiCacheAsyncClient asyncClient) throws Exception {
            use(client, asyncClient);
        }
    }

    static class A extends OneTest {

        A(ElastiCacheMock mock) {
            super(mock);
        }
    }

    static class B extends OneTest {

        B(ElastiCacheMock mock) {
            super(mock);
        }
    }

    static class C extends OneTest {

        C(ElastiCacheMock mock) {
            super(mock);
        }
    }

    static class D extends OneTest {

        D(ElastiCacheMock mock) {
            super(mock);
        }
    }

    static class E extends OneTest {

        E(ElastiCacheMock mock) {
            super(mock);
        }
    }

    static class F extends OneTest {

        F(ElastiCacheMock mock) {
            super(mock);
        }
    }

    static class G extends OneTest {

        G(ElastiCacheMock mock) {
            super(mock);
        }
    }

    static class H extends OneTest {

        H(ElastiCacheMock mock) {
            super(mock);
        }
    }

    static class A8 extends EightTests {

        A8(ElastiCacheMock mock) {
            super(mock);
        }
    }

    static class B8 extends EightTests {

        B8(ElastiCacheMock mock) {
            super(mock);
        }
    }

    static class C8 extends EightTests {

        C8(ElastiCacheMock mock) {
            super(mock);
        }
    }

    static class D8 extends EightTests {

        D8(ElastiCacheMock mock) {
            super(mock);
        }
    }

    static class E8 extends EightTests {

        E8(ElastiCacheMock mock) {
            super(mock);
        }
    }

    static class F8 extends EightTests {

        F8(ElastiCacheMock mock) {
            super(mock);
        }
    }

    static class G8 extends EightTests {

        G8(ElastiCacheMock mock) {
            super(mock);
        }
    }

    static class H8 extends EightTests {

        H8(ElastiCacheMock mock) {
            super(mock);
        }
    }

    /** The first of its tests to need the mock of the class makes it, at the same time as the others. */
    @MockElastiCache
    static class EightOnOneMock {

        @RepeatedTest(8)
        void finds_the_groups_of_all(RepetitionInfo repetition, ElastiCacheClient client) throws Exception {
            createGroup(client, "group-" + repetition.getCurrentRepetition());
            meetTheOthers();

            assertThat(groups(client)).contains("group-" + repetition.getCurrentRepetition());
        }

        @AfterAll
        static void finds_the_groups_of_all(ElastiCacheClient client) {
            assertThat(groups(client)).hasSize(1 + 8);
        }
    }

    private static void meetTheOthers() throws InterruptedException {
        halfway.countDown();
        halfway.await(2, TimeUnit.SECONDS);
    }
}
