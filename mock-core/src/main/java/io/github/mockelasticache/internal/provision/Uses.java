package io.github.mockelasticache.internal.provision;

import static io.github.mockelasticache.internal.engine.ResourceTypes.CACHE_PARAMETER_GROUP;
import static io.github.mockelasticache.internal.engine.ResourceTypes.CACHE_SECURITY_GROUP;
import static io.github.mockelasticache.internal.engine.ResourceTypes.CACHE_SUBNET_GROUP;

import io.github.mockelasticache.internal.engine.RegionState;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.CacheSecurityGroupMembership;

/** Which groups a cache cluster uses: those cannot be deleted meanwhile. */
public final class Uses {

    private Uses() {}

    /**
     * Notes what a cluster uses.
     *
     * @param region the region
     * @param cluster the cluster
     */
    public static void begin(RegionState region, CacheCluster cluster) {
        used(region, cluster).forEach(used -> region.references().add(cluster.arn(), used));
    }

    /**
     * Notes that a cluster uses nothing any more, because it is gone or about to use something else.
     *
     * @param region the region
     * @param cluster the cluster
     */
    public static void end(RegionState region, CacheCluster cluster) {
        used(region, cluster).forEach(used -> region.references().remove(cluster.arn(), used));
    }

    /**
     * Notes that a cluster uses other groups than before.
     *
     * @param region the region
     * @param before the cluster as it was
     * @param after the cluster as it is
     */
    public static void change(RegionState region, CacheCluster before, CacheCluster after) {
        List<String> used = used(region, after);
        used(region, before).stream()
                .filter(each -> !used.contains(each))
                .forEach(each -> region.references().remove(before.arn(), each));
        begin(region, after);
    }

    /**
     * The ARNs of the groups that a cluster uses.
     *
     * @param region the region
     * @param cluster the cluster
     * @return its parameter group, subnet group and cache security groups
     */
    public static List<String> used(RegionState region, CacheCluster cluster) {
        List<String> used = new ArrayList<>();
        used.add(region.arn(CACHE_PARAMETER_GROUP, cluster.cacheParameterGroup().cacheParameterGroupName()));
        if (cluster.cacheSubnetGroupName() != null) {
            used.add(region.arn(CACHE_SUBNET_GROUP, cluster.cacheSubnetGroupName()));
        }
        for (CacheSecurityGroupMembership each : cluster.cacheSecurityGroups()) {
            used.add(region.arn(CACHE_SECURITY_GROUP, each.cacheSecurityGroupName()));
        }
        return used;
    }
}
