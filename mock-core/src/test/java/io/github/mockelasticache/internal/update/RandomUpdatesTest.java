package io.github.mockelasticache.internal.update;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.testing.Clusters;
import io.github.mockelasticache.testing.ReplicationGroupsSeen;
import io.github.mockelasticache.testing.UpdatesSeen;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CacheNodeUpdateStatus;
import software.amazon.awssdk.services.elasticache.model.NodeGroupMemberUpdateStatus;
import software.amazon.awssdk.services.elasticache.model.NodeUpdateStatus;
import software.amazon.awssdk.services.elasticache.model.UpdateAction;
import software.amazon.awssdk.services.elasticache.model.UpdateActionStatus;

/** What holds whatever is applied and stopped, in whatever order, while clusters and groups live on. */
class RandomUpdatesTest {

    private static final Set<UpdateActionStatus> UNDER_WAY =
            Set.of(UpdateActionStatus.WAITING_TO_START, UpdateActionStatus.IN_PROGRESS, UpdateActionStatus.STOPPING);

    private enum Kind {
        APPLY,
        STOP,
        ADVANCE,
        SCALE,
        RECREATE
    }

    private record Step(Kind kind, String update, String target, int minutes) {}

    @Property(seed = "20250501", tries = 60)
    void an_action_agrees_with_its_nodes_and_with_the_status_of_its_cluster(@ForAll("steps") List<Step> steps) {
        try (ElastiCacheMock mock = mock(0)) {
            ElastiCacheClient client = mock.client();
            for (Step step : steps) {
                take(step, mock, client);

                for (UpdateAction action : UpdatesSeen.of(client).actions(all -> all.showNodeLevelUpdateStatus(true))) {
                    List<NodeUpdateStatus> nodes = nodes(action);
                    long complete = nodes.stream()
                            .filter(node -> node == NodeUpdateStatus.COMPLETE)
                            .count();
                    assertThat(action.nodesUpdated()).isEqualTo(complete + "/" + nodes.size());
                    assertThat(action.updateActionStatus() == UpdateActionStatus.COMPLETE)
                            .as(step + " " + action)
                            .isEqualTo(complete == nodes.size() && !UNDER_WAY.contains(action.updateActionStatus()));
                    assertThat(nodes.stream().filter(node -> node == NodeUpdateStatus.IN_PROGRESS))
                            .hasSizeLessThanOrEqualTo(1);
                    assertThat(nodes.contains(NodeUpdateStatus.WAITING_TO_START)
                                    || nodes.contains(NodeUpdateStatus.IN_PROGRESS)
                                    || nodes.contains(NodeUpdateStatus.STOPPING))
                            .as(step + " " + action)
                            .isEqualTo(UNDER_WAY.contains(action.updateActionStatus()));
                    if (UNDER_WAY.contains(action.updateActionStatus())) {
                        assertThat(statusOf(action, client)).as(step.toString()).isEqualTo("modifying");
                    }
                    assertThat(action.updateActionStatusModifiedDate())
                            .isAfterOrEqualTo(action.updateActionAvailableDate())
                            .isBeforeOrEqualTo(mock.clock().instant());
                }
            }
        }
    }

    @Property(seed = "20250502", tries = 60)
    void everything_is_available_in_the_end_and_what_was_updated_stays_so(@ForAll("steps") List<Step> steps) {
        try (ElastiCacheMock mock = mock(0)) {
            ElastiCacheClient client = mock.client();
            steps.forEach(step -> take(step, mock, client));

            mock.clock().settle();

            assertThat(client.describeReplicationGroups().replicationGroups())
                    .allSatisfy(group -> assertThat(group.status()).isEqualTo("available"));
            assertThat(client.describeCacheClusters().cacheClusters())
                    .allSatisfy(
                            cluster -> assertThat(cluster.cacheClusterStatus()).isEqualTo("available"));
            List<UpdateAction> actions = UpdatesSeen.of(client).actions(all -> {});
            assertThat(actions).noneMatch(action -> UNDER_WAY.contains(action.updateActionStatus()));

            mock.clock().advance(Duration.ofDays(1));
            assertThat(UpdatesSeen.of(client).actions(all -> {})).isEqualTo(actions);
        }
    }

    @Property(seed = "20250503", tries = 40)
    void the_same_steps_on_two_mocks_of_one_seed_get_the_same_answers(
            @ForAll("steps") List<Step> steps, @ForAll long seed) {
        assertThat(story(steps, seed)).isEqualTo(story(steps, seed));
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.frequency(
                                Tuple.of(6, Kind.APPLY),
                                Tuple.of(4, Kind.STOP),
                                Tuple.of(6, Kind.ADVANCE),
                                Tuple.of(1, Kind.SCALE),
                                Tuple.of(1, Kind.RECREATE)),
                        Arbitraries.of(UpdatesSeen.NEWEST, UpdatesSeen.IMPORTANT, UpdatesSeen.MEDIUM),
                        Arbitraries.of("mygroup", "myredis", "mymemcached"),
                        Arbitraries.of(0, 1, 5, 11, 60))
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(30);
    }

    private static List<String> story(List<Step> steps, long seed) {
        try (ElastiCacheMock mock = mock(seed)) {
            List<String> story = new ArrayList<>();
            steps.forEach(step -> story.add(take(step, mock, mock.client())));
            story.add(mock.client().describeEvents(all -> all.duration(20_000)).toString());
            story.add(mock.timeline().history().toString());
            return story;
        }
    }

    private static String take(Step step, ElastiCacheMock mock, ElastiCacheClient client) {
        boolean group = step.target().equals("mygroup");
        String[] groups = group ? new String[] {step.target()} : new String[0];
        String[] clusters = group ? new String[0] : new String[] {step.target()};
        try {
            return switch (step.kind()) {
                case APPLY ->
                    client.batchApplyUpdateAction(of -> of.serviceUpdateName(step.update())
                                    .replicationGroupIds(groups)
                                    .cacheClusterIds(clusters))
                            .toString();
                case STOP ->
                    client.batchStopUpdateAction(of -> of.serviceUpdateName(step.update())
                                    .replicationGroupIds(groups)
                                    .cacheClusterIds(clusters))
                            .toString();
                case ADVANCE ->
                    mock.clock().advance(Duration.ofMinutes(step.minutes())).toString();
                case SCALE ->
                    client.increaseReplicaCount(of -> of.replicationGroupId("mygroup")
                                    .newReplicaCount(2 + step.minutes() % 4)
                                    .applyImmediately(true))
                            .toString();
                case RECREATE -> {
                    Clusters seen = Clusters.of(client);
                    seen.delete("myredis");
                    mock.clock().advance(Duration.ofMinutes(4));
                    yield seen.redis("myredis").toString();
                }
            };
        } catch (AwsServiceException refused) {
            return "refused: " + refused;
        }
    }

    private static List<NodeUpdateStatus> nodes(UpdateAction action) {
        return Stream.concat(
                        action.nodeGroupUpdateStatus().stream()
                                .flatMap(group -> group.nodeGroupMemberUpdateStatus().stream())
                                .map(NodeGroupMemberUpdateStatus::nodeUpdateStatus),
                        action.cacheNodeUpdateStatus().stream().map(CacheNodeUpdateStatus::nodeUpdateStatus))
                .toList();
    }

    private static String statusOf(UpdateAction action, ElastiCacheClient client) {
        return action.replicationGroupId() == null
                ? Clusters.of(client).named(action.cacheClusterId()).cacheClusterStatus()
                : ReplicationGroupsSeen.of(client)
                        .named(action.replicationGroupId())
                        .status();
    }

    private static ElastiCacheMock mock(long seed) {
        ElastiCacheMock mock = ElastiCacheMock.builder().seed(seed).build();
        ElastiCacheClient client = mock.client();
        ReplicationGroupsSeen.of(client).create("mygroup", group -> group.numCacheClusters(3));
        Clusters.of(client).redis("myredis");
        Clusters.of(client).memcached("mymemcached", 3);
        mock.clock().settle();
        return mock;
    }
}
