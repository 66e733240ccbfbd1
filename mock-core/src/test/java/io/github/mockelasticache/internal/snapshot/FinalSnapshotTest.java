package io.github.mockelasticache.internal.snapshot;

import static io.github.mockelasticache.internal.engine.ResourceTypes.CACHE_CLUSTER;
import static io.github.mockelasticache.internal.engine.ResourceTypes.REPLICATION_GROUP;
import static io.github.mockelasticache.testing.Refusal.INVALID_CACHE_CLUSTER_STATE;
import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_VALUE;
import static io.github.mockelasticache.testing.Refusal.INVALID_REPLICATION_GROUP_STATE;
import static io.github.mockelasticache.testing.Refusal.SNAPSHOT_ALREADY_EXISTS;
import static io.github.mockelasticache.testing.Refusal.SNAPSHOT_FEATURE_NOT_SUPPORTED;
import static io.github.mockelasticache.testing.Refusal.SNAPSHOT_QUOTA_EXCEEDED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.NodeSnapshot;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;
import software.amazon.awssdk.services.elasticache.model.Snapshot;

/** The snapshot that a deletion leaves, as {@code DeleteCacheCluster} and {@code DeleteReplicationGroup} ask for it. */
class FinalSnapshotTest {

    @AutoClose
    private final Caches caches = new Caches();

    @Test
    void the_snapshot_of_a_cluster_is_a_manual_one_and_the_deletion_goes_on_when_it_is_available() {
        caches.cluster("mycluster");
        caches.tag(caches.region().arn(CACHE_CLUSTER, "mycluster"), "stage");
        CacheCluster cluster = snapshotting("mycluster");

        caches.role().takeFinal(cluster, null, "Final", () -> delete("mycluster"));
        assertThat(caches.named("final").snapshotStatus()).isEqualTo("creating");
        assertThat(caches.named("final").snapshotSource()).isEqualTo("manual");
        caches.clock().advance(Duration.ofMinutes(3).minusNanos(1));
        assertThat(caches.statusOf("mycluster")).isEqualTo("snapshotting");

        caches.clock().advance(Duration.ofNanos(1));
        assertThat(caches.statusOf("mycluster")).isNull();
        Snapshot snapshot = caches.named("final");
        assertThat(snapshot.snapshotStatus()).isEqualTo("available");
        assertThat(snapshot.cacheClusterId()).isEqualTo("mycluster");
        assertThat(caches.tagsOf(snapshot.arn())).containsExactly("stage");
        assertThat(caches.events())
                .containsExactly(
                        "cache-cluster mycluster: Snapshot succeeded for snapshot with ID 'final' of cache cluster"
                                + " with ID 'mycluster'");
    }

    @Test
    void waiters_for_the_cluster_wait_for_its_final_snapshot() {
        caches.cluster("mycluster");
        CacheCluster cluster = snapshotting("mycluster");
        caches.role().takeFinal(cluster, null, "final", () -> delete("mycluster"));

        caches.clock().settle(List.of(cluster.arn()));

        assertThat(caches.statusOf("mycluster")).isNull();
    }

    @Test
    void of_a_group_with_cluster_mode_disabled_the_member_is_snapshotted() {
        ReplicationGroup group = caches.group("mygroup", 2);
        CacheCluster primary = snapshotting("mygroup-001");

        caches.role().takeFinal(primary, group, "final", () -> delete("mygroup-001"));
        caches.clock().settle(List.of(group.arn()));

        assertThat(caches.statusOf("mygroup-001")).isNull();
        assertThat(caches.named("final").cacheClusterId()).isEqualTo("mygroup-001");
    }

    @Test
    void that_of_a_member_is_encrypted_with_the_key_of_its_group_though_the_group_stays() {
        caches.group("mygroup", 2);
        CacheCluster replica = caches.cluster("mygroup-002", cluster -> cluster.replicationGroupId("mygroup"));

        caches.role().takeFinal(replica, null, "final", () -> delete("mygroup-002"));

        assertThat(caches.named("final").kmsKeyId()).isEqualTo("the-key-of-mygroup");
    }

    @Test
    void of_a_group_with_cluster_mode_enabled_every_node_group_is_snapshotted() {
        ReplicationGroup group = caches.sharded("mygroup", 1);
        caches.tag(group.arn(), "stage");
        CacheCluster primary = snapshotting("mygroup-0001-001");

        caches.role()
                .takeFinal(
                        primary,
                        group,
                        "final",
                        () -> caches.region().table(REPLICATION_GROUP).remove("mygroup"));
        caches.clock().settle(List.of(group.arn()));

        assertThat(caches.statusOfGroup("mygroup")).isNull();
        assertThat(caches.named("final").replicationGroupId()).isEqualTo("mygroup");
        assertThat(caches.named("final").nodeSnapshots())
                .extracting(NodeSnapshot::cacheClusterId)
                .containsExactly("mygroup-0001-002", "mygroup-0002-002");
        assertThat(caches.tagsOf(caches.named("final").arn())).containsExactly("stage");
    }

    @Test
    void it_counts_towards_the_quota_of_manual_snapshots() {
        CacheCluster cluster = caches.cluster("mycluster");
        for (int number = 1; number <= 20; number++) {
            caches.available("snapshot-" + number, "mycluster");
        }

        caches.refused(SNAPSHOT_QUOTA_EXCEEDED, () -> deleteWithFinal(cluster, "final"));
    }

    @Test
    void it_is_refused_like_any_other_snapshot() {
        CacheCluster cluster = caches.cluster("mycluster");
        caches.available("mysnapshot", "mycluster");
        CacheCluster memcached = caches.cluster("memcached", each -> each.engine("memcached"));
        CacheCluster failed = caches.cluster("failed", each -> each.cacheClusterStatus("incompatible-network"));
        caches.sharded("mygroup", 0);
        caches.change("mygroup-0002-001", each -> each.cacheClusterStatus("rebooting cluster nodes"));
        CacheCluster member = caches.cluster("member", each -> each.replicationGroupId("mygroup"));

        caches.refused(SNAPSHOT_ALREADY_EXISTS, () -> deleteWithFinal(cluster, "MySnapshot"));
        caches.refused(SNAPSHOT_FEATURE_NOT_SUPPORTED, () -> deleteWithFinal(memcached, "final"));
        caches.refused(INVALID_CACHE_CLUSTER_STATE, () -> deleteWithFinal(failed, "final"));
        caches.refused(INVALID_REPLICATION_GROUP_STATE, () -> deleteWithFinal(member, "final"));
        caches.refused(INVALID_PARAMETER_VALUE, () -> deleteWithFinal(cluster, "my_snapshot"))
                .says("The parameter FinalSnapshotIdentifier is not a valid identifier. Identifiers must begin with a"
                        + " letter; must contain only ASCII letters, digits, and hyphens; and must not end with a hyphen or"
                        + " contain two consecutive hyphens.");
    }

    private void deleteWithFinal(CacheCluster cluster, String name) {
        caches.client()
                .deleteCacheCluster(
                        each -> each.cacheClusterId(cluster.cacheClusterId()).finalSnapshotIdentifier(name));
    }

    private CacheCluster snapshotting(String id) {
        caches.change(id, cluster -> cluster.cacheClusterStatus("snapshotting"));
        return caches.cluster(id, cluster -> cluster.cacheClusterStatus("snapshotting"));
    }

    private void delete(String id) {
        caches.region().table(CACHE_CLUSTER).remove(id);
    }
}
