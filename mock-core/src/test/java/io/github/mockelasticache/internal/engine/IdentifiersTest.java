package io.github.mockelasticache.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, Long.MAX_VALUE, Long.MIN_VALUE})
    void the_same_seed_gives_the_same_request_ids(long seed) {
        assertThat(requestIds(seed, 100)).isEqualTo(requestIds(seed, 100));
    }

    @Test
    void another_seed_gives_other_request_ids() {
        assertThat(requestIds(0, 100)).doesNotContainAnyElementsOf(requestIds(1, 100));
    }

    @Test
    void the_request_ids_of_a_seed_are_the_same_on_every_machine_and_Java() {
        assertThat(requestIds(0, 2))
                .containsExactly("e220a839-7b1d-4daf-9b9e-279aa86e597d", "06c45d18-8009-454f-be22-ee2a1c93207b");
    }

    @Test
    void a_request_id_is_a_UUID_of_version_4_and_none_is_given_out_twice() {
        List<String> requestIds = requestIds(7, 10_000);

        assertThat(requestIds).doesNotHaveDuplicates().allSatisfy(requestId -> {
            UUID uuid = UUID.fromString(requestId);
            assertThat(uuid).hasToString(requestId);
            assertThat(uuid.version()).isEqualTo(4);
            assertThat(uuid.variant()).isEqualTo(2);
        });
    }

    private static List<String> requestIds(long seed, int count) {
        Identifiers identifiers = new Identifiers(seed);
        return Stream.generate(identifiers::requestId).limit(count).toList();
    }
}
