package io.github.mockelasticache.internal.snapshot;

import static io.github.mockelasticache.internal.engine.ResourceTypes.SNAPSHOT;
import static io.github.mockelasticache.time.Delays.Step.SNAPSHOT_COPYING;

import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.engine.ServiceError;
import io.github.mockelasticache.internal.engine.Table;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.CopySnapshotRequest;
import software.amazon.awssdk.services.elasticache.model.CopySnapshotResponse;
import software.amazon.awssdk.services.elasticache.model.Snapshot;

/**
 * {@code CopySnapshot}: a manual snapshot of the same content, or objects in an Amazon S3 bucket.
 *
 * <p>The copy is {@code creating} at first, and tells the size and time of its content at once (example of the API reference);
 * the source is {@code copying} meanwhile. What is exported is no snapshot of ElastiCache any more: the name need be unique in
 * the bucket only, {@code DescribeSnapshots} does not show it, and it has neither an ARN nor tags.
 */
final class CopySnapshot {

    private CopySnapshot() {}

    static CopySnapshotResponse.Builder handle(CopySnapshotRequest request, Call call) {
        String sourceName = call.parameters().required("SourceSnapshotName", request.sourceSnapshotName());
        String target = Table.key(Taking.newName("TargetSnapshotName", request.targetSnapshotName(), call));
        String kmsKeyId = call.parameters().optional("KmsKeyId", request.kmsKeyId());
        // The example of the API reference has an empty bucket where none is meant.
        String bucket = "".equals(request.targetBucket())
                ? null
                : call.parameters().optional("TargetBucket", request.targetBucket());
        RegionState region = call.region();
        Snapshot source = call.existing(SNAPSHOT, sourceName);
        if (!source.snapshotStatus().equals(Taking.AVAILABLE)) {
            throw call.faults().of(ServiceError.INVALID_SNAPSHOT_STATE, "Snapshot must be in available state to copy.");
        }
        String arn = region.arn(SNAPSHOT, target);
        region.tags().check(arn, request.tags(), call.faults());
        Snapshot copy = copy(source, target, kmsKeyId);
        if (bucket == null) {
            requireCopyPossible(source, target, call);
            store(copy.toBuilder().arn(arn).build(), source, request, call);
        } else {
            region.ask(Exports.class).requirePossible(bucket, source, target, call);
            region.ask(Exports.class).add(bucket, source, target);
        }

        Taking.status(region, source, "copying");
        region.after(
                SNAPSHOT_COPYING,
                source.arn(),
                "",
                "copying",
                Taking.AVAILABLE,
                () -> Taking.status(region, source, Taking.AVAILABLE));
        return CopySnapshotResponse.builder()
                .snapshot(Taking.withoutNodeGroupConfiguration(
                        bucket == null ? copy.toBuilder().arn(arn).build() : copy));
    }

    private static void requireCopyPossible(Snapshot source, String target, Call call) {
        Taking.requireFree(target, call);
        RegionState region = call.region();
        region.ask(ManualSnapshots.class).requireQuota(region.ask(Origins.class).of(source.snapshotName()), call);
    }

    private static void store(Snapshot copy, Snapshot source, CopySnapshotRequest request, Call call) {
        RegionState region = call.region();
        Origin origin = region.ask(Origins.class).of(source.snapshotName());
        region.table(SNAPSHOT).put(copy.snapshotName(), copy);
        region.ask(Origins.class).put(copy.snapshotName(), origin);
        region.ask(ManualSnapshots.class).add(origin, region.now());
        if (request.tags().isEmpty()) {
            region.tags().copy(source.arn(), copy.arn());
        } else {
            region.tags().add(copy.arn(), request.tags(), call.faults());
        }
        region.after(
                SNAPSHOT_COPYING,
                copy.arn(),
                "",
                Taking.CREATING,
                Taking.AVAILABLE,
                () -> Taking.status(region, copy, Taking.AVAILABLE));
    }

    /** The copy without an ARN. */
    private static Snapshot copy(Snapshot source, String target, @Nullable String kmsKeyId) {
        return source.toBuilder()
                .snapshotName(target)
                .snapshotStatus(Taking.CREATING)
                .snapshotSource(Taking.MANUAL)
                .kmsKeyId(kmsKeyId == null ? source.kmsKeyId() : kmsKeyId)
                .arn(null)
                .build();
    }
}
