package io.github.mockelasticache.internal.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TabSeparatedTest {

    @Test
    void a_file_that_is_missing_is_named() {
        assertThatThrownBy(() -> TabSeparated.beside(NodeTypes.class, "nothing.tsv"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("nothing.tsv");
    }

    @Test
    void a_row_with_a_cell_too_few_is_named() {
        assertThatThrownBy(() -> TabSeparated.beside(TabSeparatedTest.class, "ragged.tsv"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ragged.tsv has a row of 1 cells, not 2: lonely");
    }

    @Test
    void a_column_that_is_missing_is_named() {
        TabSeparated.Row row =
                TabSeparated.beside(NodeTypes.class, "node-types.tsv").rows().get(0);

        assertThat(row.get("name")).startsWith("cache.");
        assertThatThrownBy(() -> row.get("price"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no column price");
    }
}
