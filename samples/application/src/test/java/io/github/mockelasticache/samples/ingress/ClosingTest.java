package io.github.mockelasticache.samples.ingress;

import static io.github.mockelasticache.samples.ingress.Shop.JOBS;
import static io.github.mockelasticache.samples.ingress.Shop.SHOP;
import static io.github.mockelasticache.samples.ingress.Shop.TEN_MINUTES;
import static io.github.mockelasticache.samples.ingress.Shop.WEB;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.junit5.MockElastiCache;
import io.github.mockelasticache.samples.operations.BeforeFirst;
import io.github.mockelasticache.time.VirtualClock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;

@MockElastiCache
class ClosingTest {

    private Colleague colleague;
    private IngressGate gate;

    @BeforeEach
    void a_cache_security_group_without_ingress(ElastiCacheMock mock, ElastiCacheClient client, VirtualClock clock) {
        colleague = new Colleague(mock.client());
        colleague.creates();
        gate = new IngressGate(client, clock, clock::advance, TEN_MINUTES);
    }

    @Test
    void every_ingress_is_gone_when_the_gate_returns() {
        gate.open(SHOP);

        IngressReport report = gate.close(SHOP);

        assertThat(report.tiersThatAre(Outcome.CLOSED)).containsExactly(WEB, JOBS);
        assertThat(report.took()).isEqualTo(Duration.ofMinutes(1));
        assertThat(colleague.sees()).isEmpty();
    }

    @Test
    void a_tier_without_ingress_is_closed_already() {
        IngressReport report = gate.close(SHOP);

        assertThat(report.isSuccess()).isTrue();
        assertThat(report.tiersThatAre(Outcome.ALREADY_CLOSED)).containsExactly(WEB, JOBS);
        assertThat(report.took()).isZero();
    }

    @Test
    void an_ingress_that_is_still_authorizing_is_revoked_as_soon_as_the_service_lets_it() {
        colleague.authorizes(WEB);

        IngressReport report = gate.close(SHOP);

        assertThat(report.of(WEB).outcome()).isEqualTo(Outcome.CLOSED);
        assertThat(report.of(WEB).path())
                .extracting(Sighting::status)
                .containsExactly("authorizing", "authorized", "revoking", "absent");
    }

    @Test
    void an_ingress_that_a_colleague_is_revoking_is_waited_out() {
        gate.open(SHOP);
        colleague.revokes(WEB);

        IngressReport report = gate.close(SHOP);

        assertThat(report.of(WEB).outcome()).isEqualTo(Outcome.AWAITED);
        assertThat(report.of(JOBS).outcome()).isEqualTo(Outcome.CLOSED);
    }

    @Test
    void a_colleague_who_is_faster_by_a_moment_is_no_failure(ElastiCacheMock mock, VirtualClock clock) {
        gate.open(SHOP);
        ElastiCacheClient overtaken = mock.configure(ElastiCacheClient.builder()
                        .overrideConfiguration(config -> config.addExecutionInterceptor(
                                new BeforeFirst("RevokeCacheSecurityGroupIngress", () -> {
                                    colleague.revokes(WEB);
                                    clock.advance(Duration.ofMinutes(1));
                                }))))
                .build();

        IngressReport report = new IngressGate(overtaken, clock, clock::advance, TEN_MINUTES).close(SHOP);

        assertThat(report.of(WEB).outcome()).isEqualTo(Outcome.AWAITED);
        assertThat(report.of(JOBS).outcome()).isEqualTo(Outcome.CLOSED);
    }

    @Test
    void one_tier_that_fails_does_not_keep_the_others_open(ElastiCacheMock mock, VirtualClock clock) {
        gate.open(SHOP);
        ElastiCacheClient failing = mock.configure(ElastiCacheClient.builder()
                        .overrideConfiguration(config -> config.addExecutionInterceptor(
                                new BeforeFirst("RevokeCacheSecurityGroupIngress", () -> {
                                    throw SdkClientException.create("the network cable is out");
                                }))))
                .build();

        IngressReport report = new IngressGate(failing, clock, clock::advance, TEN_MINUTES).close(SHOP);

        assertThat(report.isSuccess()).isFalse();
        assertThat(report.of(WEB).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(report.of(WEB).reason()).isEqualTo("the network cable is out");
        assertThat(report.of(JOBS).outcome()).isEqualTo(Outcome.CLOSED);
        assertThat(colleague.sees()).containsExactly("web-tier authorized");
    }

    @Test
    @MockElastiCache(ingressDelay = "PT1H")
    void a_tier_that_is_not_closed_by_the_deadline_is_late(VirtualClock clock) {
        colleague.authorizes(WEB);
        clock.advance(Duration.ofHours(1));

        IngressReport report = gate.close(SHOP);

        assertThat(report.of(WEB).outcome()).isEqualTo(Outcome.LATE);
        assertThat(report.of(WEB).reason()).isEqualTo("still revoking after 10 min");
        assertThat(report.of(JOBS).outcome()).isEqualTo(Outcome.ALREADY_CLOSED);
    }
}
