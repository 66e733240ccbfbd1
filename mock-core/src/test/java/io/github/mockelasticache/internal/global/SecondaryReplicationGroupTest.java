package io.github.mockelasticache.internal.global;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.fault.LifeCyclePlan;
import io.github.mockelasticache.testing.Refusal;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.ClusterMode;
import software.amazon.awssdk.services.elasticache.model.CreateReplicationGroupRequest;
import software.amazon.awssdk.services.elasticache.model.NodeGroupConfiguration;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;

/** {@code CreateReplicationGroup} with {@code GlobalReplicationGroupId}. */
class SecondaryReplicationGroupTest {

    private final ElastiCacheMock mock = ElastiCacheMock.create();
    private final Datastore datastore = new Datastore(mock);

    @AfterEach
    void close() {
        mock.close();
    }

    @Test
    void a_secondary_is_created_and_then_associated() {
        datastore.ofPrimary(group -> {});

        ReplicationGroup answered = datastore.secondary(Datastore.WEST, "second", group -> {});

        assertThat(answered.status()).isEqualTo("creating");
        assertThat(answered.globalReplicationGroupInfo().globalReplicationGroupId())
                .isEqualTo("ldgnf-my");
        assertThat(answered.globalReplicationGroupInfo().globalReplicationGroupMemberRole())
                .isEqualTo("SECONDARY");
        assertThat(datastore.named().status()).isEqualTo("modifying");
        assertThat(Datastore.members(datastore.named()))
                .containsExactly("us-east-1/first PRIMARY associated", "us-west-2/second SECONDARY associating");
        mock.clock().advance(Duration.ofMinutes(6));
        assertThat(datastore.second().status()).isEqualTo("available");
        assertThat(datastore.named().status()).isEqualTo("modifying");
        mock.clock().advance(Duration.ofMinutes(5));
        assertThat(datastore.named().status()).isEqualTo("available");
        assertThat(Datastore.members(datastore.named()))
                .containsExactly("us-east-1/first PRIMARY associated", "us-west-2/second SECONDARY associated");
    }

    @Test
    void a_secondary_gets_from_the_primary_what_all_members_have_in_common() {
        datastore.ofPrimary(group -> group.engine("valkey")
                .engineVersion("7.2")
                .cacheNodeType("cache.r6g.large")
                .numCacheClusters(2)
                .automaticFailoverEnabled(true)
                .transitEncryptionEnabled(true)
                .transitEncryptionMode("preferred")
                .atRestEncryptionEnabled(true)
                .authToken("0123456789abcdef"));

        datastore.secondary(Datastore.WEST, "second", group -> group.numCacheClusters(3));
        mock.clock().settle();

        ReplicationGroup second = datastore.second();
        CacheCluster cluster = datastore.cluster(Datastore.WEST, "second");
        assertThat(second.engine()).isEqualTo("valkey");
        assertThat(cluster.engineVersion())
                .isEqualTo(datastore.cluster(Datastore.HOME, "first").engineVersion());
        assertThat(second.cacheNodeType()).isEqualTo("cache.r6g.large");
        assertThat(second.automaticFailoverAsString()).isEqualTo("enabled");
        assertThat(second.transitEncryptionModeAsString()).isEqualTo("preferred");
        assertThat(second.atRestEncryptionEnabled()).isTrue();
        assertThat(second.authTokenEnabled()).isTrue();
        assertThat(second.autoMinorVersionUpgrade()).isFalse();
        assertThat(second.memberClusters()).hasSize(3);
        assertThat(cluster.cacheParameterGroup().cacheParameterGroupName()).matches("global-datastore-second-[a-z]{6}");
    }

    @Test
    void a_secondary_has_the_node_groups_of_the_primary_and_replicas_of_its_own() {
        datastore.ofPrimary(group -> group.nodeGroupConfiguration(
                NodeGroupConfiguration.builder()
                        .nodeGroupId("0002")
                        .slots("0-9999")
                        .build(),
                NodeGroupConfiguration.builder()
                        .nodeGroupId("0005")
                        .slots("10000-16383")
                        .build()));

        datastore.secondary(
                Datastore.WEST,
                "second",
                group -> group.nodeGroupConfiguration(
                        NodeGroupConfiguration.builder().replicaCount(1).build(),
                        NodeGroupConfiguration.builder()
                                .primaryAvailabilityZone("us-west-2b")
                                .replicaAvailabilityZones("us-west-2a", "us-west-2c")
                                .build()));
        mock.clock().settle();

        ReplicationGroup second = datastore.second();
        assertThat(second.clusterModeAsString()).isEqualTo(ClusterMode.ENABLED.toString());
        assertThat(second.nodeGroups())
                .extracting(each -> each.nodeGroupId() + " " + each.slots() + " "
                        + each.nodeGroupMembers().size())
                .containsExactly("0002 0-9999 2", "0005 10000-16383 3");
        assertThat(second.nodeGroups().get(1).nodeGroupMembers().get(0).preferredAvailabilityZone())
                .isEqualTo("us-west-2b");
    }

    @Test
    void the_zones_of_a_single_node_group_can_be_preferred() {
        datastore.ofPrimary(group -> group.clusterMode(ClusterMode.ENABLED));

        datastore.secondary(
                Datastore.WEST,
                "second",
                group -> group.replicasPerNodeGroup(1).preferredCacheClusterAZs("us-west-2c", "us-west-2a"));
        mock.clock().settle();

        assertThat(datastore.second().nodeGroups().get(0).nodeGroupMembers())
                .extracting(each -> each.preferredAvailabilityZone())
                .containsExactly("us-west-2c", "us-west-2a");
    }

    @Test
    void a_secondary_without_replicas_has_no_automatic_failover() {
        datastore.ofPrimary(group -> group.numCacheClusters(2).automaticFailoverEnabled(true));

        datastore.secondary(Datastore.WEST, "second", group -> {});
        mock.clock().settle();

        assertThat(datastore.named().members())
                .extracting(member -> member.automaticFailoverAsString())
                .containsExactly("enabled", "disabled");
    }

    @TestFactory
    Stream<DynamicTest> what_comes_from_the_primary_cannot_be_asked_for() {
        datastore.ofPrimary(group -> {});
        return Stream.of(
                inherited("AutomaticFailoverEnabled", group -> group.automaticFailoverEnabled(false)),
                inherited("AtRestEncryptionEnabled", group -> group.atRestEncryptionEnabled(false)),
                inherited("AuthToken", group -> group.authToken("0123456789abcdef")),
                inherited("CacheNodeType", group -> group.cacheNodeType("cache.m5.large")),
                inherited("CacheParameterGroupName", group -> group.cacheParameterGroupName("default.redis7")),
                inherited("CacheSecurityGroupNames", group -> group.cacheSecurityGroupNames("default")),
                inherited("ClusterMode", group -> group.clusterMode(ClusterMode.DISABLED)),
                inherited("DataTieringEnabled", group -> group.dataTieringEnabled(false)),
                inherited("Engine", group -> group.engine("redis")),
                inherited("EngineVersion", group -> group.engineVersion("7.1")),
                inherited(
                        "slots",
                        group -> group.nodeGroupConfiguration(NodeGroupConfiguration.builder()
                                .slots("0-16383")
                                .build())),
                inherited("NumNodeGroups", group -> group.numNodeGroups(1)),
                inherited("PrimaryClusterId", group -> group.primaryClusterId("mycluster")),
                inherited("SnapshotArns", group -> group.snapshotArns("arn:aws:s3:::bucket/snapshot.rdb")),
                inherited("SnapshotName", group -> group.snapshotName("mysnapshot")),
                inherited("TransitEncryptionEnabled", group -> group.transitEncryptionEnabled(false)),
                inherited("TransitEncryptionMode", group -> group.transitEncryptionMode("required")));
    }

    private DynamicTest inherited(String member, Consumer<CreateReplicationGroupRequest.Builder> settings) {
        return DynamicTest.dynamicTest(
                member + " is InvalidParameterCombination",
                () -> Refusal.INVALID_PARAMETER_COMBINATION
                        .isTheAnswerTo(() -> datastore.secondary(Datastore.WEST, "second", settings), mock)
                        .hasMessageContaining("Cannot use the given parameters when creating new replication group in"
                                + " an existing global replication group."));
    }

    @Test
    void the_node_groups_of_the_primary_cannot_be_others() {
        datastore.ofPrimary(group -> group.numNodeGroups(2));

        Refusal.INVALID_PARAMETER_COMBINATION.isTheAnswerTo(
                () -> datastore.secondary(
                        Datastore.WEST,
                        "second",
                        group -> group.nodeGroupConfiguration(
                                NodeGroupConfiguration.builder().build())),
                mock);
        Refusal.INVALID_PARAMETER_COMBINATION.isTheAnswerTo(
                () -> datastore.secondary(
                        Datastore.WEST,
                        "second",
                        group -> group.nodeGroupConfiguration(
                                NodeGroupConfiguration.builder().build(),
                                NodeGroupConfiguration.builder()
                                        .nodeGroupId("0007")
                                        .build())),
                mock);
        Refusal.INVALID_PARAMETER_COMBINATION
                .isTheAnswerTo(
                        () -> datastore.secondary(
                                Datastore.WEST, "second", group -> group.preferredCacheClusterAZs("us-west-2a")),
                        mock)
                .hasMessageContaining("PreferredCacheClusterAZs can only be specified for one node group.");
    }

    @Test
    void an_unknown_global_group_is_GlobalReplicationGroupNotFoundFault() {
        Refusal.GLOBAL_REPLICATION_GROUP_NOT_FOUND.isTheAnswerTo(
                () -> datastore.secondary(Datastore.WEST, "second", group -> {}), mock);
    }

    @Test
    void a_region_can_have_one_member_only() {
        datastore.ofPrimary(group -> {});

        Refusal.INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> datastore.secondary(Datastore.HOME, "second", group -> {}), mock)
                .hasMessageContaining("already has a member in us-east-1");
    }

    @Test
    void there_are_at_most_two_secondaries() {
        datastore.ofTwo(group -> {});
        datastore.secondary(Datastore.EUROPE, "third", group -> {});
        mock.clock().settle();

        Refusal.INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> datastore.secondary(Region.AP_NORTHEAST_1, "fourth", group -> {}), mock)
                .hasMessageContaining("already has 2 secondary replication groups");
    }

    @Test
    void a_group_with_something_under_way_takes_no_secondary() {
        datastore.ofPrimary(group -> {});
        datastore.secondary(Datastore.WEST, "second", group -> {});

        Refusal.INVALID_GLOBAL_REPLICATION_GROUP_STATE
                .isTheAnswerTo(() -> datastore.secondary(Datastore.EUROPE, "third", group -> {}), mock)
                .hasMessageContaining("Cannot add a member to a global replication group in modifying state");
    }

    @Test
    void a_secondary_is_in_a_VPC() {
        datastore.ofPrimary(group -> {});

        Refusal.INVALID_PARAMETER_VALUE
                .isTheAnswerTo(
                        () -> datastore.secondary(Datastore.WEST, "second", group -> group.cacheSubnetGroupName(null)),
                        mock)
                .hasMessageContaining("VPC");
    }

    @Test
    void a_group_in_another_partition_does_not_exist() {
        datastore.ofPrimary(group -> {});

        Refusal.GLOBAL_REPLICATION_GROUP_NOT_FOUND.isTheAnswerTo(
                () -> datastore.secondary(Region.CN_NORTH_1, "second", group -> {}), mock);
    }

    @Test
    void a_secondary_that_cannot_be_created_is_no_member() {
        datastore.ofPrimary(group -> {});
        mock.lifeCycles().add(LifeCyclePlan.ofReplicationGroup("second").endsIn("create-failed"));

        datastore.secondary(Datastore.WEST, "second", group -> {});
        mock.clock().settle();

        assertThat(datastore.second().status()).isEqualTo("create-failed");
        assertThat(datastore.second().globalReplicationGroupInfo().globalReplicationGroupId())
                .isNull();
        assertThat(datastore.named().status()).isEqualTo("primary-only");
        assertThat(Datastore.members(datastore.named())).containsExactly("us-east-1/first PRIMARY associated");
    }
}
