package io.github.mockelasticache.fault;

import static io.github.mockelasticache.fault.CommonFault.ANSWER_LOST;
import static io.github.mockelasticache.fault.CommonFault.CONNECTION_RESET;
import static io.github.mockelasticache.fault.CommonFault.THROTTLING;
import static io.github.mockelasticache.fault.CommonFault.TIMEOUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.testing.Groups;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.services.elasticache.ElastiCacheAsyncClient;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.AuthorizationAlreadyExistsException;
import software.amazon.awssdk.services.elasticache.model.ElastiCacheException;

/** What the SDK makes of faults in a client that a mock serves: retries, retry quota and time-outs, in virtual time. */
class FaultsOfServedClientsTest {

    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.create();

    private final ElastiCacheClient client = mock.client();

    @ParameterizedTest
    @EnumSource(CommonFault.class)
    void the_sdk_retries_what_is_common(CommonFault fault) {
        mock.faults().add(FaultPlan.onAnyCall().times(3).inject(fault));

        assertThat(client.describeCacheSecurityGroups(all -> {}).cacheSecurityGroups())
                .hasSize(1);
        assertThat(mock.journal()).hasSize(4);
    }

    @ParameterizedTest
    @EnumSource(CommonFault.class)
    void the_sdk_of_asynchronous_clients_retries_it_too(CommonFault fault) {
        mock.faults().add(FaultPlan.onAnyCall().times(3).inject(fault));

        assertThat(mock.asyncClient()
                        .describeCacheSecurityGroups(all -> {})
                        .join()
                        .cacheSecurityGroups())
                .hasSize(1);
        assertThat(mock.journal()).hasSize(4);
    }

    @Test
    void the_sdk_gives_up_after_as_many_attempts_as_its_retry_mode_has() {
        mock.faults().add(FaultPlan.onAnyCall().always().inject(THROTTLING));

        assertThatExceptionOfType(ElastiCacheException.class)
                .isThrownBy(() -> client.describeCacheSecurityGroups(all -> {}))
                .withMessageContaining("Rate exceeded")
                .withMessageContaining("SDK Attempt Count: 4");
        assertThatExceptionOfType(ElastiCacheException.class)
                .isThrownBy(() -> configured(configuration -> configuration.retryStrategy(RetryMode.STANDARD))
                        .describeCacheSecurityGroups(all -> {}))
                .withMessageContaining("SDK Attempt Count: 3");
        assertThat(mock.journal()).hasSize(4 + 3);
    }

    @Test
    void the_sdks_retry_quota_runs_out() {
        ElastiCacheClient standard = configured(configuration -> configuration.retryStrategy(RetryMode.STANDARD));
        mock.faults().add(FaultPlan.onAnyCall().always().inject(CONNECTION_RESET));

        // 500 tokens, 5 of which each retry costs: for 100 retries, of which a call makes two.
        for (int call = 0; call < 60; call++) {
            assertThatExceptionOfType(SdkClientException.class)
                    .isThrownBy(() -> standard.describeCacheSecurityGroups(all -> {}));
        }

        assertThat(mock.journal()).hasSize(50 * 3 + 10);
    }

    @Test
    void an_error_of_the_service_is_not_retried() {
        mock.faults().add(FaultPlan.onAnyCall().inject(Fault.error("CacheClusterNotFound")));

        assertThatExceptionOfType(ElastiCacheException.class)
                .isThrownBy(() -> client.describeCacheSecurityGroups(all -> {}));
        assertThat(mock.journal()).hasSize(1);
    }

    @Test
    void a_reset_connection_is_what_the_sdk_makes_of_it() {
        mock.faults().add(FaultPlan.onAnyCall().always().inject(CONNECTION_RESET));

        assertThatExceptionOfType(SdkClientException.class)
                .isThrownBy(() -> client.describeCacheSecurityGroups(all -> {}))
                .withMessageStartingWith("Unable to execute HTTP request: Connection reset")
                .withCauseExactlyInstanceOf(SocketException.class);
        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(() -> mock.asyncClient()
                        .describeCacheSecurityGroups(all -> {})
                        .join())
                .withCauseExactlyInstanceOf(SdkClientException.class)
                .withRootCauseExactlyInstanceOf(SocketException.class);
    }

    @Test
    void a_call_whose_answer_is_lost_has_taken_effect_and_its_retry_finds_it_done() {
        mock.faults().add(FaultPlan.on("AuthorizeCacheSecurityGroupIngress").inject(ANSWER_LOST));

        assertThatExceptionOfType(AuthorizationAlreadyExistsException.class)
                .isThrownBy(() -> Groups.of(client).authorize("default", "web", "987654321021"));

        assertThat(Groups.of(client).ingressOf("default")).containsExactly("web/987654321021 authorizing");
    }

    @Test
    void a_call_whose_connection_was_reset_before_has_not() {
        mock.faults().add(FaultPlan.on("AuthorizeCacheSecurityGroupIngress").inject(CONNECTION_RESET));

        Groups.of(client).authorize("default", "web", "987654321021");

        assertThat(Groups.of(client).ingressOf("default")).containsExactly("web/987654321021 authorizing");
    }

    @Test
    void latency_passes_in_virtual_time_after_the_service_has_acted() {
        mock.faults()
                .add(FaultPlan.on("DescribeCacheSecurityGroups")
                        .always()
                        .inject(Fault.latency(Duration.ofSeconds(20))));
        Groups groups = Groups.of(client);
        groups.authorize("default", "web", "987654321021");

        for (int answers = 0; answers < 3; answers++) {
            assertThat(mock.clock().instant()).isEqualTo(START.plusSeconds(answers * 20L));
            assertThat(groups.ingressOf("default")).containsExactly("web/987654321021 authorizing");
        }
        assertThat(groups.ingressOf("default")).containsExactly("web/987654321021 authorized");
    }

    @Test
    void an_error_can_be_late_too() {
        mock.faults()
                .add(FaultPlan.onAnyCall().inject(Fault.error("CacheClusterNotFound")))
                .add(FaultPlan.onAnyCall().inject(Fault.latency(Duration.ofSeconds(5))))
                .add(FaultPlan.onAnyCall().inject(Fault.latency(Duration.ofSeconds(6))));

        assertThatExceptionOfType(ElastiCacheException.class)
                .isThrownBy(() -> client.describeCacheSecurityGroups(all -> {}));
        assertThat(mock.clock().instant()).isEqualTo(START.plusSeconds(11));
    }

    @Test
    void an_attempt_that_takes_longer_than_its_time_out_is_given_up_and_retried() {
        ElastiCacheClient hasty =
                configured(configuration -> configuration.apiCallAttemptTimeout(Duration.ofSeconds(10)));
        mock.faults().add(FaultPlan.onAnyCall().times(2).inject(Fault.latency(Duration.ofSeconds(11))));

        hasty.describeCacheSecurityGroups(all -> {});

        assertThat(mock.clock().instant()).isEqualTo(START.plusSeconds(20));
        assertThat(mock.journal()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"default", "nope"})
    void an_answer_that_comes_too_late_is_in_the_journal_as_the_error_that_its_caller_got(String name) {
        mock.faults().add(FaultPlan.onAnyCall().always().inject(Fault.latency(Duration.ofSeconds(31))));

        assertThatExceptionOfType(SdkClientException.class)
                .isThrownBy(
                        () -> mock.client().describeCacheSecurityGroups(named -> named.cacheSecurityGroupName(name)));

        assertThat(mock.journal()).hasSize(4).allSatisfy(call -> {
            assertThat(call.error()).containsInstanceOf(SdkClientException.class);
            assertThat(call.answer().isPresent())
                    .as("whether the service has acted")
                    .isEqualTo(name.equals("default"));
            assertThat(call.toString()).endsWith("A fault plan leaves the caller without an answer: TOO_LATE");
        });
    }

    @Test
    void an_attempt_that_takes_just_as_long_as_its_time_out_is_in_time() {
        ElastiCacheClient hasty =
                configured(configuration -> configuration.apiCallAttemptTimeout(Duration.ofSeconds(10)));
        mock.faults().add(FaultPlan.onAnyCall().inject(Fault.latency(Duration.ofSeconds(10))));

        hasty.describeCacheSecurityGroups(all -> {});

        assertThat(mock.journal()).hasSize(1);
    }

    @Test
    void attempts_that_all_take_too_long_end_in_the_sdks_own_exception() {
        mock.faults().add(FaultPlan.onAnyCall().always().inject(Fault.latency(Duration.ofSeconds(11))));

        assertThatExceptionOfType(ApiCallAttemptTimeoutException.class)
                .isThrownBy(() -> client.describeCacheSecurityGroups(all ->
                        all.overrideConfiguration(request -> request.apiCallAttemptTimeout(Duration.ofSeconds(10)))));
        assertThat(mock.clock().instant()).isEqualTo(START.plusSeconds(4 * 10));
    }

    @Test
    void a_call_that_takes_longer_than_its_time_out_with_all_attempts_is_given_up() {
        ElastiCacheClient hasty = configured(configuration ->
                configuration.apiCallTimeout(Duration.ofSeconds(25)).apiCallAttemptTimeout(Duration.ofSeconds(10)));
        mock.faults().add(FaultPlan.onAnyCall().always().inject(TIMEOUT));

        assertThatExceptionOfType(ApiCallTimeoutException.class)
                .isThrownBy(() -> hasty.describeCacheSecurityGroups(all -> {}))
                .withMessageContaining("25000 millis");
        assertThat(mock.clock().instant()).isEqualTo(START.plusSeconds(25));
        assertThat(mock.journal()).hasSize(3);
    }

    @Test
    void without_time_outs_of_its_own_a_client_waits_as_long_as_the_sdks_http_clients_read() {
        mock.faults().add(FaultPlan.onAnyCall().always().inject(TIMEOUT));

        assertThatExceptionOfType(SdkClientException.class)
                .isThrownBy(() -> client.describeCacheSecurityGroups(all -> {}))
                .withMessageStartingWith("Unable to execute HTTP request: Read timed out")
                .withCauseExactlyInstanceOf(SocketTimeoutException.class);
        assertThat(mock.clock().instant()).isEqualTo(START.plusSeconds(4 * 30));
    }

    @Test
    void an_asynchronous_client_has_the_same_patience() {
        ElastiCacheAsyncClient hasty = mock.configure(ElastiCacheAsyncClient.builder()
                        .overrideConfiguration(
                                configuration -> configuration.apiCallAttemptTimeout(Duration.ofSeconds(10))))
                .build();
        mock.faults().add(FaultPlan.onAnyCall().times(2).inject(TIMEOUT));

        hasty.describeCacheSecurityGroups(all -> {}).join();

        assertThat(mock.clock().instant()).isEqualTo(START.plusSeconds(20));
    }

    private ElastiCacheClient configured(Consumer<ClientOverrideConfiguration.Builder> configuration) {
        return mock.configure(ElastiCacheClient.builder().overrideConfiguration(configuration))
                .build();
    }
}
