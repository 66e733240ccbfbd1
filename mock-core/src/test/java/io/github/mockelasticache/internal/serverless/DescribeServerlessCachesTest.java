package io.github.mockelasticache.internal.serverless;

import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_VALUE;
import static io.github.mockelasticache.testing.Refusal.SERVERLESS_CACHE_NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.Quotas;
import io.github.mockelasticache.Quotas.Quota;
import io.github.mockelasticache.testing.RequestMembers;
import io.github.mockelasticache.testing.ServerlessSeen;
import io.github.mockelasticache.time.ClockMode;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.DescribeServerlessCachesRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeServerlessCachesResponse;
import software.amazon.awssdk.services.elasticache.model.ServerlessCache;

/** {@code InvalidParameterCombination} is among the operation's errors, but its members can always be combined. */
class DescribeServerlessCachesTest {

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.builder()
            .quotas(Quotas.documented().with(Quota.SERVERLESS_CACHES, 1000))
            .build();

    private final ElastiCacheClient client = mock.client();
    private final ServerlessSeen serverless = ServerlessSeen.of(client);

    @TestFactory
    Stream<DynamicTest> every_request_member_has_its_effect() {
        create(51);
        return RequestMembers.of(DescribeServerlessCachesRequest.builder().build())
                .member(
                        "ServerlessCacheName",
                        "picks one in any case",
                        () -> assertThat(names(describe(all -> all.serverlessCacheName("Cache007"))))
                                .containsExactly("cache007"))
                .member(
                        "MaxResults",
                        "is the size of a page",
                        () -> assertThat(names(describe(all -> all.maxResults(20))))
                                .hasSize(20))
                .member("NextToken", "begins the next page", () -> {
                    String token = describe(all -> all.maxResults(20)).nextToken();
                    assertThat(names(describe(all -> all.maxResults(20).nextToken(token))))
                            .first()
                            .isEqualTo("cache020");
                })
                .tests();
    }

    @Test
    void a_page_has_fifty_caches_by_default_and_the_last_one_no_token() {
        create(51);

        DescribeServerlessCachesResponse first = describe(all -> {});
        DescribeServerlessCachesResponse last = describe(all -> all.nextToken(first.nextToken()));

        assertThat(names(first)).hasSize(50);
        assertThat(names(last)).containsExactly("cache050");
        assertThat(last.nextToken()).isNull();
    }

    @Test
    void pages_neither_lose_nor_repeat_a_cache_while_others_come_and_go() {
        create(60);
        mock.clock().settle();
        String token = describe(all -> all.maxResults(20)).nextToken();

        serverless.create("cache019a");
        serverless.delete("cache019");
        mock.clock().settle();

        assertThat(names(describe(all -> all.nextToken(token)))).hasSize(41).startsWith("cache019a", "cache020");
    }

    @Test
    void without_caches_the_list_is_empty() {
        DescribeServerlessCachesResponse none = describe(all -> {});

        assertThat(none.hasServerlessCaches()).isTrue();
        assertThat(none.serverlessCaches()).isEmpty();
    }

    /** The wording is the service's own: aws/aws-sdk-js-v3#5727. */
    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1, 19, 101})
    void another_size_than_20_to_100(int size) {
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> describe(all -> all.maxResults(size)), mock)
                .says("Invalid value for max records. Must be between 20 and 100");
    }

    @Test
    void a_token_that_was_not_given_out() {
        INVALID_PARAMETER_VALUE.isTheAnswerTo(() -> describe(all -> all.nextToken("made-up")), mock);
    }

    @Test
    void an_unknown_cache_is_ServerlessCacheNotFoundFault() {
        SERVERLESS_CACHE_NOT_FOUND
                .isTheAnswerTo(() -> serverless.named("nosuch"), mock)
                .says("ServerlessCache nosuch not found.");
    }

    @Test
    void polling_a_cache_moves_the_clock_to_its_next_status() {
        mock.clockMode(ClockMode.POLLED);
        serverless.create("mycache");

        assertThat(List.of(
                        serverless.named("mycache").status(),
                        serverless.named("mycache").status()))
                .containsExactly("creating", "available");
    }

    @Test
    void a_further_page_moves_no_clock() {
        create(21);
        mock.clockMode(ClockMode.POLLED);

        String token = describe(all -> all.maxResults(20)).nextToken();
        DescribeServerlessCachesResponse second = describe(all -> all.nextToken(token));

        assertThat(second.serverlessCaches())
                .singleElement()
                .extracting(ServerlessCache::status)
                .isEqualTo("creating");
    }

    private void create(int number) {
        IntStream.range(0, number).forEach(index -> serverless.create(String.format("cache%03d", index)));
    }

    private DescribeServerlessCachesResponse describe(Consumer<DescribeServerlessCachesRequest.Builder> asked) {
        return client.describeServerlessCaches(asked);
    }

    private static List<String> names(DescribeServerlessCachesResponse page) {
        return page.serverlessCaches().stream()
                .map(ServerlessCache::serverlessCacheName)
                .toList();
    }
}
