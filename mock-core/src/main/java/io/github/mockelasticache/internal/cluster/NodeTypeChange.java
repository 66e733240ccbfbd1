package io.github.mockelasticache.internal.cluster;

import io.github.mockelasticache.internal.catalog.EngineVersion;
import io.github.mockelasticache.internal.catalog.EngineVersions;
import io.github.mockelasticache.internal.catalog.NodeType;
import io.github.mockelasticache.internal.catalog.NodeTypes;
import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.provision.EngineChoice;
import io.github.mockelasticache.internal.provision.Modification;
import io.github.mockelasticache.internal.provision.NodeTypeChoices;
import io.github.mockelasticache.internal.provision.Nodes;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.ModifyCacheClusterRequest;
import software.amazon.awssdk.services.elasticache.model.ScaleConfig;

/**
 * The node type that {@code ModifyCacheCluster} asks for, which must be one that {@code ListAllowedNodeTypeModifications} lists.
 *
 * <p>A Memcached cluster gets it batch after batch: {@code ScalePercentage} is the share of nodes in each, 10 to 100 and by default
 * 20, and {@code ScaleIntervalMinutes} the time between two, 2 to 30 minutes and by default 5 ("On-demand scaling for Memcached
 * clusters", user guide, which has it for version 1.5 and newer).
 */
final class NodeTypeChange {

    private static final String MEMCACHED_SINCE = "1.5";
    private static final int PERCENTAGE = 20;
    private static final int INTERVAL = 5;

    private NodeTypeChange() {}

    static Modification by(ModifyCacheClusterRequest request, CacheCluster cluster, Modification pending, Call call) {
        String name = call.parameters().optional("CacheNodeType", request.cacheNodeType());
        ScaleConfig steps = steps(request, cluster, name != null || pending.nodeType() != null, call);
        if (name == null) {
            return request.scaleConfig() == null ? pending : pending.withNodeType(pending.nodeType(), steps);
        }
        if (name.equals(cluster.cacheNodeType())) {
            return pending.withNodeType(null, null);
        }
        EngineVersion version = pending.engineVersion() == null
                ? EngineVersions.ofPatch(cluster.engine(), cluster.engineVersion())
                : pending.engineVersion();
        if (Nodes.isMemcached(cluster) && !version.atLeast(MEMCACHED_SINCE)) {
            throw call.faults()
                    .invalidParameterCombination("The node type of a cluster of engine " + EngineChoice.MEMCACHED
                            + " can be modified from engine version " + MEMCACHED_SINCE + " on.");
        }
        NodeType present = Objects.requireNonNull(NodeTypes.find(cluster.cacheNodeType()));
        if (!NodeTypeChoices.of(present, version).include(name)) {
            throw call.faults()
                    .invalidParameterValue("Invalid value " + name + " for CacheNodeType. Must be one of those that"
                            + " ListAllowedNodeTypeModifications lists for " + cluster.cacheClusterId() + ".");
        }
        return pending.withNodeType(name, steps);
    }

    /** How long the pauses between the batches are, all together. */
    static Duration pauses(@Nullable ScaleConfig steps, int nodes) {
        if (steps == null) {
            return Duration.ZERO;
        }
        int batch = dividedRoundedUp(nodes * steps.scalePercentage(), 100);
        return Duration.ofMinutes(steps.scaleIntervalMinutes()).multipliedBy(dividedRoundedUp(nodes, batch) - 1L);
    }

    private static @Nullable ScaleConfig steps(
            ModifyCacheClusterRequest request, CacheCluster cluster, boolean scales, Call call) {
        ScaleConfig asked = request.scaleConfig();
        if (asked != null && !Nodes.isMemcached(cluster)) {
            throw call.faults()
                    .invalidParameterCombination(
                            "ScaleConfig is only supported for engine " + EngineChoice.MEMCACHED + ".");
        }
        if (asked != null && !scales) {
            throw call.faults().invalidParameterCombination("ScaleConfig must be given together with CacheNodeType.");
        }
        if (!Nodes.isMemcached(cluster)) {
            return null;
        }
        Integer percentage =
                asked == null ? null : call.parameters().within("ScalePercentage", asked.scalePercentage(), 10, 100);
        Integer interval = asked == null
                ? null
                : call.parameters().within("ScaleIntervalMinutes", asked.scaleIntervalMinutes(), 2, 30);
        return ScaleConfig.builder()
                .scalePercentage(percentage == null ? PERCENTAGE : percentage)
                .scaleIntervalMinutes(interval == null ? INTERVAL : interval)
                .build();
    }

    private static int dividedRoundedUp(int dividend, int divisor) {
        return (dividend + divisor - 1) / divisor;
    }
}
