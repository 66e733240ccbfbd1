package io.github.mockelasticache.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.testing.Groups;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.elasticache.ElastiCacheAsyncClient;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.ElastiCacheClientBuilder;
import software.amazon.awssdk.services.elasticache.model.AuthorizationAlreadyExistsException;
import software.amazon.awssdk.services.elasticache.model.CacheClusterNotFoundException;

/** Faults as they come out of the endpoint: real answers with a status of 5xx, connections that are reset, and silence. */
@Timeout(60)
class FaultsOnTheWireTest {

    private static final StandardRetryStrategy IMMEDIATELY = retrying(BackoffStrategy.retryImmediately());

    /**
     * The SDK's handler of asynchronous answers is one for all attempts of a call, and Netty reports a reset twice: as an error,
     * then as a closed channel. An attempt that begins between the two is charged with the second report.
     */
    private static final StandardRetryStrategy AFTER_THE_LAST_REPORT =
            retrying(BackoffStrategy.fixedDelayWithoutJitter(Duration.ofMillis(200)));

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.create();

    @AutoClose
    private final ElastiCacheClient captured = whileActive(ElastiCacheClient.builder()
            .overrideConfiguration(configuration -> configuration.retryStrategy(IMMEDIATELY)));

    @ParameterizedTest
    @EnumSource(value = CommonFault.class, names = "TIMEOUT", mode = EnumSource.Mode.EXCLUDE)
    void a_captured_client_retries_what_is_common(CommonFault fault) {
        mock.faults().add(FaultPlan.onAnyCall().times(2).inject(fault));

        assertThat(captured.describeCacheSecurityGroups(all -> {}).cacheSecurityGroups())
                .hasSize(1);
        assertThat(mock.journal()).hasSize(3);
    }

    @Test
    void a_captured_asynchronous_client_retries_it_too() {
        try (ElastiCacheAsyncClient async = ElastiCacheAsyncClient.builder()
                .overrideConfiguration(configuration -> configuration.retryStrategy(AFTER_THE_LAST_REPORT))
                .build()) {
            for (CommonFault fault : EnumSet.complementOf(EnumSet.of(CommonFault.TIMEOUT))) {
                FaultPlan plan = FaultPlan.onAnyCall().inject(fault);
                mock.faults().add(plan);

                assertThat(async.describeCacheSecurityGroups(all -> {}).join().cacheSecurityGroups())
                        .as("after %s", fault)
                        .hasSize(1);
                assertThat(mock.faults().fired(plan)).isEqualTo(1);
            }
        }
    }

    @Test
    void a_captured_client_gets_the_error_that_was_planned() {
        mock.faults().add(FaultPlan.onAnyCall().inject(Fault.error("CacheClusterNotFound", "It has gone.")));

        assertThatExceptionOfType(CacheClusterNotFoundException.class)
                .isThrownBy(() -> captured.describeCacheSecurityGroups(all -> {}))
                .satisfies(e -> assertThat(e.awsErrorDetails().errorMessage()).isEqualTo("It has gone."));
    }

    @Test
    void a_captured_client_whose_connections_are_reset_says_so() {
        mock.faults().add(FaultPlan.onAnyCall().always().inject(CommonFault.CONNECTION_RESET));

        assertThatExceptionOfType(SdkClientException.class)
                .isThrownBy(() -> captured.describeCacheSecurityGroups(all -> {}))
                .withMessageContaining("Connection reset")
                .withRootCauseInstanceOf(SocketException.class);
    }

    @Test
    void a_call_whose_answer_is_lost_has_taken_effect_and_its_retry_finds_it_done() {
        mock.faults().add(FaultPlan.on("AuthorizeCacheSecurityGroupIngress").inject(CommonFault.ANSWER_LOST));

        assertThatExceptionOfType(AuthorizationAlreadyExistsException.class)
                .isThrownBy(() -> Groups.of(captured).authorize("default", "web", "987654321021"));
    }

    @Test
    void a_captured_client_that_gets_no_answer_waits_in_real_time_until_it_gives_up() {
        mock.faults().add(FaultPlan.onAnyCall().times(3).inject(CommonFault.TIMEOUT));
        try (ElastiCacheClient hasty = ElastiCacheClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(Duration.ofMillis(50)))
                .overrideConfiguration(configuration -> configuration.retryStrategy(IMMEDIATELY))
                .build()) {

            assertThatExceptionOfType(SdkClientException.class)
                    .isThrownBy(() -> hasty.describeCacheSecurityGroups(all -> {}))
                    .withMessageContaining("Read timed out")
                    .withMessageContaining("SDK Attempt Count: 3");
        }
        assertThat(mock.clock().instant()).isEqualTo("2025-01-01T00:00:00Z");
    }

    @Test
    void a_mock_can_be_closed_while_a_client_waits_for_an_answer_that_never_comes() throws Exception {
        mock.faults().add(FaultPlan.onAnyCall().inject(CommonFault.TIMEOUT));
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), mock.endpoint().getPort())) {
            socket.getOutputStream()
                    .write(
                            "GET /?Action=DescribeCacheSecurityGroups&Version=2015-02-02 HTTP/1.1\r\nHost: localhost\r\n\r\n"
                                    .getBytes(StandardCharsets.US_ASCII));
            while (mock.journal().isEmpty()) {
                Thread.onSpinWait();
            }

            mock.close();

            assertThat(endOf(socket)).isIn(Optional.of(-1), Optional.empty());
        }
    }

    @Test
    void latency_moves_the_clock_and_the_answer_comes_at_once() {
        mock.faults().add(FaultPlan.onAnyCall().inject(Fault.latency(Duration.ofHours(1))));

        captured.describeCacheSecurityGroups(all -> {});

        assertThat(mock.clock().instant()).isEqualTo("2025-01-01T01:00:00Z");
    }

    @Test
    void any_other_client_sees_status_and_code() throws Exception {
        mock.faults().add(FaultPlan.onAnyCall().inject(CommonFault.SERVICE_UNAVAILABLE));

        HttpResponse<String> answer = get();

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("<Code>ServiceUnavailable</Code>").contains("<Type>Receiver</Type>");
        assertThat(get().statusCode()).isEqualTo(200);
    }

    private ElastiCacheClient whileActive(ElastiCacheClientBuilder client) {
        mock.activate(); // until it is closed
        return client.build();
    }

    private HttpResponse<String> get() throws IOException, InterruptedException {
        URI describe = URI.create(mock.endpoint() + "/?Action=DescribeCacheSecurityGroups&Version=2015-02-02");
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(describe).build(), BodyHandlers.ofString());
    }

    /** What is read at the end of a connection: nothing more, or a reset. */
    private static Optional<Integer> endOf(Socket socket) throws IOException {
        try {
            return Optional.of(socket.getInputStream().read());
        } catch (SocketException reset) {
            return Optional.empty();
        }
    }

    private static StandardRetryStrategy retrying(BackoffStrategy wait) {
        return StandardRetryStrategy.builder()
                .backoffStrategy(wait)
                .throttlingBackoffStrategy(wait)
                .build();
    }
}
