package io.github.mockelasticache.internal.global;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.testing.Refusal;
import io.github.mockelasticache.testing.RequestMembers;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import software.amazon.awssdk.services.elasticache.model.Endpoint;
import software.amazon.awssdk.services.elasticache.model.FailoverGlobalReplicationGroupRequest;
import software.amazon.awssdk.services.elasticache.model.GlobalReplicationGroup;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;

class FailoverGlobalReplicationGroupTest {

    private final ElastiCacheMock mock = ElastiCacheMock.create();
    private final Datastore datastore = new Datastore(mock);

    @AfterEach
    void close() {
        mock.close();
    }

    @TestFactory
    Stream<DynamicTest> every_member_of_the_request_does_what_it_says() {
        datastore.ofTwo(group -> {});
        return RequestMembers.of(FailoverGlobalReplicationGroupRequest.builder().build())
                .member(
                        "GlobalReplicationGroupId",
                        "names the group",
                        () -> Refusal.GLOBAL_REPLICATION_GROUP_NOT_FOUND.isTheAnswerTo(
                                () -> datastore
                                        .home()
                                        .failoverGlobalReplicationGroup(
                                                group -> group.globalReplicationGroupId("ldgnf-other")
                                                        .primaryRegion("us-west-2")
                                                        .primaryReplicationGroupId("second")),
                                mock))
                .member(
                        "PrimaryRegion",
                        "is the region of the member that becomes the primary",
                        () -> Refusal.INVALID_PARAMETER_VALUE
                                .isTheAnswerTo(() -> datastore.failover(Datastore.EUROPE, "second"), mock)
                                .hasMessageContaining("is not associated with Global Replication Group ldgnf-my"))
                .member("PrimaryReplicationGroupId", "is the id of the member that becomes the primary", () -> {
                    Refusal.INVALID_PARAMETER_VALUE
                            .isTheAnswerTo(() -> datastore.failover(Datastore.WEST, "other"), mock)
                            .hasMessageContaining("is not associated with Global Replication Group ldgnf-my");
                    datastore.failover(Datastore.WEST, "SECOND");
                    datastore.settle();
                    assertThat(Datastore.members(datastore.named()))
                            .containsExactly(
                                    "us-east-1/first SECONDARY associated", "us-west-2/second PRIMARY associated");
                })
                .tests();
    }

    @Test
    void roles_change_places_after_a_minute() {
        datastore.ofTwo(group -> {});

        GlobalReplicationGroup answered = datastore.failover(Datastore.WEST, "second");

        assertThat(answered.status()).isEqualTo("modifying");
        assertThat(Datastore.members(answered))
                .containsExactly("us-east-1/first PRIMARY associated", "us-west-2/second SECONDARY associated");
        assertThat(datastore.first().status()).isEqualTo("modifying");
        assertThat(datastore.second().status()).isEqualTo("modifying");
        mock.clock().advance(Duration.ofMinutes(1));
        assertThat(datastore.named().status()).isEqualTo("available");
        assertThat(Datastore.members(datastore.named()))
                .containsExactly("us-east-1/first SECONDARY associated", "us-west-2/second PRIMARY associated");
        assertThat(role(datastore.first())).isEqualTo("SECONDARY");
        assertThat(role(datastore.second())).isEqualTo("PRIMARY");
        assertThat(datastore.second().status()).isEqualTo("available");
    }

    @Test
    void all_but_the_new_primary_are_secondaries() {
        datastore.ofTwo(group -> {});
        datastore.secondary(Datastore.EUROPE, "third", group -> {});
        datastore.settle();

        datastore.failover(Datastore.EUROPE, "third");
        datastore.settle();

        assertThat(Datastore.members(datastore.named()))
                .containsExactly(
                        "eu-west-1/third PRIMARY associated",
                        "us-east-1/first SECONDARY associated",
                        "us-west-2/second SECONDARY associated");
        assertThat(role(datastore.second())).isEqualTo("SECONDARY");
    }

    @Test
    void endpoints_stay_with_their_replication_groups() {
        datastore.ofTwo(group -> {});
        Endpoint before = datastore.second().nodeGroups().get(0).primaryEndpoint();

        datastore.failover(Datastore.WEST, "second");
        datastore.settle();

        assertThat(datastore.second().nodeGroups().get(0).primaryEndpoint()).isEqualTo(before);
    }

    @Test
    void a_failover_is_possible_while_a_modification_is_under_way() {
        datastore.ofTwo(group -> {});
        datastore.modify(group -> group.cacheNodeType("cache.m5.xlarge"));

        datastore.failover(Datastore.WEST, "second");
        mock.clock().advance(Duration.ofMinutes(1));

        assertThat(role(datastore.second())).isEqualTo("PRIMARY");
        assertThat(datastore.named().status()).isEqualTo("modifying");
        datastore.settle();
        assertThat(datastore.named().status()).isEqualTo("available");
        assertThat(datastore.named().cacheNodeType()).isEqualTo("cache.m5.xlarge");
        assertThat(datastore.first().cacheNodeType()).isEqualTo("cache.m5.xlarge");
    }

    @Test
    void the_former_primary_can_leave() {
        datastore.ofTwo(group -> {});
        datastore.failover(Datastore.WEST, "second");
        datastore.settle();

        datastore.disassociate(Datastore.HOME, "first");
        datastore.settle();

        assertThat(Datastore.members(datastore.named())).containsExactly("us-west-2/second PRIMARY associated");
        assertThat(role(datastore.first())).isNull();
    }

    @Test
    void the_primary_cannot_become_it() {
        datastore.ofTwo(group -> {});

        Refusal.INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> datastore.failover(Datastore.HOME, "first"), mock)
                .hasMessageContaining("is already the primary");
    }

    @Test
    void a_member_that_is_not_associated_yet_cannot_become_the_primary() {
        datastore.ofPrimary(group -> {});
        datastore.secondary(Datastore.WEST, "second", group -> {});

        Refusal.INVALID_GLOBAL_REPLICATION_GROUP_STATE
                .isTheAnswerTo(() -> datastore.failover(Datastore.WEST, "second"), mock)
                .hasMessageContaining("Cannot fail over a global replication group in modifying state");
    }

    @Test
    void one_failover_is_under_way_at_a_time() {
        datastore.ofTwo(group -> {});
        datastore.failover(Datastore.WEST, "second");

        Refusal.INVALID_GLOBAL_REPLICATION_GROUP_STATE.isTheAnswerTo(
                () -> datastore.failover(Datastore.WEST, "second"), mock);
    }

    @Test
    void a_failover_can_be_asked_for_in_any_region() {
        datastore.ofTwo(group -> {});

        datastore
                .client(Datastore.WEST)
                .failoverGlobalReplicationGroup(group -> group.globalReplicationGroupId("ldgnf-my")
                        .primaryRegion("us-west-2")
                        .primaryReplicationGroupId("second"));
        datastore.settle();

        assertThat(role(datastore.second())).isEqualTo("PRIMARY");
    }

    private static String role(ReplicationGroup group) {
        return group.globalReplicationGroupInfo().globalReplicationGroupMemberRole();
    }
}
