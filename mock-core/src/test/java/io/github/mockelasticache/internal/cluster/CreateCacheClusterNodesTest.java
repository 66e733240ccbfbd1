package io.github.mockelasticache.internal.cluster;

import static io.github.mockelasticache.testing.Refusal.CACHE_CLUSTER_ALREADY_EXISTS;
import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_COMBINATION;
import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_VALUE;
import static io.github.mockelasticache.testing.Refusal.NODE_QUOTA_FOR_CLUSTER_EXCEEDED;
import static io.github.mockelasticache.testing.Refusal.NODE_QUOTA_FOR_CUSTOMER_EXCEEDED;
import static io.github.mockelasticache.testing.Refusal.REPLICATION_GROUP_NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.Platform;
import io.github.mockelasticache.Quotas;
import io.github.mockelasticache.Quotas.Quota;
import io.github.mockelasticache.testing.Clusters;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;

/** The id, the engine and the nodes that a new cluster is asked to have. */
class CreateCacheClusterNodesTest {

    @AutoClose
    private final ElastiCacheMock mock =
            ElastiCacheMock.builder().platform(Platform.VPC_ONLY).build();

    private final ElastiCacheClient client = mock.client();
    private final Clusters clusters = Clusters.of(client);

    @Test
    void the_id_of_a_cluster_that_exists_is_CacheClusterAlreadyExists() {
        clusters.redis("mycluster");

        CACHE_CLUSTER_ALREADY_EXISTS
                .isTheAnswerTo(() -> clusters.memcached("MyCluster", 1), mock)
                .says("Cache cluster already exists");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1cluster", "my_cluster", "my--cluster", "mycluster-", "my.cluster"})
    void an_id_that_is_no_identifier_is_InvalidParameterValue(String id) {
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> clusters.redis(id), mock)
                .says("The parameter CacheClusterIdentifier is not a valid identifier. Identifiers must begin with a"
                        + " letter; must contain only ASCII letters, digits, and hyphens; and must not end with a"
                        + " hyphen or contain two consecutive hyphens.");
    }

    @Test
    void an_id_has_at_most_fifty_characters() {
        clusters.redis("a".repeat(50));

        INVALID_PARAMETER_VALUE.isTheAnswerTo(() -> clusters.redis("a".repeat(51)), mock);
    }

    @Test
    void the_node_type_the_engine_and_the_number_of_nodes_are_required() {
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> clusters.redis("mycluster", cluster -> cluster.cacheNodeType(null)), mock)
                .says("The parameter CacheNodeType must be provided and must not be null.");
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> clusters.redis("mycluster", cluster -> cluster.engine(null)), mock)
                .says("The parameter Engine must be provided and must not be null.");
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> clusters.redis("mycluster", cluster -> cluster.numCacheNodes(null)), mock)
                .says("The parameter NumCacheNodes must be provided and must not be null.");
    }

    @Test
    void a_redis_cluster_with_more_than_one_node_is_InvalidParameterValue() {
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> clusters.redis("mycluster", cluster -> cluster.numCacheNodes(2)), mock)
                .says("Cannot create a Redis cluster with a NumCacheNodes parameter greater than 1.");
    }

    /** hashicorp/terraform-provider-aws#41181: only CreateReplicationGroup knows it. */
    @Test
    void a_valkey_cluster_is_InvalidParameterValue() {
        INVALID_PARAMETER_VALUE.isTheAnswerTo(
                () -> clusters.redis("mycluster", cluster -> cluster.engine("valkey")), mock);
    }

    @Test
    void a_memcached_cluster_has_at_most_forty_nodes() {
        clusters.memcached("mycluster", 40);

        NODE_QUOTA_FOR_CLUSTER_EXCEEDED
                .isTheAnswerTo(() -> clusters.memcached("other", 41), mock)
                .says("Cluster node quota exceeded. Each cluster can have at most 40 nodes in this region.");
    }

    @Test
    void all_nodes_of_the_region_count_for_the_quota() {
        try (ElastiCacheMock small = ElastiCacheMock.builder()
                        .quotas(Quotas.documented().with(Quota.NODES, 3))
                        .build();
                ElastiCacheClient smallClient = small.client()) {
            Clusters few = Clusters.of(smallClient);
            few.memcached("mycluster", 2);

            NODE_QUOTA_FOR_CUSTOMER_EXCEEDED
                    .isTheAnswerTo(() -> few.memcached("other", 2), small)
                    .says("Customer node quota exceeded. You can have at most 3 nodes in this region");
            small.clock().settle();
            few.delete("mycluster");
            small.clock().settle();
            few.memcached("other", 3);
        }
    }

    @Test
    void a_replica_of_an_unknown_replication_group_is_ReplicationGroupNotFoundFault() {
        REPLICATION_GROUP_NOT_FOUND.isTheAnswerTo(
                () -> clusters.create(
                        cluster -> cluster.cacheClusterId("mycluster").replicationGroupId("nosuchgroup")),
                mock);
    }

    @ParameterizedTest
    @CsvSource({
        "6.2, 6.2.6, default.redis6.x",
        "7.0, 7.0.7, default.redis7",
        "5.0.6, 5.0.6, default.redis5.0",
        "4.0.10, 4.0.10, default.redis4.0"
    })
    void a_version_is_reported_with_its_patch_and_brings_its_family(String asked, String reported, String group) {
        CacheCluster created = clusters.redis("mycluster", cluster -> cluster.engineVersion(asked));

        assertThat(created.engineVersion()).isEqualTo(reported);
        assertThat(created.cacheParameterGroup().cacheParameterGroupName()).isEqualTo(group);
    }

    @Test
    void a_patch_of_version_6_or_newer_cannot_be_chosen() {
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> clusters.redis("mycluster", cluster -> cluster.engineVersion("6.2.6")), mock)
                .says("Specific version selection is not allowed for '6.2.6', please use '6.2'");
    }

    @Test
    void an_unknown_version_is_InvalidParameterCombination() {
        INVALID_PARAMETER_COMBINATION
                .isTheAnswerTo(() -> clusters.redis("mycluster", cluster -> cluster.engineVersion("9.9")), mock)
                .says("Cannot find version 9.9 for redis");
    }

    @Test
    void a_parameter_group_of_another_family_is_InvalidParameterCombination() {
        INVALID_PARAMETER_COMBINATION
                .isTheAnswerTo(
                        () -> clusters.redis(
                                "mycluster", cluster -> cluster.cacheParameterGroupName("default.redis6.x")),
                        mock)
                .says("Expected a parameter group of family redis7 but found one of family redis6.x");
    }

    @Test
    void a_parameter_group_with_cluster_mode_is_InvalidParameterCombination() {
        INVALID_PARAMETER_COMBINATION
                .isTheAnswerTo(
                        () -> clusters.redis(
                                "mycluster", cluster -> cluster.cacheParameterGroupName("default.redis7.cluster.on")),
                        mock)
                .says("Cluster mode should be disabled in parameter group, but found it is enabled.");
    }

    @Test
    void tls_is_for_memcached_from_1_6_12_on() {
        assertThat(clusters.memcached("mycluster", 1, cluster -> cluster.transitEncryptionEnabled(true))
                        .transitEncryptionEnabled())
                .isTrue();
        INVALID_PARAMETER_COMBINATION
                .isTheAnswerTo(
                        () -> clusters.memcached(
                                "older",
                                1,
                                cluster -> cluster.engineVersion("1.6.6").transitEncryptionEnabled(true)),
                        mock)
                .says("Encryption feature is not supported for engine MEMCACHED.");
        INVALID_PARAMETER_COMBINATION
                .isTheAnswerTo(() -> clusters.redis("other", cluster -> cluster.transitEncryptionEnabled(true)), mock)
                .says("Encryption feature is not supported for engine REDIS.");
    }

    @Test
    void an_auth_token_is_refused() {
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(
                        () -> clusters.redis("mycluster", cluster -> cluster.authToken("averylongsecrettoken")), mock)
                .says("The AUTH token is only supported when encryption-in-transit is enabled");
        INVALID_PARAMETER_COMBINATION.isTheAnswerTo(
                () -> clusters.memcached(
                        "mycluster",
                        1,
                        cluster -> cluster.transitEncryptionEnabled(true).authToken("averylongsecrettoken")),
                mock);
    }
}
