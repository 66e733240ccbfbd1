package io.github.mockelasticache.assertj;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.Snapshot;

/** Assertions on a snapshot. */
public class SnapshotAssert extends ResourceAssert<SnapshotAssert, Snapshot> {

    /**
     * Assertions on a snapshot; {@link MockElastiCacheAssertions#assertThat(Snapshot)} is the way to them.
     *
     * @param actual the snapshot
     */
    public SnapshotAssert(@Nullable Snapshot actual) {
        super(actual, SnapshotAssert.class, "snapshot");
    }

    /**
     * Verifies the status.
     *
     * @param status for example {@code creating}
     * @return this assertion
     */
    public SnapshotAssert hasStatus(String status) {
        return verifyProperty("status", existing().snapshotStatus(), status);
    }

    /**
     * Verifies that the snapshot is {@code available}.
     *
     * @return this assertion
     */
    public SnapshotAssert isAvailable() {
        return hasStatus("available");
    }

    /**
     * Verifies whether the snapshot was taken by the service or by a call.
     *
     * @param source {@code automated} or {@code manual}
     * @return this assertion
     */
    public SnapshotAssert hasSource(String source) {
        return verifyProperty("source", existing().snapshotSource(), source);
    }

    /**
     * Verifies that it was taken of a cache cluster.
     *
     * @param id the cluster's id
     * @return this assertion
     */
    public SnapshotAssert isOfCacheCluster(String id) {
        return verifyProperty("cache cluster", existing().cacheClusterId(), id);
    }

    /**
     * Verifies that it was taken of a replication group.
     *
     * @param id the group's id
     * @return this assertion
     */
    public SnapshotAssert isOfReplicationGroup(String id) {
        return verifyProperty("replication group", existing().replicationGroupId(), id);
    }

    @Override
    @Nullable
    String name(Snapshot existing) {
        return existing.snapshotName();
    }
}
