package io.github.mockelasticache.samples.ingress;

import static io.github.mockelasticache.samples.ingress.Shop.JOBS;
import static io.github.mockelasticache.samples.ingress.Shop.SHOP;
import static io.github.mockelasticache.samples.ingress.Shop.TEN_MINUTES;
import static io.github.mockelasticache.samples.ingress.Shop.WEB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.junit5.MockElastiCache;
import io.github.mockelasticache.samples.operations.Pause;
import io.github.mockelasticache.time.VirtualClock;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MockElastiCache
class InterruptTest {

    private VirtualClock clock;
    private Colleague colleague;
    private int interruptsToCome;
    private int mistakesToCome;

    @BeforeEach
    void a_cache_security_group_without_ingress(ElastiCacheMock mock, VirtualClock clock) {
        this.clock = clock;
        colleague = new Colleague(mock.client());
        colleague.creates();
    }

    @Test
    void an_interrupted_wait_takes_back_what_was_opened_and_leaves_the_flag_set() {
        interruptsToCome = 1;

        IngressReport report = gate().open(SHOP);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(report.tiersThatAre(Outcome.FAILED)).containsExactly(WEB, JOBS);
        assertThat(report.of(WEB).reason()).isEqualTo("interrupted");
        assertThat(colleague.sees()).isEmpty();
    }

    @Test
    void a_second_interrupt_ends_the_rollback_and_says_what_is_left_behind() {
        interruptsToCome = 2;

        IngressReport report = gate().open(SHOP);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(report.tiersThatAre(Outcome.LEFT_BEHIND)).containsExactly(WEB, JOBS);
        assertThat(report.took()).isZero();
    }

    @Test
    void a_thread_that_is_interrupted_already_opens_nothing() {
        Thread.currentThread().interrupt();

        IngressReport report = gate().open(SHOP);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(report.tiersThatAre(Outcome.FAILED)).containsExactly(WEB, JOBS);
        assertThat(colleague.sees()).isEmpty();
    }

    @Test
    void a_sleeping_pause_that_is_interrupted_ends_at_once() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> Pause.sleeping().pause(Duration.ofHours(1)))
                .isInstanceOf(CancellationException.class)
                .hasMessage("interrupted during a pause of PT1H");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void a_mistake_in_the_application_is_thrown_after_the_rollback() {
        mistakesToCome = 1;
        IngressGate gate = new IngressGate(colleague.client(), clock, this::brokenAtFirst, TEN_MINUTES);

        assertThatThrownBy(() -> gate.open(SHOP)).isInstanceOf(IllegalStateException.class);
        assertThat(colleague.sees()).isEmpty();
    }

    private IngressGate gate() {
        return new IngressGate(colleague.client(), clock, this::interruptible, TEN_MINUTES);
    }

    private void interruptible(Duration duration) {
        if (interruptsToCome-- > 0) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
        clock.advance(duration);
    }

    private void brokenAtFirst(Duration duration) {
        if (mistakesToCome-- > 0) {
            throw new IllegalStateException("this pause is broken");
        }
        clock.advance(duration);
    }
}
