package io.github.mockelasticache.internal.serverless;

import static io.github.mockelasticache.internal.engine.ResourceTypes.SERVERLESS_CACHE;
import static io.github.mockelasticache.internal.engine.ResourceTypes.SERVERLESS_CACHE_SNAPSHOT;
import static io.github.mockelasticache.internal.engine.ResourceTypes.USER_GROUP;

import io.github.mockelasticache.internal.engine.Adopters;
import io.github.mockelasticache.internal.engine.Family;
import io.github.mockelasticache.internal.engine.Operations;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.engine.ServerlessSnapshots;
import java.util.List;
import software.amazon.awssdk.services.elasticache.model.CopyServerlessCacheSnapshotRequest;
import software.amazon.awssdk.services.elasticache.model.CreateServerlessCacheRequest;
import software.amazon.awssdk.services.elasticache.model.CreateServerlessCacheSnapshotRequest;
import software.amazon.awssdk.services.elasticache.model.DeleteServerlessCacheRequest;
import software.amazon.awssdk.services.elasticache.model.DeleteServerlessCacheSnapshotRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeServerlessCacheSnapshotsRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeServerlessCachesRequest;
import software.amazon.awssdk.services.elasticache.model.ExportServerlessCacheSnapshotRequest;
import software.amazon.awssdk.services.elasticache.model.ModifyServerlessCacheRequest;
import software.amazon.awssdk.services.elasticache.model.ServerlessCache;
import software.amazon.awssdk.services.elasticache.model.ServerlessCacheSnapshot;

/** The operations on serverless caches and their snapshots. Each has a class of its own, with the operation's name. */
public final class ServerlessCaches implements Family {

    @Override
    public void register(Operations operations) {
        operations.handle(CopyServerlessCacheSnapshotRequest.class, CopyServerlessCacheSnapshot::handle);
        operations.handle(CreateServerlessCacheRequest.class, CreateServerlessCache::handle);
        operations.handle(CreateServerlessCacheSnapshotRequest.class, CreateServerlessCacheSnapshot::handle);
        operations.handle(DeleteServerlessCacheRequest.class, DeleteServerlessCache::handle);
        operations.handle(DeleteServerlessCacheSnapshotRequest.class, DeleteServerlessCacheSnapshot::handle);
        operations.describe(
                DescribeServerlessCachesRequest.class,
                (request, region) -> SERVERLESS_CACHE.arns(request.serverlessCacheName(), region),
                DescribeServerlessCaches::handle);
        operations.describe(
                DescribeServerlessCacheSnapshotsRequest.class,
                (request, region) -> SERVERLESS_CACHE_SNAPSHOT.arns(request.serverlessCacheSnapshotName(), region),
                DescribeServerlessCacheSnapshots::handle);
        operations.handle(ExportServerlessCacheSnapshotRequest.class, ExportServerlessCacheSnapshot::handle);
        operations.handle(ModifyServerlessCacheRequest.class, ModifyServerlessCache::handle);
    }

    @Override
    public void adopt(Adopters adopters) {
        adopters.addAfter(
                List.of(USER_GROUP),
                SERVERLESS_CACHE,
                ServerlessCache::serverlessCacheName,
                "ServerlessCacheName",
                new AdoptedServerlessCache());
        adopters.addAfter(
                List.of(SERVERLESS_CACHE),
                SERVERLESS_CACHE_SNAPSHOT,
                ServerlessCacheSnapshot::serverlessCacheSnapshotName,
                "ServerlessCacheSnapshotName",
                new AdoptedServerlessSnapshot());
    }

    @Override
    public void open(RegionState region) {
        region.offer(ManualSnapshots.class, new ManualSnapshots());
        region.offer(Exports.class, new Exports());
        region.offer(ServerlessSnapshots.class, (call, name) -> RestoredSnapshots.restorable(name, call));
    }
}
