package io.github.mockelasticache.internal.update;

import static io.github.mockelasticache.testing.UpdatesSeen.NEWEST;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.testing.Clusters;
import io.github.mockelasticache.testing.ReplicationGroupsSeen;
import io.github.mockelasticache.testing.RequestMembers;
import io.github.mockelasticache.testing.UpdatesSeen;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.BatchStopUpdateActionRequest;
import software.amazon.awssdk.services.elasticache.model.ProcessedUpdateAction;
import software.amazon.awssdk.services.elasticache.model.SlaMet;
import software.amazon.awssdk.services.elasticache.model.UpdateActionStatus;

/** Stopping in the middle of an update. */
class BatchStopUpdateActionTest {

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
}
