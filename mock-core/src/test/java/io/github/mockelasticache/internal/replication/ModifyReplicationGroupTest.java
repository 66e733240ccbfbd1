package io.github.mockelasticache.internal.replication;

import static io.github.mockelasticache.testing.Refusal.INVALID_CACHE_PARAMETER_GROUP_STATE;
import static io.github.mockelasticache.testing.Refusal.INVALID_REPLICATION_GROUP_STATE;
import static io.github.mockelasticache.testing.Refusal.REPLICATION_GROUP_NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.Platform;
import io.github.mockelasticache.testing.ReplicationGroupsSeen;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.AuthTokenUpdateStrategyType;
import software.amazon.awssdk.services.elasticache.model.ClusterMode;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;
import software.amazon.awssdk.services.elasticache.model.TransitEncryptionMode;

/** How a replication group changes: at once, as soon as possible, or in the maintenance window. */
class ModifyReplicationGroupTest {

    @AutoClose
    private final ElastiCacheMock mock =
            ElastiCacheMock.builder().platform(Platform.VPC_ONLY).build();

    private final ElastiCacheClient client = mock.client();
    private final ReplicationGroupsSeen groups = ReplicationGroupsSeen.of(client);

    @Test
    void failover_that_is_switched_on_is_enabling_until_it_is_enabled() {
        groups.created("mygroup", asked -> asked.numCacheClusters(2));

        ReplicationGroup answer = groups.modify("mygroup", asked -> asked.automaticFailoverEnabled(true));
        assertThat(answer.status()).isEqualTo("modifying");
        assertThat(answer.automaticFailoverAsString()).isEqualTo("enabling");
        assertThat(answer.pendingModifiedValues().automaticFailoverStatusAsString())
                .isEqualTo("enabled");

        mock.clock().advance(Duration.ofMinutes(3));
        ReplicationGroup after = groups.named("mygroup");
        assertThat(after.status()).isEqualTo("available");
        assertThat(after.automaticFailoverAsString()).isEqualTo("enabled");
        assertThat(after.pendingModifiedValues().automaticFailoverStatus()).isNull();
    }

    @Test
    void without_ApplyImmediately_a_change_waits_for_the_maintenance_window() {
        groups.created(
                "mygroup",
                asked -> asked.preferredMaintenanceWindow("sun:05:00-sun:06:00").snapshotWindow("01:00-02:00"));

        ReplicationGroup answer = client.modifyReplicationGroup(
                        asked -> asked.replicationGroupId("mygroup").cacheNodeType("cache.r5.large"))
                .replicationGroup();
        assertThat(answer.status()).isEqualTo("available");
        assertThat(answer.cacheNodeType()).isEqualTo("cache.m5.large");
        assertThat(groups.cluster("mygroup-001").pendingModifiedValues().cacheNodeType())
                .isEqualTo("cache.r5.large");
        mock.clock().settle();
        assertThat(groups.named("mygroup").cacheNodeType()).isEqualTo("cache.m5.large");

        mock.clock().advanceTo(Instant.parse("2025-01-05T05:00:00Z"));
        assertThat(groups.named("mygroup").status()).isEqualTo("modifying");
        assertThat(groups.cluster("mygroup-001").cacheClusterStatus()).isEqualTo("modifying");

        mock.clock().settle();
        assertThat(groups.named("mygroup").cacheNodeType()).isEqualTo("cache.r5.large");
        assertThat(groups.cluster("mygroup-001").pendingModifiedValues().cacheNodeType())
                .isNull();
        assertThat(groups.events())
                .contains("mygroup: Succeeded applying modification to cache node type to cache.r5.large.");
    }

    @Test
    void what_waits_is_applied_with_the_next_change_that_does_not() {
        groups.created("mygroup", asked -> asked.numCacheClusters(2));
        client.modifyReplicationGroup(
                asked -> asked.replicationGroupId("mygroup").automaticFailoverEnabled(true));
        assertThat(groups.named("mygroup").automaticFailoverAsString()).isEqualTo("disabled");

        groups.modify("mygroup", asked -> asked.cacheNodeType("cache.r5.large"));
        mock.clock().settle();

        assertThat(groups.named("mygroup").automaticFailoverAsString()).isEqualTo("enabled");
        assertThat(groups.named("mygroup").cacheNodeType()).isEqualTo("cache.r5.large");
        assertThat(mock.timeline().pending()).isEmpty();
    }

    @Test
    void description_windows_and_retention_change_within_the_call() {
        groups.created("mygroup", asked -> {});

        ReplicationGroup answer = client.modifyReplicationGroup(asked -> asked.replicationGroupId("mygroup")
                        .replicationGroupDescription("New")
                        .snapshotRetentionLimit(2)
                        .snapshottingClusterId("mygroup-001")
                        .snapshotWindow("01:00-02:00")
                        .preferredMaintenanceWindow("mon:05:00-mon:06:00"))
                .replicationGroup();

        assertThat(answer.status()).isEqualTo("available");
        assertThat(answer.description()).isEqualTo("New");
        assertThat(answer.snapshottingClusterId()).isEqualTo("mygroup-001");
        assertThat(groups.cluster("mygroup-001").snapshotRetentionLimit()).isEqualTo(2);
        assertThat(groups.cluster("mygroup-001").preferredMaintenanceWindow()).isEqualTo("mon:05:00-mon:06:00");
    }

    @Test
    void redis_becomes_valkey() {
        groups.created("mygroup", asked -> asked.engineVersion("7.0"));

        ReplicationGroup answer =
                groups.modify("mygroup", asked -> asked.engine("valkey").engineVersion("8.0"));
        assertThat(answer.engine()).isEqualTo("redis");
        ReplicationGroup after = groups.available("mygroup");

        assertThat(after.engine()).isEqualTo("valkey");
        assertThat(groups.cluster("mygroup-001").engineVersion()).isEqualTo("8.0.1");
        assertThat(groups.cluster("mygroup-001").cacheParameterGroup().cacheParameterGroupName())
                .isEqualTo("default.valkey8");
    }

    @Test
    void TLS_comes_in_two_steps() {
        groups.created("mygroup", asked -> asked.numCacheClusters(2));

        ReplicationGroup first = groups.modify(
                "mygroup",
                asked -> asked.transitEncryptionEnabled(true).transitEncryptionMode(TransitEncryptionMode.PREFERRED));
        assertThat(first.transitEncryptionEnabled()).isFalse();
        assertThat(first.pendingModifiedValues().transitEncryptionEnabled()).isTrue();
        assertThat(first.pendingModifiedValues().transitEncryptionModeAsString())
                .isEqualTo("preferred");
        assertThat(groups.available("mygroup").transitEncryptionModeAsString()).isEqualTo("preferred");
        assertThat(groups.named("mygroup")
                        .nodeGroups()
                        .get(0)
                        .nodeGroupMembers()
                        .get(1)
                        .readEndpoint()
                        .address())
                .startsWith("mygroup-002.mygroup.");

        groups.modify("mygroup", asked -> asked.transitEncryptionMode(TransitEncryptionMode.REQUIRED));
        assertThat(groups.available("mygroup").transitEncryptionModeAsString()).isEqualTo("required");
    }

    @Test
    void an_AUTH_token_is_rotated_and_then_set() {
        groups.created("mygroup", asked -> asked.transitEncryptionEnabled(true));

        ReplicationGroup rotating = groups.modify("mygroup", asked -> asked.authToken("a-token-of-20-letters"));
        assertThat(rotating.pendingModifiedValues().authTokenStatusAsString()).isEqualTo("ROTATING");
        assertThat(groups.available("mygroup").authTokenEnabled()).isTrue();

        ReplicationGroup setting = groups.modify(
                "mygroup",
                asked -> asked.authToken("a-token-of-20-letters")
                        .authTokenUpdateStrategy(AuthTokenUpdateStrategyType.SET));
        assertThat(setting.pendingModifiedValues().authTokenStatusAsString()).isEqualTo("SETTING");
        assertThat(groups.available("mygroup").pendingModifiedValues().authTokenStatus())
                .isNull();
    }

    @Test
    void cluster_mode_goes_through_compatible_to_enabled() {
        groups.created("mygroup", asked -> asked.numCacheClusters(2).automaticFailoverEnabled(true));

        ReplicationGroup answer = groups.modify("mygroup", asked -> asked.clusterMode(ClusterMode.COMPATIBLE));
        assertThat(answer.pendingModifiedValues().clusterMode()).isEqualTo(ClusterMode.COMPATIBLE);
        ReplicationGroup compatible = groups.available("mygroup");
        assertThat(compatible.clusterEnabled()).isTrue();
        assertThat(compatible.configurationEndpoint()).isNotNull();
        assertThat(compatible.nodeGroups().get(0).primaryEndpoint()).isNotNull();
        assertThat(groups.cluster("mygroup-001").cacheParameterGroup().cacheParameterGroupName())
                .isEqualTo("default.redis7.cluster.on");

        groups.modify("mygroup", asked -> asked.clusterMode(ClusterMode.ENABLED));
        ReplicationGroup enabled = groups.available("mygroup");
        assertThat(ReplicationGroupsSeen.shards(enabled)).containsExactly("0001 0-16383 available");
        assertThat(enabled.nodeGroups().get(0).primaryEndpoint()).isNull();
    }

    @Test
    void a_replica_is_promoted_where_failover_is_off() {
        groups.created("mygroup", asked -> asked.numCacheClusters(2));

        ReplicationGroup answer = groups.modify("mygroup", asked -> asked.primaryClusterId("mygroup-002"));
        assertThat(answer.pendingModifiedValues().primaryClusterId()).isEqualTo("mygroup-002");

        assertThat(ReplicationGroupsSeen.roles(groups.available("mygroup")))
                .containsExactly("mygroup-001 replica", "mygroup-002 primary");
    }

    @Test
    void a_group_that_is_being_modified_takes_no_other_change() {
        groups.create("mygroup", asked -> {});

        INVALID_REPLICATION_GROUP_STATE
                .isTheAnswerTo(() -> groups.modify("mygroup", asked -> asked.replicationGroupDescription("New")))
                .hasMessageStartingWith("Replication group must be in available state to modify.");
        REPLICATION_GROUP_NOT_FOUND.isTheAnswerTo(
                () -> groups.modify("nobody", asked -> asked.replicationGroupDescription("New")));
    }

    @Test
    void a_parameter_group_that_a_change_waits_for_cannot_be_deleted() {
        groups.created("mygroup", asked -> {});
        client.createCacheParameterGroup(group -> group.cacheParameterGroupName("mine")
                .cacheParameterGroupFamily("redis7")
                .description("mine"));
        client.modifyReplicationGroup(
                asked -> asked.replicationGroupId("mygroup").cacheParameterGroupName("mine"));

        INVALID_CACHE_PARAMETER_GROUP_STATE.isTheAnswerTo(
                () -> client.deleteCacheParameterGroup(group -> group.cacheParameterGroupName("mine")), mock);

        client.deleteReplicationGroup(asked -> asked.replicationGroupId("mygroup"));
        mock.clock().settle();
        client.deleteCacheParameterGroup(group -> group.cacheParameterGroupName("mine"));
    }
}
