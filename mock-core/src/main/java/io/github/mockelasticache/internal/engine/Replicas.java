package io.github.mockelasticache.internal.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;
import software.amazon.awssdk.services.elasticache.model.Tag;

/** What the family of cache clusters asks of replication groups. */
public interface Replicas {

    /**
     * Adds a read replica, which gets everything but its id, zone and tags from the group.
     *
     * @param call the call: the service's error where the group takes no replica
     * @param group the group
     * @param cluster the id of the new cluster, which is free
     * @param zone the availability zone, or null for the service's choice
     * @param tags the tags; if there are none it gets those of the group
     * @return the cluster, which is being created
     */
    CacheCluster add(Call call, ReplicationGroup group, String cluster, @Nullable String zone, List<Tag> tags);

    /**
     * Removes a read replica.
     *
     * @param call the call: the service's error where the cluster cannot leave the group
     * @param member the cluster, which is available
     * @param finalSnapshot the name of a snapshot to take of it first, or null
     * @return the cluster, which is being deleted
     */
    CacheCluster remove(Call call, CacheCluster member, @Nullable String finalSnapshot);
}
