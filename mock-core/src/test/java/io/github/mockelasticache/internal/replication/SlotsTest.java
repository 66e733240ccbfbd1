package io.github.mockelasticache.internal.replication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The slots of node groups. */
class SlotsTest {

    @Test
    void three_node_groups_get_the_slots_of_the_user_guide() {
        assertThat(Slots.split(3)).hasToString("[0-5461, 5462-10922, 10923-16383]");
    }

    @Test
    void several_ranges_have_commas_between_them() {
        assertThat(Slots.parse("0-9,20-29")).hasToString("0-9,20-29");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "5-1", "0-16384", "0-5,3-9", "a-b", "0-5,"})
    void any_other_text_is_refused(String text) {
        assertThat(Slots.parse(text)).isNull();
    }

    @Property(seed = "20250101", tries = 60)
    void resharding_moves_no_slot_without_need_and_loses_none(
            @ForAll @IntRange(min = 1, max = 12) int before, @ForAll @IntRange(min = 1, max = 12) int after) {
        List<Slots> present = Slots.split(before);
        List<Slots> staying = new ArrayList<>(present.subList(0, Math.min(before, after)));
        while (staying.size() < after) {
            staying.add(Slots.none());
        }

        List<Slots> resharded = Slots.rebalanced(staying, present.subList(Math.min(before, after), before));

        assertThat(Slots.areComplete(resharded)).isTrue();
        assertThat(Slots.areBalanced(resharded)).isTrue();
        if (before == after) {
            assertThat(resharded).hasToString(present.toString());
        }
    }
}
