package io.github.mockelasticache.internal.snapshot;

import static io.github.mockelasticache.internal.engine.ResourceTypes.CACHE_CLUSTER;
import static io.github.mockelasticache.internal.engine.ResourceTypes.REPLICATION_GROUP;
import static io.github.mockelasticache.internal.engine.ResourceTypes.SNAPSHOT;

import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.engine.Table;
import io.github.mockelasticache.internal.provision.SnapshotWindow;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;
import software.amazon.awssdk.services.elasticache.model.Snapshot;

/**
 * The snapshots that the service takes by itself, every day when the snapshot window opens, and keeps for as many days as the
 * retention limit says at that time ("Scheduling automatic backups", user guide).
 *
 * <p>A source that is not available when its window opens is left out until the next day.
 */
final class AutomaticSnapshots {

    private static final String ASPECT = "automatic snapshot";
    static final String AUTOMATED = "automated";
    private static final String PREFIX = "automatic.";
    private static final Duration DAY = Duration.ofDays(1);

    /** As in {@code automatic.my-cluster2-002-2019-12-05-06-38}, example of describe-snapshots, AWS CLI reference. */
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd-HH-mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final RegionState region;

    AutomaticSnapshots(RegionState region) {
        this.region = region;
    }

    void planOfCluster(String id) {
        CacheCluster cluster =
                Objects.requireNonNull(region.table(CACHE_CLUSTER).find(id), id);
        region.cancel(cluster.arn(), ASPECT);
        ReplicationGroup group = ClusterSource.groupOf(region, cluster);
        if (!Source.isSharded(group) && isOn(cluster.snapshotRetentionLimit())) {
            plan(cluster.arn(), cluster.snapshotWindow(), () -> {
                CacheCluster present =
                        Objects.requireNonNull(region.table(CACHE_CLUSTER).find(id), id);
                take(new ClusterSource(present, ClusterSource.groupOf(region, present)));
                planOfCluster(id);
            });
        }
    }

    void planOfGroup(String id) {
        ReplicationGroup group =
                Objects.requireNonNull(region.table(REPLICATION_GROUP).find(id), id);
        region.cancel(group.arn(), ASPECT);
        if (isOn(group.snapshotRetentionLimit())) {
            plan(group.arn(), group.snapshotWindow(), () -> {
                ReplicationGroup present =
                        Objects.requireNonNull(region.table(REPLICATION_GROUP).find(id), id);
                if (present.status().equals(Taking.AVAILABLE)) {
                    take(GroupSource.of(region, present));
                }
                planOfGroup(id);
            });
        }
    }

    void deleteOfCluster(String id) {
        region.cancel(region.arn(CACHE_CLUSTER, id), ASPECT);
        deleteOf(id, each -> Table.key(id).equals(each.cacheClusterId()));
    }

    void deleteOfGroup(String id) {
        region.cancel(region.arn(REPLICATION_GROUP, id), ASPECT);
        deleteOf(id, each -> Table.key(id).equals(each.replicationGroupId()));
    }

    private void plan(String arn, String window, Runnable take) {
        region.plan(SnapshotWindow.of(window).next(region.now()), arn, ASPECT, Taking.AVAILABLE, "snapshotting", take);
    }

    private void take(Source source) {
        if (!source.isAvailable()) {
            return;
        }
        Instant now = region.now();
        Snapshot snapshot = source.snapshot(region, freeName(source.id(), now), AUTOMATED, null);
        region.tags().copy(source.arn(), snapshot.arn());
        Taking.begin(region, source, snapshot);
        expireAt(now.plus(DAY.multipliedBy(snapshot.snapshotRetentionLimit())), snapshot);
    }

    /** A cluster and a group may share an id, and then also a minute. */
    private String freeName(String source, Instant now) {
        Instant minute = now;
        while (region.table(SNAPSHOT).find(name(source, minute)) != null) {
            minute = minute.plus(1, ChronoUnit.MINUTES);
        }
        return name(source, minute);
    }

    private static String name(String source, Instant minute) {
        return PREFIX + source + "-" + MINUTE.format(minute);
    }

    /** What is being copied or restored from lasts a day longer. */
    void expireAt(Instant instant, Snapshot snapshot) {
        region.plan(instant, snapshot.arn(), "retention", Taking.AVAILABLE, "deleted", () -> {
            Snapshot present =
                    Objects.requireNonNull(region.table(SNAPSHOT).find(snapshot.snapshotName()), snapshot.arn());
            if (present.snapshotStatus().equals(Taking.AVAILABLE)) {
                Taking.remove(region, present);
            } else {
                expireAt(region.now().plus(DAY), present);
            }
        });
    }

    /** Names are in order, so those of a source are found without looking at all snapshots; other sources may be among them. */
    private void deleteOf(String source, Predicate<Snapshot> ofSource) {
        String prefix = PREFIX + Table.key(source) + "-";
        List<Snapshot> deleted = region.table(SNAPSHOT).names().tailSet(prefix).stream()
                .takeWhile(name -> name.startsWith(prefix))
                .map(region.table(SNAPSHOT)::find)
                .filter(Objects::nonNull)
                .filter(ofSource)
                .toList();
        deleted.forEach(each -> Taking.remove(region, each));
    }

    private static boolean isOn(@Nullable Integer retentionLimit) {
        return retentionLimit != null && retentionLimit > 0;
    }
}
