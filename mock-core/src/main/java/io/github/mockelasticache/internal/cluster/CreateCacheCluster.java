package io.github.mockelasticache.internal.cluster;

import static io.github.mockelasticache.internal.engine.ResourceTypes.CACHE_CLUSTER;
import static io.github.mockelasticache.internal.engine.ResourceTypes.REPLICATION_GROUP;
import static io.github.mockelasticache.time.Delays.Step.CACHE_CLUSTER_CREATING;

import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.engine.Replicas;
import io.github.mockelasticache.internal.engine.ServiceError;
import io.github.mockelasticache.internal.engine.Snapshots;
import io.github.mockelasticache.internal.engine.Table;
import io.github.mockelasticache.internal.provision.LogDelivery;
import io.github.mockelasticache.internal.provision.Network;
import io.github.mockelasticache.internal.provision.NewCluster;
import io.github.mockelasticache.internal.provision.NodePlan;
import io.github.mockelasticache.internal.provision.NodePlans;
import io.github.mockelasticache.internal.provision.Nodes;
import io.github.mockelasticache.internal.provision.Uses;
import io.github.mockelasticache.internal.provision.Windows;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.CreateCacheClusterRequest;
import software.amazon.awssdk.services.elasticache.model.CreateCacheClusterResponse;
import software.amazon.awssdk.services.elasticache.model.LogDeliveryConfiguration;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;
import software.amazon.awssdk.services.elasticache.model.Tag;

/** {@code CreateCacheCluster}: a cluster of its own, or a read replica of a replication group. */
final class CreateCacheCluster {

    private static final String CREATING = "creating";
    private static final int LONGEST_ID = 50;

    /** All that may accompany the id of a replication group: the replica gets everything else from the group's primary. */
    private static final Set<String> OF_A_REPLICA =
            Set.of("CacheClusterId", "ReplicationGroupId", "PreferredAvailabilityZone", "Tags");

    private CreateCacheCluster() {}

    static CreateCacheClusterResponse.Builder handle(CreateCacheClusterRequest request, Call call) {
        String id = call.parameters().identifier("CacheClusterIdentifier", request.cacheClusterId(), LONGEST_ID);
        if (call.region().table(CACHE_CLUSTER).find(id) != null) {
            throw call.faults().of(ServiceError.CACHE_CLUSTER_ALREADY_EXISTS, "Cache cluster already exists");
        }
        String group = call.parameters().optional("ReplicationGroupId", request.replicationGroupId());
        return CreateCacheClusterResponse.builder()
                .cacheCluster(group == null ? standalone(id, request, call) : replica(id, group, request, call));
    }

    private static CacheCluster replica(String id, String group, CreateCacheClusterRequest request, Call call) {
        ReplicationGroup existing = call.existing(REPLICATION_GROUP, group);
        for (SdkField<?> field : request.sdkFields()) {
            if (!OF_A_REPLICA.contains(field.memberName()) && isGiven(field.getValueOrDefault(request))) {
                // The wording is the service's own: boto/boto#2180.
                throw call.faults()
                        .invalidParameterCombination(
                                "Cannot specify additional cache cluster parameters when creating a replica cluster.");
            }
        }
        return DescribeCacheClusters.withoutNodes(call.region()
                .ask(Replicas.class)
                .add(call, existing, Table.key(id), request.preferredAvailabilityZone(), request.tags()));
    }

    private static boolean isGiven(@Nullable Object value) {
        return value instanceof List<?> list ? !list.isEmpty() : value != null;
    }

    private static CacheCluster standalone(String id, CreateCacheClusterRequest request, Call call) {
        RegionState region = call.region();
        NodesAsked asked = NodesAsked.by(request, call);
        Network network = Network.requested(
                request.cacheSubnetGroupName(),
                request.securityGroupIds(),
                request.cacheSecurityGroupNames(),
                request.networkTypeAsString(),
                request.ipDiscoveryAsString(),
                call);
        network.requireSupported(asked.engine().version(), asked.nodeType(), call);
        asked.requireTlsPossible(request, network, call);
        List<String> zones = zones(id, request, asked.number(), network, call);
        Windows windows = Windows.requested(request.preferredMaintenanceWindow(), request.snapshotWindow(), id, call);
        LogDelivery logs = LogDelivery.requested(
                List.of(), request.logDeliveryConfigurations(), asked.engine().version(), call);
        Outposts.require(request, call);
        String arn = region.arn(CACHE_CLUSTER, id);
        List<Tag> tags = asked.tags(request, region);
        region.tags().check(arn, tags, call.faults());
        region.ask(NodePlans.class).requireQuota(asked.number(), call);

        CacheCluster cluster = NewCluster.of(
                        asked.nodeType(),
                        asked.engine(),
                        network,
                        windows,
                        request.notificationTopicArn(),
                        request.autoMinorVersionUpgrade())
                .cacheClusterId(Table.key(id))
                .numCacheNodes(asked.number())
                .preferredAvailabilityZone(zoneShown(request, zones))
                .preferredOutpostArn(Outposts.ofCluster(request))
                .snapshotRetentionLimit(asked.retention())
                .snapshotWindow(
                        asked.engine().isMemcached() ? null : windows.snapshot().toString())
                .authTokenEnabled(false)
                .transitEncryptionEnabled(Boolean.TRUE.equals(request.transitEncryptionEnabled()))
                .atRestEncryptionEnabled(false)
                .arn(arn)
                .replicationGroupLogDeliveryEnabled(false)
                .logDeliveryConfigurations(logs.configurations())
                .build();
        region.table(CACHE_CLUSTER).put(id, cluster);
        region.ask(NodePlans.class).put(id, NodePlan.creating(asked.port(), zones, asked.snapshotName()));
        region.tags().add(arn, tags, call.faults());
        Uses.begin(region, cluster);
        if (!asked.snapshotName().isEmpty()) {
            region.ask(Snapshots.class).restoring(asked.snapshotName());
        }
        becomeAvailable(region, id, logs.settled());
        return cluster;
    }

    /** Schedules that a cluster that is being created is available, or whatever is planned for it instead. */
    static void becomeAvailable(RegionState region, String id, List<LogDeliveryConfiguration> logs) {
        String arn = region.arn(CACHE_CLUSTER, id);
        String failure = region.plannedFailure(arn);
        if (failure != null) {
            region.after(CACHE_CLUSTER_CREATING, arn, "", CREATING, failure, () -> Nodes.failed(region, id, failure));
            return;
        }
        region.after(CACHE_CLUSTER_CREATING, arn, "", CREATING, "available", () -> {
            region.table(CACHE_CLUSTER)
                    .change(
                            id,
                            each -> each.toBuilder()
                                    .logDeliveryConfigurations(logs)
                                    .build());
            Nodes.available(region, id);
        });
    }

    private static List<String> zones(
            String id, CreateCacheClusterRequest request, int number, Network network, Call call) {
        return ZonesAsked.by(request, call).forNodes(id, number, network, call);
    }

    /** Absent while the cluster is being created, unless one was asked for or there are several (CloudTrail sample). */
    private static @Nullable String zoneShown(CreateCacheClusterRequest request, List<String> zones) {
        boolean asked = request.preferredAvailabilityZone() != null
                || !request.preferredAvailabilityZones().isEmpty();
        return zones.stream().distinct().count() > 1 ? Nodes.MULTIPLE : asked ? zones.get(0) : null;
    }
}
