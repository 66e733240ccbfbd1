package io.github.mockelasticache.internal.update;

import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_VALUE;
import static io.github.mockelasticache.testing.Refusal.SERVICE_UPDATE_NOT_FOUND;
import static io.github.mockelasticache.testing.UpdatesSeen.CANCELLED;
import static io.github.mockelasticache.testing.UpdatesSeen.CRITICAL;
import static io.github.mockelasticache.testing.UpdatesSeen.MEDIUM;
import static io.github.mockelasticache.testing.UpdatesSeen.MEMCACHED_ONLY;
import static io.github.mockelasticache.testing.UpdatesSeen.NEWEST;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.testing.Clusters;
import io.github.mockelasticache.testing.ReplicationGroupsSeen;
import io.github.mockelasticache.testing.UpdatesSeen;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.BatchApplyUpdateActionResponse;
import software.amazon.awssdk.services.elasticache.model.ProcessedUpdateAction;
import software.amazon.awssdk.services.elasticache.model.UnprocessedUpdateAction;

/** What cannot be applied or stopped, one by one or all of it. */
class UnprocessedUpdateActionsTest {

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
