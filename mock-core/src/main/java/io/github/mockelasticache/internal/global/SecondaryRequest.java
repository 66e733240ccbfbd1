package io.github.mockelasticache.internal.global;

import io.github.mockelasticache.internal.catalog.EngineVersions;
import io.github.mockelasticache.internal.engine.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.services.elasticache.model.AutomaticFailoverStatus;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.ClusterMode;
import software.amazon.awssdk.services.elasticache.model.CreateReplicationGroupRequest;
import software.amazon.awssdk.services.elasticache.model.DataTieringStatus;
import software.amazon.awssdk.services.elasticache.model.NodeGroup;
import software.amazon.awssdk.services.elasticache.model.NodeGroupConfiguration;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;

/**
 * What {@code CreateReplicationGroup} asks of a secondary, completed by what it has in common with the primary.
 *
 * <p>A secondary without replicas has no automatic failover, even if its primary has it: the number of replicas is its own.
 *
 * @param request the request
 * @param primary the primary
 * @param cluster a cluster of the primary
 * @param call the call
 */
record SecondaryRequest(
        CreateReplicationGroupRequest request, ReplicationGroup primary, CacheCluster cluster, Call call) {

    /** What comes from the primary (hashicorp/terraform-provider-aws#39745 and its schema of a replication group). */
    private static final Set<String> INHERITED = Set.of(
            "PrimaryClusterId",
            "AutomaticFailoverEnabled",
            "NumNodeGroups",
            "CacheParameterGroupName",
            "CacheNodeType",
            "Engine",
            "EngineVersion",
            "CacheSecurityGroupNames",
            "TransitEncryptionEnabled",
            "TransitEncryptionMode",
            "AtRestEncryptionEnabled",
            "SnapshotArns",
            "SnapshotName",
            "ServerlessCacheSnapshotName",
            "ClusterMode",
            "DataTieringEnabled");

    CreateReplicationGroupRequest completed() {
        requireNothingInherited();
        boolean clusterMode = primary.clusterMode() == ClusterMode.ENABLED;
        List<NodeGroupConfiguration> nodeGroups = clusterMode ? nodeGroups() : request.nodeGroupConfiguration();
        boolean failover = primary.automaticFailover() == AutomaticFailoverStatus.ENABLED
                || primary.automaticFailover() == AutomaticFailoverStatus.ENABLING;
        CreateReplicationGroupRequest.Builder completed = request.toBuilder()
                .cacheNodeType(primary.cacheNodeType())
                .engine(primary.engine())
                .engineVersion(EngineVersions.ofPatch(cluster.engine(), cluster.engineVersion())
                        .version())
                .clusterMode(clusterMode ? ClusterMode.ENABLED : ClusterMode.DISABLED)
                .nodeGroupConfiguration(nodeGroups.isEmpty() ? null : nodeGroups)
                .automaticFailoverEnabled(clusterMode || (failover && replicas() > 0))
                .transitEncryptionEnabled(Boolean.TRUE.equals(primary.transitEncryptionEnabled()))
                .transitEncryptionMode(primary.transitEncryptionMode())
                .atRestEncryptionEnabled(Boolean.TRUE.equals(primary.atRestEncryptionEnabled()))
                .dataTieringEnabled(primary.dataTiering() == DataTieringStatus.ENABLED)
                .autoMinorVersionUpgrade(false);
        return clusterMode && request.hasPreferredCacheClusterAZs()
                ? completed.preferredCacheClusterAZs((List<String>) null).build()
                : completed.build();
    }

    private void requireNothingInherited() {
        for (SdkField<?> field : request.sdkFields()) {
            Object value = field.getValueOrDefault(request);
            boolean given = value instanceof List<?> list ? !list.isEmpty() : value != null;
            if (given && INHERITED.contains(field.memberName())) {
                throw inherited();
            }
        }
        boolean withSlots = request.nodeGroupConfiguration().stream().anyMatch(each -> each.slots() != null);
        if (withSlots || (request.authToken() != null && !Boolean.TRUE.equals(primary.authTokenEnabled()))) {
            throw inherited();
        }
    }

    /** The wording is the service's own: hashicorp/terraform-provider-aws#39745, umotif-public/terraform-aws-elasticache-redis#31. */
    private RuntimeException inherited() {
        return call.faults()
                .invalidParameterCombination("Cannot use the given parameters when creating new replication group in an"
                        + " existing global replication group.");
    }

    /** The node groups of the primary, with the replicas and zones that are asked for. */
    private List<NodeGroupConfiguration> nodeGroups() {
        List<NodeGroupConfiguration> asked = request.nodeGroupConfiguration();
        List<NodeGroup> present = primary.nodeGroups().stream()
                .filter(each -> each.slots() != null)
                .toList();
        if (!asked.isEmpty() && asked.size() != present.size()) {
            throw inherited();
        }
        if (request.hasPreferredCacheClusterAZs() && present.size() > 1) {
            // The wording is the service's own: hashicorp/terraform-provider-aws#14425.
            throw call.faults()
                    .invalidParameterCombination("PreferredCacheClusterAZs can only be specified for one node group.");
        }
        List<NodeGroupConfiguration> nodeGroups = new ArrayList<>();
        for (int index = 0; index < present.size(); index++) {
            NodeGroup like = present.get(index);
            NodeGroupConfiguration own = asked.isEmpty() ? zones() : asked.get(index);
            if (own.nodeGroupId() != null && !own.nodeGroupId().equals(like.nodeGroupId())) {
                throw inherited();
            }
            nodeGroups.add(own.toBuilder()
                    .nodeGroupId(like.nodeGroupId())
                    .slots(like.slots())
                    .build());
        }
        return nodeGroups;
    }

    private NodeGroupConfiguration zones() {
        List<String> zones = request.preferredCacheClusterAZs();
        return zones.isEmpty()
                ? NodeGroupConfiguration.builder().build()
                : NodeGroupConfiguration.builder()
                        .primaryAvailabilityZone(zones.get(0))
                        .replicaAvailabilityZones(zones.size() == 1 ? null : zones.subList(1, zones.size()))
                        .build();
    }

    private int replicas() {
        @Nullable Integer number = request.replicasPerNodeGroup();
        if (request.numCacheClusters() != null) {
            number = request.numCacheClusters() - 1;
        }
        for (NodeGroupConfiguration each : request.nodeGroupConfiguration()) {
            number = each.replicaCount() != null ? each.replicaCount() : number;
            number = number == null
                    ? Integer.valueOf(each.replicaAvailabilityZones().size())
                    : number;
        }
        return number == null ? 0 : number;
    }
}
