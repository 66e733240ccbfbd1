package io.github.mockelasticache;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.Quotas.Quota;
import io.github.mockelasticache.testing.Groups;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.AuthorizationAlreadyExistsException;
import software.amazon.awssdk.services.elasticache.model.CacheSecurityGroup;
import software.amazon.awssdk.services.elasticache.model.CacheSecurityGroupAlreadyExistsException;
import software.amazon.awssdk.services.elasticache.model.Event;
import software.amazon.awssdk.services.elasticache.model.Tag;

/** One mock used by several threads at once. */
class ConcurrencyTest {

    private static final int THREADS = 8;
    private static final int GROUPS_OF_EACH = 40;

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.builder()
            .quotas(Quotas.documented()
                    .with(Quota.CACHE_SECURITY_GROUPS, 1000)
                    .with(Quota.TAGS_PER_RESOURCE, THREADS * 5))
            .build();

    @AutoClose("shutdownNow")
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS + 1);

    @Test
    void no_call_of_any_thread_is_lost() throws Exception {
        List<Set<String>> requestIds = inParallel(THREADS, this::createAuthorizeDescribeAndDelete);
        mock.clock().settle();

        Groups groups = Groups.of(mock.client());
        assertThat(groups.names()).containsExactlyInAnyOrderElementsOf(expectedNames());
        assertThat(groups.all())
                .filteredOn(group -> !group.cacheSecurityGroupName().equals("default"))
                .allSatisfy(group -> assertThat(Groups.ingressOf(group))
                        .containsExactly("own/" + group.description() + " authorized"));
        assertThat(groups.ingressOf("default"))
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, THREADS)
                        .boxed()
                        .flatMap(thread -> IntStream.range(0, GROUPS_OF_EACH)
                                .mapToObj(number -> "shared-" + number + "/" + owner(thread) + " authorized"))
                        .toList());
        assertThat(mock.timeline().pending()).isEmpty();
        assertThat(mock.timeline().history())
                .as("each group's own ingress that was not deleted, and all to the shared group")
                .hasSize(THREADS * (GROUPS_OF_EACH / 2 + GROUPS_OF_EACH));
        assertThat(requestIds.stream().flatMap(Set::stream).toList()).doesNotHaveDuplicates();
    }

    @Test
    void of_several_threads_that_create_the_same_group_one_succeeds() throws Exception {
        int rounds = 25;

        List<Integer> successes = inParallel(THREADS, thread -> {
            int created = 0;
            Groups groups = Groups.of(mock.client());
            for (int round = 0; round < rounds; round++) {
                try {
                    groups.create("contended-" + round);
                    created++;
                } catch (CacheSecurityGroupAlreadyExistsException lost) {
                    assertThat(groups.named("contended-" + round)).isNotNull();
                }
            }
            return created;
        });

        assertThat(successes.stream().mapToInt(Integer::intValue).sum()).isEqualTo(rounds);
        assertThat(Groups.of(mock.client()).names()).hasSize(1 + rounds);
    }

    @Test
    void of_several_threads_that_authorize_the_same_ingress_one_succeeds() throws Exception {
        int rounds = 25;

        List<Integer> successes = inParallel(THREADS, thread -> {
            int authorized = 0;
            Groups groups = Groups.of(mock.client());
            for (int round = 0; round < rounds; round++) {
                try {
                    groups.authorize("default", "contended-" + round, "987654321021");
                    authorized++;
                } catch (AuthorizationAlreadyExistsException lost) {
                    assertThat(lost.statusCode()).isEqualTo(400);
                }
            }
            return authorized;
        });

        assertThat(successes.stream().mapToInt(Integer::intValue).sum()).isEqualTo(rounds);
        assertThat(mock.timeline().pending()).hasSize(rounds);
    }

    @Test
    void tags_that_several_threads_add_to_one_group_are_all_there() throws Exception {
        String arn = Groups.of(mock.client()).create("mygroup").arn();

        inParallel(THREADS, thread -> {
            ElastiCacheClient client = mock.client();
            for (int number = 0; number < 5; number++) {
                String key = thread + "-" + number;
                client.addTagsToResource(resource -> resource.resourceName(arn)
                        .tags(Tag.builder().key(key).value("x").build()));
            }
            return thread;
        });

        assertThat(mock.client()
                        .listTagsForResource(resource -> resource.resourceName(arn))
                        .tagList())
                .hasSize(THREADS * 5);
    }

    @Test
    void the_clock_may_move_while_calls_are_made_and_no_transition_is_lost() throws Exception {
        Future<Duration> moved = threads.submit(() -> {
            for (int second = 0; second < 500; second++) {
                mock.clock().advance(Duration.ofSeconds(1));
            }
            return Duration.ofSeconds(500);
        });
        inParallel(THREADS, this::createAuthorizeDescribeAndDelete);
        assertThat(moved.get(30, SECONDS)).isEqualTo(Duration.ofSeconds(500));
        mock.clock().settle();

        assertThat(Groups.of(mock.client()).all())
                .flatExtracting(CacheSecurityGroup::ec2SecurityGroups)
                .hasSize(THREADS * (GROUPS_OF_EACH / 2 + GROUPS_OF_EACH))
                .allSatisfy(entry -> assertThat(entry.status()).isEqualTo("authorized"));
        assertThat(mock.client().describeEventsPaginator(all -> all.duration(20160)).events().stream())
                .extracting(Event::date)
                .isSortedAccordingTo((one, other) -> other.compareTo(one));
    }

    /** Uses groups of its own, of which it deletes every other one, and the group that all threads share. */
    private Set<String> createAuthorizeDescribeAndDelete(int thread) {
        Set<String> requestIds = new TreeSet<>();
        ElastiCacheClient client = mock.client();
        Groups groups = Groups.of(client);
        for (int number = 0; number < GROUPS_OF_EACH; number++) {
            String name = name(thread, number);
            String ec2SecurityGroup = "shared-" + number;
            requestIds.add(client.createCacheSecurityGroup(
                            group -> group.cacheSecurityGroupName(name).description(owner(thread)))
                    .responseMetadata()
                    .requestId());
            groups.authorize(name, "own", owner(thread));
            groups.authorize("default", ec2SecurityGroup, owner(thread));
            requestIds.add(client.describeCacheSecurityGroups(all -> all.maxRecords(20))
                    .responseMetadata()
                    .requestId());
            assertThat(groups.named(name).description()).isEqualTo(owner(thread));
            assertThat(groups.named("default").ec2SecurityGroups())
                    .filteredOn(entry -> entry.ec2SecurityGroupOwnerId().equals(owner(thread)))
                    .hasSize(number + 1);
            if (number % 2 == 1) {
                groups.delete(name);
            }
        }
        return requestIds;
    }

    private <T> List<T> inParallel(int count, ThreadBody<T> body) throws Exception {
        CyclicBarrier together = new CyclicBarrier(count);
        List<Callable<T>> bodies = IntStream.range(0, count)
                .<Callable<T>>mapToObj(thread -> () -> {
                    together.await(30, SECONDS);
                    return body.run(thread);
                })
                .toList();
        List<T> results = new ArrayList<>();
        for (Future<T> result : threads.invokeAll(bodies)) {
            results.add(result.get());
        }
        return results;
    }

    private interface ThreadBody<T> {
        T run(int thread);
    }

    private static List<String> expectedNames() {
        List<String> names = new ArrayList<>(List.of("default"));
        for (int thread = 0; thread < THREADS; thread++) {
            for (int number = 0; number < GROUPS_OF_EACH; number += 2) {
                names.add(name(thread, number));
            }
        }
        return names;
    }

    private static String name(int thread, int number) {
        return "thread-" + thread + "-group-" + number;
    }

    private static String owner(int thread) {
        return "%012d".formatted(thread);
    }
}
