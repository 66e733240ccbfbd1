package io.github.mockelasticache.internal.cluster;

import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.ServiceError;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;

/** What the operations require of the status of a cluster. */
final class ClusterStates {

    static final String AVAILABLE = "available";

    private ClusterStates() {}

    /** The wording is that of a replication group: {@code Replication group must be in available state to modify.} */
    static void requireAvailable(CacheCluster cluster, String verb, Call call) {
        if (!cluster.cacheClusterStatus().equals(AVAILABLE)) {
            throw call.faults()
                    .of(
                            ServiceError.INVALID_CACHE_CLUSTER_STATE,
                            "Cache cluster must be in available state to " + verb + ". Cluster "
                                    + cluster.cacheClusterId() + " has state: " + cluster.cacheClusterStatus() + ".");
        }
    }
}
