package io.github.mockelasticache.internal.securitygroup;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.testing.Groups;
import io.github.mockelasticache.time.Transition;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** When the status of an ingress changes, and to what. */
class IngressStatusTest {

    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
    private static final Duration NANOSECOND = Duration.ofNanos(1);
    private static final String DEFAULT_ARN = "arn:aws:elasticache:us-east-1:123456789012:securitygroup:default";

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.create();

    private final Groups groups = Groups.of(mock.client());

    @Test
    void authorizing_lasts_until_the_last_nanosecond_of_the_minute() {
        groups.authorize("default", "web", "987654321021");

        mock.clock().advanceTo(START.plus(Duration.ofMinutes(1)).minus(NANOSECOND));
        assertThat(groups.ingressOf("default")).containsExactly("web/987654321021 authorizing");

        mock.clock().advance(NANOSECOND);
        assertThat(groups.ingressOf("default")).containsExactly("web/987654321021 authorized");
    }

    @Test
    void revoking_lasts_until_the_last_nanosecond_of_the_minute() {
        groups.authorize("default", "web", "987654321021");
        mock.clock().settle();
        groups.revoke("default", "web", "987654321021");

        mock.clock().advanceTo(START.plus(Duration.ofMinutes(2)).minus(NANOSECOND));
        assertThat(groups.ingressOf("default")).containsExactly("web/987654321021 revoking");

        mock.clock().advance(NANOSECOND);
        assertThat(groups.ingressOf("default")).isEmpty();
    }

    @Test
    void time_stands_still_however_often_a_group_is_described() {
        groups.authorize("default", "web", "987654321021");

        for (int poll = 0; poll < 200; poll++) {
            assertThat(groups.ingressOf("default")).containsExactly("web/987654321021 authorizing");
        }

        assertThat(mock.clock().instant()).isEqualTo(START);
    }

    @Test
    void the_time_line_shows_what_is_to_happen_and_what_has_happened() {
        Transition authorized = new Transition(
                START.plusSeconds(60), DEFAULT_ARN, "ingress web/123456781234", "authorizing", "authorized");
        Transition revoked =
                new Transition(START.plusSeconds(120), DEFAULT_ARN, "ingress web/123456781234", "revoking", "revoked");

        groups.authorize("Default", "web", "1234-5678-1234");
        assertThat(mock.timeline().pending()).containsExactly(authorized);

        assertThat(mock.clock().advance(Duration.ofMinutes(1))).containsExactly(authorized);
        groups.revoke("default", "web", "123456781234");
        assertThat(mock.timeline().pending()).containsExactly(revoked);

        mock.clock().settle();
        assertThat(mock.timeline().pending()).isEmpty();
        assertThat(mock.timeline().history()).containsExactly(authorized, revoked);
    }

    @Test
    void several_ingresses_change_each_at_its_own_instant() {
        groups.authorize("default", "web", "987654321021");
        mock.clock().advance(Duration.ofSeconds(20));
        groups.authorize("default", "app", "987654321021");

        mock.clock().advanceToNextTransition();
        assertThat(mock.clock().instant()).isEqualTo(START.plusSeconds(60));
        assertThat(groups.ingressOf("default"))
                .containsExactly("web/987654321021 authorized", "app/987654321021 authorizing");

        mock.clock().advanceToNextTransition();
        assertThat(mock.clock().instant()).isEqualTo(START.plusSeconds(80));
        assertThat(groups.ingressOf("default"))
                .containsExactly("web/987654321021 authorized", "app/987654321021 authorized");
    }
}
