package io.github.mockelasticache.internal.snapshot;

import static io.github.mockelasticache.internal.engine.ResourceTypes.CACHE_CLUSTER;
import static io.github.mockelasticache.internal.engine.ResourceTypes.REPLICATION_GROUP;
import static io.github.mockelasticache.internal.engine.ResourceTypes.SNAPSHOT;
import static io.github.mockelasticache.time.Delays.Step.SNAPSHOT_CREATING;

import io.github.mockelasticache.internal.catalog.NodeType;
import io.github.mockelasticache.internal.catalog.NodeTypes;
import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.engine.ServiceError;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.NodeGroupConfiguration;
import software.amazon.awssdk.services.elasticache.model.NodeSnapshot;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;
import software.amazon.awssdk.services.elasticache.model.Snapshot;

/**
 * How a snapshot comes into being, whoever wants it: a caller, the daily window, or a deletion that leaves a final one.
 *
 * <p>The wordings of the errors are not known from the real service; they follow those of its sister operations.
 */
final class Taking {

    static final String AVAILABLE = "available";
    static final String CREATING = "creating";
    static final String MANUAL = "manual";

    /** What recorded answers show for a node that holds next to nothing: the mock keeps no data. */
    static final String EMPTY_CACHE = "4 MB";

    private static final String SNAPSHOTTING = "snapshotting";
    private static final int LONGEST_NAME = 40;

    private Taking() {}

    /** The name of a snapshot that is to be created, which no other one has. */
    static String newName(String parameter, @Nullable String requested, Call call) {
        return call.parameters().identifier(parameter, requested, LONGEST_NAME);
    }

    static void requireFree(String name, Call call) {
        if (call.region().table(SNAPSHOT).find(name) != null) {
            throw call.faults()
                    .of(ServiceError.SNAPSHOT_ALREADY_EXISTS, "Snapshot with specified name already exists.");
        }
    }

    /** "Creating a snapshot of a cluster that is running Memcached", or on a {@code cache.t1.micro} node (API reference). */
    static void requireSupported(CacheCluster cluster, Call call) {
        NodeType nodeType = NodeTypes.find(cluster.cacheNodeType());
        boolean memcached = cluster.engine().equals("memcached");
        if (memcached || (nodeType != null && nodeType.family().equals("t1"))) {
            throw call.faults()
                    .of(
                            ServiceError.SNAPSHOT_FEATURE_NOT_SUPPORTED,
                            "Snapshots are not supported for "
                                    + (memcached
                                            ? "engine " + cluster.engine()
                                            : "node type " + cluster.cacheNodeType())
                                    + ".");
        }
    }

    /**
     * Takes a snapshot while its source is {@code snapshotting}, and available again afterwards.
     *
     * @param creating the snapshot as it begins
     */
    static void begin(RegionState region, Source source, Snapshot creating) {
        store(region, source, creating);
        for (CacheCluster cluster : source.clusters()) {
            String id = cluster.cacheClusterId();
            status(region, cluster, SNAPSHOTTING);
            region.after(SNAPSHOT_CREATING, cluster.arn(), "", SNAPSHOTTING, AVAILABLE, () -> {
                CacheCluster present = region.table(CACHE_CLUSTER).find(id);
                if (present != null && present.cacheClusterStatus().equals(SNAPSHOTTING)) {
                    status(region, present, AVAILABLE);
                }
            });
        }
        ReplicationGroup group = source.group();
        if (group != null) {
            status(region, group, SNAPSHOTTING);
            region.after(SNAPSHOT_CREATING, group.arn(), "", SNAPSHOTTING, AVAILABLE, () -> {
                ReplicationGroup present = region.table(REPLICATION_GROUP).find(group.replicationGroupId());
                if (present != null && present.status().equals(SNAPSHOTTING)) {
                    status(region, present, AVAILABLE);
                }
            });
        }
    }

    /**
     * Takes a final snapshot: the source does not become available again.
     *
     * @param arn the ARN of what is deleted when the snapshot has been taken
     */
    static void beginFinal(RegionState region, Source source, Snapshot creating, String arn, Runnable whenTaken) {
        store(region, source, creating);
        region.after(SNAPSHOT_CREATING, arn, "", SNAPSHOTTING, "deleting", whenTaken);
    }

    private static void store(RegionState region, Source source, Snapshot creating) {
        String name = creating.snapshotName();
        region.table(SNAPSHOT).put(name, creating);
        region.ask(Origins.class).put(name, source.origin());
        if (creating.snapshotSource().equals(MANUAL)) {
            region.ask(ManualSnapshots.class).add(source.origin(), region.now());
        }
        // To the second, as in recorded answers.
        Instant taken = region.now().truncatedTo(ChronoUnit.SECONDS);
        region.after(SNAPSHOT_CREATING, creating.arn(), "", CREATING, AVAILABLE, () -> {
            region.table(SNAPSHOT)
                    .change(
                            name,
                            each -> each.toBuilder()
                                    .snapshotStatus(AVAILABLE)
                                    .nodeSnapshots(source.nodes(taken))
                                    .build());
            for (CacheCluster cluster : source.clusters()) {
                region.emit(
                        CACHE_CLUSTER,
                        cluster.cacheClusterId(),
                        "Snapshot succeeded for snapshot with ID '" + name + "' of cache cluster with ID '"
                                + cluster.cacheClusterId() + "'");
            }
        });
    }

    /** A snapshot with another status. */
    static Snapshot status(RegionState region, Snapshot snapshot, String status) {
        return region.table(SNAPSHOT)
                .change(
                        snapshot.snapshotName(),
                        each -> each.toBuilder().snapshotStatus(status).build());
    }

    /** Forgets a snapshot that is gone. */
    static void remove(RegionState region, Snapshot snapshot) {
        region.table(SNAPSHOT).remove(snapshot.snapshotName());
        region.ask(Origins.class).remove(snapshot.snapshotName());
        region.forget(snapshot.arn());
    }

    /** A snapshot as every operation returns it, unless the node group configuration is asked for. */
    static Snapshot withoutNodeGroupConfiguration(Snapshot snapshot) {
        List<NodeSnapshot> nodes = snapshot.nodeSnapshots().stream()
                .map(each -> each.toBuilder()
                        .nodeGroupConfiguration((NodeGroupConfiguration) null)
                        .build())
                .toList();
        return snapshot.toBuilder().nodeSnapshots(nodes).build();
    }

    private static void status(RegionState region, CacheCluster cluster, String status) {
        region.table(CACHE_CLUSTER)
                .change(
                        cluster.cacheClusterId(),
                        each -> each.toBuilder().cacheClusterStatus(status).build());
    }

    private static void status(RegionState region, ReplicationGroup group, String status) {
        region.table(REPLICATION_GROUP)
                .change(
                        group.replicationGroupId(),
                        each -> each.toBuilder().status(status).build());
    }
}
