package io.github.mockelasticache.internal.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.Quotas;
import io.github.mockelasticache.Quotas.Quota;
import io.github.mockelasticache.testing.Clusters;
import io.github.mockelasticache.testing.Groups;
import io.github.mockelasticache.testing.MockState;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.CacheNode;
import software.amazon.awssdk.services.elasticache.model.PendingModifiedValues;

/** What holds whatever is done to the cache clusters of a mock, and in whatever order. */
class RandomClusterStepsTest {

    private static final int NODES = 9;
    private static final Set<String> WITHOUT_NODES = Set.of("creating", "deleting");

    @Property(seed = "20250201", tries = 40)
    void a_cluster_lists_as_many_nodes_as_it_has_by_ascending_numbers(@ForAll("steps") List<ClusterStep> steps) {
        try (ElastiCacheMock mock = mock();
                ElastiCacheClient client = mock.client()) {
            for (ClusterStep step : steps) {
                step.on(mock, client);

                for (CacheCluster cluster : Clusters.of(client).all()) {
                    List<String> ids = cluster.cacheNodes().stream()
                            .map(CacheNode::cacheNodeId)
                            .toList();
                    assertThat(ids).as(step.toString()).isSorted().doesNotHaveDuplicates();
                    if (cluster.cacheClusterStatus().equals("available")) {
                        assertThat(ids).as(step.toString()).hasSize(cluster.numCacheNodes());
                        assertThat(cluster.cacheNodes())
                                .extracting(CacheNode::cacheNodeStatus)
                                .containsOnly("available");
                        assertThat(ids)
                                .containsAll(cluster.cacheParameterGroup().cacheNodeIdsToReboot());
                    }
                    assertThat(cluster.hasCacheNodes())
                            .as(step.toString())
                            .isNotEqualTo(WITHOUT_NODES.contains(cluster.cacheClusterStatus()));
                }
            }
        }
    }

    @Property(seed = "20250202", tries = 12)
    void a_refused_call_changes_nothing(@ForAll("steps") List<ClusterStep> steps) {
        try (ElastiCacheMock mock = mock();
                ElastiCacheClient client = mock.client()) {
            for (ClusterStep step : steps) {
                MockState before = MockState.of(mock);
                if (!step.on(mock, client)) {
                    assertThat(MockState.of(mock)).as(step.toString()).isEqualTo(before);
                }
            }
        }
    }

    @Property(seed = "20250203", tries = 40)
    void after_the_next_maintenance_window_nothing_is_pending_and_every_cluster_is_available(
            @ForAll("steps") List<ClusterStep> steps) {
        try (ElastiCacheMock mock = mock();
                ElastiCacheClient client = mock.client()) {
            steps.forEach(step -> step.on(mock, client));

            mock.clock().settle();
            mock.clock().advance(Duration.ofDays(8));
            mock.clock().settle();

            for (CacheCluster cluster : Clusters.of(client).all()) {
                assertThat(cluster.cacheClusterStatus()).isEqualTo("available");
                assertThat(cluster.pendingModifiedValues())
                        .isEqualTo(PendingModifiedValues.builder().build());
                assertThat(cluster.cacheParameterGroup().parameterApplyStatus()).isIn("in-sync", "pending-reboot");
            }
            assertThat(mock.timeline().pending())
                    .allMatch(each -> each.aspect().equals("automatic snapshot")
                            || each.resource().contains(":snapshot:"));
        }
    }

    @Property(seed = "20250204", tries = 40)
    void when_all_clusters_are_gone_nothing_is_in_use_and_the_whole_quota_is_free(
            @ForAll("steps") List<ClusterStep> steps) {
        try (ElastiCacheMock mock = mock();
                ElastiCacheClient client = mock.client()) {
            Clusters clusters = Clusters.of(client);
            steps.forEach(step -> step.on(mock, client));
            mock.clock().settle();

            clusters.all().forEach(cluster -> clusters.delete(cluster.cacheClusterId()));
            mock.clock().settle();

            assertThat(clusters.all()).isEmpty();
            clusters.memcached("last", NODES);
            assertThatCode(() -> {
                        Groups.of(client).delete("mysecurity");
                        client.deleteCacheParameterGroup(
                                group -> group.cacheParameterGroupName(ClusterStep.group("memcached1.6")));
                        client.deleteCacheParameterGroup(
                                group -> group.cacheParameterGroupName(ClusterStep.group("redis7")));
                    })
                    .doesNotThrowAnyException();
        }
    }

    @Property(seed = "20250205", tries = 40)
    void a_group_is_in_use_as_long_as_a_cluster_shows_it(@ForAll("steps") List<ClusterStep> steps) {
        try (ElastiCacheMock mock = mock();
                ElastiCacheClient client = mock.client()) {
            steps.forEach(step -> step.on(mock, client));
            mock.clock().settle();
            mock.clock().advance(Duration.ofDays(8));
            mock.clock().settle();

            for (String family : List.of("memcached1.6", "redis7")) {
                String group = ClusterStep.group(family);
                boolean shown = Clusters.of(client).all().stream()
                        .anyMatch(cluster -> cluster.cacheParameterGroup()
                                .cacheParameterGroupName()
                                .equals(group));
                ClusterStep delete = new ClusterStep(
                        "delete " + group,
                        (each, caller) ->
                                caller.deleteCacheParameterGroup(named -> named.cacheParameterGroupName(group)));
                assertThat(delete.on(mock, client)).isNotEqualTo(shown);
            }
        }
    }

    @Provide
    Arbitrary<List<ClusterStep>> steps() {
        return ClusterStep.any().list().ofMinSize(5).ofMaxSize(45).withSizeDistribution(RandomDistribution.uniform());
    }

    /** Two clusters are there already, which leave five nodes to the others. */
    private static ElastiCacheMock mock() {
        ElastiCacheMock mock = ElastiCacheMock.builder()
                .quotas(Quotas.documented().with(Quota.NODES, NODES))
                .build();
        try (ElastiCacheClient client = mock.client()) {
            Groups.of(client).create("mysecurity");
            for (String family : List.of("memcached1.6", "redis7")) {
                client.createCacheParameterGroup(group -> group.cacheParameterGroupName(ClusterStep.group(family))
                        .cacheParameterGroupFamily(family)
                        .description("the caller's own group"));
            }
            Clusters.of(client).memcached("memcached-1", 3);
            Clusters.of(client).redis("redis-1");
        }
        mock.clock().settle();
        return mock;
    }
}
