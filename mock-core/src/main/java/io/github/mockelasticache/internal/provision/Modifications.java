package io.github.mockelasticache.internal.provision;

import static io.github.mockelasticache.internal.engine.ResourceTypes.CACHE_CLUSTER;
import static io.github.mockelasticache.internal.engine.ResourceTypes.CACHE_PARAMETER_GROUP;

import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.engine.Table;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;

/** The modifications of the cache clusters of a region that are pending or being applied, beside the table of the clusters. */
public final class Modifications {

    private final RegionState region;
    private final Map<String, Modification> byCluster = new HashMap<>();

    /**
     * No modifications yet.
     *
     * @param region the region of the clusters
     */
    public Modifications(RegionState region) {
        this.region = region;
    }

    /**
     * What is to be changed about a cluster.
     *
     * @param cluster the cluster's id
     * @return its modification; {@link Modification#NONE} if nothing is to be changed
     */
    public Modification of(String cluster) {
        return byCluster.getOrDefault(Table.key(cluster), Modification.NONE);
    }

    /**
     * Stores what is to be changed about a cluster, in place of what was. A parameter group that it is to use is in use from
     * now on.
     *
     * @param cluster the cluster's id
     * @param modification what is to be changed
     */
    public void put(String cluster, Modification modification) {
        String before = of(cluster).parameterGroup();
        if (modification.isNone()) {
            byCluster.remove(Table.key(cluster));
        } else {
            byCluster.put(Table.key(cluster), modification);
        }
        String after = modification.parameterGroup();
        String user = region.arn(CACHE_CLUSTER, cluster);
        if (before != null && !before.equals(after)) {
            String group = region.arn(CACHE_PARAMETER_GROUP, before);
            CacheCluster present = region.table(CACHE_CLUSTER).find(cluster);
            if (present == null || !Uses.used(region, present).contains(group)) {
                region.references().remove(user, group);
            }
        }
        if (after != null) {
            region.references().add(user, region.arn(CACHE_PARAMETER_GROUP, after));
        }
    }
}
