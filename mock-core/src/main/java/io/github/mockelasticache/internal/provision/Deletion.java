package io.github.mockelasticache.internal.provision;

import static io.github.mockelasticache.internal.engine.ResourceTypes.CACHE_CLUSTER;

import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.engine.Snapshots;
import java.util.Collection;
import java.util.Objects;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.CacheNode;
import software.amazon.awssdk.services.elasticache.model.Endpoint;

/** The end of a cache cluster, of its own or with its replication group. */
public final class Deletion {

    private Deletion() {}

    /**
     * Begins to delete a cluster: it has no nodes and no endpoint any more, its automatic snapshots go (user guide, "Deleting
     * a manual backup"), and what was to happen to it does not.
     *
     * @param region the region
     * @param id the cluster's id
     * @return the cluster, which is {@code deleting}
     */
    public static CacheCluster begin(RegionState region, String id) {
        region.cancel(region.arn(CACHE_CLUSTER, id));
        String snapshot = region.ask(NodePlans.class).of(id).snapshot();
        if (!snapshot.isEmpty()) {
            region.ask(Snapshots.class).restored(snapshot);
        }
        region.ask(Modifications.class).put(id, Modification.NONE);
        CacheCluster deleting = region.table(CACHE_CLUSTER)
                .change(
                        id,
                        cluster -> cluster.toBuilder()
                                .cacheClusterStatus("deleting")
                                .pendingModifiedValues(Modification.NONE.shown())
                                .cacheNodes((Collection<CacheNode>) null)
                                .configurationEndpoint((Endpoint) null)
                                .build());
        if (!Nodes.isMemcached(deleting)) {
            region.ask(Snapshots.class).deleteAutomatic(id);
        }
        return deleting;
    }

    /**
     * Completes the deletion: the cluster is not found any more, and what it used can be deleted.
     *
     * @param region the region
     * @param id the cluster's id
     */
    public static void complete(RegionState region, String id) {
        CacheCluster cluster =
                Objects.requireNonNull(region.table(CACHE_CLUSTER).find(id), id);
        region.table(CACHE_CLUSTER).remove(id);
        region.ask(NodePlans.class).remove(id);
        region.ask(EndpointCodes.class).forget(id);
        region.forget(cluster.arn());
        Uses.end(region, cluster);
        region.emit(CACHE_CLUSTER, id, "Cache cluster deleted");
    }
}
