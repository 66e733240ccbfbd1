package io.github.mockelasticache.internal.engine;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;
import software.amazon.awssdk.services.elasticache.model.Snapshot;

/** What other families ask of the snapshots of a region. */
public interface Snapshots {

    /**
     * A snapshot that something can be restored from.
     *
     * @param call the call: {@code SnapshotNotFoundFault}'s code is not among those of the operations that create a cache, so
     *     {@code InvalidParameterValue} if there is none of that name or it is not available
     * @param name its name
     * @return the snapshot
     */
    Snapshot restorable(Call call, String name);

    /**
     * Notes that something is being restored from a snapshot, which is {@code restoring} meanwhile.
     *
     * @param name the snapshot's name
     */
    void restoring(String name);

    /**
     * Notes that what was being restored from a snapshot is available, or gone.
     *
     * @param name the snapshot's name
     */
    void restored(String name);

    /**
     * Checks that a final snapshot can be taken.
     *
     * @param call the call: {@code SnapshotAlreadyExistsFault}, {@code SnapshotFeatureNotSupportedFault}, {@code
     *     SnapshotQuotaExceededFault}
     * @param cluster the cluster that it is to be taken of: the member, where a replication group is deleted
     * @param name the snapshot's name
     */
    void requireFinalPossible(Call call, CacheCluster cluster, String name);

    /**
     * Takes a final snapshot, which has been checked.
     *
     * @param cluster the cluster that it is taken of
     * @param group the replication group that is deleted, or null
     * @param name the snapshot's name
     * @param whenTaken what happens when the snapshot is available
     */
    void takeFinal(CacheCluster cluster, @Nullable ReplicationGroup group, String name, Runnable whenTaken);

    /**
     * Plans the automatic snapshots of a cluster: those of every day if its retention limit is above zero, or else none.
     * To be called again whenever the retention limit or the snapshot window changes.
     *
     * @param cluster the id of a cluster that is available
     */
    void planAutomatic(String cluster);

    /**
     * Deletes the automatic snapshots of a cluster that is being deleted, and plans no more.
     *
     * @param cluster the cluster's id
     */
    void deleteAutomatic(String cluster);
}
