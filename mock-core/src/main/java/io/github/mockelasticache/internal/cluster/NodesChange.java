package io.github.mockelasticache.internal.cluster;

import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.provision.EngineChoice;
import io.github.mockelasticache.internal.provision.Modification;
import io.github.mockelasticache.internal.provision.Network;
import io.github.mockelasticache.internal.provision.NodePlan;
import io.github.mockelasticache.internal.provision.NodePlans;
import io.github.mockelasticache.internal.provision.Nodes;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.ModifyCacheClusterRequest;

/**
 * The number of nodes that {@code ModifyCacheCluster} asks for.
 *
 * <p>A new removal replaces what is pending, a new addition replaces a pending removal and adds to a pending addition, and the
 * present number cancels both (NewAvailabilityZones and NumCacheNodes, API reference). A pending addition cannot be replaced by
 * a smaller one (ApplyImmediately, API reference).
 *
 * @param modification what is to be changed about the cluster
 * @param plan its nodes with those to be added
 */
record NodesChange(Modification modification, NodePlan plan) {

    static NodesChange by(ModifyCacheClusterRequest request, CacheCluster cluster, Modification pending, Call call) {
        NodePlan plan = call.region().ask(NodePlans.class).of(cluster.cacheClusterId());
        boolean memcached = Nodes.isMemcached(cluster);
        AddedZones zones = AddedZones.by(request, call);
        if (!memcached && zones.isAsked()) {
            throw call.faults()
                    .invalidParameterCombination("AZMode and NewAvailabilityZones are only supported for engine "
                            + EngineChoice.MEMCACHED + ".");
        }
        zones.requirePossible(cluster, call);
        Integer number = call.parameters().atLeast("NumCacheNodes", request.numCacheNodes(), 1);
        int present = cluster.numCacheNodes();
        int added = number == null ? 0 : number - present - plan.creating().size();
        requireNodesToRemoveExpected(request, number != null && number < present, call);
        zones.requireFor(Math.max(added, 0), call);
        if (number == null) {
            return new NodesChange(pending, plan);
        }
        if (!memcached && number != 1) {
            throw call.faults()
                    .invalidParameterValue("Invalid value " + number + " for NumCacheNodes. A cluster of engine "
                            + cluster.engine() + " has 1 node.");
        }
        NodesAsked.requireClusterQuota(number, call);
        if (number == present) {
            return new NodesChange(pending.withNodes(null, List.of()), plan.addingNone());
        }
        if (number < present) {
            return removing(number, request, cluster, pending, call);
        }
        if (added < 0) {
            throw call.faults()
                    .invalidParameterCombination("A pending increase of the number of nodes cannot be replaced by a"
                            + " smaller one. To cancel it, set NumCacheNodes to the current number of nodes, which is "
                            + present + ".");
        }
        call.region().ask(NodePlans.class).requireQuota(added, call);
        List<String> chosen = zones.chosen(cluster, plan.creating(), added, Network.of(call.region(), cluster), call);
        return new NodesChange(pending.withNodes(number, List.of()), plan.adding(chosen));
    }

    private static NodesChange removing(
            int number, ModifyCacheClusterRequest request, CacheCluster cluster, Modification pending, Call call) {
        NodePlan plan = call.region().ask(NodePlans.class).of(cluster.cacheClusterId());
        int expected = cluster.numCacheNodes() + plan.creating().size() - number;
        List<String> asked = request.cacheNodeIdsToRemove();
        if (asked.size() != expected) {
            throw call.faults()
                    .invalidParameterCombination("CacheNodeIdsToRemove must have " + expected
                            + " node IDs, as many as nodes are removed, but has " + asked.size() + ".");
        }
        List<String> coming = plan.idsOfCreating();
        List<String> named = ClusterNodes.named("CacheNodeIdsToRemove", asked, cluster, coming, call);
        if (!named.containsAll(coming)) {
            throw call.faults()
                    .invalidParameterCombination("CacheNodeIdsToRemove must have the IDs of the nodes that are to be"
                            + " added, which are " + String.join(", ", coming) + ".");
        }
        return new NodesChange(
                pending.withNodes(
                        number,
                        named.stream().filter(each -> !coming.contains(each)).toList()),
                plan.addingNone());
    }

    private static void requireNodesToRemoveExpected(ModifyCacheClusterRequest request, boolean fewer, Call call) {
        if (!fewer && !request.cacheNodeIdsToRemove().isEmpty()) {
            throw call.faults()
                    .invalidParameterCombination(
                            "CacheNodeIdsToRemove is only valid when NumCacheNodes is less than the"
                                    + " existing number of cache nodes.");
        }
    }

    /** The zones of the cluster's nodes, with those that are to be added. */
    static Stream<String> zones(CacheCluster cluster, List<String> coming) {
        return Stream.concat(
                cluster.cacheNodes().stream().map(node -> node.customerAvailabilityZone()), coming.stream());
    }
}
