package io.github.mockelasticache.internal.snapshot;

import static io.github.mockelasticache.internal.engine.ResourceTypes.CACHE_CLUSTER;
import static io.github.mockelasticache.internal.engine.ResourceTypes.REPLICATION_GROUP;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.time.Transition;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticache.model.NodeSnapshot;
import software.amazon.awssdk.services.elasticache.model.Snapshot;

/** The snapshots that the service takes every day. The clock begins at midnight; windows open at three and at four. */
class AutomaticSnapshotsTest {

    private static final Duration DAY = Duration.ofDays(1);

    @AutoClose
    private final Caches caches = new Caches();

    @Test
    void one_is_taken_when_the_window_opens_and_named_after_cluster_and_minute() {
        cluster("mycluster", 5);

        caches.clock().advanceTo(Instant.parse("2025-01-01T03:00:00Z"));

        Snapshot snapshot = caches.named("automatic.mycluster-2025-01-01-03-00");
        assertThat(snapshot.snapshotStatus()).isEqualTo("creating");
        assertThat(snapshot.snapshotSource()).isEqualTo("automated");
        assertThat(snapshot.cacheClusterId()).isEqualTo("mycluster");
        assertThat(snapshot.snapshotRetentionLimit()).isEqualTo(5);
        assertThat(snapshot.arn())
                .isEqualTo("arn:aws:elasticache:us-east-1:123456789012:snapshot:automatic.mycluster-2025-01-01-03-00");
    }

    @Test
    void the_cluster_is_snapshotting_meanwhile_and_the_event_is_that_of_any_snapshot() {
        cluster("mycluster", 5);

        caches.clock().advanceTo(Instant.parse("2025-01-01T03:00:00Z"));
        assertThat(caches.statusOf("mycluster")).isEqualTo("snapshotting");

        caches.clock().advance(Duration.ofMinutes(3));
        assertThat(caches.statusOf("mycluster")).isEqualTo("available");
        assertThat(caches.named("automatic.mycluster-2025-01-01-03-00").nodeSnapshots())
                .extracting(NodeSnapshot::snapshotCreateTime)
                .containsExactly(Instant.parse("2025-01-01T03:00:00Z"));
        assertThat(caches.events())
                .containsExactly("cache-cluster mycluster: Snapshot succeeded for snapshot with ID"
                        + " 'automatic.mycluster-2025-01-01-03-00' of cache cluster with ID 'mycluster'");
    }

    @Test
    void one_is_taken_every_day_and_kept_as_many_days_as_the_retention_limit_says() {
        cluster("mycluster", 2);

        caches.clock().advanceTo(Instant.parse("2025-01-04T02:59:59Z"));
        assertThat(caches.names())
                .containsExactly("automatic.mycluster-2025-01-02-03-00", "automatic.mycluster-2025-01-03-03-00");

        caches.clock().advance(Duration.ofSeconds(1));
        assertThat(caches.names())
                .containsExactly("automatic.mycluster-2025-01-03-03-00", "automatic.mycluster-2025-01-04-03-00");
    }

    @Test
    void a_year_passes_with_365_of_them_and_leaves_those_of_the_last_days() {
        cluster("mycluster", 35);

        caches.clock().advance(DAY.multipliedBy(365));

        assertThat(caches.names()).hasSize(35);
        assertThat(caches.clock().timeline().history())
                .filteredOn(each -> each.aspect().equals("automatic snapshot"))
                .hasSize(365);
        assertThat(caches.clock().timeline().pending()).hasSize(36);
    }

    @Test
    void nobody_waits_for_the_next_one() {
        cluster("mycluster", 5);

        caches.clock().settle();

        assertThat(caches.clock().instant()).isEqualTo(Instant.parse("2025-01-01T00:00:00Z"));
        assertThat(caches.clock().timeline().pending())
                .extracting(Transition::aspect)
                .containsExactly("automatic snapshot");
    }

    @Test
    void with_a_retention_limit_of_zero_there_are_none() {
        cluster("mycluster", 0);

        caches.clock().advance(DAY.multipliedBy(3));

        assertThat(caches.names()).isEmpty();
        assertThat(caches.clock().timeline().pending()).isEmpty();
    }

    @Test
    void when_they_are_turned_off_those_that_exist_stay_until_they_expire() {
        cluster("mycluster", 2);
        caches.clock().advance(Duration.ofHours(4));

        caches.change("mycluster", cluster -> cluster.snapshotRetentionLimit(0));
        caches.role().planAutomatic("mycluster");
        caches.clock().advance(DAY);
        assertThat(caches.names()).containsExactly("automatic.mycluster-2025-01-01-03-00");

        caches.clock().advance(DAY);
        assertThat(caches.names()).isEmpty();
    }

    @Test
    void another_window_holds_from_the_next_day_on() {
        cluster("mycluster", 5);

        caches.change("mycluster", cluster -> cluster.snapshotWindow("23:30-00:30"));
        caches.role().planAutomatic("mycluster");
        caches.clock().advance(DAY);

        assertThat(caches.names()).containsExactly("automatic.mycluster-2025-01-01-23-30");
    }

    @Test
    void a_cluster_that_is_not_available_when_the_window_opens_has_none_that_day() {
        cluster("mycluster", 5);
        caches.change("mycluster", cluster -> cluster.cacheClusterStatus("modifying"));
        caches.clock().advance(Duration.ofHours(4));
        assertThat(caches.names()).isEmpty();

        caches.change("mycluster", cluster -> cluster.cacheClusterStatus("available"));
        caches.clock().advance(DAY);

        assertThat(caches.names()).containsExactly("automatic.mycluster-2025-01-02-03-00");
    }

    @Test
    void they_do_not_count_towards_the_quota_of_manual_snapshots() {
        cluster("mycluster", 5);
        caches.clock().advance(Duration.ofHours(4));

        for (int number = 1; number <= 20; number++) {
            caches.available("snapshot-" + number, "mycluster");
        }

        assertThat(caches.names()).hasSize(21);
    }

    @Test
    void they_have_the_tags_of_their_cluster() {
        cluster("mycluster", 5);
        caches.tag(caches.region().arn(CACHE_CLUSTER, "mycluster"), "stage");

        caches.clock().advance(Duration.ofHours(4));

        assertThat(caches.tagsOf(
                        caches.named("automatic.mycluster-2025-01-01-03-00").arn()))
                .containsExactly("stage");
    }

    @Test
    void they_go_with_their_cluster_and_manual_ones_stay() {
        cluster("my", 5);
        cluster("my-2025", 5);
        caches.clock().advance(Duration.ofHours(4));
        caches.available("manual", "my");
        caches.copy("automatic.my-2025-01-01-03-00", "copy");

        caches.role().deleteAutomatic("My");
        caches.clock().advance(DAY);

        assertThat(caches.names())
                .containsExactly(
                        "automatic.my-2025-2025-01-01-03-00", "automatic.my-2025-2025-01-02-03-00", "copy", "manual");
        assertThat(caches.all()).extracting(Snapshot::snapshotStatus).containsOnly("available");
    }

    @Test
    void one_that_is_being_restored_from_does_not_expire_meanwhile() {
        cluster("mycluster", 1);
        caches.clock().advance(Duration.ofHours(4));
        caches.role().restoring("automatic.mycluster-2025-01-01-03-00");

        caches.clock().advance(DAY);
        assertThat(caches.named("automatic.mycluster-2025-01-01-03-00").snapshotStatus())
                .isEqualTo("restoring");

        caches.role().restored("automatic.mycluster-2025-01-01-03-00");
        caches.clock().advance(DAY);
        assertThat(caches.names()).containsExactly("automatic.mycluster-2025-01-03-03-00");
    }

    @Test
    void a_member_of_a_group_with_cluster_mode_disabled_has_its_own_and_the_group_is_snapshotting() {
        caches.group("mygroup", 2);
        caches.change("mygroup-002", cluster -> cluster.snapshotRetentionLimit(3));
        caches.role().planAutomatic("mygroup-001");
        caches.role().planAutomatic("mygroup-002");

        caches.clock().advanceTo(Instant.parse("2025-01-01T03:00:00Z"));

        assertThat(caches.names()).containsExactly("automatic.mygroup-002-2025-01-01-03-00");
        assertThat(caches.statusOfGroup("mygroup")).isEqualTo("snapshotting");
        caches.clock().settle();
        assertThat(caches.statusOfGroup("mygroup")).isEqualTo("available");
    }

    @Test
    void a_group_with_cluster_mode_enabled_is_snapshotted_as_a_whole_and_its_members_are_not() {
        caches.sharded("mygroup", 1, group -> group.snapshotRetentionLimit(3));
        caches.change("mygroup-0001-001", cluster -> cluster.snapshotRetentionLimit(3));
        caches.role().planAutomatic("mygroup-0001-001");
        caches.role().planAutomaticOfGroup("mygroup");

        caches.clock().advanceTo(Instant.parse("2025-01-01T04:00:00Z"));
        assertThat(caches.names()).containsExactly("automatic.mygroup-2025-01-01-04-00");
        assertThat(caches.statusOfGroup("mygroup")).isEqualTo("snapshotting");

        caches.clock().advance(DAY.multipliedBy(3));
        assertThat(caches.all())
                .hasSize(3)
                .allSatisfy(each -> assertThat(each.replicationGroupId()).isEqualTo("mygroup"))
                .extracting(Snapshot::snapshotSource)
                .containsOnly("automated");
    }

    @Test
    void those_of_a_group_go_with_it() {
        caches.sharded("mygroup", 0, group -> group.snapshotRetentionLimit(3));
        caches.role().planAutomaticOfGroup("mygroup");
        caches.clock().advance(DAY);

        caches.role().deleteAutomaticOfGroup("MyGroup");
        caches.clock().advance(DAY);

        assertThat(caches.names()).isEmpty();
        assertThat(caches.clock().timeline().pending()).isEmpty();
    }

    @Test
    void a_group_that_is_not_available_when_the_window_opens_has_none_that_day() {
        caches.sharded("mygroup", 0, group -> group.snapshotRetentionLimit(3));
        caches.role().planAutomaticOfGroup("mygroup");
        caches.region()
                .table(REPLICATION_GROUP)
                .change(
                        "mygroup",
                        group -> group.toBuilder().status("modifying").build());

        caches.clock().advance(DAY);

        assertThat(caches.names()).isEmpty();
    }

    @Test
    void a_cluster_and_a_group_of_the_same_id_do_not_get_in_each_others_way() {
        cluster("same", 5);
        caches.change("same", cluster -> cluster.snapshotWindow("04:00-05:00"));
        caches.role().planAutomatic("same");
        caches.sharded("same", 0, group -> group.snapshotRetentionLimit(3));
        caches.role().planAutomaticOfGroup("same");

        caches.clock().advance(Duration.ofHours(5));
        assertThat(caches.names())
                .containsExactly("automatic.same-2025-01-01-04-00", "automatic.same-2025-01-01-04-01");

        caches.role().deleteAutomatic("same");
        assertThat(caches.all()).extracting(Snapshot::replicationGroupId).containsExactly("same");
    }

    private void cluster(String id, int retentionLimit) {
        caches.cluster(id, cluster -> cluster.snapshotRetentionLimit(retentionLimit));
        caches.role().planAutomatic(id);
    }
}
