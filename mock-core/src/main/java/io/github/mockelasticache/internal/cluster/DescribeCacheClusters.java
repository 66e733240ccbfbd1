package io.github.mockelasticache.internal.cluster;

import static io.github.mockelasticache.internal.engine.ResourceTypes.CACHE_CLUSTER;

import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.Page;
import java.util.Collection;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.CacheNode;
import software.amazon.awssdk.services.elasticache.model.DescribeCacheClustersRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeCacheClustersResponse;

/** {@code DescribeCacheClusters}: the nodes are shown only where they are asked for. */
final class DescribeCacheClusters {

    private DescribeCacheClusters() {}

    static DescribeCacheClustersResponse.Builder handle(DescribeCacheClustersRequest request, Call call) {
        String id = call.parameters().optional("CacheClusterId", request.cacheClusterId());
        var paging = call.paging(request.maxRecords(), request.marker());
        boolean standaloneOnly = Boolean.TRUE.equals(request.showCacheClustersNotInReplicationGroups());
        boolean nodes = Boolean.TRUE.equals(request.showCacheNodeInfo());
        Page<CacheCluster> page = id == null
                ? call.region()
                        .table(CACHE_CLUSTER)
                        .page(paging, each -> !standaloneOnly || each.replicationGroupId() == null)
                : Page.of(call.existing(CACHE_CLUSTER, id));
        return DescribeCacheClustersResponse.builder()
                .cacheClusters(page.items().stream()
                        .map(cluster -> nodes ? cluster : withoutNodes(cluster))
                        .toList())
                .marker(page.marker());
    }

    /** A cluster as every operation returns it, unless its nodes are asked for. */
    static CacheCluster withoutNodes(CacheCluster cluster) {
        return cluster.toBuilder().cacheNodes((Collection<CacheNode>) null).build();
    }
}
