package io.github.mockelasticache.internal.engine;

import java.util.Locale;

/** The operations of one resource family. */
public interface Family {

    /**
     * Names the family's operations, one line each.
     *
     * @param operations where to name them
     */
    void register(Operations operations);

    /**
     * What the family is called where people read it.
     *
     * @return the words of the class name, for example {@code Cache security groups}
     */
    default String title() {
        String words = getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " ");
        return words.charAt(0) + words.substring(1).toLowerCase(Locale.ROOT);
    }

    /**
     * Fills a region that is used for the first time with what the service has there from the start.
     *
     * @param region the region, still empty
     */
    default void open(RegionState region) {}

    /**
     * Begins what happens by itself in a region that has been opened: what the family wants to be told of as time goes by.
     *
     * @param region the region, as all families have opened it
     */
    default void begin(RegionState region) {}

    /**
     * Prepares what the account has in all regions of a partition together, and in none of them.
     *
     * @param everywhere the state of it, still empty
     */
    default void openEverywhere(RegionState everywhere) {}

    /**
     * Names the types of resource that the family can take over from elsewhere.
     *
     * @param adopters where to name them
     */
    default void adopt(Adopters adopters) {}
}
