package io.github.mockelasticache.internal.snapshot;

import static io.github.mockelasticache.internal.engine.ResourceTypes.REPLICATION_GROUP;
import static io.github.mockelasticache.internal.engine.ResourceTypes.SNAPSHOT;

import io.github.mockelasticache.internal.engine.Adopters;
import io.github.mockelasticache.internal.engine.Family;
import io.github.mockelasticache.internal.engine.Operations;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.engine.Snapshots;
import java.util.List;
import software.amazon.awssdk.services.elasticache.model.CopySnapshotRequest;
import software.amazon.awssdk.services.elasticache.model.CreateSnapshotRequest;
import software.amazon.awssdk.services.elasticache.model.DeleteSnapshotRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeSnapshotsRequest;
import software.amazon.awssdk.services.elasticache.model.Snapshot;

/** The snapshot operations. Each has a class of its own, with the operation's name. */
public final class CacheSnapshots implements Family {

    @Override
    public void register(Operations operations) {
        operations.handle(CopySnapshotRequest.class, CopySnapshot::handle);
        operations.handle(CreateSnapshotRequest.class, CreateSnapshot::handle);
        operations.handle(DeleteSnapshotRequest.class, DeleteSnapshot::handle);
        operations.describe(
                DescribeSnapshotsRequest.class,
                (request, region) -> SNAPSHOT.arns(request.snapshotName(), region),
                DescribeSnapshots::handle);
    }

    @Override
    public void adopt(Adopters adopters) {
        adopters.addAfter(
                List.of(REPLICATION_GROUP), SNAPSHOT, Snapshot::snapshotName, "SnapshotName", new AdoptedSnapshot());
    }

    @Override
    public void open(RegionState region) {
        region.offer(Origins.class, new Origins());
        region.offer(ManualSnapshots.class, new ManualSnapshots());
        region.offer(Exports.class, new Exports());
        region.offer(Snapshots.class, new RegionSnapshots(region));
    }
}
