package io.github.mockelasticache.internal.replication;

import static io.github.mockelasticache.internal.engine.ResourceTypes.CACHE_PARAMETER_GROUP;
import static io.github.mockelasticache.internal.engine.ResourceTypes.REPLICATION_GROUP;

import io.github.mockelasticache.internal.catalog.EngineVersion;
import io.github.mockelasticache.internal.catalog.NodeType;
import io.github.mockelasticache.internal.catalog.NodeTypes;
import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.provision.EngineChoice;
import io.github.mockelasticache.internal.provision.NodeTypeChoices;
import io.github.mockelasticache.internal.provision.Nodes;
import io.github.mockelasticache.internal.replication.ModifyReplicationGroup.Asked;
import io.github.mockelasticache.time.Delays.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.PendingModifiedValues;

/** Changes of what runs on the nodes, and of the nodes' type. */
final class EngineChanges {

    private static final String DEFAULT = "default.";
    private static final String IN_SYNC = "in-sync";

    private EngineChanges() {}

    static List<Change> of(Asked asked) {
        EngineVersion present = Groups.version(asked.primary());
        EngineVersion version = version(asked, present);
        List<Change> changes = new ArrayList<>();
        EngineChoice engine = parameters(asked, version);
        boolean sameVersion = version.equals(present);
        String group = engine.parameterGroup().cacheParameterGroupName();
        if (!sameVersion) {
            requireRunsOn(asked.group().cacheNodeType(), engine, asked.call());
            changes.add(upgrade(asked.region(), asked.id(), present, version, parameterGroup(asked.primary()), group));
        } else if (!group.equals(parameterGroup(asked.primary()))) {
            changes.add(parameterGroup(asked, group));
        }
        changes.addAll(nodeType(asked, engine));
        return changes;
    }

    /** The version to upgrade to, or the present one; the wording for a downgrade is terraform-provider-aws#4166's. */
    static EngineVersion version(Asked asked, EngineVersion present) {
        Call call = asked.call();
        String engine = asked.request().engine() == null
                ? present.engine()
                : EngineChoice.engine(asked.request().engine(), List.of(EngineAsked.REDIS, EngineAsked.VALKEY), call);
        if (asked.request().engineVersion() == null && engine.equals(present.engine())) {
            return present;
        }
        EngineVersion version = EngineChoice.version(engine, asked.request().engineVersion(), call);
        boolean upgrade = engine.equals(present.engine())
                ? version.atLeast(present.patchedVersion())
                : engine.equals(EngineAsked.VALKEY);
        if (!upgrade) {
            throw call.faults()
                    .invalidParameterCombination("Cannot modify " + present.engine() + " from "
                            + present.patchedVersion() + " to " + version.patchedVersion());
        }
        return version;
    }

    /** A default parameter group is followed by that of the new family; in place of any other the caller has to name one. */
    private static EngineChoice parameters(Asked asked, EngineVersion version) {
        String present = parameterGroup(asked.primary());
        String requested = asked.call()
                .parameters()
                .optional("CacheParameterGroupName", asked.request().cacheParameterGroupName());
        boolean sameFamily =
                version.parameterFamily().equals(Groups.version(asked.primary()).parameterFamily());
        boolean clusterMode = Boolean.TRUE.equals(asked.group().clusterEnabled());
        String name = requested != null || sameFamily || !present.startsWith(DEFAULT)
                ? requested != null ? requested : present
                : null;
        EngineChoice choice = EngineAsked.choice(version, name, clusterMode, asked.call());
        requireClusterMode(choice, clusterMode, asked.call());
        return choice;
    }

    /** The wording for one with cluster mode where none is wanted is the service's own (aws/aws-cli#2456); the other follows it. */
    static void requireClusterMode(EngineChoice choice, boolean wanted, Call call) {
        if (choice.clusterMode() != wanted) {
            throw call.faults()
                    .invalidParameterCombination("Cluster mode should be " + (wanted ? "enabled" : "disabled")
                            + " in parameter group, but found it is " + (wanted ? "disabled" : "enabled") + ".");
        }
    }

    static void requireRunsOn(String nodeType, EngineChoice engine, Call call) {
        Nodes.requested(nodeType, engine, call);
    }

    /** The engine is upgraded, and the members use another parameter group if they need one. */
    static Change upgrade(
            RegionState region,
            String id,
            EngineVersion present,
            EngineVersion version,
            String groupBefore,
            String group) {
        return Change.of(
                        "engine version",
                        Step.ENGINE_UPGRADING,
                        present.engine() + " " + present.patchedVersion(),
                        version.engine() + " " + version.patchedVersion())
                .using(region.arn(CACHE_PARAMETER_GROUP, group))
                .whenCompleted(each -> each.toBuilder().engine(version.engine()).build())
                .ofMembers(new Change.OnMembers(
                        true,
                        pending(values -> values.toBuilder()
                                .engineVersion(version.patchedVersion())
                                .build()),
                        pending(
                                values -> values.toBuilder().engineVersion(null).build(),
                                member -> withGroup(member, group).toBuilder()
                                        .engine(version.engine())
                                        .engineVersion(version.patchedVersion())
                                        .build())))
                .andThen(() -> emitGroup(region, id, groupBefore, group));
    }

    /** Members apply another parameter group while they are {@code modifying}. */
    static Change parameterGroup(Asked asked, String group) {
        return Change.of("parameter group", Step.SETTINGS_CHANGING, parameterGroup(asked.primary()), group)
                .using(asked.region().arn(CACHE_PARAMETER_GROUP, group))
                .ofMembers(Change.OnMembers.of(member -> withGroup(member, group)))
                .andThen(() -> emitGroup(asked.region(), asked.id(), parameterGroup(asked.primary()), group));
    }

    static void emitGroup(RegionState region, String id, String before, String group) {
        if (!group.equals(before)) {
            SettingsChanges.emit(region, id, "Updated to use a CacheParameterGroup " + group);
        }
    }

    private static List<Change> nodeType(Asked asked, EngineChoice engine) {
        String name = asked.call()
                .parameters()
                .optional("CacheNodeType", asked.request().cacheNodeType());
        if (name == null || name.equals(asked.group().cacheNodeType())) {
            return List.of();
        }
        NodeType type = Nodes.requested(name, engine, asked.call());
        requireChangeable(asked, type, engine);
        return List.of(nodeType(asked.region(), asked.id(), asked.group().cacheNodeType(), type));
    }

    /** The members get another node type. */
    static Change nodeType(RegionState region, String id, String before, NodeType type) {
        return Change.of("node type", Step.NODE_TYPE_CHANGING, before, type.name())
                .whenCompleted(
                        group -> group.toBuilder().cacheNodeType(type.name()).build())
                .ofMembers(new Change.OnMembers(
                        true,
                        pending(values ->
                                values.toBuilder().cacheNodeType(type.name()).build()),
                        pending(
                                values -> values.toBuilder().cacheNodeType(null).build(),
                                member -> member.toBuilder()
                                        .cacheNodeType(type.name())
                                        .build())))
                .andThen(() -> region.emit(
                        REPLICATION_GROUP,
                        id,
                        "Succeeded applying modification to cache node type to " + type.name() + "."));
    }

    /** Only a type that ListAllowedNodeTypeModifications lists can be changed to. */
    private static void requireChangeable(Asked asked, NodeType type, EngineChoice engine) {
        NodeType present = Objects.requireNonNull(
                NodeTypes.find(asked.group().cacheNodeType()), asked.group().cacheNodeType());
        if (!NodeTypeChoices.of(present, engine.version()).include(type.name())) {
            throw asked.call()
                    .faults()
                    .invalidParameterCombination(
                            "The node type cannot be modified from " + present.name() + " to " + type.name() + ".");
        }
    }

    static String parameterGroup(CacheCluster member) {
        return member.cacheParameterGroup().cacheParameterGroupName();
    }

    /** A member whose node runs with a parameter group, and needs no reboot for it. */
    static CacheCluster withGroup(CacheCluster member, String group) {
        return (member.hasCacheNodes() ? withNodesInSync(member) : member)
                .toBuilder()
                        .cacheParameterGroup(member.cacheParameterGroup().toBuilder()
                                .cacheParameterGroupName(group)
                                .parameterApplyStatus(IN_SYNC)
                                .cacheNodeIdsToReboot(List.of())
                                .build())
                        .build();
    }

    private static CacheCluster withNodesInSync(CacheCluster member) {
        return member.toBuilder()
                .cacheNodes(member.cacheNodes().stream()
                        .map(node ->
                                node.toBuilder().parameterGroupStatus(IN_SYNC).build())
                        .toList())
                .build();
    }

    /** The default parameter group of a version, with or without cluster mode; or the one that is named. */
    static @Nullable String named(Asked asked) {
        return asked.call()
                .parameters()
                .optional("CacheParameterGroupName", asked.request().cacheParameterGroupName());
    }

    private static UnaryOperator<CacheCluster> pending(UnaryOperator<PendingModifiedValues> change) {
        return pending(change, UnaryOperator.identity());
    }

    private static UnaryOperator<CacheCluster> pending(
            UnaryOperator<PendingModifiedValues> change, UnaryOperator<CacheCluster> rest) {
        return member -> rest.apply(member.toBuilder()
                .pendingModifiedValues(change.apply(member.pendingModifiedValues()))
                .build());
    }
}
