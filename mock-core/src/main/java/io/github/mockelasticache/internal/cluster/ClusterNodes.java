package io.github.mockelasticache.internal.cluster;

import io.github.mockelasticache.internal.engine.Call;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.CacheNode;

/** The nodes of one cluster, by their ids. */
final class ClusterNodes {

    private ClusterNodes() {}

    static List<String> ids(CacheCluster cluster) {
        return cluster.cacheNodes().stream().map(CacheNode::cacheNodeId).toList();
    }

    /** The nodes that a request names, in their order in the cluster, with those that it is to have. */
    static List<String> named(
            String parameter, List<String> asked, CacheCluster cluster, List<String> coming, Call call) {
        List<String> known = new ArrayList<>(ids(cluster));
        known.addAll(coming);
        Set<String> seen = new HashSet<>();
        for (String node : asked) {
            if (!known.contains(node)) {
                throw call.faults()
                        .invalidParameterValue("Invalid value " + node + " for " + parameter + ". The cache cluster "
                                + cluster.cacheClusterId() + " has no such node.");
            }
            if (!seen.add(node)) {
                throw call.faults()
                        .invalidParameterValue(
                                "Invalid value " + node + " for " + parameter + ". A node can be named only once.");
            }
        }
        return known.stream().filter(seen::contains).toList();
    }

    /** The cluster with some of its nodes changed. */
    static CacheCluster with(CacheCluster cluster, List<String> ids, UnaryOperator<CacheNode> change) {
        return cluster.toBuilder()
                .cacheNodes(cluster.cacheNodes().stream()
                        .map(node -> ids.contains(node.cacheNodeId()) ? change.apply(node) : node)
                        .toList())
                .build();
    }
}
