package io.github.mockelasticache;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.testing.Groups;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** How a test in another language moves time, resets the mock and looks into it: paths of the endpoint beside the service's. */
class ControlPathsTest {

    private static final String ARN = "arn:aws:elasticache:us-east-1:123456789012:securitygroup:mygroup";
    private static final String TRANSITION = """
            {"at": "2025-01-01T00:01:00Z", "resource": "%s", "aspect": "ingress web/987654321021",
             "from": "authorizing", "to": "authorized"}""".formatted(ARN);

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.create();

    private final ElastiCacheClient client = mock.client();

    @BeforeEach
    void an_ingress_is_authorizing() {
        client.createCacheSecurityGroup(
                group -> group.cacheSecurityGroupName("mygroup").description("My security group"));
        client.authorizeCacheSecurityGroupIngress(ingress -> ingress.cacheSecurityGroupName("mygroup")
                .ec2SecurityGroupName("web")
                .ec2SecurityGroupOwnerId("987654321021"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"seconds=90", "duration=PT1M30S", "duration=PT90S&"})
    void advance_moves_the_clock_and_tells_what_has_happened_on_the_way(String parameters) {
        JsonNode answer = json(post("/_mock/advance?" + parameters, ""), 200);

        assertThat(answer).isEqualTo(parsed("{\"now\": \"2025-01-01T00:01:30Z\", \"fired\": [" + TRANSITION + "]}"));
        assertThat(mock.clock().instant()).isEqualTo(Instant.parse("2025-01-01T00:01:30Z"));
    }

    @Test
    void parameters_may_come_as_a_form() {
        JsonNode answer = json(post("/_mock/advance", "seconds=59"), 200);

        assertThat(answer).isEqualTo(parsed("{\"now\": \"2025-01-01T00:00:59Z\", \"fired\": []}"));
    }

    @Test
    void settle_moves_the_clock_until_nothing_is_under_way_any_more() {
        JsonNode answer = json(post("/_mock/settle", ""), 200);

        assertThat(answer).isEqualTo(parsed("{\"now\": \"2025-01-01T00:01:00Z\", \"fired\": [" + TRANSITION + "]}"));
        assertThat(mock.timeline().pending()).isEmpty();
    }

    @Test
    void reset_takes_the_mock_back_to_its_start() {
        post("/_mock/settle", "");

        JsonNode answer = json(post("/_mock/reset", ""), 200);

        assertThat(answer).isEqualTo(parsed("{\"now\": \"2025-01-01T00:00:00Z\"}"));
        assertThat(mock.journal()).isEmpty();
        assertThat(mock.timeline().history()).isEmpty();
        assertThat(Groups.of(client).names()).containsExactly("default");
    }

    @Test
    void state_tells_what_exists_by_region_in_the_shape_that_the_CLI_prints_and_what_is_still_to_happen() {
        mock.client(Region.EU_WEST_1).describeCacheSecurityGroups(all -> {});

        JsonNode state = json(get("/_mock/state"), 200);

        assertThat(state.at("/regions/us-east-1/CacheSubnetGroups/0/CacheSubnetGroupName")
                        .stringValue())
                .isEqualTo("default");
        state.get("regions").forEach(region -> ((ObjectNode) region).retain("CacheSecurityGroups"));
        assertThat(state).isEqualTo(parsed("""
                {
                  "now": "2025-01-01T00:00:00Z",
                  "regions": {
                    "eu-west-1": {
                      "CacheSecurityGroups": [
                        {
                          "OwnerId": "123456789012",
                          "CacheSecurityGroupName": "default",
                          "Description": "default",
                          "EC2SecurityGroups": [],
                          "ARN": "arn:aws:elasticache:eu-west-1:123456789012:securitygroup:default"
                        }
                      ]
                    },
                    "us-east-1": {
                      "CacheSecurityGroups": [
                        {
                          "OwnerId": "123456789012",
                          "CacheSecurityGroupName": "default",
                          "Description": "default",
                          "EC2SecurityGroups": [],
                          "ARN": "arn:aws:elasticache:us-east-1:123456789012:securitygroup:default"
                        },
                        {
                          "OwnerId": "123456789012",
                          "CacheSecurityGroupName": "mygroup",
                          "Description": "My security group",
                          "EC2SecurityGroups": [
                            {
                              "Status": "authorizing",
                              "EC2SecurityGroupName": "web",
                              "EC2SecurityGroupOwnerId": "987654321021"
                            }
                          ],
                          "ARN": "%s"
                        }
                      ]
                    }
                  },
                  "pending": [%s]
                }""".formatted(ARN, TRANSITION)));
    }

    @Test
    void state_is_known_before_the_first_call() {
        try (ElastiCacheMock fresh = ElastiCacheMock.create()) {
            JsonNode state = json(send(request(fresh.endpoint(), "/_mock/state").GET()), 200);

            assertThat(state.at("/regions/us-east-1/CacheSecurityGroups/0/CacheSecurityGroupName")
                            .stringValue())
                    .isEqualTo("default");
        }
    }

    @Test
    void journal_tells_each_call_with_its_request_and_what_it_was_refused_for() {
        HttpResponse<String> refused =
                post("/", "Action=DeleteCacheSecurityGroup&CacheSecurityGroupName=nope&Version=2015-02-02");

        JsonNode calls = json(get("/_mock/journal"), 200).get("calls");

        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(calls).hasSize(3);
        assertThat(calls.get(0).get("operation").stringValue()).isEqualTo("CreateCacheSecurityGroup");
        assertThat(calls.get(0).has("errorCode")).isFalse();
        assertThat(((ObjectNode) calls.get(2)).remove("thread")).isNotNull();
        assertThat(calls.get(0)
                        .at("/answer/CacheSecurityGroup/CacheSecurityGroupName")
                        .stringValue())
                .isEqualTo("mygroup");
        assertThat(calls.get(2)).isEqualTo(parsed("""
                {
                  "number": 3,
                  "at": "2025-01-01T00:00:00Z",
                  "region": "us-east-1",
                  "door": "WIRE",
                  "attempt": 1,
                  "operation": "DeleteCacheSecurityGroup",
                  "request": {"CacheSecurityGroupName": "nope"},
                  "requestId": "%s",
                  "errorCode": "CacheSecurityGroupNotFound",
                  "errorMessage": "%s"
                }""".formatted(
                        refused.headers().firstValue("x-amzn-RequestId").orElseThrow(),
                        mock.journal().get(2).error().orElseThrow().getMessage())));
    }

    @Test
    void answers_are_laid_out_for_people_too() {
        assertThat(post("/_mock/advance?seconds=1", "").body()).isEqualTo("""
                {
                    "now": "2025-01-01T00:00:01Z",
                    "fired": []
                }
                """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | Say by how much to advance, in one of two ways: seconds=60 or duration=PT1M.",
                "seconds=1&duration=PT1S | Say by how much to advance, in one of two ways: seconds=60 or duration=PT1M.",
                "seconds=-1 | The parameter seconds must be a whole number such as 60, zero or more, but is \"-1\".",
                "seconds= | The parameter seconds must be a whole number such as 60, zero or more, but is \"\".",
                "seconds=1.5 | The parameter seconds must be a whole number such as 60, zero or more, but is \"1.5\".",
                "duration=1m | The parameter duration must be an ISO 8601 duration such as PT1M, zero or more, but is \"1m\".",
                "duration=-PT1M | The parameter duration must be an ISO 8601 duration such as PT1M, zero or more, but is \"-PT1M\".",
                "seconds=9223372036854775807 | Virtual time cannot advance by PT2562047788015215H30M7S: no such instant exists.",
                "minutes=1 | /_mock/advance has no parameter minutes; it takes seconds or duration.",
                "seconds=%zz | A percent sign is not followed by two hexadecimal digits; write it as %25 if it stands for itself.",
            })
    void a_parameter_that_does_not_fit_is_refused_with_the_fix_and_nothing_moves(String parameters, String message) {
        assertThat(json(post("/_mock/advance", parameters), 400).get("message").stringValue())
                .isEqualTo(message);
        assertThat(mock.clock().instant()).isEqualTo(Instant.parse("2025-01-01T00:00:00Z"));
        assertThat(mock.timeline().pending()).hasSize(1);
    }

    @Test
    void a_path_without_parameters_takes_none() {
        assertThat(json(post("/_mock/reset?region=us-east-1", ""), 400)
                        .get("message")
                        .stringValue())
                .isEqualTo("/_mock/reset has no parameter region; it takes none.");
        assertThat(mock.journal()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, advance, POST",
        "GET, settle, POST",
        "GET, reset, POST",
        "PUT, reset, POST",
        "POST, state, GET",
        "DELETE, journal, GET"
    })
    void another_method_is_refused_with_the_one_that_is_allowed(String method, String path, String allowed) {
        HttpResponse<String> answer =
                send(request(mock.endpoint(), "/_mock/" + path).method(method, BodyPublishers.noBody()));

        assertThat(json(answer, 405).get("message").stringValue())
                .isEqualTo("/_mock/" + path + " takes " + allowed + " requests only.");
        assertThat(answer.headers().firstValue("Allow")).hasValue(allowed);
        assertThat(mock.journal()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/_mock/", "/_mock/rewind", "/_mock/state/", "/_mock/State"})
    void an_unknown_path_is_answered_with_those_that_there_are(String path) {
        assertThat(json(get(path), 404).get("message").stringValue())
                .isEqualTo("There is nothing at the path " + path
                        + "; under /_mock/ there are advance, journal, reset, settle, state.");
    }

    private HttpResponse<String> get(String path) {
        return send(request(mock.endpoint(), path).GET());
    }

    private HttpResponse<String> post(String path, String form) {
        return send(request(mock.endpoint(), path).POST(BodyPublishers.ofString(form)));
    }

    private static HttpRequest.Builder request(URI endpoint, String path) {
        return HttpRequest.newBuilder(URI.create(endpoint + path));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode json(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        return parsed(answer.body());
    }

    private static JsonNode parsed(String json) {
        return JsonMapper.shared().readTree(json);
    }
}
