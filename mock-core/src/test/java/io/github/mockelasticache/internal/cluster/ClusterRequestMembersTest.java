package io.github.mockelasticache.internal.cluster;

import static io.github.mockelasticache.testing.Refusal.CACHE_PARAMETER_GROUP_NOT_FOUND;
import static io.github.mockelasticache.testing.Refusal.CACHE_SECURITY_GROUP_NOT_FOUND;
import static io.github.mockelasticache.testing.Refusal.CACHE_SUBNET_GROUP_NOT_FOUND;
import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_COMBINATION;
import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_VALUE;
import static io.github.mockelasticache.testing.Refusal.REPLICATION_GROUP_NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.testing.Clusters;
import io.github.mockelasticache.testing.Refusal;
import io.github.mockelasticache.testing.RequestMembers;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.CreateCacheClusterRequest;
import software.amazon.awssdk.services.elasticache.model.LogDeliveryConfigurationRequest;
import software.amazon.awssdk.services.elasticache.model.ModifyCacheClusterRequest;
import software.amazon.awssdk.services.elasticache.model.Tag;

/** What every member of the two large requests does: each shows in the cluster, or is refused where it cannot. */
class ClusterRequestMembersTest {

    private static final String OUTPOST = "arn:aws:outposts:us-east-1:123456789012:outpost/op-1";
    private static final LogDeliveryConfigurationRequest SLOW_LOG = LogDeliveryConfigurationRequest.builder()
            .logType("slow-log")
            .destinationType("cloudwatch-logs")
            .logFormat("text")
            .destinationDetails(details -> details.cloudWatchLogsDetails(to -> to.logGroup("mygroup")))
            .build();

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.create();

    private final ElastiCacheClient client = mock.client();
    private final Clusters clusters = Clusters.of(client);
    private int created;

    @TestFactory
    Stream<DynamicTest> CreateCacheCluster() {
        return RequestMembers.of(CreateCacheClusterRequest.builder().build())
                .member("CacheClusterId", "is the id", redis(to -> {}, CacheCluster::cacheClusterId, "mycluster1"))
                .member(
                        "ReplicationGroupId",
                        "makes it a replica of that group",
                        refused(REPLICATION_GROUP_NOT_FOUND, to -> to.replicationGroupId("nosuchgroup")))
                .member(
                        "AZMode",
                        "cross-az spreads the nodes",
                        memcached(to -> to.azMode("cross-az"), CacheCluster::preferredAvailabilityZone, "Multiple"))
                .member(
                        "PreferredAvailabilityZone",
                        "is the zone of all nodes",
                        memcached(
                                to -> to.preferredAvailabilityZone("us-east-1d"),
                                CacheCluster::preferredAvailabilityZone,
                                "us-east-1d"))
                .member(
                        "PreferredAvailabilityZones",
                        "has a zone for each node",
                        memcached(
                                to -> to.preferredAvailabilityZones("us-east-1d", "us-east-1e"),
                                cluster -> cluster.cacheNodes().get(1).customerAvailabilityZone(),
                                "us-east-1e"))
                .member(
                        "NumCacheNodes",
                        "is the number of nodes",
                        memcached(
                                to -> to.numCacheNodes(3),
                                cluster -> cluster.cacheNodes().size(),
                                3))
                .member(
                        "CacheNodeType",
                        "is the type of the nodes",
                        redis(to -> to.cacheNodeType("cache.r5.large"), CacheCluster::cacheNodeType, "cache.r5.large"))
                .member("Engine", "is the engine", redis(to -> to.engine("Redis"), CacheCluster::engine, "redis"))
                .member(
                        "EngineVersion",
                        "is its version",
                        redis(to -> to.engineVersion("6.0"), CacheCluster::engineVersion, "6.0.5"))
                .member(
                        "CacheParameterGroupName",
                        "names the parameter group",
                        refused(CACHE_PARAMETER_GROUP_NOT_FOUND, to -> to.cacheParameterGroupName("nosuchgroup")))
                .member(
                        "CacheSubnetGroupName",
                        "names the subnet group",
                        refused(CACHE_SUBNET_GROUP_NOT_FOUND, to -> to.cacheSubnetGroupName("nosuchgroup")))
                .member(
                        "CacheSecurityGroupNames",
                        "names cache security groups",
                        refused(CACHE_SECURITY_GROUP_NOT_FOUND, to -> to.cacheSecurityGroupNames("nosuchgroup")))
                .member(
                        "SecurityGroupIds",
                        "names VPC security groups and so a VPC",
                        redis(
                                to -> to.securityGroupIds("sg-1"),
                                cluster -> cluster.securityGroups().get(0).securityGroupId()
                                        + cluster.cacheSubnetGroupName(),
                                "sg-1default"))
                .member(
                        "Tags",
                        "are its tags",
                        redis(
                                to -> to.tags(Tag.builder().key("stage").build()),
                                cluster -> client.listTagsForResource(of -> of.resourceName(cluster.arn()))
                                        .tagList()
                                        .get(0)
                                        .key(),
                                "stage"))
                .member(
                        "SnapshotArns",
                        "names one file in S3",
                        refused(INVALID_PARAMETER_VALUE, to -> to.snapshotArns("arn:aws:s3:::nothing")))
                .member(
                        "SnapshotName",
                        "names a snapshot to restore",
                        refused(INVALID_PARAMETER_VALUE, to -> to.snapshotName("nosuchsnapshot")))
                .member(
                        "PreferredMaintenanceWindow",
                        "is the maintenance window",
                        redis(
                                to -> to.preferredMaintenanceWindow("sun:05:00-sun:09:00"),
                                CacheCluster::preferredMaintenanceWindow,
                                "sun:05:00-sun:09:00"))
                .member(
                        "Port",
                        "is the port of every endpoint",
                        memcached(
                                to -> to.port(11999),
                                cluster -> cluster.configurationEndpoint().port(),
                                11999))
                .member(
                        "NotificationTopicArn",
                        "is the topic",
                        redis(
                                to -> to.notificationTopicArn("arn:aws:sns:us-east-1:123456789012:mytopic"),
                                cluster -> cluster.notificationConfiguration().topicArn(),
                                "arn:aws:sns:us-east-1:123456789012:mytopic"))
                .member(
                        "AutoMinorVersionUpgrade",
                        "is shown",
                        redis(to -> to.autoMinorVersionUpgrade(false), CacheCluster::autoMinorVersionUpgrade, false))
                .member(
                        "SnapshotRetentionLimit",
                        "keeps automatic snapshots",
                        redis(to -> to.snapshotRetentionLimit(35), CacheCluster::snapshotRetentionLimit, 35))
                .member(
                        "SnapshotWindow",
                        "is the snapshot window",
                        redis(to -> to.snapshotWindow("12:00-13:30"), CacheCluster::snapshotWindow, "12:00-13:30"))
                .member(
                        "AuthToken",
                        "is refused",
                        refused(INVALID_PARAMETER_VALUE, to -> to.authToken("averylongsecrettoken")))
                .member(
                        "OutpostMode",
                        "goes with an Outpost",
                        refused(INVALID_PARAMETER_COMBINATION, to -> to.outpostMode("single-outpost")))
                .member(
                        "PreferredOutpostArn",
                        "is where the nodes are",
                        redis(
                                to -> to.outpostMode("single-outpost").preferredOutpostArn(OUTPOST),
                                cluster -> cluster.preferredOutpostArn()
                                        + cluster.cacheNodes().get(0).customerOutpostArn(),
                                OUTPOST + OUTPOST))
                .member(
                        "PreferredOutpostArns",
                        "name the same Outpost for each node",
                        memcached(
                                to -> to.outpostMode("single-outpost").preferredOutpostArns(OUTPOST, OUTPOST),
                                CacheCluster::preferredOutpostArn,
                                OUTPOST))
                .member(
                        "LogDeliveryConfigurations",
                        "deliver the logs",
                        redis(
                                to -> to.logDeliveryConfigurations(SLOW_LOG),
                                cluster -> cluster.logDeliveryConfigurations()
                                        .get(0)
                                        .statusAsString(),
                                "active"))
                .member(
                        "TransitEncryptionEnabled",
                        "is refused for redis",
                        refused(INVALID_PARAMETER_COMBINATION, to -> to.transitEncryptionEnabled(true)))
                .member(
                        "NetworkType",
                        "must be one of the subnets",
                        refused(
                                INVALID_PARAMETER_COMBINATION,
                                to -> to.cacheSubnetGroupName("default").networkType("ipv6")))
                .member(
                        "IpDiscovery",
                        "must be one of the network type",
                        refused(INVALID_PARAMETER_COMBINATION, to -> to.ipDiscovery("ipv6")))
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> ModifyCacheCluster() {
        return RequestMembers.of(ModifyCacheClusterRequest.builder().build())
                .member(
                        "CacheClusterId",
                        "names the cluster",
                        modified("redis", to -> {}, CacheCluster::cacheClusterStatus, "available"))
                .member(
                        "NumCacheNodes",
                        "is the number of nodes",
                        modified("memcached", to -> to.numCacheNodes(3), CacheCluster::numCacheNodes, 3))
                .member(
                        "CacheNodeIdsToRemove",
                        "names the nodes that leave",
                        modified(
                                "memcached",
                                to -> to.numCacheNodes(1).cacheNodeIdsToRemove("0001"),
                                cluster -> cluster.cacheNodes().get(0).cacheNodeId(),
                                "0002"))
                .member(
                        "AZMode",
                        "cross-az spreads the new nodes",
                        modified(
                                "memcached",
                                to -> to.numCacheNodes(3).azMode("cross-az"),
                                CacheCluster::preferredAvailabilityZone,
                                "Multiple"))
                .member(
                        "NewAvailabilityZones",
                        "has a zone for each new node",
                        modified(
                                "memcached",
                                to -> to.numCacheNodes(3).newAvailabilityZones("us-east-1f"),
                                cluster -> cluster.cacheNodes().get(2).customerAvailabilityZone(),
                                "us-east-1f"))
                .member(
                        "CacheSecurityGroupNames",
                        "names cache security groups",
                        notModified(CACHE_SECURITY_GROUP_NOT_FOUND, to -> to.cacheSecurityGroupNames("nosuchgroup")))
                .member(
                        "SecurityGroupIds",
                        "is for clusters in a VPC",
                        notModified(INVALID_PARAMETER_COMBINATION, to -> to.securityGroupIds("sg-1")))
                .member(
                        "PreferredMaintenanceWindow",
                        "is the maintenance window",
                        modified(
                                "memcached",
                                to -> to.preferredMaintenanceWindow("sun:05:00-sun:09:00"),
                                CacheCluster::preferredMaintenanceWindow,
                                "sun:05:00-sun:09:00"))
                .member(
                        "NotificationTopicArn",
                        "is the topic",
                        modified(
                                "redis",
                                to -> to.notificationTopicArn("arn:aws:sns:us-east-1:123456789012:mytopic"),
                                cluster -> cluster.notificationConfiguration().topicStatus(),
                                "active"))
                .member(
                        "CacheParameterGroupName",
                        "names the parameter group",
                        notModified(CACHE_PARAMETER_GROUP_NOT_FOUND, to -> to.cacheParameterGroupName("nosuchgroup")))
                .member(
                        "NotificationTopicStatus",
                        "needs a topic",
                        notModified(INVALID_PARAMETER_COMBINATION, to -> to.notificationTopicStatus("inactive")))
                .member(
                        "ApplyImmediately",
                        "does not leave it to the maintenance window",
                        modified(
                                "redis",
                                to -> to.applyImmediately(false).cacheNodeType("cache.r5.large"),
                                cluster -> cluster.pendingModifiedValues().cacheNodeType(),
                                "cache.r5.large"))
                .member(
                        "Engine",
                        "can only become valkey",
                        notModified(INVALID_PARAMETER_COMBINATION, to -> to.engine("memcached")))
                .member(
                        "EngineVersion",
                        "must be a newer one",
                        notModified(INVALID_PARAMETER_COMBINATION, to -> to.engineVersion("6.2")))
                .member(
                        "AutoMinorVersionUpgrade",
                        "is shown",
                        modified(
                                "redis",
                                to -> to.autoMinorVersionUpgrade(false),
                                CacheCluster::autoMinorVersionUpgrade,
                                false))
                .member(
                        "SnapshotRetentionLimit",
                        "keeps automatic snapshots",
                        modified("redis", to -> to.snapshotRetentionLimit(3), CacheCluster::snapshotRetentionLimit, 3))
                .member(
                        "SnapshotWindow",
                        "is the snapshot window",
                        modified(
                                "redis",
                                to -> to.snapshotWindow("12:00-13:30"),
                                CacheCluster::snapshotWindow,
                                "12:00-13:30"))
                .member(
                        "CacheNodeType",
                        "is the type of the nodes",
                        modified(
                                "redis",
                                to -> to.cacheNodeType("cache.r5.large"),
                                CacheCluster::cacheNodeType,
                                "cache.r5.large"))
                .member(
                        "AuthToken",
                        "is refused",
                        notModified(INVALID_PARAMETER_VALUE, to -> to.authToken("averylongsecrettoken")))
                .member(
                        "AuthTokenUpdateStrategy",
                        "goes with a token",
                        notModified(INVALID_PARAMETER_COMBINATION, to -> to.authTokenUpdateStrategy("ROTATE")))
                .member(
                        "LogDeliveryConfigurations",
                        "deliver the logs",
                        modified(
                                "redis",
                                to -> to.logDeliveryConfigurations(SLOW_LOG),
                                cluster -> cluster.logDeliveryConfigurations()
                                        .get(0)
                                        .statusAsString(),
                                "active"))
                .member(
                        "IpDiscovery",
                        "must be one of the network type",
                        notModified(INVALID_PARAMETER_COMBINATION, to -> to.ipDiscovery("ipv6")))
                .member(
                        "ScaleConfig",
                        "is for Memcached",
                        notModified(
                                INVALID_PARAMETER_COMBINATION,
                                to -> to.cacheNodeType("cache.r5.large")
                                        .scaleConfig(scale -> scale.scalePercentage(50))))
                .tests();
    }

    private <T> Executable redis(
            Consumer<CreateCacheClusterRequest.Builder> request, Function<CacheCluster, T> shown, T expected) {
        return () -> {
            clusters.redis(nextId(), request);
            assertShown(shown, expected);
        };
    }

    private <T> Executable memcached(
            Consumer<CreateCacheClusterRequest.Builder> request, Function<CacheCluster, T> shown, T expected) {
        return () -> {
            clusters.memcached(nextId(), 2, request);
            assertShown(shown, expected);
        };
    }

    private Executable refused(Refusal refusal, Consumer<CreateCacheClusterRequest.Builder> request) {
        return () -> refusal.isTheAnswerTo(() -> clusters.redis("refused", request), mock);
    }

    /** The requests apply their changes immediately unless they say otherwise. */
    private <T> Executable modified(
            String engine,
            Consumer<ModifyCacheClusterRequest.Builder> request,
            Function<CacheCluster, T> shown,
            @Nullable T expected) {
        return () -> {
            if (engine.equals("redis")) {
                clusters.redis(nextId());
            } else {
                clusters.memcached(nextId(), 2);
            }
            mock.clock().settle();
            clusters.modifyNow("mycluster" + created, request);
            assertShown(shown, expected);
        };
    }

    private Executable notModified(Refusal refusal, Consumer<ModifyCacheClusterRequest.Builder> request) {
        return () -> {
            clusters.redis(nextId());
            mock.clock().settle();
            refusal.isTheAnswerTo(() -> clusters.modifyNow("mycluster" + created, request), mock);
        };
    }

    private <T> void assertShown(Function<CacheCluster, T> shown, @Nullable T expected) {
        mock.clock().settle();
        assertThat(shown.apply(clusters.named("mycluster" + created))).isEqualTo(expected);
    }

    private String nextId() {
        created++;
        return "mycluster" + created;
    }
}
