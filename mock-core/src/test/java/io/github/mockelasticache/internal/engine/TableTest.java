package io.github.mockelasticache.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableTest {

    private final Table<String> table = new Table<>();

    @ParameterizedTest
    @ValueSource(strings = {"mygroup", "MyGroup", "MYGROUP"})
    void a_row_is_found_replaced_and_removed_by_its_name_in_any_case(String name) {
        table.put("myGroup", "first");
        assertThat(table.find(name)).isEqualTo("first");

        table.put(name, "second");
        assertThat(table.find("mygroup")).isEqualTo("second");
        assertThat(table.size()).isEqualTo(1);

        table.remove(name);
        assertThat(table.find("mygroup")).isNull();
        assertThat(table.size()).isZero();
    }

    @Test
    void names_are_lower_case_and_in_order() {
        for (String name : new String[] {"web", "Zoo", "app", "b-10", "B-2", "1st"}) {
            table.put(name, name);
        }

        assertThat(table.names()).containsExactly("1st", "app", "b-10", "b-2", "web", "zoo");
        assertThat(table.page(new Paging(100, null, new Markers(0, "names")), row -> true)
                        .items())
                .containsExactly("1st", "app", "b-10", "B-2", "web", "Zoo");
    }

    @Test
    void a_name_that_is_put_again_stands_for_the_new_resource_everywhere() {
        table.put("mygroup", "before");

        table.put("MyGroup", "after");

        assertThat(table.find("mygroup")).isEqualTo("after");
        assertThat(table.page(new Paging(100, null, new Markers(0, "names")), row -> true)
                        .items())
                .containsExactly("after");
        assertThat(table.size()).isEqualTo(1);
    }

    @Test
    void removing_what_is_not_there_changes_nothing() {
        table.put("mygroup", "row");

        table.remove("other");

        assertThat(table.names()).containsExactly("mygroup");
    }

    @Test
    void the_view_of_names_follows_the_table_and_cannot_change_it() {
        var names = table.names();

        table.put("mygroup", "row");

        assertThat(names).containsExactly("mygroup");
        assertThatThrownBy(names::pollFirst).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void lower_case_is_that_of_ASCII_whatever_language_the_machine_speaks() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr")); // In Turkish, the lower case of I has no dot.

            assertThat(Table.key("INGRESS")).isEqualTo("ingress");
        } finally {
            Locale.setDefault(before);
        }
    }
}
