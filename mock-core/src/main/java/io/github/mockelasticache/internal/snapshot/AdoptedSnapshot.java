package io.github.mockelasticache.internal.snapshot;

import static io.github.mockelasticache.internal.engine.ResourceTypes.CACHE_CLUSTER;
import static io.github.mockelasticache.internal.engine.ResourceTypes.REPLICATION_GROUP;
import static io.github.mockelasticache.internal.engine.ResourceTypes.SNAPSHOT;

import io.github.mockelasticache.internal.catalog.EngineVersions;
import io.github.mockelasticache.internal.engine.Adopter;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.engine.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.NodeSnapshot;
import software.amazon.awssdk.services.elasticache.model.Snapshot;

/** Takes snapshots over that Describe answers tell of, whether their clusters and groups are still there or not. */
final class AdoptedSnapshot implements Adopter<Snapshot> {

    @Override
    public void adopt(Snapshot described, RegionState region, Unfit unfit) {
        require(described, unfit);
        String name = Table.key(described.snapshotName());
        Snapshot snapshot = described.toBuilder()
                .snapshotName(name)
                .arn(region.arn(SNAPSHOT, name))
                .build();
        Origin origin = origin(snapshot, region);
        Instant taken = taken(snapshot, region.now());
        region.table(SNAPSHOT).put(name, snapshot);
        region.ask(Origins.class).put(name, origin);
        if (snapshot.snapshotSource().equals(Taking.MANUAL)) {
            region.ask(ManualSnapshots.class).add(origin, taken);
        } else {
            Instant end = taken.plus(Duration.ofDays(Objects.requireNonNullElse(snapshot.snapshotRetentionLimit(), 0)));
            if (!end.isAfter(region.now())) {
                throw unfit.because(
                        "/SnapshotRetentionLimit",
                        "The service deletes this automatic snapshot at " + end + ", but the mock's clock is at "
                                + region.now() + "; set the mock's startingAt to when the snapshots were described.");
            }
            new AutomaticSnapshots(region).expireAt(end, snapshot);
        }
    }

    private static void require(Snapshot described, Unfit unfit) {
        required("SnapshotStatus", described.snapshotStatus(), unfit);
        if (!Taking.AVAILABLE.equals(described.snapshotStatus())) {
            throw unfit.because(
                    "/SnapshotStatus",
                    "A snapshot that is loaded must be available, but this one is " + described.snapshotStatus()
                            + "; how it would go on is not told.");
        }
        String source = described.snapshotSource();
        if (!Taking.MANUAL.equals(source) && !AutomaticSnapshots.AUTOMATED.equals(source)) {
            throw unfit.because(
                    "/SnapshotSource", "The source of a snapshot is manual or automated, but is \"" + source + "\".");
        }
        if (described.cacheClusterId() == null && described.replicationGroupId() == null) {
            throw unfit.because(
                    "",
                    "CacheClusterId or ReplicationGroupId is missing; a snapshot is one of a cluster or of a group.");
        }
        required("CacheNodeType", described.cacheNodeType(), unfit);
        required("Engine", described.engine(), unfit);
        required("EngineVersion", described.engineVersion(), unfit);
        required("Port", described.port(), unfit);
        if (EngineVersions.findPatch(described.engine(), described.engineVersion()) == null) {
            throw unfit.because(
                    "/EngineVersion",
                    "There is no version " + described.engineVersion() + " of " + described.engine()
                            + "; nothing could be restored from the snapshot.");
        }
        for (int index = 0; index < described.nodeSnapshots().size(); index++) {
            if (described.replicationGroupId() != null
                    && described.nodeSnapshots().get(index).nodeGroupConfiguration() == null) {
                throw unfit.because(
                        "/NodeSnapshots/" + index,
                        "NodeGroupConfiguration is missing; let describe-snapshots print it, with"
                                + " --show-node-group-config.");
            }
        }
        if (described.nodeSnapshots().isEmpty()) {
            throw unfit.because("", "NodeSnapshots is missing; a snapshot has one for each node or node group.");
        }
    }

    private static Origin origin(Snapshot snapshot, RegionState region) {
        if (snapshot.cacheClusterId() != null) {
            CacheCluster cluster = region.table(CACHE_CLUSTER).find(snapshot.cacheClusterId());
            return new Origin(
                    region.arn(CACHE_CLUSTER, snapshot.cacheClusterId()) + " " + snapshot.cacheClusterCreateTime(),
                    List.of(snapshot.cacheClusterId()),
                    cluster == null ? null : cluster.replicationGroupId());
        }
        return new Origin(
                region.arn(REPLICATION_GROUP, snapshot.replicationGroupId()),
                snapshot.nodeSnapshots().stream()
                        .map(NodeSnapshot::cacheClusterId)
                        .filter(Objects::nonNull)
                        .map(Objects::requireNonNull)
                        .toList(),
                snapshot.replicationGroupId());
    }

    private static Instant taken(Snapshot snapshot, Instant now) {
        return snapshot.nodeSnapshots().stream()
                .map(NodeSnapshot::snapshotCreateTime)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .findFirst()
                .orElse(now);
    }

    private static void required(String member, @Nullable Object value, Unfit unfit) {
        if (value == null) {
            throw unfit.because("", member + " is missing; a snapshot needs it.");
        }
    }
}
