package io.github.mockelasticache.internal.catalog;

import java.util.List;
import software.amazon.awssdk.regions.Region;

/** The availability zones of regions, as an account that has them all sees them. */
public final class AvailabilityZones {

    private AvailabilityZones() {}

    /**
     * The zones of a region.
     *
     * @param region the region
     * @return at least three, in order, for example {@code us-east-2a}, {@code us-east-2b}, {@code us-east-2c}
     */
    public static List<String> of(Region region) {
        return RegionFacts.of(region)
                .zones()
                .chars()
                .mapToObj(letter -> region.id() + (char) letter)
                .toList();
    }

    /**
     * Whether a region has a zone.
     *
     * @param region the region
     * @param zone the name of the zone, exactly
     * @return true if it does
     */
    public static boolean exists(Region region, String zone) {
        return of(region).contains(zone);
    }
}
