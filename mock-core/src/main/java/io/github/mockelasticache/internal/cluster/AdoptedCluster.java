package io.github.mockelasticache.internal.cluster;

import static io.github.mockelasticache.internal.engine.ResourceTypes.CACHE_CLUSTER;
import static io.github.mockelasticache.internal.engine.ResourceTypes.CACHE_PARAMETER_GROUP;
import static io.github.mockelasticache.internal.engine.ResourceTypes.CACHE_SECURITY_GROUP;
import static io.github.mockelasticache.internal.engine.ResourceTypes.CACHE_SUBNET_GROUP;
import static io.github.mockelasticache.internal.engine.ResourceTypes.REPLICATION_GROUP;

import io.github.mockelasticache.internal.catalog.EngineVersion;
import io.github.mockelasticache.internal.catalog.EngineVersions;
import io.github.mockelasticache.internal.catalog.NodeType;
import io.github.mockelasticache.internal.catalog.NodeTypes;
import io.github.mockelasticache.internal.engine.Adopter;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.engine.ResourceType;
import io.github.mockelasticache.internal.engine.Snapshots;
import io.github.mockelasticache.internal.engine.Table;
import io.github.mockelasticache.internal.provision.LogDelivery;
import io.github.mockelasticache.internal.provision.MaintenanceWindow;
import io.github.mockelasticache.internal.provision.NodePlan;
import io.github.mockelasticache.internal.provision.NodePlans;
import io.github.mockelasticache.internal.provision.Nodes;
import io.github.mockelasticache.internal.provision.SnapshotWindow;
import io.github.mockelasticache.internal.provision.Uses;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.CacheParameterGroupStatus;
import software.amazon.awssdk.services.elasticache.model.PendingModifiedValues;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;

/** A cache cluster that was described elsewhere, with or without its nodes, and lives on here. */
final class AdoptedCluster {

    /** Those that a cluster can be loaded in; of one that is snapshotting, the snapshot would have to be half done too. */
    private static final Set<String> STATUSES = Set.of(
            "available",
            "creating",
            "deleting",
            "modifying",
            RebootCacheCluster.REBOOTING_NODES,
            "incompatible-network",
            "incompatible-parameters",
            "restore-failed");

    private static final Set<String> STATUSES_OF_MEMBERS = Set.of("available", "creating", "deleting", "modifying");
    private static final Set<String> WITHOUT_NODES = AdoptedNodes.WITHOUT_NODES;

    private final CacheCluster described;
    private final RegionState region;
    private final Adopter.Unfit unfit;

    private AdoptedCluster(CacheCluster described, RegionState region, Adopter.Unfit unfit) {
        this.described = described;
        this.region = region;
        this.unfit = unfit;
    }

    /** Takes clusters over that Describe answers tell of; a member of a replication group needs the group. */
    static final class AsDescribed implements Adopter<CacheCluster> {

        @Override
        public void adopt(CacheCluster described, RegionState region, Unfit unfit) {
            new AdoptedCluster(described, region, unfit).adopt();
        }

        @Override
        public void requireWhole(CacheCluster described, RegionState region, Unfit unfit) {
            String id = described.replicationGroupId();
            ReplicationGroup group =
                    id == null ? null : region.table(REPLICATION_GROUP).find(id);
            if (id != null
                    && (group == null
                            || (!"deleting".equals(group.status())
                                    && !group.memberClusters().contains(Table.key(described.cacheClusterId()))))) {
                throw unfit.because(
                        "/ReplicationGroupId",
                        "The cluster is a member of " + id + ", which is not among the ReplicationGroups, or does not"
                                + " list it; load the replication groups of the account too.");
            }
        }
    }

    private void adopt() {
        requireKind();
        requireReferences();
        String id = Table.key(described.cacheClusterId());
        String status = described.cacheClusterStatus();
        CacheCluster cluster = completed(id);
        AdoptedNodes nodes = new AdoptedNodes(cluster, region, unfit);
        NodePlan plan = nodes.plan();
        cluster = cluster.toBuilder().cacheNodes(nodes.present(plan)).build();
        region.table(CACHE_CLUSTER).put(id, cluster);
        region.ask(NodePlans.class).put(id, plan);
        Uses.begin(region, cluster);
        if (ParameterGroupStatus.isApplying(cluster)) {
            ParametersOfClusters.goOn(region, cluster);
        }
        if (!Nodes.isMemcached(cluster) && !WITHOUT_NODES.contains(status)) {
            region.ask(Snapshots.class).planAutomatic(id);
        }
        if (cluster.replicationGroupId() == null) {
            goOn(cluster, nodes);
        }
    }

    /** What is under way begins anew; that of a member of a replication group is the group's. */
    private void goOn(CacheCluster cluster, AdoptedNodes nodes) {
        String id = cluster.cacheClusterId();
        switch (cluster.cacheClusterStatus()) {
            case "creating" ->
                CreateCacheCluster.becomeAvailable(
                        region,
                        id,
                        LogDelivery.told(cluster.logDeliveryConfigurations(), List.of())
                                .settled());
            case "deleting" -> DeleteCacheCluster.disappear(region, cluster);
            case RebootCacheCluster.REBOOTING_NODES ->
                RebootCacheCluster.restart(region, id, nodes.inStatus(RebootCacheCluster.REBOOTING));
            case ClusterStates.AVAILABLE, ModifyingCluster.MODIFYING ->
                new AdoptedModification(cluster, region, unfit).goOn(nodes);
            default -> {
                // It has failed, and stays so until it is deleted.
            }
        }
    }

    /** Older versions of the AWS CLI print less of a cluster than there is. */
    private CacheCluster completed(String id) {
        CacheParameterGroupStatus parameters = described.cacheParameterGroup();
        return described.toBuilder()
                .cacheClusterId(id)
                .arn(region.arn(CACHE_CLUSTER, id))
                .pendingModifiedValues(Objects.requireNonNullElse(
                        described.pendingModifiedValues(),
                        PendingModifiedValues.builder().build()))
                .cacheParameterGroup(parameters.toBuilder()
                        .parameterApplyStatus(Objects.requireNonNullElse(parameters.parameterApplyStatus(), "in-sync"))
                        .cacheNodeIdsToReboot(parameters.cacheNodeIdsToReboot())
                        .build())
                .build();
    }

    private void requireKind() {
        Set<String> statuses = described.replicationGroupId() == null ? STATUSES : STATUSES_OF_MEMBERS;
        String status = required("CacheClusterStatus", described.cacheClusterStatus());
        if (!statuses.contains(status)) {
            throw unfit.because(
                    "/CacheClusterStatus",
                    "How a cluster that is " + status + " would go on is not told; load one that is "
                            + statuses.stream().sorted().collect(Collectors.joining(", ")) + ".");
        }
        if (!Set.of("memcached", "redis", "valkey").contains(required("Engine", described.engine()))) {
            throw unfit.because("/Engine", "There is no engine " + described.engine() + ".");
        }
        EngineVersion version =
                EngineVersions.findPatch(described.engine(), required("EngineVersion", described.engineVersion()));
        if (version == null) {
            throw unfit.because("/EngineVersion", unknownVersion(described.engine(), described.engineVersion()));
        }
        NodeType type = NodeTypes.find(required("CacheNodeType", described.cacheNodeType()));
        if (type == null || !type.supports(version)) {
            throw unfit.because(
                    "/CacheNodeType",
                    type == null
                            ? "There is no node type " + described.cacheNodeType() + "."
                            : "The node type " + type.name() + " is not supported for engine " + version.engine() + " "
                                    + version.version() + ".");
        }
        required("NumCacheNodes", described.numCacheNodes());
        required("CacheParameterGroup", described.cacheParameterGroup());
        requireWindow(
                "PreferredMaintenanceWindow",
                described.preferredMaintenanceWindow(),
                "sun:05:00-sun:06:00",
                MaintenanceWindow::of);
        if (!Nodes.isMemcached(described)) {
            requireWindow("SnapshotWindow", described.snapshotWindow(), "05:00-06:00", SnapshotWindow::of);
        }
    }

    private void requireWindow(String member, @Nullable String window, String example, Consumer<String> reader) {
        String text = required(member, window);
        try {
            reader.accept(text);
        } catch (IllegalArgumentException notOne) {
            throw unfit.because("/" + member, "A window is written as " + example + ", but this is " + text + ".");
        }
    }

    /** What to say of a version that is not there. */
    static String unknownVersion(String engine, String version) {
        return "There is no version " + version + " of " + engine + "; there are "
                + EngineVersions.of(engine).stream()
                        .map(EngineVersion::patchedVersion)
                        .collect(Collectors.joining(", "))
                + ".";
    }

    private void requireReferences() {
        requireExists(
                CACHE_PARAMETER_GROUP,
                "/CacheParameterGroup/CacheParameterGroupName",
                described.cacheParameterGroup().cacheParameterGroupName());
        if (described.cacheSubnetGroupName() != null) {
            requireExists(CACHE_SUBNET_GROUP, "/CacheSubnetGroupName", described.cacheSubnetGroupName());
        }
        for (int index = 0; index < described.cacheSecurityGroups().size(); index++) {
            requireExists(
                    CACHE_SECURITY_GROUP,
                    "/CacheSecurityGroups/" + index + "/CacheSecurityGroupName",
                    described.cacheSecurityGroups().get(index).cacheSecurityGroupName());
        }
    }

    private void requireExists(ResourceType<?> type, String member, @Nullable String name) {
        if (name == null || region.table(type).find(name) == null) {
            throw unfit.because(
                    member,
                    "The cluster uses " + name + ", which is not among the " + type.listName()
                            + "; load those of the account too.");
        }
    }

    private <T> T required(String member, @Nullable T value) {
        if (value == null) {
            throw unfit.because("", member + " is missing; a cache cluster needs it.");
        }
        return value;
    }
}
