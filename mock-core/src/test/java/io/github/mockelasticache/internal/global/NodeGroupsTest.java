package io.github.mockelasticache.internal.global;

import static io.github.mockelasticache.assertj.MockElastiCacheAssertions.assertThatServiceErrorOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.testing.Refusal;
import io.github.mockelasticache.testing.RequestMembers;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import software.amazon.awssdk.services.elasticache.model.DecreaseNodeGroupsInGlobalReplicationGroupRequest;
import software.amazon.awssdk.services.elasticache.model.GlobalReplicationGroup;
import software.amazon.awssdk.services.elasticache.model.IncreaseNodeGroupsInGlobalReplicationGroupRequest;
import software.amazon.awssdk.services.elasticache.model.NodeGroupConfiguration;
import software.amazon.awssdk.services.elasticache.model.RebalanceSlotsInGlobalReplicationGroupRequest;
import software.amazon.awssdk.services.elasticache.model.RegionalConfiguration;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;
import software.amazon.awssdk.services.elasticache.model.ReshardingConfiguration;

/** The operations on the node groups that all members have in common. */
class NodeGroupsTest {

    private final ElastiCacheMock mock = ElastiCacheMock.create();
    private final Datastore datastore = new Datastore(mock);

    @AfterEach
    void close() {
        mock.close();
    }

    @TestFactory
    Stream<DynamicTest> every_member_of_an_increase_does_what_it_says() {
        datastore.sharded();
        return RequestMembers.of(IncreaseNodeGroupsInGlobalReplicationGroupRequest.builder()
                        .build())
                .member(
                        "GlobalReplicationGroupId",
                        "names the group",
                        () -> Refusal.GLOBAL_REPLICATION_GROUP_NOT_FOUND.isTheAnswerTo(
                                () -> increase(3, group -> group.globalReplicationGroupId("ldgnf-other")), mock))
                .member("NodeGroupCount", "is the number afterwards", () -> {
                    increase(3, group -> {});
                    datastore.settle();
                    assertThat(datastore.named().globalNodeGroups()).hasSize(3);
                })
                .member("RegionalConfigurations", "say where the nodes are in each region", () -> {
                    increase(
                            4,
                            group -> group.regionalConfigurations(
                                    regional("us-west-2", "second", "0009", "us-west-2c"),
                                    regional("us-east-1", "first", "0009", "us-east-1d")));
                    datastore.settle();
                    assertThat(zones(datastore.first())).contains("0009 us-east-1d");
                    assertThat(zones(datastore.second())).contains("0009 us-west-2c");
                })
                .member(
                        "ApplyImmediately",
                        "has to be true",
                        () -> Refusal.INVALID_PARAMETER_VALUE
                                .isTheAnswerTo(() -> increase(5, group -> group.applyImmediately(false)), mock)
                                .hasMessageContaining("ApplyImmediately=false is not currently supported."))
                .tests();
    }

    @Test
    void an_increase_reshards_all_members_under_the_same_ids() {
        datastore.sharded();

        GlobalReplicationGroup answered = increase(3, group -> {});

        assertThat(answered.status()).isEqualTo("modifying");
        assertThat(Datastore.nodeGroups(answered)).containsExactly("ldgnf-my-0001 0-8191", "ldgnf-my-0002 8192-16383");
        assertThat(Datastore.members(answered)).hasSize(2);
        assertThat(datastore.first().status()).isEqualTo("modifying");
        assertThat(datastore.second().pendingModifiedValues().resharding()).isNotNull();
        mock.clock().advance(Duration.ofSeconds(260).plusMinutes(15));
        assertThat(datastore.second().status()).isEqualTo("available");
        assertThat(datastore.named().status()).isEqualTo("modifying");
        mock.clock().advance(Duration.ofMinutes(1));
        assertThat(datastore.named().status()).isEqualTo("available");
        assertThat(slots(datastore.first())).hasSize(3).isEqualTo(slots(datastore.second()));
        assertThat(Datastore.nodeGroups(datastore.named()))
                .isEqualTo(slots(datastore.first()).stream()
                        .map(each -> "ldgnf-my-" + each)
                        .toList());
    }

    @Test
    void numbers_of_node_groups_are_not_used_again() {
        datastore.sharded();
        decrease(1, group -> group.globalNodeGroupsToRemove("ldgnf-my-0002"));
        datastore.settle();

        increase(2, group -> {});
        datastore.settle();

        assertThat(datastore.named().globalNodeGroups())
                .extracting(each -> each.globalNodeGroupId())
                .containsExactly("ldgnf-my-0001", "ldgnf-my-0003");
        assertThat(slots(datastore.first())).isEqualTo(slots(datastore.second()));
    }

    @Test
    void an_increase_is_refused_that_is_none() {
        datastore.sharded();

        Refusal.INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> increase(2, group -> {}), mock)
                .hasMessageContaining("NodeGroupCount must be greater");
        Refusal.INVALID_PARAMETER_VALUE.isTheAnswerTo(() -> increase(3, group -> group.nodeGroupCount(null)), mock);
        Refusal.INVALID_PARAMETER_VALUE.isTheAnswerTo(() -> increase(0, group -> {}), mock);
    }

    @Test
    void regional_configurations_are_of_members_and_agree_on_the_ids() {
        datastore.sharded();

        Refusal.INVALID_PARAMETER_VALUE
                .isTheAnswerTo(
                        () -> increase(
                                3,
                                group -> group.regionalConfigurations(
                                        regional("eu-west-1", "third", "0003", "eu-west-1a"))),
                        mock)
                .hasMessageContaining("is not associated with Global Replication Group");
        Refusal.INVALID_PARAMETER_VALUE
                .isTheAnswerTo(
                        () -> increase(
                                3,
                                group -> group.regionalConfigurations(
                                        regional("us-east-1", "first", "0003", "us-east-1a"),
                                        regional("us-west-2", "second", "0004", "us-west-2a"))),
                        mock)
                .hasMessageContaining("the same ids in all regions");
        Refusal.INVALID_PARAMETER_VALUE
                .isTheAnswerTo(
                        () -> increase(
                                3,
                                group -> group.regionalConfigurations(
                                        regional("us-east-1", "first", "0001", "us-east-1a"))),
                        mock)
                .hasMessageContaining("The node group 0001 already exists.");
        Refusal.INVALID_PARAMETER_VALUE
                .isTheAnswerTo(
                        () -> increase(
                                3,
                                group -> group.regionalConfigurations(
                                        regional("us-east-1", "first", "shard", "us-east-1a"))),
                        mock)
                .hasMessageContaining("NodeGroupId must have one to four digits");
        RegionalConfiguration first = regional("us-east-1", "first", "0003", "us-east-1a");
        Refusal.INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> increase(3, group -> group.regionalConfigurations(first, first)), mock)
                .hasMessageContaining("more than one element");
        Refusal.INVALID_PARAMETER_VALUE
                .isTheAnswerTo(
                        () -> increase(
                                3,
                                group -> group.regionalConfigurations(first.toBuilder()
                                        .reshardingConfiguration(
                                                first.reshardingConfiguration().get(0),
                                                first.reshardingConfiguration().get(0))
                                        .build())),
                        mock)
                .hasMessageContaining("more elements than node groups are added");
    }

    @TestFactory
    Stream<DynamicTest> every_member_of_a_decrease_does_what_it_says() {
        datastore.ofTwo(group -> group.numNodeGroups(4).replicasPerNodeGroup(0));
        return RequestMembers.of(DecreaseNodeGroupsInGlobalReplicationGroupRequest.builder()
                        .build())
                .member(
                        "GlobalReplicationGroupId",
                        "names the group",
                        () -> Refusal.GLOBAL_REPLICATION_GROUP_NOT_FOUND.isTheAnswerTo(
                                () -> decrease(3, group -> group.globalReplicationGroupId("ldgnf-other")), mock))
                .member("NodeGroupCount", "is the number afterwards", () -> {
                    decrease(3, group -> group.globalNodeGroupsToRemove("ldgnf-my-0004"));
                    datastore.settle();
                    assertThat(datastore.named().globalNodeGroups()).hasSize(3);
                })
                .member("GlobalNodeGroupsToRemove", "leave all members", () -> {
                    decrease(2, group -> group.globalNodeGroupsToRemove("LDGNF-my-0001"));
                    datastore.settle();
                    assertThat(slots(datastore.second()))
                            .isEqualTo(slots(datastore.first()))
                            .allSatisfy(slots -> assertThat(slots).doesNotStartWith("0001"));
                })
                .member("GlobalNodeGroupsToRetain", "stay in all members", () -> {
                    decrease(1, group -> group.globalNodeGroupsToRetain("ldgnf-my-0003"));
                    datastore.settle();
                    assertThat(slots(datastore.second())).containsExactly("0003 0-16383");
                    assertThat(Datastore.nodeGroups(datastore.named())).containsExactly("ldgnf-my-0003 0-16383");
                })
                .member(
                        "ApplyImmediately",
                        "has to be true",
                        () -> Refusal.INVALID_PARAMETER_VALUE.isTheAnswerTo(
                                () -> decrease(1, group -> group.applyImmediately(null)), mock))
                .tests();
    }

    @Test
    void a_decrease_names_the_node_groups_in_one_way() {
        datastore.sharded();

        Refusal.INVALID_PARAMETER_COMBINATION.isTheAnswerTo(() -> decrease(1, group -> {}), mock);
        Refusal.INVALID_PARAMETER_COMBINATION.isTheAnswerTo(
                () -> decrease(
                        1,
                        group -> group.globalNodeGroupsToRemove("ldgnf-my-0001")
                                .globalNodeGroupsToRetain("ldgnf-my-0002")),
                mock);
        Refusal.INVALID_PARAMETER_COMBINATION
                .isTheAnswerTo(
                        () -> decrease(1, group -> group.globalNodeGroupsToRemove("ldgnf-my-0001", "ldgnf-my-0002")),
                        mock)
                .hasMessageContaining("NodeGroupCount does not match");
        Refusal.INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> decrease(1, group -> group.globalNodeGroupsToRemove("0001")), mock)
                .hasMessageContaining("Node group 0001 not found.");
        Refusal.INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> decrease(2, group -> group.globalNodeGroupsToRetain("ldgnf-my-0001")), mock)
                .hasMessageContaining("NodeGroupCount must be less");
    }

    @TestFactory
    Stream<DynamicTest> every_member_of_a_rebalance_does_what_it_says() {
        datastore.ofTwo(group -> group.nodeGroupConfiguration(
                NodeGroupConfiguration.builder().slots("0-99").build(),
                NodeGroupConfiguration.builder().slots("100-16383").build()));
        return RequestMembers.of(
                        RebalanceSlotsInGlobalReplicationGroupRequest.builder().build())
                .member(
                        "ApplyImmediately",
                        "has to be true",
                        () -> Refusal.INVALID_PARAMETER_VALUE.isTheAnswerTo(() -> rebalance("ldgnf-my", false), mock))
                .member("GlobalReplicationGroupId", "names the group, whose slots are then spread evenly", () -> {
                    Refusal.GLOBAL_REPLICATION_GROUP_NOT_FOUND.isTheAnswerTo(
                            () -> rebalance("ldgnf-other", true), mock);
                    assertThat(rebalance("ldgnf-my", true).status()).isEqualTo("modifying");
                    datastore.settle();
                    assertThat(datastore.named().status()).isEqualTo("available");
                    assertThat(slots(datastore.second()))
                            .isEqualTo(slots(datastore.first()))
                            .containsExactly("0001 0-99,8292-16383", "0002 100-8291");
                })
                .tests();
    }

    @Test
    void slots_that_are_uniformly_distributed_are_InvalidGlobalReplicationGroupState() {
        datastore.sharded();

        Refusal.INVALID_GLOBAL_REPLICATION_GROUP_STATE
                .isTheAnswerTo(() -> rebalance("ldgnf-my", true), mock)
                .hasMessageContaining("Slots in the replication group are uniformly distributed. Nothing to do.");
    }

    @Test
    void with_cluster_mode_disabled_there_are_no_node_groups_to_change() {
        datastore.ofTwo(group -> {});

        Refusal.INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> increase(2, group -> {}), mock)
                .hasMessageContaining("Operation is only applicable for cluster mode enabled replication groups.");
        Refusal.INVALID_PARAMETER_VALUE.isTheAnswerTo(() -> rebalance("ldgnf-my", true), mock);
        Refusal.INVALID_PARAMETER_VALUE.isTheAnswerTo(
                () -> decrease(1, group -> group.globalNodeGroupsToRemove("ldgnf-my-0001")), mock);
    }

    @Test
    void a_change_that_one_region_cannot_make_begins_in_none() {
        datastore.sharded();
        for (String zone : List.of("us-west-2a", "us-west-2b", "us-west-2c", "us-west-2d")) {
            mock.withoutCapacity(zone);
        }

        assertThatServiceErrorOf(() -> increase(3, group -> {})).hasCode("InsufficientCacheClusterCapacity");

        assertThat(datastore.first().status()).isEqualTo("available");
        assertThat(datastore.named().status()).isEqualTo("available");
        assertThat(mock.timeline().pending()).isEmpty();
    }

    private GlobalReplicationGroup increase(
            int count, Consumer<IncreaseNodeGroupsInGlobalReplicationGroupRequest.Builder> settings) {
        return datastore
                .home()
                .increaseNodeGroupsInGlobalReplicationGroup(group -> {
                    group.globalReplicationGroupId(Datastore.ID)
                            .nodeGroupCount(count)
                            .applyImmediately(true);
                    settings.accept(group);
                })
                .globalReplicationGroup();
    }

    private GlobalReplicationGroup decrease(
            int count, Consumer<DecreaseNodeGroupsInGlobalReplicationGroupRequest.Builder> settings) {
        return datastore
                .home()
                .decreaseNodeGroupsInGlobalReplicationGroup(group -> {
                    group.globalReplicationGroupId(Datastore.ID)
                            .nodeGroupCount(count)
                            .applyImmediately(true);
                    settings.accept(group);
                })
                .globalReplicationGroup();
    }

    private GlobalReplicationGroup rebalance(String id, boolean immediately) {
        return datastore
                .home()
                .rebalanceSlotsInGlobalReplicationGroup(
                        group -> group.globalReplicationGroupId(id).applyImmediately(immediately))
                .globalReplicationGroup();
    }

    private static RegionalConfiguration regional(String region, String id, String nodeGroup, String zone) {
        return RegionalConfiguration.builder()
                .replicationGroupRegion(region)
                .replicationGroupId(id)
                .reshardingConfiguration(ReshardingConfiguration.builder()
                        .nodeGroupId(nodeGroup)
                        .preferredAvailabilityZones(zone)
                        .build())
                .build();
    }

    private static List<String> slots(ReplicationGroup group) {
        return group.nodeGroups().stream()
                .map(each -> each.nodeGroupId() + " " + each.slots())
                .toList();
    }

    private static List<String> zones(ReplicationGroup group) {
        return group.nodeGroups().stream()
                .map(each -> each.nodeGroupId() + " "
                        + each.nodeGroupMembers().get(0).preferredAvailabilityZone())
                .toList();
    }
}
