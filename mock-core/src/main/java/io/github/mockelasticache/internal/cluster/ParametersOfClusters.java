package io.github.mockelasticache.internal.cluster;

import static io.github.mockelasticache.internal.engine.ResourceTypes.CACHE_CLUSTER;
import static io.github.mockelasticache.time.Delays.Step.PARAMETERS_APPLYING;

import io.github.mockelasticache.internal.engine.ParameterGroupUsers;
import io.github.mockelasticache.internal.engine.RegionState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.CacheParameterGroup;

/** Lets the clusters that use a parameter group take over its changed parameters. */
final class ParametersOfClusters implements ParameterGroupUsers {

    private static final String ASPECT = "parameters";

    /** Statuses in which a cluster has no nodes: those that are being created start with the new values. */
    private static final Set<String> WITHOUT_NODES = Set.of("creating", "deleting");

    private final RegionState region;

    /** The last change under way of each cluster: only with that one are its parameters no longer being applied. */
    private final Map<String, Object> lastUnderWay = new HashMap<>();

    ParametersOfClusters(RegionState region) {
        this.region = region;
    }

    @Override
    public void parametersChanged(CacheParameterGroup group, Map<String, String> changed, boolean requiresReboot) {
        for (String user : List.copyOf(region.references().usersOf(group.arn()))) {
            String id = user.substring(user.lastIndexOf(':') + 1);
            CacheCluster cluster = user.equals(region.arn(CACHE_CLUSTER, id))
                    ? region.table(CACHE_CLUSTER).find(id)
                    : null;
            if (cluster != null && uses(cluster, group) && !WITHOUT_NODES.contains(cluster.cacheClusterStatus())) {
                apply(cluster, group, Map.copyOf(changed), requiresReboot);
            }
        }
    }

    /** Schedules that parameters that are being applied to a cluster have been. */
    static void goOn(RegionState region, CacheCluster cluster) {
        region.after(
                PARAMETERS_APPLYING,
                cluster.arn(),
                ASPECT,
                "applying",
                cluster.cacheParameterGroup().cacheNodeIdsToReboot().isEmpty() ? "in-sync" : "pending-reboot",
                () -> region.table(CACHE_CLUSTER)
                        .change(cluster.cacheClusterId(), each -> ParameterGroupStatus.applied(each, false)));
    }

    private void apply(
            CacheCluster cluster, CacheParameterGroup group, Map<String, String> changed, boolean requiresReboot) {
        String id = cluster.cacheClusterId();
        Object change = new Object();
        lastUnderWay.put(cluster.arn(), change);
        region.table(CACHE_CLUSTER).change(id, ParameterGroupStatus::applying);
        region.after(
                PARAMETERS_APPLYING,
                cluster.arn(),
                ASPECT,
                "applying",
                requiresReboot ? "pending-reboot" : "in-sync",
                () -> applied(id, group, changed, requiresReboot, lastUnderWay.remove(cluster.arn(), change)));
    }

    private void applied(
            String id, CacheParameterGroup group, Map<String, String> changed, boolean requiresReboot, boolean last) {
        CacheCluster cluster = region.table(CACHE_CLUSTER).find(id);
        if (cluster == null || !uses(cluster, group)) {
            return;
        }
        region.table(CACHE_CLUSTER).change(id, each -> {
            CacheCluster applied = ParameterGroupStatus.applied(each, requiresReboot);
            return last ? applied : ParameterGroupStatus.applying(applied);
        });
        changed.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(each -> region.emit(
                        CACHE_CLUSTER, id, "Updated parameter " + each.getKey() + " to " + each.getValue()));
    }

    private static boolean uses(CacheCluster cluster, CacheParameterGroup group) {
        return cluster.cacheParameterGroup().cacheParameterGroupName().equals(group.cacheParameterGroupName());
    }
}
