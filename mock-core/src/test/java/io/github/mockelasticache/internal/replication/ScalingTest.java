package io.github.mockelasticache.internal.replication;

import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_COMBINATION;
import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_VALUE;
import static io.github.mockelasticache.testing.Refusal.INVALID_REPLICATION_GROUP_STATE;
import static io.github.mockelasticache.testing.Refusal.NODE_GROUPS_PER_REPLICATION_GROUP_QUOTA_EXCEEDED;
import static io.github.mockelasticache.testing.Refusal.NODE_QUOTA_FOR_CUSTOMER_EXCEEDED;
import static io.github.mockelasticache.testing.Refusal.NO_OPERATION;
import static io.github.mockelasticache.testing.Refusal.REPLICATION_GROUP_NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.Quotas;
import io.github.mockelasticache.testing.ReplicationGroupsSeen;
import io.github.mockelasticache.testing.RequestMembers;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.ConfigureShard;
import software.amazon.awssdk.services.elasticache.model.DecreaseReplicaCountRequest;
import software.amazon.awssdk.services.elasticache.model.IncreaseReplicaCountRequest;
import software.amazon.awssdk.services.elasticache.model.ModifyReplicationGroupShardConfigurationRequest;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;
import software.amazon.awssdk.services.elasticache.model.ReshardingConfiguration;

/**
 * Replicas and node groups are added and removed.
 *
 * <p>Of the errors that the API reference lists for these operations, no request can provoke InsufficientCacheClusterCapacity (there
 * is always room), ClusterQuotaForCustomerExceeded (nodes are what is counted), InvalidKMSKeyFault (no key is ever disabled),
 * ServiceLinkedRoleNotFoundFault (the role is always there), InvalidCacheClusterState (the group's own state comes first), and,
 * from the operations on replicas, NodeGroupsPerReplicationGroupQuotaExceeded. InvalidVPCNetworkStateFault comes of zones without a
 * subnet, as in CreateReplicationGroup.
 */
class ScalingTest {

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.builder()
            .quotas(Quotas.documented()
                    .with(Quotas.Quota.NODES, 12)
                    .with(Quotas.Quota.NODE_GROUPS_PER_REPLICATION_GROUP, 4))
            .build();

    private final ElastiCacheClient client = mock.client();
    private final ReplicationGroupsSeen groups = ReplicationGroupsSeen.of(client);

    @Test
    void new_replicas_are_created_while_the_group_is_modifying_and_get_its_tags() {
        groups.created("mygroup", asked -> asked.tags(ReplicationGroupsSeen.tag("a", "1")));

        ReplicationGroup answer = increase(asked -> asked.newReplicaCount(2));

        assertThat(answer.status()).isEqualTo("modifying");
        assertThat(answer.memberClusters()).containsExactly("mygroup-001", "mygroup-002", "mygroup-003");
        assertThat(answer.nodeGroups().get(0).status()).isEqualTo("modifying");
        assertThat(groups.cluster("mygroup-003").cacheClusterStatus()).isEqualTo("creating");

        ReplicationGroup after = groups.available("mygroup");
        assertThat(ReplicationGroupsSeen.roles(after))
                .containsExactly("mygroup-001 primary", "mygroup-002 replica", "mygroup-003 replica");
        assertThat(groups.tags(groups.cluster("mygroup-003").arn())).hasSize(1);
    }

    @Test
    void replicas_that_leave_are_deleted_and_their_numbers_are_not_used_again() {
        groups.created("mygroup", asked -> asked.numCacheClusters(3).snapshotRetentionLimit(1));

        ReplicationGroup answer = decrease(asked -> asked.replicasToRemove("MyGroup-002"));
        assertThat(answer.status()).isEqualTo("modifying");
        assertThat(answer.snapshottingClusterId()).isEqualTo("mygroup-003");
        assertThat(groups.cluster("mygroup-002").cacheClusterStatus()).isEqualTo("deleting");
        assertThat(groups.available("mygroup").memberClusters()).containsExactly("mygroup-001", "mygroup-003");

        increase(asked -> asked.newReplicaCount(2));
        assertThat(groups.available("mygroup").memberClusters())
                .containsExactly("mygroup-001", "mygroup-003", "mygroup-004");
    }

    @Test
    void new_node_groups_are_created_first_and_then_slots_move_with_a_progress_that_rises() {
        groups.created("mygroup", asked -> asked.numNodeGroups(2).replicasPerNodeGroup(1));

        ReplicationGroup answer = reshard(asked -> asked.nodeGroupCount(3));
        assertThat(answer.status()).isEqualTo("modifying");
        assertThat(progress(answer)).isZero();
        assertThat(ReplicationGroupsSeen.shards(answer))
                .containsExactly("0001 0-8191 modifying", "0002 8192-16383 modifying", "0003 null creating");

        mock.clock().advance(Duration.ofSeconds(260));
        assertThat(groups.cluster("mygroup-0003-002").cacheClusterStatus()).isEqualTo("available");
        mock.clock().advance(Duration.ofMinutes(6));
        assertThat(progress(groups.named("mygroup"))).isEqualTo(40.0);

        ReplicationGroup after = groups.available("mygroup");
        assertThat(after.pendingModifiedValues().resharding()).isNull();
        assertThat(ReplicationGroupsSeen.shards(after))
                .containsExactly(
                        "0001 0-5461 available", "0002 8192-13652 available", "0003 5462-8191,13653-16383 available");
    }

    @Test
    void node_groups_that_leave_are_deleted_when_their_slots_have_moved() {
        groups.created("mygroup", asked -> asked.numNodeGroups(3));

        reshard(asked -> asked.nodeGroupCount(2).nodeGroupsToRemove("0002"));
        assertThat(groups.named("mygroup").nodeGroups().get(1).status()).isEqualTo("deleting");
        mock.clock().advance(Duration.ofMinutes(15));
        assertThat(groups.cluster("mygroup-0002-001").cacheClusterStatus()).isEqualTo("deleting");

        ReplicationGroup after = groups.available("mygroup");
        assertThat(after.nodeGroups()).extracting(shard -> shard.nodeGroupId()).containsExactly("0001", "0003");
        assertThat(after.memberClusters()).containsExactly("mygroup-0001-001", "mygroup-0003-001");

        reshard(asked -> asked.nodeGroupCount(3));
        assertThat(groups.available("mygroup").nodeGroups())
                .extracting(shard -> shard.nodeGroupId())
                .containsExactly("0001", "0003", "0004");
    }

    @TestFactory
    Stream<DynamicTest> each_member_of_IncreaseReplicaCount_is_honoured_or_refused() {
        groups.created(
                "mygroup", asked -> asked.numCacheClusters(2).preferredCacheClusterAZs("us-east-1a", "us-east-1b"));
        return RequestMembers.of(IncreaseReplicaCountRequest.builder().build())
                .member(
                        "ReplicationGroupId",
                        "must be a group",
                        () -> REPLICATION_GROUP_NOT_FOUND
                                .isTheAnswerTo(
                                        () -> increase(asked -> asked.replicationGroupId("nobody")
                                                .newReplicaCount(2)),
                                        mock)
                                .hasMessageStartingWith("ReplicationGroup nobody not found."))
                .member("NewReplicaCount", "must be more than before, and at most 5", () -> {
                    NO_OPERATION
                            .isTheAnswerTo(() -> increase(asked -> asked.newReplicaCount(1)), mock)
                            .hasMessageStartingWith(
                                    "Requested new replica count already matches current number of replicas.");
                    INVALID_PARAMETER_VALUE
                            .isTheAnswerTo(() -> increase(asked -> asked.newReplicaCount(6)), mock)
                            .hasMessageStartingWith("The number of replicas per node group must be within 0 and 5.");
                    INVALID_PARAMETER_VALUE.isTheAnswerTo(() -> increase(asked -> asked.newReplicaCount(0)), mock);
                    INVALID_PARAMETER_COMBINATION.isTheAnswerTo(() -> increase(asked -> {}), mock);
                })
                .member("ReplicaConfiguration", "sets the zones of one node group", () -> {
                    increase(asked -> asked.replicaConfiguration(ConfigureShard.builder()
                            .nodeGroupId("0001")
                            .newReplicaCount(2)
                            .preferredAvailabilityZones("us-east-1a", "us-east-1b", "us-east-1e")
                            .build()));
                    assertThat(groups.available("mygroup")
                                    .nodeGroups()
                                    .get(0)
                                    .nodeGroupMembers()
                                    .get(2)
                                    .preferredAvailabilityZone())
                            .isEqualTo("us-east-1e");
                })
                .member(
                        "ApplyImmediately",
                        "must be true",
                        () -> INVALID_PARAMETER_VALUE.isTheAnswerTo(
                                () -> increase(asked -> asked.newReplicaCount(3).applyImmediately(false)), mock))
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> each_member_of_DecreaseReplicaCount_is_honoured_or_refused() {
        groups.created("mygroup", asked -> asked.numCacheClusters(4).automaticFailoverEnabled(true));
        return RequestMembers.of(DecreaseReplicaCountRequest.builder().build())
                .member(
                        "ReplicationGroupId",
                        "must be a group",
                        () -> REPLICATION_GROUP_NOT_FOUND.isTheAnswerTo(
                                () -> decrease(asked ->
                                        asked.replicationGroupId("nobody").newReplicaCount(2)),
                                mock))
                .member("NewReplicaCount", "must be less than before, and leave a replica to fail over to", () -> {
                    NO_OPERATION.isTheAnswerTo(() -> decrease(asked -> asked.newReplicaCount(3)), mock);
                    INVALID_PARAMETER_VALUE
                            .isTheAnswerTo(() -> decrease(asked -> asked.newReplicaCount(0)), mock)
                            .hasMessageStartingWith("Must have at least 1 replica when cluster mode is disabled with"
                                    + " auto failover enabled.");
                    decrease(asked -> asked.newReplicaCount(2));
                    assertThat(groups.available("mygroup").memberClusters())
                            .containsExactly("mygroup-001", "mygroup-002", "mygroup-003");
                })
                .member("ReplicaConfiguration", "names the node group, and the zones that stay", () -> {
                    String zone = groups.named("mygroup")
                            .nodeGroups()
                            .get(0)
                            .nodeGroupMembers()
                            .get(2)
                            .preferredAvailabilityZone();
                    String primary = groups.named("mygroup")
                            .nodeGroups()
                            .get(0)
                            .nodeGroupMembers()
                            .get(0)
                            .preferredAvailabilityZone();
                    decrease(asked -> asked.replicaConfiguration(ConfigureShard.builder()
                            .nodeGroupId("0001")
                            .newReplicaCount(1)
                            .preferredAvailabilityZones(primary, zone)
                            .build()));
                    assertThat(groups.available("mygroup").memberClusters())
                            .containsExactly("mygroup-001", "mygroup-003");
                })
                .member("ReplicasToRemove", "must be replicas of the group", () -> {
                    INVALID_PARAMETER_VALUE.isTheAnswerTo(
                            () -> decrease(asked -> asked.replicasToRemove("mygroup-001")), mock);
                    INVALID_PARAMETER_VALUE.isTheAnswerTo(
                            () -> decrease(asked -> asked.replicasToRemove("other")), mock);
                })
                .member(
                        "ApplyImmediately",
                        "must be given",
                        () -> INVALID_PARAMETER_VALUE.isTheAnswerTo(
                                () -> decrease(asked -> asked.newReplicaCount(1).applyImmediately(null)), mock))
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> each_member_of_ModifyReplicationGroupShardConfiguration_is_honoured_or_refused() {
        groups.created("mygroup", asked -> asked.numNodeGroups(2));
        groups.created("disabled", asked -> {});
        return RequestMembers.of(ModifyReplicationGroupShardConfigurationRequest.builder()
                        .build())
                .member("ReplicationGroupId", "must be a group with cluster mode enabled", () -> {
                    REPLICATION_GROUP_NOT_FOUND.isTheAnswerTo(
                            () -> reshard(
                                    asked -> asked.replicationGroupId("nobody").nodeGroupCount(3)),
                            mock);
                    INVALID_PARAMETER_VALUE
                            .isTheAnswerTo(
                                    () -> reshard(asked ->
                                            asked.replicationGroupId("disabled").nodeGroupCount(3)),
                                    mock)
                            .hasMessageStartingWith(
                                    "Operation is only applicable for cluster mode enabled replication groups.");
                })
                .member("NodeGroupCount", "that is the same asks for a rebalance", () -> {
                    INVALID_REPLICATION_GROUP_STATE
                            .isTheAnswerTo(() -> reshard(asked -> asked.nodeGroupCount(2)), mock)
                            .hasMessageStartingWith(
                                    "Slots in the replication group are uniformly distributed. Nothing to do.");
                    NODE_GROUPS_PER_REPLICATION_GROUP_QUOTA_EXCEEDED.isTheAnswerTo(
                            () -> reshard(asked -> asked.nodeGroupCount(5)), mock);
                    INVALID_PARAMETER_VALUE.isTheAnswerTo(() -> reshard(asked -> asked.nodeGroupCount(0)), mock);
                })
                .member(
                        "ApplyImmediately",
                        "must be true",
                        () -> INVALID_PARAMETER_VALUE.isTheAnswerTo(
                                () -> reshard(asked -> asked.nodeGroupCount(3).applyImmediately(false)), mock))
                .member("ReshardingConfiguration", "sets id and zones of a new node group", () -> {
                    reshard(asked -> asked.nodeGroupCount(3)
                            .reshardingConfiguration(ReshardingConfiguration.builder()
                                    .nodeGroupId("7")
                                    .preferredAvailabilityZones("us-east-1f")
                                    .build()));
                    ReplicationGroup after = groups.available("mygroup");
                    assertThat(after.memberClusters()).contains("mygroup-7-001");
                    assertThat(after.nodeGroups()
                                    .get(2)
                                    .nodeGroupMembers()
                                    .get(0)
                                    .preferredAvailabilityZone())
                            .isEqualTo("us-east-1f");
                })
                .member(
                        "NodeGroupsToRemove",
                        "must be as many as leave",
                        () -> INVALID_PARAMETER_COMBINATION.isTheAnswerTo(
                                () -> reshard(asked -> asked.nodeGroupCount(1).nodeGroupsToRemove("0001")), mock))
                .member("NodeGroupsToRetain", "names the others", () -> {
                    INVALID_PARAMETER_COMBINATION.isTheAnswerTo(() -> reshard(asked -> asked.nodeGroupCount(1)), mock);
                    reshard(asked -> asked.nodeGroupCount(1).nodeGroupsToRetain("7"));
                    assertThat(ReplicationGroupsSeen.shards(groups.available("mygroup")))
                            .containsExactly("7 0-16383 available");
                })
                .tests();
    }

    @Test
    void a_busy_group_takes_no_scaling_and_the_quota_of_nodes_holds() {
        groups.created("mygroup", asked -> asked.numNodeGroups(4).replicasPerNodeGroup(1));
        NODE_QUOTA_FOR_CUSTOMER_EXCEEDED.isTheAnswerTo(() -> increase(asked -> asked.newReplicaCount(3)), mock);
        increase(asked -> asked.newReplicaCount(2));

        INVALID_REPLICATION_GROUP_STATE.isTheAnswerTo(() -> decrease(asked -> asked.newReplicaCount(1)));
        INVALID_REPLICATION_GROUP_STATE.isTheAnswerTo(
                () -> reshard(asked -> asked.nodeGroupCount(3).nodeGroupsToRemove("0001")));
    }

    private ReplicationGroup increase(Consumer<IncreaseReplicaCountRequest.Builder> settings) {
        return client.increaseReplicaCount(asked -> {
                    asked.replicationGroupId("mygroup").applyImmediately(true);
                    settings.accept(asked);
                })
                .replicationGroup();
    }

    private ReplicationGroup decrease(Consumer<DecreaseReplicaCountRequest.Builder> settings) {
        return client.decreaseReplicaCount(asked -> {
                    asked.replicationGroupId("mygroup").applyImmediately(true);
                    settings.accept(asked);
                })
                .replicationGroup();
    }

    private ReplicationGroup reshard(Consumer<ModifyReplicationGroupShardConfigurationRequest.Builder> settings) {
        return client.modifyReplicationGroupShardConfiguration(asked -> {
                    asked.replicationGroupId("mygroup").applyImmediately(true);
                    settings.accept(asked);
                })
                .replicationGroup();
    }

    private static double progress(ReplicationGroup group) {
        return group.pendingModifiedValues().resharding().slotMigration().progressPercentage();
    }
}
