package io.github.mockelasticache.internal.cluster;

import static io.github.mockelasticache.internal.engine.ResourceTypes.CACHE_CLUSTER;
import static io.github.mockelasticache.time.Delays.Step.CACHE_CLUSTER_DELETING;

import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.engine.Replicas;
import io.github.mockelasticache.internal.engine.ServiceError;
import io.github.mockelasticache.internal.engine.Snapshots;
import io.github.mockelasticache.internal.provision.Deletion;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.DeleteCacheClusterRequest;
import software.amazon.awssdk.services.elasticache.model.DeleteCacheClusterResponse;

/** {@code DeleteCacheCluster}: with a final snapshot, if one is asked for, the cluster is {@code snapshotting} first. */
final class DeleteCacheCluster {

    private static final List<String> DELETABLE = List.of(
            "available", "failed", "incompatible-parameters", "incompatible-network", "restore-failed", "recovering");

    private DeleteCacheCluster() {}

    static DeleteCacheClusterResponse.Builder handle(DeleteCacheClusterRequest request, Call call) {
        String id = call.parameters().required("CacheClusterId", request.cacheClusterId());
        String snapshot = call.parameters().optional("FinalSnapshotIdentifier", request.finalSnapshotIdentifier());
        CacheCluster cluster = call.existing(CACHE_CLUSTER, id);
        String status = cluster.cacheClusterStatus();
        if (!DELETABLE.contains(status)) {
            // The wording is the service's own: hashicorp/terraform#14700.
            throw call.faults()
                    .of(
                            ServiceError.INVALID_CACHE_CLUSTER_STATE,
                            "Can only delete cache clusters with state in: " + String.join(", ", DELETABLE)
                                    + ". Cluster " + cluster.cacheClusterId() + " has state: " + status + ".");
        }
        if (snapshot != null) {
            call.region().ask(Snapshots.class).requireFinalPossible(call, cluster, snapshot);
        }
        CacheCluster leaving = cluster.replicationGroupId() != null
                ? call.region().ask(Replicas.class).remove(call, cluster, snapshot)
                : delete(call.region(), cluster, snapshot);
        return DeleteCacheClusterResponse.builder().cacheCluster(DescribeCacheClusters.withoutNodes(leaving));
    }

    private static CacheCluster delete(RegionState region, CacheCluster cluster, @Nullable String snapshot) {
        if (snapshot == null) {
            return delete(region, cluster.cacheClusterId());
        }
        region.cancel(cluster.arn());
        CacheCluster snapshotting = region.table(CACHE_CLUSTER)
                .change(
                        cluster.cacheClusterId(),
                        each -> each.toBuilder()
                                .cacheClusterStatus("snapshotting")
                                .build());
        region.ask(Snapshots.class)
                .takeFinal(snapshotting, null, snapshot, () -> delete(region, cluster.cacheClusterId()));
        return snapshotting;
    }

    private static CacheCluster delete(RegionState region, String id) {
        CacheCluster deleting = Deletion.begin(region, id);
        disappear(region, deleting);
        return deleting;
    }

    /** Schedules that a cluster that is being deleted is gone. */
    static void disappear(RegionState region, CacheCluster deleting) {
        region.after(
                CACHE_CLUSTER_DELETING,
                deleting.arn(),
                "",
                deleting.cacheClusterStatus(),
                "deleted",
                () -> Deletion.complete(region, deleting.cacheClusterId()));
    }
}
