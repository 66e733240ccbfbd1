package io.github.mockelasticache.internal.serverless;

import static io.github.mockelasticache.internal.engine.ResourceTypes.SERVERLESS_CACHE_SNAPSHOT;
import static io.github.mockelasticache.time.Delays.Step.SNAPSHOT_CREATING;

import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.engine.ServiceError;
import io.github.mockelasticache.internal.engine.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.ServerlessCache;
import software.amazon.awssdk.services.elasticache.model.ServerlessCacheSnapshot;

/**
 * How a snapshot of a serverless cache comes into being, whoever wants it: a caller, the daily time, or a deletion that leaves a
 * final one. The cache stays as it is meanwhile.
 *
 * <p>The example of CreateServerlessCacheSnapshot, API reference, shows what a snapshot tells while it is {@code creating}: neither
 * times nor a size. The wordings of the errors are not known from the real service; they follow those of its sister operations.
 */
final class Taking {

    static final String AVAILABLE = "available";
    static final String AUTOMATED = "automated";
    static final String CREATING = "creating";
    static final String MANUAL = "manual";

    /** The mock keeps no data. */
    static final String EMPTY_CACHE = "0";

    private static final int LONGEST_NAME = 255;

    private Taking() {}

    /** The name of a snapshot that is to be created, as it is stored. */
    static String newName(String parameter, @Nullable String requested, Call call) {
        return Table.key(call.parameters().identifier(parameter, requested, LONGEST_NAME));
    }

    static void requireFree(String name, Call call) {
        if (call.region().table(SERVERLESS_CACHE_SNAPSHOT).find(name) != null) {
            throw call.faults()
                    .of(
                            ServiceError.SERVERLESS_CACHE_SNAPSHOT_ALREADY_EXISTS,
                            "Serverless cache snapshot " + name + " already exists.");
        }
    }

    /** A snapshot that exists and that nothing is being done with. */
    static ServerlessCacheSnapshot available(String parameter, @Nullable String requested, Call call) {
        ServerlessCacheSnapshot snapshot =
                call.existing(SERVERLESS_CACHE_SNAPSHOT, call.parameters().required(parameter, requested));
        if (!snapshot.status().equals(AVAILABLE)) {
            throw call.faults().invalidServerlessCacheSnapshotState();
        }
        return snapshot;
    }

    /**
     * Begins to take a snapshot.
     *
     * @param name its name
     * @param type {@code manual} or {@code automated}
     * @param kmsKeyId the key that it is encrypted with; null for that of the cache
     */
    static ServerlessCacheSnapshot begin(
            RegionState region, ServerlessCache cache, String name, String type, @Nullable String kmsKeyId) {
        ServerlessCacheSnapshot creating = ServerlessCacheSnapshot.builder()
                .serverlessCacheSnapshotName(name)
                .arn(region.arn(SERVERLESS_CACHE_SNAPSHOT, name))
                .kmsKeyId(kmsKeyId == null ? cache.kmsKeyId() : kmsKeyId)
                .snapshotType(type)
                .status(CREATING)
                .serverlessCacheConfiguration(of -> of.serverlessCacheName(cache.serverlessCacheName())
                        .engine(cache.engine())
                        .majorEngineVersion(cache.majorEngineVersion()))
                .build();
        region.table(SERVERLESS_CACHE_SNAPSHOT).put(name, creating);
        Instant taken = region.now().truncatedTo(ChronoUnit.MILLIS);
        Instant expiry = type.equals(AUTOMATED) ? taken.plus(Duration.ofDays(cache.snapshotRetentionLimit())) : null;
        String message = "Snapshot " + name + " created for cache " + cache.serverlessCacheName() + ".";
        region.after(SNAPSHOT_CREATING, creating.arn(), "", CREATING, AVAILABLE, () -> {
            region.table(SERVERLESS_CACHE_SNAPSHOT)
                    .change(
                            name,
                            each -> each.toBuilder()
                                    .status(AVAILABLE)
                                    .createTime(taken)
                                    .expiryTime(expiry)
                                    .bytesUsedForCache(EMPTY_CACHE)
                                    .build());
            region.emit(SERVERLESS_CACHE_SNAPSHOT, name, message);
        });
        return creating;
    }

    /** A snapshot with another status. */
    static ServerlessCacheSnapshot status(RegionState region, String name, String status) {
        return region.table(SERVERLESS_CACHE_SNAPSHOT)
                .change(name, each -> each.toBuilder().status(status).build());
    }

    /** Forgets a snapshot that is gone. */
    static void remove(RegionState region, String name) {
        ServerlessCacheSnapshot snapshot =
                Objects.requireNonNull(region.table(SERVERLESS_CACHE_SNAPSHOT).find(name), name);
        region.table(SERVERLESS_CACHE_SNAPSHOT).remove(name);
        region.ask(ManualSnapshots.class).forgetOrigin(name);
        region.forget(snapshot.arn());
    }
}
