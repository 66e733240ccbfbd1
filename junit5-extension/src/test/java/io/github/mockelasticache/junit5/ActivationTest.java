package io.github.mockelasticache.junit5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mockelasticache.ElastiCacheMock;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;

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
    void the_mock_of_a_class_is_active_from_where_it_is_taken_and_in_every_test() {
        TestRun.of(SharesAMock.class).passes(1);
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
