package io.github.mockelasticache.internal.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.testing.MockState;
import io.github.mockelasticache.testing.ReplicationGroupsSeen;
import io.github.mockelasticache.testing.UsersSeen;
import io.github.mockelasticache.time.ClockMode;
import io.github.mockelasticache.time.Transition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;
import software.amazon.awssdk.services.elasticache.model.User;
import software.amazon.awssdk.services.elasticache.model.UserGroup;

/** What holds whatever is done to the users and user groups of a mock, and in whatever order. */
class RandomStepsTest {

    @Property(seed = "20250401", tries = 60, edgeCases = EdgeCasesMode.NONE)
    void users_groups_and_caches_always_agree_on_who_belongs_to_whom(@ForAll("steps") List<UserStep> steps) {
        try (ElastiCacheMock mock = mock(ClockMode.MANUAL)) {
            ElastiCacheClient client = mock.client();
            for (UserStep step : steps) {
                step.on(mock, client);

                assertAgreement(mock, step);
            }
        }
    }

    @Property(seed = "20250402", tries = 300, edgeCases = EdgeCasesMode.NONE)
    void every_kind_of_step_succeeds_now_and_then(@ForAll("steps") List<UserStep> steps) {
        try (ElastiCacheMock mock = mock(ClockMode.MANUAL)) {
            ElastiCacheClient client = mock.client();
            for (UserStep step : steps) {
                if (!step.on(mock, client).startsWith(UserStep.REFUSED)) {
                    Statistics.label("succeeded").collect(step.kind());
                }
            }
        }
        Statistics.label("succeeded").coverage(succeeded -> {
            for (UserStep.Kind kind : UserStep.Kind.values()) {
                succeeded.check(kind).count(times -> times > 0);
            }
        });
    }

    @Property(seed = "20250403", tries = 40, edgeCases = EdgeCasesMode.NONE)
    void a_refused_step_changes_nothing(@ForAll("steps") List<UserStep> steps) {
        try (ElastiCacheMock mock = mock(ClockMode.MANUAL)) {
            ElastiCacheClient client = mock.client();
            for (UserStep step : steps) {
                MockState before = MockState.of(mock);
                if (step.on(mock, client).startsWith(UserStep.REFUSED)) {
                    assertThat(MockState.of(mock)).as(step.toString()).isEqualTo(before);
                }
            }
        }
    }

    @Property(seed = "20250404", tries = 60, edgeCases = EdgeCasesMode.NONE)
    void everything_settles(@ForAll("steps") List<UserStep> steps) {
        try (ElastiCacheMock mock = mock(ClockMode.MANUAL)) {
            ElastiCacheClient client = mock.client();
            steps.forEach(step -> step.on(mock, client));

            mock.clock().settle();

            assertSettled(UsersSeen.of(client));
        }
    }

    @Property(seed = "20250405", tries = 40, edgeCases = EdgeCasesMode.NONE)
    void an_instant_clock_leaves_nothing_under_way(@ForAll("steps") List<UserStep> steps) {
        try (ElastiCacheMock mock = mock(ClockMode.INSTANT)) {
            ElastiCacheClient client = mock.client();
            for (UserStep step : steps) {
                step.on(mock, client);

                assertSettled(UsersSeen.of(client));
                assertAgreement(mock, step);
            }
        }
    }

    @Property(seed = "20250406", tries = 30, edgeCases = EdgeCasesMode.NONE)
    void the_same_steps_get_the_same_answers(@ForAll("steps") List<UserStep> steps) {
        assertThat(story(steps)).isEqualTo(story(steps));
    }

    @Provide
    Arbitrary<List<UserStep>> steps() {
        return UserStep.any().list().ofMinSize(10).ofMaxSize(40);
    }

    private static ElastiCacheMock mock(ClockMode mode) {
        ElastiCacheMock mock = ElastiCacheMock.builder().build();
        ElastiCacheClient client = mock.client();
        UsersSeen.of(client).create("alice");
        UsersSeen.of(client).createGroup("one", "default", "alice");
        ReplicationGroupsSeen.of(client)
                .create("cache", asked -> asked.cacheSubnetGroupName("default").transitEncryptionEnabled(true));
        mock.clock().settle();
        return mock.clockMode(mode);
    }

    private static List<String> story(List<UserStep> steps) {
        try (ElastiCacheMock mock = mock(ClockMode.MANUAL)) {
            ElastiCacheClient client = mock.client();
            List<String> story = new ArrayList<>();
            steps.forEach(step -> story.add(step.on(mock, client)));
            story.add(MockState.of(mock).toString());
            return story;
        }
    }

    private static void assertAgreement(ElastiCacheMock mock, UserStep step) {
        UsersSeen users = UsersSeen.of(mock.client());
        Map<String, User> byId = new HashMap<>();
        users.all().forEach(user -> byId.put(user.userId(), user));
        List<String> changing =
                mock.timeline().pending().stream().map(Transition::resource).toList();
        List<UserGroup> groups = users.allGroups();
        for (User user : byId.values()) {
            assertThat(user.userGroupIds())
                    .as("groups of %s after %s", user.userId(), step)
                    .containsExactlyInAnyOrderElementsOf(groups.stream()
                            .filter(group -> group.userIds().contains(user.userId()))
                            .map(UserGroup::userGroupId)
                            .toList());
            assertThat(changing.contains(user.arn()))
                    .as("%s after %s", user, step)
                    .isEqualTo(!user.status().equals("active"));
        }
        for (UserGroup group : groups) {
            assertThat(byId.keySet()).as("%s after %s", group, step).containsAll(group.userIds());
            List<String> names =
                    group.userIds().stream().map(id -> byId.get(id).userName()).toList();
            assertThat(names).doesNotHaveDuplicates();
            assertThat(group.engine().equals("valkey") || names.contains("default"))
                    .as("%s after %s", group, step)
                    .isTrue();
            assertThat(changing.contains(group.arn()))
                    .as("%s after %s", group, step)
                    .isEqualTo(!group.status().equals("active"));
        }
        ReplicationGroup cache = ReplicationGroupsSeen.of(mock.client()).named("cache");
        assertThat(groups.stream()
                        .filter(group -> !group.replicationGroups().isEmpty())
                        .map(UserGroup::userGroupId))
                .as(step.toString())
                .containsExactlyElementsOf(cache.userGroupIds());
    }

    private static void assertSettled(UsersSeen users) {
        assertThat(users.all()).extracting(User::status).containsOnly("active");
        assertThat(users.allGroups()).allSatisfy(group -> {
            assertThat(group.status()).isEqualTo("active");
            assertThat(group.pendingChanges()).isNull();
        });
    }
}
