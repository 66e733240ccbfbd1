package io.github.mockelasticache.internal.cluster;

import static io.github.mockelasticache.internal.engine.ResourceTypes.CACHE_CLUSTER;

import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.engine.UpdateTargets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;

/** The clusters that stand on their own, for service updates. */
record UpdatedClusters(RegionState region) implements UpdateTargets.OfCacheClusters {

    private static final String MODIFYING = "modifying";

    @Override
    public List<Target> all() {
        List<Target> targets = new ArrayList<>();
        for (String id : region.table(CACHE_CLUSTER).names()) {
            Target target = find(id);
            if (target != null) {
                targets.add(target);
            }
        }
        return targets;
    }

    @Override
    public @Nullable Target find(String id) {
        CacheCluster cluster = region.table(CACHE_CLUSTER).find(id);
        return cluster == null || cluster.replicationGroupId() != null ? null : target(cluster);
    }

    @Override
    public @Nullable String groupOf(String id) {
        CacheCluster cluster = region.table(CACHE_CLUSTER).find(id);
        return cluster == null ? null : cluster.replicationGroupId();
    }

    @Override
    public void begin(String id) {
        status(id, MODIFYING);
    }

    @Override
    public void end(String id) {
        status(id, ClusterStates.AVAILABLE);
    }

    private Target target(CacheCluster cluster) {
        Instant created = since(cluster.cacheClusterCreateTime());
        return new Target(
                cluster.cacheClusterId(),
                cluster.arn(),
                cluster.cacheClusterStatus(),
                cluster.engine(),
                cluster.engineVersion(),
                cluster.preferredMaintenanceWindow(),
                created,
                cluster.cacheNodes().stream()
                        .filter(node -> !node.cacheNodeStatus().equals("creating"))
                        .map(node -> new Node(
                                "", cluster.cacheClusterId(), node.cacheNodeId(), since(node.cacheNodeCreateTime())))
                        .toList());
    }

    /** What was loaded without a create time was there before the mock. */
    private Instant since(@Nullable Instant createTime) {
        return Objects.requireNonNullElse(createTime, region.settings().start());
    }

    private void status(String id, String status) {
        region.table(CACHE_CLUSTER)
                .change(
                        id,
                        cluster ->
                                cluster.toBuilder().cacheClusterStatus(status).build());
    }
}
