package io.github.mockelasticache.internal.serverless;

import static io.github.mockelasticache.internal.engine.ResourceTypes.SERVERLESS_CACHE;
import static io.github.mockelasticache.time.Delays.Step.SERVERLESS_CACHE_DELETING;
import static io.github.mockelasticache.time.Delays.Step.SNAPSHOT_CREATING;

import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.RegionState;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.DeleteServerlessCacheRequest;
import software.amazon.awssdk.services.elasticache.model.DeleteServerlessCacheResponse;
import software.amazon.awssdk.services.elasticache.model.ServerlessCache;

/**
 * {@code DeleteServerlessCache}: while the cache is available, or could not be created. Its automatic snapshots go with it, the
 * manual ones and the final one stay ("Deleting a backup", user guide).
 *
 * <p>A cache is {@code deleting} from the beginning, also while its final snapshot is taken: there is no other status for it.
 */
final class DeleteServerlessCache {

    static final String DELETING = "deleting";
    static final String CREATE_FAILED = "create-failed";
    private static final Set<String> DELETABLE = Set.of(CreateServerlessCache.AVAILABLE, CREATE_FAILED);

    private DeleteServerlessCache() {}

    static DeleteServerlessCacheResponse.Builder handle(DeleteServerlessCacheRequest request, Call call) {
        ServerlessCache cache = call.existing(
                SERVERLESS_CACHE, call.parameters().required("ServerlessCacheName", request.serverlessCacheName()));
        String finalSnapshot = finalSnapshot(request.finalSnapshotName(), cache, call);
        if (!DELETABLE.contains(cache.status())) {
            throw call.faults().invalidServerlessCacheState();
        }

        RegionState region = call.region();
        String name = cache.serverlessCacheName();
        region.cancel(cache.arn());
        new AutomaticSnapshots(region).delete(name);
        Duration duration = region.duration(SERVERLESS_CACHE_DELETING);
        if (finalSnapshot != null) {
            Taking.begin(region, cache, finalSnapshot, Taking.MANUAL, null);
            region.ask(ManualSnapshots.class).putOrigin(finalSnapshot, ManualSnapshots.origin(cache));
            duration = duration.plus(region.duration(SNAPSHOT_CREATING));
        }
        ServerlessCache deleting = region.table(SERVERLESS_CACHE)
                .change(name, each -> each.toBuilder().status(DELETING).build());
        disappear(region, deleting, duration);
        return DeleteServerlessCacheResponse.builder().serverlessCache(deleting);
    }

    /** A cache that could not be created has nothing that could be kept. */
    private static @Nullable String finalSnapshot(@Nullable String requested, ServerlessCache cache, Call call) {
        if (requested == null) {
            return null;
        }
        String name = Taking.newName("FinalSnapshotName", requested, call);
        if (cache.status().equals(CREATE_FAILED)) {
            throw call.faults().invalidServerlessCacheState();
        }
        Taking.requireFree(name, call);
        return name;
    }

    /** Lets a cache disappear that is being deleted. */
    static void disappear(RegionState region, ServerlessCache deleting, Duration duration) {
        String name = deleting.serverlessCacheName();
        region.after(duration, deleting.arn(), "", DELETING, "deleted", () -> complete(region, name));
    }

    private static void complete(RegionState region, String name) {
        ServerlessCache cache =
                Objects.requireNonNull(region.table(SERVERLESS_CACHE).find(name), name);
        region.table(SERVERLESS_CACHE).remove(name);
        region.forget(cache.arn());
        CacheUserGroup.end(region, cache);
        region.emit(SERVERLESS_CACHE, name, "Cache " + name + " was deleted.");
    }
}
