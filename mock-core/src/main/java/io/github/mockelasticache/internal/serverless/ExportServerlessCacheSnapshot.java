package io.github.mockelasticache.internal.serverless;

import static io.github.mockelasticache.internal.engine.ResourceTypes.SERVERLESS_CACHE_SNAPSHOT;
import static io.github.mockelasticache.time.Delays.Step.SNAPSHOT_COPYING;

import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.provision.EngineChoice;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.elasticache.model.ExportServerlessCacheSnapshotRequest;
import software.amazon.awssdk.services.elasticache.model.ExportServerlessCacheSnapshotResponse;
import software.amazon.awssdk.services.elasticache.model.ServerlessCacheSnapshot;

/**
 * {@code ExportServerlessCacheSnapshot}: the snapshot is {@code exporting} until its content is in Amazon S3.
 *
 * <p>Any bucket that can exist is taken to exist, in the right region and with the right permissions. An object that is in the way
 * there shows only afterwards, by an event ("Serverless cache events", user guide).
 */
final class ExportServerlessCacheSnapshot {

    private static final String EXPORTING = "exporting";

    /** "Bucket naming rules", Amazon S3 user guide. */
    private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");

    private ExportServerlessCacheSnapshot() {}

    static ExportServerlessCacheSnapshotResponse.Builder handle(
            ExportServerlessCacheSnapshotRequest request, Call call) {
        String bucket = call.parameters().required("S3BucketName", request.s3BucketName());
        ServerlessCacheSnapshot snapshot =
                Taking.available("ServerlessCacheSnapshotName", request.serverlessCacheSnapshotName(), call);
        String engine = snapshot.serverlessCacheConfiguration().engine();
        if (engine.equals(EngineChoice.MEMCACHED)) {
            // "Available for Valkey and Redis OSS only" (API reference), where this is the only error for it.
            throw call.faults()
                    .invalidParameterValue("Exporting a snapshot is not supported for engine " + engine + ".");
        }
        if (!BUCKET.matcher(bucket).matches()) {
            throw call.faults().invalidParameterValue("The S3 bucket " + bucket + " does not exist.");
        }

        RegionState region = call.region();
        ServerlessCacheSnapshot exporting = Taking.status(region, snapshot.serverlessCacheSnapshotName(), EXPORTING);
        region.after(
                SNAPSHOT_COPYING,
                snapshot.arn(),
                "",
                EXPORTING,
                Taking.AVAILABLE,
                () -> complete(region, exporting, bucket));
        return ExportServerlessCacheSnapshotResponse.builder().serverlessCacheSnapshot(exporting);
    }

    private static void complete(RegionState region, ServerlessCacheSnapshot snapshot, String bucket) {
        String name = snapshot.serverlessCacheSnapshotName();
        Taking.status(region, name, Taking.AVAILABLE);
        if (!region.ask(Exports.class).add(bucket, name + ".rdb")) {
            region.emit(
                    SERVERLESS_CACHE_SNAPSHOT,
                    name,
                    "Failed to export snapshot for cache "
                            + snapshot.serverlessCacheConfiguration().serverlessCacheName()
                            + ". Could not export snapshot to bucket '" + bucket
                            + "' because there is already an object with the same name in the bucket.");
        }
    }
}
