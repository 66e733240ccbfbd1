package io.github.mockelasticache.internal.sdk;

import static io.github.mockelasticache.assertj.MockElastiCacheAssertions.assertThat;
import static io.github.mockelasticache.assertj.MockElastiCacheAssertions.assertThatServiceErrorOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mockelasticache.ElastiCacheMock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.ApiName;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticache.ElastiCacheAsyncClient;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.AuthorizeCacheSecurityGroupIngressResponse;
import software.amazon.awssdk.services.elasticache.model.CacheSecurityGroupNotFoundException;
import software.amazon.awssdk.services.elasticache.model.DescribeCacheSecurityGroupsResponse;

class ServedClientTest {

    private static final String UUID = "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";

    private final ElastiCacheMock mock = ElastiCacheMock.create();
    private final ElastiCacheClient client = mock.client();
    private final ElastiCacheAsyncClient asyncClient = mock.asyncClient();

    @AfterEach
    void closeTheMock() {
        mock.close();
    }

    @Test
    void an_answer_carries_a_request_id_and_http_200_as_one_off_the_wire() {
        AuthorizeCacheSecurityGroupIngressResponse answer = authorize("web");

        assertThat(answer.responseMetadata().requestId()).matches(UUID);
        assertThat(answer.sdkHttpResponse().statusCode()).isEqualTo(200);
        assertThat(answer.sdkHttpResponse().isSuccessful()).isTrue();
        assertThat(answer.sdkHttpResponse().firstMatchingHeader("x-amzn-RequestId"))
                .contains(answer.responseMetadata().requestId());
        assertThat(answer.sdkHttpResponse().firstMatchingHeader("Content-Type")).contains("text/xml");
    }

    @Test
    void every_call_has_a_request_id_of_its_own() {
        assertThat(authorize("web").responseMetadata().requestId())
                .isNotEqualTo(authorize("api").responseMetadata().requestId());
    }

    @Test
    void an_error_is_the_modelled_exception_with_everything_that_one_off_the_wire_has() {
        assertThatServiceErrorOf(() -> client.deleteCacheSecurityGroup(group -> group.cacheSecurityGroupName("nope")))
                .isExactlyInstanceOf(CacheSecurityGroupNotFoundException.class)
                .hasCode("CacheSecurityGroupNotFound")
                .hasHttpStatus(404)
                .says("CacheSecurityGroup not found: nope")
                .isInstanceOfSatisfying(AwsServiceException.class, error -> {
                    assertThat(error.requestId()).matches(UUID);
                    assertThat(error.numAttempts()).isEqualTo(1);
                    assertThat(error.awsErrorDetails().serviceName()).isEqualTo("ElastiCache");
                    assertThat(error.awsErrorDetails().sdkHttpResponse().statusCode())
                            .isEqualTo(404);
                    assertThat(error.awsErrorDetails().sdkHttpResponse().firstMatchingHeader("x-amzn-RequestId"))
                            .contains(error.requestId());
                    assertThat(error)
                            .hasMessage("CacheSecurityGroup not found: nope (Service: ElastiCache, Status Code: 404,"
                                    + " Request ID: " + error.requestId() + ") (SDK Attempt Count: 1)");
                });
    }

    @Test
    void the_asynchronous_client_gets_the_same_answers_and_errors() {
        assertThat(asyncClient.describeCacheSecurityGroups(all -> {}).join().cacheSecurityGroups())
                .isEqualTo(client.describeCacheSecurityGroups(all -> {}).cacheSecurityGroups());
        assertThatServiceErrorOf(() -> asyncClient
                        .deleteCacheSecurityGroup(group -> group.cacheSecurityGroupName("nope"))
                        .join())
                .isExactlyInstanceOf(CacheSecurityGroupNotFoundException.class)
                .hasCode("CacheSecurityGroupNotFound")
                .hasHttpStatus(404);
    }

    @Test
    void the_futures_of_an_asynchronous_client_are_complete_when_they_are_returned() {
        assertThat(asyncClient.describeCacheSecurityGroups(all -> {})).isCompleted();
    }

    @Test
    void an_empty_list_is_present_and_a_missing_marker_is_absent() {
        DescribeCacheSecurityGroupsResponse answer = client.describeCacheSecurityGroups(all -> {});

        assertThat(answer.hasCacheSecurityGroups()).isTrue();
        assertThat(answer.cacheSecurityGroups().get(0)).hasNoIngress();
        assertThat(answer.marker()).isNull();
    }

    @Test
    void clients_of_two_regions_see_two_states() {
        client.createCacheSecurityGroup(
                group -> group.cacheSecurityGroupName("mygroup").description("here"));

        assertThat(mock.client(Region.US_WEST_2)
                        .describeCacheSecurityGroups(all -> {})
                        .cacheSecurityGroups())
                .hasSize(1);
        assertThat(mock.asyncClient(Region.US_WEST_2)
                        .describeCacheSecurityGroups(all -> {})
                        .join()
                        .cacheSecurityGroups())
                .hasSize(1);
    }

    @Test
    void two_clients_of_one_region_see_one_state() {
        authorize("web");

        assertThat(mock.client()
                        .describeCacheSecurityGroups(all -> {})
                        .cacheSecurityGroups()
                        .get(0))
                .hasIngress("web", "123456789012", "authorizing");
    }

    @Test
    void an_unknown_region_is_refused_with_the_fix() {
        assertThatThrownBy(() -> mock.client(Region.of("us-esat-1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The region us-esat-1 is not one that the AWS SDK knows; use the id of a region such as us-east-1"
                                + " or eu-central-1.");
        assertThatThrownBy(() -> mock.asyncClient(Region.AWS_GLOBAL)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_client_that_has_been_closed_fails_and_changes_nothing() {
        ElastiCacheClient closed = mock.client();
        closed.close();

        assertThatIllegalStateException()
                .isThrownBy(() -> closed.createCacheSecurityGroup(
                        group -> group.cacheSecurityGroupName("mygroup").description("d")))
                .withMessage("This ElastiCache client has been closed.");
        assertThat(client.describeCacheSecurityGroups(all -> {}).cacheSecurityGroups())
                .hasSize(1);
    }

    @Test
    void a_client_of_a_mock_that_has_been_closed_says_so() {
        mock.close();

        assertThatIllegalStateException()
                .isThrownBy(() -> client.describeCacheSecurityGroups(all -> {}))
                .withMessage(
                        "This ElastiCacheMock has been closed, so its clients can no longer be used. Take a client from"
                                + " the mock of the test that is running.");
        assertThatThrownBy(
                        () -> asyncClient.describeCacheSecurityGroups(all -> {}).join())
                .hasRootCauseInstanceOf(IllegalStateException.class)
                .hasRootCauseMessage(
                        "This ElastiCacheMock has been closed, so its clients can no longer be used. Take a client"
                                + " from the mock of the test that is running.");
    }

    @Test
    void closing_a_mock_twice_does_no_harm() {
        mock.close();
        mock.close();
    }

    @ParameterizedTest(name = "{0}/{1}")
    @CsvSource({"sdk-metrics, B", "hll, waiter"})
    void the_poll_of_a_waiter_first_moves_the_clock_to_where_the_wait_would_have_ended(String name, String version) {
        Instant asked = mock.clock().instant();
        authorize("web");

        DescribeCacheSecurityGroupsResponse answer =
                client.describeCacheSecurityGroups(poll -> poll.cacheSecurityGroupName("default")
                        .overrideConfiguration(marked -> marked.addApiName(
                                ApiName.builder().name(name).version(version).build())));

        assertThat(answer.cacheSecurityGroups().get(0)).allowsIngressFrom("web", "123456789012");
        assertThat(mock.clock().instant()).isEqualTo(asked.plus(Duration.ofMinutes(1)));
    }

    @Test
    void the_poll_of_a_waiter_leaves_other_resources_to_the_test() {
        client.createCacheSecurityGroup(
                group -> group.cacheSecurityGroupName("mygroup").description("d"));
        authorize("web");
        Instant before = mock.clock().instant();

        client.describeCacheSecurityGroups(poll -> poll.cacheSecurityGroupName("mygroup")
                .overrideConfiguration(marked -> marked.addApiName(
                        ApiName.builder().name("sdk-metrics").version("B").build())));

        assertThat(mock.clock().instant()).isEqualTo(before);
    }

    private AuthorizeCacheSecurityGroupIngressResponse authorize(String ec2SecurityGroup) {
        return client.authorizeCacheSecurityGroupIngress(ingress -> ingress.cacheSecurityGroupName("default")
                .ec2SecurityGroupName(ec2SecurityGroup)
                .ec2SecurityGroupOwnerId("123456789012"));
    }
}
