package io.github.mockelasticache.internal.wire;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.awscore.DefaultAwsResponseMetadata;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.awscore.util.AwsHeader;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticache.ElastiCacheAsyncClient;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CacheSecurityGroupNotFoundException;
import software.amazon.awssdk.services.elasticache.model.DescribeUsersRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeUsersResponse;
import software.amazon.awssdk.services.elasticache.model.ElastiCacheException;
import software.amazon.awssdk.services.elasticache.model.User;

/** The endpoint behind genuine clients. */
@Timeout(30)
class LoopbackEndpointTest {

    private static final Logger FAULTS = Logger.getLogger(RequestRouter.class.getName());

    @BeforeAll
    static void the_faults_that_these_tests_cause_are_not_logged() {
        FAULTS.setLevel(Level.OFF);
    }

    @AfterAll
    static void other_faults_are() {
        FAULTS.setLevel(null);
    }

    static Stream<SdkHttpClient> httpClients() {
        return Stream.of(ApacheHttpClient.create(), UrlConnectionHttpClient.create());
    }

    @ParameterizedTest
    @MethodSource("httpClients")
    void a_call_over_HTTP_arrives_and_is_answered(SdkHttpClient httpClient) {
        DescribeUsersResponse response = DescribeUsersResponse.builder()
                .users(User.builder().userName("ümläut <&> 😀").build())
                .marker("m")
                .build();
        StubService service = StubService.answering(call -> response);
        try (LoopbackEndpoint endpoint = start(service);
                ElastiCacheClient client = SdkCalls.client(httpClient, endpoint.uri(), Region.AP_SOUTH_1)) {
            DescribeUsersRequest request =
                    DescribeUsersRequest.builder().userId("a+b c%&=ü").build();

            DescribeUsersResponse received = client.describeUsers(request);

            assertThat(received.equalsBySdkFields(response)).isTrue();
            assertThat(received.responseMetadata().requestId()).isEqualTo("request-1");
            assertThat(received.sdkHttpResponse().firstMatchingHeader("x-amzn-RequestId"))
                    .contains("request-1");
            assertThat(service.calls())
                    .containsExactly(new StubService.Call("DescribeUsers", request, Region.AP_SOUTH_1));
        }
    }

    @ParameterizedTest
    @MethodSource("httpClients")
    void a_service_error_is_the_SDKs_modelled_exception(SdkHttpClient httpClient) {
        StubService service = StubService.failing(CacheSecurityGroupNotFoundException.builder()
                .message("ignored, the details count")
                .statusCode(404)
                .requestId("engine-7")
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode("CacheSecurityGroupNotFound")
                        .errorMessage("CacheSecurityGroup not found: <g>")
                        .build())
                .build());
        try (LoopbackEndpoint endpoint = start(service);
                ElastiCacheClient client = SdkCalls.client(httpClient, endpoint.uri(), Region.US_EAST_1)) {

            assertThatExceptionOfType(CacheSecurityGroupNotFoundException.class)
                    .isThrownBy(() -> client.deleteCacheSecurityGroup(r -> r.cacheSecurityGroupName("<g>")))
                    .satisfies(e -> {
                        assertThat(e.statusCode()).isEqualTo(404);
                        assertThat(e.requestId()).isEqualTo("engine-7");
                        assertThat(e.awsErrorDetails().errorCode()).isEqualTo("CacheSecurityGroupNotFound");
                        assertThat(e.awsErrorDetails().errorMessage()).isEqualTo("CacheSecurityGroup not found: <g>");
                    });
        }
    }

    @Test
    void the_request_id_of_the_engines_response_is_the_one_that_is_sent() {
        StubService service = StubService.answering(call -> DescribeUsersResponse.builder()
                .responseMetadata(DefaultAwsResponseMetadata.create(Map.of(AwsHeader.AWS_REQUEST_ID, "engine-7")))
                .build());
        try (LoopbackEndpoint endpoint = start(service);
                ElastiCacheClient client =
                        SdkCalls.client(ApacheHttpClient.create(), endpoint.uri(), Region.US_EAST_1)) {
            assertThat(client.describeUsers(r -> {}).responseMetadata().requestId())
                    .isEqualTo("engine-7");
        }
    }

    @Test
    void an_operation_that_the_mock_does_not_know_is_status_501() {
        assertThatErrorOf(new UnsupportedOperationException("The mock does not answer DescribeUsers yet."))
                .satisfies(e -> {
                    assertThat(e.statusCode()).isEqualTo(501);
                    assertThat(e.awsErrorDetails().errorCode()).isEqualTo("UnsupportedOperation");
                    assertThat(e.awsErrorDetails().errorMessage())
                            .isEqualTo("The mock does not answer DescribeUsers yet.");
                });
    }

    @Test
    void a_fault_of_the_mock_is_InternalFailure_without_a_stack_trace() {
        assertThatErrorOf(new IllegalStateException("wrong turn")).satisfies(e -> {
            assertThat(e.statusCode()).isEqualTo(500);
            assertThat(e.awsErrorDetails().errorCode()).isEqualTo("InternalFailure");
            assertThat(e.awsErrorDetails().errorMessage())
                    .isEqualTo("The mock failed to answer: IllegalStateException: wrong turn");
            assertThat(e.awsErrorDetails().rawResponse().asUtf8String()).doesNotContain("at io.github");
        });
    }

    @Test
    void text_that_XML_cannot_carry_ends_in_InternalFailure_and_not_in_broken_XML() {
        StubService service = StubService.answering(call -> DescribeUsersResponse.builder()
                .users(User.builder().userName("\u0001").build())
                .build());
        assertThatErrorOf(service)
                .satisfies(e -> assertThat(e.awsErrorDetails().errorMessage())
                        .contains("UserName contains the character U+0001, which XML 1.0 cannot carry"));
    }

    @Test
    void a_service_error_without_details_is_still_an_error() {
        assertThatErrorOf((RuntimeException)
                        AwsServiceException.builder().message("bare").build())
                .satisfies(e -> {
                    assertThat(e.statusCode()).isEqualTo(500);
                    assertThat(e.awsErrorDetails().errorCode()).isEqualTo("InternalFailure");
                    assertThat(e.awsErrorDetails().errorMessage()).isEqualTo("bare");
                });
    }

    @Test
    void the_asynchronous_client_is_served_too() {
        StubService service = StubService.answeringNothing();
        try (LoopbackEndpoint endpoint = start(service);
                ElastiCacheAsyncClient client = ElastiCacheAsyncClient.builder()
                        .endpointOverride(endpoint.uri())
                        .region(Region.US_EAST_2)
                        .credentialsProvider(AnonymousCredentialsProvider.create())
                        .build()) {
            client.describeUsers(r -> r.userId("u")).join();

            assertThat(service.calls())
                    .singleElement()
                    .extracting(StubService.Call::request)
                    .isEqualTo(DescribeUsersRequest.builder().userId("u").build());
        }
    }

    @Test
    void other_HTTP_clients_are_served_too() throws Exception {
        try (LoopbackEndpoint endpoint = start(StubService.answeringNothing())) {
            HttpClient client = HttpClient.newHttpClient();
            java.net.http.HttpRequest request = java.net.http.HttpRequest.newBuilder(endpoint.uri())
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("Action=DescribeUsers&Version=2015-02-02"))
                    .build();

            assertThat(client.send(request, BodyHandlers.ofString()).body()).contains("<DescribeUsersResult/>");
        }
    }

    @Test
    void calls_are_served_side_by_side() throws Exception {
        int clients = 8;
        CyclicBarrier allInside = new CyclicBarrier(clients);
        StubService service = StubService.answering(call -> {
            await(allInside);
            return DescribeUsersResponse.builder().build();
        });
        ExecutorService callers = Executors.newFixedThreadPool(clients);
        try (LoopbackEndpoint endpoint = start(service);
                ElastiCacheClient client =
                        SdkCalls.client(ApacheHttpClient.create(), endpoint.uri(), Region.US_EAST_1)) {
            List<Future<?>> calls = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                calls.add(callers.submit(() -> client.describeUsers(r -> {})));
            }
            for (Future<?> call : calls) {
                call.get(20, SECONDS);
            }
            assertThat(service.calls()).hasSize(clients);
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void the_port_is_open_on_127_0_0_1_only() throws Exception {
        try (LoopbackEndpoint endpoint = start(StubService.answeringNothing())) {
            assertThat(endpoint.uri()).hasScheme("http").hasHost("127.0.0.1").hasPath("");
            List<InetAddress> others = NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLoopbackAddress())
                    .toList();
            assertThat(others)
                    .allSatisfy(address -> assertThatThrownBy(
                                    () -> new Socket(address, endpoint.uri().getPort()).close())
                            .isInstanceOf(IOException.class));
        }
    }

    @Test
    void closing_ends_every_thread_and_connection_and_frees_the_port() throws Exception {
        LoopbackEndpoint endpoint = start(StubService.answeringNothing());
        URI uri = endpoint.uri();
        try (RawConnection idle = new RawConnection(uri);
                RawConnection halfway = new RawConnection(uri)) {
            idle.send("GET /?Action=DescribeUsers&Version=2015-02-02 HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertThat(idle.answer().status()).isEqualTo(200);
            halfway.send("POST / HTTP/1.1\r\n");

            endpoint.close();
            endpoint.close();

            assertThat(idle.isClosedByServer()).isTrue();
            assertThat(threadsOf(uri)).isEmpty();
            assertThatThrownBy(() -> new RawConnection(uri)).isInstanceOf(ConnectException.class);
        }
    }

    @Test
    void closing_waits_for_the_call_that_is_being_answered() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch mayLeave = new CountDownLatch(1);
        StubService service = StubService.answering(call -> {
            inside.countDown();
            await(mayLeave);
            return DescribeUsersResponse.builder().build();
        });
        LoopbackEndpoint endpoint = start(service);
        try (RawConnection connection = new RawConnection(endpoint.uri())) {
            connection.send("GET /?Action=DescribeUsers&Version=2015-02-02 HTTP/1.1\r\nHost: localhost\r\n\r\n");
            inside.await();
            Thread closing = new Thread(endpoint::close);
            closing.start();
            assertThat(connection.isClosedByServer()).isTrue();
            assertThat(closing.isAlive()).isTrue();

            mayLeave.countDown();
            closing.join();

            assertThat(threadsOf(endpoint.uri())).isEmpty();
        }
    }

    @Test
    void a_call_may_close_its_own_endpoint() throws Exception {
        List<LoopbackEndpoint> started = new ArrayList<>();
        StubService service = StubService.answering(call -> {
            started.get(0).close();
            return DescribeUsersResponse.builder().build();
        });
        LoopbackEndpoint endpoint = start(service);
        started.add(endpoint);
        try (RawConnection connection = new RawConnection(endpoint.uri())) {
            connection.send("GET /?Action=DescribeUsers&Version=2015-02-02 HTTP/1.1\r\nHost: localhost\r\n\r\n");

            assertThat(connection.isClosedByServer()).isTrue();
        }
    }

    @Test
    void the_endpoints_threads_are_daemons_and_say_whose_they_are() throws Exception {
        LoopbackEndpoint endpoint = start(StubService.answeringNothing());
        try (endpoint;
                RawConnection connection = new RawConnection(endpoint.uri())) {
            connection.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
            connection.answer();

            assertThat(threadsOf(endpoint.uri())).hasSize(2).allMatch(Thread::isDaemon);
        }
    }

    private static ThrowableAssertAlternative<ElastiCacheException> assertThatErrorOf(RuntimeException failure) {
        return assertThatErrorOf(StubService.failing(failure));
    }

    private static ThrowableAssertAlternative<ElastiCacheException> assertThatErrorOf(StubService service) {
        try (LoopbackEndpoint endpoint = start(service);
                ElastiCacheClient client =
                        SdkCalls.client(ApacheHttpClient.create(), endpoint.uri(), Region.US_EAST_1)) {
            return assertThatExceptionOfType(ElastiCacheException.class)
                    .isThrownBy(() -> client.describeUsers(r -> {}));
        }
    }

    private static LoopbackEndpoint start(StubService service) {
        return LoopbackEndpoint.start(service, Region.US_EAST_1, Map.of(), 0);
    }

    private static List<Thread> threadsOf(URI endpoint) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("mock-elasticache-" + endpoint.getPort()))
                .toList();
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(20, SECONDS);
        } catch (Exception e) {
            throw new AssertionError("not all calls were served at the same time", e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
