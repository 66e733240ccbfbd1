package io.github.mockelasticache.internal.cluster;

import static io.github.mockelasticache.internal.engine.ResourceTypes.CACHE_CLUSTER;

import io.github.mockelasticache.internal.catalog.EngineVersion;
import io.github.mockelasticache.internal.cluster.ModifyingCluster.Change;
import io.github.mockelasticache.internal.engine.ParameterGroups;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.provision.Modification;
import io.github.mockelasticache.internal.provision.NodePlan;
import io.github.mockelasticache.internal.provision.NodePlans;
import io.github.mockelasticache.internal.provision.Nodes;
import io.github.mockelasticache.internal.provision.Uses;
import io.github.mockelasticache.time.Delays.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.CacheNode;
import software.amazon.awssdk.services.elasticache.model.Endpoint;

/** The changes that a modification is made of, each with the events that the service emits for it. */
final class ModificationSteps {

    private final RegionState region;
    private final String id;
    private final Modification modification;
    private final CacheCluster cluster;

    ModificationSteps(RegionState region, String id, Modification modification) {
        this.region = region;
        this.id = id;
        this.modification = modification;
        this.cluster = present();
    }

    /** Begins the changes; each is still to be done. */
    List<Change> begin() {
        List<Change> changes = new ArrayList<>();
        Integer number = modification.numCacheNodes();
        if (number != null) {
            changes.add(number > cluster.numCacheNodes() ? adding(number) : removing(number));
        }
        if (modification.nodeType() != null) {
            changes.add(nodeType(modification.nodeType()));
        }
        if (modification.engineVersion() != null) {
            changes.add(engine(modification.engineVersion()));
        } else if (modification.parameterGroup() != null) {
            changes.add(parameterGroup(modification.parameterGroup()));
        }
        return changes;
    }

    private Change adding(int number) {
        int before = cluster.numCacheNodes();
        NodePlan plan = region.ask(NodePlans.class).of(id);
        change(each -> withNodes(each, Nodes.creating(each, plan)));
        region.emit(CACHE_CLUSTER, id, "Increasing number of requested nodes");
        return new Change(
                "nodes", Integer.toString(before), Integer.toString(number), region.duration(Step.NODES_ADDING), () -> {
                    List<CacheNode> added = Nodes.created(region, cluster, plan);
                    change(each -> withNodes(without(each, plan.idsOfCreating()), added));
                    settleNodes(plan.created());
                    Nodes.emitAdded(region, id, added);
                    region.emit(
                            CACHE_CLUSTER, id, "Finished modifying number of nodes from " + before + " to " + number);
                });
    }

    private Change removing(int number) {
        List<String> removed = modification.nodesToRemove();
        change(each -> ClusterNodes.with(
                each,
                removed,
                node -> node.toBuilder()
                        .cacheNodeStatus("deleting")
                        .endpoint((Endpoint) null)
                        .build()));
        return new Change(
                "nodes",
                cluster.numCacheNodes().toString(),
                Integer.toString(number),
                region.duration(Step.NODES_REMOVING),
                () -> {
                    change(each -> ParameterGroupStatus.rebooted(without(each, removed), removed));
                    settleNodes(region.ask(NodePlans.class).of(id).removing(removed.size()));
                    region.emit(CACHE_CLUSTER, id, "Removed cache nodes " + String.join(", ", removed));
                });
    }

    private Change nodeType(String type) {
        Duration pauses = region.duration(NodeTypeChange.pauses(modification.scaleConfig(), cluster.numCacheNodes()));
        return new Change(
                "node type",
                cluster.cacheNodeType(),
                type,
                region.duration(Step.NODE_TYPE_CHANGING).plus(pauses),
                () -> {
                    change(each -> each.toBuilder().cacheNodeType(type).build());
                    region.emit(
                            CACHE_CLUSTER, id, "Succeeded applying modification to cache node type to " + type + ".");
                });
    }

    private Change engine(EngineVersion version) {
        return new Change(
                "engine version",
                cluster.engineVersion(),
                version.patchedVersion(),
                region.duration(Step.ENGINE_UPGRADING),
                () -> {
                    change(each -> each.toBuilder()
                            .engine(version.engine())
                            .engineVersion(version.patchedVersion())
                            .build());
                    if (modification.parameterGroup() != null) {
                        useParameterGroup(modification.parameterGroup());
                        Nodes.emitParameterGroup(region, present());
                    }
                    change(each -> ParameterGroupStatus.rebooted(each, ClusterNodes.ids(each)));
                });
    }

    private Change parameterGroup(String name) {
        boolean requiresReboot = region.ask(ParameterGroups.class)
                .rebootNeeded(cluster.cacheParameterGroup().cacheParameterGroupName(), name);
        useParameterGroup(name);
        change(ParameterGroupStatus::applying);
        return new Change("parameter group", "applying", name, region.duration(Step.SETTINGS_CHANGING), () -> {
            change(each -> ParameterGroupStatus.applied(each, requiresReboot));
            Nodes.emitParameterGroup(region, present());
        });
    }

    private void useParameterGroup(String name) {
        change(each -> each.toBuilder()
                .cacheParameterGroup(each.cacheParameterGroup().toBuilder()
                        .cacheParameterGroupName(name)
                        .build())
                .build());
    }

    private void settleNodes(NodePlan plan) {
        region.ask(NodePlans.class).put(id, plan);
        change(each -> each.toBuilder()
                .numCacheNodes(each.cacheNodes().size())
                .preferredAvailabilityZone(Nodes.zoneOf(each.cacheNodes()))
                .build());
    }

    private CacheCluster present() {
        return Objects.requireNonNull(region.table(CACHE_CLUSTER).find(id), id);
    }

    private CacheCluster change(UnaryOperator<CacheCluster> change) {
        return region.table(CACHE_CLUSTER).change(id, before -> {
            CacheCluster after = change.apply(before);
            Uses.change(region, before, after);
            return after;
        });
    }

    private static CacheCluster withNodes(CacheCluster cluster, List<CacheNode> more) {
        List<CacheNode> nodes = new ArrayList<>(cluster.cacheNodes());
        nodes.addAll(more);
        return cluster.toBuilder().cacheNodes(nodes).build();
    }

    private static CacheCluster without(CacheCluster cluster, List<String> ids) {
        return cluster.toBuilder()
                .cacheNodes(cluster.cacheNodes().stream()
                        .filter(node -> !ids.contains(node.cacheNodeId()))
                        .toList())
                .build();
    }
}
