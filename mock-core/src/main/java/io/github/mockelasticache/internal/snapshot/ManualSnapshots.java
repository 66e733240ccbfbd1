package io.github.mockelasticache.internal.snapshot;

import io.github.mockelasticache.Quotas.Quota;
import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.ServiceError;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * How many manual snapshots were made of each source in any 24 hours.
 *
 * <p>"During any contiguous 24-hour period, you can create no more than 20 manual backups per node" ("Snapshot and restore",
 * user guide). Copies count as well: {@code SnapshotQuotaExceededFault} is among the errors of {@code CopySnapshot}, and no
 * other quota of snapshots is documented. Those that are deleted meanwhile still count, because they were created.
 */
final class ManualSnapshots {

    private static final Duration PERIOD = Duration.ofHours(24);

    private final Map<String, Deque<Instant>> bySource = new HashMap<>();

    /** Refuses one more than the quota, in the words of "Error messages", user guide. */
    void requireQuota(Origin origin, Call call) {
        int quota = call.region().settings().quotas().of(Quota.MANUAL_SNAPSHOTS_PER_DAY);
        forgetBefore(call.region().now().minus(PERIOD), origin);
        if (bySource.getOrDefault(origin.source(), new ArrayDeque<>()).size() >= quota) {
            throw call.faults()
                    .of(
                            ServiceError.SNAPSHOT_QUOTA_EXCEEDED,
                            origin.clusters().size() == 1
                                    ? "The maximum number of manual snapshots for this node taken within 24 hours has been"
                                            + " reached its quota of " + quota
                                    : "The maximum number of manual snapshots for this cluster taken within 24 hours has"
                                            + " been reached");
        }
    }

    void add(Origin origin, Instant now) {
        bySource.computeIfAbsent(origin.source(), source -> new ArrayDeque<>()).add(now);
    }

    private void forgetBefore(Instant instant, Origin origin) {
        bySource.computeIfPresent(origin.source(), (source, made) -> {
            made.removeIf(each -> !each.isAfter(instant));
            return made.isEmpty() ? null : made;
        });
    }
}
