package io.github.mockelasticache.internal.snapshot;

import static io.github.mockelasticache.internal.engine.ResourceTypes.CACHE_CLUSTER;
import static io.github.mockelasticache.testing.Refusal.CACHE_CLUSTER_NOT_FOUND;
import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_COMBINATION;
import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_VALUE;
import static io.github.mockelasticache.testing.Refusal.SNAPSHOT_NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.testing.RequestMembers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.elasticache.model.DescribeSnapshotsRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeSnapshotsResponse;
import software.amazon.awssdk.services.elasticache.model.NodeGroupConfiguration;
import software.amazon.awssdk.services.elasticache.model.NodeSnapshot;
import software.amazon.awssdk.services.elasticache.model.Snapshot;

class DescribeSnapshotsTest {

    @AutoClose
    private final Caches caches = new Caches();

    @BeforeEach
    void snapshots_of_a_cluster_of_a_member_and_of_a_group() {
        caches.cluster("mycluster", cluster -> cluster.snapshotRetentionLimit(35));
        caches.role().planAutomatic("mycluster");
        caches.clock().advance(Duration.ofHours(4));
        caches.group("disabled", 2);
        caches.sharded("enabled", 1);
        caches.available("of-cluster", "mycluster");
        caches.available("of-member", "disabled-002");
        caches.createOfGroup("of-group", "enabled");
        caches.clock().settle();
    }

    @TestFactory
    Stream<DynamicTest> every_request_member_has_its_effect() {
        return RequestMembers.of(DescribeSnapshotsRequest.builder().build())
                .member(
                        "SnapshotName",
                        "picks one",
                        () -> assertThat(names(all -> all.snapshotName("Of-Member")))
                                .containsExactly("of-member"))
                .member(
                        "CacheClusterId",
                        "picks those of a cluster, whose node may have been one of a group",
                        () -> assertThat(List.of(
                                        names(all -> all.cacheClusterId("MyCluster")),
                                        names(all -> all.cacheClusterId("enabled-0002-002")),
                                        names(all -> all.cacheClusterId("enabled-0002-001"))))
                                .containsExactly(
                                        List.of("automatic.mycluster-2025-01-01-03-00", "of-cluster"),
                                        List.of("of-group"),
                                        List.of()))
                .member(
                        "ReplicationGroupId",
                        "picks those of a group and of its members",
                        () -> assertThat(List.of(
                                        names(all -> all.replicationGroupId("Enabled")),
                                        names(all -> all.replicationGroupId("disabled"))))
                                .containsExactly(List.of("of-group"), List.of("of-member")))
                .member(
                        "SnapshotSource",
                        "picks the automatic ones or the manual ones",
                        () -> assertThat(List.of(
                                        names(all -> all.snapshotSource("system")),
                                        names(all -> all.snapshotSource("user"))))
                                .containsExactly(
                                        List.of("automatic.mycluster-2025-01-01-03-00"),
                                        List.of("of-cluster", "of-group", "of-member")))
                .member(
                        "ShowNodeGroupConfig",
                        "shows the configuration of the node groups",
                        () -> assertThat(describe(all ->
                                                all.snapshotName("of-group").showNodeGroupConfig(true))
                                        .snapshots()
                                        .get(0)
                                        .nodeSnapshots()
                                        .get(1)
                                        .nodeGroupConfiguration())
                                .isEqualTo(NodeGroupConfiguration.builder()
                                        .nodeGroupId("0002")
                                        .slots("8192-16383")
                                        .replicaCount(1)
                                        .primaryAvailabilityZone("us-east-1a")
                                        .replicaAvailabilityZones("us-east-1b")
                                        .build()))
                .member("MaxRecords", "is the size of a page", () -> {
                    copies(20);
                    assertThat(names(all -> all.maxRecords(20))).hasSize(20);
                })
                .member("Marker", "begins the next page", () -> {
                    DescribeSnapshotsResponse first = describe(all -> all.maxRecords(20));
                    assertThat(names(all -> all.marker(first.marker()))).hasSize(3);
                })
                .tests();
    }

    @Test
    void snapshots_are_listed_by_name() {
        assertThat(names(all -> {}))
                .containsExactly("automatic.mycluster-2025-01-01-03-00", "of-cluster", "of-group", "of-member");
    }

    @Test
    void without_ShowNodeGroupConfig_no_configuration_is_shown() {
        assertThat(describe(all -> all.showNodeGroupConfig(false)).snapshots())
                .flatExtracting(Snapshot::nodeSnapshots)
                .extracting(NodeSnapshot::nodeGroupConfiguration)
                .containsOnlyNulls();
    }

    @Test
    void the_name_and_the_filters_hold_together() {
        assertThat(names(all -> all.snapshotName("of-cluster").snapshotSource("system")))
                .isEmpty();
        assertThat(names(all -> all.snapshotName("of-cluster").cacheClusterId("mycluster")))
                .containsExactly("of-cluster");
        assertThat(names(all -> all.replicationGroupId("enabled").snapshotSource("system")))
                .isEmpty();
    }

    @Test
    void a_cluster_that_is_gone_has_its_manual_snapshots_still() {
        caches.role().deleteAutomatic("mycluster");
        caches.region().table(CACHE_CLUSTER).remove("mycluster");

        assertThat(names(all -> all.cacheClusterId("mycluster"))).containsExactly("of-cluster");
    }

    @Test
    void an_unknown_cluster_is_CacheClusterNotFound_and_one_without_snapshots_has_an_empty_list() {
        caches.cluster("new");

        assertThat(names(all -> all.cacheClusterId("new"))).isEmpty();
        caches.refused(CACHE_CLUSTER_NOT_FOUND, () -> describe(all -> all.cacheClusterId("nosuch")))
                .says("CacheCluster not found: nosuch");
    }

    @Test
    void an_unknown_replication_group_has_an_empty_list() {
        assertThat(names(all -> all.replicationGroupId("nosuch"))).isEmpty();
    }

    @Test
    void an_unknown_snapshot_is_SnapshotNotFoundFault() {
        caches.refused(SNAPSHOT_NOT_FOUND, () -> describe(all -> all.snapshotName("nosuch")))
                .says("Snapshot not found: nosuch");
    }

    @Test
    void a_cluster_and_a_group_together_are_InvalidParameterCombination() {
        caches.refused(
                        INVALID_PARAMETER_COMBINATION,
                        () -> describe(all -> all.cacheClusterId("disabled-002").replicationGroupId("disabled")))
                .says("CacheClusterId and ReplicationGroupId cannot be given together.");
    }

    @Test
    void a_source_other_than_system_and_user_is_InvalidParameterValue() {
        caches.refused(INVALID_PARAMETER_VALUE, () -> describe(all -> all.snapshotSource("manual")))
                .says("Invalid value manual for SnapshotSource. Must be one of: system, user.");
    }

    @ParameterizedTest
    @CsvSource({
        "' ', a, a, SnapshotName",
        "a, ' ', a, CacheClusterId",
        "a, a, ' ', ReplicationGroupId",
    })
    void a_blank_name_is_InvalidParameterValue(String name, String cluster, String group, String parameter) {
        caches.refused(
                        INVALID_PARAMETER_VALUE,
                        () -> describe(all ->
                                all.snapshotName(name).cacheClusterId(cluster).replicationGroupId(group)))
                .says("The parameter " + parameter + " must be provided and must not be blank.");
    }

    @Test
    void a_page_holds_50_snapshots_unless_20_to_50_are_asked_for() {
        copies(60);

        assertThat(names(all -> {})).hasSize(50);
        assertThat(names(all -> all.maxRecords(20))).hasSize(20);
        assertThat(names(all -> all.maxRecords(50))).hasSize(50);
    }

    /** The wording for more than 50 is the service's own: aws/aws-cli#759. */
    @ParameterizedTest
    @CsvSource({
        "51,  Cannot return more than 50 records per page.",
        "100, Cannot return more than 50 records per page.",
        "19,  Invalid value for max records. Must be between 20 and 50",
        "0,   Invalid value for max records. Must be between 20 and 50"
    })
    void any_other_size_is_InvalidParameterValue(int maxRecords, String message) {
        caches.refused(INVALID_PARAMETER_VALUE, () -> describe(all -> all.maxRecords(maxRecords)))
                .says(message);
    }

    @Test
    void a_marker_of_something_else_is_InvalidParameterValue() {
        caches.refused(INVALID_PARAMETER_VALUE, () -> describe(all -> all.marker("nonsense")))
                .says("Invalid marker: nonsense was not returned by DescribeSnapshots.");
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 50})
    void the_paginator_shows_every_snapshot_once_while_others_come_and_go(int maxRecords) {
        List<String> atTheStart = copies(100);
        List<String> seen = new ArrayList<>();

        for (DescribeSnapshotsResponse page :
                caches.client().describeSnapshotsPaginator(all -> all.maxRecords(maxRecords))) {
            page.snapshots().forEach(each -> seen.add(each.snapshotName()));
            caches.delete(seen.get(seen.size() - 1));
            caches.clock().settle();
        }

        assertThat(seen).doesNotHaveDuplicates().isSorted().isEqualTo(atTheStart);
    }

    @Test
    void the_paginator_of_the_asynchronous_client_shows_every_filtered_snapshot() {
        copies(100);
        List<String> seen = new ArrayList<>();

        caches.asyncClient()
                .describeSnapshotsPaginator(
                        all -> all.cacheClusterId("mycluster").maxRecords(20))
                .snapshots()
                .subscribe(each -> seen.add(each.snapshotName()))
                .join();

        assertThat(seen).hasSize(101).isSorted();
    }

    /** As many more snapshots; the names of all that there are. */
    private List<String> copies(int number) {
        for (int copy = 0; copy < number; copy++) {
            if (copy % 19 == 0) {
                caches.clock().advance(Duration.ofDays(1));
            }
            caches.copy("of-cluster", "copy-%03d".formatted(copy));
            caches.clock().advance(Duration.ofMinutes(2));
        }
        caches.role().deleteAutomatic("mycluster");
        return caches.names();
    }

    private List<String> names(Consumer<DescribeSnapshotsRequest.Builder> asked) {
        return describe(asked).snapshots().stream().map(Snapshot::snapshotName).toList();
    }

    private DescribeSnapshotsResponse describe(Consumer<DescribeSnapshotsRequest.Builder> asked) {
        return caches.client().describeSnapshots(asked);
    }
}
