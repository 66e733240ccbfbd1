package io.github.mockelasticache.internal.replication;

import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_COMBINATION;
import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_VALUE;
import static io.github.mockelasticache.testing.Refusal.USER_GROUP_NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.testing.ReplicationGroupsSeen;
import io.github.mockelasticache.testing.RequestMembers;
import io.github.mockelasticache.testing.UsersSeen;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.AuthTokenUpdateStrategyType;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.ClusterMode;
import software.amazon.awssdk.services.elasticache.model.LogDeliveryConfigurationRequest;
import software.amazon.awssdk.services.elasticache.model.ModifyReplicationGroupRequest;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;

/** What each member of ModifyReplicationGroup does. */
class ModifyReplicationGroupMembersTest {

    private static final LogDeliveryConfigurationRequest LOG = LogDeliveryConfigurationRequest.builder()
            .logType("engine-log")
            .destinationType("kinesis-firehose")
            .destinationDetails(details -> details.kinesisFirehoseDetails(logs -> logs.deliveryStream("mystream")))
            .logFormat("text")
            .build();

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.create();

    private final ElastiCacheClient client = mock.client();
    private final ReplicationGroupsSeen groups = ReplicationGroupsSeen.of(client);

    @TestFactory
    Stream<DynamicTest> each_member_is_honoured_or_refused() {
        groups.created("classic", asked -> asked.numCacheClusters(2));
        groups.created("vpc", asked -> asked.numCacheClusters(2).cacheSubnetGroupName("default"));
        groups.created("tls", asked -> asked.cacheSubnetGroupName("default").transitEncryptionEnabled(true));
        groups.created("rbac", asked -> asked.cacheSubnetGroupName("default").transitEncryptionEnabled(true));
        UsersSeen.of(client).createGroup("admins", "default");
        mock.clock().settle();
        client.createCacheSecurityGroup(
                group -> group.cacheSecurityGroupName("mine").description("mine"));
        client.createCacheParameterGroup(group -> group.cacheParameterGroupName("mine")
                .cacheParameterGroupFamily("redis7")
                .description("mine"));
        return RequestMembers.of(ModifyReplicationGroupRequest.builder().build())
                .member("ReplicationGroupId", "names the group in any case", () -> groups.modify("VPC", asked -> {}))
                .member(
                        "ReplicationGroupDescription",
                        "is shown",
                        () -> assertThat(modified("vpc", asked -> asked.replicationGroupDescription("New"))
                                        .description())
                                .isEqualTo("New"))
                .member(
                        "PrimaryClusterId",
                        "promotes a replica",
                        () -> assertThat(ReplicationGroupsSeen.roles(
                                        modified("vpc", asked -> asked.primaryClusterId("VPC-002"))))
                                .containsExactly("vpc-001 replica", "vpc-002 primary"))
                .member("SnapshottingClusterId", "goes with SnapshotRetentionLimit", () -> {
                    refused(
                            asked -> asked.snapshottingClusterId("vpc-001"),
                            "Must specify both SnapshotRetentionLimit and SnapshottingClusterId to turn on snapshots");
                    assertThat(modified(
                                            "vpc",
                                            asked -> asked.snapshottingClusterId("vpc-001")
                                                    .snapshotRetentionLimit(1))
                                    .snapshottingClusterId())
                            .isEqualTo("vpc-001");
                })
                .member("AutomaticFailoverEnabled", "switches failover", () -> {
                    assertThat(modified("vpc", asked -> asked.automaticFailoverEnabled(true))
                                    .automaticFailoverAsString())
                            .isEqualTo("enabled");
                    assertThat(modified("vpc", asked -> asked.automaticFailoverEnabled(false))
                                    .automaticFailoverAsString())
                            .isEqualTo("disabled");
                })
                .member("MultiAZEnabled", "switches Multi-AZ where there is failover", () -> {
                    refused(
                            asked -> asked.multiAZEnabled(true),
                            "Multi-AZ can only be enabled when automatic failover is enabled.");
                    assertThat(modified(
                                            "vpc",
                                            asked -> asked.multiAZEnabled(true).automaticFailoverEnabled(true))
                                    .multiAZAsString())
                            .isEqualTo("enabled");
                })
                .member("NodeGroupId", "has no effect: it is deprecated, \"This parameter is not used\"", () -> {
                    ReplicationGroup before = groups.named("vpc");
                    assertThat(modified("vpc", asked -> nodeGroupId(asked))).isEqualTo(before);
                })
                .member("CacheSecurityGroupNames", "are those of the members, in EC2-Classic", () -> {
                    modified("classic", asked -> asked.cacheSecurityGroupNames("mine"));
                    assertThat(groups.cluster("classic-001").cacheSecurityGroups())
                            .extracting(group -> group.cacheSecurityGroupName())
                            .containsExactly("mine");
                    refused(
                            asked -> asked.cacheSecurityGroupNames("mine"),
                            "Use of cache security groups is not permitted along with cache subnet group");
                })
                .member("SecurityGroupIds", "are those of the members, in a VPC", () -> {
                    modified("vpc", asked -> asked.securityGroupIds("sg-9"));
                    assertThat(groups.cluster("vpc-001").securityGroups())
                            .extracting(group -> group.securityGroupId())
                            .containsExactly("sg-9");
                    assertThat(groups.events()).contains("vpc-002: Applied change to security group");
                })
                .member(
                        "PreferredMaintenanceWindow",
                        "is that of the members",
                        () -> assertThat(member(asked -> asked.preferredMaintenanceWindow("sun:23:00-mon:01:30"))
                                        .preferredMaintenanceWindow())
                                .isEqualTo("sun:23:00-mon:01:30"))
                .member(
                        "NotificationTopicArn",
                        "is that of the members",
                        () -> assertThat(member(asked -> asked.notificationTopicArn("arn:aws:sns:us-east-1:1:t"))
                                        .notificationConfiguration()
                                        .topicArn())
                                .isEqualTo("arn:aws:sns:us-east-1:1:t"))
                .member("CacheParameterGroupName", "is that of the members", () -> {
                    assertThat(member(asked -> asked.cacheParameterGroupName("mine"))
                                    .cacheParameterGroup()
                                    .cacheParameterGroupName())
                            .isEqualTo("mine");
                    assertThat(groups.events()).contains("vpc-001: Updated to use a CacheParameterGroup mine");
                })
                .member(
                        "NotificationTopicStatus",
                        "is that of the topic",
                        () -> assertThat(member(asked -> asked.notificationTopicStatus("inactive"))
                                        .notificationConfiguration()
                                        .topicStatus())
                                .isEqualTo("inactive"))
                .member(
                        "ApplyImmediately",
                        "decides whether a change waits",
                        () -> assertThat(client.modifyReplicationGroup(asked ->
                                                asked.replicationGroupId("tls").cacheNodeType("cache.m5.xlarge"))
                                        .replicationGroup()
                                        .status())
                                .isEqualTo("available"))
                .member(
                        "Engine",
                        "cannot go back",
                        () -> INVALID_PARAMETER_VALUE.isTheAnswerTo(
                                () -> groups.modify("vpc", asked -> asked.engine("memcached")), mock))
                .member(
                        "EngineVersion",
                        "cannot be lowered",
                        () -> refused(asked -> asked.engineVersion("7.0"), "Cannot modify redis from 7.1.0 to 7.0.7"))
                .member(
                        "AutoMinorVersionUpgrade",
                        "is shown",
                        () -> assertThat(modified("vpc", asked -> asked.autoMinorVersionUpgrade(false))
                                        .autoMinorVersionUpgrade())
                                .isFalse())
                .member("SnapshotRetentionLimit", "of zero turns snapshots off", () -> {
                    ReplicationGroup group = modified("vpc", asked -> asked.snapshotRetentionLimit(0));
                    assertThat(group.snapshotRetentionLimit()).isZero();
                    assertThat(group.snapshottingClusterId()).isNull();
                })
                .member(
                        "SnapshotWindow",
                        "is that of group and members",
                        () -> assertThat(member(asked -> asked.snapshotWindow("09:00-10:00"))
                                        .snapshotWindow())
                                .isEqualTo("09:00-10:00"))
                .member(
                        "CacheNodeType",
                        "is that of group and members",
                        () -> assertThat(member(asked -> asked.cacheNodeType("cache.r5.large"))
                                        .cacheNodeType())
                                .isEqualTo("cache.r5.large"))
                .member(
                        "AuthToken",
                        "needs TLS",
                        () -> INVALID_PARAMETER_VALUE.isTheAnswerTo(
                                () -> groups.modify("vpc", asked -> asked.authToken("sixteen-letters-!")), mock))
                .member("AuthTokenUpdateStrategy", "is ROTATE or SET", () -> {
                    INVALID_PARAMETER_VALUE
                            .isTheAnswerTo(
                                    () -> groups.modify(
                                            "tls",
                                            asked -> asked.authTokenUpdateStrategy(AuthTokenUpdateStrategyType.DELETE)),
                                    mock)
                            .hasMessageStartingWith("Auth token update strategy delete is not supported currently");
                    INVALID_PARAMETER_COMBINATION.isTheAnswerTo(
                            () -> groups.modify(
                                    "tls",
                                    asked -> asked.authToken("sixteen-letters-!")
                                            .authTokenUpdateStrategy(AuthTokenUpdateStrategyType.SET)),
                            mock);
                })
                .member("UserGroupIdsToAdd", "are let in", () -> {
                    USER_GROUP_NOT_FOUND.isTheAnswerTo(
                            () -> groups.modify("tls", asked -> asked.userGroupIdsToAdd("nobody")), mock);
                    assertThat(modified("rbac", asked -> asked.userGroupIdsToAdd("admins"))
                                    .userGroupIds())
                            .containsExactly("admins");
                })
                .member("UserGroupIdsToRemove", "are let in no longer", () -> {
                    USER_GROUP_NOT_FOUND.isTheAnswerTo(
                            () -> groups.modify("vpc", asked -> asked.userGroupIdsToRemove("nobody")), mock);
                    assertThat(modified("rbac", asked -> asked.userGroupIdsToRemove("Admins"))
                                    .userGroupIds())
                            .isEmpty();
                })
                .member("RemoveUserGroups", "removes all, even none", () -> {
                    modified("rbac", asked -> asked.userGroupIdsToAdd("admins"));
                    assertThat(modified("rbac", asked -> asked.removeUserGroups(true))
                                    .userGroupIds())
                            .isEmpty();
                    assertThat(modified("vpc", asked -> asked.removeUserGroups(true))
                                    .userGroupIds())
                            .isEmpty();
                })
                .member("LogDeliveryConfigurations", "need ApplyImmediately", () -> {
                    INVALID_PARAMETER_VALUE
                            .isTheAnswerTo(
                                    () -> client.modifyReplicationGroup(asked ->
                                            asked.replicationGroupId("vpc").logDeliveryConfigurations(LOG)),
                                    mock)
                            .hasMessageStartingWith("To modify the log delivery configuration, set the"
                                    + " apply-immediately parameter to true.");
                    ReplicationGroup enabling = groups.modify("vpc", asked -> asked.logDeliveryConfigurations(LOG));
                    assertThat(enabling.pendingModifiedValues().logDeliveryConfigurations())
                            .hasSize(1);
                    assertThat(groups.available("vpc")
                                    .logDeliveryConfigurations()
                                    .get(0)
                                    .statusAsString())
                            .isEqualTo("active");
                })
                .member(
                        "IpDiscovery",
                        "must be one that the network has",
                        () -> INVALID_PARAMETER_COMBINATION.isTheAnswerTo(
                                () -> groups.modify("vpc", asked -> asked.ipDiscovery("ipv6")), mock))
                .member(
                        "TransitEncryptionEnabled",
                        "is switched on with the mode preferred first",
                        () -> refused(
                                asked -> asked.transitEncryptionEnabled(true),
                                "TransitEncryptionMode must be preferred to enable encryption in transit"))
                .member("TransitEncryptionMode", "can be lowered and raised", () -> {
                    assertThat(modified("tls", asked -> asked.transitEncryptionMode("preferred"))
                                    .transitEncryptionModeAsString())
                            .isEqualTo("preferred");
                    assertThat(modified("tls", asked -> asked.transitEncryptionEnabled(false))
                                    .transitEncryptionEnabled())
                            .isFalse();
                })
                .member(
                        "ClusterMode",
                        "allows nothing beside it",
                        () -> refused(
                                asked -> asked.clusterMode(ClusterMode.COMPATIBLE)
                                        .engineVersion("7.1"),
                                "Cluster mode updates are not supported while attempting to update additional properties."))
                .tests();
    }

    @SuppressWarnings("deprecation") // What the API reference deprecates is asked for on purpose.
    private static void nodeGroupId(ModifyReplicationGroupRequest.Builder asked) {
        asked.nodeGroupId("0001");
    }

    private ReplicationGroup modified(String id, Consumer<ModifyReplicationGroupRequest.Builder> settings) {
        groups.modify(id, settings);
        return groups.available(id);
    }

    private CacheCluster member(Consumer<ModifyReplicationGroupRequest.Builder> settings) {
        modified("vpc", settings);
        return groups.cluster("vpc-001");
    }

    private void refused(Consumer<ModifyReplicationGroupRequest.Builder> settings, String message) {
        INVALID_PARAMETER_COMBINATION
                .isTheAnswerTo(() -> groups.modify("vpc", settings), mock)
                .hasMessageStartingWith(message);
    }
}
