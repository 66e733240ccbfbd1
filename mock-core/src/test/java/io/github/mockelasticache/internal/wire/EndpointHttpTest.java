package io.github.mockelasticache.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.internal.wire.RawConnection.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.regions.Region;

/** What the endpoint answers to HTTP that no SDK would send; each test ends with a call that must still be served. */
@Timeout(30)
class EndpointHttpTest {

    private static final String CALL = "Action=DeleteCacheSecurityGroup&CacheSecurityGroupName=g&Version=2015-02-02";
    private static final String CHUNKED = "POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n";
    private static final Duration PATIENCE = Duration.ofMillis(300);

    private final StubService service = StubService.answeringNothing();
    private final LoopbackEndpoint endpoint = LoopbackEndpoint.start(
            service,
            Region.EU_WEST_1,
            Map.of("/_mock/echo", request -> HttpResponse.of(200, "application/json", request.body())),
            0,
            PATIENCE);

    @AfterEach
    void the_endpoint_still_serves() throws IOException {
        try (endpoint;
                RawConnection connection = new RawConnection(endpoint.uri())) {
            assertThat(connection.send(get("/?" + CALL)).answer().status()).isEqualTo(200);
        }
    }

    @Test
    void a_success_has_the_services_headers_and_envelope() throws IOException {
        Answer answer = exchange(get("/?" + CALL));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.has("Content-Type: text/xml")).isTrue();
        assertThat(answer.has("x-amzn-RequestId: request-1")).isTrue();
        assertThat(answer.head()).doesNotContainIgnoringCase("\r\nDate:");
        assertThat(answer.body())
                .startsWith("<DeleteCacheSecurityGroupResponse xmlns=")
                .contains("<RequestId>request-1</RequestId>");
    }

    @Test
    void a_form_may_be_sent_in_chunks() throws IOException {
        Answer answer = exchange(
                CHUNKED + Integer.toHexString(CALL.length()) + ";ext=1\r\n" + CALL + "\r\n0\r\nTrailer: x\r\n\r\n");

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void parameters_may_be_split_between_query_string_and_form() throws IOException {
        Answer answer =
                exchange(post("/?Action=DeleteCacheSecurityGroup", "CacheSecurityGroupName=g&Version=2015-02-02"));

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void the_printed_sample_request_is_served_in_the_default_region() throws IOException {
        exchange(get("/?Action=AuthorizeCacheSecurityGroupIngress&EC2SecurityGroupName=default"
                + "&CacheSecurityGroupName=mygroup&EC2SecurityGroupOwnerId=1234-5678-1234&Version=2015-02-02"
                + "&SignatureVersion=4&SignatureMethod=HmacSHA256&Timestamp=20150202T192317Z"
                + "&X-Amz-Credential=<credential>"));

        assertThat(service.calls()).singleElement().satisfies(call -> {
            assertThat(call.action()).isEqualTo("AuthorizeCacheSecurityGroupIngress");
            assertThat(call.region()).isEqualTo(Region.EU_WEST_1);
        });
    }

    @Test
    void a_connection_is_used_again_and_requests_may_be_sent_ahead() throws IOException {
        try (RawConnection connection = new RawConnection(endpoint.uri())) {
            connection.send(post("/", CALL) + get("/?" + CALL));

            assertThat(connection.answer().status()).isEqualTo(200);
            assertThat(connection.answer().status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "HTTP/1.0, ''",
        "HTTP/1.1, Connection: close",
    })
    void a_connection_is_closed_when_the_client_asks_for_it(String version, String header) throws IOException {
        try (RawConnection connection = new RawConnection(endpoint.uri())) {
            connection.send("GET /?" + CALL + " " + version + "\r\nHost: localhost\r\n"
                    + (header.isEmpty() ? "" : header + "\r\n") + "\r\n");

            assertThat(connection.answer().has("Connection: close")).isTrue();
            assertThat(connection.isClosedByServer()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/?Action=Dance, 400",
        "/?Action=%zz, 404",
        "/nowhere, 404",
    })
    void a_connection_is_kept_after_an_error_that_is_not_one_of_HTTP(String target, int status) throws IOException {
        try (RawConnection connection = new RawConnection(endpoint.uri())) {
            Answer refusal = connection.send(get(target)).answer();

            assertThat(refusal.status()).isEqualTo(status);
            assertThat(refusal.head()).doesNotContainIgnoringCase("\r\nConnection:");
            assertThat(connection.send(post("/", "Action=Dance")).answer().status())
                    .isEqualTo(400);
            assertThat(connection.send(get("/?" + CALL)).answer().status()).isEqualTo(200);
        }
    }

    @Test
    void after_an_error_too_a_connection_is_closed_when_the_client_asks_for_it() throws IOException {
        try (RawConnection connection = new RawConnection(endpoint.uri())) {
            connection.send("GET /?Action=Dance HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

            assertThat(connection.answer().has("Connection: close")).isTrue();
            assertThat(connection.isClosedByServer()).isTrue();
        }
    }

    @Test
    void a_connection_of_HTTP_1_0_is_kept_when_the_client_asks_for_it() throws IOException {
        try (RawConnection connection = new RawConnection(endpoint.uri())) {
            connection.send("GET /?" + CALL + " HTTP/1.0\r\nHost: localhost\r\nConnection: keep-alive\r\n\r\n");

            assertThat(connection.answer().has("Connection: keep-alive")).isTrue();
            assertThat(connection.send(get("/?" + CALL)).answer().status()).isEqualTo(200);
        }
    }

    @Test
    void a_client_that_waits_for_permission_to_send_its_form_gets_it() throws IOException {
        try (RawConnection connection = new RawConnection(endpoint.uri())) {
            connection.send("POST / HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: "
                    + CALL.length() + "\r\n\r\n");
            assertThat(connection.head()).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");

            assertThat(connection.send(CALL).answer().status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Version=2015-02-02 | 400 | MissingAction",
                "'' | 400 | MissingAction",
                "Action=&Version=2015-02-02 | 400 | MissingAction",
                "Action=DescribeDBInstances&Version=2015-02-02 | 400 | InvalidAction",
                "Action=DeleteCacheSecurityGroup&Version=2014-10-31 | 400 | InvalidAction",
                "Action=DeleteCacheSecurityGroup | 400 | InvalidAction",
                "Action=DescribeCacheClusters&Version=2015-02-02&MaxRecords=abc | 400 | MalformedInput",
                "Action=%zz | 404 | MalformedQueryString",
                "Action=%FF | 404 | MalformedQueryString",
            })
    void a_request_that_the_service_cannot_read_gets_its_error(String form, int status, String code)
            throws IOException {
        for (String request : List.of(get("/?" + form), post("/", form))) {
            Answer answer = exchange(request);

            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.has("Content-Type: text/xml")).isTrue();
            assertThat(answer.body()).startsWith("<ErrorResponse xmlns=").contains("<Code>" + code + "</Code>");
        }
    }

    @Test
    void an_unknown_action_is_named_together_with_its_version() throws IOException {
        assertThat(exchange(get("/?Action=Dance&Version=1999-01-01")).body())
                .contains("<Message>Could not find operation Dance for version 1999-01-01</Message>");
        assertThat(exchange(get("/?Action=Dance")).body())
                .contains("<Message>Could not find operation Dance for version NO_VERSION_SPECIFIED</Message>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "get"})
    void other_methods_are_refused_with_those_that_are_allowed(String method) throws IOException {
        Answer answer = exchange(method + " /?" + CALL + " HTTP/1.1\r\nHost: localhost\r\n\r\n");

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.has("Allow: GET, POST")).isTrue();
        assertThat(answer.body()).contains("<Code>MethodNotAllowed</Code>");
    }

    @Test
    void an_answer_to_HEAD_has_no_body() throws IOException {
        try (RawConnection connection = new RawConnection(endpoint.uri())) {
            connection.send("HEAD / HTTP/1.1\r\nHost: localhost\r\n\r\n" + get("/?" + CALL));

            assertThat(connection.head()).startsWith("HTTP/1.1 405 ");
            assertThat(connection.answer().status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/elasticache", "/_mock", "/_mock/", "/_mock/echo/", "//", "/../", "*", "127.0.0.1:80"})
    void an_unknown_path_is_not_found(String path) throws IOException {
        Answer answer = exchange(get(path));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).contains("<Code>UnknownOperationException</Code>");
    }

    @Test
    void a_control_path_is_served_by_its_own_handler() throws IOException {
        Answer answer = exchange(post("/_mock/echo?x=1", "{}"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.has("Content-Type: application/json")).isTrue();
        assertThat(answer.body()).isEqualTo("{}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "elasticache.us-east-1.amazonaws.com",
                "example.com:8080",
                "127.0.0.1.example.com",
                "localhost.example.com",
                "10.0.0.1",
                "[::2]",
                "[::1].example.com",
                "evil@localhost",
                "localhost\r\n folded",
                "",
                ":80"
            })
    void a_request_for_a_host_that_is_not_the_loopback_is_forbidden(String host) throws IOException {
        for (String path : List.of("/?" + CALL, "/_mock/echo")) {
            Answer answer = exchange("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n");

            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.body()).contains("<Code>AccessDenied</Code>");
        }
        assertThat(service.calls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.0.0.1:1234",
                "127.1.2.3",
                "localhost",
                "LOCALHOST:80",
                "[::1]:8080",
                "a.localhost"
            })
    void a_request_for_any_name_of_the_loopback_is_served(String host) throws IOException {
        assertThat(exchange("GET /?" + CALL + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void of_an_absolute_request_target_its_own_host_counts() throws IOException {
        assertThat(exchange("GET http://example.com/?" + CALL + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                        .status())
                .isEqualTo(403);
        assertThat(exchange("GET http://localhost?" + CALL + " HTTP/1.1\r\nHost: example.com\r\n\r\n")
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET / HTTP/1.1\\r\\n\\r\\n | 400",
                "hello\\r\\n | 400",
                "GET /\\r\\n | 400",
                "GET / SPDY/3\\r\\n | 400",
                "GET / HTTP/1.-1\\r\\n | 400",
                "GET /a b HTTP/1.1\\r\\nHost: localhost\\r\\n\\r\\n | 400",
                "GET / HTTP/2.0\\r\\n\\r\\n | 400",
                "PRI * HTTP/2.0\\r\\n\\r\\nSM\\r\\n\\r\\n | 400",
                "\\26\\3\\1 | 400",
                "GET / HTTP/1.1\\r\\nHost localhost\\r\\n\\r\\n | 400",
                "GET / HTTP/1.1\\r\\n: localhost\\r\\n\\r\\n | 400",
                "POST / HTTP/1.1\\r\\nHost: localhost\\r\\nContent-Length: ten\\r\\n\\r\\n | 400",
                "POST / HTTP/1.1\\r\\nHost: localhost\\r\\nContent-Length: -1\\r\\n\\r\\n | 400",
                "POST / HTTP/1.1\\r\\nHost: localhost\\r\\nContent-Length: 1\\r\\nContent-Length: 2\\r\\n\\r\\n | 400",
                "POST / HTTP/1.1\\r\\nHost: localhost\\r\\nContent-Length: 1\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n | 400",
                "POST / HTTP/1.1\\r\\nHost: localhost\\r\\nTransfer-Encoding: gzip\\r\\n\\r\\n | 400",
                "POST / HTTP/1.1\\r\\nHost: localhost\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\nxyz\\r\\n | 400",
                "POST / HTTP/1.1\\r\\nHost: localhost\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n1\\r\\nabc\\r\\n | 400",
                "POST / HTTP/1.1\\r\\nHost: localhost\\r\\nContent-Length: 1048577\\r\\n\\r\\n | 413",
                "POST / HTTP/1.1\\r\\nHost: localhost\\r\\nContent-Length: 99999999999999999999\\r\\n\\r\\n | 400",
            })
    void what_is_not_HTTP_is_refused_at_once(String request, int status) throws IOException {
        try (RawConnection connection = new RawConnection(endpoint.uri())) {
            Answer answer = connection.send(request.translateEscapes()).answer();

            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.has("Content-Type: text/xml")).isTrue();
            assertThat(answer.has("x-amzn-RequestId: request-1")).isTrue();
            assertThat(answer.body())
                    .startsWith("<ErrorResponse xmlns=")
                    .contains("<RequestId>request-1</RequestId>")
                    .doesNotContain("Exception:", "at org.", "at io.");
            assertThat(connection.isClosedByServer()).isTrue();
        }
        assertThat(service.calls()).isEmpty();
    }

    @Test
    void the_largest_form_is_taken() throws IOException {
        String form = CALL + "&x=";

        assertThat(exchange(post("/", form + "x".repeat(RoutedHttpService.MAX_BODY_BYTES - form.length())))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_client_reads_the_refusal_of_its_oversized_form_after_sending_all_of_it() throws IOException {
        String chunk = Integer.toHexString(50_000) + "\r\n" + "x".repeat(50_000) + "\r\n";
        for (String request : List.of(post("/", "x".repeat(5_000_000)), CHUNKED + chunk.repeat(100) + "0\r\n\r\n")) {
            Answer answer = exchange(request);

            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.body()).contains("<Code>RequestEntityTooLargeException</Code>");
        }
    }

    @Test
    void a_client_that_speaks_TLS_is_told_what_is_wrong() throws IOException {
        assertThat(exchange("\26\3\1\0\5").body())
                .contains("this is the start of a TLS connection, and the endpoint speaks http only");
    }

    @Test
    void endless_lines_are_refused() throws IOException {
        assertThat(exchange(get("/?" + "a".repeat(70_000))).status()).isEqualTo(400);
        assertThat(exchange("GET / HTTP/1.1\r\n" + "A: b\r\n".repeat(20_000) + "\r\n")
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "GET /?Action",
                "GET /?" + CALL + " HTTP/1.1\r\nHost: localhost\r\n",
                "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n" + CALL,
                CHUNKED + "64\r\n" + CALL
            })
    void a_client_that_leaves_within_a_request_leaves_nothing_behind(String start) throws IOException {
        for (int i = 0; i < 20; i++) {
            try (RawConnection connection = new RawConnection(endpoint.uri())) {
                connection.send(start).finish();

                assertThat(connection.isClosedByServer()).isTrue();
            }
        }
        assertThat(service.calls()).isEmpty();
    }

    @Test
    void a_client_that_stalls_within_a_request_blocks_no_other_and_is_timed_out() throws IOException {
        try (RawConnection slow = new RawConnection(endpoint.uri());
                RawConnection other = new RawConnection(endpoint.uri())) {
            slow.send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nAction");

            assertThat(other.send(get("/?" + CALL)).answer().status()).isEqualTo(200);
            Answer refusal = slow.answer();
            assertThat(refusal.status()).isEqualTo(408);
            assertThat(refusal.body()).contains("<Code>RequestTimeoutException</Code>");
            assertThat(slow.isClosedByServer()).isTrue();
        }
    }

    @Test
    void an_idle_connection_is_kept() throws IOException {
        try (RawConnection idle = new RawConnection(endpoint.uri())) {
            assertThat(idle.send(get("/?" + CALL)).answer().status()).isEqualTo(200);

            // Another connection's time-out shows that the time for a pause within a request has passed.
            assertThat(exchange("GET").status()).isEqualTo(408);
            assertThat(idle.send(get("/?" + CALL)).answer().status()).isEqualTo(200);
        }
    }

    @Test
    void garbage_is_answered_or_ended_but_never_fatal() throws IOException {
        Random random = new Random(20150202);
        for (int i = 0; i < 300; i++) {
            byte[] garbage = new byte[random.nextInt(200)];
            random.nextBytes(garbage);
            String text = new String(garbage, StandardCharsets.ISO_8859_1);
            try (RawConnection connection = new RawConnection(endpoint.uri())) {
                connection.send(random.nextBoolean() ? text : get("/?" + text) + post("/", text));
            } catch (IOException e) {
                // The endpoint may close the connection while garbage is still being sent.
                assertThat(e).hasMessageMatching("(?i).*(reset|broken pipe).*");
            }
        }
    }

    private Answer exchange(String request) throws IOException {
        try (RawConnection connection = new RawConnection(endpoint.uri())) {
            return connection.send(request).answer();
        }
    }

    private static String get(String target) {
        return "GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
    }

    private static String post(String target, String form) {
        return "POST " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: " + form.length() + "\r\n\r\n"
                + form;
    }
}
