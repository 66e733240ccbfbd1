package io.github.mockelasticache.internal.snapshot;

import static io.github.mockelasticache.internal.engine.ResourceTypes.CACHE_CLUSTER;
import static io.github.mockelasticache.internal.engine.ResourceTypes.REPLICATION_GROUP;

import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.RegionState;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.CreateSnapshotRequest;
import software.amazon.awssdk.services.elasticache.model.CreateSnapshotResponse;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;
import software.amazon.awssdk.services.elasticache.model.Snapshot;

/**
 * {@code CreateSnapshot}: of a cache cluster by its id, of a replication group with cluster mode enabled by the group's ("Taking
 * manual backups", user guide). What the service says to the id of the other kind is not known; the mock refuses it.
 */
final class CreateSnapshot {

    private CreateSnapshot() {}

    static CreateSnapshotResponse.Builder handle(CreateSnapshotRequest request, Call call) {
        String name = Taking.newName("SnapshotName", request.snapshotName(), call);
        String kmsKeyId = call.parameters().optional("KmsKeyId", request.kmsKeyId());
        Source source = source(
                call.parameters().optional("CacheClusterId", request.cacheClusterId()),
                call.parameters().optional("ReplicationGroupId", request.replicationGroupId()),
                call);
        Taking.requireFree(name, call);
        RegionState region = call.region();
        Snapshot creating = source.snapshot(region, name, Taking.MANUAL, kmsKeyId);
        region.tags().check(creating.arn(), request.tags(), call.faults());
        region.ask(ManualSnapshots.class).requireQuota(source.origin(), call);

        if (request.tags().isEmpty()) {
            region.tags().copy(source.arn(), creating.arn());
        } else {
            region.tags().add(creating.arn(), request.tags(), call.faults());
        }
        Taking.begin(region, source, creating);
        return CreateSnapshotResponse.builder().snapshot(Taking.withoutNodeGroupConfiguration(creating));
    }

    private static Source source(@Nullable String cluster, @Nullable String group, Call call) {
        if (cluster != null && group == null) {
            return available(call.existing(CACHE_CLUSTER, cluster), call);
        }
        if (cluster == null && group != null) {
            return available(call.existing(REPLICATION_GROUP, group), call);
        }
        throw call.faults()
                .invalidParameterCombination("Exactly one of CacheClusterId and ReplicationGroupId must be given.");
    }

    private static Source available(CacheCluster cluster, Call call) {
        Taking.requireSupported(cluster, call);
        ReplicationGroup group = ClusterSource.groupOf(call.region(), cluster);
        if (Source.isSharded(group)) {
            throw call.faults()
                    .invalidParameterCombination("Cache cluster " + cluster.cacheClusterId()
                            + " is a member of a replication group with cluster mode enabled. Use ReplicationGroupId to"
                            + " create a snapshot of the replication group.");
        }
        Source source = new ClusterSource(cluster, group);
        source.requireAvailable(call);
        return source;
    }

    private static Source available(ReplicationGroup group, Call call) {
        if (!Taking.AVAILABLE.equals(group.status())) {
            throw GroupSource.notAvailable(call);
        }
        if (!Source.isSharded(group)) {
            throw call.faults()
                    .invalidParameterCombination(
                            "Replication group " + group.replicationGroupId()
                                    + " has cluster mode disabled. Use CacheClusterId to create a snapshot of one of its members.");
        }
        GroupSource source = GroupSource.of(call.region(), group);
        source.clusters().forEach(each -> Taking.requireSupported(each, call));
        source.requireAvailable(call);
        return source;
    }
}
