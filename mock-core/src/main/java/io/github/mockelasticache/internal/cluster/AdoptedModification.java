package io.github.mockelasticache.internal.cluster;

import static io.github.mockelasticache.internal.engine.ResourceTypes.CACHE_PARAMETER_GROUP;

import io.github.mockelasticache.internal.catalog.EngineVersion;
import io.github.mockelasticache.internal.catalog.EngineVersions;
import io.github.mockelasticache.internal.catalog.NodeType;
import io.github.mockelasticache.internal.catalog.NodeTypes;
import io.github.mockelasticache.internal.engine.Adopter;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.provision.LogDelivery;
import io.github.mockelasticache.internal.provision.Modification;
import io.github.mockelasticache.internal.provision.Modifications;
import io.github.mockelasticache.internal.provision.NodePlans;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.CacheNode;
import software.amazon.awssdk.services.elasticache.model.PendingModifiedValues;

/**
 * What was pending for a cluster when it was described elsewhere: it waits for the maintenance window of a cluster that is {@code
 * available}, and is under way for one that is {@code modifying}.
 */
final class AdoptedModification {

    private static final String PENDING = "/PendingModifiedValues";

    private final CacheCluster cluster;
    private final PendingModifiedValues pending;
    private final RegionState region;
    private final Adopter.Unfit unfit;

    AdoptedModification(CacheCluster cluster, RegionState region, Adopter.Unfit unfit) {
        this.cluster = cluster;
        this.pending = cluster.pendingModifiedValues();
        this.region = region;
        this.unfit = unfit;
    }

    void goOn(AdoptedNodes nodes) {
        requireOfCluster();
        String id = cluster.cacheClusterId();
        EngineVersion version = engineVersion();
        Modification modification = Modification.NONE
                .withEngine(version, parameterGroup(version))
                .withNodeType(nodeType(), pending.scaleConfig());
        int added = 0;
        if (pending.numCacheNodes() != null) {
            added = pending.numCacheNodes() - cluster.numCacheNodes();
            modification = modification.withNodes(pending.numCacheNodes(), removed(-added));
        }
        region.ask(Modifications.class).put(id, modification);
        if (added > 0) {
            NodePlans plans = region.ask(NodePlans.class);
            plans.put(id, plans.of(id).adding(nodes.zonesOfAdded(added)));
        }
        ModifyingCluster modifying = new ModifyingCluster(region, id);
        if (cluster.cacheClusterStatus().equals(ClusterStates.AVAILABLE)) {
            modifying.planPending();
        } else {
            modifying.applyPending();
            if (pending.hasLogDeliveryConfigurations()) {
                modifying.applyLogDelivery(
                        LogDelivery.told(cluster.logDeliveryConfigurations(), pending.logDeliveryConfigurations()));
            }
            modifying.applyUntold();
        }
        modifying.begin();
    }

    private void requireOfCluster() {
        if (pending.authTokenStatus() != null
                || pending.transitEncryptionEnabled() != null
                || pending.transitEncryptionMode() != null) {
            throw unfit.because(
                    PENDING,
                    "AUTH token and encryption in transit are modified with a replication group, and this cluster has"
                            + " none.");
        }
        if (pending.hasLogDeliveryConfigurations()
                && cluster.cacheClusterStatus().equals(ClusterStates.AVAILABLE)) {
            throw unfit.because(
                    PENDING + "/LogDeliveryConfigurations",
                    "Log delivery does not wait for a maintenance window, so the cluster must be modifying.");
        }
    }

    private @Nullable EngineVersion engineVersion() {
        if (pending.engineVersion() == null) {
            return null;
        }
        EngineVersion version = EngineVersions.findPatch(cluster.engine(), pending.engineVersion());
        if (version == null) {
            throw unfit.because(
                    PENDING + "/EngineVersion",
                    AdoptedCluster.unknownVersion(cluster.engine(), pending.engineVersion()));
        }
        return version;
    }

    /** A default parameter group is followed by that of the new family; any other one is not told. */
    private @Nullable String parameterGroup(@Nullable EngineVersion version) {
        String present = cluster.cacheParameterGroup().cacheParameterGroupName();
        if (version == null
                || version.parameterFamily()
                        .equals(EngineVersions.ofPatch(cluster.engine(), cluster.engineVersion())
                                .parameterFamily())) {
            return null;
        }
        if (!CACHE_PARAMETER_GROUP.reserved().test(present)) {
            throw unfit.because(
                    PENDING + "/EngineVersion",
                    "Which parameter group of the family " + version.parameterFamily() + " is to follow " + present
                            + " is not told; write {} and modify the cluster again.");
        }
        return "default." + version.parameterFamily();
    }

    private @Nullable String nodeType() {
        if (pending.cacheNodeType() == null) {
            return null;
        }
        NodeType type = NodeTypes.find(pending.cacheNodeType());
        if (type == null) {
            throw unfit.because(PENDING + "/CacheNodeType", "There is no node type " + pending.cacheNodeType() + ".");
        }
        return type.name();
    }

    private List<String> removed(int number) {
        List<String> removed = pending.cacheNodeIdsToRemove();
        Set<String> present = new HashSet<>(
                cluster.cacheNodes().stream().map(CacheNode::cacheNodeId).toList());
        if (removed.size() != Math.max(number, 0)
                || (!present.isEmpty() && !present.containsAll(removed))
                || number == 0) {
            throw unfit.because(
                    PENDING + "/CacheNodeIdsToRemove",
                    "Of " + cluster.numCacheNodes() + " nodes, " + pending.numCacheNodes()
                            + " are to remain: these must be the ids of the others.");
        }
        return removed;
    }
}
