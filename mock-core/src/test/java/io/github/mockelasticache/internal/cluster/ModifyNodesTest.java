package io.github.mockelasticache.internal.cluster;

import static io.github.mockelasticache.testing.Refusal.INVALID_CACHE_CLUSTER_STATE;
import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_COMBINATION;
import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_VALUE;
import static io.github.mockelasticache.testing.Refusal.INVALID_VPC_NETWORK_STATE;
import static io.github.mockelasticache.testing.Refusal.NODE_QUOTA_FOR_CLUSTER_EXCEEDED;
import static io.github.mockelasticache.testing.Refusal.NODE_QUOTA_FOR_CUSTOMER_EXCEEDED;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.Quotas;
import io.github.mockelasticache.Quotas.Quota;
import io.github.mockelasticache.testing.Clusters;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.CacheNode;

/** Adding and removing the nodes of a Memcached cluster, at once and in the maintenance window. */
class ModifyNodesTest {

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.create();

    private final ElastiCacheClient client = mock.client();
    private final Clusters clusters = Clusters.of(client);

    @Test
    void nodes_added_at_once_show_the_old_number_while_the_cluster_is_modifying() {
        available("mycluster", 1);

        CacheCluster answer = clusters.modifyNow("mycluster", cluster -> cluster.numCacheNodes(3));

        assertThat(answer.cacheClusterStatus()).isEqualTo("modifying");
        assertThat(answer.numCacheNodes()).isEqualTo(1);
        assertThat(answer.pendingModifiedValues().numCacheNodes()).isEqualTo(3);
        assertThat(answer.pendingModifiedValues().hasCacheNodeIdsToRemove()).isFalse();
        assertThat(clusters.nodesOf("mycluster")).containsExactly("0001 available", "0002 creating", "0003 creating");
        assertThat(clusters.named("mycluster").cacheNodes().subList(1, 3)).allSatisfy(node -> {
            assertThat(node.endpoint()).isNull();
            assertThat(node.cacheNodeCreateTime()).isNull();
        });
    }

    @Test
    void after_two_minutes_and_fifty_seconds_the_added_nodes_are_available() {
        available("mycluster", 1);
        clusters.modifyNow("mycluster", cluster -> cluster.numCacheNodes(3));

        mock.clock().advance(Duration.ofSeconds(169));
        assertThat(clusters.named("mycluster").cacheClusterStatus()).isEqualTo("modifying");
        mock.clock().advance(Duration.ofSeconds(1));

        CacheCluster cluster = clusters.named("mycluster");
        assertThat(cluster.cacheClusterStatus()).isEqualTo("available");
        assertThat(cluster.numCacheNodes()).isEqualTo(3);
        assertThat(cluster.pendingModifiedValues().numCacheNodes()).isNull();
        assertThat(cluster.cacheNodes().get(2).cacheNodeCreateTime())
                .isEqualTo(mock.clock().instant());
        assertThat(cluster.cacheNodes().get(2).endpoint().address())
                .startsWith("mycluster.")
                .contains(".0003.");
    }

    /** The order of "Viewing ElastiCache events", user guide. */
    @Test
    void the_events_of_an_addition() {
        available("mycluster", 1);
        String zone = clusters.named("mycluster").preferredAvailabilityZone();
        clusters.modifyNow("mycluster", cluster -> cluster.numCacheNodes(3));
        mock.clock().settle();

        assertThat(clusters.eventsOf("mycluster"))
                .endsWith(
                        "Increasing number of requested nodes",
                        "Added cache node 0002 in availability zone " + zone,
                        "Added cache node 0003 in availability zone " + zone,
                        "Finished modifying number of nodes from 1 to 3");
    }

    @Test
    void nodes_removed_at_once_are_named_until_they_are_gone() {
        available("mycluster", 3);

        CacheCluster answer = clusters.modifyNow(
                "mycluster", cluster -> cluster.numCacheNodes(1).cacheNodeIdsToRemove("0003", "0001"));

        assertThat(answer.cacheClusterStatus()).isEqualTo("modifying");
        assertThat(answer.numCacheNodes()).isEqualTo(3);
        assertThat(answer.pendingModifiedValues().numCacheNodes()).isEqualTo(1);
        assertThat(answer.pendingModifiedValues().cacheNodeIdsToRemove()).containsExactly("0001", "0003");
        assertThat(clusters.nodesOf("mycluster")).containsExactly("0001 deleting", "0002 available", "0003 deleting");
        assertThat(clusters.named("mycluster").cacheNodes().get(0).endpoint()).isNull();

        mock.clock().settle();

        assertThat(clusters.nodesOf("mycluster")).containsExactly("0002 available");
        assertThat(clusters.named("mycluster").numCacheNodes()).isEqualTo(1);
        assertThat(clusters.eventsOf("mycluster")).endsWith("Removed cache nodes 0001, 0003");
    }

    @Test
    void the_numbers_of_removed_nodes_are_not_used_again() {
        available("mycluster", 3);
        clusters.modifyNow("mycluster", cluster -> cluster.numCacheNodes(2).cacheNodeIdsToRemove("0003"));
        mock.clock().settle();

        clusters.modifyNow("mycluster", cluster -> cluster.numCacheNodes(3));
        mock.clock().settle();

        assertThat(clusters.nodesOf("mycluster")).containsExactly("0001 available", "0002 available", "0004 available");
    }

    @Test
    void without_ApplyImmediately_nodes_wait_for_the_maintenance_window_and_the_cluster_stays_available() {
        availableWithWindow("mycluster", 1, "thu:05:00-thu:06:00");

        CacheCluster answer = clusters.modify("mycluster", cluster -> cluster.numCacheNodes(2));

        assertThat(answer.cacheClusterStatus()).isEqualTo("available");
        assertThat(answer.pendingModifiedValues().numCacheNodes()).isEqualTo(2);
        assertThat(clusters.nodesOf("mycluster")).containsExactly("0001 available");
        assertThat(mock.clock().settle()).isEmpty();

        mock.clock().advanceTo(Instant.parse("2025-01-02T05:00:00Z"));
        assertThat(clusters.named("mycluster").cacheClusterStatus()).isEqualTo("modifying");
        mock.clock().settle();
        assertThat(clusters.nodesOf("mycluster")).containsExactly("0001 available", "0002 available");
    }

    @Test
    void moving_the_window_moves_what_is_pending() {
        availableWithWindow("mycluster", 1, "thu:05:00-thu:06:00");
        clusters.modify("mycluster", cluster -> cluster.numCacheNodes(2));

        clusters.modify("mycluster", cluster -> cluster.preferredMaintenanceWindow("fri:05:00-fri:06:00"));

        assertThat(mock.timeline().pending())
                .extracting(each -> each.at().toString())
                .containsExactly("2025-01-03T05:00:00Z");
    }

    @Test
    void a_later_ApplyImmediately_applies_all_that_is_pending() {
        available("mycluster", 1);
        clusters.modify("mycluster", cluster -> cluster.numCacheNodes(2));
        clusters.modify("mycluster", cluster -> cluster.cacheNodeType("cache.m5.xlarge"));

        CacheCluster answer = clusters.modifyNow("mycluster", cluster -> cluster.autoMinorVersionUpgrade(false));

        assertThat(answer.cacheClusterStatus()).isEqualTo("modifying");
        mock.clock().settle();
        assertThat(clusters.named("mycluster").numCacheNodes()).isEqualTo(2);
        assertThat(clusters.named("mycluster").cacheNodeType()).isEqualTo("cache.m5.xlarge");
        assertThat(mock.timeline().pending()).isEmpty();
    }

    @Test
    void a_pending_removal_is_replaced_by_a_new_one() {
        available("mycluster", 4);
        clusters.modify("mycluster", cluster -> cluster.numCacheNodes(1).cacheNodeIdsToRemove("0002", "0003", "0004"));

        CacheCluster answer =
                clusters.modify("mycluster", cluster -> cluster.numCacheNodes(3).cacheNodeIdsToRemove("0001"));

        assertThat(answer.pendingModifiedValues().numCacheNodes()).isEqualTo(3);
        assertThat(answer.pendingModifiedValues().cacheNodeIdsToRemove()).containsExactly("0001");
    }

    @Test
    void a_pending_removal_is_replaced_by_an_addition() {
        available("mycluster", 2);
        clusters.modify("mycluster", cluster -> cluster.numCacheNodes(1).cacheNodeIdsToRemove("0002"));

        CacheCluster answer = clusters.modify("mycluster", cluster -> cluster.numCacheNodes(3));

        assertThat(answer.pendingModifiedValues().numCacheNodes()).isEqualTo(3);
        assertThat(answer.pendingModifiedValues().hasCacheNodeIdsToRemove()).isFalse();
    }

    @Test
    void a_pending_addition_is_replaced_by_a_removal_that_names_its_nodes_too() {
        available("mycluster", 2);
        clusters.modify("mycluster", cluster -> cluster.numCacheNodes(4));

        INVALID_PARAMETER_COMBINATION
                .isTheAnswerTo(
                        () -> clusters.modify(
                                "mycluster", cluster -> cluster.numCacheNodes(1).cacheNodeIdsToRemove("0001")),
                        mock)
                .says("CacheNodeIdsToRemove must have 3 node IDs, as many as nodes are removed, but has 1.");
        CacheCluster answer = clusters.modify(
                "mycluster", cluster -> cluster.numCacheNodes(1).cacheNodeIdsToRemove("0001", "0003", "0004"));

        assertThat(answer.pendingModifiedValues().numCacheNodes()).isEqualTo(1);
        assertThat(answer.pendingModifiedValues().cacheNodeIdsToRemove()).containsExactly("0001");
    }

    @Test
    void pending_additions_add_up_and_an_immediate_one_performs_them_all() {
        available("mycluster", 3);
        clusters.modify("mycluster", cluster -> cluster.numCacheNodes(5));

        CacheCluster answer = clusters.modifyNow(
                "mycluster", cluster -> cluster.numCacheNodes(6).newAvailabilityZones("us-east-1b"));

        assertThat(answer.pendingModifiedValues().numCacheNodes()).isEqualTo(6);
        mock.clock().settle();
        assertThat(clusters.named("mycluster").cacheNodes())
                .extracting(CacheNode::cacheNodeId)
                .containsExactly("0001", "0002", "0003", "0004", "0005", "0006");
        assertThat(clusters.named("mycluster").cacheNodes().get(5).customerAvailabilityZone())
                .isEqualTo("us-east-1b");
    }

    @Test
    void the_present_number_cancels_what_is_pending() {
        available("mycluster", 2);
        clusters.modify("mycluster", cluster -> cluster.numCacheNodes(4));

        CacheCluster answer = clusters.modify("mycluster", cluster -> cluster.numCacheNodes(2));

        assertThat(answer.pendingModifiedValues().numCacheNodes()).isNull();
        assertThat(mock.timeline().pending()).isEmpty();
    }

    @Test
    void a_pending_addition_cannot_become_a_smaller_one() {
        available("mycluster", 2);
        clusters.modify("mycluster", cluster -> cluster.numCacheNodes(5));

        INVALID_PARAMETER_COMBINATION.isTheAnswerTo(
                () -> clusters.modify("mycluster", cluster -> cluster.numCacheNodes(4)), mock);
    }

    @Test
    void new_nodes_go_where_NewAvailabilityZones_says_one_for_each() {
        available("mycluster", 1);

        INVALID_PARAMETER_COMBINATION.isTheAnswerTo(
                () -> clusters.modifyNow(
                        "mycluster", cluster -> cluster.numCacheNodes(3).newAvailabilityZones("us-east-1a")),
                mock);
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(
                        () -> clusters.modifyNow(
                                "mycluster", cluster -> cluster.numCacheNodes(2).newAvailabilityZones("us-west-2a")),
                        mock)
                .says("us-west-2a is not a valid availability zone.");
        clusters.modifyNow(
                "mycluster", cluster -> cluster.numCacheNodes(3).newAvailabilityZones("us-east-1a", "us-east-1b"));
        mock.clock().settle();

        assertThat(zones("mycluster").subList(1, 3)).containsExactly("us-east-1a", "us-east-1b");
        assertThat(clusters.named("mycluster").preferredAvailabilityZone()).isEqualTo("Multiple");
    }

    @Test
    void a_zone_without_a_subnet_is_InvalidVPCNetworkStateFault() {
        mock.registerSubnet(Region.US_EAST_1, "subnet-a", "vpc-1", "us-east-1a");
        client.createCacheSubnetGroup(group -> group.cacheSubnetGroupName("mygroup")
                .cacheSubnetGroupDescription("one zone")
                .subnetIds("subnet-a"));
        clusters.memcached("mycluster", 1, cluster -> cluster.cacheSubnetGroupName("mygroup"));
        mock.clock().settle();

        INVALID_VPC_NETWORK_STATE
                .isTheAnswerTo(
                        () -> clusters.modifyNow(
                                "mycluster", cluster -> cluster.numCacheNodes(2).newAvailabilityZones("us-east-1b")),
                        mock)
                .says("No subnet is present in the cache subnet group for availability zone us-east-1b.");
    }

    @Test
    void cross_az_places_only_the_new_nodes_elsewhere_and_single_az_is_too_late_then() {
        available("mycluster", 2);
        String first = zones("mycluster").get(0);

        clusters.modifyNow("mycluster", cluster -> cluster.numCacheNodes(3).azMode("cross-az"));
        mock.clock().settle();

        assertThat(zones("mycluster").subList(0, 2)).containsExactly(first, first);
        assertThat(zones("mycluster").get(2)).isNotEqualTo(first);
        INVALID_PARAMETER_COMBINATION.isTheAnswerTo(
                () -> clusters.modify("mycluster", cluster -> cluster.azMode("single-az")), mock);
    }

    @Test
    void nodes_to_remove_must_be_nodes_of_the_cluster_and_as_many_as_leave() {
        available("mycluster", 2);

        INVALID_PARAMETER_COMBINATION.isTheAnswerTo(
                () -> clusters.modify("mycluster", cluster -> cluster.numCacheNodes(1)), mock);
        INVALID_PARAMETER_VALUE.isTheAnswerTo(
                () -> clusters.modify(
                        "mycluster", cluster -> cluster.numCacheNodes(1).cacheNodeIdsToRemove("0007")),
                mock);
        INVALID_PARAMETER_COMBINATION
                .isTheAnswerTo(
                        () -> clusters.modify(
                                "mycluster", cluster -> cluster.numCacheNodes(3).cacheNodeIdsToRemove("0001")),
                        mock)
                .says("CacheNodeIdsToRemove is only valid when NumCacheNodes is less than the existing number of cache"
                        + " nodes.");
        INVALID_PARAMETER_VALUE.isTheAnswerTo(
                () -> clusters.modify("mycluster", cluster -> cluster.numCacheNodes(0)), mock);
    }

    @Test
    void a_redis_cluster_has_one_node_and_no_wishes_for_zones() {
        Clusters.withRedis(mock, client, "mycluster");

        INVALID_PARAMETER_VALUE.isTheAnswerTo(
                () -> clusters.modify("mycluster", cluster -> cluster.numCacheNodes(2)), mock);
        INVALID_PARAMETER_COMBINATION.isTheAnswerTo(
                () -> clusters.modify("mycluster", cluster -> cluster.azMode("cross-az")), mock);
    }

    @Test
    void pending_nodes_count_for_the_quotas() {
        try (ElastiCacheMock small = ElastiCacheMock.builder()
                        .quotas(Quotas.documented().with(Quota.NODES, 4).with(Quota.NODES_PER_MEMCACHED_CLUSTER, 3))
                        .build();
                ElastiCacheClient smallClient = small.client()) {
            Clusters few = Clusters.of(smallClient);
            few.memcached("mycluster", 1);
            few.memcached("other", 1);
            small.clock().settle();

            NODE_QUOTA_FOR_CLUSTER_EXCEEDED.isTheAnswerTo(
                    () -> few.modify("mycluster", cluster -> cluster.numCacheNodes(4)), small);
            few.modify("mycluster", cluster -> cluster.numCacheNodes(3));
            NODE_QUOTA_FOR_CUSTOMER_EXCEEDED.isTheAnswerTo(
                    () -> few.modify("other", cluster -> cluster.numCacheNodes(2)), small);
            few.modify("mycluster", cluster -> cluster.numCacheNodes(1));
            few.modify("other", cluster -> cluster.numCacheNodes(2));
        }
    }

    @Test
    void a_cluster_that_is_modifying_cannot_be_modified_again() {
        available("mycluster", 1);
        clusters.modifyNow("mycluster", cluster -> cluster.numCacheNodes(2));

        INVALID_CACHE_CLUSTER_STATE.isTheAnswerTo(
                () -> clusters.modify("mycluster", cluster -> cluster.autoMinorVersionUpgrade(false)), mock);
    }

    private void available(String id, int nodes) {
        Clusters.withMemcached(mock, client, id, nodes);
    }

    private void availableWithWindow(String id, int nodes, String window) {
        clusters.memcached(id, nodes, cluster -> cluster.preferredMaintenanceWindow(window));
        mock.clock().settle();
    }

    private List<String> zones(String id) {
        return clusters.named(id).cacheNodes().stream()
                .map(CacheNode::customerAvailabilityZone)
                .toList();
    }
}
