package io.github.mockelasticache.internal.replication;

import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_VALUE;
import static io.github.mockelasticache.testing.Refusal.INVALID_REPLICATION_GROUP_STATE;
import static io.github.mockelasticache.testing.Refusal.REPLICATION_GROUP_ALREADY_UNDER_MIGRATION;
import static io.github.mockelasticache.testing.Refusal.REPLICATION_GROUP_NOT_FOUND;
import static io.github.mockelasticache.testing.Refusal.REPLICATION_GROUP_NOT_UNDER_MIGRATION;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.testing.ReplicationGroupsSeen;
import io.github.mockelasticache.testing.RequestMembers;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CompleteMigrationRequest;
import software.amazon.awssdk.services.elasticache.model.CustomerNodeEndpoint;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;
import software.amazon.awssdk.services.elasticache.model.StartMigrationRequest;
import software.amazon.awssdk.services.elasticache.model.TestMigrationRequest;

/** The migration of data from a server of the customer. */
class MigrationTest {

    private static final CustomerNodeEndpoint SERVER = server(6379);

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.create();

    private final ElastiCacheClient client = mock.client();
    private final ReplicationGroupsSeen groups = ReplicationGroupsSeen.of(client);

    @BeforeEach
    void a_target() {
        groups.created(
                "target",
                asked ->
                        asked.numCacheClusters(2).automaticFailoverEnabled(true).multiAZEnabled(true));
        groups.created("alone", asked -> {});
    }

    @Test
    void a_group_is_migrating_until_the_migration_is_completed() {
        assertThat(start("target").status()).isEqualTo("modifying");
        mock.clock().settle();
        assertThat(groups.named("target").status()).isEqualTo("migrating");
        assertThat(groups.events()).contains("target: Migration operation succeeded for replication group target.");

        assertThat(client.completeMigration(asked -> asked.replicationGroupId("target"))
                        .replicationGroup()
                        .status())
                .isEqualTo("modifying");
        assertThat(groups.available("target").status()).isEqualTo("available");
        assertThat(groups.events()).contains("target: Complete Migration successful for target");
    }

    @Test
    void a_migration_is_started_once_and_completed_once() {
        start("target");

        REPLICATION_GROUP_ALREADY_UNDER_MIGRATION.isTheAnswerTo(() -> start("target"));
        INVALID_REPLICATION_GROUP_STATE.isTheAnswerTo(
                () -> client.completeMigration(asked -> asked.replicationGroupId("target")));
        REPLICATION_GROUP_NOT_UNDER_MIGRATION.isTheAnswerTo(
                () -> client.completeMigration(asked -> asked.replicationGroupId("alone")));
    }

    @TestFactory
    Stream<DynamicTest> each_member_of_StartMigration_is_honoured_or_refused() {
        return RequestMembers.of(StartMigrationRequest.builder().build())
                .member("ReplicationGroupId", "must be a group that fits", () -> {
                    REPLICATION_GROUP_NOT_FOUND.isTheAnswerTo(() -> start("nobody"), mock);
                    INVALID_REPLICATION_GROUP_STATE
                            .isTheAnswerTo(() -> start("alone"), mock)
                            .hasMessageStartingWith("Replication group alone must have Multi-AZ enabled");
                })
                .member("CustomerNodeEndpointList", "must have one element, with a port", () -> {
                    INVALID_PARAMETER_VALUE.isTheAnswerTo(
                            () -> client.startMigration(asked ->
                                    asked.replicationGroupId("target").customerNodeEndpointList(SERVER, SERVER)),
                            mock);
                    INVALID_PARAMETER_VALUE.isTheAnswerTo(
                            () -> client.startMigration(asked ->
                                    asked.replicationGroupId("target").customerNodeEndpointList(server(70_000))),
                            mock);
                })
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> each_member_of_TestMigration_is_honoured_or_refused() {
        return RequestMembers.of(TestMigrationRequest.builder().build())
                .member("ReplicationGroupId", "stays available", () -> {
                    assertThat(client.testMigration(asked ->
                                            asked.replicationGroupId("target").customerNodeEndpointList(SERVER))
                                    .replicationGroup()
                                    .status())
                            .isEqualTo("available");
                    REPLICATION_GROUP_NOT_FOUND.isTheAnswerTo(
                            () -> client.testMigration(
                                    asked -> asked.replicationGroupId("nobody").customerNodeEndpointList(SERVER)),
                            mock);
                })
                .member(
                        "CustomerNodeEndpointList",
                        "must be given",
                        () -> INVALID_PARAMETER_VALUE.isTheAnswerTo(
                                () -> client.testMigration(asked -> asked.replicationGroupId("target")), mock))
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> each_member_of_CompleteMigration_is_honoured_or_refused() {
        return RequestMembers.of(CompleteMigrationRequest.builder().build())
                .member(
                        "ReplicationGroupId",
                        "must be a group",
                        () -> REPLICATION_GROUP_NOT_FOUND.isTheAnswerTo(
                                () -> client.completeMigration(asked -> asked.replicationGroupId("nobody")), mock))
                .member("Force", "makes no difference: there is no data that could be out of sync", () -> {
                    start("target");
                    mock.clock().settle();
                    client.completeMigration(
                            asked -> asked.replicationGroupId("target").force(true));
                    assertThat(groups.available("target").status()).isEqualTo("available");
                })
                .tests();
    }

    private ReplicationGroup start(String group) {
        return client.startMigration(asked -> asked.replicationGroupId(group).customerNodeEndpointList(SERVER))
                .replicationGroup();
    }

    private static CustomerNodeEndpoint server(int port) {
        return CustomerNodeEndpoint.builder()
                .address("redis.example.com")
                .port(port)
                .build();
    }
}
