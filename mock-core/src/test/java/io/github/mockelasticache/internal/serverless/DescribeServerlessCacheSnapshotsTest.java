package io.github.mockelasticache.internal.serverless;

import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_VALUE;
import static io.github.mockelasticache.testing.Refusal.SERVERLESS_CACHE_NOT_FOUND;
import static io.github.mockelasticache.testing.Refusal.SERVERLESS_CACHE_SNAPSHOT_NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.Quotas;
import io.github.mockelasticache.Quotas.Quota;
import io.github.mockelasticache.testing.RequestMembers;
import io.github.mockelasticache.testing.ServerlessSeen;
import io.github.mockelasticache.time.ClockMode;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.DescribeServerlessCacheSnapshotsRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeServerlessCacheSnapshotsResponse;
import software.amazon.awssdk.services.elasticache.model.ServerlessCacheSnapshot;

/** {@code InvalidParameterCombination} is among the operation's errors, but its members can always be combined. */
class DescribeServerlessCacheSnapshotsTest {

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.builder()
            .quotas(Quotas.documented().with(Quota.SERVERLESS_SNAPSHOTS_PER_DAY, 1000))
            .build();

    private final ElastiCacheClient client = mock.client();
    private final ServerlessSeen serverless = ServerlessSeen.of(client);

    @BeforeEach
    void snapshots_of_two_caches() {
        serverless.created(
                mock, "daily", cache -> cache.snapshotRetentionLimit(35).dailySnapshotTime("03:00"));
        serverless.created(mock, "other");
        mock.clock().advance(Duration.ofHours(4));
        serverless.snapshot("of-daily", "daily");
        serverless.snapshot("of-other", "other");
        mock.clock().settle();
    }

    @TestFactory
    Stream<DynamicTest> every_request_member_has_its_effect() {
        return RequestMembers.of(
                        DescribeServerlessCacheSnapshotsRequest.builder().build())
                .member(
                        "ServerlessCacheSnapshotName",
                        "picks one in any case",
                        () -> assertThat(names(all -> all.serverlessCacheSnapshotName("Of-Daily")))
                                .containsExactly("of-daily"))
                .member(
                        "ServerlessCacheName",
                        "picks those of a cache",
                        () -> assertThat(names(all -> all.serverlessCacheName("Daily")))
                                .containsExactly("automatic.daily-2025-01-01", "of-daily"))
                .member(
                        "SnapshotType",
                        "picks the automatic ones or the manual ones",
                        () -> assertThat(List.of(
                                        names(all -> all.snapshotType("automated")),
                                        names(all -> all.snapshotType("manual"))))
                                .containsExactly(
                                        List.of("automatic.daily-2025-01-01"), List.of("of-daily", "of-other")))
                .member("MaxResults", "is the size of a page", () -> {
                    create(20);
                    assertThat(names(all -> all.maxResults(20))).hasSize(20);
                })
                .member("NextToken", "begins the next page", () -> {
                    String token = describe(all -> all.maxResults(20)).nextToken();
                    assertThat(names(all -> all.nextToken(token))).hasSize(3);
                })
                .tests();
    }

    @Test
    void filters_count_together() {
        assertThat(names(all -> all.serverlessCacheName("daily").snapshotType("manual")))
                .containsExactly("of-daily");
        assertThat(names(all -> all.serverlessCacheSnapshotName("of-daily").serverlessCacheName("other")))
                .isEmpty();
        assertThat(names(all -> all.serverlessCacheSnapshotName("of-daily").snapshotType("automated")))
                .isEmpty();
    }

    @Test
    void a_page_has_fifty_snapshots_by_default() {
        create(48);

        DescribeServerlessCacheSnapshotsResponse first = describe(all -> {});

        assertThat(first.serverlessCacheSnapshots()).hasSize(50);
        assertThat(names(all -> all.nextToken(first.nextToken()))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 19, 51})
    void another_size_than_20_to_50(int size) {
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> describe(all -> all.maxResults(size)), mock)
                .says("Invalid value for max records. Must be between 20 and 50");
    }

    @Test
    void a_token_that_was_not_given_out() {
        INVALID_PARAMETER_VALUE.isTheAnswerTo(() -> describe(all -> all.nextToken("made-up")), mock);
    }

    @Test
    void a_type_that_is_none() {
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> describe(all -> all.snapshotType("system")), mock)
                .says("Invalid value system for SnapshotType. Must be one of: manual, automated.");
    }

    @Test
    void a_cache_that_is_gone_has_its_manual_snapshots_still() {
        serverless.delete("daily");
        mock.clock().settle();

        assertThat(names(all -> all.serverlessCacheName("daily"))).containsExactly("of-daily");
    }

    @Test
    void an_unknown_cache_is_ServerlessCacheNotFoundFault() {
        SERVERLESS_CACHE_NOT_FOUND
                .isTheAnswerTo(() -> describe(all -> all.serverlessCacheName("nosuch")), mock)
                .says("ServerlessCache nosuch not found.");
    }

    @Test
    void an_unknown_snapshot_is_ServerlessCacheSnapshotNotFoundFault() {
        SERVERLESS_CACHE_SNAPSHOT_NOT_FOUND
                .isTheAnswerTo(() -> serverless.snapshotNamed("nosuch"), mock)
                .says("ServerlessCacheSnapshot nosuch not found.");
    }

    @Test
    void polling_a_snapshot_moves_the_clock_to_its_next_status() {
        serverless.snapshot("mysnapshot", "daily");
        mock.clockMode(ClockMode.POLLED);

        assertThat(List.of(
                        serverless.snapshotNamed("mysnapshot").status(),
                        serverless.snapshotNamed("mysnapshot").status()))
                .containsExactly("creating", "available");
    }

    private void create(int number) {
        IntStream.range(0, number).forEach(index -> serverless.snapshot(String.format("snapshot%03d", index), "other"));
    }

    private DescribeServerlessCacheSnapshotsResponse describe(
            Consumer<DescribeServerlessCacheSnapshotsRequest.Builder> asked) {
        return client.describeServerlessCacheSnapshots(asked);
    }

    private List<String> names(Consumer<DescribeServerlessCacheSnapshotsRequest.Builder> asked) {
        return describe(asked).serverlessCacheSnapshots().stream()
                .map(ServerlessCacheSnapshot::serverlessCacheSnapshotName)
                .toList();
    }
}
