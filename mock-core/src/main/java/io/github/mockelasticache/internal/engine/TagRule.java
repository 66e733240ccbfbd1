package io.github.mockelasticache.internal.engine;

import org.jspecify.annotations.Nullable;

/**
 * What the tag operations require of a resource beyond its existence. They ask it before they look at anything else of it.
 *
 * @param <T> the SDK's model class of the resource
 */
@FunctionalInterface
public interface TagRule<T> {

    /**
     * Refuses a resource whose tags can neither be read nor changed at present.
     *
     * @param faults the call's errors
     * @param name the name of the resource in any case
     * @param found the resource; null if there is none of that name, which need not be refused: the type's own error follows
     */
    void require(Faults faults, String name, @Nullable T found);
}
