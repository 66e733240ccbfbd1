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
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;

@MockElastiCache(startingAt = "2015-02-02T19:23:17Z")
class OpeningTest {

    private Colleague colleague;
    private IngressGate gate;

    @BeforeEach
    void a_cache_security_group_without_ingress(ElastiCacheMock mock, ElastiCacheClient client, VirtualClock clock) {
        colleague = new Colleague(mock.client());
        colleague.creates();
        gate = new IngressGate(client, clock, clock::advance, TEN_MINUTES);
    }

    @Test
    void every_tier_is_authorized_when_the_gate_returns() {
        IngressReport report = gate.open(SHOP);

        assertThat(report.isSuccess()).isTrue();
        assertThat(report.tiersThatAre(Outcome.OPENED)).containsExactly(WEB, JOBS);
        assertThat(colleague.sees()).containsExactly("web-tier authorized", "jobs-tier authorized");
    }

    @Test
    void all_tiers_together_take_the_one_minute_that_the_service_takes_for_one() {
        IngressReport report = gate.open(SHOP);

        assertThat(report.took()).isEqualTo(Duration.ofMinutes(1));
        assertThat(report.of(JOBS).path())
                .containsExactly(
                        new Sighting(Instant.parse("2015-02-02T19:23:17Z"), "absent"),
                        new Sighting(Instant.parse("2015-02-02T19:23:17Z"), "authorizing"),
                        new Sighting(Instant.parse("2015-02-02T19:24:17Z"), "authorized"));
    }

    @Test
    void opening_again_changes_nothing_and_takes_no_time(ElastiCacheMock mock) {
        gate.open(SHOP);

        IngressReport again = gate.open(SHOP);

        assertThat(again.tiersThatAre(Outcome.ALREADY_OPEN)).containsExactly(WEB, JOBS);
        assertThat(again.took()).isZero();
        assertThat(mock.timeline().pending()).isEmpty();
    }

    @Test
    void an_ingress_that_a_colleague_is_authorizing_is_waited_for(VirtualClock clock) {
        colleague.authorizes(WEB);
        clock.advance(Duration.ofSeconds(30));

        IngressReport report = gate.open(SHOP);

        assertThat(report.of(WEB).outcome()).isEqualTo(Outcome.AWAITED);
        assertThat(report.of(WEB).took()).isEqualTo(Duration.ofSeconds(30));
        assertThat(report.of(JOBS).outcome()).isEqualTo(Outcome.OPENED);
    }

    @Test
    void an_ingress_that_is_being_revoked_is_waited_out_and_authorized_again() {
        gate.open(SHOP);
        colleague.revokes(WEB);

        IngressReport report = gate.open(SHOP);

        assertThat(report.of(WEB).outcome()).isEqualTo(Outcome.OPENED);
        assertThat(report.of(WEB).took()).isEqualTo(Duration.ofMinutes(2));
        assertThat(report.of(WEB).path())
                .extracting(Sighting::status)
                .containsExactly("revoking", "absent", "authorizing", "authorized");
        assertThat(report.of(JOBS).outcome()).isEqualTo(Outcome.ALREADY_OPEN);
    }

    @Test
    void a_colleague_who_is_faster_by_a_moment_is_no_failure(ElastiCacheMock mock, VirtualClock clock) {
        ElastiCacheClient overtaken = mock.configure(ElastiCacheClient.builder()
                        .overrideConfiguration(config -> config.addExecutionInterceptor(new BeforeFirst(
                                "AuthorizeCacheSecurityGroupIngress", () -> colleague.authorizes(WEB)))))
                .build();

        IngressReport report = new IngressGate(overtaken, clock, clock::advance, TEN_MINUTES).open(SHOP);

        assertThat(report.of(WEB).outcome()).isEqualTo(Outcome.AWAITED);
        assertThat(report.of(JOBS).outcome()).isEqualTo(Outcome.OPENED);
    }

    @Test
    void a_group_that_is_missing_fails_every_tier_with_the_words_of_the_service() {
        colleague.deletes();

        IngressReport report = gate.open(SHOP);

        assertThat(report.tiersThatAre(Outcome.FAILED)).containsExactly(WEB, JOBS);
        assertThat(report.of(WEB).reason())
                .startsWith("CacheSecurityGroupNotFound: ")
                .contains("mygroup");
        assertThat(report.took()).isZero();
    }

    @Test
    @MockElastiCache(settledIngressStatus = "available")
    void the_word_available_of_the_user_guide_is_as_good_as_authorized() {
        IngressReport report = gate.open(SHOP);

        assertThat(report.tiersThatAre(Outcome.OPENED)).containsExactly(WEB, JOBS);
        assertThat(colleague.sees()).containsExactly("web-tier available", "jobs-tier available");
    }
}
