package io.github.mockelasticache.samples.ingress;

import static io.github.mockelasticache.samples.ingress.Shop.SHOP;
import static io.github.mockelasticache.samples.ingress.Shop.TEN_MINUTES;
import static io.github.mockelasticache.samples.ingress.Shop.WEB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.junit5.MockElastiCache;
import io.github.mockelasticache.samples.operations.LostAnswer;
import io.github.mockelasticache.time.VirtualClock;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.elasticache.ElastiCacheAsyncClient;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.AuthorizeCacheSecurityGroupIngressRequest;
import software.amazon.awssdk.services.elasticache.model.ElastiCacheException;

/** The service authorizes the ingress, but the gate never learns of it: what may be its own is taken back. */
@MockElastiCache
class LostAnswerTest {

    private ElastiCacheMock mock;
    private VirtualClock clock;
    private Colleague colleague;

    @BeforeEach
    void a_cache_security_group_without_ingress(ElastiCacheMock mock, VirtualClock clock) {
        this.mock = mock;
        this.clock = clock;
        colleague = new Colleague(mock.client());
        colleague.creates();
    }

    @AfterEach
    void nothing_is_left_behind() {
        assertThat(mock.timeline().history()).hasSize(2);
        assertThat(colleague.sees()).isEmpty();
    }

    @Test
    void a_connection_that_was_reset_is_the_reason_in_the_report() {
        IngressReport report = gateThatLosesItTo(SdkClientException.create("the connection was reset"))
                .open(SHOP);

        assertThat(report.of(WEB).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(report.of(WEB).reason()).isEqualTo("the connection was reset");
    }

    @Test
    void a_service_that_fails_on_its_side_is_the_reason_in_the_report() {
        AwsErrorDetails details = AwsErrorDetails.builder()
                .errorCode("InternalFailure")
                .errorMessage("An internal error has occurred.")
                .build();
        IngressReport report = gateThatLosesItTo((RuntimeException) ElastiCacheException.builder()
                        .statusCode(500)
                        .awsErrorDetails(details)
                        .build())
                .open(SHOP);

        assertThat(report.of(WEB).reason()).isEqualTo("InternalFailure: An internal error has occurred.");
    }

    @Test
    void an_interrupt_during_the_call_is_the_reason_in_the_report() {
        IngressReport report =
                gateThatLosesItTo(AbortedException.create("interrupted")).open(SHOP);

        assertThat(report.of(WEB).reason()).isEqualTo("interrupted");
    }

    @Test
    void a_mistake_in_the_application_is_thrown() {
        IngressGate gate = gateThatLosesItTo(new IllegalStateException("this interceptor is broken"));

        assertThatThrownBy(() -> gate.open(SHOP)).hasMessage("this interceptor is broken");
    }

    @Test
    void the_asynchronous_gate_takes_back_as_well() {
        ElastiCacheAsyncClient client = mock.configure(ElastiCacheAsyncClient.builder()
                        .overrideConfiguration(config -> config.addExecutionInterceptor(new LostAnswer(
                                AuthorizeCacheSecurityGroupIngressRequest.class,
                                SdkClientException.create("the connection was reset")))))
                .build();
        AsyncPause pause = duration -> {
            clock.advance(duration);
            return CompletableFuture.completedFuture(null);
        };

        IngressReport report = new AsyncIngressGate(client, clock, pause, TEN_MINUTES)
                .open(SHOP)
                .join();

        assertThat(report.of(WEB).reason()).contains("the connection was reset");
    }

    private IngressGate gateThatLosesItTo(RuntimeException failure) {
        ElastiCacheClient client = mock.configure(ElastiCacheClient.builder()
                        .overrideConfiguration(config -> config.addExecutionInterceptor(
                                new LostAnswer(AuthorizeCacheSecurityGroupIngressRequest.class, failure))))
                .build();
        return new IngressGate(client, clock, clock::advance, TEN_MINUTES);
    }
}
