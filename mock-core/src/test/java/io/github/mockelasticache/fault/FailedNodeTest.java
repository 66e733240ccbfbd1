package io.github.mockelasticache.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.testing.Clusters;
import io.github.mockelasticache.testing.ReplicationGroupsSeen;
import io.github.mockelasticache.time.ClockMode;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;

/** Nodes that fail. */
class FailedNodeTest {

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.create();

    private final ReplicationGroupsSeen groups = ReplicationGroupsSeen.of(mock.client());

    @Test
    void a_replica_is_promoted_when_the_primary_fails_and_the_node_comes_back_as_a_replica() {
        groups.created("web", asked -> asked.numCacheClusters(2).automaticFailoverEnabled(true));
        String endpoint =
                groups.named("web").nodeGroups().get(0).primaryEndpoint().address();
        int before = groups.events().size();

        mock.failNode("web-001");
        assertThat(groups.named("web").status()).isEqualTo("modifying");

        mock.clock().advance(Duration.ofSeconds(30));
        ReplicationGroup failedOver = groups.named("web");
        assertThat(ReplicationGroupsSeen.roles(failedOver)).containsExactly("web-001 replica", "web-002 primary");
        assertThat(failedOver.nodeGroups().get(0).primaryEndpoint().address()).isEqualTo(endpoint);

        mock.clock().advance(Duration.ofMinutes(4));
        assertThat(groups.named("web").status()).isEqualTo("available");
        assertThat(groups.events().subList(before, groups.events().size()))
                .containsExactly(
                        "web-001: Failover from primary node web-001 to replica node web-002 completed",
                        "web: Failover from primary node web-001 to replica node web-002 completed",
                        "web-001: Recovering cache nodes 0001",
                        "web-001: Finished recovery for cache nodes 0001");
    }

    @Test
    void a_replica_that_fails_is_replaced_in_place() {
        groups.created("web", asked -> asked.numCacheClusters(2).automaticFailoverEnabled(true));

        assertThatEventsOfFailing("web-002")
                .containsExactly(
                        "web-002: Recovering cache nodes 0001", "web-002: Finished recovery for cache nodes 0001");
        assertThat(ReplicationGroupsSeen.roles(groups.named("web")))
                .containsExactly("web-001 primary", "web-002 replica");
    }

    @Test
    void a_primary_without_automatic_failover_is_replaced_in_place() {
        groups.created("web", asked -> asked.numCacheClusters(2));

        assertThatEventsOfFailing("web-001")
                .containsExactly(
                        "web-001: Recovering cache nodes 0001", "web-001: Finished recovery for cache nodes 0001");
    }

    @Test
    void a_cluster_on_its_own_is_replaced_in_place() {
        Clusters.withRedis(mock, mock.client(), "alone");

        assertThatEventsOfFailing("Alone")
                .containsExactly("alone: Recovering cache nodes 0001", "alone: Finished recovery for cache nodes 0001");
    }

    @Test
    void a_failed_node_is_replaced_at_once_if_the_clock_is_instant() {
        groups.created("web", asked -> asked.numCacheClusters(2).automaticFailoverEnabled(true));
        mock.clockMode(ClockMode.INSTANT);

        mock.failNode("web-001");

        assertThat(groups.named("web").status()).isEqualTo("available");
        assertThat(ReplicationGroupsSeen.roles(groups.named("web")))
                .containsExactly("web-001 replica", "web-002 primary");
    }

    @Test
    void what_does_not_exist_or_is_not_available_cannot_fail() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mock.failNode(Region.EU_WEST_1, "web"))
                .withMessageStartingWith("There is no cache cluster web in eu-west-1");
        groups.create("web", asked -> asked.numCacheClusters(2).automaticFailoverEnabled(true));
        assertThatIllegalStateException()
                .isThrownBy(() -> mock.failNode("web-001"))
                .withMessage(
                        "Cache cluster web-001 has status creating: its nodes can fail once it is available. Move the"
                                + " clock there first.");
        mock.clock().settle();
        mock.failNode("web-001");
        assertThatIllegalStateException()
                .isThrownBy(() -> mock.failNode("web-002"))
                .withMessageStartingWith("Replication group web has status modifying");
    }

    private ListAssert<String> assertThatEventsOfFailing(String cluster) {
        int before = groups.events().size();
        mock.failNode(cluster);
        mock.clock().settle();
        List<String> events = groups.events();
        return assertThat(events.subList(before, events.size()));
    }
}
