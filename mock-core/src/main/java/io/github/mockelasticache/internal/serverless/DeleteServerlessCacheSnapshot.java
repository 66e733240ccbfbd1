package io.github.mockelasticache.internal.serverless;

import static io.github.mockelasticache.time.Delays.Step.SNAPSHOT_DELETING;

import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.RegionState;
import software.amazon.awssdk.services.elasticache.model.DeleteServerlessCacheSnapshotRequest;
import software.amazon.awssdk.services.elasticache.model.DeleteServerlessCacheSnapshotResponse;
import software.amazon.awssdk.services.elasticache.model.ServerlessCacheSnapshot;

/** {@code DeleteServerlessCacheSnapshot}: whether it was created automatically or manually, but only while it is available. */
final class DeleteServerlessCacheSnapshot {

    private static final String DELETING = "deleting";

    private DeleteServerlessCacheSnapshot() {}

    static DeleteServerlessCacheSnapshotResponse.Builder handle(
            DeleteServerlessCacheSnapshotRequest request, Call call) {
        ServerlessCacheSnapshot snapshot =
                Taking.available("ServerlessCacheSnapshotName", request.serverlessCacheSnapshotName(), call);
        String name = snapshot.serverlessCacheSnapshotName();
        RegionState region = call.region();
        region.cancel(snapshot.arn());
        ServerlessCacheSnapshot deleting = Taking.status(region, name, DELETING);
        region.after(SNAPSHOT_DELETING, snapshot.arn(), "", DELETING, "deleted", () -> Taking.remove(region, name));
        return DeleteServerlessCacheSnapshotResponse.builder().serverlessCacheSnapshot(deleting);
    }
}
