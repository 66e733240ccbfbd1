package io.github.mockelasticache.internal.serverless;

import static io.github.mockelasticache.internal.engine.ResourceTypes.SERVERLESS_CACHE;
import static io.github.mockelasticache.internal.engine.ResourceTypes.SERVERLESS_CACHE_SNAPSHOT;

import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.engine.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import software.amazon.awssdk.services.elasticache.model.ServerlessCache;
import software.amazon.awssdk.services.elasticache.model.ServerlessCacheSnapshot;

/**
 * The snapshots that the service takes of a serverless cache by itself, every day at its time, and keeps for as many days as the
 * retention limit says at that time ("Scheduling automatic backups", user guide).
 *
 * <p>A cache that is not available at its time is left out until the next day.
 */
final class AutomaticSnapshots {

    private static final String ASPECT = "automatic snapshot";
    private static final Duration DAY = Duration.ofDays(1);

    /** As in {@code automatic.my-redis-2023-11-27} ("Exporting a backup", user guide). */
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** As the names of automatic snapshots of node-based caches end, for a second one on the same day. */
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd-HH-mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final RegionState region;

    AutomaticSnapshots(RegionState region) {
        this.region = region;
    }

    /** Plans the next snapshot of a cache, if it is to have any. To be called again when its time or its retention changes. */
    void plan(String cacheName) {
        ServerlessCache cache = existing(cacheName);
        region.cancel(cache.arn(), ASPECT);
        if (cache.snapshotRetentionLimit() > 0) {
            region.plan(
                    next(cache.dailySnapshotTime(), region.now()),
                    cache.arn(),
                    ASPECT,
                    Taking.AVAILABLE,
                    "snapshotting",
                    () -> {
                        take(existing(cacheName));
                        plan(cacheName);
                    });
        }
    }

    /** Deletes the automatic snapshots of a cache that is being deleted. */
    void delete(String cacheName) {
        List<String> deleted = region.table(SERVERLESS_CACHE_SNAPSHOT).names().stream()
                .map(region.table(SERVERLESS_CACHE_SNAPSHOT)::find)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .filter(each -> each.snapshotType().equals(Taking.AUTOMATED)
                        && each.serverlessCacheConfiguration()
                                .serverlessCacheName()
                                .equals(Table.key(cacheName)))
                .map(ServerlessCacheSnapshot::serverlessCacheSnapshotName)
                .toList();
        deleted.forEach(each -> Taking.remove(region, each));
    }

    private void take(ServerlessCache cache) {
        if (!cache.status().equals(CreateServerlessCache.AVAILABLE)) {
            return;
        }
        Instant now = region.now();
        ServerlessCacheSnapshot snapshot =
                Taking.begin(region, cache, freeName(cache.serverlessCacheName(), now), Taking.AUTOMATED, null);
        region.ask(ManualSnapshots.class)
                .putOrigin(snapshot.serverlessCacheSnapshotName(), ManualSnapshots.origin(cache));
        expireAt(now.plus(DAY.multipliedBy(cache.snapshotRetentionLimit())), snapshot);
    }

    private String freeName(String cache, Instant now) {
        String prefix = "automatic." + cache + "-";
        String name = prefix + DATE.format(now);
        return region.table(SERVERLESS_CACHE_SNAPSHOT).find(name) == null ? name : prefix + MINUTE.format(now);
    }

    /** What is being copied, exported or restored from lasts a day longer. */
    void expireAt(Instant instant, ServerlessCacheSnapshot snapshot) {
        String name = snapshot.serverlessCacheSnapshotName();
        region.plan(instant, snapshot.arn(), "retention", Taking.AVAILABLE, "deleted", () -> {
            ServerlessCacheSnapshot present = Objects.requireNonNull(
                    region.table(SERVERLESS_CACHE_SNAPSHOT).find(name), name);
            if (present.status().equals(Taking.AVAILABLE)) {
                Taking.remove(region, name);
            } else {
                expireAt(region.now().plus(DAY), present);
            }
        });
    }

    private ServerlessCache existing(String name) {
        return Objects.requireNonNull(region.table(SERVERLESS_CACHE).find(name), name);
    }

    private static Instant next(String time, Instant now) {
        ZonedDateTime today = now.atZone(ZoneOffset.UTC).with(LocalTime.parse(time));
        return (today.toInstant().isAfter(now) ? today : today.plusDays(1)).toInstant();
    }
}
