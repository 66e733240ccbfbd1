package io.github.mockelasticache.internal.subnet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.Quotas;
import io.github.mockelasticache.Quotas.Quota;
import io.github.mockelasticache.testing.SubnetGroups;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CacheSubnetGroup;
import software.amazon.awssdk.services.elasticache.model.Event;

/** What holds whatever is done to the cache subnet groups of a mock, and in whatever order. */
class RandomStepsTest {

    private static final Map<String, String> REGISTERED =
            Map.of("subnet-1a", "vpc-1", "subnet-1b", "vpc-1", "subnet-2a", "vpc-2", "subnet-2b", "vpc-2");

    @Property(seed = "20250301", tries = 100)
    void a_group_is_in_the_one_vpc_of_all_its_subnets(@ForAll("steps") List<Step> steps) {
        try (ElastiCacheMock mock = mock(0)) {
            ElastiCacheClient client = mock.client();
            SubnetGroups groups = SubnetGroups.of(client);
            String defaultVpc = groups.named("default").vpcId();
            for (Step step : steps) {
                take(step, client);

                assertThat(groups.names()).contains("default").hasSizeLessThanOrEqualTo(3);
                assertThat(groups.all()).allSatisfy(group -> {
                    assertThat(group.subnets()).isNotEmpty();
                    assertThat(SubnetGroups.subnetIds(group)).doesNotHaveDuplicates();
                    assertThat(SubnetGroups.subnetIds(group))
                            .extracting(id -> REGISTERED.getOrDefault(id, defaultVpc))
                            .containsOnly(group.vpcId());
                });
            }
        }
    }

    @Property(seed = "20250302", tries = 100)
    void a_refused_step_changes_nothing_and_any_other_what_it_names_and_one_event(@ForAll("steps") List<Step> steps) {
        try (ElastiCacheMock mock = mock(0)) {
            ElastiCacheClient client = mock.client();
            SubnetGroups groups = SubnetGroups.of(client);
            for (Step step : steps) {
                List<CacheSubnetGroup> before = groups.all();
                List<Event> eventsBefore = client.describeEvents().events();

                boolean refused = take(step, client).startsWith("refused");

                List<CacheSubnetGroup> after = groups.all();
                List<Event> eventsAfter = client.describeEvents().events();
                if (refused || step.kind() == Step.Kind.DESCRIBE) {
                    assertThat(after).as(step.toString()).isEqualTo(before);
                    assertThat(eventsAfter).isEqualTo(eventsBefore);
                } else {
                    assertThat(others(after, step)).isEqualTo(others(before, step));
                    assertThat(after).as(step.toString()).isNotEqualTo(before);
                    assertThat(eventsAfter.subList(1, eventsAfter.size())).isEqualTo(eventsBefore);
                }
            }
        }
    }

    @Property(seed = "20250303", tries = 75, edgeCases = EdgeCasesMode.NONE)
    void the_same_steps_on_two_mocks_of_one_seed_get_the_same_answers_to_the_last_byte(
            @ForAll("steps") List<Step> steps, @ForAll long seed) {
        assertThat(story(steps, seed)).isEqualTo(story(steps, seed));
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Step.any().list().ofMinSize(1).ofMaxSize(25);
    }

    private static List<String> story(List<Step> steps, long seed) {
        try (ElastiCacheMock mock = mock(seed)) {
            ElastiCacheClient client = mock.client();
            List<String> story = new ArrayList<>();
            steps.forEach(step -> story.add(take(step, client)));
            story.add(client.describeEvents().toString());
            return story;
        }
    }

    private static String take(Step step, ElastiCacheClient client) {
        try {
            return step.on(client);
        } catch (AwsServiceException refused) {
            return "refused: " + refused;
        }
    }

    private static List<CacheSubnetGroup> others(List<CacheSubnetGroup> groups, Step step) {
        return groups.stream()
                .filter(group -> !group.cacheSubnetGroupName().equalsIgnoreCase(step.group()))
                .toList();
    }

    private static ElastiCacheMock mock(long seed) {
        ElastiCacheMock mock = ElastiCacheMock.builder()
                .seed(seed)
                .quotas(Quotas.documented().with(Quota.SUBNETS_PER_GROUP, 3))
                .build();
        REGISTERED.forEach((id, vpc) -> mock.registerSubnet(Region.US_EAST_1, id, vpc, "us-east-1" + id.charAt(8)));
        return mock;
    }
}
