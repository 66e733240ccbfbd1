package io.github.mockelasticache.internal.replication;

import static io.github.mockelasticache.testing.Refusal.API_CALL_RATE_FOR_CUSTOMER_EXCEEDED;
import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_VALUE;
import static io.github.mockelasticache.testing.Refusal.INVALID_REPLICATION_GROUP_STATE;
import static io.github.mockelasticache.testing.Refusal.NODE_GROUP_NOT_FOUND;
import static io.github.mockelasticache.testing.Refusal.REPLICATION_GROUP_NOT_FOUND;
import static io.github.mockelasticache.testing.Refusal.TEST_FAILOVER_NOT_AVAILABLE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.testing.ReplicationGroupsSeen;
import io.github.mockelasticache.testing.RequestMembers;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;
import software.amazon.awssdk.services.elasticache.model.TestFailoverRequest;

/**
 * TestFailover.
 *
 * <p>Of the errors that the API reference lists, no request can provoke InvalidCacheClusterState (the group's own state comes first),
 * InvalidKMSKeyFault (no key is ever disabled) and InvalidParameterCombination (the two parameters cannot contradict each other).
 */
class FailoverTest {

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.create();

    private final ElastiCacheClient client = mock.client();
    private final ReplicationGroupsSeen groups = ReplicationGroupsSeen.of(client);

    @BeforeEach
    void a_group() {
        groups.created("mygroup", asked -> asked.numCacheClusters(3).automaticFailoverEnabled(true));
    }

    @Test
    void a_replica_takes_over_and_the_old_primary_comes_back_as_a_replica() {
        String endpoint =
                groups.named("mygroup").nodeGroups().get(0).primaryEndpoint().address();

        ReplicationGroup answer = failOver("mygroup", "0001");
        assertThat(answer.status()).isEqualTo("available");
        assertThat(answer.nodeGroups().get(0).status()).isEqualTo("modifying");

        mock.clock().advance(Duration.ofSeconds(30));
        ReplicationGroup failedOver = groups.named("mygroup");
        assertThat(ReplicationGroupsSeen.roles(failedOver))
                .containsExactly("mygroup-001 replica", "mygroup-002 primary", "mygroup-003 replica");
        assertThat(failedOver.nodeGroups().get(0).primaryEndpoint().address()).isEqualTo(endpoint);
        assertThat(failedOver.nodeGroups().get(0).status()).isEqualTo("modifying");

        mock.clock().advance(Duration.ofMinutes(4));
        assertThat(groups.named("mygroup").status()).isEqualTo("available");
    }

    @Test
    void the_events_are_those_of_the_API_reference_in_its_order() {
        int before = groups.events().size();

        failOver("mygroup", "0001");
        mock.clock().settle();

        List<String> events = groups.events();
        assertThat(events.subList(before, events.size()))
                .containsExactly(
                        "mygroup: Test Failover API called for node group 0001",
                        "mygroup-001: Failover from primary node mygroup-001 to replica node mygroup-002 completed",
                        "mygroup: Failover from primary node mygroup-001 to replica node mygroup-002 completed",
                        "mygroup-001: Recovering cache nodes 0001",
                        "mygroup-001: Finished recovery for cache nodes 0001");
    }

    @Test
    void the_node_is_replaced_before_another_test() {
        failOver("mygroup", "0001");

        TEST_FAILOVER_NOT_AVAILABLE.isTheAnswerTo(() -> failOver("mygroup", "0001"));
    }

    @Test
    void fifteen_tests_in_24_hours_are_enough() {
        for (int test = 0; test < 15; test++) {
            failOver("mygroup", "0001");
            mock.clock().settle();
        }

        API_CALL_RATE_FOR_CUSTOMER_EXCEEDED.isTheAnswerTo(() -> failOver("mygroup", "0001"));
        mock.clock().advance(Duration.ofDays(1));
        failOver("mygroup", "0001");
    }

    @Test
    void there_must_be_failover_and_a_replica() {
        groups.created("alone", asked -> {});
        groups.created("sharded", asked -> asked.numNodeGroups(2));

        INVALID_REPLICATION_GROUP_STATE.isTheAnswerTo(() -> failOver("alone", "0001"), mock);
        INVALID_REPLICATION_GROUP_STATE.isTheAnswerTo(() -> failOver("sharded", "0001"), mock);
    }

    @TestFactory
    Stream<DynamicTest> each_member_is_honoured_or_refused() {
        return RequestMembers.of(TestFailoverRequest.builder().build())
                .member(
                        "ReplicationGroupId",
                        "must be a group",
                        () -> REPLICATION_GROUP_NOT_FOUND.isTheAnswerTo(() -> failOver("nobody", "0001"), mock))
                .member("NodeGroupId", "must be one of the group's", () -> {
                    NODE_GROUP_NOT_FOUND.isTheAnswerTo(() -> failOver("mygroup", "0002"), mock);
                    INVALID_PARAMETER_VALUE.isTheAnswerTo(() -> failOver("mygroup", "first"), mock);
                })
                .tests();
    }

    private ReplicationGroup failOver(String group, String shard) {
        return client.testFailover(asked -> asked.replicationGroupId(group).nodeGroupId(shard))
                .replicationGroup();
    }
}
