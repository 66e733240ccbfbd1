package io.github.mockelasticache.internal.replication;

import static io.github.mockelasticache.testing.Refusal.CACHE_CLUSTER_NOT_FOUND;
import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_COMBINATION;
import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_VALUE;
import static io.github.mockelasticache.testing.Refusal.INVALID_REPLICATION_GROUP_STATE;
import static io.github.mockelasticache.testing.Refusal.REPLICATION_GROUP_NOT_FOUND;
import static io.github.mockelasticache.testing.Refusal.SNAPSHOT_ALREADY_EXISTS;
import static io.github.mockelasticache.testing.Refusal.SNAPSHOT_FEATURE_NOT_SUPPORTED;
import static io.github.mockelasticache.testing.Refusal.SNAPSHOT_QUOTA_EXCEEDED;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.Quotas;
import io.github.mockelasticache.testing.ReplicationGroupsSeen;
import io.github.mockelasticache.testing.RequestMembers;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import software.amazon.awssdk.services.elasticache.ElastiCacheAsyncClient;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.DeleteReplicationGroupRequest;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;
import software.amazon.awssdk.services.elasticache.model.Snapshot;

/** The end of a replication group. */
class DeleteReplicationGroupTest {

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.builder()
            .quotas(Quotas.documented().with(Quotas.Quota.MANUAL_SNAPSHOTS_PER_DAY, 1))
            .build();

    private final ElastiCacheClient client = mock.client();
    private final ReplicationGroupsSeen groups = ReplicationGroupsSeen.of(client);

    @Test
    void while_it_is_deleted_a_group_shows_neither_members_nor_endpoints_nor_node_type() {
        groups.created("mygroup", asked -> asked.numNodeGroups(2).snapshotRetentionLimit(3));

        ReplicationGroup answer = delete("MyGroup", asked -> {});

        assertThat(answer.status()).isEqualTo("deleting");
        assertThat(answer.description()).isEqualTo("the group mygroup");
        assertThat(answer.hasMemberClusters()).isFalse();
        assertThat(answer.hasNodeGroups()).isFalse();
        assertThat(answer.configurationEndpoint()).isNull();
        assertThat(answer.clusterEnabled()).isNull();
        assertThat(answer.cacheNodeType()).isNull();
        assertThat(answer.snapshotRetentionLimit()).isEqualTo(3);
        assertThat(answer.automaticFailoverAsString()).isEqualTo("enabled");
        assertThat(answer.authTokenEnabled()).isNull();
        assertThat(groups.named("mygroup").authTokenEnabled()).isFalse();
        assertThat(groups.cluster("mygroup-0001-001").cacheClusterStatus()).isEqualTo("deleting");
    }

    @Test
    void the_SDK_s_waiters_see_it_go() {
        groups.created("one", asked -> asked.numCacheClusters(2));
        groups.created("two", asked -> {});
        delete("one", asked -> {});
        delete("two", asked -> {});

        client.waiter().waitUntilReplicationGroupDeleted(asked -> asked.replicationGroupId("one"));
        try (ElastiCacheAsyncClient async = mock.asyncClient()) {
            async.waiter()
                    .waitUntilReplicationGroupDeleted(asked -> asked.replicationGroupId("two"))
                    .join();
        }

        assertThat(groups.all()).isEmpty();
        assertThat(groups.clusters()).isEmpty();
        assertThat(mock.timeline().pending()).isEmpty();
        REPLICATION_GROUP_NOT_FOUND.isTheAnswerTo(() -> groups.named("one"));
        CACHE_CLUSTER_NOT_FOUND.isTheAnswerTo(() -> groups.cluster("one-002"));
    }

    @Test
    void the_primary_can_be_kept_as_a_cluster_of_its_own() {
        groups.created("mygroup", asked -> asked.numCacheClusters(2));

        delete("mygroup", asked -> asked.retainPrimaryCluster(true));
        mock.clock().settle();

        assertThat(groups.all()).isEmpty();
        assertThat(groups.clusters()).hasSize(1);
        assertThat(groups.cluster("mygroup-001").replicationGroupId()).isNull();
        assertThat(groups.cluster("mygroup-001").cacheClusterStatus()).isEqualTo("available");
        client.deleteCacheCluster(asked -> asked.cacheClusterId("mygroup-001"));
        mock.clock().settle();
        assertThat(groups.clusters()).isEmpty();
    }

    @Test
    void a_final_snapshot_is_taken_first_and_another_group_is_restored_from_it() {
        groups.created("mygroup", asked -> asked.numNodeGroups(3));

        assertThat(delete("mygroup", asked -> asked.finalSnapshotIdentifier("last"))
                        .status())
                .isEqualTo("snapshotting");
        client.waiter().waitUntilReplicationGroupDeleted(asked -> asked.replicationGroupId("mygroup"));
        Snapshot snapshot = snapshot("last");
        assertThat(snapshot.snapshotStatus()).isEqualTo("available");
        assertThat(snapshot.numNodeGroups()).isEqualTo(3);

        client.createReplicationGroup(asked -> asked.replicationGroupId("restored")
                .replicationGroupDescription("from a snapshot")
                .snapshotName("last"));
        assertThat(snapshot("last").snapshotStatus()).isEqualTo("restoring");
        ReplicationGroup restored = groups.available("restored");
        assertThat(ReplicationGroupsSeen.shards(restored))
                .containsExactly("0001 0-5461 available", "0002 5462-10922 available", "0003 10923-16383 available");
        assertThat(restored.cacheNodeType()).isEqualTo("cache.m5.large");
        assertThat(snapshot("last").snapshotStatus()).isEqualTo("available");
    }

    @TestFactory
    Stream<DynamicTest> each_member_is_honoured_or_refused() {
        return RequestMembers.of(DeleteReplicationGroupRequest.builder().build())
                .member("ReplicationGroupId", "must be a group that is not being deleted", () -> {
                    REPLICATION_GROUP_NOT_FOUND.isTheAnswerTo(() -> delete("nobody", asked -> {}), mock);
                    groups.created("gone", asked -> {});
                    delete("gone", asked -> {});
                    INVALID_REPLICATION_GROUP_STATE
                            .isTheAnswerTo(() -> delete("gone", asked -> {}))
                            .hasMessageStartingWith(
                                    "Replication group gone has status deleting which is not valid for deletion.");
                })
                .member("RetainPrimaryCluster", "is for one primary, without a snapshot", () -> {
                    groups.created("sharded", asked -> asked.numNodeGroups(2));
                    INVALID_PARAMETER_COMBINATION.isTheAnswerTo(
                            () -> delete("sharded", asked -> asked.retainPrimaryCluster(true)));
                    INVALID_PARAMETER_COMBINATION.isTheAnswerTo(() -> delete(
                            "sharded", asked -> asked.retainPrimaryCluster(true).finalSnapshotIdentifier("s")));
                })
                .member("FinalSnapshotIdentifier", "must be free, and snapshots possible", () -> {
                    groups.created("mygroup", asked -> {});
                    groups.created(
                            "tiny",
                            asked -> asked.cacheNodeType("cache.t1.micro").engineVersion("2.8.24"));
                    client.createSnapshot(asked -> asked.snapshotName("taken").cacheClusterId("mygroup-001"));
                    mock.clock().settle();
                    SNAPSHOT_ALREADY_EXISTS.isTheAnswerTo(
                            () -> delete("mygroup", asked -> asked.finalSnapshotIdentifier("taken")), mock);
                    SNAPSHOT_QUOTA_EXCEEDED.isTheAnswerTo(
                            () -> delete("mygroup", asked -> asked.finalSnapshotIdentifier("another")), mock);
                    SNAPSHOT_FEATURE_NOT_SUPPORTED.isTheAnswerTo(
                            () -> delete("tiny", asked -> asked.finalSnapshotIdentifier("another")), mock);
                    INVALID_PARAMETER_VALUE.isTheAnswerTo(
                            () -> delete("mygroup", asked -> asked.finalSnapshotIdentifier("1st")), mock);
                })
                .tests();
    }

    private ReplicationGroup delete(String id, Consumer<DeleteReplicationGroupRequest.Builder> settings) {
        return client.deleteReplicationGroup(asked -> {
                    asked.replicationGroupId(id);
                    settings.accept(asked);
                })
                .replicationGroup();
    }

    private Snapshot snapshot(String name) {
        return client.describeSnapshots(asked -> asked.snapshotName(name))
                .snapshots()
                .get(0);
    }
}
