package io.github.mockelasticache.internal.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.Platform;
import io.github.mockelasticache.testing.Clusters;
import io.github.mockelasticache.time.ClockMode;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.CacheNode;
import software.amazon.awssdk.services.elasticache.model.CacheSecurityGroupMembership;
import software.amazon.awssdk.services.elasticache.model.IpDiscovery;
import software.amazon.awssdk.services.elasticache.model.NetworkType;

class CreateCacheClusterTest {

    @AutoClose
    private final ElastiCacheMock mock =
            ElastiCacheMock.builder().platform(Platform.VPC_ONLY).build();

    private final ElastiCacheClient client = mock.client();
    private final Clusters clusters = Clusters.of(client);

    @Test
    void what_the_service_fills_in_for_memcached() {
        CacheCluster created = clusters.memcached("mycluster", 2);

        assertThat(created.cacheClusterStatus()).isEqualTo("creating");
        assertThat(created.engine()).isEqualTo("memcached");
        assertThat(created.engineVersion()).isEqualTo("1.6.22");
        assertThat(created.cacheParameterGroup().cacheParameterGroupName()).isEqualTo("default.memcached1.6");
        assertThat(created.cacheParameterGroup().parameterApplyStatus()).isEqualTo("in-sync");
        assertThat(created.cacheParameterGroup().hasCacheNodeIdsToReboot()).isTrue();
        assertThat(created.cacheSubnetGroupName()).isEqualTo("default");
        assertThat(created.numCacheNodes()).isEqualTo(2);
        assertThat(created.autoMinorVersionUpgrade()).isTrue();
        assertThat(created.networkType()).isEqualTo(NetworkType.IPV4);
        assertThat(created.ipDiscovery()).isEqualTo(IpDiscovery.IPV4);
        assertThat(created.authTokenEnabled()).isFalse();
        assertThat(created.transitEncryptionEnabled()).isFalse();
        assertThat(created.atRestEncryptionEnabled()).isFalse();
        assertThat(created.replicationGroupLogDeliveryEnabled()).isFalse();
        assertThat(created.clientDownloadLandingPage())
                .isEqualTo("https://console.aws.amazon.com/elasticache/home#client-download:");
        assertThat(created.arn()).isEqualTo("arn:aws:elasticache:us-east-1:123456789012:cluster:mycluster");
        assertThat(created.snapshotRetentionLimit()).isNull();
        assertThat(created.snapshotWindow()).isNull();
    }

    @Test
    void what_the_service_fills_in_for_redis() {
        CacheCluster created = clusters.redis("mycluster");

        assertThat(created.engineVersion()).isEqualTo("7.1.0");
        assertThat(created.cacheParameterGroup().cacheParameterGroupName()).isEqualTo("default.redis7");
        assertThat(created.snapshotRetentionLimit()).isZero();
        assertThat(created.snapshotWindow()).matches("\\d\\d:\\d\\d-\\d\\d:\\d\\d");
    }

    @Test
    void lists_and_structures_without_content_are_there_and_empty() {
        CacheCluster created = clusters.redis("mycluster");

        assertThat(created.pendingModifiedValues()).isNotNull();
        assertThat(created.hasCacheSecurityGroups()).isTrue();
        assertThat(created.cacheSecurityGroups()).isEmpty();
        assertThat(created.hasLogDeliveryConfigurations()).isTrue();
        assertThat(created.logDeliveryConfigurations()).isEmpty();
        assertThat(created.hasSecurityGroups()).isFalse();
    }

    @Test
    void what_is_known_only_when_the_nodes_exist_is_absent_until_then() {
        CacheCluster created = clusters.memcached("mycluster", 1);

        assertThat(created.cacheClusterCreateTime()).isNull();
        assertThat(created.configurationEndpoint()).isNull();
        assertThat(created.preferredAvailabilityZone()).isNull();
        assertThat(created.hasCacheNodes()).isFalse();
        assertThat(clusters.named("mycluster")).isEqualTo(created);
    }

    @Test
    void after_five_minutes_it_is_available_with_its_nodes_and_endpoints() {
        clusters.memcached("mycluster", 2);

        mock.clock().advance(Duration.ofMinutes(5));

        CacheCluster available = clusters.named("mycluster");
        assertThat(available.cacheClusterStatus()).isEqualTo("available");
        assertThat(available.cacheClusterCreateTime()).isEqualTo(Instant.parse("2025-01-01T00:05:00Z"));
        assertThat(available.configurationEndpoint().address())
                .matches("mycluster\\.[0-9a-z]{6}\\.cfg\\.use1\\.cache\\.amazonaws\\.com");
        assertThat(available.configurationEndpoint().port()).isEqualTo(11211);
        assertThat(available.cacheNodes()).extracting(CacheNode::cacheNodeId).containsExactly("0001", "0002");
        assertThat(available.cacheNodes()).allSatisfy(node -> {
            assertThat(node.cacheNodeStatus()).isEqualTo("available");
            assertThat(node.cacheNodeCreateTime()).isEqualTo(available.cacheClusterCreateTime());
            assertThat(node.parameterGroupStatus()).isEqualTo("in-sync");
            assertThat(node.customerAvailabilityZone()).isEqualTo(available.preferredAvailabilityZone());
            assertThat(node.endpoint().address())
                    .matches("mycluster\\.[0-9a-z]{6}\\." + node.cacheNodeId() + "\\.use1\\.cache\\.amazonaws\\.com");
            assertThat(node.endpoint().port()).isEqualTo(11211);
        });
    }

    @Test
    void a_redis_cluster_has_no_configuration_endpoint() {
        clusters.redis("mycluster");
        mock.clock().settle();

        assertThat(clusters.named("mycluster").configurationEndpoint()).isNull();
        assertThat(clusters.named("mycluster").cacheNodes().get(0).endpoint().port())
                .isEqualTo(6379);
    }

    @Test
    void the_events_of_a_new_cluster_are_its_parameter_group_its_creation_and_its_nodes() {
        clusters.memcached("mycluster", 2, cluster -> cluster.preferredAvailabilityZones("us-east-1a", "us-east-1b"));
        assertThat(clusters.eventsOf("mycluster")).isEmpty();

        mock.clock().settle();

        assertThat(clusters.eventsOf("mycluster"))
                .containsExactly(
                        "Updated to use a CacheParameterGroup default.memcached1.6",
                        "Cache cluster created",
                        "Added cache node 0001 in availability zone us-east-1a",
                        "Added cache node 0002 in availability zone us-east-1b");
    }

    @Test
    void a_redis_cluster_on_a_burstable_node_is_told_that_it_does_not_persist() {
        clusters.redis(
                "mycluster",
                cluster -> cluster.cacheNodeType("cache.t3.micro").preferredAvailabilityZone("us-east-1a"));
        mock.clock().settle();

        assertThat(clusters.eventsOf("mycluster"))
                .containsExactly(
                        "Updated to use a CacheParameterGroup default.redis7",
                        "Cache cluster created",
                        "This cache cluster does not support persistence (ex: 'appendonly').  Please use a different"
                                + " instance type to enable persistence.",
                        "Added cache node 0001 in availability zone us-east-1a");
    }

    @ParameterizedTest
    @CsvSource({"us-east-1, 3, 11", "eu-west-1, 22, 30", "ap-southeast-1, 14, 22"})
    void the_maintenance_window_is_an_hour_of_the_regions_block(String region, int first, int end) {
        for (int number = 1; number < 30; number++) {
            String id = "mycluster" + number;
            try (ElastiCacheClient regional = mock.client(Region.of(region))) {
                String window = Clusters.of(regional).memcached(id, 1).preferredMaintenanceWindow();

                assertThat(window)
                        .matches("(mon|tue|wed|thu|fri|sat|sun):\\d\\d:00-(mon|tue|wed|thu|fri|sat|sun):\\d\\d:00");
                int hour = Integer.parseInt(window.substring(4, 6));
                assertThat(hour < first ? hour + 24 : hour).isBetween(first, end - 1);
            }
        }
    }

    @Test
    void the_windows_that_the_service_chooses_do_not_overlap() {
        for (int number = 1; number < 50; number++) {
            String id = "mycluster" + number;
            CacheCluster created = clusters.redis(id);
            assertThat(created.preferredMaintenanceWindow().substring(4, 6))
                    .isNotEqualTo(created.snapshotWindow().substring(0, 2));
        }
    }

    @Test
    void the_same_calls_on_another_mock_give_the_same_cluster() {
        clusters.redis("mycluster");
        mock.clock().settle();
        try (ElastiCacheMock other =
                        ElastiCacheMock.builder().platform(Platform.VPC_ONLY).build();
                ElastiCacheClient otherClient = other.client()) {
            Clusters others = Clusters.of(otherClient);
            others.redis("mycluster");
            other.clock().settle();

            assertThat(others.named("mycluster")).isEqualTo(clusters.named("mycluster"));
        }
    }

    @Test
    void with_EC2_Classic_a_cluster_is_in_the_default_cache_security_group_and_in_no_subnet_group() {
        try (ElastiCacheMock classic = ElastiCacheMock.create();
                ElastiCacheClient classicClient = classic.client()) {
            CacheCluster created = Clusters.of(classicClient).memcached("mycluster", 1);

            assertThat(created.cacheSubnetGroupName()).isNull();
            assertThat(created.cacheSecurityGroups())
                    .containsExactly(CacheSecurityGroupMembership.builder()
                            .cacheSecurityGroupName("default")
                            .status("active")
                            .build());
        }
    }

    @Test
    void engine_names_and_ids_are_stored_in_lower_case() {
        CacheCluster created = clusters.create(cluster -> cluster.cacheClusterId("MyCluster")
                .engine("Memcached")
                .cacheNodeType("cache.m5.large")
                .numCacheNodes(1));

        assertThat(created.cacheClusterId()).isEqualTo("mycluster");
        assertThat(created.engine()).isEqualTo("memcached");
        assertThat(clusters.named("MYCLUSTER")).isEqualTo(created);
    }

    @Test
    void in_instant_mode_a_cluster_is_available_at_once_and_modified_at_once() {
        try (ElastiCacheMock instant =
                        ElastiCacheMock.builder().clockMode(ClockMode.INSTANT).build();
                ElastiCacheClient instantClient = instant.client()) {
            Clusters atOnce = Clusters.of(instantClient);
            assertThat(atOnce.memcached("mycluster", 10).cacheClusterStatus()).isEqualTo("creating");
            assertThat(atOnce.named("mycluster").cacheClusterStatus()).isEqualTo("available");

            assertThat(atOnce.modifyNow("mycluster", cluster -> cluster.cacheNodeType("cache.m5.xlarge"))
                            .cacheClusterStatus())
                    .isEqualTo("modifying");

            assertThat(atOnce.named("mycluster").cacheNodeType()).isEqualTo("cache.m5.xlarge");
            assertThat(instant.clock().instant()).isEqualTo(Instant.parse("2025-01-01T00:00:00Z"));
        }
    }
}
