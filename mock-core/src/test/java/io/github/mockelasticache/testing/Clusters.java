package io.github.mockelasticache.testing;

import io.github.mockelasticache.ElastiCacheMock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.CreateCacheClusterRequest;
import software.amazon.awssdk.services.elasticache.model.Event;
import software.amazon.awssdk.services.elasticache.model.ModifyCacheClusterRequest;
import software.amazon.awssdk.services.elasticache.model.SourceType;

/** The cache clusters that one client sees: how a test arranges them, and how it looks at them afterwards. */
public final class Clusters {

    private final ElastiCacheClient client;

    private Clusters(ElastiCacheClient client) {
        this.client = client;
    }

    public static Clusters of(ElastiCacheClient client) {
        return new Clusters(client);
    }

    /** A Memcached cluster with some nodes, which is being created. */
    public CacheCluster memcached(String id, int nodes) {
        return memcached(id, nodes, nothingElse -> {});
    }

    public CacheCluster memcached(String id, int nodes, Consumer<CreateCacheClusterRequest.Builder> more) {
        return create(cluster -> more.accept(cluster.cacheClusterId(id)
                .engine("memcached")
                .cacheNodeType("cache.m5.large")
                .numCacheNodes(nodes)));
    }

    /** A Redis OSS cluster, which is being created. */
    public CacheCluster redis(String id) {
        return redis(id, nothingElse -> {});
    }

    public CacheCluster redis(String id, Consumer<CreateCacheClusterRequest.Builder> more) {
        return create(cluster -> more.accept(cluster.cacheClusterId(id)
                .engine("redis")
                .cacheNodeType("cache.m5.large")
                .numCacheNodes(1)));
    }

    /** A Memcached cluster with some nodes, which is available. */
    public static Clusters withMemcached(ElastiCacheMock mock, ElastiCacheClient client, String id, int nodes) {
        Clusters clusters = of(client);
        clusters.memcached(id, nodes);
        mock.clock().settle();
        return clusters;
    }

    /** A Redis OSS cluster, which is available. */
    public static Clusters withRedis(ElastiCacheMock mock, ElastiCacheClient client, String id) {
        Clusters clusters = of(client);
        clusters.redis(id);
        mock.clock().settle();
        return clusters;
    }

    public CacheCluster create(Consumer<CreateCacheClusterRequest.Builder> request) {
        return client.createCacheCluster(request).cacheCluster();
    }

    public CacheCluster modify(String id, Consumer<ModifyCacheClusterRequest.Builder> request) {
        return client.modifyCacheCluster(cluster -> request.accept(cluster.cacheClusterId(id)))
                .cacheCluster();
    }

    public CacheCluster modifyNow(String id, Consumer<ModifyCacheClusterRequest.Builder> request) {
        return modify(id, cluster -> request.accept(cluster.applyImmediately(true)));
    }

    public CacheCluster reboot(String id, String... nodes) {
        return client.rebootCacheCluster(cluster -> cluster.cacheClusterId(id).cacheNodeIdsToReboot(nodes))
                .cacheCluster();
    }

    public CacheCluster delete(String id) {
        return client.deleteCacheCluster(cluster -> cluster.cacheClusterId(id)).cacheCluster();
    }

    public CacheCluster named(String id) {
        return client.describeCacheClusters(
                        clusters -> clusters.cacheClusterId(id).showCacheNodeInfo(true))
                .cacheClusters()
                .get(0);
    }

    public List<CacheCluster> all() {
        return client.describeCacheClustersPaginator(all -> all.showCacheNodeInfo(true)).cacheClusters().stream()
                .toList();
    }

    /** The nodes of a cluster, each as {@code id status}. */
    public List<String> nodesOf(String id) {
        return named(id).cacheNodes().stream()
                .map(node -> node.cacheNodeId() + " " + node.cacheNodeStatus())
                .toList();
    }

    /** What has been reported about a cluster, the oldest first. */
    public List<String> eventsOf(String id) {
        List<String> messages = new ArrayList<>(client
                .describeEventsPaginator(events -> events.sourceType(SourceType.CACHE_CLUSTER)
                        .sourceIdentifier(id)
                        .startTime(Instant.EPOCH))
                .events()
                .stream()
                .map(Event::message)
                .toList());
        Collections.reverse(messages);
        return messages;
    }
}
