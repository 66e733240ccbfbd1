package io.github.mockelasticache.internal.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.testing.Clusters;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.waiters.WaiterResponse;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CacheClusterNotFoundException;
import software.amazon.awssdk.services.elasticache.model.DescribeCacheClustersResponse;
import software.amazon.awssdk.services.elasticache.waiters.ElastiCacheAsyncWaiter;
import software.amazon.awssdk.services.elasticache.waiters.ElastiCacheWaiter;

/** The SDK's waiters return after one poll, the virtual clock moved by what the wait would have taken. */
class ClusterWaitersTest {

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.create();

    private final ElastiCacheClient client = mock.client();
    private final Clusters clusters = Clusters.of(client);

    @AutoClose
    private final ElastiCacheWaiter waiter = client.waiter();

    @AutoClose
    private final ElastiCacheAsyncWaiter asyncWaiter = mock.asyncClient().waiter();

    private Instant start = Instant.EPOCH;

    @BeforeEach
    void start() {
        start = mock.clock().instant();
    }

    @Test
    void available_after_the_five_minutes_of_the_creation() {
        clusters.redis("mycluster");

        WaiterResponse<DescribeCacheClustersResponse> waited =
                waiter.waitUntilCacheClusterAvailable(cluster -> cluster.cacheClusterId("mycluster"));

        assertThat(waited.attemptsExecuted()).isEqualTo(1);
        assertThat(waited.matched()
                        .response()
                        .orElseThrow()
                        .cacheClusters()
                        .get(0)
                        .cacheClusterStatus())
                .isEqualTo("available");
        assertThat(Duration.between(start, mock.clock().instant())).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void available_asynchronously() {
        clusters.memcached("mycluster", 2);

        assertThat(asyncWaiter
                        .waitUntilCacheClusterAvailable(cluster -> cluster.cacheClusterId("mycluster"))
                        .join()
                        .attemptsExecuted())
                .isEqualTo(1);
    }

    @Test
    void available_does_not_wait_for_a_maintenance_window() {
        Clusters.withMemcached(mock, client, "mycluster", 1);
        clusters.modify("mycluster", cluster -> cluster.numCacheNodes(2));
        Instant before = mock.clock().instant();

        waiter.waitUntilCacheClusterAvailable(cluster -> cluster.cacheClusterId("mycluster"));

        assertThat(mock.clock().instant()).isEqualTo(before);
    }

    @Test
    void available_of_all_clusters_waits_for_the_last() {
        clusters.redis("one");
        mock.clock().advance(Duration.ofMinutes(2));
        clusters.redis("other");

        waiter.waitUntilCacheClusterAvailable(all -> {});

        assertThat(Duration.between(start, mock.clock().instant())).isEqualTo(Duration.ofMinutes(7));
    }

    @Test
    void deleted_when_it_is_not_found_any_more() {
        Clusters.withRedis(mock, client, "mycluster");
        client.deleteCacheCluster(cluster -> cluster.cacheClusterId("mycluster").finalSnapshotIdentifier("last"));
        Instant before = mock.clock().instant();

        assertThat(waiter.waitUntilCacheClusterDeleted(cluster -> cluster.cacheClusterId("mycluster"))
                        .attemptsExecuted())
                .isEqualTo(1);

        assertThat(Duration.between(before, mock.clock().instant())).isEqualTo(Duration.ofMinutes(6));
    }

    @Test
    void deleted_asynchronously() {
        Clusters.withRedis(mock, client, "mycluster");
        clusters.delete("mycluster");

        assertThat(asyncWaiter
                        .waitUntilCacheClusterDeleted(cluster -> cluster.cacheClusterId("mycluster"))
                        .join()
                        .attemptsExecuted())
                .isEqualTo(1);
    }

    @Test
    void deleted_fails_at_once_for_a_cluster_that_stays() {
        clusters.redis("mycluster");

        assertThatThrownBy(() -> waiter.waitUntilCacheClusterDeleted(cluster -> cluster.cacheClusterId("mycluster")))
                .isInstanceOf(SdkClientException.class)
                .hasMessageContaining("transitioned the waiter to failure state");
        assertThatThrownBy(() -> asyncWaiter
                        .waitUntilCacheClusterDeleted(cluster -> cluster.cacheClusterId("mycluster"))
                        .join())
                .isInstanceOf(CompletionException.class);
    }

    @Test
    void available_fails_at_once_for_a_cluster_that_is_being_deleted() {
        Clusters.withRedis(mock, client, "mycluster");
        clusters.delete("mycluster");

        assertThatThrownBy(() -> waiter.waitUntilCacheClusterAvailable(cluster -> cluster.cacheClusterId("mycluster")))
                .isInstanceOf(SdkClientException.class)
                .hasCauseInstanceOf(CacheClusterNotFoundException.class);
    }
}
