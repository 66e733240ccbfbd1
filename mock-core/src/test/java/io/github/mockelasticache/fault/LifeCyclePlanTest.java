package io.github.mockelasticache.fault;

import static io.github.mockelasticache.assertj.MockElastiCacheAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.ElastiCacheMockBuilder;
import io.github.mockelasticache.testing.Clusters;
import io.github.mockelasticache.testing.Groups;
import io.github.mockelasticache.testing.ReplicationGroupsSeen;
import io.github.mockelasticache.testing.ServerlessSeen;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CacheClusterNotFoundException;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroupNotFoundException;
import software.amazon.awssdk.services.elasticache.model.SourceType;
import software.amazon.awssdk.services.elasticache.waiters.ElastiCacheWaiter;

/** Life cycles that do not end well. */
@Timeout(30)
class LifeCyclePlanTest {

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.create();

    private final ElastiCacheClient client = mock.client();
    private final Clusters clusters = Clusters.of(client);
    private final ReplicationGroupsSeen groups = ReplicationGroupsSeen.of(client);
    private final ServerlessSeen serverless = ServerlessSeen.of(client);

    @AutoClose
    private final ElastiCacheWaiter waiter = client.waiter();

    @ParameterizedTest
    @ValueSource(strings = {"incompatible-network", "restore-failed"})
    void a_cluster_ends_in_a_failure_status_when_it_would_be_available(String status) {
        mock.lifeCycles().add(LifeCyclePlan.ofCacheCluster("Web").endsIn(status));
        clusters.redis("web");

        mock.clock().advance(Duration.ofMinutes(5).minusNanos(1));
        assertThat(clusters.named("web").cacheClusterStatus()).isEqualTo("creating");
        mock.clock().advance(Duration.ofNanos(1));

        assertThat(clusters.named("web").cacheClusterStatus()).isEqualTo(status);
        assertThat(clusters.named("web").cacheNodes()).isEmpty();
        assertThat(clusters.named("web").cacheClusterCreateTime()).isNull();
        assertThat(mock.timeline().pending()).isEmpty();
    }

    @Test
    void a_serverless_cache_ends_in_create_failed_when_it_would_be_available() {
        mock.lifeCycles().add(LifeCyclePlan.ofNextServerlessCache().endsIn("create-failed"));
        serverless.create("web");
        serverless.create("other");

        mock.clock().advance(Duration.ofMinutes(3).minusNanos(1));
        assertThat(serverless.named("web").status()).isEqualTo("creating");
        mock.clock().advance(Duration.ofNanos(1));

        assertThat(serverless.named("web").status()).isEqualTo("create-failed");
        assertThat(serverless.named("web").endpoint()).isNull();
        assertThat(serverless.named("other").status()).isEqualTo("available");
        assertThat(serverless.events(SourceType.SERVERLESS_CACHE))
                .containsExactly(
                        "web: Failed to create cache web. Insufficient free IP addresses to create VPC endpoint.",
                        "other: Cache other is created and ready to use.");
    }

    @Test
    void a_serverless_cache_never_comes_out_of_a_status() {
        mock.lifeCycles().add(LifeCyclePlan.ofServerlessCache("Web").staysIn("deleting"));
        serverless.created(mock, "web");

        serverless.delete("web");
        mock.clock().advance(Duration.ofDays(7));

        assertThat(serverless.named("web").status()).isEqualTo("deleting");
    }

    @Test
    void a_waiter_fails_at_once_where_a_cluster_ends_in_a_failure_status() {
        mock.lifeCycles().add(LifeCyclePlan.ofNextCacheCluster().endsIn("incompatible-network"));
        clusters.memcached("web", 2);

        assertThatExceptionOfType(SdkClientException.class)
                .isThrownBy(() -> waiter.waitUntilCacheClusterAvailable(cluster -> cluster.cacheClusterId("web")))
                .withMessageContaining("transitioned the waiter to failure state");
        assertThat(mock.journal()).hasSize(2);
    }

    @Test
    void the_event_tells_of_an_incompatible_network() {
        mock.lifeCycles().add(LifeCyclePlan.ofNextCacheCluster().endsIn("incompatible-network"));
        clusters.redis("web");
        mock.clock().settle();

        assertThat(clusters.eventsOf("web"))
                .containsExactly("Failed to create the cache cluster due to incompatible network state");
    }

    @Test
    void a_restore_that_fails_leaves_the_snapshot_as_it_was() {
        clusters.redis("source");
        mock.clock().settle();
        client.createSnapshot(snapshot -> snapshot.cacheClusterId("source").snapshotName("backup"));
        mock.clock().settle();
        mock.lifeCycles().add(LifeCyclePlan.ofCacheCluster("web").endsIn("restore-failed"));

        clusters.create(cluster -> cluster.cacheClusterId("web").snapshotName("backup"));
        mock.clock().settle();

        assertThat(client.describeSnapshots(named -> named.snapshotName("backup"))
                        .snapshots()
                        .get(0)
                        .snapshotStatus())
                .isEqualTo("available");
        assertThat(clusters.eventsOf("web")).containsExactly("Restore from backup failed for node 0001");
    }

    @Test
    void a_cluster_that_is_restored_from_no_snapshot_can_end_in_restore_failed_and_no_event_names_one() {
        mock.lifeCycles().add(LifeCyclePlan.ofCacheCluster("web").endsIn("restore-failed"));

        clusters.create(cluster -> cluster.cacheClusterId("web")
                .engine("redis")
                .cacheNodeType("cache.t3.micro")
                .numCacheNodes(1));
        mock.clock().settle();

        assertThat(mock).cacheCluster("web").hasStatus("restore-failed");
        assertThat(clusters.eventsOf("web")).isEmpty();
    }

    @Test
    void a_cluster_that_could_not_be_created_can_be_deleted() {
        mock.lifeCycles().add(LifeCyclePlan.ofNextCacheCluster().endsIn("restore-failed"));
        clusters.redis("web");
        mock.clock().settle();

        clusters.delete("web");
        mock.clock().settle();

        assertThatExceptionOfType(CacheClusterNotFoundException.class).isThrownBy(() -> clusters.named("web"));
    }

    @Test
    void a_plan_for_the_next_one_is_for_one_alone() {
        mock.lifeCycles().add(LifeCyclePlan.ofNextCacheCluster().endsIn("incompatible-network"));
        clusters.redis("one");
        clusters.redis("other");
        mock.clock().settle();

        assertThat(clusters.named("one").cacheClusterStatus()).isEqualTo("incompatible-network");
        assertThat(clusters.named("other").cacheClusterStatus()).isEqualTo("available");
    }

    @Test
    void a_replication_group_stays_creating() {
        mock.lifeCycles().add(LifeCyclePlan.ofReplicationGroup("web").staysIn("creating"));
        groups.create("web", group -> group.numCacheClusters(2));
        mock.clock().settle();
        mock.clock().advance(Duration.ofDays(7));

        assertThat(groups.named("web").status()).isEqualTo("creating");
    }

    @Test
    void a_replication_group_cannot_be_created_and_deletes_well() {
        mock.lifeCycles().add(LifeCyclePlan.ofNextReplicationGroup().endsIn("create-failed"));
        groups.create("web", group -> group.numCacheClusters(2));

        assertThatExceptionOfType(SdkClientException.class)
                .isThrownBy(() -> waiter.waitUntilReplicationGroupAvailable(
                        group -> group.replicationGroupId("web"), limit -> limit.maxAttempts(1)));
        assertThat(groups.named("web").status()).isEqualTo("create-failed");
        assertThat(groups.clusters())
                .extracting(cluster -> cluster.cacheClusterStatus())
                .containsOnly("creating");
        assertThat(groups.events())
                .anyMatch(event -> event.contains("Failed to create replication group web due to unsuccessful creation"
                        + " of its cache cluster(s)."));

        client.deleteReplicationGroup(group -> group.replicationGroupId("web"));
        mock.clock().settle();
        assertThatExceptionOfType(ReplicationGroupNotFoundException.class).isThrownBy(() -> groups.named("web"));
        assertThat(groups.clusters()).isEmpty();
    }

    @Test
    void ingress_stays_authorizing() {
        mock.lifeCycles().add(LifeCyclePlan.ofIngressTo("default").staysIn("authorizing"));
        Groups seen = Groups.of(client);
        seen.create("other");
        seen.authorize("default", "web", "987654321021");
        seen.authorize("other", "web", "987654321021");
        mock.clock().settle();

        assertThat(seen.ingressOf("default")).containsExactly("web/987654321021 authorizing");
        assertThat(seen.ingressOf("other")).containsExactly("web/987654321021 authorized");
    }

    @Test
    void a_plan_that_had_no_effect_can_be_asked_for() {
        LifeCyclePlan used = LifeCyclePlan.ofNextCacheCluster().endsIn("incompatible-network");
        LifeCyclePlan unused = LifeCyclePlan.ofReplicationGroup("web").staysIn("creating");
        mock.lifeCycles().add(used).add(unused);

        clusters.redis("web");

        assertThat(mock.lifeCycles().unused()).containsExactly(unused);
        assertThat(mock.lifeCycles().all()).containsExactly(used, unused);
        assertThat(mock.lifeCycles().unused()).hasToString("[replication group web stays in creating]");
        assertThat(mock.lifeCycles().remove(used).all()).containsExactly(unused);
        mock.reset();
        assertThat(mock.lifeCycles().all()).isEmpty();
    }

    @Test
    void the_plans_that_a_mock_is_built_with_hold_again_after_a_reset() {
        try (ElastiCacheMock planned = ElastiCacheMock.builder()
                .lifeCycles(LifeCyclePlan.ofNextCacheCluster().endsIn("incompatible-network"))
                .build()) {
            for (int life = 1; life <= 2; life++) {
                Clusters ofIt = Clusters.of(planned.client());
                ofIt.redis("first");
                ofIt.redis("second");
                planned.clock().settle();

                assertThat(ofIt.named("first").cacheClusterStatus()).isEqualTo("incompatible-network");
                assertThat(ofIt.named("second").cacheClusterStatus()).isEqualTo("available");
                planned.reset();
            }
        }
    }

    @Test
    void a_snapshot_tells_of_what_a_mock_was_built_with_and_not_of_what_was_planned_later() {
        LifeCyclePlan plan = LifeCyclePlan.ofNextCacheCluster().endsIn("incompatible-network");
        ElastiCacheMockBuilder settings = ElastiCacheMock.builder().lifeCycles(plan);
        try (ElastiCacheMock planned = settings.build();
                ElastiCacheMock restored = settings.build()) {
            Clusters.of(planned.client()).redis("web");

            restored.loadJson(planned.snapshot()).clock().settle();

            assertThat(Clusters.of(restored.client()).named("web").cacheClusterStatus())
                    .isEqualTo("incompatible-network");
            planned.lifeCycles().remove(plan);
            assertThatIllegalStateException().isThrownBy(planned::snapshot).withMessageContaining("life cycle plans");
        }
    }

    @Test
    void a_plan_that_is_taken_out_has_no_further_effect() {
        mock.lifeCycles()
                .add(LifeCyclePlan.ofNextIngress().staysIn("authorizing"))
                .clear();
        Groups seen = Groups.of(client);
        seen.authorize("default", "web", "987654321021");
        mock.clock().settle();

        assertThat(seen.ingressOf("default")).isEqualTo(List.of("web/987654321021 authorized"));
    }

    @Test
    void a_status_that_makes_no_sense_is_refused_where_it_is_written() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LifeCyclePlan.ofNextCacheCluster().endsIn("create-failed"))
                .withMessage("The life cycle of cache cluster cannot end in \"create-failed\"; it can end in"
                        + " incompatible-network or restore-failed.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LifeCyclePlan.ofReplicationGroup("web").staysIn("available"))
                .withMessageContaining("it can stay in creating or deleting.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LifeCyclePlan.ofNextIngress().endsIn("failed"))
                .withMessageContaining("it has no such status.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LifeCyclePlan.ofCacheCluster(" "))
                .withMessageContaining("ofNext");
    }
}
