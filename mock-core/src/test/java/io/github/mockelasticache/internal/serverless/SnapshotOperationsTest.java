package io.github.mockelasticache.internal.serverless;

import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_VALUE;
import static io.github.mockelasticache.testing.Refusal.INVALID_SERVERLESS_CACHE_SNAPSHOT_STATE;
import static io.github.mockelasticache.testing.Refusal.SERVERLESS_CACHE_SNAPSHOT_ALREADY_EXISTS;
import static io.github.mockelasticache.testing.Refusal.SERVERLESS_CACHE_SNAPSHOT_NOT_FOUND;
import static io.github.mockelasticache.testing.Refusal.TAG_QUOTA_PER_RESOURCE_EXCEEDED;
import static io.github.mockelasticache.testing.ServerlessSeen.tag;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.testing.RequestMembers;
import io.github.mockelasticache.testing.ServerlessSeen;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CopyServerlessCacheSnapshotRequest;
import software.amazon.awssdk.services.elasticache.model.DeleteServerlessCacheSnapshotRequest;
import software.amazon.awssdk.services.elasticache.model.ExportServerlessCacheSnapshotRequest;
import software.amazon.awssdk.services.elasticache.model.ServerlessCacheSnapshot;
import software.amazon.awssdk.services.elasticache.model.SourceType;
import software.amazon.awssdk.services.elasticache.model.Tag;

/** CopyServerlessCacheSnapshot, DeleteServerlessCacheSnapshot and ExportServerlessCacheSnapshot. */
class SnapshotOperationsTest {

    private static final String NOT_AVAILABLE =
            "Serverless cache snapshot is not in an available state to perform the requested action.";

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.create();

    private final ElastiCacheClient client = mock.client();
    private final ServerlessSeen serverless = ServerlessSeen.of(client);

    @BeforeEach
    void a_snapshot_that_is_available() {
        serverless.created(mock, "mycache");
        serverless.snapshot(
                "mysnapshot", "mycache", snapshot -> snapshot.kmsKeyId("mykey").tags(tag("team", "shop")));
        mock.clock().settle();
    }

    @TestFactory
    Stream<DynamicTest> every_member_of_a_copy_has_its_effect() {
        return RequestMembers.of(CopyServerlessCacheSnapshotRequest.builder().build())
                .member(
                        "SourceServerlessCacheSnapshotName",
                        "picks what is copied, in any case",
                        () -> assertThat(serverless
                                        .copy("MySnapshot", "first")
                                        .serverlessCacheConfiguration()
                                        .serverlessCacheName())
                                .isEqualTo("mycache"))
                .member("TargetServerlessCacheSnapshotName", "is stored in lower case", () -> {
                    mock.clock().settle();
                    assertThat(serverless.copy("mysnapshot", "MyCopy").serverlessCacheSnapshotName())
                            .isEqualTo("mycopy");
                })
                .member("KmsKeyId", "is the copy's key, else that of the source", () -> {
                    mock.clock().settle();
                    assertThat(serverless.copy("mysnapshot", "second").kmsKeyId())
                            .isEqualTo("mykey");
                    mock.clock().settle();
                    assertThat(client.copyServerlessCacheSnapshot(
                                            copy -> copy.sourceServerlessCacheSnapshotName("mysnapshot")
                                                    .targetServerlessCacheSnapshotName("third")
                                                    .kmsKeyId("own-key"))
                                    .serverlessCacheSnapshot()
                                    .kmsKeyId())
                            .isEqualTo("own-key");
                })
                .member("Tags", "are those of the copy, which gets none of the source", () -> {
                    mock.clock().settle();
                    String untagged = serverless.copy("mysnapshot", "untagged").arn();
                    mock.clock().settle();
                    String tagged = client.copyServerlessCacheSnapshot(
                                    copy -> copy.sourceServerlessCacheSnapshotName("mysnapshot")
                                            .targetServerlessCacheSnapshotName("tagged")
                                            .tags(tag("stage", "test")))
                            .serverlessCacheSnapshot()
                            .arn();
                    mock.clock().settle();
                    assertThat(serverless.tagsOf(untagged)).isEmpty();
                    assertThat(serverless.tagsOf(tagged)).containsExactly("stage=test");
                })
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> every_member_of_a_deletion_has_its_effect() {
        return RequestMembers.of(DeleteServerlessCacheSnapshotRequest.builder().build())
                .member("ServerlessCacheSnapshotName", "picks the snapshot in any case", () -> {
                    serverless.snapshot("other", "mycache");
                    serverless.deleteSnapshot("MySnapshot");
                    mock.clock().settle();
                    assertThat(serverless.snapshotNames()).containsExactly("other");
                })
                .tests();
    }

    @TestFactory
    Stream<DynamicTest> every_member_of_an_export_has_its_effect() {
        return RequestMembers.of(ExportServerlessCacheSnapshotRequest.builder().build())
                .member(
                        "ServerlessCacheSnapshotName",
                        "picks the snapshot in any case",
                        () -> assertThat(serverless
                                        .export("MySnapshot", "mybucket")
                                        .serverlessCacheSnapshotName())
                                .isEqualTo("mysnapshot"))
                .member("S3BucketName", "is where the object is written", () -> {
                    mock.clock().settle();
                    serverless.export("mysnapshot", "otherbucket");
                    mock.clock().settle();
                    assertThat(failedExports()).isEmpty();
                    serverless.export("mysnapshot", "mybucket");
                    mock.clock().settle();
                    assertThat(failedExports()).hasSize(1);
                })
                .tests();
    }

    /** The example of the API reference. */
    @Test
    void a_copy_is_creating_for_two_minutes_without_times_and_size() {
        ServerlessCacheSnapshot source = serverless.snapshotNamed("mysnapshot");

        ServerlessCacheSnapshot creating = serverless.copy("mysnapshot", "mycopy");

        assertThat(creating)
                .isEqualTo(ServerlessCacheSnapshot.builder()
                        .serverlessCacheSnapshotName("mycopy")
                        .arn("arn:aws:elasticache:us-east-1:123456789012:serverlesscachesnapshot:mycopy")
                        .kmsKeyId("mykey")
                        .snapshotType("manual")
                        .status("creating")
                        .serverlessCacheConfiguration(source.serverlessCacheConfiguration())
                        .build());
        assertThat(serverless.snapshotNamed("mysnapshot"))
                .isEqualTo(source.toBuilder().status("copying").build());
        mock.clock().advance(Duration.ofMinutes(2).minusNanos(1));
        assertThat(serverless.snapshotNamed("mycopy")).isEqualTo(creating);
        mock.clock().advance(Duration.ofNanos(1));
        assertThat(serverless.snapshotNamed("mycopy"))
                .isEqualTo(creating.toBuilder()
                        .status("available")
                        .createTime(source.createTime())
                        .bytesUsedForCache(source.bytesUsedForCache())
                        .build());
        assertThat(serverless.snapshotNamed("mysnapshot")).isEqualTo(source);
    }

    @Test
    void the_copy_of_an_automatic_snapshot_is_manual_and_does_not_expire() {
        serverless.modified(mock, "mycache", cache -> cache.snapshotRetentionLimit(1));
        mock.clock().advance(Duration.ofDays(1));

        serverless.copy("automatic.mycache-2025-01-01", "mycopy");
        mock.clock().advance(Duration.ofDays(9));

        ServerlessCacheSnapshot copy = serverless.snapshotNamed("mycopy");
        assertThat(copy.snapshotType()).isEqualTo("manual");
        assertThat(copy.expiryTime()).isNull();
    }

    @Test
    void a_deleted_snapshot_is_deleting_for_a_minute_and_then_ServerlessCacheSnapshotNotFoundFault() {
        ServerlessCacheSnapshot before = serverless.snapshotNamed("mysnapshot");

        ServerlessCacheSnapshot deleting = serverless.deleteSnapshot("mysnapshot");

        assertThat(deleting).isEqualTo(before.toBuilder().status("deleting").build());
        mock.clock().advance(Duration.ofMinutes(1).minusNanos(1));
        assertThat(serverless.snapshotNamed("mysnapshot")).isEqualTo(deleting);
        mock.clock().advance(Duration.ofNanos(1));
        SERVERLESS_CACHE_SNAPSHOT_NOT_FOUND
                .isTheAnswerTo(() -> serverless.snapshotNamed("mysnapshot"), mock)
                .says("ServerlessCacheSnapshot mysnapshot not found.");
        assertThat(mock.timeline().pending()).isEmpty();
    }

    @Test
    void a_snapshot_that_is_created_again_has_none_of_the_tags_of_the_first() {
        serverless.deleteSnapshot("mysnapshot");
        mock.clock().settle();
        String arn = serverless.snapshot("mysnapshot", "mycache").arn();
        mock.clock().settle();

        assertThat(serverless.tagsOf(arn)).isEmpty();
    }

    @Test
    void an_exported_snapshot_is_exporting_for_two_minutes() {
        ServerlessCacheSnapshot before = serverless.snapshotNamed("mysnapshot");

        ServerlessCacheSnapshot exporting = serverless.export("mysnapshot", "mybucket");

        assertThat(exporting).isEqualTo(before.toBuilder().status("exporting").build());
        mock.clock().advance(Duration.ofMinutes(2).minusNanos(1));
        assertThat(serverless.snapshotNamed("mysnapshot")).isEqualTo(exporting);
        mock.clock().advance(Duration.ofNanos(1));
        assertThat(serverless.snapshotNamed("mysnapshot")).isEqualTo(before);
    }

    /** "Serverless cache events", user guide. */
    @Test
    void an_object_that_is_in_the_way_of_an_export_shows_afterwards() {
        serverless.export("mysnapshot", "mybucket");
        mock.clock().settle();
        serverless.export("mysnapshot", "mybucket");
        assertThat(failedExports()).isEmpty();

        mock.clock().settle();

        assertThat(failedExports())
                .containsExactly("mysnapshot: Failed to export snapshot for cache mycache. Could not export snapshot to"
                        + " bucket 'mybucket' because there is already an object with the same name in the bucket.");
        assertThat(serverless.snapshotNamed("mysnapshot").status()).isEqualTo("available");
    }

    @Test
    void a_snapshot_of_memcached_cannot_be_exported() {
        serverless.snapshotOf(mock, "memcached", "memcached", "1.6");

        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> serverless.export("memcached", "mybucket"), mock)
                .says("Exporting a snapshot is not supported for engine memcached.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MyBucket", "my_bucket", "ab", "-bucket"})
    void a_bucket_that_cannot_exist(String bucket) {
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> serverless.export("mysnapshot", bucket), mock)
                .says("The S3 bucket " + bucket + " does not exist.");
    }

    @Test
    void a_snapshot_that_is_not_available_is_InvalidServerlessCacheSnapshotStateFault() {
        serverless.copy("mysnapshot", "mycopy");
        for (String name : new String[] {"mysnapshot", "mycopy"}) {
            refused(() -> serverless.copy(name, "another"));
            refused(() -> serverless.deleteSnapshot(name));
            refused(() -> serverless.export(name, "mybucket"));
        }
        mock.clock().settle();
        serverless.export("mysnapshot", "mybucket");
        refused(() -> serverless.deleteSnapshot("mysnapshot"));
        serverless.deleteSnapshot("mycopy");
        refused(() -> serverless.deleteSnapshot("mycopy"));
    }

    @Test
    void an_unknown_snapshot_is_ServerlessCacheSnapshotNotFoundFault() {
        for (ThrowingCallable call : new ThrowingCallable[] {
            () -> serverless.copy("nosuch", "mycopy"),
            () -> serverless.deleteSnapshot("nosuch"),
            () -> serverless.export("nosuch", "mybucket")
        }) {
            SERVERLESS_CACHE_SNAPSHOT_NOT_FOUND
                    .isTheAnswerTo(call, mock)
                    .says("ServerlessCacheSnapshot nosuch not found.");
        }
    }

    @Test
    void the_name_of_a_copy_must_be_one_and_free() {
        SERVERLESS_CACHE_SNAPSHOT_ALREADY_EXISTS
                .isTheAnswerTo(() -> serverless.copy("mysnapshot", "MySnapshot"), mock)
                .says("Serverless cache snapshot mysnapshot already exists.");
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> serverless.copy("mysnapshot", "my_copy"), mock)
                .hasMessageStartingWith("The parameter TargetServerlessCacheSnapshotName is not a valid identifier.");
    }

    @Test
    void names_are_required() {
        required(
                "SourceServerlessCacheSnapshotName",
                () -> client.copyServerlessCacheSnapshot(copy -> copy.targetServerlessCacheSnapshotName("mycopy")));
        required(
                "TargetServerlessCacheSnapshotName",
                () -> client.copyServerlessCacheSnapshot(copy -> copy.sourceServerlessCacheSnapshotName("mysnapshot")));
        required("ServerlessCacheSnapshotName", () -> client.deleteServerlessCacheSnapshot(snapshot -> {}));
        required(
                "ServerlessCacheSnapshotName",
                () -> client.exportServerlessCacheSnapshot(export -> export.s3BucketName("mybucket")));
        required(
                "S3BucketName",
                () -> client.exportServerlessCacheSnapshot(export -> export.serverlessCacheSnapshotName("mysnapshot")));
    }

    @Test
    void more_tags_than_a_resource_can_have() {
        TAG_QUOTA_PER_RESOURCE_EXCEEDED.isTheAnswerTo(
                () -> client.copyServerlessCacheSnapshot(copy -> copy.sourceServerlessCacheSnapshotName("mysnapshot")
                        .targetServerlessCacheSnapshotName("mycopy")
                        .tags(IntStream.rangeClosed(1, 51)
                                .mapToObj(number -> tag("key" + number, "value"))
                                .toArray(Tag[]::new))),
                mock);
    }

    private List<String> failedExports() {
        return serverless.events(SourceType.SERVERLESS_CACHE_SNAPSHOT).stream()
                .filter(event -> event.contains("Failed to export"))
                .toList();
    }

    private void refused(ThrowingCallable call) {
        INVALID_SERVERLESS_CACHE_SNAPSHOT_STATE.isTheAnswerTo(call, mock).says(NOT_AVAILABLE);
    }

    private void required(String parameter, ThrowingCallable call) {
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(call, mock)
                .says("The parameter " + parameter + " must be provided and must not be null.");
    }
}
