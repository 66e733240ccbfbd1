package io.github.mockelasticache.internal.cluster;

import static io.github.mockelasticache.internal.engine.ResourceTypes.CACHE_CLUSTER;
import static io.github.mockelasticache.internal.engine.ResourceTypes.REPLICATION_GROUP;

import io.github.mockelasticache.internal.engine.NodePlacement;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.provision.NodePlans;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.CacheNode;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;

/** Where the nodes of a region's clusters are, with those that are being created or are to be. */
record NodeZones(RegionState region) implements NodePlacement {

    @Override
    public Set<String> availabilityZonesOf(String arn) {
        String name = arn.substring(arn.lastIndexOf(':') + 1);
        Set<String> zones = new TreeSet<>();
        if (arn.equals(region.arn(CACHE_CLUSTER, name))) {
            add(name, zones);
        } else if (arn.equals(region.arn(REPLICATION_GROUP, name))) {
            ReplicationGroup group = region.table(REPLICATION_GROUP).find(name);
            if (group != null) {
                group.memberClusters().forEach(member -> add(member, zones));
            }
        }
        return zones;
    }

    private void add(String id, Set<String> zones) {
        CacheCluster cluster = region.table(CACHE_CLUSTER).find(id);
        if (cluster != null) {
            cluster.cacheNodes().stream()
                    .map(CacheNode::customerAvailabilityZone)
                    .forEach(zones::add);
            zones.addAll(region.ask(NodePlans.class).of(id).creating());
        }
    }
}
