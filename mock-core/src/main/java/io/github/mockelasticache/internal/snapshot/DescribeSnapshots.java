package io.github.mockelasticache.internal.snapshot;

import static io.github.mockelasticache.internal.engine.ResourceTypes.CACHE_CLUSTER;
import static io.github.mockelasticache.internal.engine.ResourceTypes.SNAPSHOT;

import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.Page;
import io.github.mockelasticache.internal.engine.Paging;
import io.github.mockelasticache.internal.engine.Table;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.DescribeSnapshotsRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeSnapshotsResponse;
import software.amazon.awssdk.services.elasticache.model.Snapshot;

/**
 * {@code DescribeSnapshots}: in pages of 20 to 50, by default 50.
 *
 * <p>Manual snapshots outlive their cluster, so a cluster that is gone has snapshots still. {@code CacheClusterNotFound} is the
 * answer where there is neither the cluster nor a snapshot of it. No error for an unknown replication group is among those of
 * the operation: the list is empty.
 */
final class DescribeSnapshots {

    private static final int SMALLEST_PAGE = 20;
    private static final int LARGEST_PAGE = 50;

    /** The words of the filter, with those that snapshots have in their place. */
    private static final Map<String, String> SOURCES = Map.of("system", "automated", "user", Taking.MANUAL);

    private DescribeSnapshots() {}

    static DescribeSnapshotsResponse.Builder handle(DescribeSnapshotsRequest request, Call call) {
        String name = call.parameters().optional("SnapshotName", request.snapshotName());
        Predicate<Snapshot> asked = asked(request, call);
        Paging paging = call.pagingOfSize(pageSize(request.maxRecords(), call), request.marker());
        Page<Snapshot> page = name == null
                ? call.region().table(SNAPSHOT).page(paging, asked)
                : only(call.existing(SNAPSHOT, name), asked);
        boolean configuration = Boolean.TRUE.equals(request.showNodeGroupConfig());
        return DescribeSnapshotsResponse.builder()
                .snapshots(page.items().stream()
                        .map(each -> configuration ? each : Taking.withoutNodeGroupConfiguration(each))
                        .toList())
                .marker(page.marker());
    }

    private static Page<Snapshot> only(Snapshot snapshot, Predicate<Snapshot> asked) {
        return asked.test(snapshot) ? Page.of(snapshot) : new Page<>(List.of(), null);
    }

    private static Predicate<Snapshot> asked(DescribeSnapshotsRequest request, Call call) {
        String cluster = call.parameters().optional("CacheClusterId", request.cacheClusterId());
        String group = call.parameters().optional("ReplicationGroupId", request.replicationGroupId());
        String source = source(request.snapshotSource(), call);
        if (cluster != null && group != null) {
            throw call.faults()
                    .invalidParameterCombination("CacheClusterId and ReplicationGroupId cannot be given together.");
        }
        Origins origins = call.region().ask(Origins.class);
        Predicate<Snapshot> asked = each -> source == null || source.equals(each.snapshotSource());
        if (cluster != null) {
            Predicate<Snapshot> ofCluster =
                    each -> origins.of(each.snapshotName()).clusters().contains(Table.key(cluster));
            requireKnown(cluster, ofCluster, call);
            return asked.and(ofCluster);
        }
        return group == null
                ? asked
                : asked.and(each ->
                        Table.key(group).equals(origins.of(each.snapshotName()).replicationGroup()));
    }

    private static void requireKnown(String cluster, Predicate<Snapshot> ofCluster, Call call) {
        Table<Snapshot> snapshots = call.region().table(SNAPSHOT);
        if (call.region().table(CACHE_CLUSTER).find(cluster) == null
                && snapshots.names().stream()
                        .map(snapshots::find)
                        .filter(Objects::nonNull)
                        .noneMatch(ofCluster)) {
            throw call.faults().cacheClusterNotFound(cluster);
        }
    }

    private static @Nullable String source(@Nullable String requested, Call call) {
        if (requested != null && !SOURCES.containsKey(requested)) {
            throw call.faults()
                    .invalidParameterValue(
                            "Invalid value " + requested + " for SnapshotSource. Must be one of: system, user.");
        }
        return requested == null ? null : SOURCES.get(requested);
    }

    private static int pageSize(@Nullable Integer maxRecords, Call call) {
        if (maxRecords == null) {
            return LARGEST_PAGE;
        }
        if (maxRecords > LARGEST_PAGE) {
            // The wording is the service's own: aws/aws-cli#759.
            throw call.faults().invalidParameterValue("Cannot return more than " + LARGEST_PAGE + " records per page.");
        }
        if (maxRecords < SMALLEST_PAGE) {
            throw call.faults()
                    .invalidParameterValue(
                            "Invalid value for max records. Must be between " + SMALLEST_PAGE + " and " + LARGEST_PAGE);
        }
        return maxRecords;
    }
}
