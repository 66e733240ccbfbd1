package io.github.mockelasticache.internal.global;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.testing.Refusal;
import io.github.mockelasticache.testing.RequestMembers;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import software.amazon.awssdk.services.elasticache.model.DeleteGlobalReplicationGroupRequest;
import software.amazon.awssdk.services.elasticache.model.DisassociateGlobalReplicationGroupRequest;
import software.amazon.awssdk.services.elasticache.model.GlobalReplicationGroup;

/** {@code DisassociateGlobalReplicationGroup} and {@code DeleteGlobalReplicationGroup}. */
class EndOfMembershipTest {

    private final ElastiCacheMock mock = ElastiCacheMock.create();
    private final Datastore datastore = new Datastore(mock);

    @AfterEach
    void close() {
        mock.close();
    }

    @TestFactory
    Stream<DynamicTest> every_member_of_a_disassociation_does_what_it_says() {
        datastore.ofTwo(group -> {});
        return RequestMembers.of(
                        DisassociateGlobalReplicationGroupRequest.builder().build())
                .member(
                        "GlobalReplicationGroupId",
                        "names the group",
                        () -> Refusal.GLOBAL_REPLICATION_GROUP_NOT_FOUND.isTheAnswerTo(
                                () -> datastore
                                        .home()
                                        .disassociateGlobalReplicationGroup(
                                                group -> group.globalReplicationGroupId("ldgnf-other")
                                                        .replicationGroupId("second")
                                                        .replicationGroupRegion("us-west-2")),
                                mock))
                .member(
                        "ReplicationGroupRegion",
                        "is that of a member",
                        () -> Refusal.INVALID_PARAMETER_VALUE
                                .isTheAnswerTo(() -> datastore.disassociate(Datastore.EUROPE, "second"), mock)
                                .hasMessageContaining("is not associated with Global Replication Group"))
                .member("ReplicationGroupId", "is that of a member, in any case", () -> {
                    Refusal.INVALID_PARAMETER_VALUE
                            .isTheAnswerTo(() -> datastore.disassociate(Datastore.WEST, "other"), mock)
                            .hasMessageContaining("is not associated with Global Replication Group");
                    datastore.disassociate(Datastore.WEST, "Second");
                    datastore.settle();
                    assertThat(Datastore.members(datastore.named()))
                            .containsExactly("us-east-1/first PRIMARY associated");
                })
                .tests();
    }

    @Test
    void a_secondary_that_leaves_is_a_replication_group_on_its_own() {
        datastore.ofTwo(group -> {});
        String parameterGroup = datastore.parameterGroup(Datastore.WEST, "second");

        GlobalReplicationGroup answered = datastore.disassociate(Datastore.WEST, "second");

        assertThat(answered.status()).isEqualTo("modifying");
        assertThat(Datastore.members(answered)).contains("us-west-2/second SECONDARY associated");
        assertThat(Datastore.members(datastore.named())).contains("us-west-2/second SECONDARY disassociating");
        assertThat(datastore.second().status()).isEqualTo("modifying");
        mock.clock().advance(Duration.ofMinutes(2));
        assertThat(datastore.named().status()).isEqualTo("primary-only");
        assertThat(Datastore.members(datastore.named())).containsExactly("us-east-1/first PRIMARY associated");
        assertThat(datastore.second().status()).isEqualTo("available");
        assertThat(datastore.second().globalReplicationGroupInfo().globalReplicationGroupId())
                .isNull();
        assertThat(datastore.parameterGroup(Datastore.WEST, "second")).isEqualTo(parameterGroup);
        datastore.client(Datastore.WEST).deleteReplicationGroup(group -> group.replicationGroupId("second"));
        datastore.settle();
        assertThat(datastore
                        .client(Datastore.WEST)
                        .describeCacheParameterGroups(group -> group.cacheParameterGroupName(parameterGroup))
                        .cacheParameterGroups()
                        .get(0)
                        .isGlobal())
                .as("the parameter group that is left")
                .isFalse();
    }

    @Test
    void with_another_secondary_the_group_is_available_again() {
        datastore.ofTwo(group -> {});
        datastore.secondary(Datastore.EUROPE, "third", group -> {});
        datastore.settle();

        datastore.disassociate(Datastore.WEST, "second");
        datastore.settle();

        assertThat(datastore.named().status()).isEqualTo("available");
    }

    @Test
    void a_region_that_was_left_can_have_a_member_again() {
        datastore.ofTwo(group -> {});
        datastore.disassociate(Datastore.WEST, "second");
        datastore.settle();
        datastore.client(Datastore.WEST).deleteReplicationGroup(group -> group.replicationGroupId("second"));
        datastore.settle();

        datastore.secondary(Datastore.WEST, "second", group -> {});
        datastore.settle();

        assertThat(Datastore.members(datastore.named())).contains("us-west-2/second SECONDARY associated");
    }

    @Test
    void the_primary_cannot_be_disassociated() {
        datastore.ofTwo(group -> {});

        Refusal.INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> datastore.disassociate(Datastore.HOME, "first"), mock)
                .hasMessageContaining("is the primary of Global Replication Group ldgnf-my");
    }

    @Test
    void nothing_is_disassociated_while_something_is_under_way() {
        datastore.ofTwo(group -> {});
        datastore.modify(group -> group.cacheNodeType("cache.m5.xlarge"));

        Refusal.INVALID_GLOBAL_REPLICATION_GROUP_STATE.isTheAnswerTo(
                () -> datastore.disassociate(Datastore.WEST, "second"), mock);
    }

    @TestFactory
    Stream<DynamicTest> every_member_of_a_deletion_does_what_it_says() {
        datastore.ofPrimary(group -> {});
        return RequestMembers.of(DeleteGlobalReplicationGroupRequest.builder().build())
                .member("RetainPrimaryReplicationGroup", "has to be true", () -> {
                    Refusal.INVALID_PARAMETER_VALUE.isTheAnswerTo(
                            () -> delete(group -> group.retainPrimaryReplicationGroup(false)), mock);
                    Refusal.INVALID_PARAMETER_VALUE.isTheAnswerTo(
                            () -> delete(group -> group.retainPrimaryReplicationGroup(null)), mock);
                })
                .member("GlobalReplicationGroupId", "names the group", () -> {
                    Refusal.GLOBAL_REPLICATION_GROUP_NOT_FOUND.isTheAnswerTo(
                            () -> delete(group -> group.globalReplicationGroupId("ldgnf-other")), mock);
                    assertThat(delete(group -> {}).status()).isEqualTo("deleting");
                })
                .tests();
    }

    @Test
    void a_deleted_group_is_gone_and_its_primary_stays() {
        datastore.ofPrimary(group -> {});

        GlobalReplicationGroup answered = delete(group -> {});

        assertThat(answered.status()).isEqualTo("deleting");
        assertThat(datastore.first().status()).isEqualTo("modifying");
        mock.clock().advance(Duration.ofMinutes(2));
        Refusal.GLOBAL_REPLICATION_GROUP_NOT_FOUND.isTheAnswerTo(datastore::named);
        assertThat(datastore.first().status()).isEqualTo("available");
        assertThat(datastore.first().globalReplicationGroupInfo().globalReplicationGroupId())
                .isNull();
        assertThat(mock.timeline().pending()).isEmpty();
    }

    @Test
    void the_id_of_a_deleted_group_can_be_used_again() {
        datastore.ofPrimary(group -> {});
        String before = datastore.parameterGroup(Datastore.HOME, "first");
        delete(group -> {});
        datastore.settle();

        datastore
                .home()
                .createGlobalReplicationGroup(
                        global -> global.globalReplicationGroupIdSuffix("my").primaryReplicationGroupId("first"));
        datastore.settle();

        assertThat(datastore.named().status()).isEqualTo("primary-only");
        assertThat(datastore.parameterGroup(Datastore.HOME, "first")).isNotEqualTo(before);
    }

    @Test
    void a_group_with_secondaries_cannot_be_deleted() {
        datastore.ofTwo(group -> {});

        Refusal.INVALID_GLOBAL_REPLICATION_GROUP_STATE
                .isTheAnswerTo(() -> delete(group -> {}), mock)
                .hasMessageContaining("Cannot delete a global replication group in available state");
    }

    @Test
    void a_group_that_is_being_deleted_can_be_nothing_else() {
        datastore.ofPrimary(group -> {});
        delete(group -> {});

        Refusal.INVALID_GLOBAL_REPLICATION_GROUP_STATE.isTheAnswerTo(() -> delete(group -> {}), mock);
        Refusal.INVALID_GLOBAL_REPLICATION_GROUP_STATE.isTheAnswerTo(
                () -> datastore.modify(group -> group.cacheNodeType("cache.m5.xlarge")), mock);
        Refusal.INVALID_GLOBAL_REPLICATION_GROUP_STATE.isTheAnswerTo(
                () -> datastore.secondary(Datastore.WEST, "second", group -> {}), mock);
    }

    private GlobalReplicationGroup delete(Consumer<DeleteGlobalReplicationGroupRequest.Builder> settings) {
        return datastore
                .home()
                .deleteGlobalReplicationGroup(group -> {
                    group.globalReplicationGroupId(Datastore.ID).retainPrimaryReplicationGroup(true);
                    settings.accept(group);
                })
                .globalReplicationGroup();
    }
}
