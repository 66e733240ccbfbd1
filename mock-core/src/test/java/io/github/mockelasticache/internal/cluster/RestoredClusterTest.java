package io.github.mockelasticache.internal.cluster;

import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_COMBINATION;
import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_VALUE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.testing.Clusters;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;

/** A cluster that is created from a snapshot. */
class RestoredClusterTest {

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.create();

    private final ElastiCacheClient client = mock.client();
    private final Clusters clusters = Clusters.of(client);

    @BeforeEach
    void a_snapshot() {
        clusters.redis("source", cluster -> cluster.port(6380).engineVersion("6.2"));
        mock.clock().settle();
        client.createSnapshot(snapshot -> snapshot.cacheClusterId("source").snapshotName("mysnapshot"));
        mock.clock().settle();
    }

    @Test
    void what_the_request_leaves_open_comes_from_the_snapshot() {
        CacheCluster restored =
                clusters.create(cluster -> cluster.cacheClusterId("mycluster").snapshotName("mysnapshot"));

        assertThat(restored.engine()).isEqualTo("redis");
        assertThat(restored.engineVersion()).isEqualTo("6.2.6");
        assertThat(restored.cacheNodeType()).isEqualTo("cache.m5.large");
        assertThat(restored.numCacheNodes()).isEqualTo(1);
        mock.clock().settle();
        assertThat(clusters.named("mycluster").cacheNodes().get(0).endpoint().port())
                .isEqualTo(6380);
    }

    @Test
    void the_request_comes_first() {
        CacheCluster restored = clusters.create(cluster -> cluster.cacheClusterId("mycluster")
                .snapshotName("mysnapshot")
                .engineVersion("7.1")
                .cacheNodeType("cache.m5.xlarge"));

        assertThat(restored.engineVersion()).isEqualTo("7.1.0");
        assertThat(restored.cacheNodeType()).isEqualTo("cache.m5.xlarge");
    }

    @Test
    void the_snapshot_is_restoring_until_the_cluster_is_available() {
        clusters.create(cluster -> cluster.cacheClusterId("mycluster").snapshotName("mysnapshot"));

        assertThat(snapshotStatus()).isEqualTo("restoring");
        mock.clock().settle();
        assertThat(snapshotStatus()).isEqualTo("available");
    }

    @Test
    void an_unknown_snapshot_is_InvalidParameterValue() {
        INVALID_PARAMETER_VALUE.isTheAnswerTo(
                () -> clusters.create(
                        cluster -> cluster.cacheClusterId("mycluster").snapshotName("nosuchsnapshot")),
                mock);
    }

    @Test
    void a_file_in_S3_is_named_by_one_ARN_and_not_together_with_a_snapshot() {
        assertThat(clusters.redis("mycluster", cluster -> cluster.snapshotArns("arn:aws:s3:::my_bucket/snapshot1.rdb"))
                        .cacheClusterStatus())
                .isEqualTo("creating");
        INVALID_PARAMETER_VALUE.isTheAnswerTo(
                () -> clusters.redis("other", cluster -> cluster.snapshotArns("arn:aws:s3:::my_bucket/a,b.rdb")), mock);
        INVALID_PARAMETER_VALUE.isTheAnswerTo(
                () -> clusters.redis(
                        "other", cluster -> cluster.snapshotArns("arn:aws:s3:::b/1.rdb", "arn:aws:s3:::b/2.rdb")),
                mock);
        INVALID_PARAMETER_COMBINATION.isTheAnswerTo(
                () -> clusters.redis(
                        "other",
                        cluster -> cluster.snapshotName("mysnapshot")
                                .snapshotArns("arn:aws:s3:::my_bucket/snapshot1.rdb")),
                mock);
    }

    private String snapshotStatus() {
        return client.describeSnapshots(one -> one.snapshotName("mysnapshot"))
                .snapshots()
                .get(0)
                .snapshotStatus();
    }
}
