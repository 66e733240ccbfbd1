package io.github.mockelasticache.internal.sdk;

import static io.github.mockelasticache.assertj.MockElastiCacheAssertions.assertThatServiceErrorOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.sun.net.httpserver.HttpServer;
import io.github.mockelasticache.ElastiCacheMock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.ApiName;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.http.apache5.ProxyConfiguration;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.crt.AwsCrtAsyncHttpClient;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticache.ElastiCacheAsyncClient;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CacheSecurityGroupNotFoundException;
import software.amazon.awssdk.services.elasticache.model.ElastiCacheException;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** Clients that code under test builds by itself while a mock is active. */
class CapturedClientTest {

    private final ElastiCacheMock mock =
            ElastiCacheMock.builder().region(Region.EU_CENTRAL_1).build();
    private final SdkAutoCloseable activation = mock.activate();

    @AfterEach
    void closeTheMock() {
        mock.close();
    }

    @ParameterizedTest
    @MethodSource("httpClients")
    void any_http_client_reaches_the_mock(Supplier<SdkHttpClient.Builder<?>> http) {
        try (ElastiCacheClient client =
                ElastiCacheClient.builder().httpClientBuilder(http.get()).build()) {
            assertThat(groupArns(client))
                    .containsExactly("arn:aws:elasticache:eu-central-1:123456789012:securitygroup:default");
            assertThatServiceErrorOf(
                            () -> client.deleteCacheSecurityGroup(group -> group.cacheSecurityGroupName("nope")))
                    .isExactlyInstanceOf(CacheSecurityGroupNotFoundException.class)
                    .hasHttpStatus(404)
                    .says("CacheSecurityGroup not found: nope");
        }
    }

    static Stream<Named<Supplier<SdkHttpClient.Builder<?>>>> httpClients() {
        return Stream.of(
                Named.of("URL connection", UrlConnectionHttpClient::builder),
                Named.of("Apache 4", ApacheHttpClient::builder),
                Named.of("Apache 5", Apache5HttpClient::builder),
                Named.of("CRT", AwsCrtHttpClient::builder));
    }

    @ParameterizedTest
    @MethodSource("asyncHttpClients")
    void any_asynchronous_http_client_reaches_the_mock(Supplier<SdkAsyncHttpClient.Builder<?>> http) {
        try (ElastiCacheAsyncClient client =
                ElastiCacheAsyncClient.builder().httpClientBuilder(http.get()).build()) {
            assertThat(client.describeCacheSecurityGroups(all -> {}).join().cacheSecurityGroups())
                    .hasSize(1);
            assertThatServiceErrorOf(
                            () -> client.deleteCacheSecurityGroup(group -> group.cacheSecurityGroupName("nope"))
                                    .join())
                    .isExactlyInstanceOf(CacheSecurityGroupNotFoundException.class);
        }
    }

    static Stream<Named<Supplier<SdkAsyncHttpClient.Builder<?>>>> asyncHttpClients() {
        return Stream.of(
                Named.of("Netty", NettyNioAsyncHttpClient::builder), Named.of("CRT", AwsCrtAsyncHttpClient::builder));
    }

    @Test
    void a_client_without_any_configuration_is_served_in_the_mocks_region() {
        try (ElastiCacheClient client = ElastiCacheClient.create();
                ElastiCacheAsyncClient asyncClient = ElastiCacheAsyncClient.create()) {
            assertThat(client.serviceClientConfiguration().region()).isEqualTo(Region.EU_CENTRAL_1);
            assertThat(groupArns(client))
                    .containsExactly("arn:aws:elasticache:eu-central-1:123456789012:securitygroup:default");
            assertThat(asyncClient.describeCacheSecurityGroups(all -> {}).join().cacheSecurityGroups())
                    .hasSize(1);
        }
    }

    @Test
    void region_credentials_endpoint_and_retries_of_the_client_do_not_matter() {
        try (ElastiCacheClient client = ElastiCacheClient.builder()
                .region(Region.CN_NORTH_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .endpointOverride(URI.create("https://elasticache.example.com/path"))
                .overrideConfiguration(configuration -> configuration.retryStrategy(RetryMode.ADAPTIVE_V2))
                .build()) {
            assertThat(groupArns(client))
                    .containsExactly("arn:aws-cn:elasticache:cn-north-1:123456789012:securitygroup:default");
        }
    }

    @Test
    void while_a_mock_is_active_this_machine_is_reached_without_a_proxy() {
        assertThat(System.getProperty("http.nonProxyHosts")).startsWith("localhost|127.*|[::1]");
        assertThat(CaptureTarget.notByProxy(null, null)).isEqualTo("localhost|127.*|[::1]");
        assertThat(CaptureTarget.notByProxy("*.corp, 10.0.0.1,", null))
                .as("what the environment exempts stays exempt")
                .isEqualTo("localhost|127.*|[::1]|*.corp|10.0.0.1");
    }

    @Test
    void a_call_that_a_proxy_takes_away_tells_how_to_exempt_the_mock() {
        ElastiCacheMock closed = ElastiCacheMock.create();
        URI nobodyListens = closed.endpoint();
        closed.close();
        try (ElastiCacheClient client = behindProxy(nobodyListens)) {
            assertThatExceptionOfType(SdkClientException.class)
                    .isThrownBy(() -> groupArns(client))
                    .withMessageContaining("did not arrive there")
                    .withMessageContaining("exempt 127.0.0.1")
                    .withCauseInstanceOf(SdkClientException.class);
        }
    }

    @Test
    void an_answer_of_a_proxy_is_not_taken_for_one_of_the_mock() throws IOException {
        HttpServer proxy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        proxy.createContext("/", exchange -> {
            exchange.sendResponseHeaders(403, -1);
            exchange.close();
        });
        proxy.start();
        try (ElastiCacheClient client =
                behindProxy(URI.create("http://127.0.0.1:" + proxy.getAddress().getPort()))) {
            assertThatExceptionOfType(ElastiCacheException.class)
                    .isThrownBy(() -> groupArns(client))
                    .withMessageContaining("did not arrive there")
                    .withMessageContaining("exempt 127.0.0.1")
                    .withMessageContaining("Status Code: 403");
        } finally {
            proxy.stop(0);
        }
    }

    private static ElastiCacheClient behindProxy(URI proxy) {
        return ElastiCacheClient.builder()
                .overrideConfiguration(configuration -> configuration.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .httpClientBuilder(Apache5HttpClient.builder()
                        .proxyConfiguration(ProxyConfiguration.builder()
                                .endpoint(proxy)
                                .nonProxyHosts(Set.of("example.com"))
                                .build()))
                .build();
    }

    @Test
    void a_captured_call_is_not_signed_as_nobody_would_look_at_the_signature() {
        List<SdkHttpRequest> sent = new ArrayList<>();
        ExecutionInterceptor noting = new ExecutionInterceptor() {
            @Override
            public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
                sent.add(context.httpRequest());
            }
        };
        try (ElastiCacheClient client = ElastiCacheClient.builder()
                .overrideConfiguration(configuration -> configuration.addExecutionInterceptor(noting))
                .build()) {
            assertThat(groupArns(client)).hasSize(1);
        }
        assertThat(sent)
                .singleElement()
                .satisfies(request ->
                        assertThat(request.firstMatchingHeader("Authorization")).isEmpty());
    }

    @Test
    void captured_and_served_clients_see_one_state_and_one_clock() {
        try (ElastiCacheClient captured = ElastiCacheClient.create()) {
            captured.authorizeCacheSecurityGroupIngress(ingress -> ingress.cacheSecurityGroupName("default")
                    .ec2SecurityGroupName("web")
                    .ec2SecurityGroupOwnerId("123456789012"));
            mock.clock().advance(Duration.ofMinutes(1));

            assertThat(captured.describeCacheSecurityGroups(all -> {}).cacheSecurityGroups())
                    .isEqualTo(
                            mock.client().describeCacheSecurityGroups(all -> {}).cacheSecurityGroups())
                    .asString()
                    .contains("Status=authorized");
        }
    }

    @Test
    void the_poll_of_a_waiter_moves_the_clock_as_in_process() {
        try (ElastiCacheClient captured = ElastiCacheClient.create()) {
            captured.authorizeCacheSecurityGroupIngress(ingress -> ingress.cacheSecurityGroupName("default")
                    .ec2SecurityGroupName("web")
                    .ec2SecurityGroupOwnerId("123456789012"));

            assertThat(captured.describeCacheSecurityGroups(poll -> poll.cacheSecurityGroupName("default")
                            .overrideConfiguration(marked -> marked.addApiName(ApiName.builder()
                                    .name("sdk-metrics")
                                    .version("B")
                                    .build()))))
                    .asString()
                    .contains("Status=authorized");
        }
    }

    @Test
    void a_client_that_was_built_before_follows_the_active_mock_from_test_to_test() {
        activation.close();
        try (ElastiCacheClient early =
                ElastiCacheClient.builder().region(Region.EU_CENTRAL_1).build()) {
            for (String name : List.of("first", "second")) {
                try (ElastiCacheMock active = ElastiCacheMock.create();
                        SdkAutoCloseable activated = active.activate()) {
                    early.createCacheSecurityGroup(
                            group -> group.cacheSecurityGroupName(name).description(activated.toString()));
                    assertThat(groupArns(early)).hasSize(2);
                }
            }
        }
    }

    @Test
    void a_client_whose_mock_has_been_closed_goes_to_the_one_that_is_active_now() {
        ElastiCacheClient client = ElastiCacheClient.create();
        mock.close();
        try (ElastiCacheMock next =
                        ElastiCacheMock.builder().region(Region.EU_CENTRAL_1).build();
                SdkAutoCloseable activated = next.activate()) {
            next.client()
                    .createCacheSecurityGroup(
                            group -> group.cacheSecurityGroupName("mygroup").description(activated.toString()));

            assertThat(groupArns(client)).hasSize(2);
        }
    }

    @Test
    void a_client_reaches_its_mock_from_foreign_threads_although_another_mock_is_active_there() {
        try (ElastiCacheClient client = ElastiCacheClient.create();
                ElastiCacheMock other =
                        ElastiCacheMock.builder().accountId("210987654321").build()) {
            String own = "arn:aws:elasticache:eu-central-1:123456789012:securitygroup:default";
            ExecutorService executor = Executors.newSingleThreadExecutor();
            try {
                executor.submit(other::activate).get();
                assertThat(executor.submit(() -> groupArns(client)).get()).containsExactly(own);
                assertThat(CompletableFuture.supplyAsync(() -> groupArns(client), executor)
                                .thenApplyAsync(ignored -> groupArns(client))
                                .join())
                        .containsExactly(own);
            } catch (Exception unexpected) {
                throw new AssertionError(unexpected);
            } finally {
                executor.shutdown();
            }
        }
    }

    @Test
    void a_client_that_is_built_on_a_foreign_thread_goes_to_the_only_active_mock() {
        assertThat(CompletableFuture.supplyAsync(() -> {
                            try (ElastiCacheClient client = ElastiCacheClient.create()) {
                                return groupArns(client);
                            }
                        })
                        .join())
                .containsExactly("arn:aws:elasticache:eu-central-1:123456789012:securitygroup:default");
    }

    @Test
    void with_several_mocks_and_none_of_them_here_a_call_fails_with_the_fix() {
        try (ElastiCacheMock other = ElastiCacheMock.create();
                SdkAutoCloseable activated = other.activate()) {
            assertThat(activated).isNotNull();
            CompletableFuture.runAsync(() -> {
                        try (ElastiCacheClient client = ElastiCacheClient.create()) {
                            assertThatIllegalStateException()
                                    .isThrownBy(() -> groupArns(client))
                                    .withMessageContaining("Several ElastiCache mocks are active")
                                    .withMessageEndingWith(
                                            "Build the client within the test, or call mock.activate() on this"
                                                    + " thread.");
                        }
                    })
                    .join();
        }
    }

    @Test
    void the_mock_that_was_activated_last_counts_until_it_is_done() {
        try (ElastiCacheMock inner =
                        ElastiCacheMock.builder().accountId("210987654321").build();
                ElastiCacheClient early =
                        ElastiCacheClient.builder().region(Region.US_EAST_1).build()) {
            SdkAutoCloseable activated = inner.activate();
            try (ElastiCacheClient client =
                    ElastiCacheClient.builder().region(Region.US_EAST_1).build()) {
                assertThat(groupArns(client))
                        .containsExactly("arn:aws:elasticache:us-east-1:210987654321:securitygroup:default");
                assertThat(groupArns(early))
                        .containsExactly("arn:aws:elasticache:us-east-1:123456789012:securitygroup:default");
            }
            activated.close();
            try (ElastiCacheClient client =
                    ElastiCacheClient.builder().region(Region.US_EAST_1).build()) {
                assertThat(groupArns(client))
                        .containsExactly("arn:aws:elasticache:us-east-1:123456789012:securitygroup:default");
            }
        }
    }

    @Test
    void a_closed_mock_cannot_be_activated() {
        mock.close();

        assertThatIllegalStateException()
                .isThrownBy(mock::activate)
                .withMessage("This ElastiCacheMock has been closed, so it cannot be activated.");
    }

    @Test
    void region_and_credentials_are_there_while_a_mock_is_active_and_gone_afterwards() {
        assertThat(System.getProperty("aws.region")).isEqualTo("eu-central-1");
        assertThat(System.getProperty("aws.accessKeyId")).isEqualTo("mock-elasticache");

        activation.close();

        assertThat(System.getProperty("aws.region")).isNull();
        assertThat(System.getProperty("aws.accessKeyId")).isNull();
        assertThat(System.getProperty("aws.secretAccessKey")).isNull();
    }

    @Test
    void sixteen_tests_at_once_never_see_each_other() {
        mock.close();
        ExecutorService executor = Executors.newFixedThreadPool(16);
        try {
            List<CompletableFuture<List<String>>> tests = Stream.iterate(0, number -> number + 1)
                    .limit(16)
                    .map(number -> CompletableFuture.supplyAsync(() -> aTest(number), executor))
                    .toList();

            for (int number = 0; number < tests.size(); number++) {
                assertThat(tests.get(number).join())
                        .containsExactly(
                                "arn:aws:elasticache:us-east-1:" + account(number) + ":securitygroup:default",
                                "arn:aws:elasticache:us-east-1:" + account(number) + ":securitygroup:group-" + number);
            }
        } finally {
            executor.shutdown();
        }
    }

    private static List<String> aTest(int number) {
        try (ElastiCacheMock own =
                        ElastiCacheMock.builder().accountId(account(number)).build();
                SdkAutoCloseable activated = own.activate();
                ElastiCacheClient client =
                        ElastiCacheClient.builder().region(Region.US_EAST_1).build()) {
            for (int call = 0; call < 20; call++) {
                groupArns(client);
            }
            client.createCacheSecurityGroup(
                    group -> group.cacheSecurityGroupName("group-" + number).description(activated.toString()));
            return groupArns(client);
        }
    }

    private static String account(int number) {
        return String.valueOf(100_000_000_000L + number);
    }

    private static List<String> groupArns(ElastiCacheClient client) {
        return client.describeCacheSecurityGroups(all -> {}).cacheSecurityGroups().stream()
                .map(group -> group.arn())
                .toList();
    }
}
