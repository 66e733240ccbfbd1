package io.github.mockelasticache.internal.cluster;

import static io.github.mockelasticache.testing.Refusal.CACHE_CLUSTER_NOT_FOUND;
import static io.github.mockelasticache.testing.Refusal.INVALID_CACHE_CLUSTER_STATE;
import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_VALUE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.testing.Clusters;
import io.github.mockelasticache.testing.RequestMembers;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.CacheNode;
import software.amazon.awssdk.services.elasticache.model.CacheParameterGroupStatus;
import software.amazon.awssdk.services.elasticache.model.ParameterNameValue;
import software.amazon.awssdk.services.elasticache.model.RebootCacheClusterRequest;

/** Reboots, and the parameters that wait for one. */
class RebootCacheClusterTest {

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.create();

    private final ElastiCacheClient client = mock.client();
    private final Clusters clusters = Clusters.of(client);

    @TestFactory
    Stream<DynamicTest> every_member_of_the_request_counts() {
        Clusters.withMemcached(mock, client, "mycluster", 2);
        return RequestMembers.of(RebootCacheClusterRequest.builder().build())
                .member(
                        "CacheClusterId",
                        "names the cluster",
                        () -> CACHE_CLUSTER_NOT_FOUND
                                .isTheAnswerTo(() -> clusters.reboot("nosuchcluster", "0001"), mock)
                                .says("CacheCluster not found: nosuchcluster"))
                .member("CacheNodeIdsToReboot", "names the nodes", () -> {
                    INVALID_PARAMETER_VALUE
                            .isTheAnswerTo(() -> clusters.reboot("mycluster"), mock)
                            .says("The parameter CacheNodeIdsToReboot must be provided and must not be null.");
                    INVALID_PARAMETER_VALUE.isTheAnswerTo(() -> clusters.reboot("mycluster", "0003"), mock);
                    INVALID_PARAMETER_VALUE.isTheAnswerTo(() -> clusters.reboot("mycluster", "0001", "0001"), mock);
                })
                .tests();
    }

    @Test
    void only_the_nodes_named_reboot() {
        Clusters.withMemcached(mock, client, "mycluster", 2);

        CacheCluster answer = clusters.reboot("mycluster", "0002");

        assertThat(answer.cacheClusterStatus()).isEqualTo("rebooting cluster nodes");
        assertThat(clusters.nodesOf("mycluster")).containsExactly("0001 available", "0002 rebooting");
        mock.clock().advance(Duration.ofMinutes(2));
        assertThat(clusters.named("mycluster").cacheClusterStatus()).isEqualTo("available");
        assertThat(clusters.nodesOf("mycluster")).containsExactly("0001 available", "0002 available");
        assertThat(clusters.eventsOf("mycluster")).endsWith("Cache node 0002 shutdown", "Cache node 0002 restarted");
    }

    @Test
    void a_cluster_that_is_not_available_is_InvalidCacheClusterState() {
        clusters.memcached("mycluster", 1);

        INVALID_CACHE_CLUSTER_STATE.isTheAnswerTo(() -> clusters.reboot("mycluster", "0001"), mock);
        mock.clock().settle();
        clusters.reboot("mycluster", "0001");
        INVALID_CACHE_CLUSTER_STATE
                .isTheAnswerTo(() -> clusters.reboot("mycluster", "0001"), mock)
                .says("Cache cluster must be in available state to reboot. Cluster mycluster has state: rebooting"
                        + " cluster nodes.");
    }

    @Test
    void a_parameter_that_needs_no_reboot_is_applied_within_a_minute() {
        clusterWithGroup("redis7");

        set("maxmemory-policy", "allkeys-lru");

        assertThat(group().parameterApplyStatus()).isEqualTo("applying");
        assertThat(clusters.named("mycluster").cacheClusterStatus()).isEqualTo("available");
        mock.clock().advance(Duration.ofMinutes(1));
        assertThat(group().parameterApplyStatus()).isEqualTo("in-sync");
        assertThat(clusters.eventsOf("mycluster")).endsWith("Updated parameter maxmemory-policy to allkeys-lru");
    }

    @Test
    void a_parameter_that_needs_a_reboot_waits_for_it_node_by_node() {
        clusterWithGroup("memcached1.6");

        set("cas_disabled", "1");
        mock.clock().settle();

        assertThat(group().parameterApplyStatus()).isEqualTo("pending-reboot");
        assertThat(group().cacheNodeIdsToReboot()).containsExactly("0001", "0002");
        assertThat(clusters.named("mycluster").cacheNodes())
                .extracting(CacheNode::parameterGroupStatus)
                .containsOnly("pending-reboot");

        clusters.reboot("mycluster", "0001");
        mock.clock().settle();
        assertThat(group().cacheNodeIdsToReboot()).containsExactly("0002");
        assertThat(group().parameterApplyStatus()).isEqualTo("pending-reboot");

        clusters.reboot("mycluster", "0002");
        mock.clock().settle();
        assertThat(group().hasCacheNodeIdsToReboot()).isTrue();
        assertThat(group().cacheNodeIdsToReboot()).isEmpty();
        assertThat(group().parameterApplyStatus()).isEqualTo("in-sync");
    }

    @Test
    void two_changes_are_applied_when_the_later_one_is() {
        clusterWithGroup("redis7");
        set("maxmemory-policy", "allkeys-lru");
        mock.clock().advance(Duration.ofSeconds(30));
        set("timeout", "20");

        mock.clock().advance(Duration.ofSeconds(30));
        assertThat(group().parameterApplyStatus()).isEqualTo("applying");
        mock.clock().advance(Duration.ofSeconds(30));
        assertThat(group().parameterApplyStatus()).isEqualTo("in-sync");
    }

    @Test
    void another_group_with_other_values_of_such_parameters_needs_a_reboot_too() {
        clusterWithGroup("memcached1.6");
        client.createCacheParameterGroup(other -> other.cacheParameterGroupName("other")
                .cacheParameterGroupFamily("memcached1.6")
                .description("other"));
        set("other", "cas_disabled", "1");

        clusters.modifyNow("mycluster", cluster -> cluster.cacheParameterGroupName("other"));
        mock.clock().settle();

        assertThat(group().parameterApplyStatus()).isEqualTo("pending-reboot");
        assertThat(group().cacheNodeIdsToReboot()).containsExactly("0001", "0002");
    }

    @Test
    void a_cluster_that_is_being_created_starts_with_the_new_values() {
        client.createCacheParameterGroup(group -> group.cacheParameterGroupName("mygroup")
                .cacheParameterGroupFamily("redis7")
                .description("my group"));
        clusters.redis("mycluster", cluster -> cluster.cacheParameterGroupName("mygroup"));

        set("timeout", "20");

        assertThat(group().parameterApplyStatus()).isEqualTo("in-sync");
    }

    private void clusterWithGroup(String family) {
        client.createCacheParameterGroup(group -> group.cacheParameterGroupName("mygroup")
                .cacheParameterGroupFamily(family)
                .description("my group"));
        if (family.startsWith("memcached")) {
            clusters.memcached("mycluster", 2, cluster -> cluster.cacheParameterGroupName("mygroup"));
        } else {
            clusters.redis("mycluster", cluster -> cluster.cacheParameterGroupName("mygroup"));
        }
        mock.clock().settle();
    }

    private void set(String parameter, String value) {
        set("mygroup", parameter, value);
    }

    private void set(String group, String parameter, String value) {
        client.modifyCacheParameterGroup(changed -> changed.cacheParameterGroupName(group)
                .parameterNameValues(ParameterNameValue.builder()
                        .parameterName(parameter)
                        .parameterValue(value)
                        .build()));
    }

    private CacheParameterGroupStatus group() {
        return clusters.named("mycluster").cacheParameterGroup();
    }
}
