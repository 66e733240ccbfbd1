package io.github.mockelasticache.junit5;

import static io.github.mockelasticache.junit5.SecurityGroups.createGroup;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mockelasticache.ElastiCacheMock;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CacheSecurityGroupQuotaExceededException;
import software.amazon.awssdk.services.elasticache.model.CreateCacheSecurityGroupRequest;

/** Code under test that builds its own clients is answered by the mock of its test. */
class ActivationTest {

    @Test
    void clients_that_are_built_anywhere_in_a_test_are_answered_by_its_mock() {
        TestRun.of(BuildsItsOwn.class).passes(3);
    }

    @MockElastiCache(region = "eu-west-1")
    static class BuildsItsOwn {

        private final ElastiCacheClient ofTheField = ElastiCacheClient.create();

        @Test
        void in_a_field() {
            assertThat(groups(ofTheField)).isEqualTo(1);
        }

        @Test
        void in_the_test(ElastiCacheMock mock) {
            try (ElastiCacheClient own = ElastiCacheClient.create()) {
                own.createCacheSecurityGroup(
                        group -> group.cacheSecurityGroupName("web").description("web tier"));
            }
            assertThat(groups(ofTheField)).isEqualTo(2);
            assertThat(groups(mock.client())).isEqualTo(2);
        }

        @Nested
        class Inside {

            private final ElastiCacheClient inner = ElastiCacheClient.create();

            @Test
            void in_a_nested_class() {
                ofTheField.createCacheSecurityGroup(
                        group -> group.cacheSecurityGroupName("web").description("web tier"));
                assertThat(groups(inner)).isEqualTo(2);
            }
        }
    }

    @Test
    void a_client_in_a_static_field_follows_the_mock_of_the_running_test() {
        TestRun.of(HasAStaticClient.class).passes(3);
    }

    @MockElastiCache
    static class HasAStaticClient {

        @RepeatedTest(3)
        void each_sees_its_own_state() {
            StaticClient.CLIENT.createCacheSecurityGroup(
                    group -> group.cacheSecurityGroupName("web").description("web tier"));
            assertThat(groups(StaticClient.CLIENT)).isEqualTo(2);
        }
    }

    private static final class StaticClient {
        static final ElastiCacheClient CLIENT = ElastiCacheClient.create();
    }

    @Test
    void the_mock_of_a_class_is_active_before_its_first_test_and_in_every_test() {
        TestRun.of(SharesAMock.class, SharesAMockFromItsInstanceOn.class).passes(2);
    }

    @MockElastiCache
    static class SharesAMock {

        @BeforeAll
        static void set_up(ElastiCacheMock mock) {
            assertThat(mock.accountId()).isEqualTo("123456789012");
            try (ElastiCacheClient own = ElastiCacheClient.create()) {
                own.createCacheSecurityGroup(
                        group -> group.cacheSecurityGroupName("web").description("web tier"));
            }
        }

        @Test
        void finds_what_was_set_up() {
            try (ElastiCacheClient own = ElastiCacheClient.create()) {
                assertThat(groups(own)).isEqualTo(2);
            }
        }
    }

    @MockElastiCache
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class SharesAMockFromItsInstanceOn {

        private final ElastiCacheClient own = ElastiCacheClient.create();

        SharesAMockFromItsInstanceOn() {
            createGroup(own, "instance");
        }

        @BeforeAll
        void set_up(ElastiCacheMock mock) {
            createGroup(own, "before-all");
            assertThat(groups(mock.client())).isEqualTo(3);
        }

        @Test
        void finds_what_was_set_up() {
            assertThat(groups(own)).isEqualTo(3);
        }
    }

    @Test
    void before_its_first_test_a_class_has_a_mock_of_its_own_whose_clients_follow_the_tests() {
        TestRun.of(BuildsBeforeItsTests.class, BuildsOneForAllInstances.class).passes(3 + 2);
        assertThat(System.getProperty("aws.region")).isNull();
    }

    @MockElastiCache(region = "eu-west-1")
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class BuildsBeforeItsTests {

        private final ElastiCacheClient own = ElastiCacheClient.create();

        BuildsBeforeItsTests() {
            createGroup(own, "web");
        }

        @BeforeAll
        void finds_what_its_instance_created() {
            assertThat(groups(own)).isEqualTo(2);
            assertThatThrownBy(OtherService::call).hasMessageContaining("keeps this test offline");
        }

        @RepeatedTest(2)
        void each_test_sees_its_own_state(ElastiCacheMock mock) {
            createGroup(own, "web");
            assertThat(groups(mock.client())).isEqualTo(2);
        }

        @Nested
        class Inside {

            @BeforeAll
            static void builds() {
                try (ElastiCacheClient another = ElastiCacheClient.create()) {
                    assertThat(groups(another)).isEqualTo(1);
                }
            }

            @Test
            void too(ElastiCacheMock mock) {
                createGroup(own, "web");
                assertThat(groups(mock.client())).isEqualTo(2);
            }
        }
    }

    @MockElastiCache
    static class BuildsOneForAllInstances {

        private static ElastiCacheClient own;

        @BeforeAll
        static void builds() {
            own = ElastiCacheClient.create();
            createGroup(own, "web");
        }

        @RepeatedTest(2)
        void each_test_sees_its_own_state(ElastiCacheMock mock) {
            createGroup(own, "web");
            assertThat(groups(mock.client())).isEqualTo(2);
        }
    }

    @Test
    void the_mock_before_the_first_test_is_configured_as_its_class_says() {
        TestRun.of(ConfiguredBeforeItsTests.class, ConfiguredByBuilder.class, ConfiguredBySuperclass.class)
                .passes(3);
    }

    @MockElastiCache(fixtures = "fixtures/web.json")
    @InjectFault(on = CreateCacheSecurityGroupRequest.class, error = "QuotaExceeded.CacheSecurityGroup")
    static class ConfiguredBeforeItsTests {

        @BeforeAll
        static void looks() {
            try (ElastiCacheClient own = ElastiCacheClient.create()) {
                assertThat(groups(own)).isEqualTo(2);
                assertThatThrownBy(() -> createGroup(own, "cache"))
                        .isInstanceOf(CacheSecurityGroupQuotaExceededException.class);
            }
        }

        @Test
        void has_the_fault_anew(ElastiCacheClient client) {
            assertThatThrownBy(() -> createGroup(client, "cache"))
                    .isInstanceOf(CacheSecurityGroupQuotaExceededException.class);
        }
    }

    @MockElastiCache
    static class ConfiguredByBuilder {

        @RegisterExtension
        static final MockElastiCacheExtension ELASTICACHE =
                MockElastiCacheExtension.builder().region(Region.EU_WEST_2).build();

        @BeforeAll
        static void looks() {
            assertThat(System.getProperty("aws.region")).isEqualTo("eu-west-2");
        }

        @Test
        void test(ElastiCacheMock mock) {
            assertThat(mock.region()).isEqualTo(Region.EU_WEST_2);
        }
    }

    static class ConfiguredBySuperclass extends ConfiguredByBuilder {

        @Override
        @Test
        @MockElastiCache(activate = false)
        void test(ElastiCacheMock mock) {
            assertThat(System.getProperty("aws.region")).isNull();
        }
    }

    @Test
    void activation_can_be_turned_off() {
        TestRun.of(IsNotActive.class, IsNotActiveByBuilder.class).passes(2);
        assertThat(System.getProperty("aws.region")).isNull();
    }

    @MockElastiCache
    static class IsNotActive {

        @Test
        @MockElastiCache(activate = false)
        void nothing_is_provided(ElastiCacheMock mock) {
            assertThat(mock.region()).isNotNull();
            assertThat(System.getProperty("aws.region")).isNull();
        }
    }

    static class IsNotActiveByBuilder {

        @RegisterExtension
        static final MockElastiCacheExtension ELASTICACHE =
                MockElastiCacheExtension.builder().activate(false).build();

        @BeforeAll
        static void nothing_is_provided() {
            assertThat(System.getProperty("aws.region")).isNull();
        }

        @Test
        void nothing_is_provided(ElastiCacheMock mock) {
            assertThat(mock.region()).isNotNull();
            assertThat(System.getProperty("aws.region")).isNull();
        }
    }

    @Test
    void the_offline_guard_can_be_lifted_by_attribute_and_by_builder() {
        TestRun.of(GoesOut.class, GoesOutByBuilder.class).passes(3);
    }

    @MockElastiCache(offline = false)
    static class GoesOut {

        @Test
        void a_call_fails_by_itself() {
            assertThatThrownBy(OtherService::call)
                    .isInstanceOf(SdkClientException.class)
                    .hasMessageNotContaining("keeps this test offline");
        }

        @Test
        @MockElastiCache(offline = true)
        void a_call_is_kept_on_the_machine() {
            assertThatThrownBy(OtherService::call).hasMessageContaining("keeps this test offline");
        }
    }

    static class GoesOutByBuilder {

        @RegisterExtension
        static final MockElastiCacheExtension ELASTICACHE =
                MockElastiCacheExtension.builder().offline(false).build();

        @Test
        void a_call_fails_by_itself() {
            assertThatThrownBy(OtherService::call).hasMessageNotContaining("keeps this test offline");
        }
    }

    @Test
    void sixteen_tests_at_once_with_captured_clients_never_see_each_other() {
        Map<String, String> parallel = Map.of(
                "junit.jupiter.execution.parallel.enabled", "true",
                "junit.jupiter.execution.parallel.config.strategy", "fixed",
                "junit.jupiter.execution.parallel.config.fixed.parallelism", "16");

        TestRun.of(parallel, ManyAtOnce.class).passes(48);
    }

    @MockElastiCache
    @Execution(ExecutionMode.CONCURRENT)
    static class ManyAtOnce {

        @RepeatedTest(48)
        void each_sees_its_own_state() {
            try (ElastiCacheClient own = ElastiCacheClient.create()) {
                IntStream.range(0, 5)
                        .forEach(number -> own.createCacheSecurityGroup(group ->
                                group.cacheSecurityGroupName("web-" + number).description("web tier")));
                assertThat(groups(own)).isEqualTo(6);
            }
        }
    }

    private static int groups(ElastiCacheClient client) {
        return client.describeCacheSecurityGroups(all -> {})
                .cacheSecurityGroups()
                .size();
    }
}
