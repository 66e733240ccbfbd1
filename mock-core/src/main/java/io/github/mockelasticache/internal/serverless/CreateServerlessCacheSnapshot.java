package io.github.mockelasticache.internal.serverless;

import static io.github.mockelasticache.internal.engine.ResourceTypes.SERVERLESS_CACHE;
import static io.github.mockelasticache.internal.engine.ResourceTypes.SERVERLESS_CACHE_SNAPSHOT;

import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.RegionState;
import software.amazon.awssdk.services.elasticache.model.CreateServerlessCacheSnapshotRequest;
import software.amazon.awssdk.services.elasticache.model.CreateServerlessCacheSnapshotResponse;
import software.amazon.awssdk.services.elasticache.model.ServerlessCache;
import software.amazon.awssdk.services.elasticache.model.ServerlessCacheSnapshot;

/** {@code CreateServerlessCacheSnapshot}: of a cache of any engine that is available. */
final class CreateServerlessCacheSnapshot {

    private CreateServerlessCacheSnapshot() {}

    static CreateServerlessCacheSnapshotResponse.Builder handle(
            CreateServerlessCacheSnapshotRequest request, Call call) {
        String name = Taking.newName("ServerlessCacheSnapshotName", request.serverlessCacheSnapshotName(), call);
        String cacheName = call.parameters().required("ServerlessCacheName", request.serverlessCacheName());
        String kmsKeyId = call.parameters().optional("KmsKeyId", request.kmsKeyId());
        ServerlessCache cache = call.existing(SERVERLESS_CACHE, cacheName);
        if (!cache.status().equals(CreateServerlessCache.AVAILABLE)) {
            throw call.faults().invalidServerlessCacheState();
        }
        Taking.requireFree(name, call);
        RegionState region = call.region();
        String arn = region.arn(SERVERLESS_CACHE_SNAPSHOT, name);
        region.tags().check(arn, request.tags(), call.faults());
        String origin = ManualSnapshots.origin(cache);
        ManualSnapshots manual = region.ask(ManualSnapshots.class);
        manual.requireQuota(origin, call);

        ServerlessCacheSnapshot creating = Taking.begin(region, cache, name, Taking.MANUAL, kmsKeyId);
        manual.putOrigin(name, origin);
        manual.add(origin, region.now());
        region.tags().add(arn, request.tags(), call.faults());
        return CreateServerlessCacheSnapshotResponse.builder().serverlessCacheSnapshot(creating);
    }
}
