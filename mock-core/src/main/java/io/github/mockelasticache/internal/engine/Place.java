package io.github.mockelasticache.internal.engine;

import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/**
 * Where resources are: in a region, or in all regions of a partition together and in none of them.
 *
 * @param region the region; or what the SDK calls the pseudo-region of the partition, for people to read
 * @param partition for example {@code aws}
 * @param global whether it is all regions together
 */
record Place(Region region, String partition, boolean global) {

    static Place in(Region region) {
        return new Place(region, PartitionMetadata.of(region).id(), false);
    }

    /** All regions of the partition together. */
    Place everywhere() {
        return global ? this : new Place(Region.of(partition + "-global"), partition, true);
    }

    /** What the ARNs of what is there begin with: they name no region where there is none. */
    String arnPrefix(String accountId) {
        return String.join(":", "arn", partition, "elasticache", global ? "" : region.id(), accountId, "");
    }
}
