package io.github.mockelasticache.internal.serverless;

import static io.github.mockelasticache.internal.engine.ResourceTypes.SERVERLESS_CACHE_SNAPSHOT;
import static io.github.mockelasticache.time.Delays.Step.SNAPSHOT_COPYING;

import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.RegionState;
import java.time.Instant;
import software.amazon.awssdk.services.elasticache.model.CopyServerlessCacheSnapshotRequest;
import software.amazon.awssdk.services.elasticache.model.CopyServerlessCacheSnapshotResponse;
import software.amazon.awssdk.services.elasticache.model.ServerlessCacheSnapshot;

/**
 * {@code CopyServerlessCacheSnapshot}: a manual snapshot of the same content.
 *
 * <p>The copy is {@code creating} at first, without times and size (example of the API reference); the source is {@code copying}
 * meanwhile, as that of {@code CopySnapshot} is.
 */
final class CopyServerlessCacheSnapshot {

    private static final String COPYING = "copying";

    private CopyServerlessCacheSnapshot() {}

    static CopyServerlessCacheSnapshotResponse.Builder handle(CopyServerlessCacheSnapshotRequest request, Call call) {
        String target =
                Taking.newName("TargetServerlessCacheSnapshotName", request.targetServerlessCacheSnapshotName(), call);
        String kmsKeyId = call.parameters().optional("KmsKeyId", request.kmsKeyId());
        ServerlessCacheSnapshot source = Taking.available(
                "SourceServerlessCacheSnapshotName", request.sourceServerlessCacheSnapshotName(), call);
        Taking.requireFree(target, call);
        RegionState region = call.region();
        String arn = region.arn(SERVERLESS_CACHE_SNAPSHOT, target);
        region.tags().check(arn, request.tags(), call.faults());
        ManualSnapshots manual = region.ask(ManualSnapshots.class);
        String origin = manual.originOf(source.serverlessCacheSnapshotName());
        manual.requireQuota(origin, call);

        ServerlessCacheSnapshot copy = source.toBuilder()
                .serverlessCacheSnapshotName(target)
                .arn(arn)
                .kmsKeyId(kmsKeyId == null ? source.kmsKeyId() : kmsKeyId)
                .snapshotType(Taking.MANUAL)
                .status(Taking.CREATING)
                .createTime(null)
                .expiryTime(null)
                .bytesUsedForCache(null)
                .build();
        region.table(SERVERLESS_CACHE_SNAPSHOT).put(target, copy);
        manual.putOrigin(target, origin);
        manual.add(origin, region.now());
        region.tags().add(arn, request.tags(), call.faults());
        copy(region, source, copy);
        return CopyServerlessCacheSnapshotResponse.builder().serverlessCacheSnapshot(copy);
    }

    private static void copy(RegionState region, ServerlessCacheSnapshot source, ServerlessCacheSnapshot copy) {
        Instant taken = source.createTime();
        String size = source.bytesUsedForCache();
        region.after(
                SNAPSHOT_COPYING,
                copy.arn(),
                "",
                Taking.CREATING,
                Taking.AVAILABLE,
                () -> region.table(SERVERLESS_CACHE_SNAPSHOT)
                        .change(
                                copy.serverlessCacheSnapshotName(),
                                each -> each.toBuilder()
                                        .status(Taking.AVAILABLE)
                                        .createTime(taken)
                                        .bytesUsedForCache(size)
                                        .build()));
        Taking.status(region, source.serverlessCacheSnapshotName(), COPYING);
        region.after(
                SNAPSHOT_COPYING,
                source.arn(),
                "",
                COPYING,
                Taking.AVAILABLE,
                () -> Taking.status(region, source.serverlessCacheSnapshotName(), Taking.AVAILABLE));
    }
}
