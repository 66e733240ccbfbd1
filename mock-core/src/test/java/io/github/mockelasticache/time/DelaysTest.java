package io.github.mockelasticache.time;

import static io.github.mockelasticache.time.Delays.Step.INGRESS_AUTHORIZING;
import static io.github.mockelasticache.time.Delays.Step.INGRESS_REVOKING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DelaysTest {

    @Test
    void a_change_of_access_permissions_takes_effect_after_one_minute() {
        assertThat(Delays.documented().of(INGRESS_AUTHORIZING)).isEqualTo(Duration.ofMinutes(1));
        assertThat(Delays.documented().of(INGRESS_REVOKING)).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void one_step_can_be_given_another_duration() {
        Delays delays = Delays.documented().with(INGRESS_REVOKING, Duration.ofSeconds(5));

        assertThat(delays.of(INGRESS_REVOKING)).isEqualTo(Duration.ofSeconds(5));
        assertThat(delays.of(INGRESS_AUTHORIZING)).isEqualTo(Duration.ofMinutes(1));
        assertThat(Delays.documented().of(INGRESS_REVOKING)).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void a_step_cannot_take_less_than_no_time() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Delays.documented().with(INGRESS_REVOKING, Duration.ofSeconds(-5)))
                .withMessage("The delay of INGRESS_REVOKING must be zero or more, but is PT-5S.");
    }

    @Test
    void they_print_every_step() {
        assertThat(Delays.documented().with(INGRESS_REVOKING, Duration.ZERO).toString())
                .startsWith("Delays{INGRESS_AUTHORIZING=PT1M, INGRESS_REVOKING=PT0S, CACHE_CLUSTER_CREATING=PT5M, ")
                .contains(Stream.of(Delays.Step.values())
                        .map(step -> step + "=PT")
                        .toList())
                .endsWith("}");
    }
}
