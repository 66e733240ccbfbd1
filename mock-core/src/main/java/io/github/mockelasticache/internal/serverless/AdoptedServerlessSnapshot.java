package io.github.mockelasticache.internal.serverless;

import static io.github.mockelasticache.internal.engine.ResourceTypes.SERVERLESS_CACHE;
import static io.github.mockelasticache.internal.engine.ResourceTypes.SERVERLESS_CACHE_SNAPSHOT;

import io.github.mockelasticache.internal.engine.Adopter;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.engine.Table;
import java.time.Instant;
import java.util.Objects;
import software.amazon.awssdk.services.elasticache.model.ServerlessCache;
import software.amazon.awssdk.services.elasticache.model.ServerlessCacheConfiguration;
import software.amazon.awssdk.services.elasticache.model.ServerlessCacheSnapshot;

/** Takes snapshots of serverless caches over that Describe answers tell of, whether their caches are still there or not. */
final class AdoptedServerlessSnapshot implements Adopter<ServerlessCacheSnapshot> {

    @Override
    public void adopt(ServerlessCacheSnapshot described, RegionState region, Unfit unfit) {
        require(described, unfit);
        String name = Table.key(described.serverlessCacheSnapshotName());
        ServerlessCacheSnapshot snapshot = described.toBuilder()
                .serverlessCacheSnapshotName(name)
                .arn(region.arn(SERVERLESS_CACHE_SNAPSHOT, name))
                .createTime(Objects.requireNonNullElse(described.createTime(), region.now()))
                .bytesUsedForCache(Objects.requireNonNullElse(described.bytesUsedForCache(), Taking.EMPTY_CACHE))
                .build();
        region.table(SERVERLESS_CACHE_SNAPSHOT).put(name, snapshot);
        ManualSnapshots manual = region.ask(ManualSnapshots.class);
        String origin = origin(snapshot, region);
        manual.putOrigin(name, origin);
        if (snapshot.snapshotType().equals(Taking.MANUAL)) {
            manual.add(origin, snapshot.createTime());
        } else {
            new AutomaticSnapshots(region).expireAt(expiry(snapshot, region.now(), unfit), snapshot);
        }
    }

    private static void require(ServerlessCacheSnapshot described, Unfit unfit) {
        if (!Taking.AVAILABLE.equals(described.status())) {
            throw unfit.because(
                    "/Status",
                    "A snapshot that is loaded must be available, but this one is " + described.status()
                            + "; how it would go on is not told.");
        }
        String type = described.snapshotType();
        if (!Taking.MANUAL.equals(type) && !Taking.AUTOMATED.equals(type)) {
            throw unfit.because(
                    "/SnapshotType", "The type of a snapshot is manual or automated, but is \"" + type + "\".");
        }
        ServerlessCacheConfiguration cache = described.serverlessCacheConfiguration();
        if (cache == null
                || cache.serverlessCacheName() == null
                || EngineAsked.find(cache.engine(), cache.majorEngineVersion()) == null) {
            throw unfit.because(
                    "",
                    "ServerlessCacheConfiguration is missing, or does not tell the name, the engine and the major engine"
                            + " version of a serverless cache.");
        }
    }

    /** A cache that is gone can only be told from others by its name. */
    private static String origin(ServerlessCacheSnapshot snapshot, RegionState region) {
        String name = snapshot.serverlessCacheConfiguration().serverlessCacheName();
        ServerlessCache cache = region.table(SERVERLESS_CACHE).find(name);
        return cache == null ? region.arn(SERVERLESS_CACHE, name) : ManualSnapshots.origin(cache);
    }

    private static Instant expiry(ServerlessCacheSnapshot snapshot, Instant now, Unfit unfit) {
        Instant expiry = snapshot.expiryTime();
        if (expiry == null) {
            throw unfit.because("", "ExpiryTime is missing; an automatic snapshot has one.");
        }
        if (!expiry.isAfter(now)) {
            throw unfit.because(
                    "/ExpiryTime",
                    "The service deletes this automatic snapshot at " + expiry + ", but the mock's clock is at " + now
                            + "; set the mock's startingAt to when the snapshots were described.");
        }
        return expiry;
    }
}
