package io.github.mockelasticache.junit5;

import static io.github.mockelasticache.junit5.SecurityGroups.createGroup;
import static io.github.mockelasticache.junit5.SecurityGroups.groups;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.ElastiCacheMockBuilder;
import io.github.mockelasticache.time.Timeline;
import io.github.mockelasticache.time.VirtualClock;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.elasticache.ElastiCacheAsyncClient;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CacheSecurityGroup;

class InjectionTest {

    @Test
    void a_test_may_take_the_mock_its_clients_its_clock_and_its_time_line() {
        TestRun.of(EveryType.class).passes(1);
    }

    @MockElastiCache
    static class EveryType {

        @Test
        void takes_them_all(
                ElastiCacheMock mock,
                ElastiCacheClient client,
                ElastiCacheAsyncClient asyncClient,
                VirtualClock clock,
                Timeline timeline,
                ElastiCacheMockBuilder mocks) {
            createGroup(client, "web");

            assertThat(groups(mock.client())).contains("web");
            assertThat(asyncClient.describeCacheSecurityGroups(all -> {}).join().cacheSecurityGroups())
                    .extracting(CacheSecurityGroup::cacheSecurityGroupName)
                    .contains("web");
            assertThat(clock).isSameAs(mock.clock());
            assertThat(timeline).isSameAs(mock.timeline());
            try (ElastiCacheMock another = mocks.build()) {
                assertThat(groups(another.client())).doesNotContain("web");
            }
        }
    }

    @Test
    void each_client_parameter_is_a_client_of_its_own_so_that_closing_one_disturbs_nobody() {
        TestRun.of(TwoClients.class).passes(1);
    }

    @MockElastiCache
    static class TwoClients {

        @Test
        void closes_one_and_uses_the_other(ElastiCacheClient one, ElastiCacheClient other) {
            assertThat(one).isNotSameAs(other);
            one.close();

            assertThat(groups(other)).containsExactly("default");
        }
    }

    @Test
    void the_extension_alone_is_enough_and_brings_the_defaults() {
        TestRun.of(ExtensionAlone.class).passes(1);
    }

    @ExtendWith(MockElastiCacheExtension.class)
    static class ExtensionAlone {

        @Test
        void has_the_defaults(ElastiCacheMock mock, ElastiCacheClient client) {
            assertThat(mock.region().id()).isEqualTo("us-east-1");
            assertThat(mock.accountId()).isEqualTo("123456789012");
            assertThat(mock.clock().instant()).isEqualTo(Instant.parse("2025-01-01T00:00:00Z"));
            assertThat(groups(client)).containsExactly("default");
        }
    }

    @Test
    void constructor_life_cycle_methods_and_test_see_one_mock() {
        TestRun.of(AllPointsOfATest.class).passes(2);
    }

    @MockElastiCache
    static class AllPointsOfATest {

        private final ElastiCacheMock ofConstructor;

        AllPointsOfATest(TestInfo test, ElastiCacheMock mock, ElastiCacheClient client) {
            ofConstructor = mock;
            createGroup(client, "constructor");
            assertThat(test.getTestMethod()).isPresent();
        }

        @BeforeEach
        void before(ElastiCacheMock mock, ElastiCacheClient client) {
            assertThat(mock).isSameAs(ofConstructor);
            createGroup(client, "before");
        }

        @Test
        void one(ElastiCacheMock mock, ElastiCacheClient client) {
            assertThat(mock).isSameAs(ofConstructor);
            createGroup(client, "test");
        }

        @Test
        void another(ElastiCacheMock mock, ElastiCacheClient client) {
            assertThat(mock).isSameAs(ofConstructor);
            createGroup(client, "test");
        }

        @AfterEach
        void after(ElastiCacheMock mock, ElastiCacheClient client) {
            assertThat(mock).isSameAs(ofConstructor);
            assertThat(groups(client)).containsExactly("before", "constructor", "default", "test");
        }
    }

    @Test
    void class_level_methods_see_the_mock_of_the_class() {
        TestRun.of(AllPointsOfAClass.class).passes(1);
    }

    @MockElastiCache
    static class AllPointsOfAClass {

        @BeforeAll
        static void beforeAll(ElastiCacheClient client) {
            createGroup(client, "before-all");
        }

        @Test
        void test(ElastiCacheClient client) {
            createGroup(client, "test");
        }

        @AfterAll
        static void afterAll(ElastiCacheClient client) {
            assertThat(groups(client)).containsExactly("before-all", "default", "test");
        }
    }

    @Test
    void every_kind_of_test_method_may_take_parameters() {
        TestRun.of(EveryKindOfTest.class).passes(2 + 2 + 1);
    }

    @MockElastiCache
    static class EveryKindOfTest {

        @ParameterizedTest
        @ValueSource(strings = {"web", "cache"})
        void parameterized(String name, ElastiCacheClient client) {
            createGroup(client, name);
            assertThat(groups(client)).containsOnly("default", name);
        }

        @RepeatedTest(2)
        void repeated(ElastiCacheClient client, RepetitionInfo repetition) {
            createGroup(client, "group-" + repetition.getCurrentRepetition());
            assertThat(groups(client)).hasSize(2);
        }

        @TestFactory
        List<DynamicNode> dynamic(ElastiCacheClient client) {
            return List.of(dynamicTest("calls", () -> assertThat(groups(client)).containsExactly("default")));
        }
    }

    @Test
    void nested_classes_of_every_life_cycle_may_take_parameters() {
        TestRun.of(Outer.class).passes(2);
    }

    @MockElastiCache
    static class Outer {

        private final ElastiCacheMock ofOuter;

        Outer(ElastiCacheMock mock) {
            ofOuter = mock;
        }

        @Nested
        class PerMethod {

            private final ElastiCacheMock ofNested;

            PerMethod(ElastiCacheMock mock) {
                ofNested = mock;
            }

            @Test
            void test(ElastiCacheMock mock) {
                assertThat(mock).isSameAs(ofNested).isSameAs(ofOuter);
            }
        }

        @Nested
        @TestInstance(TestInstance.Lifecycle.PER_CLASS)
        class PerClass {

            private final ElastiCacheMock ofNested;

            PerClass(ElastiCacheMock mock) {
                ofNested = mock;
            }

            @BeforeAll
            void beforeAll(ElastiCacheMock mock) {
                assertThat(mock).isSameAs(ofNested).isSameAs(ofOuter);
            }

            @Test
            void test(ElastiCacheMock mock) {
                assertThat(mock).isSameAs(ofNested).isSameAs(ofOuter);
            }
        }
    }

    @Test
    void parameters_of_other_types_are_left_to_other_resolvers() {
        TestRun.of(OtherResolvers.class).passes(1);
    }

    @MockElastiCache
    @ExtendWith(ClockResolver.class)
    static class OtherResolvers {

        @Test
        void takes_others(Clock clock, TestReporter reporter, VirtualClock virtual) {
            assertThat(clock).isNotSameAs(virtual);
            assertThat(reporter).isNotNull();
        }
    }

    static class ClockResolver implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Clock.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
        }
    }

    @Test
    void a_type_that_nobody_resolves_is_reported_by_JUnit() {
        assertThat(TestRun.of(Unsupported.class).failure())
                .isInstanceOf(ParameterResolutionException.class)
                .hasMessageContaining("No ParameterResolver registered")
                .hasMessageContaining("java.time.Clock");
    }

    @MockElastiCache
    static class Unsupported {

        @Test
        void takes_a_plain_clock(Clock clock) {
            assertThat(clock).isNull();
        }
    }
}
