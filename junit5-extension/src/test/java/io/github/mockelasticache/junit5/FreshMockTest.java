package io.github.mockelasticache.junit5;

import static io.github.mockelasticache.junit5.SecurityGroups.createGroup;
import static io.github.mockelasticache.junit5.SecurityGroups.groups;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.ElastiCacheMockBuilder;
import io.github.mockelasticache.time.VirtualClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;

class FreshMockTest {

    @Test
    void each_test_starts_with_a_mock_that_no_other_test_has_touched() {
        TestRun.of(TwoTests.class).passes(2);
    }

    @MockElastiCache
    static class TwoTests {

        @BeforeEach
        void the_mock_is_new(ElastiCacheClient client, VirtualClock clock) {
            assertThat(groups(client)).containsExactly("default");
            assertThat(clock.instant()).isEqualTo("2025-01-01T00:00:00Z");
        }

        @Test
        void one(ElastiCacheClient client, VirtualClock clock) {
            createGroup(client, "web");
            clock.advance(Duration.ofDays(1));
        }

        @Test
        void another(ElastiCacheClient client, VirtualClock clock) {
            createGroup(client, "web");
            clock.advance(Duration.ofDays(1));
        }
    }

    @Test
    void each_invocation_of_a_parameterized_test_has_a_fresh_mock() {
        TestRun.of(Parameterized.class).passes(3);
    }

    @MockElastiCache
    static class Parameterized {

        @ParameterizedTest
        @ValueSource(ints = {1, 2, 3})
        void creates_the_same_group(int attempt, ElastiCacheClient client) {
            createGroup(client, "web");

            assertThat(groups(client)).containsExactly("default", "web");
        }
    }

    @Test
    void each_repetition_has_a_fresh_mock() {
        TestRun.of(Repeated.class).passes(3);
    }

    @MockElastiCache
    static class Repeated {

        @RepeatedTest(3)
        void creates_the_same_group(ElastiCacheClient client) {
            createGroup(client, "web");

            assertThat(groups(client)).containsExactly("default", "web");
        }
    }

    @Test
    void tests_of_a_PER_CLASS_instance_have_fresh_mocks_unless_the_class_itself_takes_one() {
        TestRun.of(PerClassInstance.class).passes(2);
    }

    @MockElastiCache
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class PerClassInstance {

        @Test
        void one(ElastiCacheClient client) {
            createGroup(client, "web");
        }

        @Test
        void another(ElastiCacheClient client) {
            createGroup(client, "web");
        }
    }

    @Test
    void the_life_cycle_may_be_PER_CLASS_by_default() {
        TestRun.of(Map.of("junit.jupiter.testinstance.lifecycle.default", "per_class"), TwoTests.class)
                .passes(2);
    }

    @Test
    void the_dynamic_tests_of_one_factory_share_its_mock_and_those_of_another_do_not() {
        TestRun.of(TwoFactories.class).passes(2 + 2);
    }

    @MockElastiCache
    static class TwoFactories {

        @TestFactory
        Stream<DynamicNode> one(ElastiCacheClient client) {
            return Stream.of(
                    dynamicTest("creates", () -> createGroup(client, "web")),
                    dynamicTest("finds it", () -> assertThat(groups(client)).containsExactly("default", "web")));
        }

        @TestFactory
        DynamicNode another(ElastiCacheClient client) {
            return dynamicContainer(
                    "in a container",
                    List.of(
                            dynamicTest("creates", () -> createGroup(client, "web")),
                            dynamicTest(
                                    "finds it", () -> assertThat(groups(client)).containsExactly("default", "web"))));
        }
    }

    @Test
    void a_factory_gives_each_dynamic_test_a_fresh_mock_with_the_builder() {
        TestRun.of(FreshDynamicTests.class).passes(3);
    }

    @MockElastiCache(region = "eu-west-1")
    static class FreshDynamicTests {

        @TestFactory
        Stream<DynamicNode> creates_the_same_group(ElastiCacheMockBuilder mocks) {
            return Stream.of("one", "two", "three")
                    .map(name -> dynamicTest(name, () -> {
                        try (ElastiCacheMock mock = mocks.build()) {
                            ElastiCacheClient client = mock.client();
                            createGroup(client, "web");

                            assertThat(groups(client)).containsExactly("default", "web");
                            assertThat(mock.region().id()).isEqualTo("eu-west-1");
                        }
                    }));
        }
    }

    @Test
    void a_client_that_outlives_its_test_fails_and_says_why() {
        TestRun.of(KeepsItsClient.class).passes(2);
    }

    @Test
    void a_mock_is_closed_even_if_JUnit_is_told_not_to_close_what_extensions_store() {
        TestRun.of(Map.of("junit.jupiter.extensions.store.close.autocloseable.enabled", "false"), KeepsItsClient.class)
                .passes(2);
    }

    @MockElastiCache
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class KeepsItsClient {

        private ElastiCacheClient kept;

        @Test
        @Order(1)
        void keeps_it(ElastiCacheClient client) {
            kept = client;
            assertThat(groups(kept)).containsExactly("default");
        }

        @Test
        @Order(2)
        void uses_it_later() {
            assertThatThrownBy(() -> groups(kept))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("closed");
        }
    }
}
