package io.github.mockelasticache.samples.ingress;

import static io.github.mockelasticache.samples.ingress.Shop.JOBS;
import static io.github.mockelasticache.samples.ingress.Shop.SHOP;
import static io.github.mockelasticache.samples.ingress.Shop.TEN_MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.junit5.MockElastiCache;
import io.github.mockelasticache.samples.operations.Elapsed;
import io.github.mockelasticache.samples.operations.Patience;
import io.github.mockelasticache.time.VirtualClock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@MockElastiCache(startingAt = "2015-02-02T19:23:17Z")
class IngressReportTest {

    private VirtualClock clock;
    private Colleague colleague;

    @BeforeEach
    void a_cache_security_group_with_ingress_from_the_jobs_tier(ElastiCacheMock mock, VirtualClock clock) {
        this.clock = clock;
        colleague = new Colleague(mock.client());
        colleague.creates();
        colleague.authorizes(JOBS);
        clock.advance(Duration.ofMinutes(2));
    }

    @Test
    void a_success_reads_as_a_headline_and_a_line_for_each_tier() {
        assertThat(gate(TEN_MINUTES).open(SHOP).toString()).isEqualToNormalizingNewlines("""
                shop: mygroup is open for 2 of 2 tiers, 2015-02-02 19:26:17 UTC, after 1 min
                  web-tier (123456781234)   opened        1 min  absent > authorizing > authorized
                  jobs-tier (987654321021)  already open  0 s    authorized""");
    }

    @Test
    void a_failure_says_why_and_what_was_done_about_it() {
        Patience hasty = TEN_MINUTES.withDeadline(Duration.ofSeconds(45));

        assertThat(gate(hasty).open(SHOP).toString()).isEqualToNormalizingNewlines("""
                shop: mygroup is open for 1 of 2 tiers, 2015-02-02 19:27:17 UTC, after 2 min, turned back after 45 s
                  web-tier (123456781234)   rolled back   2 min  absent > authorizing > authorized > revoking > absent  \
                (still authorizing after 45 s)
                  jobs-tier (987654321021)  already open  0 s    authorized""");
    }

    @Test
    void a_group_that_is_missing_leaves_nothing_to_see() {
        colleague.deletes();

        assertThat(gate(TEN_MINUTES).close(SHOP).toString())
                .startsWith("shop: mygroup is closed for 0 of 2 tiers, 2015-02-02 19:25:17 UTC, after 0 s")
                .contains("web-tier (123456781234)   failed  0 s  (CacheSecurityGroupNotFound: ");
    }

    @Test
    void a_tier_that_the_deployment_does_not_have_is_no_part_of_the_report() {
        IngressReport report = gate(TEN_MINUTES).open(SHOP);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> report.of(new Tier("lab-tier", "123456781234")))
                .withMessageContainingAll("shop has no tier lab-tier (123456781234)", "web-tier", "jobs-tier");
    }

    @ParameterizedTest
    @CsvSource({"PT0S, 0 s", "PT0.25S, 250 ms", "PT1M, 1 min", "PT1M15S, 1 min 15 s", "PT26H5M, 26 h 5 min"})
    void durations_read_as_people_say_them(Duration duration, String words) {
        assertThat(new Elapsed(duration)).hasToString(words);
    }

    private IngressGate gate(Patience patience) {
        return new IngressGate(colleague.client(), clock, clock::advance, patience);
    }
}
