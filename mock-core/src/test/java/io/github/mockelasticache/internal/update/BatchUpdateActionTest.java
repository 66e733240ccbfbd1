package io.github.mockelasticache.internal.update;

import static io.github.mockelasticache.testing.Refusal.INVALID_CACHE_CLUSTER_STATE;
import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_VALUE;
import static io.github.mockelasticache.testing.Refusal.INVALID_REPLICATION_GROUP_STATE;
import static io.github.mockelasticache.testing.Refusal.SERVICE_UPDATE_NOT_FOUND;
import static io.github.mockelasticache.testing.UpdatesSeen.CANCELLED;
import static io.github.mockelasticache.testing.UpdatesSeen.CRITICAL;
import static io.github.mockelasticache.testing.UpdatesSeen.IMPORTANT;
import static io.github.mockelasticache.testing.UpdatesSeen.MEDIUM;
import static io.github.mockelasticache.testing.UpdatesSeen.MEMCACHED_ONLY;
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
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.BatchApplyUpdateActionRequest;
import software.amazon.awssdk.services.elasticache.model.BatchApplyUpdateActionResponse;
import software.amazon.awssdk.services.elasticache.model.BatchStopUpdateActionRequest;
import software.amazon.awssdk.services.elasticache.model.CacheNodeUpdateStatus;
import software.amazon.awssdk.services.elasticache.model.NodeUpdateInitiatedBy;
import software.amazon.awssdk.services.elasticache.model.NodeUpdateStatus;
import software.amazon.awssdk.services.elasticache.model.ProcessedUpdateAction;
import software.amazon.awssdk.services.elasticache.model.SlaMet;
import software.amazon.awssdk.services.elasticache.model.UnprocessedUpdateAction;
import software.amazon.awssdk.services.elasticache.model.UpdateActionStatus;

/** Applying updates to clusters and groups, and stopping in the middle of it. */
class BatchUpdateActionTest {

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

    @TestFactory
    Stream<DynamicTest> every_member_of_BatchStopUpdateAction_has_its_effect() {
        updates.apply(NEWEST, to -> to.replicationGroupIds("mygroup").cacheClusterIds("mymemcached", "myredis"));
        return RequestMembers.of(BatchStopUpdateActionRequest.builder().build())
                .member("ServiceUpdateName", "says which update is stopped", () -> {
                    updates.stop(NEWEST, to -> to.cacheClusterIds("myredis"));
                    assertThat(updates.progress(NEWEST, "myredis")).startsWith("stopping");
                })
                .member("ReplicationGroupIds", "says for which groups", () -> {
                    updates.stop(NEWEST, to -> to.replicationGroupIds("mygroup"));
                    assertThat(updates.progress(NEWEST, "mygroup")).startsWith("stopping");
                })
                .member("CacheClusterIds", "says for which clusters", () -> {
                    updates.stop(NEWEST, to -> to.cacheClusterIds("mymemcached"));
                    assertThat(updates.progress(NEWEST, "mymemcached")).startsWith("stopping");
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
    void stopping_lets_the_node_under_way_finish_and_the_others_be() {
        updates.apply(NEWEST, to -> to.replicationGroupIds("mygroup"));
        mock.clock().advance(STARTING.plus(NODE).plusMinutes(1));

        assertThat(updates.stop(NEWEST, to -> to.replicationGroupIds("mygroup")).processedUpdateActions())
                .containsExactly(ProcessedUpdateAction.builder()
                        .replicationGroupId("mygroup")
                        .serviceUpdateName(NEWEST)
                        .updateActionStatus(UpdateActionStatus.STOPPING)
                        .build());
        assertThat(updates.progress(NEWEST, "mygroup")).isEqualTo("stopping 1/3");
        assertThat(updates.nodes(NEWEST, "mygroup"))
                .containsExactly(
                        "mygroup-002/0001 complete", "mygroup-003/0001 in-progress", "mygroup-001/0001 stopping");

        mock.clock().advance(NODE.minusMinutes(1));
        assertThat(updates.progress(NEWEST, "mygroup")).isEqualTo("stopped 2/3");
        assertThat(updates.nodes(NEWEST, "mygroup"))
                .containsExactly("mygroup-002/0001 complete", "mygroup-003/0001 complete", "mygroup-001/0001 stopped");
        assertThat(groups.named("mygroup").status()).isEqualTo("available");
        assertThat(updates.action(NEWEST, "mygroup").slaMet()).isEqualTo(SlaMet.NO);
    }

    @Test
    void what_was_stopped_can_be_applied_again_to_the_rest() {
        updates.apply(NEWEST, to -> to.cacheClusterIds("mymemcached"));
        mock.clock().advance(STARTING);
        updates.stop(NEWEST, to -> to.cacheClusterIds("mymemcached"));
        mock.clock().settle();
        assertThat(updates.progress(NEWEST, "mymemcached")).isEqualTo("stopped 1/2");
        Instant again = mock.clock().instant();

        updates.apply(NEWEST, to -> to.cacheClusterIds("mymemcached"));
        mock.clock().settle();

        assertThat(updates.progress(NEWEST, "mymemcached")).isEqualTo("complete 2/2");
        assertThat(mock.clock().instant()).isEqualTo(again.plus(STARTING).plus(NODE));
    }

    @Test
    void an_update_that_is_stopped_before_it_starts_has_reached_no_node() {
        updates.apply(NEWEST, to -> to.cacheClusterIds("mymemcached"));
        updates.stop(NEWEST, to -> to.cacheClusterIds("mymemcached"));
        assertThat(updates.nodes(NEWEST, "mymemcached")).containsExactly("0001 stopping", "0002 stopping");
        assertThat(clusters.named("mymemcached").cacheClusterStatus()).isEqualTo("modifying");

        mock.clock().settle();

        assertThat(updates.progress(NEWEST, "mymemcached")).isEqualTo("stopped 0/2");
        assertThat(clusters.named("mymemcached").cacheClusterStatus()).isEqualTo("available");
        assertThat(clusters.eventsOf("mymemcached")).doesNotContain("Recovering cache nodes 0001");
    }

    @Test
    void an_update_whose_last_node_is_under_way_is_complete_although_it_was_stopped() {
        updates.apply(NEWEST, to -> to.cacheClusterIds("myredis"));
        mock.clock().advance(STARTING);
        updates.stop(NEWEST, to -> to.cacheClusterIds("myredis"));

        mock.clock().settle();

        assertThat(updates.progress(NEWEST, "myredis")).isEqualTo("complete 1/1");
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
    void what_cannot_be_processed_is_told_and_the_rest_is_done() {
        client.createCacheCluster(cluster -> cluster.cacheClusterId("creating")
                .engine("redis")
                .cacheNodeType("cache.m5.large")
                .numCacheNodes(1));

        BatchApplyUpdateActionResponse answer = updates.apply(
                NEWEST,
                to -> to.replicationGroupIds("nosuchgroup")
                        .cacheClusterIds("nosuchcluster", "mygroup-001", "creating", "myredis"));

        assertThat(answer.processedUpdateActions())
                .extracting(ProcessedUpdateAction::cacheClusterId)
                .containsExactly("myredis");
        assertThat(answer.unprocessedUpdateActions())
                .containsExactly(
                        UnprocessedUpdateAction.builder()
                                .replicationGroupId("nosuchgroup")
                                .serviceUpdateName(NEWEST)
                                .errorType("ReplicationGroupNotFoundFault")
                                .errorMessage("ReplicationGroup nosuchgroup not found.")
                                .build(),
                        unprocessed(
                                "nosuchcluster", "CacheClusterNotFoundFault", "CacheCluster not found: nosuchcluster"),
                        unprocessed(
                                "mygroup-001",
                                "InvalidParameterValueException",
                                "Cache cluster mygroup-001 is a member of replication group mygroup. Use"
                                        + " ReplicationGroupIds instead."),
                        unprocessed(
                                "creating",
                                "InvalidCacheClusterStateFault",
                                "Cache cluster creating is not in available state, but creating."));
    }

    @Test
    void an_update_is_applied_once_and_one_at_a_time() {
        updates.apply(NEWEST, to -> to.cacheClusterIds("myredis"));

        assertThat(refusal(NEWEST, "myredis"))
                .isEqualTo(
                        "InvalidParameterValueException: Service update elc-20241227-001 cannot be applied to myredis:"
                                + " the update action is waiting-to-start.");
        assertThat(refusal(MEDIUM, "myredis"))
                .isEqualTo("InvalidCacheClusterStateFault: Cache cluster myredis is not in available state, but"
                        + " modifying.");

        mock.clock().settle();
        assertThat(refusal(NEWEST, "myredis")).endsWith("the update action is complete.");
    }

    @Test
    void a_group_that_is_modified_cannot_be_updated() {
        groups.modify("mygroup", group -> group.cacheNodeType("cache.r5.large").applyImmediately(true));

        assertThat(updates.apply(NEWEST, to -> to.replicationGroupIds("mygroup"))
                        .unprocessedUpdateActions())
                .singleElement()
                .satisfies(refused -> {
                    assertThat(refused.errorType()).isEqualTo("InvalidReplicationGroupStateFault");
                    assertThat(refused.errorMessage())
                            .isEqualTo("Replication group mygroup is not in available state, but modifying.");
                });
    }

    @Test
    void an_update_is_applied_only_to_what_it_is_for_and_while_it_is_available() {
        assertThat(refusal(CRITICAL, "myredis"))
                .isEqualTo(
                        "InvalidParameterValueException: Service update elc-20241212-001 cannot be applied to myredis:"
                                + " the update action is not-applicable.");
        assertThat(refusal(MEMCACHED_ONLY, "myredis"))
                .isEqualTo(
                        "InvalidParameterValueException: Service update elc-20240923-001 is not for redis, or was over"
                                + " before myredis was created.");
        assertThat(refusal(CANCELLED, "myredis")).contains("was over before myredis was created");

        mock.clock().advanceTo(Instant.parse("2025-03-21T00:00:00Z"));
        assertThat(refusal(MEDIUM, "myredis"))
                .isEqualTo("InvalidParameterValueException: Service update elc-20241117-001 is expired. Only service"
                        + " updates that are available can be applied.");
    }

    @Test
    void only_what_is_waiting_or_in_progress_can_be_stopped() {
        assertThat(updates.stop(NEWEST, to -> to.cacheClusterIds("myredis", "nosuchcluster"))
                        .unprocessedUpdateActions())
                .containsExactly(
                        unprocessed(
                                "myredis",
                                "InvalidParameterValueException",
                                "Service update elc-20241227-001 cannot be stopped for myredis: the update action is"
                                        + " not-applied."),
                        unprocessed(
                                "nosuchcluster", "CacheClusterNotFoundFault", "CacheCluster not found: nosuchcluster"));
    }

    @Test
    void an_update_that_does_not_exist_fails_the_call() {
        SERVICE_UPDATE_NOT_FOUND
                .isTheAnswerTo(() -> updates.apply("nosuchupdate", to -> to.cacheClusterIds("myredis")), mock)
                .says("ServiceUpdate not found: nosuchupdate");
        SERVICE_UPDATE_NOT_FOUND.isTheAnswerTo(
                () -> updates.stop(UpdatesSeen.TO_COME, to -> to.cacheClusterIds("myredis")), mock);
    }

    @Test
    void an_update_and_something_to_apply_it_to_must_be_named() {
        List<String> tooMany = Collections.nCopies(21, "myredis");

        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> client.batchApplyUpdateAction(of -> of.cacheClusterIds("myredis")), mock)
                .says("The parameter ServiceUpdateName must be provided and must not be null.");
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> updates.apply(NEWEST, to -> {}), mock)
                .says("Either ReplicationGroupIds or CacheClusterIds must be provided.");
        INVALID_PARAMETER_VALUE.isTheAnswerTo(() -> updates.stop(NEWEST, to -> {}), mock);
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> updates.apply(NEWEST, to -> to.cacheClusterIds(tooMany)), mock)
                .says("The parameter CacheClusterIds must have at most 20 elements.");
        INVALID_PARAMETER_VALUE.isTheAnswerTo(() -> updates.stop(NEWEST, to -> to.replicationGroupIds(tooMany)), mock);
        INVALID_PARAMETER_VALUE.isTheAnswerTo(() -> updates.apply(NEWEST, to -> to.cacheClusterIds(" ")), mock);
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

    private String refusal(String update, String cluster) {
        UnprocessedUpdateAction refused = updates.apply(update, to -> to.cacheClusterIds(cluster))
                .unprocessedUpdateActions()
                .get(0);
        return refused.errorType() + ": " + refused.errorMessage();
    }

    private static UnprocessedUpdateAction unprocessed(String cluster, String type, String message) {
        return UnprocessedUpdateAction.builder()
                .cacheClusterId(cluster)
                .serviceUpdateName(NEWEST)
                .errorType(type)
                .errorMessage(message)
                .build();
    }
}
