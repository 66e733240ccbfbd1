package io.github.mockelasticache.internal.snapshot;

import static io.github.mockelasticache.internal.engine.ResourceTypes.CACHE_CLUSTER;

import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.engine.ServiceError;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.NodeGroup;
import software.amazon.awssdk.services.elasticache.model.NodeGroupConfiguration;
import software.amazon.awssdk.services.elasticache.model.NodeGroupMember;
import software.amazon.awssdk.services.elasticache.model.NodeSnapshot;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;
import software.amazon.awssdk.services.elasticache.model.Snapshot;

/**
 * A replication group with cluster mode enabled as the source of a snapshot.
 *
 * @param group the group
 * @param clusters the cluster of each node group that is snapshotted: its last member, which in recorded answers is a replica
 *     where there is one
 */
record GroupSource(ReplicationGroup group, List<CacheCluster> clusters) implements Source {

    static GroupSource of(RegionState region, ReplicationGroup group) {
        return new GroupSource(
                group,
                group.nodeGroups().stream()
                        .map(each -> each.nodeGroupMembers()
                                .get(each.nodeGroupMembers().size() - 1)
                                .cacheClusterId())
                        .map(id -> Objects.requireNonNull(
                                region.table(CACHE_CLUSTER).find(id), id))
                        .toList());
    }

    @Override
    public String id() {
        return group.replicationGroupId();
    }

    @Override
    public String arn() {
        return group.arn();
    }

    @Override
    public Origin origin() {
        return new Origin(
                group.arn() + " " + group.replicationGroupCreateTime(),
                clusters.stream().map(CacheCluster::cacheClusterId).toList(),
                id());
    }

    @Override
    public void requireAvailable(Call call) {
        if (!isAvailable()) {
            throw notAvailable(call);
        }
    }

    @Override
    public void describe(Snapshot.Builder snapshot) {
        snapshot.replicationGroupId(id())
                .replicationGroupDescription(group.description())
                .numNodeGroups(group.nodeGroups().size())
                .automaticFailover(group.automaticFailoverAsString())
                .snapshotRetentionLimit(group.snapshotRetentionLimit())
                .snapshotWindow(group.snapshotWindow())
                .nodeSnapshots(group.nodeGroups().stream()
                        .map(each -> NodeSnapshot.builder()
                                .nodeGroupId(each.nodeGroupId())
                                .nodeGroupConfiguration(configuration(each))
                                .cacheSize("")
                                .build())
                        .toList());
    }

    @Override
    public List<NodeSnapshot> nodes(Instant taken) {
        List<NodeSnapshot> nodes = new ArrayList<>();
        for (int shard = 0; shard < clusters.size(); shard++) {
            NodeGroup nodeGroup = group.nodeGroups().get(shard);
            CacheCluster cluster = clusters.get(shard);
            nodes.add(NodeSnapshot.builder()
                    .cacheClusterId(cluster.cacheClusterId())
                    .nodeGroupId(nodeGroup.nodeGroupId())
                    .cacheNodeId(Source.node(cluster).cacheNodeId())
                    .nodeGroupConfiguration(configuration(nodeGroup))
                    .cacheSize(Taking.EMPTY_CACHE)
                    .cacheNodeCreateTime(Source.node(cluster).cacheNodeCreateTime())
                    .snapshotCreateTime(taken)
                    .build());
        }
        return nodes;
    }

    static AwsServiceException notAvailable(Call call) {
        return call.faults()
                .of(
                        ServiceError.INVALID_REPLICATION_GROUP_STATE,
                        "Replication group must be in available state to create a snapshot.");
    }

    private static NodeGroupConfiguration configuration(NodeGroup nodeGroup) {
        List<NodeGroupMember> members = nodeGroup.nodeGroupMembers();
        return NodeGroupConfiguration.builder()
                .nodeGroupId(nodeGroup.nodeGroupId())
                .slots(nodeGroup.slots())
                .replicaCount(members.size() - 1)
                .primaryAvailabilityZone(members.get(0).preferredAvailabilityZone())
                .replicaAvailabilityZones(members.stream()
                        .skip(1)
                        .map(NodeGroupMember::preferredAvailabilityZone)
                        .toList())
                .build();
    }
}
