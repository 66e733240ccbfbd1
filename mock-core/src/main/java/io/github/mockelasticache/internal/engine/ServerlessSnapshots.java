package io.github.mockelasticache.internal.engine;

import software.amazon.awssdk.services.elasticache.model.ServerlessCacheSnapshot;

/** What other families ask of the snapshots of serverless caches of a region. */
public interface ServerlessSnapshots {

    /**
     * A snapshot that something can be restored from.
     *
     * @param call the call: {@code ServerlessCacheSnapshotNotFoundFault}, or {@code InvalidParameterValue} for one that is not
     *     available, as for snapshots of node-based caches
     * @param name its name
     * @return the snapshot, with the engine and the major engine version of its cache
     */
    ServerlessCacheSnapshot restorable(Call call, String name);
}
