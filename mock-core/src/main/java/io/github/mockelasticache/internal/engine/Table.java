package io.github.mockelasticache.internal.engine;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The resources of one type in one region, in the order of their names.
 *
 * <p>Names are compared and stored in lower case: the service stores them so and finds them in any case.
 *
 * @param <T> the SDK's model class of the resource
 */
public final class Table<T> {

    /** Most calls name one resource, and find it here at the same cost among any number. */
    private final Map<String, Row<T>> byName = new HashMap<>();

    private final NavigableMap<String, Row<T>> inOrder = new TreeMap<>();

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
        Row<T> row = byName.get(key(name));
        return row == null ? null : row.resource;
    }

    /**
     * Stores a resource, in place of the one that has the name already.
     *
     * @param name its name in any case
     * @param resource the resource
     */
    public void put(String name, T resource) {
        String key = key(name);
        Row<T> row = byName.get(key);
        if (row != null) {
            row.resource = resource;
            return;
        }
        Row<T> added = new Row<>(resource);
        byName.put(key, added);
        inOrder.put(key, added);
    }

    /**
     * Changes a resource that exists: transitions of one that is gone are taken back, so theirs does.
     *
     * @param name its name in any case
     * @param change makes the new one of the present one
     * @return the new one
     */
    public T change(String name, UnaryOperator<T> change) {
        Row<T> row = Objects.requireNonNull(byName.get(key(name)), name);
        row.resource = change.apply(row.resource);
        return row.resource;
    }

    /**
     * Removes a resource, if there is one of that name.
     *
     * @param name its name in any case
     */
    public void remove(String name) {
        byName.remove(key(name));
        inOrder.remove(key(name));
    }

    /**
     * How many resources there are.
     *
     * @return their number
     */
    public int size() {
        return byName.size();
    }

    /**
     * The names of all resources.
     *
     * @return a view, in order
     */
    public NavigableSet<String> names() {
        return Collections.unmodifiableNavigableSet(inOrder.navigableKeySet());
    }

    /** All resources, in the order of their names. */
    List<T> all() {
        return inOrder.values().stream().map(row -> row.resource).toList();
    }

    /**
     * A page of the resources, in the order of their names.
     *
     * @param paging where it begins and how much it holds
     * @param filter which resources are asked for
     * @return the page
     */
    public Page<T> page(Paging paging, Predicate<T> filter) {
        Page<Row<T>> page = paging.of(inOrder, row -> filter.test(row.resource));
        return new Page<>(page.items().stream().map(row -> row.resource).toList(), page.marker());
    }

    private static final class Row<T> {

        private T resource;

        Row(T resource) {
            this.resource = resource;
        }
    }
}
