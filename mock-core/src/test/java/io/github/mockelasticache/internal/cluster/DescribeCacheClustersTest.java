package io.github.mockelasticache.internal.cluster;

import static io.github.mockelasticache.testing.Refusal.CACHE_CLUSTER_NOT_FOUND;
import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_VALUE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.testing.Clusters;
import io.github.mockelasticache.testing.RequestMembers;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.DescribeCacheClustersRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeCacheClustersResponse;

class DescribeCacheClustersTest {

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.create();

    private final ElastiCacheClient client = mock.client();
    private final Clusters clusters = Clusters.of(client);

    @TestFactory
    Stream<DynamicTest> every_member_of_the_request_counts() {
        IntStream.range(10, 35).forEach(number -> clusters.memcached("mycluster" + number, 1));
        mock.clock().settle();
        return RequestMembers.of(DescribeCacheClustersRequest.builder().build())
                .member(
                        "CacheClusterId",
                        "names the only cluster of the answer",
                        () -> assertThat(client.describeCacheClusters(one -> one.cacheClusterId("MyCluster11"))
                                        .cacheClusters())
                                .extracting(CacheCluster::cacheClusterId)
                                .containsExactly("mycluster11"))
                .member(
                        "MaxRecords",
                        "is the size of a page",
                        () -> assertThat(client.describeCacheClusters(page -> page.maxRecords(20))
                                        .cacheClusters())
                                .hasSize(20))
                .member("Marker", "goes on after the page that it came with", () -> {
                    String marker = client.describeCacheClusters(page -> page.maxRecords(20))
                            .marker();
                    DescribeCacheClustersResponse rest = client.describeCacheClusters(page -> page.marker(marker));
                    assertThat(rest.cacheClusters()).hasSize(5);
                    assertThat(rest.marker()).isNull();
                })
                .member("ShowCacheNodeInfo", "shows the nodes", () -> {
                    assertThat(client.describeCacheClusters(all -> all.showCacheNodeInfo(true))
                                    .cacheClusters())
                            .allMatch(CacheCluster::hasCacheNodes);
                    assertThat(client.describeCacheClusters().cacheClusters()).noneMatch(CacheCluster::hasCacheNodes);
                })
                .member(
                        "ShowCacheClustersNotInReplicationGroups",
                        "keeps the clusters that belong to no replication group",
                        () -> assertThat(client.describeCacheClusters(
                                                all -> all.showCacheClustersNotInReplicationGroups(true))
                                        .cacheClusters())
                                .hasSize(25))
                .tests();
    }

    @Test
    void an_unknown_cluster_is_CacheClusterNotFound() {
        CACHE_CLUSTER_NOT_FOUND
                .isTheAnswerTo(() -> clusters.named("nosuchcluster"), mock)
                .says("CacheCluster not found: nosuchcluster");
    }

    @Test
    void a_page_out_of_range_is_InvalidParameterValue() {
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> client.describeCacheClusters(page -> page.maxRecords(19)), mock)
                .says("Invalid value for max records. Must be between 20 and 100");
    }

    @Test
    void the_paginator_lists_every_cluster_once_in_the_order_of_their_ids() {
        List<String> ids =
                IntStream.range(100, 250).mapToObj(each -> "c" + each).toList();
        ids.forEach(id -> clusters.memcached(id, 1));

        assertThat(clusters.all()).extracting(CacheCluster::cacheClusterId).containsExactlyElementsOf(ids);
    }

    @Test
    void a_cluster_that_is_being_deleted_shows_neither_nodes_nor_endpoint() {
        clusters.memcached("mycluster", 2);
        mock.clock().settle();

        clusters.delete("mycluster");

        CacheCluster deleting = clusters.named("mycluster");
        assertThat(deleting.cacheClusterStatus()).isEqualTo("deleting");
        assertThat(deleting.hasCacheNodes()).isFalse();
        assertThat(deleting.configurationEndpoint()).isNull();
        assertThat(deleting.numCacheNodes()).isEqualTo(2);
    }
}
