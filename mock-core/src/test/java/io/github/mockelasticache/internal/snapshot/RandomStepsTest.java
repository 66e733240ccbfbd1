package io.github.mockelasticache.internal.snapshot;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.time.Transition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import software.amazon.awssdk.services.elasticache.model.Snapshot;

/** What holds whatever is done to the snapshots of a few caches, and in whatever order. */
class RandomStepsTest {

    private static final List<String> CLUSTERS =
            List.of("daily", "disabled-001", "disabled-002", "enabled-0001-001", "enabled-0002-001");
    private static final List<String> GROUPS = List.of("disabled", "enabled");

    @Property(seed = "20250111", tries = 100)
    void what_is_changing_has_one_transition_under_way_and_what_is_available_has_none(
            @ForAll("steps") List<Step> steps) {
        try (Caches caches = caches()) {
            for (Step step : steps) {
                step.on(caches);

                assertThat(caches.clock().timeline().pending().stream()
                                .filter(each -> each.aspect().isEmpty())
                                .map(each -> each.resource() + " " + each.from()))
                        .as(step.toString())
                        .containsExactlyInAnyOrderElementsOf(changing(caches));
            }
        }
    }

    @Property(seed = "20250112", tries = 100)
    void everything_is_settled_three_minutes_after_the_last_step(@ForAll("steps") List<Step> steps) {
        try (Caches caches = caches()) {
            steps.forEach(step -> step.on(caches));

            caches.clock().settle();

            assertThat(changing(caches)).isEmpty();
            assertThat(caches.all())
                    .allSatisfy(each -> assertThat(each.nodeSnapshots())
                            .isNotEmpty()
                            .allSatisfy(node -> {
                                assertThat(node.cacheSize()).isEqualTo("4 MB");
                                assertThat(node.snapshotCreateTime()).isNotNull();
                            }));
        }
    }

    @Property(seed = "20250113", tries = 100)
    void there_are_never_more_automatic_snapshots_than_the_retention_limit_says(@ForAll("steps") List<Step> steps) {
        try (Caches caches = caches()) {
            for (Step step : steps) {
                step.on(caches);

                assertThat(caches.all())
                        .filteredOn(each -> each.snapshotSource().equals("automated")
                                && each.snapshotStatus().equals("available"))
                        .hasSizeLessThanOrEqualTo(2);
            }
        }
    }

    @Property(seed = "20250114", tries = 50)
    void the_same_steps_get_the_same_answers(@ForAll("steps") List<Step> steps) {
        assertThat(story(steps)).isEqualTo(story(steps));
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Step.any().list().ofMinSize(1).ofMaxSize(40);
    }

    private static Caches caches() {
        Caches caches = new Caches();
        caches.cluster("daily", cluster -> cluster.snapshotRetentionLimit(2));
        caches.role().planAutomatic("daily");
        caches.group("disabled", 2);
        caches.sharded("enabled", 0);
        return caches;
    }

    private static List<String> story(List<Step> steps) {
        try (Caches caches = caches()) {
            List<String> story = new ArrayList<>();
            steps.forEach(step -> story.add(step.on(caches)));
            story.addAll(caches.events());
            caches.clock().advance(Duration.ofDays(1));
            story.add(caches.all().toString());
            caches.clock().timeline().history().stream()
                    .map(Transition::toString)
                    .forEach(story::add);
            return story;
        }
    }

    /** The ARN of everything that is not available, with its status. */
    private static List<String> changing(Caches caches) {
        String arn = "arn:aws:elasticache:us-east-1:123456789012:";
        Map<String, String> statuses =
                new TreeMap<>(caches.all().stream().collect(toMap(Snapshot::arn, Snapshot::snapshotStatus)));
        CLUSTERS.forEach(each -> statuses.put(arn + "cluster:" + each, String.valueOf(caches.statusOf(each))));
        GROUPS.forEach(
                each -> statuses.put(arn + "replicationgroup:" + each, String.valueOf(caches.statusOfGroup(each))));
        return statuses.entrySet().stream()
                .filter(each -> !each.getValue().equals("available"))
                .flatMap(each -> Stream.of(each.getKey() + " " + each.getValue()))
                .toList();
    }
}
