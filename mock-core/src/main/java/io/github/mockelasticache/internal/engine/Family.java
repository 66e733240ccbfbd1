package io.github.mockelasticache.internal.engine;

/** The operations of one resource family. */
public interface Family {

    /**
     * Names the family's operations, one line each.
     *
     * @param operations where to name them
     */
    void register(Operations operations);

    /**
     * Fills a region that is used for the first time with what the service has there from the start.
     *
     * @param region the region, still empty
     */
    default void open(RegionState region) {}
}
