package io.github.mockelasticache.internal.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a longer list.
 *
 * @param items what is on it
 * @param marker where the next page begins; null on the last page
 * @param <T> the type of an item
 */
public record Page<T>(List<T> items, @Nullable String marker) {

    /**
     * The only page of a list that has one item.
     *
     * @param item the item
     * @param <T> the type of the item
     * @return the page
     */
    public static <T> Page<T> of(T item) {
        return new Page<>(List.of(item), null);
    }
}
