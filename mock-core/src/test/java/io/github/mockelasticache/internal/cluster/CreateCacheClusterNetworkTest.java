package io.github.mockelasticache.internal.cluster;

import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_COMBINATION;
import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_VALUE;
import static io.github.mockelasticache.testing.Refusal.INVALID_VPC_NETWORK_STATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.Platform;
import io.github.mockelasticache.testing.Clusters;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.CacheNode;
import software.amazon.awssdk.services.elasticache.model.IpDiscovery;
import software.amazon.awssdk.services.elasticache.model.LogDeliveryConfigurationRequest;
import software.amazon.awssdk.services.elasticache.model.NetworkType;
import software.amazon.awssdk.services.elasticache.model.Subnet;

/** Where the nodes of a new cluster are, when they are maintained, and where their logs go. */
class CreateCacheClusterNetworkTest {

    @AutoClose
    private final ElastiCacheMock mock =
            ElastiCacheMock.builder().platform(Platform.VPC_ONLY).build();

    private final ElastiCacheClient client = mock.client();
    private final Clusters clusters = Clusters.of(client);

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

    private List<String> zonesOf(String id) {
        return clusters.named(id).cacheNodes().stream()
                .map(CacheNode::customerAvailabilityZone)
                .distinct()
                .toList();
    }
}
