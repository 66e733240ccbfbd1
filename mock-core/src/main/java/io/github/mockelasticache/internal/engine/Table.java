package io.github.mockelasticache.internal.engine;

import java.util.Collections;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The resources of one type in one region, in the order of their names.
 *
 * <p>Names are compared and stored in lower case: the service stores them so and finds them in any case.
 *
 * @param <T> the SDK's model class of the resource
 */
public final class Table<T> {

    private final NavigableMap<String, T> rows = new TreeMap<>();

    Table() {}

    /**
     * The form in which a name is stored.
     *
     * @param name a name in any case
     * @return the name in lower case
     */
    public static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /**
     * Looks a resource up.
     *
     * @param name its name in any case
     * @return the resource, or null
     */
    public @Nullable T find(String name) {
        return rows.get(key(name));
    }

    /**
     * Stores a resource, in place of the one that has the name already.
     *
     * @param name its name in any case
     * @param row the resource
     */
    public void put(String name, T row) {
        rows.put(key(name), row);
    }

    /**
     * Removes a resource, if there is one of that name.
     *
     * @param name its name in any case
     */
    public void remove(String name) {
        rows.remove(key(name));
    }

    /**
     * How many resources there are.
     *
     * @return their number
     */
    public int size() {
        return rows.size();
    }

    /**
     * The names of all resources.
     *
     * @return a view, in order
     */
    public NavigableSet<String> names() {
        return Collections.unmodifiableNavigableSet(rows.navigableKeySet());
    }

    /**
     * All resources by name.
     *
     * @return a view, in order
     */
    public NavigableMap<String, T> rows() {
        return Collections.unmodifiableNavigableMap(rows);
    }
}
