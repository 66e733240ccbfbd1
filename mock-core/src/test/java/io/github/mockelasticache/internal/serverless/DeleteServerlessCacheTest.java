package io.github.mockelasticache.internal.serverless;

import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_VALUE;
import static io.github.mockelasticache.testing.Refusal.INVALID_SERVERLESS_CACHE_STATE;
import static io.github.mockelasticache.testing.Refusal.SERVERLESS_CACHE_NOT_FOUND;
import static io.github.mockelasticache.testing.Refusal.SERVERLESS_CACHE_SNAPSHOT_ALREADY_EXISTS;
import static io.github.mockelasticache.testing.ServerlessSeen.tag;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.fault.LifeCyclePlan;
import io.github.mockelasticache.testing.RequestMembers;
import io.github.mockelasticache.testing.ServerlessSeen;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.DeleteServerlessCacheRequest;
import software.amazon.awssdk.services.elasticache.model.ServerlessCache;
import software.amazon.awssdk.services.elasticache.model.ServerlessCacheSnapshot;
import software.amazon.awssdk.services.elasticache.model.SourceType;

/** {@code InvalidParameterCombination} is among the operation's errors, but its two members can always be combined. */
class DeleteServerlessCacheTest {

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.create();

    private final ElastiCacheClient client = mock.client();
    private final ServerlessSeen serverless = ServerlessSeen.of(client);

    @BeforeEach
    void a_cache_that_is_available() {
        serverless.created(mock, "mycache", cache -> cache.kmsKeyId("mykey").tags(tag("team", "shop")));
    }

    @TestFactory
    Stream<DynamicTest> every_request_member_has_its_effect() {
        return RequestMembers.of(DeleteServerlessCacheRequest.builder().build())
                .member("ServerlessCacheName", "picks the cache in any case", () -> {
                    serverless.created(mock, "other");
                    serverless.delete("MyCache");
                    mock.clock().settle();
                    assertThat(serverless.caches())
                            .extracting(ServerlessCache::serverlessCacheName)
                            .containsExactly("other");
                })
                .member("FinalSnapshotName", "names a snapshot that is left", () -> {
                    serverless.created(mock, "leaving");
                    deleteWithFinal("leaving", "Final");
                    mock.clock().settle();
                    assertThat(serverless.snapshotNames()).containsExactly("final");
                })
                .tests();
    }

    /** The example of the API reference shows the endpoint of a cache that is being deleted. */
    @Test
    void a_cache_is_deleting_for_three_minutes_and_then_ServerlessCacheNotFoundFault() {
        ServerlessCache before = serverless.named("mycache");

        ServerlessCache deleting = serverless.delete("mycache");

        assertThat(deleting).isEqualTo(before.toBuilder().status("deleting").build());
        mock.clock().advance(Duration.ofMinutes(3).minusNanos(1));
        assertThat(serverless.named("mycache")).isEqualTo(deleting);
        mock.clock().advance(Duration.ofNanos(1));
        SERVERLESS_CACHE_NOT_FOUND
                .isTheAnswerTo(() -> serverless.named("mycache"), mock)
                .says("ServerlessCache mycache not found.");
        assertThat(mock.timeline().pending()).isEmpty();
        assertThat(serverless.events(SourceType.SERVERLESS_CACHE))
                .containsExactly(
                        "mycache: Cache mycache is created and ready to use.", "mycache: Cache mycache was deleted.");
    }

    @Test
    void a_final_snapshot_is_taken_before() {
        deleteWithFinal("mycache", "final");

        ServerlessCacheSnapshot creating = serverless.snapshotNamed("final");
        assertThat(creating.status()).isEqualTo("creating");
        assertThat(creating.snapshotType()).isEqualTo("manual");
        assertThat(creating.kmsKeyId()).isEqualTo("mykey");
        mock.clock().advance(Duration.ofMinutes(3));
        assertThat(serverless.snapshotNamed("final").status()).isEqualTo("available");
        assertThat(serverless.named("mycache").status()).isEqualTo("deleting");
        mock.clock().advance(Duration.ofMinutes(3));
        assertThat(serverless.caches()).isEmpty();
        assertThat(serverless.snapshotNamed("final").status()).isEqualTo("available");
    }

    /** "Deleting a backup", user guide. */
    @Test
    void automatic_snapshots_go_with_the_cache_and_manual_ones_stay() {
        serverless.modified(mock, "mycache", cache -> cache.snapshotRetentionLimit(5));
        serverless.created(mock, "mycache2", cache -> cache.snapshotRetentionLimit(5));
        mock.clock().advance(Duration.ofDays(1));
        serverless.snapshot("manual", "mycache");
        mock.clock().settle();
        assertThat(serverless.snapshotNames())
                .containsExactly("automatic.mycache-2025-01-01", "automatic.mycache2-2025-01-01", "manual");

        serverless.delete("mycache");

        assertThat(serverless.snapshotNames()).containsExactly("automatic.mycache2-2025-01-01", "manual");
        mock.clock().advance(Duration.ofDays(1));
        assertThat(serverless.snapshotNames())
                .containsExactly("automatic.mycache2-2025-01-01", "automatic.mycache2-2025-01-02", "manual");
    }

    @Test
    void a_cache_that_is_created_again_has_none_of_the_tags_of_the_first() {
        serverless.delete("mycache");
        mock.clock().settle();

        assertThat(serverless.tagsOf(serverless.created(mock, "mycache").arn())).isEmpty();
    }

    @Test
    void a_cache_whose_snapshot_is_being_taken_can_be_deleted() {
        serverless.snapshot("mysnapshot", "mycache");

        serverless.delete("mycache");
        mock.clock().settle();

        assertThat(serverless.snapshotNamed("mysnapshot").status()).isEqualTo("available");
        assertThat(serverless.caches()).isEmpty();
    }

    @Test
    void a_cache_that_could_not_be_created_can_be_deleted_but_not_snapshotted() {
        mock.lifeCycles().add(LifeCyclePlan.ofServerlessCache("failed").endsIn("create-failed"));
        serverless.created(mock, "failed");

        INVALID_SERVERLESS_CACHE_STATE.isTheAnswerTo(() -> deleteWithFinal("failed", "final"), mock);
        serverless.delete("failed");
        mock.clock().settle();

        assertThat(serverless.caches())
                .extracting(ServerlessCache::serverlessCacheName)
                .containsExactly("mycache");
    }

    @Test
    void a_cache_that_is_changing_is_InvalidServerlessCacheStateFault() {
        String message = "Serverless cache is not in an available state to perform the requested action.";
        serverless.create("creating");
        INVALID_SERVERLESS_CACHE_STATE
                .isTheAnswerTo(() -> serverless.delete("creating"), mock)
                .says(message);
        serverless.modify("mycache", cache -> cache.description("new"));
        INVALID_SERVERLESS_CACHE_STATE
                .isTheAnswerTo(() -> deleteWithFinal("mycache", "final"), mock)
                .says(message);
        mock.clock().settle();
        serverless.delete("mycache");
        INVALID_SERVERLESS_CACHE_STATE.isTheAnswerTo(() -> serverless.delete("mycache"), mock);
    }

    @Test
    void the_name_of_a_snapshot_that_exists_is_ServerlessCacheSnapshotAlreadyExistsFault() {
        serverless.snapshot("mysnapshot", "mycache");

        SERVERLESS_CACHE_SNAPSHOT_ALREADY_EXISTS
                .isTheAnswerTo(() -> deleteWithFinal("mycache", "MySnapshot"), mock)
                .says("Serverless cache snapshot mysnapshot already exists.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1st", "my_snapshot", "my--snapshot", "snapshot-", "automatic.mycache-2025-01-01"})
    void a_name_that_is_none(String name) {
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> deleteWithFinal("mycache", name), mock)
                .hasMessageStartingWith("The parameter FinalSnapshotName is not a valid identifier.");
    }

    @Test
    void the_cache_must_be_named_and_exist() {
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> client.deleteServerlessCache(cache -> {}), mock)
                .says("The parameter ServerlessCacheName must be provided and must not be null.");
        SERVERLESS_CACHE_NOT_FOUND.isTheAnswerTo(() -> serverless.delete("nosuch"), mock);
    }

    private void deleteWithFinal(String cache, String snapshot) {
        client.deleteServerlessCache(each -> each.serverlessCacheName(cache).finalSnapshotName(snapshot));
    }
}
