package io.github.mockelasticache.samples.ingress;

import static io.github.mockelasticache.samples.ingress.Shop.JOBS;
import static io.github.mockelasticache.samples.ingress.Shop.SHOP;
import static io.github.mockelasticache.samples.ingress.Shop.TEN_MINUTES;
import static io.github.mockelasticache.samples.ingress.Shop.WEB;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.junit5.MockElastiCache;
import io.github.mockelasticache.samples.operations.Patience;
import io.github.mockelasticache.time.VirtualClock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticache.ElastiCacheAsyncClient;

@MockElastiCache
class AsyncIngressGateTest {

    private ElastiCacheAsyncClient client;
    private VirtualClock clock;
    private Colleague colleague;

    @BeforeEach
    void a_cache_security_group_without_ingress(
            ElastiCacheMock mock, ElastiCacheAsyncClient client, VirtualClock clock) {
        this.client = client;
        this.clock = clock;
        colleague = new Colleague(mock.client());
        colleague.creates();
    }

    @Test
    void every_tier_is_authorized_when_the_future_completes() {
        IngressReport report = gate(TEN_MINUTES).open(SHOP).join();

        assertThat(report.tiersThatAre(Outcome.OPENED)).containsExactly(WEB, JOBS);
        assertThat(report.took()).isEqualTo(Duration.ofMinutes(1));
        assertThat(colleague.sees()).containsExactly("web-tier authorized", "jobs-tier authorized");
    }

    @Test
    void every_ingress_is_gone_when_the_future_of_closing_completes() {
        gate(TEN_MINUTES).open(SHOP).join();

        IngressReport report = gate(TEN_MINUTES).close(SHOP).join();

        assertThat(report.tiersThatAre(Outcome.CLOSED)).containsExactly(WEB, JOBS);
        assertThat(colleague.sees()).isEmpty();
    }

    @Test
    void the_report_is_the_one_of_the_blocking_gate() {
        String reported = gate(TEN_MINUTES.withDeadline(Duration.ofSeconds(20)))
                .open(SHOP)
                .join()
                .toString();

        try (ElastiCacheMock other = ElastiCacheMock.create()) {
            new Colleague(other.client()).creates();
            VirtualClock clock = other.clock();
            IngressGate blocking = new IngressGate(
                    other.client(), clock, clock::advance, TEN_MINUTES.withDeadline(Duration.ofSeconds(20)));
            assertThat(reported).isEqualTo(blocking.open(SHOP).toString()).contains("rolled back");
        }
    }

    @Test
    void a_group_that_is_missing_completes_the_future_with_a_report_of_failure() {
        colleague.deletes();

        IngressReport report = gate(TEN_MINUTES).open(SHOP).join();

        assertThat(report.tiersThatAre(Outcome.FAILED)).containsExactly(WEB, JOBS);
        assertThat(report.of(WEB).reason()).startsWith("CacheSecurityGroupNotFound: ");
    }

    @Test
    void no_thread_is_held_between_two_looks() {
        Deque<CompletableFuture<Void>> pauses = new ArrayDeque<>();
        CompletableFuture<IngressReport> report =
                new AsyncIngressGate(client, clock, waiting(pauses), TEN_MINUTES).open(SHOP);
        assertThat(report).isNotDone();

        while (!pauses.isEmpty()) {
            clock.advance(TEN_MINUTES.poll());
            pauses.remove().complete(null);
        }

        assertThat(report).isCompletedWithValueMatching(IngressReport::isSuccess);
    }

    @Test
    void cancelling_the_future_takes_back_what_was_opened() {
        Deque<CompletableFuture<Void>> pauses = new ArrayDeque<>();
        CompletableFuture<IngressReport> report =
                new AsyncIngressGate(client, clock, waiting(pauses), TEN_MINUTES).open(SHOP);

        report.cancel(false);
        while (!pauses.isEmpty()) {
            clock.advance(TEN_MINUTES.poll());
            pauses.remove().complete(null);
        }

        assertThat(colleague.sees()).isEmpty();
    }

    @Test
    void a_pause_that_is_cancelled_takes_back_what_was_opened() {
        Deque<CompletableFuture<Void>> pauses = new ArrayDeque<>();
        CompletableFuture<IngressReport> report =
                new AsyncIngressGate(client, clock, waiting(pauses), TEN_MINUTES).open(SHOP);

        pauses.remove().cancel(false);
        while (!pauses.isEmpty()) {
            clock.advance(TEN_MINUTES.poll());
            pauses.remove().complete(null);
        }

        assertThat(report.join().tiersThatAre(Outcome.FAILED)).containsExactly(WEB, JOBS);
        assertThat(colleague.sees()).isEmpty();
    }

    @Test
    void a_mistake_in_the_application_fails_the_future_after_the_rollback() {
        AtomicInteger mistakesToCome = new AtomicInteger(1);
        AsyncPause brokenAtFirst = duration -> {
            if (mistakesToCome.getAndDecrement() > 0) {
                throw new IllegalStateException("this pause is broken");
            }
            return advance(duration);
        };

        CompletableFuture<IngressReport> report =
                new AsyncIngressGate(client, clock, brokenAtFirst, TEN_MINUTES).open(SHOP);

        assertThat(report)
                .isCompletedExceptionally()
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withCauseInstanceOf(IllegalStateException.class);
        assertThat(colleague.sees()).isEmpty();
    }

    @Test
    void thousands_of_looks_do_not_exhaust_the_stack() {
        Patience nervous = new Patience(Duration.ofMillis(20), Duration.ofMinutes(2), Duration.ZERO);

        IngressReport report = gate(nervous).open(SHOP).join();

        assertThat(report.isSuccess()).isTrue();
    }

    @Test
    void the_pause_of_production_completes_by_itself() {
        assertThat(AsyncPause.scheduled().pause(Duration.ofMillis(1))).succeedsWithin(Duration.ofSeconds(30));
    }

    private AsyncIngressGate gate(Patience patience) {
        return new AsyncIngressGate(client, clock, this::advance, patience);
    }

    private CompletableFuture<Void> advance(Duration duration) {
        clock.advance(duration);
        return CompletableFuture.completedFuture(null);
    }

    private static AsyncPause waiting(Deque<CompletableFuture<Void>> pauses) {
        return duration -> {
            CompletableFuture<Void> pause = new CompletableFuture<>();
            pauses.add(pause);
            return pause;
        };
    }
}
