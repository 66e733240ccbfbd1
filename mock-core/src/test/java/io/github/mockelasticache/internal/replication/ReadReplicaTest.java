package io.github.mockelasticache.internal.replication;

import static io.github.mockelasticache.testing.Refusal.INVALID_CACHE_CLUSTER_STATE;
import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_COMBINATION;
import static io.github.mockelasticache.testing.Refusal.INVALID_REPLICATION_GROUP_STATE;
import static io.github.mockelasticache.testing.Refusal.NODE_QUOTA_FOR_CLUSTER_EXCEEDED;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.testing.ReplicationGroupsSeen;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;

/** A single read replica, which CreateCacheCluster adds and DeleteCacheCluster removes. */
class ReadReplicaTest {

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.create();

    private final ElastiCacheClient client = mock.client();
    private final ReplicationGroupsSeen groups = ReplicationGroupsSeen.of(client);

    @Test
    void a_replica_gets_everything_but_its_name_and_zone_from_the_group() {
        groups.created("mygroup", asked -> asked.tags(ReplicationGroupsSeen.tag("a", "1")));

        CacheCluster answer = client.createCacheCluster(asked -> asked.cacheClusterId("MyReplica")
                        .replicationGroupId("mygroup")
                        .preferredAvailabilityZone("us-east-1e"))
                .cacheCluster();

        assertThat(answer.cacheClusterStatus()).isEqualTo("creating");
        assertThat(answer.cacheNodeType()).isEqualTo("cache.m5.large");
        assertThat(answer.preferredAvailabilityZone()).isEqualTo("us-east-1e");
        assertThat(groups.named("mygroup").status()).isEqualTo("modifying");
        assertThat(ReplicationGroupsSeen.roles(groups.available("mygroup")))
                .containsExactly("mygroup-001 primary", "myreplica replica");
        assertThat(groups.tags(groups.cluster("myreplica").arn())).hasSize(1);
    }

    @Test
    void a_replica_that_is_deleted_leaves_the_group() {
        groups.created("mygroup", asked -> asked.numCacheClusters(2));

        CacheCluster answer = client.deleteCacheCluster(asked -> asked.cacheClusterId("mygroup-002"))
                .cacheCluster();

        assertThat(answer.cacheClusterStatus()).isEqualTo("deleting");
        assertThat(groups.available("mygroup").memberClusters()).containsExactly("mygroup-001");
    }

    @Test
    void a_final_snapshot_of_a_replica_is_taken_first() {
        groups.created("mygroup", asked -> asked.numCacheClusters(2));

        CacheCluster answer = client.deleteCacheCluster(
                        asked -> asked.cacheClusterId("mygroup-002").finalSnapshotIdentifier("last"))
                .cacheCluster();

        assertThat(answer.cacheClusterStatus()).isEqualTo("snapshotting");
        mock.clock().settle();
        assertThat(groups.named("mygroup").memberClusters()).containsExactly("mygroup-001");
        assertThat(groups.named("mygroup").status()).isEqualTo("available");
        assertThat(client.describeSnapshots().snapshots())
                .extracting(snapshot -> snapshot.snapshotStatus())
                .containsExactly("available");
    }

    @Test
    void a_group_has_five_replicas_at_most() {
        groups.created("mygroup", asked -> asked.numCacheClusters(6));

        NODE_QUOTA_FOR_CLUSTER_EXCEEDED.isTheAnswerTo(() -> add("seventh"), mock);
    }

    @Test
    void a_busy_group_takes_no_replica_and_neither_does_one_with_cluster_mode_enabled() {
        groups.create("mygroup", asked -> {});
        INVALID_REPLICATION_GROUP_STATE.isTheAnswerTo(() -> add("replica"));

        groups.created("sharded", asked -> asked.numNodeGroups(2));
        INVALID_PARAMETER_COMBINATION.isTheAnswerTo(
                () -> client.createCacheCluster(
                        asked -> asked.cacheClusterId("replica").replicationGroupId("sharded")),
                mock);
    }

    @Test
    void what_the_group_cannot_do_without_cannot_be_deleted() {
        groups.created("alone", asked -> {});
        groups.created("mygroup", asked -> asked.numCacheClusters(2).automaticFailoverEnabled(true));
        groups.created("sharded", asked -> asked.numNodeGroups(1).cacheParameterGroupName("default.redis7.cluster.on"));

        refused(
                "alone-001",
                "Cannot delete the cache cluster since it is the only member of a replication group. Delete the"
                        + " replication group instead.");
        refused(
                "mygroup-002",
                "Cannot delete the cache cluster because it is the only read replica for replication group mygroup which"
                        + " has autofailover enabled or pending.");
        refused(
                "mygroup-001",
                "Cannot delete the cache cluster because it is the primary of replication group mygroup");
        refused("sharded-0001-001", "Cannot delete the cache cluster because it is a member of replication group");
    }

    private void refused(String cluster, String message) {
        INVALID_CACHE_CLUSTER_STATE
                .isTheAnswerTo(() -> client.deleteCacheCluster(asked -> asked.cacheClusterId(cluster)), mock)
                .hasMessageStartingWith(message);
    }

    private void add(String cluster) {
        client.createCacheCluster(asked -> asked.cacheClusterId(cluster).replicationGroupId("mygroup"));
    }
}
