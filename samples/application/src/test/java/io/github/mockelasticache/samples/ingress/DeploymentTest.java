package io.github.mockelasticache.samples.ingress;

import static io.github.mockelasticache.samples.ingress.Shop.JOBS;
import static io.github.mockelasticache.samples.ingress.Shop.WEB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mockelasticache.samples.operations.Patience;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeploymentTest {

    @Test
    void a_tier_is_the_same_tier_whether_its_owner_is_written_with_hyphens_or_without() {
        assertThat(new Tier("web-tier", "1234-5678-1234")).isEqualTo(new Tier("web-tier", "123456781234"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AKIAIOSFODNN7EXAMPLE", "1234_5678", "-123", "123-"})
    void an_owner_that_is_no_account_number_is_refused_with_its_tier_and_the_shape_it_needs(String owner) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Tier("web-tier", owner))
                .withMessageContainingAll("web-tier", "1234-5678-1234", "\"" + owner + "\"");
    }

    @Test
    void a_deployment_that_lists_a_tier_twice_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Deployment.of("shop", "mygroup", WEB, JOBS, WEB))
                .withMessage("Deployment shop lists web-tier (123456781234) twice: list it once.");
    }

    @Test
    void a_deployment_without_a_tier_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Deployment.of("shop", "mygroup"))
                .withMessage("Deployment shop has no tier: name at least one.");
    }

    @Test
    void blank_names_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Deployment.of(" ", "mygroup", WEB));
        assertThatIllegalArgumentException().isThrownBy(() -> Deployment.of("shop", " ", WEB));
        assertThatIllegalArgumentException().isThrownBy(() -> new Tier(" ", "123456781234"));
    }

    @Test
    void a_patience_without_time_between_two_looks_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Patience(Duration.ZERO, Duration.ofMinutes(1), Duration.ofMinutes(1)))
                .withMessage("The time between two looks must be more than zero, but was PT0S.");
    }

    @Test
    void a_negative_deadline_or_time_for_a_rollback_is_refused() {
        Duration negative = Duration.ofSeconds(-1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Patience.standard().withDeadline(negative))
                .withMessageContaining("PT-1S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Patience.standard().withRollback(negative))
                .withMessageContaining("PT-1S");
    }
}
