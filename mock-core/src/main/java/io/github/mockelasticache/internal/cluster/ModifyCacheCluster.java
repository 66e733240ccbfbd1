package io.github.mockelasticache.internal.cluster;

import static io.github.mockelasticache.internal.engine.ResourceTypes.CACHE_CLUSTER;

import io.github.mockelasticache.internal.catalog.EngineVersions;
import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.provision.EngineChoice;
import io.github.mockelasticache.internal.provision.LogDelivery;
import io.github.mockelasticache.internal.provision.Modification;
import io.github.mockelasticache.internal.provision.Modifications;
import io.github.mockelasticache.internal.provision.NodePlans;
import io.github.mockelasticache.internal.provision.Nodes;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.ModifyCacheClusterRequest;
import software.amazon.awssdk.services.elasticache.model.ModifyCacheClusterResponse;

/**
 * {@code ModifyCacheCluster}: some settings change at once, groups and log delivery as soon as possible, and the nodes, their type
 * and what runs on them as soon as possible or in the next maintenance window, as {@code ApplyImmediately} says.
 */
final class ModifyCacheCluster {

    /** What a member of a replication group has in common with the others, and gets with them. */
    private static final Set<String> OF_THE_REPLICATION_GROUP = Set.of(
            "CacheNodeType",
            "Engine",
            "EngineVersion",
            "SnapshotRetentionLimit",
            "SnapshotWindow",
            "LogDeliveryConfigurations",
            "IpDiscovery");

    private ModifyCacheCluster() {}

    static ModifyCacheClusterResponse.Builder handle(ModifyCacheClusterRequest request, Call call) {
        String id = call.parameters().required("CacheClusterId", request.cacheClusterId());
        CacheCluster cluster = call.existing(CACHE_CLUSTER, id);
        ClusterStates.requireAvailable(cluster, "modify", call);
        requireOwn(request, cluster, call);
        requireNoAuthToken(request, call);
        RegionState region = call.region();
        Modifications modifications = region.ask(Modifications.class);
        Modification pending = modifications.of(id);
        boolean immediately = Boolean.TRUE.equals(request.applyImmediately());

        SettingsChange settings = SettingsChange.by(request, cluster, call);
        GroupsChange groups = GroupsChange.by(request, cluster, call);
        LogDelivery logs = logDelivery(request, cluster, immediately, call);
        Modification ofEngine = EngineChange.by(request, cluster, pending, call);
        Modification ofNodeType = NodeTypeChange.by(request, cluster, ofEngine, call);
        NodesChange nodes = NodesChange.by(request, cluster, ofNodeType, call);

        modifications.put(id, nodes.modification());
        region.ask(NodePlans.class).put(id, nodes.plan());
        settings.apply(region, id);
        ModifyingCluster modifying = new ModifyingCluster(region, id);
        if (immediately) {
            modifying.applyPending();
        } else {
            modifying.planPending();
        }
        groups.apply(modifying);
        if (logs != null) {
            modifying.applyLogDelivery(logs);
        }
        return ModifyCacheClusterResponse.builder().cacheCluster(DescribeCacheClusters.withoutNodes(modifying.begin()));
    }

    private static @Nullable LogDelivery logDelivery(
            ModifyCacheClusterRequest request, CacheCluster cluster, boolean immediately, Call call) {
        if (request.logDeliveryConfigurations().isEmpty()) {
            return null;
        }
        if (Nodes.isMemcached(cluster)) {
            throw call.faults()
                    .invalidParameterCombination(
                            "Log delivery is not supported for engine " + EngineChoice.MEMCACHED + ".");
        }
        if (!immediately) {
            // The wording is the service's own: hashicorp/terraform-provider-aws#49842.
            throw call.faults()
                    .invalidParameterValue(
                            "To modify the log delivery configuration, set the apply-immediately parameter to true.");
        }
        return LogDelivery.requested(
                cluster.logDeliveryConfigurations(),
                request.logDeliveryConfigurations(),
                EngineVersions.ofPatch(cluster.engine(), cluster.engineVersion()),
                call);
    }

    private static void requireOwn(ModifyCacheClusterRequest request, CacheCluster cluster, Call call) {
        if (cluster.replicationGroupId() == null) {
            return;
        }
        for (SdkField<?> field : request.sdkFields()) {
            Object value = field.getValueOrDefault(request);
            boolean given = value instanceof List<?> list ? !list.isEmpty() : value != null;
            if (given && OF_THE_REPLICATION_GROUP.contains(field.memberName())) {
                throw call.faults()
                        .invalidParameterCombination(field.memberName() + " of the cache cluster "
                                + cluster.cacheClusterId() + " can only be modified with its replication group "
                                + cluster.replicationGroupId() + ".");
            }
        }
    }

    /** No cluster that this operation could give a token to has both TLS and AUTH: members of replication groups get theirs there. */
    private static void requireNoAuthToken(ModifyCacheClusterRequest request, Call call) {
        if (request.authToken() != null) {
            // The wording is the service's own: aws/aws-cli#5007.
            throw call.faults()
                    .invalidParameterValue("The AUTH token is only supported when encryption-in-transit is enabled");
        }
        if (request.authTokenUpdateStrategyAsString() != null) {
            throw call.faults()
                    .invalidParameterCombination("AuthTokenUpdateStrategy must be given together with AuthToken.");
        }
    }
}
