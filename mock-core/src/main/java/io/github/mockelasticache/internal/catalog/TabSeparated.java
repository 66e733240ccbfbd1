package io.github.mockelasticache.internal.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * A table in a resource file: tab-separated columns, a line that names them, and comment lines that begin with {@code #} and name
 * the sources.
 */
public final class TabSeparated {

    private final String name;
    private final List<String> columns;
    private final List<Row> rows;

    private TabSeparated(String name, List<String> lines) {
        this.name = name;
        this.columns = List.of(cells(lines.get(0)));
        this.rows = lines.stream().skip(1).map(Row::new).toList();
    }

    /**
     * Reads a table.
     *
     * @param owner the class beside which the file lies
     * @param file the name of the file
     * @return the table
     * @throws IllegalStateException if there is no such file, or a row that has not one cell for each column
     */
    public static TabSeparated beside(Class<?> owner, String file) {
        try (InputStream stream = owner.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("The resource " + file + " of " + owner.getName() + " is missing.");
            }
            List<String> lines = new BufferedReader(new InputStreamReader(stream, UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
            return new TabSeparated(file, lines);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * The rows.
     *
     * @return the rows, in the order of the file
     */
    public List<Row> rows() {
        return rows;
    }

    private static String[] cells(String line) {
        return line.split("\t", -1);
    }

    /** One row. */
    public final class Row {

        private final List<String> cells;

        private Row(String line) {
            this.cells = List.of(TabSeparated.cells(line));
            if (cells.size() != columns.size()) {
                throw new IllegalStateException(
                        name + " has a row of " + cells.size() + " cells, not " + columns.size() + ": " + line);
            }
        }

        /**
         * The text of one cell.
         *
         * @param column the name of its column
         * @return the text; may be empty
         * @throws IllegalArgumentException if there is no such column
         */
        public String get(String column) {
            int index = columns.indexOf(column);
            if (index < 0) {
                throw new IllegalArgumentException(name + " has no column " + column + ", but " + columns + ".");
            }
            return cells.get(index);
        }
    }
}
