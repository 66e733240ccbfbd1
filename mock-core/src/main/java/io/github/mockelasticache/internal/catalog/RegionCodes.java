package io.github.mockelasticache.internal.catalog;

import software.amazon.awssdk.regions.Region;

/** The short codes of regions in the names of cache endpoints. */
public final class RegionCodes {

    private RegionCodes() {}

    /**
     * The short code of a region.
     *
     * @param region the region
     * @return for example {@code use1} in {@code mycluster.x8gykm.0001.use1.cache.amazonaws.com}
     */
    public static String of(Region region) {
        return RegionFacts.of(region).code();
    }
}
