package io.github.mockelasticache.internal.update;

import static io.github.mockelasticache.internal.engine.ResourceTypes.CACHE_CLUSTER;

import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.engine.ResourceType;
import io.github.mockelasticache.internal.engine.ResourceTypes;
import io.github.mockelasticache.internal.engine.UpdateTargets;

/** The two kinds of resource that service updates are applied to, in the order in which answers list them. */
enum TargetKind {
    REPLICATION_GROUP("Replication group", "ReplicationGroupNotFoundFault", "InvalidReplicationGroupStateFault"),
    CACHE_CLUSTER_ALONE("Cache cluster", "CacheClusterNotFoundFault", "InvalidCacheClusterStateFault");

    private final String word;
    private final String notFound;
    private final String invalidState;

    TargetKind(String word, String notFound, String invalidState) {
        this.word = word;
        this.notFound = notFound;
        this.invalidState = invalidState;
    }

    /** The resources of this kind. */
    UpdateTargets of(RegionState region) {
        return this == REPLICATION_GROUP
                ? region.ask(UpdateTargets.OfReplicationGroups.class)
                : region.ask(UpdateTargets.OfCacheClusters.class);
    }

    ResourceType<?> type() {
        return this == REPLICATION_GROUP ? ResourceTypes.REPLICATION_GROUP : CACHE_CLUSTER;
    }

    /** What messages call it. */
    String word() {
        return word;
    }

    /** The name of the fault for one that does not exist. */
    String notFound() {
        return notFound;
    }

    /** The name of the fault for one that something else is under way for. */
    String invalidState() {
        return invalidState;
    }
}
