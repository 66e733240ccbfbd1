package io.github.mockelasticache.internal.replication;

import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.engine.Replicas;
import io.github.mockelasticache.internal.engine.ServiceError;
import io.github.mockelasticache.internal.engine.Snapshots;
import io.github.mockelasticache.internal.provision.NodePlans;
import io.github.mockelasticache.time.Delays.Step;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.AutomaticFailoverStatus;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.MultiAZStatus;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;
import software.amazon.awssdk.services.elasticache.model.Tag;

/** Single replicas, which {@code CreateCacheCluster} adds and {@code DeleteCacheCluster} removes. */
final class ReadReplicas implements Replicas {

    @Override
    public CacheCluster add(Call call, ReplicationGroup group, String cluster, @Nullable String zone, List<Tag> tags) {
        Groups.requireAvailable(group, call);
        if (Boolean.TRUE.equals(group.clusterEnabled())) {
            throw call.faults()
                    .invalidParameterCombination(
                            "A read replica cannot be created by itself in a replication group with"
                                    + " cluster mode enabled. Use IncreaseReplicaCount instead.");
        }
        RegionState region = call.region();
        Shard shard = Groups.plan(region, group).first();
        if (shard.replicas() == ShardsAsked.MOST_REPLICAS) {
            throw call.faults()
                    .of(
                            ServiceError.NODE_QUOTA_FOR_CLUSTER_EXCEEDED,
                            "Cluster node quota exceeded. Each cluster can have at most "
                                    + (ShardsAsked.MOST_REPLICAS + 1) + " nodes in this region.");
        }
        List<String> zones = new Zones(
                        group.replicationGroupId() + shard.id(),
                        Members.network(region, Groups.primary(region, group)),
                        call)
                .choose(shard.members().stream().map(Shard.Member::zone).toList(), Collections.singletonList(zone));
        List<Tag> given = tags.isEmpty() ? region.tags().of(group.arn()) : tags;
        region.tags().check(cluster, given, call.faults());
        region.ask(NodePlans.class).requireQuota(1, call);
        Scaling.add(
                group,
                Map.of(
                        shard.id(),
                        new Scaling.Added(
                                List.of(new Shard.Member(cluster, zones.get(0), null)),
                                new MemberNames(group.replicationGroupId(), false).number(shard.id(), cluster))),
                given,
                call);
        return Members.change(
                region,
                cluster,
                each -> each.toBuilder().preferredAvailabilityZone(zone).build());
    }

    @Override
    public CacheCluster remove(Call call, CacheCluster member, @Nullable String finalSnapshot) {
        RegionState region = call.region();
        ReplicationGroup group = Groups.of(region, member.replicationGroupId());
        String cluster = member.cacheClusterId();
        requireRemovable(group, cluster, call);
        String id = group.replicationGroupId();
        if (finalSnapshot == null) {
            Scaling.remove(region, id, Step.CACHE_CLUSTER_DELETING, List.of(cluster));
            return Members.of(region, cluster);
        }
        Groups.status(region, id, Groups.MODIFYING);
        CacheCluster snapshotting = Members.change(
                region,
                cluster,
                each -> each.toBuilder().cacheClusterStatus(Groups.SNAPSHOTTING).build());
        region.ask(Snapshots.class)
                .takeFinal(
                        snapshotting,
                        null,
                        finalSnapshot,
                        () -> Scaling.remove(region, id, Step.CACHE_CLUSTER_DELETING, List.of(cluster)));
        return snapshotting;
    }

    private static void requireRemovable(ReplicationGroup group, String cluster, Call call) {
        if (Boolean.TRUE.equals(group.clusterEnabled())) {
            throw invalidState(
                    "Cannot delete the cache cluster because it is a member of replication group "
                            + group.replicationGroupId()
                            + " which has cluster mode enabled. Use DecreaseReplicaCount instead.",
                    call);
        }
        Shard shard = Groups.plan(call.region(), group).first();
        if (shard.replicas() == 0) {
            // The wording is the service's own: gruntwork-io/cloud-nuke#333.
            throw invalidState(
                    "Cannot delete the cache cluster since it is the only member of a replication group. Delete the"
                            + " replication group instead.",
                    call);
        }
        if (shard.primary().equals(cluster)) {
            throw invalidState(
                    "Cannot delete the cache cluster because it is the primary of replication group "
                            + group.replicationGroupId() + ". Promote a read replica first.",
                    call);
        }
        if (shard.replicas() == 1
                && (group.automaticFailover() != AutomaticFailoverStatus.DISABLED
                        || group.multiAZ() == MultiAZStatus.ENABLED
                        || group.pendingModifiedValues().automaticFailoverStatus() != null)) {
            // The wording is the service's own: rebuy-de/aws-nuke#289.
            throw invalidState(
                    "Cannot delete the cache cluster because it is the only read replica for replication group "
                            + group.replicationGroupId() + " which has autofailover enabled or pending. You can disable"
                            + " autofailover and then delete this cache cluster. Alternatively, to delete the entire"
                            + " replication group, use DeleteReplicationGroup.",
                    call);
        }
        if (!group.status().equals(Groups.AVAILABLE)) {
            throw invalidState(
                    "Cannot delete the cache cluster because replication group " + group.replicationGroupId()
                            + " has status " + group.status() + ".",
                    call);
        }
    }

    private static RuntimeException invalidState(String message, Call call) {
        return call.faults().of(ServiceError.INVALID_CACHE_CLUSTER_STATE, message);
    }
}
