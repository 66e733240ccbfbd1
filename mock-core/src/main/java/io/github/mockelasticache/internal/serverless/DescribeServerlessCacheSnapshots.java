package io.github.mockelasticache.internal.serverless;

import static io.github.mockelasticache.internal.engine.ResourceTypes.SERVERLESS_CACHE;
import static io.github.mockelasticache.internal.engine.ResourceTypes.SERVERLESS_CACHE_SNAPSHOT;

import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.Page;
import io.github.mockelasticache.internal.engine.Paging;
import io.github.mockelasticache.internal.engine.Table;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.DescribeServerlessCacheSnapshotsRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeServerlessCacheSnapshotsResponse;
import software.amazon.awssdk.services.elasticache.model.ServerlessCacheSnapshot;

/**
 * {@code DescribeServerlessCacheSnapshots}: in pages of 20 to 50, by default 50. That 50 is the most is documented; the least is
 * that of {@code DescribeServerlessCaches}.
 *
 * <p>Manual snapshots outlive their cache, so a cache that is gone has snapshots still. {@code ServerlessCacheNotFoundFault} is the
 * answer where there is neither the cache nor a snapshot of it.
 */
final class DescribeServerlessCacheSnapshots {

    private static final int SMALLEST_PAGE = 20;
    private static final int LARGEST_PAGE = 50;
    private static final List<String> TYPES = List.of(Taking.MANUAL, Taking.AUTOMATED);

    private DescribeServerlessCacheSnapshots() {}

    static DescribeServerlessCacheSnapshotsResponse.Builder handle(
            DescribeServerlessCacheSnapshotsRequest request, Call call) {
        String name = call.parameters().optional("ServerlessCacheSnapshotName", request.serverlessCacheSnapshotName());
        Predicate<ServerlessCacheSnapshot> asked =
                ofCache(request.serverlessCacheName(), call).and(ofType(request.snapshotType(), call));
        Paging paging = call.pagingOfSize(pageSize(request.maxResults(), call), request.nextToken());
        Page<ServerlessCacheSnapshot> page = name == null
                ? call.region().table(SERVERLESS_CACHE_SNAPSHOT).page(paging, asked)
                : only(call.existing(SERVERLESS_CACHE_SNAPSHOT, name), asked);
        return DescribeServerlessCacheSnapshotsResponse.builder()
                .serverlessCacheSnapshots(page.items())
                .nextToken(page.marker());
    }

    private static Page<ServerlessCacheSnapshot> only(
            ServerlessCacheSnapshot snapshot, Predicate<ServerlessCacheSnapshot> asked) {
        return asked.test(snapshot) ? Page.of(snapshot) : new Page<>(List.of(), null);
    }

    private static Predicate<ServerlessCacheSnapshot> ofCache(@Nullable String requested, Call call) {
        String cache = call.parameters().optional("ServerlessCacheName", requested);
        if (cache == null) {
            return each -> true;
        }
        Predicate<ServerlessCacheSnapshot> ofCache = each ->
                each.serverlessCacheConfiguration().serverlessCacheName().equals(Table.key(cache));
        Table<ServerlessCacheSnapshot> snapshots = call.region().table(SERVERLESS_CACHE_SNAPSHOT);
        if (call.region().table(SERVERLESS_CACHE).find(cache) == null
                && snapshots.names().stream()
                        .map(snapshots::find)
                        .filter(Objects::nonNull)
                        .noneMatch(ofCache)) {
            throw call.faults().serverlessCacheNotFound(cache);
        }
        return ofCache;
    }

    private static Predicate<ServerlessCacheSnapshot> ofType(@Nullable String requested, Call call) {
        String type = call.parameters().optional("SnapshotType", requested);
        if (type != null && !TYPES.contains(type)) {
            throw call.faults()
                    .invalidParameterValue("Invalid value " + type + " for SnapshotType. Must be one of: "
                            + String.join(", ", TYPES) + ".");
        }
        return each -> type == null || type.equals(each.snapshotType());
    }

    private static int pageSize(@Nullable Integer maxResults, Call call) {
        if (maxResults != null && (maxResults < SMALLEST_PAGE || maxResults > LARGEST_PAGE)) {
            throw call.faults()
                    .invalidParameterValue(
                            "Invalid value for max records. Must be between " + SMALLEST_PAGE + " and " + LARGEST_PAGE);
        }
        return maxResults == null ? LARGEST_PAGE : maxResults;
    }
}
