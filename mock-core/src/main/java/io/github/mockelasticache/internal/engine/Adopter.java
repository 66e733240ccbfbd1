package io.github.mockelasticache.internal.engine;

/**
 * Takes a resource that was described elsewhere over into a region, so that it lives on as if it had been made there.
 *
 * @param <T> the SDK's model class of the resource
 */
@FunctionalInterface
public interface Adopter<T> {

    /**
     * Adds a resource to its table, with whatever the family keeps beside it.
     *
     * @param resource the resource, whose name is free or the service's own, and whose ARN is the right one
     * @param region where it is to live
     * @param unfit makes the error for a resource that cannot live there
     */
    void adopt(T resource, RegionState region, Unfit unfit);

    /**
     * Checks a resource when all that are loaded with it have been taken over too.
     *
     * @param resource the resource as it was described
     * @param region where it lives
     * @param unfit makes the error for a resource that refers to what is not there
     */
    default void requireWhole(T resource, RegionState region, Unfit unfit) {}

    /** Makes errors for resources that cannot be taken over. */
    @FunctionalInterface
    interface Unfit {

        /**
         * An error.
         *
         * @param member the member that is wrong, as a JSON pointer from the resource; empty for all of it
         * @param problem what is wrong, and what to do
         * @return the error to throw
         */
        RuntimeException because(String member, String problem);
    }
}
