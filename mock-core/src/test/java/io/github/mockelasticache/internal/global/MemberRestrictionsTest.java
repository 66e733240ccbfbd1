package io.github.mockelasticache.internal.global;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.testing.Refusal;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import software.amazon.awssdk.services.elasticache.model.ClusterMode;
import software.amazon.awssdk.services.elasticache.model.CustomerNodeEndpoint;
import software.amazon.awssdk.services.elasticache.model.ModifyReplicationGroupRequest;
import software.amazon.awssdk.services.elasticache.model.ParameterNameValue;

/** What a replication group may do, and may not do, while it is a member of a global one. */
class MemberRestrictionsTest {

    private final ElastiCacheMock mock = ElastiCacheMock.create();
    private final Datastore datastore = new Datastore(mock);

    @BeforeEach
    void of_two() {
        datastore.ofTwo(group -> {});
    }

    @AfterEach
    void close() {
        mock.close();
    }

    @TestFactory
    Stream<DynamicTest> what_all_members_have_in_common_is_not_modified_in_one() {
        return Stream.of(
                modification("CacheNodeType", group -> group.cacheNodeType("cache.m5.xlarge")),
                modification("Engine", group -> group.engine("valkey")),
                modification("EngineVersion", group -> group.engineVersion("7.1")),
                modification("CacheParameterGroupName", group -> group.cacheParameterGroupName("default.redis7")),
                modification("AutomaticFailoverEnabled", group -> group.automaticFailoverEnabled(true)),
                modification("ClusterMode", group -> group.clusterMode(ClusterMode.COMPATIBLE)),
                modification("TransitEncryptionEnabled", group -> group.transitEncryptionEnabled(true)),
                modification("TransitEncryptionMode", group -> group.transitEncryptionMode("preferred")),
                modification("AuthToken", group -> group.authToken("0123456789abcdef")),
                modification("AuthTokenUpdateStrategy", group -> group.authTokenUpdateStrategy("SET")),
                modification("AutoMinorVersionUpgrade", group -> group.autoMinorVersionUpgrade(true)));
    }

    @TestFactory
    Stream<DynamicTest> other_operations_on_one_member_are_refused() {
        return Stream.of(
                rejected(
                        "ModifyReplicationGroupShardConfiguration",
                        () -> datastore
                                .client(Datastore.WEST)
                                .modifyReplicationGroupShardConfiguration(group -> group.replicationGroupId("second")
                                        .nodeGroupCount(2)
                                        .applyImmediately(true))),
                rejected(
                        "DeleteReplicationGroup",
                        () -> datastore
                                .client(Datastore.WEST)
                                .deleteReplicationGroup(group -> group.replicationGroupId("second"))),
                rejected(
                        "StartMigration",
                        () -> datastore
                                .client(Datastore.WEST)
                                .startMigration(group -> group.replicationGroupId("second")
                                        .customerNodeEndpointList(CustomerNodeEndpoint.builder()
                                                .address("10.0.0.1")
                                                .port(6379)
                                                .build()))));
    }

    @Test
    void the_number_of_replicas_is_that_of_each_region() {
        datastore
                .client(Datastore.WEST)
                .increaseReplicaCount(group ->
                        group.replicationGroupId("second").newReplicaCount(2).applyImmediately(true));
        datastore.settle();

        assertThat(datastore.second().memberClusters()).hasSize(3);
        assertThat(datastore.first().memberClusters()).hasSize(1);
        assertThat(datastore.named().status()).isEqualTo("available");
    }

    @Test
    void description_windows_and_snapshots_are_those_of_each_region() {
        datastore
                .client(Datastore.WEST)
                .modifyReplicationGroup(group -> group.replicationGroupId("second")
                        .replicationGroupDescription("The west")
                        .snapshotWindow("09:00-10:00")
                        .preferredMaintenanceWindow("sun:05:00-sun:06:00")
                        .applyImmediately(true));

        assertThat(datastore.second().description()).isEqualTo("The west");
        assertThat(datastore.second().snapshotWindow()).isEqualTo("09:00-10:00");
    }

    @Test
    void the_parameter_group_of_a_member_is_in_use() {
        Refusal.INVALID_CACHE_PARAMETER_GROUP_STATE.isTheAnswerTo(
                () -> datastore
                        .client(Datastore.WEST)
                        .deleteCacheParameterGroup(group ->
                                group.cacheParameterGroupName(datastore.parameterGroup(Datastore.WEST, "second"))),
                mock);
    }

    @Test
    void the_parameters_of_a_member_can_be_changed() {
        set("77");
        datastore.settle();

        assertThat(datastore
                        .client(Datastore.WEST)
                        .describeCacheParameters(group ->
                                group.cacheParameterGroupName(parameterGroup()).source("user"))
                        .parameters())
                .extracting(parameter -> parameter.parameterName() + "=" + parameter.parameterValue())
                .containsExactly("timeout=77");
    }

    @Test
    void the_parameters_of_a_member_cannot_be_changed_while_something_is_under_way() {
        datastore.modify(group -> group.cacheNodeType("cache.m5.xlarge"));

        Refusal.INVALID_GLOBAL_REPLICATION_GROUP_STATE
                .isTheAnswerTo(() -> set("77"), mock)
                .hasMessageContaining(
                        "Cannot modify a parameter group of a global replication group in modifying state");
        Refusal.INVALID_GLOBAL_REPLICATION_GROUP_STATE.isTheAnswerTo(
                () -> datastore
                        .client(Datastore.WEST)
                        .resetCacheParameterGroup(group ->
                                group.cacheParameterGroupName(parameterGroup()).resetAllParameters(true)),
                mock);
    }

    private void set(String timeout) {
        datastore
                .client(Datastore.WEST)
                .modifyCacheParameterGroup(group -> group.cacheParameterGroupName(parameterGroup())
                        .parameterNameValues(ParameterNameValue.builder()
                                .parameterName("timeout")
                                .parameterValue(timeout)
                                .build()));
    }

    private String parameterGroup() {
        return datastore.parameterGroup(Datastore.WEST, "second");
    }

    private DynamicTest modification(String member, Consumer<ModifyReplicationGroupRequest.Builder> settings) {
        return rejected(
                "ModifyReplicationGroup of " + member,
                () -> datastore.groups(Datastore.WEST).modify("second", settings));
    }

    private DynamicTest rejected(String what, ThrowingCallable call) {
        return DynamicTest.dynamicTest(
                what + " is InvalidParameterValue",
                () -> Refusal.INVALID_PARAMETER_VALUE
                        .isTheAnswerTo(call, mock)
                        .hasMessageContaining(
                                "Cluster [second] is part of a global cluster [ldgnf-my]. Request rejected."));
    }
}
