package io.github.mockelasticache.internal.replication;

import static io.github.mockelasticache.internal.engine.ResourceTypes.CACHE_CLUSTER;
import static io.github.mockelasticache.internal.engine.ResourceTypes.REPLICATION_GROUP;

import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.engine.ServiceError;
import io.github.mockelasticache.internal.engine.Snapshots;
import io.github.mockelasticache.internal.provision.Deletion;
import io.github.mockelasticache.internal.provision.EndpointCodes;
import io.github.mockelasticache.time.Delays.Step;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.DeleteReplicationGroupRequest;
import software.amazon.awssdk.services.elasticache.model.DeleteReplicationGroupResponse;
import software.amazon.awssdk.services.elasticache.model.Endpoint;
import software.amazon.awssdk.services.elasticache.model.NodeGroup;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;

/**
 * {@code DeleteReplicationGroup}: with all its members, or with its replicas only. With a final snapshot the group is {@code
 * snapshotting} first.
 */
final class DeleteReplicationGroup {

    private static final List<String> DELETABLE = List.of(Groups.AVAILABLE, "create-failed");

    private DeleteReplicationGroup() {}

    static DeleteReplicationGroupResponse.Builder handle(DeleteReplicationGroupRequest request, Call call) {
        ReplicationGroup group = Groups.named(request.replicationGroupId(), call);
        String snapshot = call.parameters().optional("FinalSnapshotIdentifier", request.finalSnapshotIdentifier());
        boolean retain = Boolean.TRUE.equals(request.retainPrimaryCluster());
        GlobalMembership.requireNone(group, call);
        if (!DELETABLE.contains(group.status())) {
            // The wording is the service's own: boto/boto3#1277.
            throw call.faults()
                    .of(
                            ServiceError.INVALID_REPLICATION_GROUP_STATE,
                            "Replication group " + group.replicationGroupId() + " has status " + group.status()
                                    + " which is not valid for deletion.");
        }
        if (retain && snapshot != null) {
            throw call.faults()
                    .invalidParameterCombination(
                            "RetainPrimaryCluster and FinalSnapshotIdentifier cannot be given together.");
        }
        if (retain && Boolean.TRUE.equals(group.clusterEnabled())) {
            throw call.faults()
                    .invalidParameterCombination("RetainPrimaryCluster is not supported for replication groups with"
                            + " cluster mode enabled.");
        }
        RegionState region = call.region();
        CacheCluster primary = Groups.primary(region, group);
        if (snapshot != null) {
            region.ask(Snapshots.class).requireFinalPossible(call, primary, snapshot);
        }
        ReplicationGroup answered = snapshot == null
                ? delete(region, group.replicationGroupId(), retain)
                : snapshot(region, group, primary, snapshot);
        return DeleteReplicationGroupResponse.builder()
                .replicationGroup(
                        answered.status().equals(Groups.DELETING)
                                ? answered.toBuilder().authTokenEnabled(null).build()
                                : answered);
    }

    private static ReplicationGroup snapshot(
            RegionState region, ReplicationGroup group, CacheCluster primary, String snapshot) {
        String id = group.replicationGroupId();
        region.cancel(group.arn());
        boolean clusterMode = Groups.clusterMode(group);
        ReplicationGroup snapshotting = Groups.status(region, id, Groups.SNAPSHOTTING);
        CacheCluster source = clusterMode
                ? primary
                : Members.change(
                        region,
                        primary.cacheClusterId(),
                        cluster -> cluster.toBuilder()
                                .cacheClusterStatus(Groups.SNAPSHOTTING)
                                .build());
        region.ask(Snapshots.class).takeFinal(source, snapshotting, snapshot, () -> delete(region, id, false));
        return snapshotting;
    }

    /** What stays and what disappears while a group is being deleted is that of recorded answers. */
    private static ReplicationGroup delete(RegionState region, String id, boolean retain) {
        ReplicationGroup before = Groups.of(region, id);
        GroupPlan plan = region.ask(GroupPlans.class).of(id);
        String retained = retain ? plan.first().primary() : null;
        region.cancel(before.arn());
        Modification.drop(region, id);
        if (Groups.clusterMode(before)) {
            region.ask(Snapshots.class).deleteAutomaticOfGroup(id);
        }
        List<String> leaving =
                plan.clusters().stream().filter(each -> !each.equals(retained)).toList();
        leaving.forEach(member -> Deletion.begin(region, member));
        disappear(region, id, leaving, retained);
        return Groups.change(
                region,
                id,
                group -> group.toBuilder()
                        .status(Groups.DELETING)
                        .pendingModifiedValues(none -> {})
                        .memberClusters((List<String>) null)
                        .memberClustersOutpostArns((List<String>) null)
                        .nodeGroups((List<NodeGroup>) null)
                        .configurationEndpoint((Endpoint) null)
                        .clusterEnabled(null)
                        .cacheNodeType(null)
                        .build());
    }

    /** Schedules that a group that is being deleted is gone, with its members but for the one that is retained. */
    static void disappear(RegionState region, String id, List<String> leaving, @Nullable String retained) {
        String arn = region.arn(REPLICATION_GROUP, id);
        for (String member : leaving) {
            region.after(
                    Step.REPLICATION_GROUP_DELETING,
                    region.arn(CACHE_CLUSTER, member),
                    "",
                    Members.DELETING,
                    Members.DELETED,
                    () -> Deletion.complete(region, member));
        }
        region.after(Step.REPLICATION_GROUP_DELETING, arn, "", Groups.DELETING, Members.DELETED, () -> {
            UserGroupChanges.detach(region, Groups.of(region, id));
            region.table(REPLICATION_GROUP).remove(id);
            region.ask(GroupPlans.class).remove(id);
            region.ask(EndpointCodes.class).forget(id);
            region.forget(arn);
            if (retained != null) {
                standAlone(region, retained);
            }
        });
    }

    private static void standAlone(RegionState region, String cluster) {
        Members.change(
                region,
                cluster,
                each -> each.toBuilder()
                        .replicationGroupId(null)
                        .replicationGroupLogDeliveryEnabled(false)
                        .build());
    }
}
