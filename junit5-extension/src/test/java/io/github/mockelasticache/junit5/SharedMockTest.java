package io.github.mockelasticache.junit5;

import static io.github.mockelasticache.junit5.SecurityGroups.createGroup;
import static io.github.mockelasticache.junit5.SecurityGroups.groups;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.Platform;
import io.github.mockelasticache.time.ClockMode;
import io.github.mockelasticache.time.Timeline;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestClassOrder;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;

class SharedMockTest {

    @Test
    void what_BeforeAll_sets_up_every_test_of_the_class_finds() {
        TestRun.of(SetUpOnce.class).passes(3);
    }

    @MockElastiCache
    static class SetUpOnce {

        private final ElastiCacheMock ofConstructor;

        SetUpOnce(ElastiCacheMock mock) {
            ofConstructor = mock;
        }

        @BeforeAll
        static void set_up(ElastiCacheClient client) {
            createGroup(client, "web");
        }

        @BeforeEach
        void before(ElastiCacheMock mock) {
            assertThat(mock).isSameAs(ofConstructor);
        }

        @Test
        void one(ElastiCacheClient client) {
            assertThat(groups(client)).contains("web");
        }

        @Test
        void another(ElastiCacheClient client) {
            assertThat(groups(client)).contains("web");
        }

        @Nested
        class InANestedClass {

            @Test
            void too(ElastiCacheClient client, ElastiCacheMock mock) {
                assertThat(groups(client)).contains("web");
                assertThat(mock).isSameAs(ofConstructor);
            }
        }
    }

    @Test
    void what_the_tests_did_AfterAll_finds_even_if_nothing_else_of_the_class_takes_the_mock() {
        TestRun.of(LooksBack.class, EachLooksBack.class).passes(2 + 1);
    }

    @MockElastiCache
    static class LooksBack {

        @Test
        void one(ElastiCacheClient client) {
            createGroup(client, "one");
        }

        @Nested
        class InANestedClass {

            @Test
            void another(ElastiCacheClient client) {
                createGroup(client, "another");
            }
        }

        @AfterAll
        static void look_back(ElastiCacheClient client) {
            assertThat(groups(client)).containsExactly("another", "default", "one");
        }
    }

    @MockElastiCache
    static class EachLooksBack {

        @Nested
        class InANestedClass {

            @Test
            void one(ElastiCacheClient client) {
                createGroup(client, "one");
            }

            @AfterAll
            static void look_back(ElastiCacheClient client) {
                assertThat(groups(client)).contains("one");
            }
        }

        @AfterAll
        static void look_back(ElastiCacheClient client) {
            assertThat(groups(client)).containsExactly("default", "one");
        }
    }

    @Test
    void a_PER_CLASS_instance_that_takes_a_mock_in_its_constructor_shares_it_with_its_tests() {
        TestRun.of(PerClassConstructor.class).passes(2);
    }

    @MockElastiCache
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class PerClassConstructor {

        private final ElastiCacheClient client;

        PerClassConstructor(ElastiCacheClient client) {
            this.client = client;
        }

        @Test
        @Order(1)
        void creates(ElastiCacheClient parameter) {
            createGroup(parameter, "web");
            assertThat(groups(client)).contains("web");
        }

        @Test
        @Order(2)
        void finds() {
            assertThat(groups(client)).contains("web");
        }

        @AfterAll
        void after_all(ElastiCacheClient parameter) {
            assertThat(groups(parameter)).contains("web");
        }
    }

    @Test
    void two_classes_do_not_share() {
        TestRun.of(SetUpOnce.class, SetUpOnceMore.class).passes(3 + 3);
    }

    static class SetUpOnceMore extends SetUpOnce {

        SetUpOnceMore(ElastiCacheMock mock) {
            super(mock);
        }
    }

    @Test
    void a_nested_class_that_shares_its_mock_leaves_the_enclosing_class_alone() {
        TestRun.of(SharesInside.class).passes(4);
    }

    @MockElastiCache
    static class SharesInside {

        @Test
        void one(ElastiCacheClient client) {
            createGroup(client, "web");
        }

        @Test
        void another(ElastiCacheClient client) {
            createGroup(client, "web");
        }

        @Nested
        @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
        class Shares {

            @BeforeAll
            static void set_up(ElastiCacheClient client) {
                createGroup(client, "web");
            }

            @Test
            @Order(1)
            void creates_another(ElastiCacheClient client) {
                createGroup(client, "cache");
            }

            @Test
            @Order(2)
            void finds_both(ElastiCacheClient client) {
                assertThat(groups(client)).containsExactly("cache", "default", "web");
            }
        }
    }

    @Test
    void the_invocations_of_a_parameterized_class_share_what_BeforeAll_has_set_up() {
        TestRun.of(ParameterizedSetUpOnce.class).passes(2);
    }

    @MockElastiCache
    @ParameterizedClass
    @ValueSource(strings = {"one", "two"})
    static class ParameterizedSetUpOnce {

        @Parameter
        String name;

        @BeforeAll
        static void set_up(ElastiCacheClient client) {
            createGroup(client, "web");
        }

        @Test
        void finds_it(ElastiCacheClient client) {
            assertThat(groups(client)).contains("web").doesNotContain(name);
            createGroup(client, name);
        }
    }

    @Test
    void a_shared_mock_is_closed_after_the_last_test_of_its_class() {
        TestRun.of(Keeper.class).passes(2);
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    @TestClassOrder(ClassOrderer.OrderAnnotation.class)
    static class Keeper {

        private ElastiCacheClient kept;

        @Nested
        @Order(1)
        @MockElastiCache
        @TestInstance(TestInstance.Lifecycle.PER_CLASS)
        class Shares {

            @BeforeAll
            void keep(ElastiCacheClient client) {
                kept = client;
            }

            @Test
            void uses_it() {
                assertThat(groups(kept)).containsExactly("default");
            }
        }

        @Nested
        @Order(2)
        class Afterwards {

            @Test
            void uses_it_later() {
                assertThatThrownBy(() -> groups(kept))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("closed");
            }
        }
    }

    @Test
    void a_method_that_wants_another_mock_than_the_shared_one_is_refused() {
        assertThat(TestRun.of(WantsAnother.class).failure())
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessageContaining("clockMode = INSTANT on method ")
                .hasMessageContaining("WantsAnother.test")
                .hasMessageContaining("share one mock")
                .hasMessageContaining("@BeforeEach");
    }

    @MockElastiCache
    static class WantsAnother {

        @BeforeAll
        static void set_up(ElastiCacheClient client) {
            createGroup(client, "web");
        }

        @Test
        @MockElastiCache(clockMode = ClockMode.INSTANT)
        void test(ElastiCacheClient client) {
            assertThat(groups(client)).contains("web");
        }
    }

    @Test
    void a_nested_class_that_wants_another_mock_than_the_shared_one_is_refused_even_if_it_takes_no_parameter() {
        assertThat(TestRun.of(NestedWantsAnother.class).failure())
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessageContaining("platform = VPC_ONLY on class ")
                .hasMessageContaining("share one mock");
    }

    @MockElastiCache
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class NestedWantsAnother {

        private final ElastiCacheClient client;

        NestedWantsAnother(ElastiCacheClient client) {
            this.client = client;
        }

        @Nested
        @MockElastiCache(platform = Platform.VPC_ONLY)
        class OnVpc {

            @Test
            void test() {
                assertThat(groups(client)).isEmpty();
            }
        }
    }

    @Test
    void an_annotation_that_says_what_the_shared_mock_is_anyway_is_welcome() {
        TestRun.of(SaysTheSame.class).passes(1);
    }

    @MockElastiCache(region = "eu-west-1")
    static class SaysTheSame {

        @BeforeAll
        static void set_up(Timeline timeline) {
            assertThat(timeline.pending()).isEmpty();
        }

        @Test
        @MockElastiCache(region = "eu-west-1")
        void test(ElastiCacheMock mock) {
            assertThat(mock.region().id()).isEqualTo("eu-west-1");
        }
    }
}
