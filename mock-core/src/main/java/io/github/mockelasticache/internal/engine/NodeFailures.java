package io.github.mockelasticache.internal.engine;

/** Lets cache nodes of one region fail. */
public interface NodeFailures {

    /**
     * Lets a node fail: if it is a primary that has a replica to take over, that is promoted; the node itself recovers.
     *
     * @param cacheCluster the id of a cluster in any case
     * @throws IllegalArgumentException if there is no such cluster
     * @throws IllegalStateException if it, or its replication group, is not available
     */
    void fail(String cacheCluster);
}
