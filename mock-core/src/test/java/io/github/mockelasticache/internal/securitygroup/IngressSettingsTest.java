package io.github.mockelasticache.internal.securitygroup;

import static io.github.mockelasticache.testing.Refusal.AUTHORIZATION_ALREADY_EXISTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.ElastiCacheMockBuilder;
import io.github.mockelasticache.testing.Groups;
import io.github.mockelasticache.time.ClockMode;
import io.github.mockelasticache.time.Delays;
import io.github.mockelasticache.time.Transition;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The settings of a mock that change how long an ingress takes, and what it is called then. */
class IngressSettingsTest {

    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
    private static final Duration NANOSECOND = Duration.ofNanos(1);

    @ParameterizedTest
    @ValueSource(strings = {"PT0.000000001S", "PT1S", "PT5M", "P3D"})
    void the_ingress_delay_is_a_setting_for_both_steps(Duration delay) {
        try (ElastiCacheMock mock =
                ElastiCacheMock.builder().ingressDelay(delay).build()) {
            Groups groups = Groups.of(mock.client());

            groups.authorize("default", "web", "987654321021");
            mock.clock().advance(delay.minus(NANOSECOND));
            assertThat(groups.ingressOf("default")).containsExactly("web/987654321021 authorizing");
            mock.clock().advance(NANOSECOND);
            assertThat(groups.ingressOf("default")).containsExactly("web/987654321021 authorized");

            groups.revoke("default", "web", "987654321021");
            mock.clock().advance(delay.minus(NANOSECOND));
            assertThat(groups.ingressOf("default")).containsExactly("web/987654321021 revoking");
            mock.clock().advance(NANOSECOND);
            assertThat(groups.ingressOf("default")).isEmpty();
        }
    }

    @Test
    void each_step_may_have_a_delay_of_its_own() {
        Delays delays = Delays.documented()
                .with(Delays.Step.INGRESS_AUTHORIZING, Duration.ofSeconds(5))
                .with(Delays.Step.INGRESS_REVOKING, Duration.ofSeconds(7));
        try (ElastiCacheMock mock = ElastiCacheMock.builder().delays(delays).build()) {
            Groups groups = Groups.of(mock.client());

            groups.authorize("default", "web", "987654321021");
            mock.clock().settle();
            assertThat(mock.clock().instant()).isEqualTo(START.plusSeconds(5));

            groups.revoke("default", "web", "987654321021");
            mock.clock().settle();
            assertThat(mock.clock().instant()).isEqualTo(START.plusSeconds(12));
        }
    }

    static Stream<Named<ElastiCacheMockBuilder>> mocks_that_do_not_make_anyone_wait() {
        return Stream.of(
                Named.of("no delay", ElastiCacheMock.builder().ingressDelay(Duration.ZERO)),
                Named.of("INSTANT clock", ElastiCacheMock.builder().clockMode(ClockMode.INSTANT)),
                Named.of(
                        "INSTANT clock and a delay, which it leaves out",
                        ElastiCacheMock.builder().clockMode(ClockMode.INSTANT).ingressDelay(Duration.ofDays(1))));
    }

    @ParameterizedTest
    @MethodSource("mocks_that_do_not_make_anyone_wait")
    void without_a_wait_the_answer_shows_the_step_and_the_next_call_its_end(ElastiCacheMockBuilder builder) {
        try (ElastiCacheMock mock = builder.build()) {
            Groups groups = Groups.of(mock.client());

            assertThat(Groups.ingressOf(groups.authorize("default", "web", "987654321021")))
                    .containsExactly("web/987654321021 authorizing");
            assertThat(groups.ingressOf("default")).containsExactly("web/987654321021 authorized");

            assertThat(Groups.ingressOf(groups.revoke("default", "web", "987654321021")))
                    .containsExactly("web/987654321021 revoking");
            assertThat(groups.ingressOf("default")).isEmpty();

            assertThat(mock.timeline().pending()).isEmpty();
            assertThat(mock.timeline().history()).hasSize(2);
            assertThat(mock.clock().instant()).isEqualTo(START);
        }
    }

    /** The user guide's sample output has "available" where the service says "authorized". */
    @Test
    void the_settled_word_is_a_setting() {
        try (ElastiCacheMock mock =
                ElastiCacheMock.builder().settledIngressStatus("available").build()) {
            Groups groups = Groups.of(mock.client());

            groups.authorize("default", "web", "987654321021");
            assertThat(groups.ingressOf("default")).containsExactly("web/987654321021 authorizing");
            assertThat(mock.timeline().pending()).extracting(Transition::to).containsExactly("available");

            mock.clock().settle();
            assertThat(groups.ingressOf("default")).containsExactly("web/987654321021 available");
            AUTHORIZATION_ALREADY_EXISTS.isTheAnswerTo(() -> groups.authorize("default", "web", "987654321021"), mock);

            groups.revoke("default", "web", "987654321021");
            assertThat(groups.ingressOf("default")).containsExactly("web/987654321021 revoking");
            mock.clock().settle();
            assertThat(groups.ingressOf("default")).isEmpty();
        }
    }
}
