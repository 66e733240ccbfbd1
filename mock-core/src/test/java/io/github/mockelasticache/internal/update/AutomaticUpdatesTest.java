package io.github.mockelasticache.internal.update;

import static io.github.mockelasticache.testing.UpdatesSeen.NEWEST;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.testing.Clusters;
import io.github.mockelasticache.testing.ReplicationGroupsSeen;
import io.github.mockelasticache.testing.UpdatesSeen;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CacheNodeUpdateStatus;
import software.amazon.awssdk.services.elasticache.model.Event;
import software.amazon.awssdk.services.elasticache.model.NodeUpdateInitiatedBy;
import software.amazon.awssdk.services.elasticache.model.SlaMet;

/** What happens of its own accord, months after the start: an update is released, and another one applied by the service. */
class AutomaticUpdatesTest {

    private static final Instant RELEASE = Instant.parse("2025-02-15T16:00:00Z");
    private static final Instant RECOMMENDED = Instant.parse("2025-03-27T15:59:59Z");

    /** The next Sunday after it: the maintenance window of the clusters here. */
    private static final Instant WINDOW = Instant.parse("2025-03-30T05:00:00Z");

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.create();

    private final ElastiCacheClient client = mock.client();
    private final UpdatesSeen updates = UpdatesSeen.of(client);
    private final Clusters clusters = Clusters.of(client);

    @BeforeEach
    void a_cluster_and_a_group() {
        clusters.redis("myredis", cluster -> cluster.preferredMaintenanceWindow("sun:05:00-sun:06:00"));
        ReplicationGroupsSeen.of(client)
                .create(
                        "mygroup",
                        group -> group.numCacheClusters(2).preferredMaintenanceWindow("sun:05:00-sun:06:00"));
        mock.clock().settle();
    }

    @Test
    void nothing_is_pending_for_it_beforehand() {
        assertThat(mock.timeline().pending()).isEmpty();
        assertThat(mock.clock().advanceToNextTransition()).isEmpty();
    }

    @Test
    void the_release_of_an_update_is_told_for_each_node() {
        mock.clock().advanceTo(RELEASE.minusMillis(1));
        assertThat(releasesTold()).isEmpty();

        mock.clock().advance(Duration.ofMillis(1));

        assertThat(releasesTold())
                .containsExactlyInAnyOrder(
                        "mygroup-001: Service update is available for cache node 0001.",
                        "mygroup-002: Service update is available for cache node 0001.",
                        "myredis: Service update is available for cache node 0001.");
        assertThat(updates.progress(UpdatesSeen.TO_COME, "myredis")).isEqualTo("not-applied 0/1");
    }

    @Test
    void after_the_recommended_date_an_automatic_update_is_scheduled_for_the_maintenance_window() {
        mock.clock().advanceTo(RECOMMENDED.minusMillis(1));
        assertThat(updates.progress(NEWEST, "myredis")).isEqualTo("not-applied 0/1");

        mock.clock().advance(Duration.ofMillis(1));
        assertThat(updates.progress(NEWEST, "myredis")).isEqualTo("scheduling 0/1");
        mock.clock().advance(Duration.ofMinutes(1));
        assertThat(updates.progress(NEWEST, "myredis")).isEqualTo("scheduled 0/1");
        assertThat(clusters.named("myredis").cacheClusterStatus()).isEqualTo("available");

        mock.clock().advanceTo(WINDOW);
        assertThat(updates.progress(NEWEST, "myredis")).isEqualTo("in-progress 0/1");
        assertThat(updates.progress(NEWEST, "mygroup")).isEqualTo("in-progress 0/2");
        assertThat(clusters.named("myredis").cacheClusterStatus()).isEqualTo("modifying");

        mock.clock().settle();
        assertThat(updates.progress(NEWEST, "myredis")).isEqualTo("complete 1/1");
        assertThat(updates.progress(NEWEST, "mygroup")).isEqualTo("complete 2/2");
        assertThat(updates.action(NEWEST, "myredis").slaMet()).isEqualTo(SlaMet.NO);
        assertThat(updates.action(NEWEST, "myredis").cacheNodeUpdateStatus())
                .extracting(CacheNodeUpdateStatus::nodeUpdateInitiatedBy)
                .containsExactly(NodeUpdateInitiatedBy.SYSTEM);
    }

    @Test
    void an_update_that_is_not_automatic_waits_for_ever() {
        mock.clock().advance(Duration.ofDays(400));

        assertThat(updates.progress(UpdatesSeen.TO_COME, "myredis")).isEqualTo("not-applied 0/1");
        assertThat(updates.progress(NEWEST, "myredis")).isEqualTo("complete 1/1");
    }

    @Test
    void what_has_been_applied_is_not_scheduled() {
        updates.apply(NEWEST, to -> to.cacheClusterIds("myredis"));
        mock.clock().settle();

        mock.clock().advanceTo(RECOMMENDED);

        assertThat(updates.progress(NEWEST, "myredis")).isEqualTo("complete 1/1");
        assertThat(updates.progress(NEWEST, "mygroup")).isEqualTo("scheduling 0/2");
    }

    @Test
    void what_is_scheduled_can_be_applied_at_once_and_is_then_not_applied_again() {
        mock.clock().advanceTo(RECOMMENDED.plusSeconds(60));

        updates.apply(NEWEST, to -> to.cacheClusterIds("myredis"));
        mock.clock().settle();

        assertThat(updates.progress(NEWEST, "myredis")).isEqualTo("complete 1/1");
        assertThat(mock.timeline().pending())
                .noneMatch(transition -> transition.resource().endsWith("myredis"));
    }

    @Test
    void what_was_stopped_is_scheduled_too() {
        updates.apply(NEWEST, to -> to.cacheClusterIds("myredis"));
        updates.stop(NEWEST, to -> to.cacheClusterIds("myredis"));
        mock.clock().settle();
        assertThat(updates.progress(NEWEST, "myredis")).isEqualTo("stopped 0/1");

        mock.clock().advanceTo(WINDOW);

        assertThat(updates.progress(NEWEST, "myredis")).isEqualTo("in-progress 0/1");
    }

    @Test
    void what_something_else_is_under_way_for_is_updated_a_week_later() {
        mock.clock().advanceTo(WINDOW.minusSeconds(30));
        clusters.modifyNow("myredis", cluster -> cluster.cacheNodeType("cache.r5.large"));

        mock.clock().advanceTo(WINDOW);
        assertThat(updates.progress(NEWEST, "myredis")).isEqualTo("scheduled 0/1");
        assertThat(updates.progress(NEWEST, "mygroup")).isEqualTo("in-progress 0/2");

        mock.clock().advance(Duration.ofDays(7));
        assertThat(updates.progress(NEWEST, "myredis")).isEqualTo("in-progress 0/1");
    }

    @Test
    void a_cluster_that_is_deleted_before_its_window_leaves_nothing_behind() {
        mock.clock().advanceTo(RECOMMENDED.plusSeconds(60));

        clusters.delete("myredis");
        mock.clock().settle();

        assertThat(mock.timeline().pending())
                .noneMatch(transition -> transition.resource().endsWith("myredis"));
    }

    @Test
    void a_state_that_is_read_does_not_let_it_happen_twice() {
        mock.state();
        mock.state();

        mock.clock().advanceTo(RELEASE);

        assertThat(releasesTold()).hasSize(3);
    }

    @Test
    void after_a_reset_it_happens_again() {
        mock.clock().advanceTo(RELEASE);
        mock.reset();
        a_cluster_and_a_group();

        mock.clock().advanceTo(RELEASE);

        assertThat(releasesTold()).hasSize(3);
    }

    private List<String> releasesTold() {
        return client.describeEvents().events().stream()
                .filter(event -> event.message().startsWith("Service update"))
                .map((Event event) -> event.sourceIdentifier() + ": " + event.message())
                .toList();
    }
}
