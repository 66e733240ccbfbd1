package io.github.mockelasticache.internal.cluster;

import io.github.mockelasticache.ElastiCacheMock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CacheNode;
import software.amazon.awssdk.services.elasticache.model.ElastiCacheException;
import software.amazon.awssdk.services.elasticache.model.ModifyCacheClusterRequest;
import software.amazon.awssdk.services.elasticache.model.ParameterNameValue;

/**
 * Something that is done to one of a few cache clusters, or to the clock.
 *
 * @param text what it is, for the report of a failure
 * @param action the call
 */
record ClusterStep(String text, Action action) {

    private static final List<String> IDS = List.of("memcached-1", "memcached-2", "redis-1");
    private static final List<String> NODES = List.of("0001", "0002", "0003", "0004", "0005");

    @FunctionalInterface
    interface Action {
        void on(ElastiCacheMock mock, ElastiCacheClient client);
    }

    /** Whether the service did it. */
    boolean on(ElastiCacheMock mock, ElastiCacheClient client) {
        try {
            action.on(mock, client);
            return true;
        } catch (ElastiCacheException refused) {
            return false;
        }
    }

    @Override
    public String toString() {
        return text;
    }

    /** Most steps are those that have more than one outcome. */
    static Arbitrary<ClusterStep> any() {
        return Arbitraries.frequencyOf(
                Tuple.of(2, create()),
                Tuple.of(5, modifyNodes()),
                Tuple.of(4, modify()),
                Tuple.of(1, reboot()),
                Tuple.of(1, delete()),
                Tuple.of(1, parameters()),
                Tuple.of(4, advance()));
    }

    private static Arbitrary<ClusterStep> create() {
        return Combinators.combine(
                        Arbitraries.of(IDS), Arbitraries.integers().between(1, 5), Arbitraries.of("mygroup", "default"))
                .as((id, nodes, group) -> {
                    boolean memcached = id.startsWith("memcached");
                    String family = family(id);
                    return new ClusterStep(
                            "create " + id + " with " + nodes + " nodes and " + group,
                            (mock, client) -> client.createCacheCluster(cluster -> cluster.cacheClusterId(id)
                                    .engine(memcached ? "memcached" : "redis")
                                    .cacheNodeType("cache.m5.large")
                                    .cacheParameterGroupName(
                                            group.equals("default") ? "default." + family : group(family))
                                    .numCacheNodes(memcached ? nodes : 1)));
                });
    }

    /** Names the last nodes of the cluster where some have to leave, and none otherwise. */
    private static Arbitrary<ClusterStep> modifyNodes() {
        return Combinators.combine(
                        Arbitraries.of(IDS), Arbitraries.integers().between(1, 5), Arbitraries.of(true, false))
                .as((id, nodes, now) -> new ClusterStep(
                        "modify " + id + (now ? " now" : " later") + " to " + nodes + " nodes", (mock, client) -> {
                            List<String> present = client
                                    .describeCacheClusters(
                                            one -> one.cacheClusterId(id).showCacheNodeInfo(true))
                                    .cacheClusters()
                                    .get(0)
                                    .cacheNodes()
                                    .stream()
                                    .map(CacheNode::cacheNodeId)
                                    .toList();
                            client.modifyCacheCluster(cluster -> cluster.cacheClusterId(id)
                                    .numCacheNodes(nodes)
                                    .cacheNodeIdsToRemove(
                                            nodes < present.size() ? present.subList(nodes, present.size()) : List.of())
                                    .applyImmediately(now));
                        }));
    }

    private static Arbitrary<ClusterStep> modify() {
        List<Change> changes = List.of(
                new Change("node type xlarge", to -> to.cacheNodeType("cache.m5.xlarge")),
                new Change("node type large", to -> to.cacheNodeType("cache.m5.large")),
                new Change("own group", to -> to.cacheParameterGroupName(group(family(id(to))))),
                new Change("default group", to -> to.cacheParameterGroupName("default." + family(id(to)))),
                new Change("retention", to -> to.snapshotRetentionLimit(1)),
                new Change("window", to -> to.preferredMaintenanceWindow("sun:20:00-sun:21:00")),
                new Change("security group", to -> to.cacheSecurityGroupNames("mysecurity")),
                new Change("nothing", to -> {}));
        return Combinators.combine(Arbitraries.of(IDS), Arbitraries.of(changes), Arbitraries.of(true, false))
                .as((id, change, now) -> modify(id, now, change.text(), change.request()));
    }

    private static ClusterStep modify(
            String id, boolean now, String text, Consumer<ModifyCacheClusterRequest.Builder> request) {
        return new ClusterStep(
                "modify " + id + (now ? " now " : " later ") + text,
                (mock, client) -> client.modifyCacheCluster(
                        cluster -> request.accept(cluster.cacheClusterId(id).applyImmediately(now))));
    }

    private static Arbitrary<ClusterStep> reboot() {
        return Combinators.combine(Arbitraries.of(IDS), Arbitraries.of(NODES))
                .as((id, node) -> new ClusterStep(
                        "reboot " + node + " of " + id,
                        (mock, client) -> client.rebootCacheCluster(
                                cluster -> cluster.cacheClusterId(id).cacheNodeIdsToReboot(node))));
    }

    private static Arbitrary<ClusterStep> delete() {
        return Arbitraries.of(IDS)
                .map(id -> new ClusterStep(
                        "delete " + id,
                        (mock, client) -> client.deleteCacheCluster(cluster -> cluster.cacheClusterId(id))));
    }

    private static Arbitrary<ClusterStep> parameters() {
        return Arbitraries.of("0", "1")
                .map(value -> new ClusterStep(
                        "set cas_disabled to " + value,
                        (mock, client) -> client.modifyCacheParameterGroup(
                                group -> group.cacheParameterGroupName(group("memcached1.6"))
                                        .parameterNameValues(ParameterNameValue.builder()
                                                .parameterName("cas_disabled")
                                                .parameterValue(value)
                                                .build()))));
    }

    private static Arbitrary<ClusterStep> advance() {
        return Arbitraries.of(Duration.ofSeconds(90), Duration.ofMinutes(5), Duration.ofHours(3), Duration.ofDays(4))
                .map(duration -> new ClusterStep(
                        "advance by " + duration, (mock, client) -> mock.clock().advance(duration)));
    }

    private static String id(ModifyCacheClusterRequest.Builder request) {
        return request.build().cacheClusterId();
    }

    private static String family(String id) {
        return id.startsWith("memcached") ? "memcached1.6" : "redis7";
    }

    /** The name of the caller's own group of a family. */
    static String group(String family) {
        return "mygroup-" + family.replace(".", "-");
    }

    private record Change(String text, Consumer<ModifyCacheClusterRequest.Builder> request) {

        @Override
        public String toString() {
            return text;
        }
    }
}
