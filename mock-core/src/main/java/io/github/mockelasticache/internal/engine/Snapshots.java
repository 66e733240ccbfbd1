package io.github.mockelasticache.internal.engine;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;
import software.amazon.awssdk.services.elasticache.model.Snapshot;

/**
 * What other families ask of the snapshots of a region.
 *
 * <p>The snapshots of a replication group with cluster mode disabled are those of its members, one by one. One with cluster
 * mode enabled is snapshotted as a whole: its family calls {@link #planAutomaticOfGroup} and {@link #deleteAutomaticOfGroup}
 * where that of cache clusters calls {@link #planAutomatic} and {@link #deleteAutomatic}.
 */
public interface Snapshots {

    /**
     * A snapshot that something can be restored from. Each of its node snapshots has its node group configuration, if it is
     * one of a replication group with cluster mode enabled.
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
     * Notes that what was being restored from a snapshot is available, or gone. The snapshot may be gone as well.
     *
     * @param name the snapshot's name
     */
    void restored(String name);

    /**
     * Checks that a final snapshot can be taken: of the whole replication group, if the cluster is a member of one with cluster
     * mode enabled.
     *
     * @param call the call: {@code InvalidParameterValue} for a name that is none, {@code SnapshotFeatureNotSupportedFault},
     *     {@code InvalidCacheClusterState} for a cluster that is not available, {@code SnapshotAlreadyExistsFault}, {@code
     *     SnapshotQuotaExceededFault}
     * @param cluster the cluster that it is to be taken of: a member, where a replication group is deleted
     * @param name the snapshot's name
     */
    void requireFinalPossible(Call call, CacheCluster cluster, String name);

    /**
     * Takes a final snapshot, which has been checked: of the group, if it has cluster mode enabled, or else of the cluster. The
     * caller has made {@code snapshotting} what is deleted afterwards, and has taken back what was pending for it.
     *
     * @param cluster the cluster that it is taken of, with its nodes
     * @param group the replication group that is deleted, with its node groups; null if only the cluster is
     * @param name the snapshot's name
     * @param whenTaken what happens when the snapshot is available: a transition of the group, or else of the cluster, for which
     *     waiters wait
     */
    void takeFinal(CacheCluster cluster, @Nullable ReplicationGroup group, String name, Runnable whenTaken);

    /**
     * Plans the automatic snapshots of a cluster: those of every day if its retention limit is above zero, or else none, and
     * none either for a member of a replication group with cluster mode enabled. To be called again whenever the retention
     * limit or the snapshot window changes.
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

    /**
     * Plans the automatic snapshots of a replication group with cluster mode enabled: those of every day if its retention limit
     * is above zero, or else none. To be called when the group becomes available, and again whenever the retention limit or the
     * snapshot window changes.
     *
     * @param group the id of a replication group with cluster mode enabled
     */
    void planAutomaticOfGroup(String group);

    /**
     * Deletes the automatic snapshots of a replication group with cluster mode enabled that is being deleted, and plans no more.
     *
     * @param group the group's id
     */
    void deleteAutomaticOfGroup(String group);
}
