package io.github.mockelasticache.internal.update;

import static io.github.mockelasticache.testing.Refusal.INVALID_CACHE_CLUSTER_STATE;
import static io.github.mockelasticache.testing.Refusal.INVALID_REPLICATION_GROUP_STATE;
import static io.github.mockelasticache.testing.UpdatesSeen.IMPORTANT;
import static io.github.mockelasticache.testing.UpdatesSeen.MEDIUM;
import static io.github.mockelasticache.testing.UpdatesSeen.NEWEST;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.testing.Clusters;
import io.github.mockelasticache.testing.ReplicationGroupsSeen;
import io.github.mockelasticache.testing.RequestMembers;
import io.github.mockelasticache.testing.UpdatesSeen;
import io.github.mockelasticache.time.ClockMode;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.BatchApplyUpdateActionRequest;
import software.amazon.awssdk.services.elasticache.model.BatchApplyUpdateActionResponse;
import software.amazon.awssdk.services.elasticache.model.CacheNodeUpdateStatus;
import software.amazon.awssdk.services.elasticache.model.NodeUpdateInitiatedBy;
import software.amazon.awssdk.services.elasticache.model.NodeUpdateStatus;
import software.amazon.awssdk.services.elasticache.model.ProcessedUpdateAction;
import software.amazon.awssdk.services.elasticache.model.SlaMet;
import software.amazon.awssdk.services.elasticache.model.UpdateActionStatus;

/** Applying updates to clusters and groups. */
class BatchApplyUpdateActionTest {

    private static final Duration STARTING = Duration.ofMinutes(1);
    private static final Duration NODE = Duration.ofMinutes(10);

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.create();

    private final ElastiCacheClient client = mock.client();
    private final UpdatesSeen updates = UpdatesSeen.of(client);
    private final Clusters clusters = Clusters.of(client);
    private final ReplicationGroupsSeen groups = ReplicationGroupsSeen.of(client);

    @BeforeEach
    void a_group_and_two_clusters() {
        groups.create("mygroup", group -> group.numCacheClusters(3).automaticFailoverEnabled(true));
        clusters.memcached("mymemcached", 2);
        clusters.redis("myredis", cluster -> cluster.engineVersion("5.0.6"));
        mock.clock().settle();
    }

    @TestFactory
    Stream<DynamicTest> every_member_of_BatchApplyUpdateAction_has_its_effect() {
        return RequestMembers.of(BatchApplyUpdateActionRequest.builder().build())
                .member("ServiceUpdateName", "says which update is applied", () -> {
                    updates.apply(MEDIUM, to -> to.cacheClusterIds("myredis"));
                    assertThat(updates.progress(MEDIUM, "myredis")).startsWith("waiting-to-start");
                    assertThat(updates.progress(NEWEST, "myredis")).startsWith("not-applied");
                })
                .member("ReplicationGroupIds", "says to which groups", () -> {
                    updates.apply(NEWEST, to -> to.replicationGroupIds("MyGroup"));
                    assertThat(updates.progress(NEWEST, "mygroup")).startsWith("waiting-to-start");
                })
                .member("CacheClusterIds", "says to which clusters", () -> {
                    updates.apply(NEWEST, to -> to.cacheClusterIds("mymemcached"));
                    assertThat(updates.progress(NEWEST, "mymemcached")).startsWith("waiting-to-start");
                })
                .tests();
    }

    @Test
    void the_answer_tells_what_is_waiting_to_start_groups_before_clusters() {
        BatchApplyUpdateActionResponse answer = updates.apply(
                NEWEST, to -> to.cacheClusterIds("mymemcached").replicationGroupIds("MyGroup", "mygroup"));

        assertThat(answer.processedUpdateActions())
                .containsExactly(
                        ProcessedUpdateAction.builder()
                                .replicationGroupId("mygroup")
                                .serviceUpdateName(NEWEST)
                                .updateActionStatus(UpdateActionStatus.WAITING_TO_START)
                                .build(),
                        ProcessedUpdateAction.builder()
                                .cacheClusterId("mymemcached")
                                .serviceUpdateName(NEWEST)
                                .updateActionStatus(UpdateActionStatus.WAITING_TO_START)
                                .build());
        assertThat(answer.hasUnprocessedUpdateActions()).isTrue();
        assertThat(answer.unprocessedUpdateActions()).isEmpty();
    }

    @Test
    void the_nodes_of_a_group_are_updated_one_by_one_the_primary_last() {
        updates.apply(NEWEST, to -> to.replicationGroupIds("mygroup"));
        assertThat(updates.progress(NEWEST, "mygroup")).isEqualTo("waiting-to-start 0/3");

        mock.clock().advance(STARTING);
        assertThat(updates.progress(NEWEST, "mygroup")).isEqualTo("in-progress 0/3");
        assertThat(updates.nodes(NEWEST, "mygroup"))
                .containsExactly(
                        "mygroup-002/0001 in-progress",
                        "mygroup-003/0001 waiting-to-start",
                        "mygroup-001/0001 waiting-to-start");

        mock.clock().advance(NODE);
        assertThat(updates.progress(NEWEST, "mygroup")).isEqualTo("in-progress 1/3");
        mock.clock().advance(NODE.multipliedBy(2).minusMillis(1));
        assertThat(updates.progress(NEWEST, "mygroup")).isEqualTo("in-progress 2/3");
        mock.clock().advance(Duration.ofMillis(1));
        assertThat(updates.progress(NEWEST, "mygroup")).isEqualTo("complete 3/3");
        assertThat(mock.timeline().pending()).isEmpty();
    }

    @Test
    void a_node_tells_who_began_its_update_and_when() {
        Instant asked = mock.clock().instant();
        updates.apply(NEWEST, to -> to.cacheClusterIds("myredis"));

        mock.clock().settle();

        assertThat(updates.action(NEWEST, "myredis").cacheNodeUpdateStatus())
                .containsExactly(CacheNodeUpdateStatus.builder()
                        .cacheNodeId("0001")
                        .nodeUpdateStatus(NodeUpdateStatus.COMPLETE)
                        .nodeUpdateInitiatedBy(NodeUpdateInitiatedBy.CUSTOMER)
                        .nodeUpdateInitiatedDate(asked)
                        .nodeUpdateStartDate(asked.plus(STARTING))
                        .nodeUpdateEndDate(asked.plus(STARTING).plus(NODE))
                        .nodeUpdateStatusModifiedDate(asked.plus(STARTING).plus(NODE))
                        .build());
        assertThat(updates.action(NEWEST, "myredis").updateActionStatusModifiedDate())
                .isEqualTo(asked.plus(STARTING).plus(NODE));
    }

    @Test
    void a_group_is_modifying_while_it_is_updated() {
        updates.apply(NEWEST, to -> to.replicationGroupIds("mygroup"));

        assertThat(groups.named("mygroup").status()).isEqualTo("modifying");
        INVALID_REPLICATION_GROUP_STATE.isTheAnswerTo(
                () -> client.deleteReplicationGroup(group -> group.replicationGroupId("mygroup")), mock);

        client.waiter()
                .waitUntilReplicationGroupAvailable(group -> group.replicationGroupId("mygroup"))
                .matched();
        assertThat(updates.progress(NEWEST, "mygroup")).isEqualTo("complete 3/3");
    }

    @Test
    void a_cluster_is_modifying_while_it_is_updated() {
        updates.apply(NEWEST, to -> to.cacheClusterIds("myredis"));

        assertThat(clusters.named("myredis").cacheClusterStatus()).isEqualTo("modifying");
        INVALID_CACHE_CLUSTER_STATE.isTheAnswerTo(() -> clusters.delete("myredis"), mock);

        mock.clock().settle();
        assertThat(clusters.named("myredis").cacheClusterStatus()).isEqualTo("available");
    }

    @Test
    void nothing_else_of_a_cluster_changes() {
        var before = clusters.named("mymemcached");
        updates.apply(NEWEST, to -> to.cacheClusterIds("mymemcached"));

        mock.clock().settle();

        assertThat(clusters.named("mymemcached")).isEqualTo(before);
    }

    @Test
    void the_events_are_those_of_a_node_replacement() {
        updates.apply(NEWEST, to -> to.cacheClusterIds("mymemcached"));
        mock.clock().settle();

        assertThat(clusters.eventsOf("mymemcached"))
                .endsWith(
                        "Recovering cache nodes 0001",
                        "Finished recovery for cache nodes 0001",
                        "Recovering cache nodes 0002",
                        "Finished recovery for cache nodes 0002");
    }

    @Test
    void the_SLA_is_met_if_all_nodes_are_updated_by_the_recommended_date() {
        updates.apply(IMPORTANT, to -> to.cacheClusterIds("myredis"));
        mock.clock().settle();
        assertThat(updates.action(IMPORTANT, "myredis").slaMet()).isEqualTo(SlaMet.YES);

        mock.clock().advanceTo(Instant.parse("2025-01-21T16:00:00Z"));
        updates.apply(IMPORTANT, to -> to.cacheClusterIds("mymemcached"));
        mock.clock().settle();
        assertThat(updates.progress(IMPORTANT, "mymemcached")).isEqualTo("complete 2/2");
        assertThat(updates.action(IMPORTANT, "mymemcached").slaMet()).isEqualTo(SlaMet.NO);
        assertThat(updates.action(IMPORTANT, "myredis").slaMet()).isEqualTo(SlaMet.YES);
    }

    /** "Service updates are cumulative. In other words, any updates that you haven't applied yet are included" (user guide). */
    @Test
    void an_update_brings_all_older_ones_and_no_newer_one() {
        updates.apply(IMPORTANT, to -> to.replicationGroupIds("mygroup"));
        mock.clock().settle();

        assertThat(updates.progress(MEDIUM, "mygroup")).isEqualTo("complete 3/3");
        assertThat(updates.progress(IMPORTANT, "mygroup")).isEqualTo("complete 3/3");
        assertThat(updates.progress(NEWEST, "mygroup")).isEqualTo("not-applied 0/3");
    }

    @Test
    void a_node_that_is_added_later_has_the_update_only_after_the_recommended_date() {
        updates.apply(IMPORTANT, to -> to.replicationGroupIds("mygroup"));
        mock.clock().settle();

        client.increaseReplicaCount(
                group -> group.replicationGroupId("mygroup").newReplicaCount(3).applyImmediately(true));
        mock.clock().settle();
        assertThat(updates.progress(IMPORTANT, "mygroup")).isEqualTo("not-applied 3/4");

        mock.clock().advanceTo(Instant.parse("2025-01-22T00:00:00Z"));
        client.increaseReplicaCount(
                group -> group.replicationGroupId("mygroup").newReplicaCount(4).applyImmediately(true));
        mock.clock().settle();
        assertThat(updates.progress(IMPORTANT, "mygroup")).isEqualTo("not-applied 4/5");

        updates.apply(IMPORTANT, to -> to.replicationGroupIds("mygroup"));
        mock.clock().settle();
        assertThat(updates.progress(IMPORTANT, "mygroup")).isEqualTo("complete 5/5");
    }

    @Test
    void in_the_mode_INSTANT_an_update_is_applied_with_the_call() {
        mock.clockMode(ClockMode.INSTANT);

        updates.apply(NEWEST, to -> to.replicationGroupIds("mygroup"));

        assertThat(updates.progress(NEWEST, "mygroup")).isEqualTo("complete 3/3");
        assertThat(groups.named("mygroup").status()).isEqualTo("available");
    }

    @Test
    void in_the_mode_POLLED_a_loop_sees_each_status() {
        mock.clockMode(ClockMode.POLLED);
        updates.apply(NEWEST, to -> to.cacheClusterIds("myredis"));

        assertThat(Stream.generate(() -> updates.progress(NEWEST, "myredis")).limit(4))
                .containsExactly("waiting-to-start 0/1", "in-progress 0/1", "complete 1/1", "complete 1/1");
    }

    @Test
    void a_cluster_of_the_same_name_begins_anew() {
        updates.apply(NEWEST, to -> to.cacheClusterIds("myredis"));
        mock.clock().settle();
        clusters.delete("myredis");
        mock.clock().settle();

        clusters.redis("myredis");
        mock.clock().settle();

        assertThat(updates.progress(NEWEST, "myredis")).isEqualTo("not-applied 0/1");
    }

    @Test
    void the_primary_that_outlives_its_group_keeps_its_update() {
        updates.apply(NEWEST, to -> to.replicationGroupIds("mygroup"));
        mock.clock().settle();
        client.deleteReplicationGroup(
                group -> group.replicationGroupId("mygroup").retainPrimaryCluster(true));

        mock.clock().settle();

        assertThat(updates.progress(NEWEST, "mygroup-001")).isEqualTo("complete 1/1");
    }
}
