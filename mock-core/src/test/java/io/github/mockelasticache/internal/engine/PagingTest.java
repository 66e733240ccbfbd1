package io.github.mockelasticache.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PagingTest {

    private static final Markers MARKERS = new Markers(0, "DescribeThings/us-east-1");

    /** What happens between two pages: some names come, some go. */
    record Change(Set<String> created, Set<String> deleted) {}

    @Property(seed = "20250101", tries = 500)
    void walking_all_pages_loses_no_name_that_stays_and_repeats_none_whatever_comes_and_goes(
            @ForAll("names") Set<String> atTheStart,
            @ForAll("changes") List<Change> changes,
            @ForAll @IntRange(min = 1, max = 7) int size) {
        NavigableMap<String, String> table = new TreeMap<>();
        atTheStart.forEach(name -> table.put(name, name));
        Set<String> stayed = new TreeSet<>(atTheStart);
        List<String> seen = new ArrayList<>();

        Page<String> page = page(size, null, table, all -> true);
        seen.addAll(page.items());
        for (int next = 0; page.marker() != null; next++) {
            if (next < changes.size()) {
                changes.get(next).created().forEach(name -> table.put(name, name));
                changes.get(next).deleted().forEach(table::remove);
                stayed.removeAll(changes.get(next).deleted());
            }
            page = page(size, page.marker(), table, all -> true);
            seen.addAll(page.items());
        }

        assertThat(seen).isSorted().doesNotHaveDuplicates().containsAll(stayed);
    }

    @Property(seed = "20250101", tries = 500)
    void without_changes_the_pages_are_the_filtered_list_cut_into_full_pages(
            @ForAll("names") Set<String> names, @ForAll @IntRange(min = 1, max = 7) int size) {
        NavigableMap<String, String> table = new TreeMap<>();
        names.forEach(name -> table.put(name, name));
        Predicate<String> filter = name -> name.charAt(0) % 2 == 0;
        List<String> expected = table.keySet().stream().filter(filter).toList();

        List<List<String>> pages = new ArrayList<>();
        Page<String> page = page(size, null, table, filter);
        pages.add(page.items());
        while (page.marker() != null) {
            page = page(size, page.marker(), table, filter);
            pages.add(page.items());
        }

        assertThat(pages.stream().flatMap(List::stream).toList()).isEqualTo(expected);
        assertThat(pages.subList(0, pages.size() - 1))
                .allSatisfy(full -> assertThat(full).hasSize(size));
        assertThat(pages).hasSize(Math.max(1, (expected.size() + size - 1) / size));
    }

    @Provide
    Arbitrary<Set<String>> names() {
        return name().set().ofMaxSize(60);
    }

    @Provide
    Arbitrary<List<Change>> changes() {
        Arbitrary<Set<String>> some = name().set().ofMaxSize(6);
        return Combinators.combine(some, some).as(Change::new).list().ofMaxSize(40);
    }

    private static Arbitrary<String> name() {
        return Arbitraries.strings().withCharRange('a', 'f').ofMinLength(1).ofMaxLength(3);
    }

    @Test
    void an_empty_list_is_one_empty_page() {
        Page<String> page = page(20, null, new TreeMap<>(), all -> true);

        assertThat(page.items()).isEmpty();
        assertThat(page.marker()).isNull();
    }

    @Test
    void a_marker_is_given_out_only_if_another_item_passes_the_filter() {
        NavigableMap<String, String> table = tableOf("a1", "b2", "c1", "d2");

        assertThat(page(2, null, table, name -> name.endsWith("1")).marker()).isNull();
        assertThat(page(1, null, table, name -> name.endsWith("1")).marker()).isNotNull();
    }

    @Test
    void a_marker_leads_on_in_a_range_that_no_longer_has_its_key() {
        NavigableMap<String, String> table = tableOf("a", "b", "c", "d", "e");
        String afterC = Objects.requireNonNull(page(3, null, table, all -> true).marker());

        assertThat(page(3, afterC, table.subMap("d", true, "e", true), all -> true)
                        .items())
                .containsExactly("d", "e");
        assertThat(page(3, afterC, table.headMap("b", true), all -> true).items())
                .isEmpty();
        assertThat(page(3, afterC, table.headMap("b", true).descendingMap(), all -> true)
                        .items())
                .containsExactly("b", "a");
    }

    @Test
    void the_key_may_be_something_else_than_a_text() {
        NavigableMap<Long, String> table = new TreeMap<>();
        for (long number = 1; number <= 11; number++) {
            table.put(number, "event " + number);
        }

        Page<String> first = paging(9, null).of(table.descendingMap(), Object::toString, Long::valueOf, all -> true);
        Page<String> second =
                paging(9, first.marker()).of(table.descendingMap(), Object::toString, Long::valueOf, all -> true);

        assertThat(first.items()).startsWith("event 11", "event 10").endsWith("event 3");
        assertThat(second.items()).containsExactly("event 2", "event 1");
    }

    /** Asking a range of a tree for its size counts every element. */
    @Test
    void a_page_does_not_ask_how_long_the_list_is() {
        NavigableMap<String, String> table = new TreeMap<>(tableOf("a", "b", "c")) {
            private static final long serialVersionUID = 1;

            @Override
            public int size() {
                throw new AssertionError("A page costs what is on it.");
            }
        };

        assertThat(page(2, null, table, all -> true).items()).containsExactly("a", "b");
    }

    private static <T> Page<T> page(
            int size, @Nullable String marker, NavigableMap<String, T> sorted, Predicate<T> filter) {
        return paging(size, marker).of(sorted, filter);
    }

    private static Paging paging(int size, @Nullable String marker) {
        return new Paging(size, marker == null ? null : Objects.requireNonNull(MARKERS.key(marker)), MARKERS);
    }

    private static NavigableMap<String, String> tableOf(String... names) {
        NavigableMap<String, String> table = new TreeMap<>();
        NavigableSet<String> sorted = new TreeSet<>(List.of(names));
        sorted.forEach(name -> table.put(name, name));
        return table;
    }
}
