package io.github.mockelasticache.internal.sdk;

import static io.github.mockelasticache.assertj.MockElastiCacheAssertions.assertThatServiceErrorOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.mockelasticache.ElastiCacheMock;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.metrics.CoreMetric;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.core.retry.RetryPolicy;
import software.amazon.awssdk.core.retry.backoff.FixedDelayBackoffStrategy;
import software.amazon.awssdk.metrics.MetricCollection;
import software.amazon.awssdk.metrics.MetricPublisher;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.elasticache.ElastiCacheAsyncClient;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.DescribeCacheSecurityGroupsRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeCacheSecurityGroupsResponse;
import software.amazon.awssdk.services.elasticache.model.ElastiCacheException;

/** What a user has set on a builder goes on working when the mock serves the client. */
@Timeout(value = 60, unit = TimeUnit.SECONDS) // A retry that waited would wait for an hour.
class ConfiguredClientTest {

    private final ElastiCacheMock mock =
            ElastiCacheMock.builder().region(Region.EU_CENTRAL_1).build();

    @AfterEach
    void closeTheMock() {
        mock.close();
    }

    @Test
    void a_builder_without_a_region_gets_the_mocks() {
        assertThat(groupArns(mock.configure(ElastiCacheClient.builder()).build()))
                .containsExactly("arn:aws:elasticache:eu-central-1:123456789012:securitygroup:default");
        assertThat(mock.configure(ElastiCacheAsyncClient.builder())
                        .build()
                        .describeCacheSecurityGroups(all -> {})
                        .join()
                        .cacheSecurityGroups())
                .extracting(group -> group.arn())
                .containsExactly("arn:aws:elasticache:eu-central-1:123456789012:securitygroup:default");
    }

    @Test
    void a_builder_keeps_its_own_region() {
        assertThat(groupArns(mock.configure(ElastiCacheClient.builder().region(Region.SA_EAST_1))
                        .build()))
                .containsExactly("arn:aws:elasticache:sa-east-1:123456789012:securitygroup:default");
    }

    @Test
    void credentials_endpoint_and_http_client_of_the_builder_are_never_used() {
        ElastiCacheClient client = mock.configure(ElastiCacheClient.builder()
                        .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("a", "s")))
                        .endpointOverride(URI.create("http://127.0.0.1:1"))
                        .httpClientBuilder(defaults -> {
                            throw new AssertionError("no HTTP client is built");
                        }))
                .build();

        assertThat(groupArns(client)).hasSize(1);
    }

    @Test
    void an_override_configuration_that_is_set_afterwards_does_not_take_the_client_off_the_mock() {
        FailingAttempts failing = new FailingAttempts(Integer.MAX_VALUE);
        ElastiCacheClient client = mock.configure(ElastiCacheClient.builder())
                .overrideConfiguration(
                        later -> later.addExecutionInterceptor(failing).retryStrategy(hourly(2)))
                .build();

        assertThatServiceErrorOf(() -> groupArns(client)).hasCode("Throttling");
        assertThat(failing.attempts).isEqualTo(2);
    }

    @Test
    void a_builder_that_builds_twice_builds_two_clients() {
        var builder = mock.configure(ElastiCacheClient.builder());
        ElastiCacheClient first = builder.build();
        ElastiCacheClient second = builder.build();

        first.close();

        assertThat(groupArns(second)).hasSize(1);
        second.close();
        assertThatIllegalStateException()
                .isThrownBy(() -> groupArns(second))
                .withMessage("This ElastiCache client has been closed.");
    }

    @Test
    void the_users_interceptors_see_and_change_request_and_answer_as_they_do_off_the_wire() {
        List<String> seen = new ArrayList<>();
        ExecutionInterceptor own = new ExecutionInterceptor() {
            @Override
            public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
                return ((DescribeCacheSecurityGroupsRequest) context.request())
                        .toBuilder().cacheSecurityGroupName("default").build();
            }

            @Override
            public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
                seen.add(context.httpRequest().host());
            }

            @Override
            public SdkResponse modifyResponse(Context.ModifyResponse context, ExecutionAttributes attributes) {
                seen.add(((DescribeCacheSecurityGroupsResponse) context.response())
                        .cacheSecurityGroups()
                        .get(0)
                        .cacheSecurityGroupName());
                return ((DescribeCacheSecurityGroupsResponse) context.response())
                        .toBuilder().marker("changed").build();
            }
        };
        ElastiCacheClient client = mock.configure(ElastiCacheClient.builder()
                        .overrideConfiguration(configuration -> configuration.addExecutionInterceptor(own)))
                .build();

        String marker = client.describeCacheSecurityGroups(named -> named.cacheSecurityGroupName("nope"))
                .marker();

        assertThat(marker).isEqualTo("changed");
        assertThat(seen).containsExactly("elasticache.eu-central-1.amazonaws.com", "default");
    }

    @Test
    void the_users_metric_publishers_are_told_of_every_call() {
        List<MetricCollection> published = new ArrayList<>();
        MetricPublisher publisher = publisher(published);
        ElastiCacheClient client = mock.configure(ElastiCacheClient.builder()
                        .overrideConfiguration(configuration -> configuration.addMetricPublisher(publisher)))
                .build();

        groupArns(client);

        assertThat(published).singleElement().satisfies(call -> {
            assertThat(call.metricValues(CoreMetric.OPERATION_NAME)).containsExactly("DescribeCacheSecurityGroups");
            assertThat(call.metricValues(CoreMetric.API_CALL_SUCCESSFUL)).containsExactly(true);
            assertThat(call.metricValues(CoreMetric.RETRY_COUNT)).containsExactly(0);
            assertThat(call.children()).hasSize(1);
        });
    }

    @Test
    void a_request_can_bring_its_own_configuration() {
        List<MetricCollection> published = new ArrayList<>();

        mock.client()
                .describeCacheSecurityGroups(all -> all.overrideConfiguration(
                        own -> own.addMetricPublisher(publisher(published)).apiCallTimeout(Duration.ofMinutes(1))));

        assertThat(published).hasSize(1);
    }

    @Test
    void a_call_that_fails_for_a_moment_is_retried_without_waiting() {
        FailingAttempts failing = new FailingAttempts(2);
        List<MetricCollection> published = new ArrayList<>();
        ElastiCacheClient client = mock.configure(ElastiCacheClient.builder()
                        .overrideConfiguration(configuration -> configuration
                                .addExecutionInterceptor(failing)
                                .addMetricPublisher(publisher(published))
                                .retryStrategy(hourly(5))))
                .build();

        assertThat(groupArns(client)).hasSize(1);
        assertThat(failing.attempts).isEqualTo(3);
        assertThat(published.get(0).metricValues(CoreMetric.RETRY_COUNT)).containsExactly(2);
        assertThat(published.get(0).children()).hasSize(3);
    }

    @Test
    void an_asynchronous_call_that_fails_for_a_moment_is_retried_without_waiting() {
        FailingAttempts failing = new FailingAttempts(2);
        ElastiCacheAsyncClient client = mock.configure(ElastiCacheAsyncClient.builder()
                        .overrideConfiguration(configuration ->
                                configuration.addExecutionInterceptor(failing).retryStrategy(hourly(5))))
                .build();

        assertThat(client.describeCacheSecurityGroups(all -> {}).join().cacheSecurityGroups())
                .hasSize(1);
        assertThat(failing.attempts).isEqualTo(3);
    }

    @Test
    void the_users_retry_strategy_decides_how_often() {
        FailingAttempts failing = new FailingAttempts(Integer.MAX_VALUE);
        ElastiCacheClient client = mock.configure(ElastiCacheClient.builder()
                        .overrideConfiguration(configuration ->
                                configuration.addExecutionInterceptor(failing).retryStrategy(hourly(5))))
                .build();

        assertThatServiceErrorOf(() -> groupArns(client)).hasCode("Throttling");
        assertThat(failing.attempts).isEqualTo(5);
    }

    @Test
    void without_a_strategy_a_call_is_made_four_times_as_the_sdk_does_by_default() {
        assertThat(attemptsWith(configuration -> {})).isEqualTo(4);
    }

    @Test
    void the_users_retry_mode_decides_how_often() {
        assertThat(attemptsWith(configuration -> configuration.retryStrategy(RetryMode.STANDARD)))
                .isEqualTo(3);
    }

    @Test
    void the_users_change_of_the_default_strategy_decides_how_often() {
        assertThat(attemptsWith(configuration -> configuration.retryStrategy(
                        strategy -> strategy.maxAttempts(7).backoffStrategy(hourly()))))
                .isEqualTo(7);
    }

    @Test
    void a_strategy_without_conditions_of_its_own_gets_those_of_the_sdk() {
        assertThat(attemptsWith(
                        configuration -> configuration.retryStrategy(DefaultRetryStrategy.adaptiveStrategyBuilder()
                                .maxAttempts(6)
                                .backoffStrategy(hourly())
                                .build())))
                .isEqualTo(6);
    }

    @Test
    @SuppressWarnings("deprecation") // Users may still have one.
    void the_users_retry_policy_decides_how_often() {
        RetryPolicy policy = RetryPolicy.builder()
                .numRetries(5)
                .backoffStrategy(FixedDelayBackoffStrategy.create(Duration.ofHours(1)))
                .throttlingBackoffStrategy(FixedDelayBackoffStrategy.create(Duration.ofHours(1)))
                .build();

        assertThat(attemptsWith(configuration -> configuration.retryPolicy(policy)))
                .isEqualTo(6);
    }

    @Test
    void an_error_of_the_service_that_is_no_fault_of_the_moment_is_not_retried() {
        assertThatServiceErrorOf(
                        () -> mock.client().deleteCacheSecurityGroup(group -> group.cacheSecurityGroupName("nope")))
                .hasMessageEndingWith("(SDK Attempt Count: 1)");
    }

    private int attemptsWith(Consumer<ClientOverrideConfiguration.Builder> retries) {
        FailingAttempts failing = new FailingAttempts(Integer.MAX_VALUE);
        ElastiCacheClient client = mock.configure(ElastiCacheClient.builder().overrideConfiguration(configuration -> {
                    configuration.addExecutionInterceptor(failing);
                    retries.accept(configuration);
                }))
                .build();
        assertThatServiceErrorOf(() -> groupArns(client)).hasCode("Throttling");
        return failing.attempts;
    }

    private static StandardRetryStrategy hourly(int attempts) {
        return AwsRetryStrategy.standardRetryStrategy().toBuilder()
                .maxAttempts(attempts)
                .backoffStrategy(hourly())
                .throttlingBackoffStrategy(hourly())
                .circuitBreakerEnabled(false)
                .build();
    }

    private static BackoffStrategy hourly() {
        return BackoffStrategy.fixedDelay(Duration.ofHours(1));
    }

    private static List<String> groupArns(ElastiCacheClient client) {
        return client.describeCacheSecurityGroups(all -> {}).cacheSecurityGroups().stream()
                .map(group -> group.arn())
                .toList();
    }

    private static MetricPublisher publisher(List<MetricCollection> published) {
        return new MetricPublisher() {
            @Override
            public void publish(MetricCollection metrics) {
                published.add(metrics);
            }

            @Override
            public void close() {}
        };
    }

    /** Fails the first attempts of a call as a service that throttles. */
    private static final class FailingAttempts implements ExecutionInterceptor {

        private final int failures;
        private int attempts;

        FailingAttempts(int failures) {
            this.failures = failures;
        }

        @Override
        public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
            attempts++;
            if (attempts <= failures) {
                throw ElastiCacheException.builder()
                        .message("Rate exceeded")
                        .awsErrorDetails(AwsErrorDetails.builder()
                                .errorCode("Throttling")
                                .build())
                        .statusCode(400)
                        .build();
            }
        }
    }
}
