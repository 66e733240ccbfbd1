package io.github.mockelasticache.internal.securitygroup;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.testing.Groups;
import io.github.mockelasticache.time.ClockMode;
import io.github.mockelasticache.time.Transition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CacheSecurityGroup;

/** What holds whatever is done to the cache security groups of a mock, and in whatever order. */
class RandomStepsTest {

    /** The statuses that an ingress can have before a step, and after it; none where it is not listed. */
    private static final Map<Step.Kind, Set<String>> LEGAL = Map.of(
            Step.Kind.AUTHORIZE, Set.of("none > authorizing"),
            Step.Kind.REVOKE, Set.of("authorized > revoking"),
            Step.Kind.CREATE, Set.of(),
            Step.Kind.DELETE, Set.of("authorizing > none", "authorized > none", "revoking > none"),
            Step.Kind.DESCRIBE, Set.of(),
            Step.Kind.ADVANCE, Set.of("authorizing > authorized", "revoking > none"));

    @Property(seed = "20250101", tries = 150)
    void an_ingress_that_is_changing_has_one_pending_transition_and_a_settled_one_has_none(
            @ForAll("steps") List<Step> steps) {
        try (ElastiCacheMock mock = ElastiCacheMock.create()) {
            ElastiCacheClient client = mock.client();
            for (Step step : steps) {
                step.on(mock, client);

                List<String> changing = statuses(client).entrySet().stream()
                        .filter(ingress -> !ingress.getValue().equals("authorized"))
                        .map(ingress -> ingress.getKey() + " " + ingress.getValue())
                        .toList();
                assertThat(mock.timeline().pending())
                        .extracting(pending -> pending.resource() + " " + pending.aspect() + " " + pending.from())
                        .containsExactlyInAnyOrderElementsOf(changing);
            }
        }
    }

    @Property(seed = "20250102", tries = 150)
    void an_ingress_takes_only_the_steps_that_the_service_knows(@ForAll("steps") List<Step> steps) {
        try (ElastiCacheMock mock = ElastiCacheMock.create()) {
            ElastiCacheClient client = mock.client();
            for (Step step : steps) {
                Map<String, String> before = statuses(client);

                step.on(mock, client);

                Map<String, String> after = statuses(client);
                Set<String> changes = changes(before, after);
                assertThat(changes).as(step.toString()).isSubsetOf(LEGAL.get(step.kind()));
                if (step.kind() == Step.Kind.AUTHORIZE || step.kind() == Step.Kind.REVOKE) {
                    assertThat(changedIngresses(before, after)).hasSizeLessThan(2);
                }
            }
        }
    }

    @Property(seed = "20250103", tries = 150)
    void an_ingress_is_settled_a_minute_after_the_last_step(@ForAll("steps") List<Step> steps) {
        try (ElastiCacheMock mock = ElastiCacheMock.create()) {
            ElastiCacheClient client = mock.client();
            steps.forEach(step -> step.on(mock, client));

            mock.clock().advance(Duration.ofMinutes(1));

            assertThat(statuses(client).values()).isSubsetOf("authorized");
            assertThat(mock.timeline().pending()).isEmpty();
        }
    }

    @Property(seed = "20250104", tries = 100, edgeCases = EdgeCasesMode.NONE)
    void the_same_steps_on_two_mocks_of_one_seed_get_the_same_answers_to_the_last_byte(
            @ForAll("steps") List<Step> steps, @ForAll long seed, @ForAll("virtualTime") ClockMode mode) {
        assertThat(story(steps, seed, mode)).isEqualTo(story(steps, seed, mode));
    }

    @Property(seed = "20250105", tries = 50)
    void another_seed_changes_the_request_ids_and_nothing_else(@ForAll("steps") List<Step> steps) {
        String requestId = "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";
        String one = String.join("\n", story(steps, 1, ClockMode.MANUAL));
        String other = String.join("\n", story(steps, 2, ClockMode.MANUAL));

        assertThat(one.replaceAll(requestId, "id")).isEqualTo(other.replaceAll(requestId, "id"));
        assertThat(one).isNotEqualTo(other);
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Step.any().list().ofMinSize(1).ofMaxSize(60);
    }

    @Provide
    Arbitrary<ClockMode> virtualTime() {
        return Arbitraries.of(ClockMode.MANUAL, ClockMode.POLLED, ClockMode.INSTANT);
    }

    /** Everything that a caller and a reader of the time line get to see, step by step. */
    private static List<String> story(List<Step> steps, long seed, ClockMode mode) {
        try (ElastiCacheMock mock =
                ElastiCacheMock.builder().seed(seed).clockMode(mode).build()) {
            ElastiCacheClient client = mock.client();
            List<String> story = new ArrayList<>();
            steps.forEach(step -> story.add(step.on(mock, client)));
            story.add(client.describeEvents().toString());
            story.add(client.describeEvents().responseMetadata().requestId());
            story.add(mock.timeline().pending().toString());
            story.add(mock.timeline().history().stream()
                    .map(Transition::toString)
                    .toList()
                    .toString());
            return story;
        }
    }

    /** The status of every ingress, by the ARN of its group and the aspect that its transitions have. */
    private static Map<String, String> statuses(ElastiCacheClient client) {
        Map<String, String> statuses = new HashMap<>();
        for (CacheSecurityGroup group : Groups.of(client).all()) {
            statuses.putAll(group.ec2SecurityGroups().stream()
                    .collect(toMap(
                            entry -> group.arn() + " ingress " + entry.ec2SecurityGroupName() + "/"
                                    + entry.ec2SecurityGroupOwnerId(),
                            entry -> entry.status())));
        }
        return statuses;
    }

    private static Set<String> changes(Map<String, String> before, Map<String, String> after) {
        Set<String> changes = new TreeSet<>();
        for (String ingress : changedIngresses(before, after)) {
            changes.add(word(before.get(ingress)) + " > " + word(after.get(ingress)));
        }
        return changes;
    }

    private static Set<String> changedIngresses(Map<String, String> before, Map<String, String> after) {
        Set<String> changed = new TreeSet<>(before.keySet());
        changed.addAll(after.keySet());
        changed.removeIf(ingress -> word(before.get(ingress)).equals(word(after.get(ingress))));
        return changed;
    }

    private static String word(@Nullable String status) {
        return status == null ? "none" : status;
    }
}
