package io.github.mockelasticache.internal.cluster;

import static io.github.mockelasticache.testing.Refusal.CACHE_CLUSTER_NOT_FOUND;
import static io.github.mockelasticache.testing.Refusal.CACHE_SUBNET_GROUP_IN_USE;
import static io.github.mockelasticache.testing.Refusal.INVALID_CACHE_CLUSTER_STATE;
import static io.github.mockelasticache.testing.Refusal.INVALID_CACHE_PARAMETER_GROUP_STATE;
import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_VALUE;
import static io.github.mockelasticache.testing.Refusal.SNAPSHOT_ALREADY_EXISTS;
import static io.github.mockelasticache.testing.Refusal.SNAPSHOT_FEATURE_NOT_SUPPORTED;
import static io.github.mockelasticache.testing.Refusal.SNAPSHOT_QUOTA_EXCEEDED;
import static io.github.mockelasticache.testing.Refusal.SUBNET_IN_USE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.testing.Clusters;
import io.github.mockelasticache.testing.RequestMembers;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.DeleteCacheClusterRequest;
import software.amazon.awssdk.services.elasticache.model.Snapshot;
import software.amazon.awssdk.services.elasticache.model.Tag;

class DeleteCacheClusterTest {

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.create();

    private final ElastiCacheClient client = mock.client();
    private final Clusters clusters = Clusters.of(client);

    @TestFactory
    Stream<DynamicTest> every_member_of_the_request_counts() {
        return RequestMembers.of(DeleteCacheClusterRequest.builder().build())
                .member(
                        "CacheClusterId",
                        "names the cluster",
                        () -> CACHE_CLUSTER_NOT_FOUND
                                .isTheAnswerTo(() -> clusters.delete("nosuchcluster"), mock)
                                .says("CacheCluster not found: nosuchcluster"))
                .member("FinalSnapshotIdentifier", "names a snapshot to take first", () -> {
                    Clusters.withRedis(mock, client, "mycluster");
                    assertThat(deleteWithSnapshot("mycluster", "last").cacheClusterStatus())
                            .isEqualTo("snapshotting");
                })
                .tests();
    }

    @Test
    void a_deleted_cluster_is_deleting_for_three_minutes_and_then_not_found() {
        Clusters.withRedis(mock, client, "mycluster");

        CacheCluster answer = clusters.delete("MyCluster");

        assertThat(answer.cacheClusterStatus()).isEqualTo("deleting");
        mock.clock().advance(Duration.ofMinutes(3));
        CACHE_CLUSTER_NOT_FOUND.isTheAnswerTo(() -> clusters.named("mycluster"), mock);
        assertThat(clusters.eventsOf("mycluster")).endsWith("Cache cluster deleted");
    }

    @Test
    void a_cluster_that_is_busy_is_InvalidCacheClusterState() {
        clusters.redis("mycluster");

        INVALID_CACHE_CLUSTER_STATE
                .isTheAnswerTo(() -> clusters.delete("mycluster"), mock)
                .says("Can only delete cache clusters with state in: available, failed, incompatible-parameters,"
                        + " incompatible-network, restore-failed, recovering. Cluster mycluster has state:"
                        + " creating.");
        mock.clock().settle();
        clusters.delete("mycluster");
        INVALID_CACHE_CLUSTER_STATE.isTheAnswerTo(() -> clusters.delete("mycluster"), mock);
    }

    @Test
    void with_a_final_snapshot_it_is_snapshotting_then_deleting_then_gone_and_the_snapshot_stays() {
        Clusters.withRedis(mock, client, "mycluster");
        deleteWithSnapshot("mycluster", "last");

        mock.clock().advanceToNextTransition();
        assertThat(clusters.named("mycluster").cacheClusterStatus()).isEqualTo("deleting");
        mock.clock().settle();

        assertThat(clusters.all()).isEmpty();
        assertThat(snapshots()).containsExactly("last available");
    }

    @Test
    void a_final_snapshot_must_be_possible() {
        Clusters.withMemcached(mock, client, "memcached", 1);
        Clusters.withRedis(mock, client, "mycluster");
        client.createSnapshot(snapshot -> snapshot.cacheClusterId("mycluster").snapshotName("taken"));
        mock.clock().settle();

        SNAPSHOT_FEATURE_NOT_SUPPORTED.isTheAnswerTo(() -> deleteWithSnapshot("memcached", "last"), mock);
        SNAPSHOT_ALREADY_EXISTS.isTheAnswerTo(() -> deleteWithSnapshot("mycluster", "taken"), mock);
        INVALID_PARAMETER_VALUE.isTheAnswerTo(() -> deleteWithSnapshot("mycluster", "no_identifier"), mock);
    }

    @Test
    void the_twenty_first_snapshot_of_a_day_is_SnapshotQuotaExceededFault() {
        Clusters.withRedis(mock, client, "mycluster");
        for (int number = 1; number <= 20; number++) {
            String name = "snapshot" + number;
            client.createSnapshot(
                    snapshot -> snapshot.cacheClusterId("mycluster").snapshotName(name));
            mock.clock().settle();
        }

        SNAPSHOT_QUOTA_EXCEEDED.isTheAnswerTo(() -> deleteWithSnapshot("mycluster", "last"), mock);
    }

    @Test
    void automatic_snapshots_go_with_the_cluster_and_manual_ones_stay() {
        Clusters.withRedis(mock, client, "mycluster");
        clusters.modify("mycluster", cluster -> cluster.snapshotRetentionLimit(5));
        client.createSnapshot(snapshot -> snapshot.cacheClusterId("mycluster").snapshotName("mine"));
        mock.clock().advance(Duration.ofDays(2));
        assertThat(snapshots()).hasSize(3);

        clusters.delete("mycluster");

        assertThat(snapshots()).containsExactly("mine available");
    }

    @Test
    void what_a_cluster_uses_cannot_be_deleted_before_it_is_gone() {
        mock.registerSubnet(Region.US_EAST_1, "subnet-a", "vpc-1", "us-east-1a");
        mock.registerSubnet(Region.US_EAST_1, "subnet-b", "vpc-1", "us-east-1b");
        client.createCacheSubnetGroup(group -> group.cacheSubnetGroupName("mysubnets")
                .cacheSubnetGroupDescription("two zones")
                .subnetIds("subnet-a", "subnet-b"));
        client.createCacheParameterGroup(group -> group.cacheParameterGroupName("myparameters")
                .cacheParameterGroupFamily("redis7")
                .description("my parameters"));
        clusters.redis(
                "mycluster",
                cluster -> cluster.cacheSubnetGroupName("mysubnets")
                        .preferredAvailabilityZone("us-east-1a")
                        .cacheParameterGroupName("myparameters"));

        SUBNET_IN_USE.isTheAnswerTo(
                () -> client.modifyCacheSubnetGroup(
                        group -> group.cacheSubnetGroupName("mysubnets").subnetIds("subnet-b")),
                mock);
        mock.clock().settle();
        SUBNET_IN_USE.isTheAnswerTo(
                () -> client.modifyCacheSubnetGroup(
                        group -> group.cacheSubnetGroupName("mysubnets").subnetIds("subnet-b")),
                mock);
        clusters.delete("mycluster");
        CACHE_SUBNET_GROUP_IN_USE.isTheAnswerTo(this::deleteSubnets, mock);
        INVALID_CACHE_PARAMETER_GROUP_STATE.isTheAnswerTo(this::deleteParameters, mock);
        mock.clock().settle();

        deleteSubnets();
        deleteParameters();
    }

    @Test
    void a_cluster_that_is_created_again_has_nothing_of_the_first() {
        clusters.memcached(
                "mycluster",
                2,
                cluster -> cluster.tags(Tag.builder().key("stage").value("test").build()));
        mock.clock().settle();
        clusters.modifyNow("mycluster", cluster -> cluster.numCacheNodes(1).cacheNodeIdsToRemove("0001"));
        mock.clock().settle();
        clusters.delete("mycluster");
        mock.clock().settle();

        clusters.memcached("mycluster", 1);
        mock.clock().settle();

        assertThat(clusters.nodesOf("mycluster")).containsExactly("0001 available");
        assertThat(client.listTagsForResource(of ->
                                of.resourceName(clusters.named("mycluster").arn()))
                        .tagList())
                .isEmpty();
    }

    private CacheCluster deleteWithSnapshot(String id, String snapshot) {
        return client.deleteCacheCluster(cluster -> cluster.cacheClusterId(id).finalSnapshotIdentifier(snapshot))
                .cacheCluster();
    }

    private void deleteSubnets() {
        client.deleteCacheSubnetGroup(group -> group.cacheSubnetGroupName("mysubnets"));
    }

    private void deleteParameters() {
        client.deleteCacheParameterGroup(group -> group.cacheParameterGroupName("myparameters"));
    }

    private List<String> snapshots() {
        return client.describeSnapshots().snapshots().stream()
                .map(Snapshot::snapshotName)
                .map(name -> name + " "
                        + client.describeSnapshots(one -> one.snapshotName(name))
                                .snapshots()
                                .get(0)
                                .snapshotStatus())
                .toList();
    }
}
