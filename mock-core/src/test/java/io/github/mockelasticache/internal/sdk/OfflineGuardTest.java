package io.github.mockelasticache.internal.sdk;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mockelasticache.ElastiCacheMock;
import java.net.URI;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sts.StsAsyncClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** While a mock is active, nothing leaves the machine. */
class OfflineGuardTest {

    private static final String S3_REFUSED =
            "S3 ListBuckets would call s3.us-east-1.amazonaws.com, but a mock of ElastiCache is"
                    + " active and keeps this test offline. Point the client at an endpoint on this machine, or let calls out with"
                    + " @MockElastiCache(offline = false) or ElastiCacheMock.builder().offline(false).";

    @Test
    void a_call_of_another_service_fails_with_service_operation_host_and_the_two_ways_to_go_on() {
        try (ElastiCacheMock mock = ElastiCacheMock.create();
                SdkAutoCloseable activated = mock.activate();
                S3Client s3 = S3Client.create();
                StsClient sts = StsClient.create()) {
            assertThatThrownBy(s3::listBuckets)
                    .as(activated.toString())
                    .isInstanceOf(SdkClientException.class)
                    .hasMessageStartingWith(S3_REFUSED);
            assertThatThrownBy(sts::getCallerIdentity)
                    .isInstanceOf(SdkClientException.class)
                    .hasMessageStartingWith("Sts GetCallerIdentity would call sts.us-east-1.amazonaws.com, but a mock");
        }
    }

    @Test
    void an_asynchronous_call_of_another_service_fails_too() {
        try (ElastiCacheMock mock = ElastiCacheMock.create();
                SdkAutoCloseable activated = mock.activate();
                S3AsyncClient s3 = S3AsyncClient.create();
                StsAsyncClient sts = StsAsyncClient.create()) {
            assertThatThrownBy(() -> s3.listBuckets().join())
                    .as(activated.toString())
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(SdkClientException.class)
                    .hasMessageContaining(S3_REFUSED);
            assertThatThrownBy(() -> sts.getCallerIdentity().join())
                    .hasMessageContaining("Sts GetCallerIdentity would call sts.us-east-1.amazonaws.com");
        }
    }

    @Test
    void a_call_to_an_endpoint_on_this_machine_goes_out() {
        // The mock's own endpoint answers what it does not know with an error, so a call that gets there is told apart.
        try (ElastiCacheMock mock = ElastiCacheMock.create();
                SdkAutoCloseable activated = mock.activate();
                StsClient sts =
                        StsClient.builder().endpointOverride(mock.endpoint()).build();
                StsClient byName = StsClient.builder()
                        .endpointOverride(
                                URI.create("http://localhost:" + mock.endpoint().getPort()))
                        .build()) {
            assertThatThrownBy(sts::getCallerIdentity)
                    .as(activated.toString())
                    .hasMessageContaining("Could not find operation GetCallerIdentity");
            assertThatThrownBy(byName::getCallerIdentity)
                    .hasMessageContaining("Could not find operation GetCallerIdentity");
        }
    }

    @Test
    void a_served_client_is_no_concern_of_the_guard() {
        try (ElastiCacheMock mock = ElastiCacheMock.create();
                SdkAutoCloseable activated = mock.activate();
                ElastiCacheClient client = mock.client()) {
            client.createCacheSecurityGroup(
                    group -> group.cacheSecurityGroupName("mygroup").description(activated.toString()));
        }
    }

    @Test
    void the_guard_can_be_lifted() {
        // Nothing listens at the reserved name, so a call that is let out fails by itself.
        try (ElastiCacheMock mock = ElastiCacheMock.builder().offline(false).build();
                SdkAutoCloseable activated = mock.activate();
                StsClient sts = StsClient.builder()
                        .region(Region.US_EAST_1)
                        .endpointOverride(URI.create("http://sts.invalid"))
                        .overrideConfiguration(
                                configuration -> configuration.retryStrategy(strategy -> strategy.maxAttempts(1)))
                        .build()) {
            assertThatThrownBy(sts::getCallerIdentity)
                    .as(activated.toString())
                    .isInstanceOf(SdkClientException.class)
                    .hasMessageNotContaining("keeps this test offline");
        }
    }
}
