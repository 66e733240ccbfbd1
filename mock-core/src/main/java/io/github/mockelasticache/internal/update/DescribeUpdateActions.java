package io.github.mockelasticache.internal.update;

import static io.github.mockelasticache.internal.update.ServiceUpdates.requireKnown;

import io.github.mockelasticache.internal.catalog.EngineVersions;
import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.Page;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.engine.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.DescribeUpdateActionsRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeUpdateActionsResponse;
import software.amazon.awssdk.services.elasticache.model.ServiceUpdateStatus;
import software.amazon.awssdk.services.elasticache.model.TimeRangeFilter;
import software.amazon.awssdk.services.elasticache.model.UpdateActionStatus;

/**
 * {@code DescribeUpdateActions}: those of the newest update first, replication groups before clusters. It has no fault for what does
 * not exist, so that finds nothing.
 */
final class DescribeUpdateActions {

    private DescribeUpdateActions() {}

    /** Where an action stands in the list. */
    private record Key(String release, TargetKind kind, String id) {

        private static final Comparator<Key> ORDER = Comparator.comparing(Key::release, Comparator.reverseOrder())
                .thenComparing(Key::kind)
                .thenComparing(Key::id);

        static Key of(Action action) {
            return new Key(
                    action.release().name(), action.kind(), action.target().id());
        }

        static Key of(String text) {
            String[] parts = text.split("/", 3);
            return new Key(parts[0], TargetKind.valueOf(parts[1]), parts[2]);
        }

        String text() {
            return release + "/" + kind.name() + "/" + id;
        }
    }

    static DescribeUpdateActionsResponse.Builder handle(DescribeUpdateActionsRequest request, Call call) {
        Wanted wanted = Wanted.by(request, call);
        var paging = call.paging(request.maxRecords(), request.marker());
        Instant now = call.region().now();
        NavigableMap<Key, Action> all = new TreeMap<>(Key.ORDER);
        call.region().ask(UpdateActions.class).all().forEach(action -> all.put(Key.of(action), action));
        Page<Action> page = paging.of(all, Key::text, Key::of, action -> wanted.matches(action, now));
        boolean withNodes = Boolean.TRUE.equals(request.showNodeLevelUpdateStatus());
        return DescribeUpdateActionsResponse.builder()
                .updateActions(page.items().stream()
                        .map(action -> action.described(now, withNodes))
                        .toList())
                .marker(page.marker());
    }

    /** The groups and clusters that a request names, or else all. */
    static Collection<String> polled(DescribeUpdateActionsRequest request, RegionState region) {
        Set<String> arns = new LinkedHashSet<>();
        boolean named = request.hasReplicationGroupIds() || request.hasCacheClusterIds();
        for (TargetKind kind : TargetKind.values()) {
            Collection<String> ids = named
                    ? kind == TargetKind.REPLICATION_GROUP ? request.replicationGroupIds() : request.cacheClusterIds()
                    : region.table(kind.type()).names();
            ids.forEach(id -> arns.add(region.arn(kind.type(), id)));
        }
        return arns;
    }

    /** Which actions a request asks for. What is null or empty is not asked for. */
    private record Wanted(
            @Nullable String name,
            Set<String> groups,
            Set<String> clusters,
            @Nullable String engine,
            List<String> serviceUpdateStatuses,
            @Nullable Instant from,
            @Nullable Instant to,
            List<String> statuses) {

        static Wanted by(DescribeUpdateActionsRequest request, Call call) {
            Set<String> groups = Batch.ids("ReplicationGroupIds", request.replicationGroupIds(), call);
            Set<String> clusters = Batch.ids("CacheClusterIds", request.cacheClusterIds(), call);
            if (!groups.isEmpty() && !clusters.isEmpty()) {
                throw call.faults()
                        .invalidParameterCombination(
                                "ReplicationGroupIds and CacheClusterIds cannot be given together.");
            }
            String engine = call.parameters().optional("Engine", request.engine());
            if (engine != null && !EngineVersions.isEngine(engine)) {
                throw call.faults()
                        .invalidParameterValue(
                                "Invalid value " + engine + " for Engine. Must be one of: memcached, redis, valkey.");
            }
            requireKnown(
                    "ServiceUpdateStatus",
                    request.serviceUpdateStatusAsStrings(),
                    ServiceUpdateStatus.knownValues(),
                    call);
            requireKnown(
                    "UpdateActionStatus",
                    request.updateActionStatusAsStrings(),
                    UpdateActionStatus.knownValues(),
                    call);
            TimeRangeFilter range = request.serviceUpdateTimeRange();
            Instant from = range == null ? null : range.startTime();
            Instant to = range == null ? null : range.endTime();
            if (from != null && to != null && to.isBefore(from)) {
                // As in DescribeEvents.
                throw call.faults()
                        .invalidParameterCombination("StartTime " + from + " must not be after EndTime " + to + ".");
            }
            return new Wanted(
                    call.parameters().optional("ServiceUpdateName", request.serviceUpdateName()),
                    groups,
                    clusters,
                    engine == null ? null : engine.toLowerCase(Locale.ROOT),
                    request.serviceUpdateStatusAsStrings(),
                    from,
                    to,
                    request.updateActionStatusAsStrings());
        }

        boolean matches(Action action, Instant now) {
            return (name == null || name.equals(action.release().name()))
                    && isNamed(action.kind(), Table.key(action.target().id()))
                    && (engine == null || engine.equals(action.target().engine()))
                    && (serviceUpdateStatuses.isEmpty()
                            || serviceUpdateStatuses.contains(
                                    action.release().status(now).toString()))
                    && action.release().isAvailableDuring(from, to)
                    && (statuses.isEmpty() || statuses.contains(action.status().toString()));
        }

        private boolean isNamed(TargetKind kind, String id) {
            return (groups.isEmpty() && clusters.isEmpty())
                    || (kind == TargetKind.REPLICATION_GROUP ? groups : clusters).contains(id);
        }
    }
}
