package io.github.mockelasticache.internal.serverless;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.testing.MockState;
import io.github.mockelasticache.testing.ServerlessSeen;
import io.github.mockelasticache.time.Transition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;

/** What holds whatever is done to a few serverless caches and their snapshots, and in whatever order. */
class RandomStepsTest {

    @Property(seed = "20250121", tries = 60)
    void what_is_changing_has_one_transition_under_way_and_what_is_available_has_none(
            @ForAll("steps") List<Step> steps) {
        try (ElastiCacheMock mock = ElastiCacheMock.create();
                ElastiCacheClient client = mock.client()) {
            for (Step step : steps) {
                step.on(mock, client);

                assertThat(mock.timeline().pending().stream()
                                .filter(each -> each.aspect().isEmpty())
                                .map(each -> each.resource() + " " + each.from()))
                        .as(step.toString())
                        .containsExactlyInAnyOrderElementsOf(changing(client));
            }
        }
    }

    @Property(seed = "20250122", tries = 60)
    void everything_settles_in_the_end(@ForAll("steps") List<Step> steps) {
        try (ElastiCacheMock mock = ElastiCacheMock.create();
                ElastiCacheClient client = mock.client()) {
            steps.forEach(step -> step.on(mock, client));

            mock.clock().settle();

            ServerlessSeen serverless = ServerlessSeen.of(client);
            assertThat(serverless.caches()).allSatisfy(cache -> {
                assertThat(cache.status()).isEqualTo("available");
                assertThat(cache.endpoint()).isNotNull();
            });
            assertThat(serverless.snapshots()).allSatisfy(snapshot -> {
                assertThat(snapshot.status()).isEqualTo("available");
                assertThat(snapshot.createTime()).isNotNull();
                assertThat(snapshot.expiryTime() != null)
                        .isEqualTo(snapshot.snapshotType().equals("automated"));
            });
        }
    }

    @Property(seed = "20250123", tries = 60)
    void an_automatic_snapshot_has_a_cache_and_is_not_older_than_its_expiry_and_a_day(
            @ForAll("steps") List<Step> steps) {
        try (ElastiCacheMock mock = ElastiCacheMock.create();
                ElastiCacheClient client = mock.client()) {
            ServerlessSeen serverless = ServerlessSeen.of(client);
            for (Step step : steps) {
                step.on(mock, client);

                List<String> caches = serverless.caches().stream()
                        .map(cache -> cache.serverlessCacheName())
                        .toList();
                assertThat(serverless.snapshots())
                        .filteredOn(each -> each.snapshotType().equals("automated") && each.expiryTime() != null)
                        .allSatisfy(each -> {
                            assertThat(caches)
                                    .contains(
                                            each.serverlessCacheConfiguration().serverlessCacheName());
                            assertThat(each.expiryTime().plus(Duration.ofDays(1)))
                                    .isAfterOrEqualTo(mock.clock().instant());
                        });
            }
        }
    }

    @Property(seed = "20250124", tries = 30)
    void the_same_steps_get_the_same_answers(@ForAll("steps") List<Step> steps) {
        assertThat(story(steps)).isEqualTo(story(steps));
    }

    @Property(seed = "20250125", tries = 30)
    void what_a_refused_step_finds_it_leaves(@ForAll("steps") List<Step> steps) {
        try (ElastiCacheMock mock = ElastiCacheMock.create();
                ElastiCacheClient client = mock.client()) {
            for (Step step : steps) {
                MockState before = MockState.of(mock);
                if (step.on(mock, client).contains("Status Code: 4")) {
                    assertThat(MockState.of(mock)).as(step.toString()).isEqualTo(before);
                }
            }
        }
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Step.any().list().ofMinSize(1).ofMaxSize(40);
    }

    private static List<String> story(List<Step> steps) {
        try (ElastiCacheMock mock = ElastiCacheMock.create();
                ElastiCacheClient client = mock.client()) {
            List<String> story = new ArrayList<>();
            steps.forEach(step -> story.add(step.on(mock, client)));
            mock.clock().advance(Duration.ofDays(1));
            story.add(MockState.of(mock).toString());
            mock.timeline().history().stream().map(Transition::toString).forEach(story::add);
            return story;
        }
    }

    /** The ARN of everything that is changing, with its status; what is restoring waits for the transition of its cache. */
    private static List<String> changing(ElastiCacheClient client) {
        ServerlessSeen serverless = ServerlessSeen.of(client);
        return Stream.concat(
                        serverless.caches().stream().map(cache -> cache.arn() + " " + cache.status()),
                        serverless.snapshots().stream().map(each -> each.arn() + " " + each.status()))
                .filter(each -> !each.endsWith(" available") && !each.endsWith(" restoring"))
                .toList();
    }
}
