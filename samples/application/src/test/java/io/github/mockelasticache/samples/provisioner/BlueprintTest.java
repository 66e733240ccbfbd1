package io.github.mockelasticache.samples.provisioner;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlueprintTest {

    @Test
    void a_blueprint_needs_a_name() {
        assertThatThrownBy(() -> Blueprint.of(" ", "cache.r6g.large", "subnet-1"))
                .hasMessage("A blueprint needs the name of a replication group, but it was blank.");
    }

    @Test
    void a_blueprint_needs_a_subnet() {
        assertThatThrownBy(() -> Blueprint.of("store", "cache.r6g.large"))
                .hasMessage("Blueprint store has no subnet: name at least one.");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 6})
    void a_blueprint_has_one_to_five_replicas(int replicas) {
        assertThatThrownBy(() -> Store.STORE.withReplicas(replicas))
                .hasMessage("Blueprint store must have 1 to 5 replicas, but has " + replicas + ".");
    }
}
