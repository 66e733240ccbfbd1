package io.github.mockelasticache.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ReferencesTest {

    private static final String GROUP = "arn:aws:elasticache:us-east-1:123456789012:securitygroup:mygroup";
    private static final String CLUSTER_A = "arn:aws:elasticache:us-east-1:123456789012:cluster:a";
    private static final String CLUSTER_B = "arn:aws:elasticache:us-east-1:123456789012:cluster:b";

    private final References references = new References();

    @Test
    void nobody_uses_a_resource_that_was_never_named() {
        assertThat(references.usersOf(GROUP)).isEmpty();
    }

    @Test
    void users_come_in_order_and_each_once() {
        references.add(CLUSTER_B, GROUP);
        references.add(CLUSTER_A, GROUP);
        references.add(CLUSTER_B, GROUP);

        assertThat(references.usersOf(GROUP)).containsExactly(CLUSTER_A, CLUSTER_B);
    }

    @Test
    void a_reference_has_a_direction() {
        references.add(CLUSTER_A, GROUP);

        assertThat(references.usersOf(CLUSTER_A)).isEmpty();
    }

    @Test
    void who_uses_a_resource_no_longer_is_gone_and_the_others_stay() {
        references.add(CLUSTER_A, GROUP);
        references.add(CLUSTER_B, GROUP);

        references.remove(CLUSTER_A, GROUP);
        assertThat(references.usersOf(GROUP)).containsExactly(CLUSTER_B);

        references.remove(CLUSTER_B, GROUP);
        assertThat(references.usersOf(GROUP)).isEmpty();
    }

    @Test
    void taking_back_a_reference_that_there_never_was_changes_nothing() {
        references.add(CLUSTER_A, GROUP);

        references.remove(CLUSTER_B, GROUP);
        references.remove(CLUSTER_A, CLUSTER_B);

        assertThat(references.usersOf(GROUP)).containsExactly(CLUSTER_A);
    }

    @Test
    void users_can_be_asked_for_and_not_changed() {
        references.add(CLUSTER_A, GROUP);

        assertThatThrownBy(() -> references.usersOf(GROUP).clear()).isInstanceOf(UnsupportedOperationException.class);
    }
}
