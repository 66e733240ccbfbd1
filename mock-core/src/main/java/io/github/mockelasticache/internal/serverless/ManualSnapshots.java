package io.github.mockelasticache.internal.serverless;

import io.github.mockelasticache.Quotas.Quota;
import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.ServiceError;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.elasticache.model.ServerlessCache;

/**
 * How many manual snapshots were made of each serverless cache in any 24 hours.
 *
 * <p>Copies count as well: {@code ServerlessCacheSnapshotQuotaExceededFault} is among the errors of {@code
 * CopyServerlessCacheSnapshot}. It is not among those of {@code DeleteServerlessCache}, so a final snapshot is never one too many.
 */
final class ManualSnapshots {

    private static final Duration PERIOD = Duration.ofHours(24);

    private final Map<String, Deque<Instant>> byOrigin = new HashMap<>();
    private final Map<String, String> originBySnapshot = new HashMap<>();

    /** What tells a cache from any other one, and from a later one of the same name. */
    static String origin(ServerlessCache cache) {
        return cache.arn() + " " + cache.createTime();
    }

    /** The cache that a snapshot was taken of, or that what it is a copy of was taken of. */
    String originOf(String snapshot) {
        return Objects.requireNonNull(originBySnapshot.get(snapshot), snapshot);
    }

    void putOrigin(String snapshot, String origin) {
        originBySnapshot.put(snapshot, origin);
    }

    void forgetOrigin(String snapshot) {
        originBySnapshot.remove(snapshot);
    }

    /** Refuses one more than the quota, in the words of "Error messages", user guide. */
    void requireQuota(String origin, Call call) {
        int quota = call.region().settings().quotas().of(Quota.SERVERLESS_SNAPSHOTS_PER_DAY);
        Instant begin = call.region().now().minus(PERIOD);
        long made = byOrigin.getOrDefault(origin, new ArrayDeque<>()).stream()
                .filter(each -> each.isAfter(begin))
                .count();
        if (made >= quota) {
            throw call.faults()
                    .of(
                            ServiceError.SERVERLESS_CACHE_SNAPSHOT_QUOTA_EXCEEDED,
                            "The maximum number of manual snapshots for this cache taken within 24 hours has been reached");
        }
    }

    void add(String origin, Instant now) {
        Deque<Instant> made = byOrigin.computeIfAbsent(origin, cache -> new ArrayDeque<>());
        made.removeIf(each -> !each.isAfter(now.minus(PERIOD)));
        made.add(now);
    }
}
