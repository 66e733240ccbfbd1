package io.github.mockelasticache.internal.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How one call wants its list paged: the size of the page, and where it begins.
 *
 * <p>A marker holds the key of the last item that was seen, so inserts and deletes between two pages neither lose nor repeat
 * an item, and a page costs what is on it, not what is in the table.
 */
public final class Paging {

    private final int size;
    private final @Nullable String after;
    private final Markers markers;

    Paging(int size, @Nullable String after, Markers markers) {
        this.size = size;
        this.after = after;
        this.markers = markers;
    }

    /**
     * The page of a list that is sorted by name.
     *
     * @param sorted the whole list
     * @param filter which items of it are asked for
     * @param <T> the type of an item
     * @return the page
     */
    public <T> Page<T> of(NavigableMap<String, T> sorted, Predicate<T> filter) {
        return of(sorted, key -> key, key -> key, filter);
    }

    /**
     * The page of a sorted list.
     *
     * @param sorted the whole list
     * @param toText a key as text, for the marker
     * @param toKey the text back to the key
     * @param filter which items of it are asked for
     * @param <K> the type of a key
     * @param <T> the type of an item
     * @return the page
     */
    public <K, T> Page<T> of(
            NavigableMap<K, T> sorted, Function<K, String> toText, Function<String, K> toKey, Predicate<T> filter) {
        List<T> items = new ArrayList<>(size);
        String last = "";
        for (Map.Entry<K, T> entry : rest(sorted, toKey).entrySet()) {
            if (!filter.test(entry.getValue())) {
                continue;
            }
            if (items.size() == size) {
                return new Page<>(items, markers.of(last));
            }
            items.add(entry.getValue());
            if (items.size() == size) {
                last = toText.apply(entry.getKey());
            }
        }
        return new Page<>(items, null);
    }

    /** Begins with a key of the list itself: a list that is a range of a longer one refuses keys that lie outside of it. */
    private <K, T> NavigableMap<K, T> rest(NavigableMap<K, T> sorted, Function<String, K> toKey) {
        if (after == null) {
            return sorted;
        }
        K first = sorted.higherKey(toKey.apply(after));
        return first == null ? Collections.emptyNavigableMap() : sorted.tailMap(first, true);
    }
}
