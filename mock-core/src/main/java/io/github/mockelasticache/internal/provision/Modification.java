package io.github.mockelasticache.internal.provision;

import io.github.mockelasticache.internal.catalog.EngineVersion;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.PendingModifiedValues;
import software.amazon.awssdk.services.elasticache.model.ScaleConfig;

/**
 * What is to be changed about a cache cluster, now or in its next maintenance window. A component that is null stays as it is.
 *
 * @param numCacheNodes how many nodes it is to have; those to be added are in its {@link NodePlan}
 * @param nodesToRemove the ids of the nodes to be removed
 * @param nodeType the node type that it is to have
 * @param engineVersion the engine and version that it is to have
 * @param parameterGroup the name of the parameter group that it is to use
 * @param scaleConfig in what steps the nodes get another type, for Memcached
 */
public record Modification(
        @Nullable Integer numCacheNodes,
        List<String> nodesToRemove,
        @Nullable String nodeType,
        @Nullable EngineVersion engineVersion,
        @Nullable String parameterGroup,
        @Nullable ScaleConfig scaleConfig) {

    /** Nothing is to be changed. */
    public static final Modification NONE = new Modification(null, List.of(), null, null, null, null);

    /**
     * Whether nothing is to be changed.
     *
     * @return true for {@link #NONE}
     */
    public boolean isNone() {
        return equals(NONE);
    }

    /**
     * What the cluster shows of it. A parameter group and an engine have no field there.
     *
     * @return the pending modified values
     */
    public PendingModifiedValues shown() {
        PendingModifiedValues.Builder shown = PendingModifiedValues.builder()
                .numCacheNodes(numCacheNodes)
                .cacheNodeType(nodeType)
                .engineVersion(engineVersion == null ? null : engineVersion.patchedVersion())
                .scaleConfig(scaleConfig);
        return nodesToRemove.isEmpty()
                ? shown.build()
                : shown.cacheNodeIdsToRemove(nodesToRemove).build();
    }

    /**
     * This modification with another change of the number of nodes.
     *
     * @param number how many nodes; null for no change
     * @param removed the ids of the nodes to be removed
     * @return the modification
     */
    public Modification withNodes(@Nullable Integer number, List<String> removed) {
        return new Modification(number, List.copyOf(removed), nodeType, engineVersion, parameterGroup, scaleConfig);
    }

    /**
     * This modification with another change of the node type.
     *
     * @param type the node type; null for no change
     * @param steps in what steps
     * @return the modification
     */
    public Modification withNodeType(@Nullable String type, @Nullable ScaleConfig steps) {
        return new Modification(numCacheNodes, nodesToRemove, type, engineVersion, parameterGroup, steps);
    }

    /**
     * This modification with another change of what runs on the nodes.
     *
     * @param version the engine and version; null for no change
     * @param group the name of the parameter group; null for no change
     * @return the modification
     */
    public Modification withEngine(@Nullable EngineVersion version, @Nullable String group) {
        return new Modification(numCacheNodes, nodesToRemove, nodeType, version, group, scaleConfig);
    }
}
