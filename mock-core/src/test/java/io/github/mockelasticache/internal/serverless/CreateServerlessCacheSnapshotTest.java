package io.github.mockelasticache.internal.serverless;

import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_VALUE;
import static io.github.mockelasticache.testing.Refusal.INVALID_SERVERLESS_CACHE_STATE;
import static io.github.mockelasticache.testing.Refusal.SERVERLESS_CACHE_NOT_FOUND;
import static io.github.mockelasticache.testing.Refusal.SERVERLESS_CACHE_SNAPSHOT_ALREADY_EXISTS;
import static io.github.mockelasticache.testing.Refusal.SERVERLESS_CACHE_SNAPSHOT_QUOTA_EXCEEDED;
import static io.github.mockelasticache.testing.Refusal.TAG_QUOTA_PER_RESOURCE_EXCEEDED;
import static io.github.mockelasticache.testing.ServerlessSeen.tag;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.Quotas;
import io.github.mockelasticache.Quotas.Quota;
import io.github.mockelasticache.testing.RequestMembers;
import io.github.mockelasticache.testing.ServerlessSeen;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CreateServerlessCacheSnapshotRequest;
import software.amazon.awssdk.services.elasticache.model.ServerlessCacheSnapshot;
import software.amazon.awssdk.services.elasticache.model.SourceType;
import software.amazon.awssdk.services.elasticache.model.Tag;

/** {@code InvalidParameterCombination} is among the operation's errors, but its members can always be combined. */
class CreateServerlessCacheSnapshotTest {

    private static final String ARN = "arn:aws:elasticache:us-east-1:123456789012:serverlesscachesnapshot:";

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.builder()
            .quotas(Quotas.documented().with(Quota.SERVERLESS_SNAPSHOTS_PER_DAY, 3))
            .build();

    private final ElastiCacheClient client = mock.client();
    private final ServerlessSeen serverless = ServerlessSeen.of(client);

    @BeforeEach
    void a_cache_that_is_available() {
        serverless.created(mock, "my-serverless-cache", cache -> cache.engine("redis"));
    }

    @TestFactory
    Stream<DynamicTest> every_request_member_has_its_effect() {
        return RequestMembers.of(CreateServerlessCacheSnapshotRequest.builder().build())
                .member(
                        "ServerlessCacheSnapshotName",
                        "is stored in lower case",
                        () -> assertThat(serverless
                                        .snapshot("MySnapshot", "my-serverless-cache")
                                        .serverlessCacheSnapshotName())
                                .isEqualTo("mysnapshot"))
                .member(
                        "ServerlessCacheName",
                        "picks the cache in any case",
                        () -> assertThat(serverless
                                        .snapshot("named", "My-Serverless-Cache")
                                        .serverlessCacheConfiguration()
                                        .serverlessCacheName())
                                .isEqualTo("my-serverless-cache"))
                .member("KmsKeyId", "is the snapshot's key, else that of the cache", () -> {
                    serverless.created(mock, "encrypted", cache -> cache.kmsKeyId("key-of-cache"));
                    assertThat(serverless.snapshot("first", "encrypted").kmsKeyId())
                            .isEqualTo("key-of-cache");
                    assertThat(serverless
                                    .snapshot("second", "encrypted", snapshot -> snapshot.kmsKeyId("own-key"))
                                    .kmsKeyId())
                            .isEqualTo("own-key");
                })
                .member("Tags", "are those of the snapshot", () -> {
                    String arn = serverless
                            .snapshot("tagged", "my-serverless-cache", snapshot -> snapshot.tags(tag("team", "shop")))
                            .arn();
                    mock.clock().settle();
                    assertThat(serverless.tagsOf(arn)).containsExactly("team=shop");
                })
                .tests();
    }

    /** The example of the API reference. */
    @Test
    void a_snapshot_is_creating_for_three_minutes_without_times_and_size() {
        ServerlessCacheSnapshot creating = serverless.snapshot("my-serverless-cache-snapshot", "my-serverless-cache");

        assertThat(creating)
                .isEqualTo(ServerlessCacheSnapshot.builder()
                        .serverlessCacheSnapshotName("my-serverless-cache-snapshot")
                        .arn(ARN + "my-serverless-cache-snapshot")
                        .snapshotType("manual")
                        .status("creating")
                        .serverlessCacheConfiguration(cache -> cache.serverlessCacheName("my-serverless-cache")
                                .engine("redis")
                                .majorEngineVersion("7"))
                        .build());
        assertThat(serverless.named("my-serverless-cache").status()).isEqualTo("available");
        mock.clock().advance(Duration.ofMinutes(3).minusNanos(1));
        assertThat(serverless.snapshotNamed("my-serverless-cache-snapshot")).isEqualTo(creating);
        mock.clock().advance(Duration.ofNanos(1));
        assertThat(serverless.snapshotNamed("my-serverless-cache-snapshot"))
                .isEqualTo(creating.toBuilder()
                        .status("available")
                        .createTime(Instant.parse("2025-01-01T00:03:00Z"))
                        .bytesUsedForCache("0")
                        .build());
    }

    /** "Serverless cache events", user guide. */
    @Test
    void an_event_tells_that_a_snapshot_is_created() {
        serverless.snapshot("MySnapshot", "my-serverless-cache");
        assertThat(serverless.events(SourceType.SERVERLESS_CACHE_SNAPSHOT)).isEmpty();

        mock.clock().settle();

        assertThat(serverless.events(SourceType.SERVERLESS_CACHE_SNAPSHOT))
                .containsExactly("mysnapshot: Snapshot mysnapshot created for cache my-serverless-cache.");
    }

    @Test
    void a_snapshot_tells_the_engine_that_the_cache_had() {
        serverless.snapshot("before", "my-serverless-cache");
        mock.clock().settle();
        serverless.modified(
                mock, "my-serverless-cache", cache -> cache.engine("valkey").majorEngineVersion("8"));

        assertThat(serverless
                        .snapshotNamed("before")
                        .serverlessCacheConfiguration()
                        .engine())
                .isEqualTo("redis");
        assertThat(serverless
                        .snapshot("after", "my-serverless-cache")
                        .serverlessCacheConfiguration()
                        .majorEngineVersion())
                .isEqualTo("8");
    }

    @Test
    void a_memcached_cache_can_be_snapshotted() {
        assertThat(serverless.snapshotOf(mock, "mysnapshot", "memcached", "1.6").status())
                .isEqualTo("available");
    }

    @Test
    void a_snapshot_can_be_looked_up_without_a_call() {
        ServerlessCacheSnapshot snapshot = serverless.snapshot("mysnapshot", "my-serverless-cache");

        assertThat(mock.find(Region.US_EAST_1, ServerlessCacheSnapshot.class, "MySnapshot"))
                .contains(snapshot);
    }

    /** "Backup constraints", user guide: 24 in any 24 hours, which this mock has set to three. */
    @Test
    void one_more_than_the_quota_of_a_day_is_ServerlessCacheSnapshotQuotaExceededFault() {
        serverless.created(mock, "other");
        serverless.snapshot("first", "my-serverless-cache");
        mock.clock().advance(Duration.ofHours(1));
        serverless.copy("first", "second");
        mock.clock().settle();
        serverless.deleteSnapshot("second");
        serverless.snapshot("third", "my-serverless-cache");

        String message = "The maximum number of manual snapshots for this cache taken within 24 hours has been reached";
        SERVERLESS_CACHE_SNAPSHOT_QUOTA_EXCEEDED
                .isTheAnswerTo(() -> serverless.snapshot("fourth", "my-serverless-cache"), mock)
                .says(message);
        SERVERLESS_CACHE_SNAPSHOT_QUOTA_EXCEEDED
                .isTheAnswerTo(() -> serverless.copy("first", "fourth"), mock)
                .says(message);
        serverless.snapshot("of-other", "other");
        mock.clock().advance(Duration.ofHours(23));
        assertThat(serverless.snapshot("fourth", "my-serverless-cache").status())
                .isEqualTo("creating");
    }

    @Test
    void a_later_cache_of_the_same_name_has_a_quota_of_its_own() {
        IntStream.rangeClosed(1, 3).forEach(number -> serverless.snapshot("snapshot" + number, "my-serverless-cache"));
        mock.clock().settle();
        serverless.delete("my-serverless-cache");
        mock.clock().settle();
        serverless.created(mock, "my-serverless-cache");

        assertThat(serverless.snapshot("fourth", "my-serverless-cache").status())
                .isEqualTo("creating");
    }

    @Test
    void a_name_that_is_taken_is_ServerlessCacheSnapshotAlreadyExistsFault() {
        serverless.snapshot("mysnapshot", "my-serverless-cache");

        SERVERLESS_CACHE_SNAPSHOT_ALREADY_EXISTS
                .isTheAnswerTo(() -> serverless.snapshot("MySnapshot", "my-serverless-cache"), mock)
                .says("Serverless cache snapshot mysnapshot already exists.");
    }

    @Test
    void a_cache_that_is_not_available_is_InvalidServerlessCacheStateFault() {
        String message = "Serverless cache is not in an available state to perform the requested action.";
        serverless.create("creating");
        INVALID_SERVERLESS_CACHE_STATE
                .isTheAnswerTo(() -> serverless.snapshot("mysnapshot", "creating"), mock)
                .says(message);
        serverless.modify("my-serverless-cache", cache -> cache.description("new"));
        INVALID_SERVERLESS_CACHE_STATE.isTheAnswerTo(
                () -> serverless.snapshot("mysnapshot", "my-serverless-cache"), mock);
    }

    @Test
    void an_unknown_cache_is_ServerlessCacheNotFoundFault() {
        SERVERLESS_CACHE_NOT_FOUND
                .isTheAnswerTo(() -> serverless.snapshot("mysnapshot", "nosuch"), mock)
                .says("ServerlessCache nosuch not found.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1st", "my_snapshot", "my--snapshot", "snapshot-", "automatic.mycache"})
    void a_name_that_is_none(String name) {
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> serverless.snapshot(name, "my-serverless-cache"), mock)
                .hasMessageStartingWith("The parameter ServerlessCacheSnapshotName is not a valid identifier.");
    }

    @Test
    void a_name_has_up_to_255_characters() {
        serverless.snapshot("x".repeat(255), "my-serverless-cache");

        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> serverless.snapshot("x".repeat(256), "my-serverless-cache"), mock)
                .says("The parameter ServerlessCacheSnapshotName must have at most 255 characters.");
    }

    @Test
    void names_are_required() {
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(
                        () -> client.createServerlessCacheSnapshot(
                                snapshot -> snapshot.serverlessCacheName("my-serverless-cache")),
                        mock)
                .says("The parameter ServerlessCacheSnapshotName must be provided and must not be null.");
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(
                        () -> client.createServerlessCacheSnapshot(
                                snapshot -> snapshot.serverlessCacheSnapshotName("mysnapshot")),
                        mock)
                .says("The parameter ServerlessCacheName must be provided and must not be null.");
    }

    @Test
    void more_tags_than_a_resource_can_have() {
        TAG_QUOTA_PER_RESOURCE_EXCEEDED.isTheAnswerTo(
                () -> serverless.snapshot(
                        "mysnapshot",
                        "my-serverless-cache",
                        snapshot -> snapshot.tags(IntStream.rangeClosed(1, 51)
                                .mapToObj(number -> tag("key" + number, "value"))
                                .toArray(Tag[]::new))),
                mock);
    }
}
