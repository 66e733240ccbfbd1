package io.github.mockelasticache.internal.cluster;

import static io.github.mockelasticache.testing.Refusal.CACHE_CLUSTER_ALREADY_EXISTS;
import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_COMBINATION;
import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_VALUE;
import static io.github.mockelasticache.testing.Refusal.INVALID_VPC_NETWORK_STATE;
import static io.github.mockelasticache.testing.Refusal.NODE_QUOTA_FOR_CLUSTER_EXCEEDED;
import static io.github.mockelasticache.testing.Refusal.NODE_QUOTA_FOR_CUSTOMER_EXCEEDED;
import static io.github.mockelasticache.testing.Refusal.REPLICATION_GROUP_NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.Platform;
import io.github.mockelasticache.Quotas;
import io.github.mockelasticache.Quotas.Quota;
import io.github.mockelasticache.testing.Clusters;
import io.github.mockelasticache.time.ClockMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.CacheNode;
import software.amazon.awssdk.services.elasticache.model.CacheSecurityGroupMembership;
import software.amazon.awssdk.services.elasticache.model.IpDiscovery;
import software.amazon.awssdk.services.elasticache.model.LogDeliveryConfigurationRequest;
import software.amazon.awssdk.services.elasticache.model.NetworkType;
import software.amazon.awssdk.services.elasticache.model.Subnet;

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

    @Test
    void nodes_in_several_zones_make_the_cluster_Multiple_from_the_start() {
        CacheCluster created = clusters.memcached(
                "mycluster", 2, cluster -> cluster.preferredAvailabilityZones("us-east-1a", "us-east-1c"));

        assertThat(created.preferredAvailabilityZone()).isEqualTo("Multiple");
    }

    @Test
    void without_a_wish_all_nodes_are_in_one_zone_and_with_cross_az_in_several() {
        clusters.memcached("single", 3);
        clusters.memcached("cross", 3, cluster -> cluster.azMode("cross-az"));
        mock.clock().settle();

        assertThat(zonesOf("single")).hasSize(1);
        assertThat(zonesOf("cross")).hasSize(3);
        assertThat(clusters.named("cross").preferredAvailabilityZone()).isEqualTo("Multiple");
    }

    @Test
    void snapshots_are_nothing_for_memcached() {
        INVALID_PARAMETER_COMBINATION
                .isTheAnswerTo(
                        () -> clusters.memcached("mycluster", 1, cluster -> cluster.snapshotRetentionLimit(1)), mock)
                .says("Snapshots are not supported for engine memcached.");
        INVALID_PARAMETER_COMBINATION.isTheAnswerTo(
                () -> clusters.memcached("mycluster", 1, cluster -> cluster.snapshotWindow("05:00-06:00")), mock);
    }

    @Test
    void retention_on_a_t1_node_is_InvalidParameterCombination() {
        INVALID_PARAMETER_COMBINATION
                .isTheAnswerTo(
                        () -> clusters.redis(
                                "mycluster",
                                cluster -> cluster.engineVersion("2.8.24")
                                        .cacheNodeType("cache.t1.micro")
                                        .snapshotRetentionLimit(1)),
                        mock)
                .says("Instance type does not support snapshotting. Snapshot retention limit parameter should not be"
                        + " specified.");
    }

    @Test
    void windows_must_be_an_hour_long_and_apart() {
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(
                        () -> clusters.redis("mycluster", cluster -> cluster.snapshotWindow("05:00-05:30")), mock)
                .says("Snapshot window must be at least 60 minutes.");
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(
                        () -> clusters.redis(
                                "mycluster",
                                cluster -> cluster.snapshotWindow("05:00-07:00")
                                        .preferredMaintenanceWindow("sun:06:00-sun:07:00")),
                        mock)
                .says("The snapshot window and maintenance window must not overlap.");
    }

    @Test
    void a_zone_that_does_not_exist_is_InvalidParameterValue() {
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(
                        () -> clusters.redis("mycluster", cluster -> cluster.preferredAvailabilityZone("us-west-2a")),
                        mock)
                .says("us-west-2a is not a valid availability zone.");
    }

    @Test
    void a_zone_without_a_subnet_is_InvalidVPCNetworkStateFault() {
        mock.registerSubnet(Region.US_EAST_1, "subnet-a", "vpc-1", "us-east-1a");
        client.createCacheSubnetGroup(group -> group.cacheSubnetGroupName("mygroup")
                .cacheSubnetGroupDescription("one zone")
                .subnetIds("subnet-a"));

        INVALID_VPC_NETWORK_STATE
                .isTheAnswerTo(
                        () -> clusters.redis(
                                "mycluster",
                                cluster -> cluster.cacheSubnetGroupName("mygroup")
                                        .preferredAvailabilityZone("us-east-1b")),
                        mock)
                .says("No subnet is present in the cache subnet group for availability zone us-east-1b.");
    }

    @Test
    void there_must_be_a_zone_for_each_node() {
        INVALID_PARAMETER_COMBINATION
                .isTheAnswerTo(
                        () -> clusters.memcached(
                                "mycluster", 3, cluster -> cluster.preferredAvailabilityZones("us-east-1a")),
                        mock)
                .says("Must specify the same number of preferred availability zones as requested number of nodes.");
    }

    @Test
    void the_mode_of_the_zones_must_fit_the_zones_and_the_nodes() {
        INVALID_PARAMETER_COMBINATION.isTheAnswerTo(
                () -> clusters.redis("mycluster", cluster -> cluster.azMode("cross-az")), mock);
        INVALID_PARAMETER_COMBINATION.isTheAnswerTo(
                () -> clusters.memcached(
                        "mycluster",
                        2,
                        cluster -> cluster.azMode("single-az").preferredAvailabilityZones("us-east-1a", "us-east-1b")),
                mock);
        INVALID_PARAMETER_COMBINATION.isTheAnswerTo(
                () -> clusters.memcached(
                        "mycluster", 2, cluster -> cluster.azMode("cross-az").preferredAvailabilityZone("us-east-1a")),
                mock);
    }

    @Test
    void cache_security_groups_are_not_for_an_account_without_EC2_Classic_nor_together_with_a_VPC() {
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(
                        () -> clusters.redis("mycluster", cluster -> cluster.cacheSecurityGroupNames("mygroup")), mock)
                .says("Use of cache security groups is not permitted in this API version for your account.");
        try (ElastiCacheMock classic = ElastiCacheMock.create();
                ElastiCacheClient classicClient = classic.client()) {
            INVALID_PARAMETER_COMBINATION
                    .isTheAnswerTo(
                            () -> Clusters.of(classicClient)
                                    .redis(
                                            "mycluster",
                                            cluster -> cluster.cacheSecurityGroupNames("default")
                                                    .securityGroupIds("sg-1")),
                            classic)
                    .says("Use of cache security groups is not permitted along with cache subnet group and/or security"
                            + " group Ids.");
        }
    }

    @Test
    void an_outpost_is_named_together_with_its_mode_and_only_one_at_a_time() {
        INVALID_PARAMETER_COMBINATION.isTheAnswerTo(
                () -> clusters.redis("mycluster", cluster -> cluster.preferredOutpostArn("arn:aws:outposts:one")),
                mock);
        INVALID_PARAMETER_COMBINATION.isTheAnswerTo(
                () -> clusters.memcached(
                        "mycluster",
                        2,
                        cluster -> cluster.outpostMode("single-outpost")
                                .preferredOutpostArns("arn:aws:outposts:one", "arn:aws:outposts:other")),
                mock);
        INVALID_PARAMETER_VALUE.isTheAnswerTo(
                () -> clusters.redis(
                        "mycluster",
                        cluster -> cluster.outpostMode("cross-outpost").preferredOutpostArn("arn:aws:outposts:one")),
                mock);
    }

    @Test
    void logs_are_delivered_from_redis_6_on_and_enabling_until_the_cluster_is_available() {
        LogDeliveryConfigurationRequest slowLog = LogDeliveryConfigurationRequest.builder()
                .logType("slow-log")
                .destinationType("cloudwatch-logs")
                .logFormat("json")
                .destinationDetails(details -> details.cloudWatchLogsDetails(to -> to.logGroup("mygroup")))
                .build();
        INVALID_PARAMETER_COMBINATION.isTheAnswerTo(
                () -> clusters.redis(
                        "mycluster", cluster -> cluster.engineVersion("5.0.6").logDeliveryConfigurations(slowLog)),
                mock);
        INVALID_PARAMETER_COMBINATION.isTheAnswerTo(
                () -> clusters.memcached("mycluster", 1, cluster -> cluster.logDeliveryConfigurations(slowLog)), mock);
        INVALID_PARAMETER_COMBINATION.isTheAnswerTo(
                () -> clusters.redis("mycluster", cluster -> cluster.logDeliveryConfigurations(slowLog, slowLog)),
                mock);

        CacheCluster created = clusters.redis("mycluster", cluster -> cluster.logDeliveryConfigurations(slowLog));

        assertThat(created.logDeliveryConfigurations().get(0).statusAsString()).isEqualTo("enabling");
        mock.clock().settle();
        assertThat(clusters.named("mycluster")
                        .logDeliveryConfigurations()
                        .get(0)
                        .statusAsString())
                .isEqualTo("active");
    }

    @Test
    void an_IPv6_address_needs_subnets_an_engine_and_nodes_that_can_have_one() {
        mock.registerSubnet(
                Region.US_EAST_1,
                "vpc-1",
                Subnet.builder()
                        .subnetIdentifier("subnet-both")
                        .subnetAvailabilityZone(zone -> zone.name("us-east-1a"))
                        .supportedNetworkTypes(NetworkType.IPV4, NetworkType.IPV6, NetworkType.DUAL_STACK)
                        .build());
        client.createCacheSubnetGroup(group -> group.cacheSubnetGroupName("mygroup")
                .cacheSubnetGroupDescription("both")
                .subnetIds("subnet-both"));

        CacheCluster created = clusters.redis(
                "mycluster",
                cluster -> cluster.cacheSubnetGroupName("mygroup")
                        .networkType("dual_stack")
                        .ipDiscovery("ipv6"));
        assertThat(created.networkType()).isEqualTo(NetworkType.DUAL_STACK);
        assertThat(created.ipDiscovery()).isEqualTo(IpDiscovery.IPV6);
        INVALID_PARAMETER_COMBINATION.isTheAnswerTo(
                () -> clusters.redis("other", cluster -> cluster.networkType("ipv6")), mock);
        INVALID_PARAMETER_COMBINATION.isTheAnswerTo(
                () -> clusters.redis(
                        "other",
                        cluster -> cluster.cacheSubnetGroupName("mygroup")
                                .networkType("ipv6")
                                .engineVersion("6.0")),
                mock);
        INVALID_PARAMETER_COMBINATION.isTheAnswerTo(
                () -> clusters.redis(
                        "other",
                        cluster -> cluster.cacheSubnetGroupName("mygroup")
                                .networkType("ipv6")
                                .cacheNodeType("cache.t2.micro")),
                mock);
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

    private List<String> zonesOf(String id) {
        return clusters.named(id).cacheNodes().stream()
                .map(CacheNode::customerAvailabilityZone)
                .distinct()
                .toList();
    }
}
