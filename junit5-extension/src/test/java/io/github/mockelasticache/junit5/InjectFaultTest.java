package io.github.mockelasticache.junit5;

import static io.github.mockelasticache.junit5.SecurityGroups.createGroup;
import static io.github.mockelasticache.junit5.SecurityGroups.groups;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.fault.CommonFault;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CacheClusterNotFoundException;
import software.amazon.awssdk.services.elasticache.model.CreateCacheSecurityGroupRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeCacheSecurityGroupsRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeEventsRequest;
import software.amazon.awssdk.services.elasticache.model.ElastiCacheException;

class InjectFaultTest {

    @Test
    void every_attribute_takes_effect() {
        TestRun.of(Attributes.class).passes(6);
    }

    static class Attributes {

        @Test
        @InjectFault(on = DescribeCacheSecurityGroupsRequest.class, fault = CommonFault.THROTTLING, times = 2)
        void the_sdk_retries(ElastiCacheMock mock, ElastiCacheClient client) {
            groups(client);

            assertThat(mock.journal()).hasSize(3);
            assertThat(mock.faults().unused()).isEmpty();
        }

        @Test
        @InjectFault(error = "CacheClusterNotFound", message = "It has gone.", fromCall = 2)
        void the_second_call_fails(ElastiCacheClient client) {
            groups(client);
            assertThatThrownBy(() -> groups(client))
                    .isInstanceOf(CacheClusterNotFoundException.class)
                    .hasMessageContaining("It has gone.");
        }

        @Test
        @InjectFault(error = "AccessDenied", httpStatus = 403, always = true)
        void every_call_fails(ElastiCacheClient client) {
            for (int call = 0; call < 3; call++) {
                assertThatThrownBy(() -> groups(client))
                        .isInstanceOfSatisfying(
                                ElastiCacheException.class,
                                e -> assertThat(e.statusCode()).isEqualTo(403))
                        .hasMessageContaining("Injected by a fault plan.");
            }
        }

        @Test
        @InjectFault(latency = "PT5S")
        void an_answer_is_late(ElastiCacheMock mock, ElastiCacheClient client) {
            groups(client);

            assertThat(mock.clock().instant()).isEqualTo(Instant.parse("2025-01-01T00:00:05Z"));
        }

        @Test
        @InjectFault(on = CreateCacheSecurityGroupRequest.class, when = ForWeb.class, error = "CacheClusterNotFound")
        void a_condition_restricts_it(ElastiCacheClient client) {
            createGroup(client, "app");
            assertThatThrownBy(() -> createGroup(client, "web")).isInstanceOf(CacheClusterNotFoundException.class);
        }

        @Test
        @InjectFault(fault = CommonFault.THROTTLING)
        @InjectFault(fault = CommonFault.CONNECTION_RESET)
        @InjectFault(fault = CommonFault.SERVICE_UNAVAILABLE)
        void several_come_one_after_the_other(ElastiCacheMock mock, ElastiCacheClient client) {
            groups(client);

            assertThat(mock.journal()).hasSize(4);
        }
    }

    static final class ForWeb implements Predicate<CreateCacheSecurityGroupRequest> {

        @Override
        public boolean test(CreateCacheSecurityGroupRequest group) {
            return group.cacheSecurityGroupName().equals("web");
        }
    }

    @Test
    void what_stands_on_classes_and_annotations_counts_too_the_outermost_first() {
        TestRun.of(Outer.class, Inherits.class).passes(7);
    }

    @Retention(RetentionPolicy.RUNTIME)
    @InjectFault(fault = CommonFault.SERVICE_UNAVAILABLE)
    @interface Overloaded {}

    @InjectFault(fault = CommonFault.THROTTLING)
    static class Outer {

        @RepeatedTest(2)
        void each_invocation_has_them_anew(ElastiCacheMock mock, ElastiCacheClient client) {
            groups(client);

            assertThat(mock.journal()).hasSize(2);
        }

        @Nested
        @Overloaded
        class Inner {

            @Test
            @InjectFault(fault = CommonFault.CONNECTION_RESET)
            void adds_to_them(ElastiCacheMock mock, ElastiCacheClient client) {
                assertThat(mock.faults().all())
                        .extracting(plan -> plan.fault())
                        .containsExactly(
                                CommonFault.THROTTLING, CommonFault.SERVICE_UNAVAILABLE, CommonFault.CONNECTION_RESET);
                groups(client);
                assertThat(mock.journal()).hasSize(4);
            }
        }
    }

    static class Inherits extends Outer {

        @Test
        void inherits_them(ElastiCacheMock mock) {
            assertThat(mock.faults().all()).hasSize(1);
        }
    }

    @Test
    void what_stands_on_a_method_ends_with_it_if_the_mock_is_shared() {
        TestRun.of(Shared.class).passes(2);
    }

    @MockElastiCache
    static class Shared {

        @BeforeAll
        static void share(ElastiCacheMock mock) {
            assertThat(mock.faults().all()).isEmpty();
        }

        @Test
        @InjectFault(error = "CacheClusterNotFound", always = true)
        void fails(ElastiCacheMock mock) {
            assertThat(mock.faults().all()).hasSize(1);
        }

        @Test
        @InjectFault(error = "CacheClusterNotFound", always = true)
        void fails_alone(ElastiCacheMock mock) {
            assertThat(mock.faults().all()).hasSize(1);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void what_makes_no_plan_is_refused_with_place_and_fix(Class<?> testClass, String fix) {
        assertThat(TestRun.of(testClass).failure())
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessageStartingWith("@InjectFault cannot be used like this on ")
                .hasMessageContaining(testClass.getName())
                .hasMessageContaining(fix);
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of(Nothing.class, "with one of fault, error and latency, but says []"),
                Arguments.of(TwoFaults.class, "write a further @InjectFault"),
                Arguments.of(ErrorOfNoService.class, "for example CacheClusterNotFound"),
                Arguments.of(NoDuration.class, "such as \"PT5S\""),
                Arguments.of(NoCall.class, "1 or more"),
                Arguments.of(NoOperation.class, "write it for on"),
                Arguments.of(WrongStatus.class, "400 to 599"),
                Arguments.of(MessageOfNoError.class, "write its code for error"),
                Arguments.of(StatusOfNoError.class, "write its code for error"),
                Arguments.of(NoConstructor.class, "has no constructor without parameters"));
    }

    @InjectFault
    static class Nothing extends NeverRuns {}

    @InjectFault(fault = CommonFault.THROTTLING, latency = "PT5S")
    static class TwoFaults extends NeverRuns {}

    @InjectFault(error = "CacheClusterGone")
    static class ErrorOfNoService extends NeverRuns {}

    @InjectFault(latency = "5 seconds")
    static class NoDuration extends NeverRuns {}

    @InjectFault(fault = CommonFault.THROTTLING, times = 0)
    static class NoCall extends NeverRuns {}

    @InjectFault(fault = CommonFault.THROTTLING, when = ForWeb.class)
    static class NoOperation extends NeverRuns {}

    @InjectFault(error = "AccessDenied", httpStatus = 200)
    static class WrongStatus extends NeverRuns {}

    @InjectFault(fault = CommonFault.THROTTLING, message = "Slow down.")
    static class MessageOfNoError extends NeverRuns {}

    @InjectFault(latency = "PT5S", httpStatus = 503)
    static class StatusOfNoError extends NeverRuns {}

    @InjectFault(on = DescribeEventsRequest.class, fault = CommonFault.THROTTLING, when = OfLimit.class)
    static class NoConstructor extends NeverRuns {}

    record OfLimit(int limit) implements Predicate<DescribeEventsRequest> {

        @Override
        public boolean test(DescribeEventsRequest events) {
            return Integer.valueOf(limit).equals(events.maxRecords());
        }
    }

    static class NeverRuns {

        @Test
        void never_runs() {
            throw new AssertionError("must not run");
        }
    }
}
