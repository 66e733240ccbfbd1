package io.github.mockelasticache.internal.update;

import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_COMBINATION;
import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_VALUE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.testing.Clusters;
import io.github.mockelasticache.testing.ReplicationGroupsSeen;
import io.github.mockelasticache.testing.RequestMembers;
import io.github.mockelasticache.testing.UpdatesSeen;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.DescribeUpdateActionsRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeUpdateActionsResponse;
import software.amazon.awssdk.services.elasticache.model.NodeGroupUpdateStatus;
import software.amazon.awssdk.services.elasticache.model.ServiceUpdateSeverity;
import software.amazon.awssdk.services.elasticache.model.ServiceUpdateStatus;
import software.amazon.awssdk.services.elasticache.model.ServiceUpdateType;
import software.amazon.awssdk.services.elasticache.model.SlaMet;
import software.amazon.awssdk.services.elasticache.model.UpdateAction;
import software.amazon.awssdk.services.elasticache.model.UpdateActionStatus;

/** Which actions there are for the clusters and groups that exist, and what they tell before anything has been applied. */
class DescribeUpdateActionsTest {

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.create();

    private final ElastiCacheClient client = mock.client();
    private final UpdatesSeen updates = UpdatesSeen.of(client);
    private final Clusters clusters = Clusters.of(client);

    @BeforeEach
    void a_group_and_two_clusters() {
        ReplicationGroupsSeen.of(client)
                .create(
                        "mygroup",
                        group -> group.numNodeGroups(2).replicasPerNodeGroup(1).automaticFailoverEnabled(true));
        clusters.memcached("mymemcached", 2);
        clusters.redis("myredis", cluster -> cluster.engineVersion("5.0.6"));
        mock.clock().settle();
    }

    @TestFactory
    Stream<DynamicTest> every_request_member_has_its_effect() {
        return RequestMembers.of(DescribeUpdateActionsRequest.builder().build())
                .member(
                        "ServiceUpdateName",
                        "picks the actions of an update",
                        () -> assertThat(told(of -> of.serviceUpdateName(UpdatesSeen.NEWEST)))
                                .containsExactly(
                                        "elc-20241227-001 mygroup not-applied",
                                        "elc-20241227-001 mymemcached not-applied",
                                        "elc-20241227-001 myredis not-applied"))
                .member(
                        "ReplicationGroupIds",
                        "picks those of some groups",
                        () -> assertThat(told(of -> of.replicationGroupIds("MyGroup", "nosuchgroup")))
                                .containsExactly(
                                        "elc-20241227-001 mygroup not-applied",
                                        "elc-20241222-001 mygroup not-applied",
                                        "elc-20241212-001 mygroup complete",
                                        "elc-20241117-001 mygroup not-applied"))
                .member(
                        "CacheClusterIds",
                        "picks those of some clusters",
                        () -> assertThat(told(of -> of.cacheClusterIds("MyMemcached")))
                                .containsExactly(
                                        "elc-20241227-001 mymemcached not-applied",
                                        "elc-20241222-001 mymemcached not-applied",
                                        "elc-20241117-001 mymemcached not-applied",
                                        "elc-20240923-001 mymemcached complete"))
                .member(
                        "Engine",
                        "picks those of an engine",
                        () -> assertThat(told(of -> of.engine("Memcached").serviceUpdateName(UpdatesSeen.NEWEST)))
                                .containsExactly("elc-20241227-001 mymemcached not-applied"))
                .member(
                        "ServiceUpdateStatus",
                        "picks those whose update has that status",
                        () -> assertThat(told(of -> of.serviceUpdateStatus(ServiceUpdateStatus.EXPIRED)))
                                .isEmpty())
                .member(
                        "ServiceUpdateTimeRange",
                        "picks those whose update was available at that time",
                        () -> assertThat(told(of -> of.cacheClusterIds("mymemcached")
                                        .serviceUpdateTimeRange(
                                                range -> range.endTime(Instant.parse("2024-11-20T00:00:00Z")))))
                                .containsExactly(
                                        "elc-20241117-001 mymemcached not-applied",
                                        "elc-20240923-001 mymemcached complete"))
                .member(
                        "UpdateActionStatus",
                        "picks those of some statuses",
                        () -> assertThat(told(of -> of.updateActionStatus(
                                        UpdateActionStatus.COMPLETE, UpdateActionStatus.NOT_APPLICABLE)))
                                .containsExactly(
                                        "elc-20241212-001 mygroup complete",
                                        "elc-20241212-001 myredis not-applicable",
                                        "elc-20240923-001 mymemcached complete"))
                .member("ShowNodeLevelUpdateStatus", "adds the nodes", () -> {
                    assertThat(updates.actions(of -> of.showNodeLevelUpdateStatus(false)))
                            .noneMatch(
                                    action -> action.hasNodeGroupUpdateStatus() || action.hasCacheNodeUpdateStatus());
                    assertThat(updates.actions(of -> of.showNodeLevelUpdateStatus(true)))
                            .allMatch(action -> action.hasNodeGroupUpdateStatus() != action.hasCacheNodeUpdateStatus());
                })
                .member("MaxRecords", "is the size of a page", () -> {
                    more();
                    assertThat(client.describeUpdateActions(all -> all.maxRecords(20))
                                    .updateActions())
                            .hasSize(20);
                })
                .member("Marker", "says where the page begins", () -> {
                    DescribeUpdateActionsResponse first = client.describeUpdateActions(all -> all.maxRecords(20));
                    assertThat(client.describeUpdateActions(
                                            all -> all.maxRecords(20).marker(first.marker()))
                                    .updateActions())
                            .isNotEmpty()
                            .doesNotContainAnyElementsOf(first.updateActions());
                })
                .tests();
    }

    @Test
    void an_action_tells_of_its_update_and_of_its_cluster() {
        assertThat(updates.actions(
                        of -> of.serviceUpdateName(UpdatesSeen.IMPORTANT).cacheClusterIds("mymemcached")))
                .containsExactly(UpdateAction.builder()
                        .cacheClusterId("mymemcached")
                        .serviceUpdateName(UpdatesSeen.IMPORTANT)
                        .serviceUpdateReleaseDate(Instant.parse("2024-12-22T16:00:00Z"))
                        .serviceUpdateSeverity(ServiceUpdateSeverity.IMPORTANT)
                        .serviceUpdateStatus(ServiceUpdateStatus.AVAILABLE)
                        .serviceUpdateRecommendedApplyByDate(Instant.parse("2025-01-21T15:59:59Z"))
                        .serviceUpdateType(ServiceUpdateType.SECURITY_UPDATE)
                        .updateActionAvailableDate(clusters.named("mymemcached").cacheClusterCreateTime())
                        .updateActionStatus(UpdateActionStatus.NOT_APPLIED)
                        .nodesUpdated("0/2")
                        .updateActionStatusModifiedDate(
                                clusters.named("mymemcached").cacheClusterCreateTime())
                        .slaMet(SlaMet.NO)
                        .estimatedUpdateTime("30 minutes per node")
                        .engine("memcached")
                        .build());
    }

    /** Three of four samples in the AWS CLI reference: complete in the second of its creation, and not a matter of the SLA. */
    @Test
    void a_cluster_that_was_created_after_the_recommended_date_has_the_update_from_the_start() {
        UpdateAction action = updates.action(UpdatesSeen.MEMCACHED_ONLY, "mymemcached");

        assertThat(action.updateActionStatus()).isEqualTo(UpdateActionStatus.COMPLETE);
        assertThat(action.nodesUpdated()).isEqualTo("2/2");
        assertThat(action.slaMet()).isEqualTo(SlaMet.N_A);
        assertThat(action.updateActionStatusModifiedDate())
                .isEqualTo(clusters.named("mymemcached").cacheClusterCreateTime());
    }

    @Test
    void an_update_is_not_applicable_to_an_engine_version_that_it_is_not_for() {
        assertThat(updates.progress(UpdatesSeen.CRITICAL, "myredis")).isEqualTo("not-applicable 0/1");
        assertThat(updates.action(UpdatesSeen.CRITICAL, "myredis").slaMet()).isEqualTo(SlaMet.N_A);
    }

    @Test
    void there_is_no_action_for_another_engine_or_for_an_update_that_was_over_before_the_cluster_was_created() {
        assertThat(told(of -> of.serviceUpdateName(UpdatesSeen.MEMCACHED_ONLY)))
                .containsExactly("elc-20240923-001 mymemcached complete");
        assertThat(told(of -> of.serviceUpdateName(UpdatesSeen.EXPIRED))).isEmpty();
        assertThat(told(of -> of.serviceUpdateName(UpdatesSeen.CANCELLED))).isEmpty();
        assertThat(told(of -> of.serviceUpdateName("nosuchupdate"))).isEmpty();
    }

    @Test
    void an_action_stays_when_its_update_has_expired() {
        mock.clock().advanceTo(Instant.parse("2025-01-25T00:00:00Z"));

        assertThat(updates.action(UpdatesSeen.MEMCACHED_ONLY, "mymemcached").serviceUpdateStatus())
                .isEqualTo(ServiceUpdateStatus.EXPIRED);
        assertThat(told(of -> of.serviceUpdateStatus(ServiceUpdateStatus.EXPIRED)))
                .containsExactly("elc-20240923-001 mymemcached complete");
    }

    @Test
    void the_members_of_a_group_are_updated_with_it() {
        assertThat(told(of -> of.cacheClusterIds("mygroup-0001-001"))).isEmpty();

        UpdateAction action = updates.action(UpdatesSeen.NEWEST, "mygroup");

        assertThat(action.nodesUpdated()).isEqualTo("0/4");
        assertThat(action.nodeGroupUpdateStatus())
                .extracting(NodeGroupUpdateStatus::nodeGroupId)
                .containsExactly("0001", "0002");
        assertThat(updates.nodes(UpdatesSeen.NEWEST, "mygroup"))
                .containsExactly(
                        "mygroup-0001-002/0001 not-applied",
                        "mygroup-0001-001/0001 not-applied",
                        "mygroup-0002-002/0001 not-applied",
                        "mygroup-0002-001/0001 not-applied");
    }

    @Test
    void what_is_being_created_or_deleted_has_no_actions() {
        clusters.redis("another");
        assertThat(told(of -> of.cacheClusterIds("another"))).isEmpty();

        clusters.delete("myredis");
        assertThat(told(of -> of.cacheClusterIds("myredis"))).isEmpty();
        mock.clock().settle();
        assertThat(told(of -> of.cacheClusterIds("another"))).hasSize(4);
    }

    @Test
    void a_time_range_may_be_open_and_includes_its_ends() {
        Instant released = Instant.parse("2024-12-27T16:00:00Z");

        assertThat(toldIn(released.minusSeconds(1), released.minusSeconds(1))).doesNotContain(UpdatesSeen.NEWEST);
        assertThat(toldIn(released, released)).contains(UpdatesSeen.NEWEST);
        assertThat(told(of -> of.serviceUpdateTimeRange(range -> {}))).hasSize(12);
        assertThat(told(of ->
                        of.serviceUpdateTimeRange(range -> range.startTime(Instant.parse("2025-01-24T16:00:00Z")))))
                .hasSize(11);
    }

    @Test
    void filters_that_make_no_sense_are_refused() {
        List<String> tooMany = Collections.nCopies(21, "mygroup");
        List<Consumer<DescribeUpdateActionsRequest.Builder>> wrong = List.of(
                of -> of.engine("nosuchengine"),
                of -> of.serviceUpdateStatusWithStrings("gone"),
                of -> of.updateActionStatusWithStrings("gone"),
                of -> of.replicationGroupIds(tooMany),
                of -> of.cacheClusterIds(tooMany),
                of -> of.cacheClusterIds(" "),
                of -> of.serviceUpdateName(""),
                of -> of.maxRecords(101),
                of -> of.marker("nosuchmarker"));

        assertThat(wrong).allSatisfy(each -> INVALID_PARAMETER_VALUE.isTheAnswerTo(() -> told(each), mock));
        INVALID_PARAMETER_COMBINATION
                .isTheAnswerTo(
                        () -> told(of -> of.replicationGroupIds("mygroup").cacheClusterIds("myredis")), mock)
                .says("ReplicationGroupIds and CacheClusterIds cannot be given together.");
        INVALID_PARAMETER_COMBINATION.isTheAnswerTo(
                () -> toldIn(mock.clock().instant(), mock.clock().instant().minusSeconds(1)), mock);
    }

    @Test
    void the_paginator_loses_and_repeats_nothing_while_clusters_come_and_go() {
        more();
        List<String> before = told(of -> {});
        List<String> seen = new ArrayList<>();

        for (DescribeUpdateActionsResponse page : client.describeUpdateActionsPaginator(all -> all.maxRecords(20))) {
            page.updateActions().forEach(action -> seen.add(told(action)));
            clusters.redis("a-" + seen.size());
            mock.clock().settle();
        }

        assertThat(seen).doesNotHaveDuplicates().containsAll(before);
    }

    private void more() {
        IntStream.range(0, 12).forEach(number -> clusters.redis("redis-%02d".formatted(number)));
        mock.clock().advance(Duration.ofHours(1));
    }

    private List<String> toldIn(Instant from, Instant to) {
        return updates
                .actions(of ->
                        of.serviceUpdateTimeRange(range -> range.startTime(from).endTime(to)))
                .stream()
                .map(UpdateAction::serviceUpdateName)
                .toList();
    }

    private List<String> told(Consumer<DescribeUpdateActionsRequest.Builder> request) {
        return updates.actions(request).stream()
                .map(DescribeUpdateActionsTest::told)
                .toList();
    }

    private static String told(UpdateAction action) {
        return action.serviceUpdateName() + " "
                + (action.replicationGroupId() == null ? action.cacheClusterId() : action.replicationGroupId()) + " "
                + action.updateActionStatusAsString();
    }
}
