package io.github.mockelasticache.internal.replication;

import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_VALUE;
import static io.github.mockelasticache.testing.Refusal.INVALID_REPLICATION_GROUP_STATE;
import static io.github.mockelasticache.testing.Refusal.REPLICATION_GROUP_NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.testing.ReplicationGroupsSeen;
import io.github.mockelasticache.testing.RequestMembers;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import software.amazon.awssdk.services.elasticache.ElastiCacheAsyncClient;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.DescribeReplicationGroupsRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeReplicationGroupsResponse;

/**
 * DescribeReplicationGroups. Of the errors that the API reference lists, no request can provoke InvalidParameterCombination: its
 * parameters cannot contradict each other.
 */
class DescribeReplicationGroupsTest {

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.create();

    private final ElastiCacheClient client = mock.client();
    private final ReplicationGroupsSeen groups = ReplicationGroupsSeen.of(client);

    @Test
    void the_SDK_s_waiters_return_when_the_group_and_its_members_are_available() {
        groups.create("mygroup", asked -> asked.numCacheClusters(2));
        try (ElastiCacheAsyncClient async = mock.asyncClient()) {
            async.waiter()
                    .waitUntilReplicationGroupAvailable(asked -> asked.replicationGroupId("mygroup"))
                    .join();
        }

        assertThat(mock.clock().instant()).isEqualTo(Instant.parse("2025-01-01T00:10:20Z"));
        assertThat(groups.cluster("mygroup-002").cacheClusterStatus()).isEqualTo("available");
    }

    @Test
    void a_waiter_for_a_replica_waits_for_its_primary_too() {
        groups.create("mygroup", asked -> asked.numCacheClusters(2));

        client.waiter().waitUntilCacheClusterAvailable(asked -> asked.cacheClusterId("mygroup-002"));

        assertThat(groups.named("mygroup").status()).isEqualTo("available");
    }

    @Test
    void the_paginator_walks_through_all_groups_in_order() {
        for (int number = 10; number < 35; number++) {
            groups.create("group" + number, asked -> {});
        }

        assertThat(client.describeReplicationGroupsPaginator(all -> all.maxRecords(20)).stream()
                        .map((DescribeReplicationGroupsResponse page) ->
                                page.replicationGroups().size()))
                .containsExactly(20, 5);
    }

    @Test
    void tags_can_be_read_only_while_the_group_is_available() {
        String arn = groups.create("mygroup", asked -> {}).arn();

        INVALID_REPLICATION_GROUP_STATE
                .isTheAnswerTo(() -> groups.tags(arn))
                .hasMessageStartingWith("Cluster not in available state to perform tagging operations.");
        mock.clock().advance(Duration.ofMinutes(6));
        assertThat(groups.tags(arn)).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> each_member_is_honoured_or_refused() {
        return RequestMembers.of(DescribeReplicationGroupsRequest.builder().build())
                .member("ReplicationGroupId", "names one group in any case", () -> {
                    groups.created("mygroup", asked -> {});
                    assertThat(groups.named("MYGROUP").replicationGroupId()).isEqualTo("mygroup");
                    REPLICATION_GROUP_NOT_FOUND.isTheAnswerTo(() -> groups.named("nobody"), mock);
                })
                .member(
                        "MaxRecords",
                        "is 20 to 100",
                        () -> INVALID_PARAMETER_VALUE
                                .isTheAnswerTo(
                                        () -> client.describeReplicationGroups(asked -> asked.maxRecords(19)), mock)
                                .hasMessageStartingWith("Invalid value for max records. Must be between 20 and 100"))
                .member(
                        "Marker",
                        "must be one that was returned",
                        () -> INVALID_PARAMETER_VALUE.isTheAnswerTo(
                                () -> client.describeReplicationGroups(asked -> asked.marker("made up")), mock))
                .tests();
    }
}
