package io.github.mockelasticache.internal.cluster;

import static io.github.mockelasticache.testing.Refusal.CACHE_CLUSTER_NOT_FOUND;
import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_COMBINATION;
import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_VALUE;
import static io.github.mockelasticache.testing.Refusal.REPLICATION_GROUP_NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.testing.Clusters;
import io.github.mockelasticache.testing.RequestMembers;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.ListAllowedNodeTypeModificationsRequest;
import software.amazon.awssdk.services.elasticache.model.ListAllowedNodeTypeModificationsResponse;

class ListAllowedNodeTypeModificationsTest {

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.create();

    private final ElastiCacheClient client = mock.client();
    private final Clusters clusters = Clusters.of(client);

    @TestFactory
    Stream<DynamicTest> every_member_of_the_request_counts() {
        return RequestMembers.of(
                        ListAllowedNodeTypeModificationsRequest.builder().build())
                .member(
                        "CacheClusterId",
                        "names a cluster",
                        () -> CACHE_CLUSTER_NOT_FOUND
                                .isTheAnswerTo(() -> of("nosuchcluster"), mock)
                                .says("CacheCluster not found: nosuchcluster"))
                .member(
                        "ReplicationGroupId",
                        "names a replication group",
                        () -> REPLICATION_GROUP_NOT_FOUND.isTheAnswerTo(
                                () -> client.listAllowedNodeTypeModifications(
                                        one -> one.replicationGroupId("nosuchgroup")),
                                mock))
                .tests();
    }

    @Test
    void exactly_one_of_both_must_be_given() {
        INVALID_PARAMETER_COMBINATION.isTheAnswerTo(() -> client.listAllowedNodeTypeModifications(none -> {}), mock);
        INVALID_PARAMETER_COMBINATION.isTheAnswerTo(
                () -> client.listAllowedNodeTypeModifications(
                        both -> both.cacheClusterId("mycluster").replicationGroupId("mygroup")),
                mock);
        INVALID_PARAMETER_VALUE.isTheAnswerTo(() -> of(" "), mock);
    }

    @Test
    void types_with_more_memory_are_above_and_those_with_less_below_in_the_order_of_their_names() {
        Clusters.withRedis(mock, client, "mycluster");

        ListAllowedNodeTypeModificationsResponse allowed = of("MyCluster");

        assertThat(allowed.scaleUpModifications())
                .contains("cache.m5.xlarge", "cache.r5.large", "cache.m6g.large", "cache.r6g.16xlarge")
                .isSorted()
                .doesNotContain("cache.m5.large");
        assertThat(allowed.scaleDownModifications())
                .contains("cache.t3.micro", "cache.t4g.small")
                .isSorted()
                .doesNotContainAnyElementsOf(allowed.scaleUpModifications());
    }

    @Test
    void the_engine_version_must_run_on_them() {
        clusters.redis("older", cluster -> cluster.engineVersion("4.0.10"));
        clusters.memcached("memcached", 1, cluster -> cluster.engineVersion("1.4.34"));

        assertThat(of("older").scaleUpModifications())
                .contains("cache.m5.xlarge")
                .doesNotContain("cache.m6g.xlarge");
        assertThat(of("memcached").scaleUpModifications()).doesNotContain("cache.m6g.xlarge");
    }

    @Test
    void nodes_with_data_tiering_are_a_world_of_their_own() {
        clusters.redis("tiered", cluster -> cluster.cacheNodeType("cache.r6gd.xlarge"));
        clusters.redis("other");

        assertThat(of("tiered").scaleUpModifications()).isNotEmpty().allMatch(type -> type.startsWith("cache.r6gd."));
        assertThat(of("other").scaleUpModifications()).noneMatch(type -> type.startsWith("cache.r6gd."));
    }

    @Test
    void a_previous_generation_is_a_choice_only_from_within_it() {
        clusters.redis("current");
        clusters.redis(
                "previous", cluster -> cluster.cacheNodeType("cache.m3.medium").engineVersion("2.8.24"));

        assertThat(of("current").scaleDownModifications()).doesNotContain("cache.m3.medium", "cache.m1.small");
        assertThat(of("previous").scaleUpModifications()).contains("cache.m3.large");
    }

    private ListAllowedNodeTypeModificationsResponse of(String id) {
        return client.listAllowedNodeTypeModifications(cluster -> cluster.cacheClusterId(id));
    }
}
