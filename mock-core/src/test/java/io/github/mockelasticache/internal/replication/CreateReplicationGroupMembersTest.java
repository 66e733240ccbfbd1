package io.github.mockelasticache.internal.replication;

import static io.github.mockelasticache.testing.Refusal.CACHE_CLUSTER_NOT_FOUND;
import static io.github.mockelasticache.testing.Refusal.GLOBAL_REPLICATION_GROUP_NOT_FOUND;
import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_VALUE;
import static io.github.mockelasticache.testing.Refusal.SERVERLESS_CACHE_SNAPSHOT_NOT_FOUND;
import static io.github.mockelasticache.testing.Refusal.USER_GROUP_NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.Platform;
import io.github.mockelasticache.testing.ReplicationGroupsSeen;
import io.github.mockelasticache.testing.RequestMembers;
import io.github.mockelasticache.testing.ServerlessSeen;
import io.github.mockelasticache.testing.UsersSeen;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.ClusterMode;
import software.amazon.awssdk.services.elasticache.model.CreateReplicationGroupRequest;
import software.amazon.awssdk.services.elasticache.model.LogDeliveryConfigurationRequest;
import software.amazon.awssdk.services.elasticache.model.LogFormat;
import software.amazon.awssdk.services.elasticache.model.LogType;
import software.amazon.awssdk.services.elasticache.model.NetworkType;
import software.amazon.awssdk.services.elasticache.model.NodeGroupConfiguration;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;
import software.amazon.awssdk.services.elasticache.model.TransitEncryptionMode;

/** What each member of CreateReplicationGroup does. */
class CreateReplicationGroupMembersTest {

    private static final NodeGroupConfiguration SHARD = NodeGroupConfiguration.builder()
            .nodeGroupId("12")
            .slots("0-16383")
            .primaryAvailabilityZone("us-east-1c")
            .replicaAvailabilityZones("us-east-1a")
            .build();

    private static final LogDeliveryConfigurationRequest LOG = LogDeliveryConfigurationRequest.builder()
            .logType(LogType.SLOW_LOG)
            .destinationType("cloudwatch-logs")
            .destinationDetails(details -> details.cloudWatchLogsDetails(logs -> logs.logGroup("mylogs")))
            .logFormat(LogFormat.JSON)
            .build();

    @AutoClose
    private final ElastiCacheMock mock =
            ElastiCacheMock.builder().platform(Platform.VPC_ONLY).build();

    private final ElastiCacheClient client = mock.client();
    private final ReplicationGroupsSeen groups = ReplicationGroupsSeen.of(client);

    @TestFactory
    Stream<DynamicTest> each_member_is_honoured_or_refused() {
        return RequestMembers.of(CreateReplicationGroupRequest.builder().build())
                .member(
                        "ReplicationGroupId",
                        "names the group, in lower case",
                        () -> assertThat(created("rgId", asked -> {}).replicationGroupId())
                                .isEqualTo("rgid"))
                .member(
                        "ReplicationGroupDescription",
                        "is shown",
                        () -> assertThat(created("desc", asked -> asked.replicationGroupDescription("Mine"))
                                        .description())
                                .isEqualTo("Mine"))
                .member(
                        "GlobalReplicationGroupId",
                        "names the global group of a secondary, which has to exist",
                        () -> GLOBAL_REPLICATION_GROUP_NOT_FOUND.isTheAnswerTo(
                                () -> groups.create("global", asked -> asked.globalReplicationGroupId("g")), mock))
                .member(
                        "PrimaryClusterId",
                        "must be a cluster",
                        () -> CACHE_CLUSTER_NOT_FOUND.isTheAnswerTo(
                                () -> groups.create("prim", asked -> asked.primaryClusterId("nobody")), mock))
                .member(
                        "AutomaticFailoverEnabled",
                        "switches failover on",
                        () -> assertThat(created(
                                                "failover",
                                                asked -> asked.numCacheClusters(2)
                                                        .automaticFailoverEnabled(true))
                                        .automaticFailoverAsString())
                                .isEqualTo("enabled"))
                .member(
                        "MultiAZEnabled",
                        "switches Multi-AZ on",
                        () -> assertThat(created(
                                                "multiaz",
                                                asked -> asked.numCacheClusters(2)
                                                        .automaticFailoverEnabled(true)
                                                        .multiAZEnabled(true))
                                        .multiAZAsString())
                                .isEqualTo("enabled"))
                .member(
                        "NumCacheClusters",
                        "is the number of members",
                        () -> assertThat(created("num", asked -> asked.numCacheClusters(4))
                                        .memberClusters())
                                .hasSize(4))
                .member(
                        "PreferredCacheClusterAZs",
                        "are the members' zones, in order",
                        () -> assertThat(created(
                                                "zones",
                                                asked -> asked.numCacheClusters(2)
                                                        .preferredCacheClusterAZs("us-east-1c", "us-east-1a"))
                                        .nodeGroups()
                                        .get(0)
                                        .nodeGroupMembers())
                                .extracting(member -> member.preferredAvailabilityZone())
                                .containsExactly("us-east-1c", "us-east-1a"))
                .member(
                        "NumNodeGroups",
                        "is the number of node groups",
                        () -> assertThat(created("shards", asked -> asked.numNodeGroups(2))
                                        .nodeGroups())
                                .hasSize(2))
                .member(
                        "ReplicasPerNodeGroup",
                        "is the number of replicas of each",
                        () -> assertThat(created(
                                                "replicas",
                                                asked -> asked.numNodeGroups(2).replicasPerNodeGroup(2))
                                        .memberClusters())
                                .hasSize(6))
                .member("NodeGroupConfiguration", "sets id, slots and zones", () -> {
                    ReplicationGroup group = created(
                            "conf",
                            asked -> asked.clusterMode(ClusterMode.ENABLED).nodeGroupConfiguration(SHARD));
                    assertThat(ReplicationGroupsSeen.shards(group)).containsExactly("12 0-16383 available");
                    assertThat(group.memberClusters()).containsExactly("conf-12-001", "conf-12-002");
                })
                .member(
                        "CacheNodeType",
                        "is that of all members",
                        () -> assertThat(created("type", asked -> asked.cacheNodeType("cache.r5.large"))
                                        .cacheNodeType())
                                .isEqualTo("cache.r5.large"))
                .member(
                        "Engine",
                        "is redis or valkey",
                        () -> assertThat(created(
                                                "engine",
                                                asked -> asked.engine("valkey").transitEncryptionEnabled(false))
                                        .engine())
                                .isEqualTo("valkey"))
                .member(
                        "EngineVersion",
                        "is that of the members, with the patch level",
                        () -> assertThat(member("version", asked -> asked.engineVersion("6.2"))
                                        .engineVersion())
                                .isEqualTo("6.2.6"))
                .member(
                        "CacheParameterGroupName",
                        "decides on cluster mode",
                        () -> assertThat(created(
                                                "params",
                                                asked -> asked.cacheParameterGroupName("default.redis7.cluster.on"))
                                        .clusterEnabled())
                                .isTrue())
                .member("CacheSubnetGroupName", "is where the members are", () -> {
                    client.createCacheSubnetGroup(group -> group.cacheSubnetGroupName("mine")
                            .cacheSubnetGroupDescription("mine")
                            .subnetIds("subnet-1"));
                    assertThat(member("subnets", asked -> asked.cacheSubnetGroupName("mine"))
                                    .cacheSubnetGroupName())
                            .isEqualTo("mine");
                })
                .member(
                        "CacheSecurityGroupNames",
                        "is for EC2-Classic only",
                        () -> INVALID_PARAMETER_VALUE
                                .isTheAnswerTo(
                                        () -> groups.create(
                                                "classic", asked -> asked.cacheSecurityGroupNames("default")),
                                        mock)
                                .hasMessageStartingWith(
                                        "Use of cache security groups is not permitted in this API version for your account."))
                .member(
                        "SecurityGroupIds",
                        "are those of the members",
                        () -> assertThat(member("sg", asked -> asked.securityGroupIds("sg-1"))
                                        .securityGroups())
                                .extracting(group -> group.securityGroupId())
                                .containsExactly("sg-1"))
                .member(
                        "Tags",
                        "are those of group and members",
                        () -> assertThat(groups.tags(
                                        member("tags", asked -> asked.tags(ReplicationGroupsSeen.tag("a", "1")))
                                                .arn()))
                                .hasSize(1))
                .member("SnapshotArns", "must be objects in S3", () -> {
                    INVALID_PARAMETER_VALUE.isTheAnswerTo(
                            () -> groups.create("arns", asked -> asked.snapshotArns("arn:aws:s3:::bucket")), mock);
                    created("arns", asked -> asked.snapshotArns("arn:aws:s3:::bucket/dump.rdb"));
                })
                .member(
                        "SnapshotName",
                        "must be a snapshot",
                        () -> INVALID_PARAMETER_VALUE.isTheAnswerTo(
                                () -> groups.create("snap", asked -> asked.snapshotName("nothing")), mock))
                .member(
                        "PreferredMaintenanceWindow",
                        "is that of the members",
                        () -> assertThat(member(
                                                "window",
                                                asked -> asked.preferredMaintenanceWindow("sun:23:00-mon:01:30"))
                                        .preferredMaintenanceWindow())
                                .isEqualTo("sun:23:00-mon:01:30"))
                .member(
                        "Port",
                        "is that of the endpoints",
                        () -> assertThat(created("port", asked -> asked.port(7000))
                                        .nodeGroups()
                                        .get(0)
                                        .primaryEndpoint()
                                        .port())
                                .isEqualTo(7000))
                .member(
                        "NotificationTopicArn",
                        "is that of the members",
                        () -> assertThat(member(
                                                "topic",
                                                asked -> asked.notificationTopicArn("arn:aws:sns:us-east-1:1:t"))
                                        .notificationConfiguration()
                                        .topicStatus())
                                .isEqualTo("active"))
                .member("AutoMinorVersionUpgrade", "is shown by group and members", () -> {
                    assertThat(created("minor", asked -> asked.autoMinorVersionUpgrade(false))
                                    .autoMinorVersionUpgrade())
                            .isFalse();
                    assertThat(groups.cluster("minor-001").autoMinorVersionUpgrade())
                            .isFalse();
                })
                .member("SnapshotRetentionLimit", "turns automatic snapshots on", () -> {
                    ReplicationGroup group = created("retain", asked -> asked.snapshotRetentionLimit(7));
                    assertThat(group.snapshotRetentionLimit()).isEqualTo(7);
                    assertThat(group.snapshottingClusterId()).isEqualTo("retain-001");
                })
                .member("SnapshotWindow", "is that of group and members", () -> {
                    ReplicationGroup group = created(
                            "snapwin",
                            asked -> asked.snapshotWindow("05:00-09:00")
                                    .preferredMaintenanceWindow("sun:23:00-mon:01:30"));
                    assertThat(group.snapshotWindow()).isEqualTo("05:00-09:00");
                    assertThat(groups.cluster("snapwin-001").snapshotWindow()).isEqualTo("05:00-09:00");
                })
                .member("AuthToken", "turns AUTH on", () -> {
                    ReplicationGroup group = created(
                            "auth",
                            asked -> asked.authToken("sixteen-letters-!").transitEncryptionEnabled(true));
                    assertThat(group.authTokenEnabled()).isTrue();
                    assertThat(group.authTokenLastModifiedDate()).isNotNull();
                })
                .member(
                        "TransitEncryptionEnabled",
                        "turns TLS on",
                        () -> assertThat(member("tls", asked -> asked.transitEncryptionEnabled(true))
                                        .transitEncryptionEnabled())
                                .isTrue())
                .member(
                        "AtRestEncryptionEnabled",
                        "is shown by group and members",
                        () -> assertThat(member("rest", asked -> asked.atRestEncryptionEnabled(true))
                                        .atRestEncryptionEnabled())
                                .isTrue())
                .member(
                        "KmsKeyId",
                        "is shown",
                        () -> assertThat(created(
                                                "kms",
                                                asked -> asked.atRestEncryptionEnabled(true)
                                                        .kmsKeyId("arn:aws:kms:us-east-1:123456789012:key/"
                                                                + "1234abcd-12ab-34cd-56ef-1234567890ab"))
                                        .kmsKeyId())
                                .endsWith("1234567890ab"))
                .member("UserGroupIds", "is the user group that is let in", () -> {
                    USER_GROUP_NOT_FOUND.isTheAnswerTo(
                            () -> groups.create(
                                    "users",
                                    asked -> asked.userGroupIds("nobody").transitEncryptionEnabled(true)),
                            mock);
                    UsersSeen.of(client).createGroup("admins", "default");
                    mock.clock().settle();
                    assertThat(created(
                                            "users",
                                            asked -> asked.userGroupIds("admins")
                                                    .cacheSubnetGroupName("default")
                                                    .transitEncryptionEnabled(true))
                                    .userGroupIds())
                            .containsExactly("admins");
                })
                .member("LogDeliveryConfigurations", "are enabled with the group", () -> {
                    ReplicationGroup group = groups.create("logs", asked -> asked.logDeliveryConfigurations(LOG));
                    assertThat(group.logDeliveryConfigurations().get(0).statusAsString())
                            .isEqualTo("enabling");
                    assertThat(groups.available("logs")
                                    .logDeliveryConfigurations()
                                    .get(0)
                                    .statusAsString())
                            .isEqualTo("active");
                    assertThat(groups.cluster("logs-001").replicationGroupLogDeliveryEnabled())
                            .isTrue();
                })
                .member(
                        "DataTieringEnabled",
                        "goes with r6gd nodes",
                        () -> assertThat(created(
                                                "tier",
                                                asked -> asked.dataTieringEnabled(true)
                                                        .cacheNodeType("cache.r6gd.xlarge"))
                                        .dataTieringAsString())
                                .isEqualTo("enabled"))
                .member(
                        "NetworkType",
                        "must be one that the subnets have",
                        () -> assertThat(created("net", asked -> asked.networkType(NetworkType.IPV4))
                                        .networkTypeAsString())
                                .isEqualTo("ipv4"))
                .member(
                        "IpDiscovery",
                        "must be one that the network has",
                        () -> assertThat(created("ip", asked -> asked.ipDiscovery("ipv4"))
                                        .ipDiscoveryAsString())
                                .isEqualTo("ipv4"))
                .member(
                        "TransitEncryptionMode",
                        "is shown by group and members",
                        () -> assertThat(member(
                                                "mode",
                                                asked -> asked.transitEncryptionEnabled(true)
                                                        .transitEncryptionMode(TransitEncryptionMode.PREFERRED))
                                        .transitEncryptionModeAsString())
                                .isEqualTo("preferred"))
                .member(
                        "ClusterMode",
                        "decides on cluster mode",
                        () -> assertThat(created("cmode", asked -> asked.clusterMode(ClusterMode.ENABLED))
                                        .clusterEnabled())
                                .isTrue())
                .member("ServerlessCacheSnapshotName", "names what is restored, whose engine it gets", () -> {
                    ServerlessSeen.of(client).snapshotOf(mock, "served", "valkey", "8");
                    assertThat(created(
                                            "restored",
                                            asked -> asked.serverlessCacheSnapshotName("served")
                                                    .transitEncryptionEnabled(false))
                                    .engine())
                            .isEqualTo("valkey");
                    assertThat(groups.cluster("restored-001").engineVersion()).isEqualTo("8.2.0");
                    SERVERLESS_CACHE_SNAPSHOT_NOT_FOUND.isTheAnswerTo(
                            () -> groups.create("nosuch", asked -> asked.serverlessCacheSnapshotName("s")), mock);
                })
                .tests();
    }

    private ReplicationGroup created(String id, Consumer<CreateReplicationGroupRequest.Builder> settings) {
        return groups.created(id, settings);
    }

    private CacheCluster member(String id, Consumer<CreateReplicationGroupRequest.Builder> settings) {
        groups.created(id, settings);
        return groups.cluster(id + "-001");
    }
}
