package io.github.mockelasticache.internal.snapshot;

import static io.github.mockelasticache.internal.engine.ResourceTypes.SNAPSHOT;
import static io.github.mockelasticache.time.Delays.Step.SNAPSHOT_DELETING;

import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.engine.ServiceError;
import software.amazon.awssdk.services.elasticache.model.DeleteSnapshotRequest;
import software.amazon.awssdk.services.elasticache.model.DeleteSnapshotResponse;
import software.amazon.awssdk.services.elasticache.model.Snapshot;

/**
 * {@code DeleteSnapshot}: "at any time, regardless of whether the backup was created automatically or manually" ("Deleting a
 * backup", user guide), but only while it is available.
 */
final class DeleteSnapshot {

    private DeleteSnapshot() {}

    static DeleteSnapshotResponse.Builder handle(DeleteSnapshotRequest request, Call call) {
        String name = call.parameters().required("SnapshotName", request.snapshotName());
        Snapshot snapshot = call.existing(SNAPSHOT, name);
        if (!snapshot.snapshotStatus().equals(Taking.AVAILABLE)) {
            throw call.faults()
                    .of(ServiceError.INVALID_SNAPSHOT_STATE, "Snapshot must be in available state to delete.");
        }
        RegionState region = call.region();
        region.cancel(snapshot.arn());
        Snapshot deleting = Taking.status(region, snapshot, "deleting");
        region.after(
                SNAPSHOT_DELETING, snapshot.arn(), "", "deleting", "deleted", () -> Taking.remove(region, snapshot));
        return DeleteSnapshotResponse.builder().snapshot(Taking.withoutNodeGroupConfiguration(deleting));
    }
}
