package io.github.mockelasticache.internal.reserved;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.Quotas;
import io.github.mockelasticache.Quotas.Quota;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.ReservedCacheNode;

/** What holds whatever is bought, and however time goes by. */
class RandomReservationsTest {

    private static final int QUOTA = 10;
    private static final Map<String, Set<String>> NEXT = Map.of(
            "payment-pending", Set.of("payment-pending", "active", "retired"),
            "active", Set.of("active", "retired"),
            "retired", Set.of("retired"));

    private record Step(
            @Nullable String id, String offering, @Nullable Integer count, int days) {}

    @Property(seed = "20250401", tries = 100)
    void nothing_disappears_states_go_forward_and_the_quota_holds(@ForAll("steps") List<Step> steps) {
        try (ElastiCacheMock mock = mock(0)) {
            ElastiCacheClient client = mock.client();
            Map<String, ReservedCacheNode> before = new TreeMap<>();
            for (Step step : steps) {
                boolean refused = take(step, mock, client).startsWith("refused");

                Map<String, ReservedCacheNode> after = new TreeMap<>();
                client.describeReservedCacheNodesPaginator()
                        .reservedCacheNodes()
                        .forEach(each -> after.put(each.reservedCacheNodeId(), each));
                assertThat(after).hasSize(before.size() + (refused ? 0 : 1));
                assertThat(after.keySet()).containsAll(before.keySet());
                before.forEach((id, earlier) -> {
                    ReservedCacheNode later = after.getOrDefault(id, earlier);
                    assertThat(NEXT.getOrDefault(earlier.state(), Set.of())).contains(later.state());
                    assertThat(later.toBuilder().state(earlier.state()).build()).isEqualTo(earlier);
                });
                assertThat(after.values().stream()
                                .filter(each -> !each.state().equals("retired"))
                                .mapToInt(ReservedCacheNode::cacheNodeCount)
                                .sum())
                        .isLessThanOrEqualTo(QUOTA);
                before = after;
            }
        }
    }

    @Property(seed = "20250402", tries = 50)
    void the_same_steps_on_two_mocks_of_one_seed_get_the_same_answers(
            @ForAll("steps") List<Step> steps, @ForAll long seed) {
        assertThat(story(steps, seed)).isEqualTo(story(steps, seed));
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of("one", "One", "two", "not_an_id").injectNull(0.5),
                        Arbitraries.of(
                                "01ce0a19-a476-41cb-8aee-48eacbcdc8e5",
                                "fb766e0a-79d7-4e8f-a780-a2a6ed5ed439",
                                "nosuchoffering"),
                        Arbitraries.of(0, 1, 2, 5).injectNull(0.3),
                        Arbitraries.of(0, 0, 1, 200, 800))
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(20);
    }

    private static List<String> story(List<Step> steps, long seed) {
        try (ElastiCacheMock mock = mock(seed)) {
            List<String> story = new ArrayList<>();
            steps.forEach(step -> story.add(take(step, mock, mock.client())));
            story.add(mock.client().describeReservedCacheNodes().toString());
            return story;
        }
    }

    private static String take(Step step, ElastiCacheMock mock, ElastiCacheClient client) {
        mock.clock().advance(Duration.ofDays(step.days()));
        try {
            return client.purchaseReservedCacheNodesOffering(of -> of.reservedCacheNodeId(step.id())
                            .reservedCacheNodesOfferingId(step.offering())
                            .cacheNodeCount(step.count()))
                    .toString();
        } catch (AwsServiceException refused) {
            return "refused: " + refused;
        }
    }

    private static ElastiCacheMock mock(long seed) {
        return ElastiCacheMock.builder()
                .seed(seed)
                .quotas(Quotas.documented().with(Quota.RESERVED_NODES, QUOTA))
                .build();
    }
}
