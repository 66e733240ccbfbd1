package io.github.mockelasticache.internal.snapshot;

import static io.github.mockelasticache.testing.Refusal.CACHE_CLUSTER_NOT_FOUND;
import static io.github.mockelasticache.testing.Refusal.INVALID_CACHE_CLUSTER_STATE;
import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_VALUE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.internal.cluster.CacheClusters;
import io.github.mockelasticache.internal.engine.Engine;
import io.github.mockelasticache.internal.engine.ResourceTypes;
import io.github.mockelasticache.internal.parameter.CacheParameterGroups;
import io.github.mockelasticache.internal.sdk.ServedClients;
import io.github.mockelasticache.internal.subnet.CacheSubnetGroups;
import io.github.mockelasticache.internal.tag.Tags;
import io.github.mockelasticache.testing.EngineSettings;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.CreateCacheClusterRequest;
import software.amazon.awssdk.services.elasticache.model.Snapshot;
import software.amazon.awssdk.services.elasticache.model.Tag;

/** Snapshots through the life of the cache clusters that they are taken of and restored to. */
class LifeWithClustersTest {

    private final Engine engine = new Engine(
            EngineSettings.withSeed(0),
            List.of(
                    new CacheSubnetGroups(),
                    new CacheParameterGroups(),
                    new CacheSnapshots(),
                    new CacheClusters(),
                    new Tags(List.of(ResourceTypes.CACHE_CLUSTER, ResourceTypes.SNAPSHOT))));

    @AutoClose
    private final ServedClients clients = new ServedClients(engine);

    private final ElastiCacheClient client = clients.client(Region.US_EAST_1);

    @Test
    void a_cluster_that_is_being_created_cannot_be_snapshotted() {
        client.createCacheCluster(redis("mycluster"));

        INVALID_CACHE_CLUSTER_STATE.isTheAnswerTo(() -> snapshot("mysnapshot", "mycluster"));
        engine.clock().settle();
        snapshot("mysnapshot", "mycluster");
    }

    @Test
    void the_snapshot_has_what_the_cluster_has() {
        client.createCacheCluster(redis("mycluster")
                .andThen(cluster ->
                        cluster.port(7000).cacheSubnetGroupName("default").snapshotWindow("10:00-11:00")));
        engine.clock().settle();
        CacheCluster cluster = cluster("mycluster");

        Snapshot snapshot = snapshot("mysnapshot", "mycluster");

        assertThat(snapshot.port()).isEqualTo(7000);
        assertThat(snapshot.snapshotWindow()).isEqualTo("10:00-11:00");
        assertThat(snapshot.cacheClusterCreateTime()).isEqualTo(cluster.cacheClusterCreateTime());
        assertThat(snapshot.preferredAvailabilityZone()).isEqualTo(cluster.preferredAvailabilityZone());
        assertThat(snapshot.cacheParameterGroupName()).isEqualTo("default.redis7");
        assertThat(snapshot.engineVersion()).isEqualTo(cluster.engineVersion());
        assertThat(snapshot.vpcId()).startsWith("vpc-");
    }

    @Test
    void a_waiter_for_the_cluster_waits_for_its_snapshot() {
        client.createCacheCluster(redis("mycluster"));
        engine.clock().settle();
        snapshot("mysnapshot", "mycluster");

        client.waiter().waitUntilCacheClusterAvailable(all -> all.cacheClusterId("mycluster"));

        assertThat(described("mysnapshot").snapshotStatus()).isEqualTo("available");
    }

    @Test
    void a_cluster_that_is_snapshotting_cannot_be_deleted() {
        client.createCacheCluster(redis("mycluster"));
        engine.clock().settle();
        snapshot("mysnapshot", "mycluster");

        INVALID_CACHE_CLUSTER_STATE.isTheAnswerTo(
                () -> client.deleteCacheCluster(cluster -> cluster.cacheClusterId("mycluster")));
    }

    @Test
    void a_snapshot_is_restoring_until_the_cluster_that_is_restored_is_available_and_gives_it_its_tags() {
        client.createCacheCluster(redis("mycluster")
                .andThen(cluster ->
                        cluster.tags(Tag.builder().key("stage").value("test").build())));
        engine.clock().settle();
        snapshot("mysnapshot", "mycluster");
        engine.clock().settle();

        client.createCacheCluster(cluster -> cluster.cacheClusterId("restored").snapshotName("MySnapshot"));
        assertThat(described("mysnapshot").snapshotStatus()).isEqualTo("restoring");
        INVALID_PARAMETER_VALUE.isTheAnswerTo(() -> client.createCacheCluster(
                cluster -> cluster.cacheClusterId("other").snapshotName("mysnapshot")));

        engine.clock().settle();
        assertThat(described("mysnapshot").snapshotStatus()).isEqualTo("available");
        assertThat(cluster("restored").cacheNodeType()).isEqualTo("cache.m5.large");
        assertThat(client.listTagsForResource(
                                tags -> tags.resourceName(cluster("restored").arn()))
                        .tagList())
                .extracting(Tag::key)
                .containsExactly("stage");
    }

    @Test
    void a_cluster_is_deleted_after_its_final_snapshot() {
        client.createCacheCluster(redis("mycluster"));
        engine.clock().settle();

        CacheCluster deleted = client.deleteCacheCluster(
                        cluster -> cluster.cacheClusterId("mycluster").finalSnapshotIdentifier("final"))
                .cacheCluster();
        assertThat(deleted.cacheClusterStatus()).isEqualTo("snapshotting");

        engine.clock().advance(Duration.ofMinutes(3));
        assertThat(described("final").snapshotStatus()).isEqualTo("available");
        assertThat(cluster("mycluster").cacheClusterStatus()).isEqualTo("deleting");

        engine.clock().settle();
        CACHE_CLUSTER_NOT_FOUND.isTheAnswerTo(() -> cluster("mycluster"));
        assertThat(client.describeSnapshots(all -> all.cacheClusterId("mycluster"))
                        .snapshots())
                .extracting(Snapshot::snapshotName)
                .containsExactly("final");
    }

    @Test
    void automatic_snapshots_begin_when_the_cluster_is_available_and_go_with_it() {
        client.createCacheCluster(redis("mycluster")
                .andThen(cluster -> cluster.snapshotRetentionLimit(7).snapshotWindow("10:00-11:00")));

        engine.clock().advance(Duration.ofDays(30));
        assertThat(client.describeSnapshots(all -> all.snapshotSource("system")).snapshots())
                .hasSize(7)
                .last()
                .extracting(Snapshot::snapshotName)
                .isEqualTo("automatic.mycluster-2025-01-30-10-00");

        client.deleteCacheCluster(cluster -> cluster.cacheClusterId("mycluster"));
        assertThat(client.describeSnapshots().snapshots()).isEmpty();
        engine.clock().settle();
        assertThat(engine.clock().timeline().pending()).isEmpty();
    }

    private static Consumer<CreateCacheClusterRequest.Builder> redis(String id) {
        return cluster -> cluster.cacheClusterId(id)
                .engine("redis")
                .cacheNodeType("cache.m5.large")
                .numCacheNodes(1);
    }

    private CacheCluster cluster(String id) {
        return client.describeCacheClusters(all -> all.cacheClusterId(id))
                .cacheClusters()
                .get(0);
    }

    private Snapshot snapshot(String name, String cluster) {
        return client.createSnapshot(each -> each.snapshotName(name).cacheClusterId(cluster))
                .snapshot();
    }

    private Snapshot described(String name) {
        return client.describeSnapshots(all -> all.snapshotName(name))
                .snapshots()
                .get(0);
    }
}
