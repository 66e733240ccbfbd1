package io.github.mockelasticache.samples.ingress;

import static io.github.mockelasticache.samples.ingress.Shop.JOBS;
import static io.github.mockelasticache.samples.ingress.Shop.SHOP;
import static io.github.mockelasticache.samples.ingress.Shop.TEN_MINUTES;
import static io.github.mockelasticache.samples.ingress.Shop.WEB;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.junit5.MockElastiCache;
import io.github.mockelasticache.samples.operations.BeforeFirst;
import io.github.mockelasticache.samples.operations.Patience;
import io.github.mockelasticache.time.VirtualClock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;

@MockElastiCache
class RollbackTest {

    private static final Tier ABROAD = new Tier("abroad-tier", "123456781234");

    private VirtualClock clock;
    private Colleague colleague;

    @BeforeEach
    void a_cache_security_group_without_ingress(ElastiCacheMock mock, VirtualClock clock) {
        this.clock = clock;
        colleague = new Colleague(mock.client());
        colleague.creates();
    }

    @Test
    void a_tier_that_the_service_refuses_takes_back_the_tiers_that_the_gate_opened() {
        try (ElastiCacheMock mock = whereEc2SecurityGroupsAreChecked()) {
            Colleague colleague = new Colleague(mock.client());
            colleague.creates();
            VirtualClock clock = mock.clock();
            IngressGate gate = new IngressGate(mock.client(), clock, clock::advance, TEN_MINUTES);

            IngressReport report = gate.open(Deployment.of("shop", "mygroup", WEB, ABROAD, JOBS));

            assertThat(report.of(WEB).outcome()).isEqualTo(Outcome.ROLLED_BACK);
            assertThat(report.of(ABROAD).outcome()).isEqualTo(Outcome.FAILED);
            assertThat(report.of(ABROAD).reason())
                    .startsWith("InvalidParameterValue: ")
                    .contains("abroad-tier");
            assertThat(report.of(JOBS).outcome()).isEqualTo(Outcome.UNTOUCHED);
            assertThat(colleague.sees()).isEmpty();
        }
    }

    @Test
    void taking_back_an_ingress_that_is_authorizing_takes_the_time_of_both_steps() {
        IngressReport report =
                gate(TEN_MINUTES.withDeadline(Duration.ofSeconds(20))).open(SHOP);

        assertThat(report.of(WEB).path())
                .extracting(Sighting::status)
                .containsExactly("absent", "authorizing", "authorized", "revoking", "absent");
        assertThat(report.took()).isGreaterThanOrEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void a_deadline_that_passes_is_the_reason_in_the_report() {
        IngressReport report =
                gate(TEN_MINUTES.withDeadline(Duration.ofSeconds(20))).open(SHOP);

        assertThat(report.tiersThatAre(Outcome.ROLLED_BACK)).containsExactly(WEB, JOBS);
        assertThat(report.of(WEB).reason()).isEqualTo("still authorizing after 20 s");
        assertThat(colleague.sees()).isEmpty();
    }

    @Test
    void a_deadline_that_is_met_to_the_second_is_met() {
        IngressReport report =
                gate(TEN_MINUTES.withDeadline(Duration.ofMinutes(1))).open(SHOP);

        assertThat(report.isSuccess()).isTrue();
    }

    @Test
    void what_was_open_before_stays_open() {
        colleague.authorizes(WEB);
        clock.advance(Duration.ofMinutes(1));

        IngressReport report =
                gate(TEN_MINUTES.withDeadline(Duration.ofSeconds(20))).open(SHOP);

        assertThat(report.of(WEB).outcome()).isEqualTo(Outcome.ALREADY_OPEN);
        assertThat(report.of(JOBS).outcome()).isEqualTo(Outcome.ROLLED_BACK);
        assertThat(colleague.sees()).containsExactly("web-tier authorized");
    }

    @Test
    void what_a_colleague_asked_for_is_late_but_stays() {
        colleague.authorizes(WEB);

        IngressReport report =
                gate(TEN_MINUTES.withDeadline(Duration.ofSeconds(20))).open(SHOP);

        assertThat(report.of(WEB).outcome()).isEqualTo(Outcome.LATE);
        assertThat(colleague.sees()).containsExactly("web-tier authorized");
    }

    @Test
    void what_cannot_be_taken_back_in_time_is_named_as_left_behind() {
        Patience hasty = TEN_MINUTES.withDeadline(Duration.ofSeconds(20)).withRollback(Duration.ofSeconds(30));

        IngressReport report = gate(hasty).open(SHOP);

        assertThat(report.tiersThatAre(Outcome.LEFT_BEHIND)).containsExactly(WEB, JOBS);
        assertThat(report.of(WEB).reason())
                .isEqualTo("still authorizing after 20 s; still authorizing after 30 s of rollback");
        assertThat(colleague.sees()).containsExactly("web-tier authorizing", "jobs-tier authorizing");
    }

    @Test
    void an_ingress_whose_group_is_deleted_meanwhile_is_gone_with_it() {
        IngressGate gate = new IngressGate(
                colleague.client(),
                clock,
                duration -> {
                    colleague.deletes();
                    clock.advance(duration);
                },
                TEN_MINUTES);

        IngressReport report = gate.open(SHOP);

        assertThat(report.tiersThatAre(Outcome.FAILED)).containsExactly(WEB, JOBS);
        assertThat(report.of(WEB).reason()).startsWith("CacheSecurityGroupNotFound: ");
    }

    @Test
    void what_a_colleague_asked_for_is_untouched_when_another_tier_fails_meanwhile(ElastiCacheMock mock) {
        gate(TEN_MINUTES).open(Deployment.of("jobs", "mygroup", JOBS));
        colleague.revokes(JOBS);
        clock.advance(Duration.ofSeconds(30));
        colleague.authorizes(WEB);
        ElastiCacheClient failing = mock.configure(ElastiCacheClient.builder()
                        .overrideConfiguration(config -> config.addExecutionInterceptor(
                                new BeforeFirst("AuthorizeCacheSecurityGroupIngress", () -> {
                                    throw SdkClientException.create("the network cable is out");
                                }))))
                .build();

        IngressReport report = new IngressGate(failing, clock, clock::advance, TEN_MINUTES).open(SHOP);

        assertThat(report.of(WEB).outcome()).isEqualTo(Outcome.UNTOUCHED);
        assertThat(report.of(WEB).took()).isEqualTo(Duration.ofSeconds(30));
        assertThat(report.of(JOBS).outcome()).isEqualTo(Outcome.FAILED);
    }

    private IngressGate gate(Patience patience) {
        return new IngressGate(colleague.client(), clock, clock::advance, patience);
    }

    private static ElastiCacheMock whereEc2SecurityGroupsAreChecked() {
        return ElastiCacheMock.builder()
                .strictEc2(true)
                .build()
                .registerEc2SecurityGroup(Region.US_EAST_1, WEB.owner(), WEB.ec2SecurityGroup())
                .registerEc2SecurityGroup(Region.US_EAST_1, JOBS.owner(), JOBS.ec2SecurityGroup())
                .registerEc2SecurityGroup(Region.EU_WEST_1, ABROAD.owner(), ABROAD.ec2SecurityGroup());
    }
}
