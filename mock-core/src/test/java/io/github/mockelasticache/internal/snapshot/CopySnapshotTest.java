package io.github.mockelasticache.internal.snapshot;

import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_COMBINATION;
import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_VALUE;
import static io.github.mockelasticache.testing.Refusal.INVALID_SNAPSHOT_STATE;
import static io.github.mockelasticache.testing.Refusal.SNAPSHOT_ALREADY_EXISTS;
import static io.github.mockelasticache.testing.Refusal.SNAPSHOT_NOT_FOUND;
import static io.github.mockelasticache.testing.Refusal.SNAPSHOT_QUOTA_EXCEEDED;
import static io.github.mockelasticache.testing.Refusal.TAG_QUOTA_PER_RESOURCE_EXCEEDED;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.testing.RequestMembers;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.elasticache.model.CopySnapshotRequest;
import software.amazon.awssdk.services.elasticache.model.Snapshot;
import software.amazon.awssdk.services.elasticache.model.Tag;

class CopySnapshotTest {

    @AutoClose
    private final Caches caches = new Caches();

    @BeforeEach
    void a_snapshot_of_a_cluster() {
        caches.cluster("mycluster");
        caches.available("mysnapshot", "mycluster");
    }

    @TestFactory
    Stream<DynamicTest> every_request_member_has_its_effect() {
        caches.cluster("other");
        caches.available("another", "other");
        return RequestMembers.of(CopySnapshotRequest.builder().build())
                .member(
                        "SourceSnapshotName",
                        "picks the snapshot that is copied",
                        () -> assertThat(copied("another", "one").cacheClusterId())
                                .isEqualTo("other"))
                .member(
                        "TargetSnapshotName",
                        "is the name of the copy",
                        () -> assertThat(copied("another", "two").snapshotName())
                                .isEqualTo("two"))
                .member("TargetBucket", "exports the snapshot instead", () -> {
                    export("another", "three", "mybucket");
                    caches.clock().settle();
                    assertThat(caches.names()).doesNotContain("three");
                })
                .member("KmsKeyId", "is the key that the copy is encrypted with", () -> {
                    Snapshot copy = caches.client()
                            .copySnapshot(each -> each.sourceSnapshotName("another")
                                    .targetSnapshotName("four")
                                    .kmsKeyId("mykey"))
                            .snapshot();
                    caches.clock().settle();
                    assertThat(copy.kmsKeyId()).isEqualTo("mykey");
                    assertThat(caches.named("four").kmsKeyId()).isEqualTo("mykey");
                })
                .member("Tags", "are the tags of the copy; what is exported can have none", () -> {
                    Snapshot copy = copyWithTags("another", "five", 1);
                    caches.clock().settle();
                    assertThat(caches.tagsOf(copy.arn())).containsExactly("key1");
                })
                .tests();
    }

    /** As in the example of the API reference. */
    @Test
    void a_copy_is_creating_at_first_and_tells_size_and_time_of_its_source_at_once() {
        Snapshot source = caches.named("mysnapshot");

        Snapshot copy = caches.copy("MySnapshot", "MyCopy");

        assertThat(copy)
                .isEqualTo(source.toBuilder()
                        .snapshotName("mycopy")
                        .snapshotStatus("creating")
                        .arn("arn:aws:elasticache:us-east-1:123456789012:snapshot:mycopy")
                        .build());
        assertThat(caches.named("mycopy")).isEqualTo(copy);
    }

    @Test
    void copy_and_source_are_available_after_two_minutes() {
        caches.copy("mysnapshot", "mycopy");

        caches.clock().advance(Duration.ofMinutes(2).minusNanos(1));
        assertThat(caches.named("mycopy").snapshotStatus()).isEqualTo("creating");
        assertThat(caches.named("mysnapshot").snapshotStatus()).isEqualTo("copying");

        caches.clock().advance(Duration.ofNanos(1));
        assertThat(caches.all()).extracting(Snapshot::snapshotStatus).containsExactly("available", "available");
        assertThat(caches.statusOf("mycluster")).isEqualTo("available");
    }

    @Test
    void the_copy_of_an_automatic_snapshot_is_a_manual_one() {
        caches.cluster("automatic", cluster -> cluster.snapshotRetentionLimit(1));
        caches.role().planAutomatic("automatic");
        caches.clock().advance(Duration.ofHours(4));

        caches.copy("automatic.automatic-2025-01-01-03-00", "mycopy");
        caches.clock().advance(Duration.ofDays(30));

        assertThat(caches.named("mycopy").snapshotSource()).isEqualTo("manual");
        assertThat(caches.named("mycopy").snapshotRetentionLimit()).isEqualTo(1);
    }

    @Test
    void the_copy_of_a_groups_snapshot_has_its_node_group_configuration() {
        caches.sharded("mygroup", 1);
        caches.createOfGroup("ofgroup", "mygroup");
        caches.clock().settle();

        Snapshot answer = caches.copy("ofgroup", "mycopy");
        Snapshot copy = caches.client()
                .describeSnapshots(each -> each.snapshotName("mycopy").showNodeGroupConfig(true))
                .snapshots()
                .get(0);

        assertThat(answer.nodeSnapshots()).allMatch(node -> node.nodeGroupConfiguration() == null);
        assertThat(copy.nodeSnapshots())
                .extracting(node -> node.nodeGroupConfiguration().slots())
                .containsExactly("0-8191", "8192-16383");
        assertThat(copy.kmsKeyId()).isEqualTo("the-key-of-mygroup");
    }

    @Test
    void without_tags_of_its_own_a_copy_gets_those_of_its_source() {
        caches.tag(caches.named("mysnapshot").arn(), "of-source");

        assertThat(caches.tagsOf(caches.copy("mysnapshot", "one").arn())).containsExactly("of-source");
        caches.clock().settle();
        assertThat(caches.tagsOf(copyWithTags("mysnapshot", "two", 2).arn())).containsExactly("key1", "key2");
    }

    @Test
    void a_51st_tag_is_TagQuotaPerResourceExceeded() {
        caches.refused(TAG_QUOTA_PER_RESOURCE_EXCEEDED, () -> copyWithTags("mysnapshot", "mycopy", 51));
    }

    @Test
    void an_unknown_source_is_SnapshotNotFoundFault() {
        caches.refused(SNAPSHOT_NOT_FOUND, () -> caches.copy("nosuch", "mycopy"))
                .says("Snapshot not found: nosuch");
    }

    @Test
    void a_target_that_exists_is_SnapshotAlreadyExistsFault() {
        caches.refused(SNAPSHOT_ALREADY_EXISTS, () -> caches.copy("mysnapshot", "MySnapshot"))
                .says("Snapshot with specified name already exists.");
    }

    @Test
    void a_source_that_is_not_available_is_InvalidSnapshotState() {
        caches.create("creating", "mycluster");
        caches.refused(INVALID_SNAPSHOT_STATE, () -> caches.copy("creating", "one"))
                .says("Snapshot must be in available state to copy.");

        caches.copy("mysnapshot", "copying");
        caches.refused(INVALID_SNAPSHOT_STATE, () -> caches.copy("mysnapshot", "one"));
        caches.refused(INVALID_SNAPSHOT_STATE, () -> caches.copy("copying", "one"));

        caches.clock().settle();
        caches.delete("mysnapshot");
        caches.refused(INVALID_SNAPSHOT_STATE, () -> caches.copy("mysnapshot", "one"));
    }

    @Test
    void copies_count_towards_the_20_manual_snapshots_of_a_node_within_24_hours() {
        for (int number = 1; number <= 19; number++) {
            copied("mysnapshot", "copy-" + number);
        }

        caches.refused(SNAPSHOT_QUOTA_EXCEEDED, () -> caches.copy("copy-19", "copy-20"));
        caches.clock().advance(Duration.ofHours(24));
        copied("copy-19", "copy-20");
        assertThat(caches.names()).hasSize(21);
    }

    /** The export does not appear among the snapshots; its source is busy as long as a copy would take. */
    @Test
    void an_export_answers_with_what_is_written_and_leaves_no_snapshot() {
        Snapshot source = caches.named("mysnapshot");

        Snapshot exported = export("mysnapshot", "exported", "my.bucket-1");

        assertThat(exported)
                .isEqualTo(source.toBuilder()
                        .snapshotName("exported")
                        .snapshotStatus("creating")
                        .arn(null)
                        .build());
        assertThat(caches.all()).extracting(Snapshot::snapshotStatus).containsExactly("copying");
        caches.clock().advance(Duration.ofMinutes(2));
        assertThat(caches.all()).containsExactly(source);
    }

    @Test
    void an_export_may_have_the_name_of_a_snapshot_and_does_not_count_towards_the_quota() {
        for (int number = 1; number <= 25; number++) {
            export("mysnapshot", "mysnapshot", "bucket-" + number);
            caches.clock().settle();
        }

        assertThat(caches.names()).containsExactly("mysnapshot");
    }

    /** The wording is that of CopySnapshot, API reference. */
    @Test
    void an_export_does_not_overwrite_another_one() {
        export("mysnapshot", "exported", "mybucket");
        caches.clock().settle();

        caches.refused(INVALID_PARAMETER_VALUE, () -> export("mysnapshot", "Exported", "mybucket"))
                .says("The S3 bucket mybucket already contains an object with key exported.rdb.");
        export("mysnapshot", "exported", "otherbucket");
    }

    @Test
    void a_group_is_exported_to_an_object_for_each_node_group() {
        caches.sharded("mygroup", 0);
        caches.createOfGroup("ofgroup", "mygroup");
        caches.clock().settle();
        export("mysnapshot", "all-0002", "mybucket");
        caches.clock().settle();

        caches.refused(INVALID_PARAMETER_VALUE, () -> export("ofgroup", "all", "mybucket"))
                .says("The S3 bucket mybucket already contains an object with key all-0002.rdb.");
    }

    /** The wording is that of CopySnapshot, API reference. */
    @ParameterizedTest
    @ValueSource(strings = {"b", "My-Bucket", "my_bucket", "-bucket", "bucket-"})
    void a_bucket_that_cannot_exist_is_InvalidParameterValue(String bucket) {
        caches.refused(INVALID_PARAMETER_VALUE, () -> export("mysnapshot", "exported", bucket))
                .says("The S3 bucket " + bucket + " does not exist.");
    }

    @Test
    void a_snapshot_with_data_tiering_cannot_be_exported() {
        caches.cluster("tiered", cluster -> cluster.cacheNodeType("cache.r6gd.xlarge"));
        caches.available("oftiered", "tiered");

        caches.refused(INVALID_PARAMETER_COMBINATION, () -> export("oftiered", "exported", "mybucket"))
                .says("Exporting a snapshot to Amazon S3 is not supported for clusters using data tiering.");
        copied("oftiered", "mycopy");
    }

    /** So it stands in the example of the API reference. */
    @Test
    void an_empty_bucket_is_none() {
        export("mysnapshot", "mycopy", "");

        assertThat(caches.names()).containsExactly("mycopy", "mysnapshot");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "null,       mycopy, mybucket, key, SourceSnapshotName, null",
                "' ',        mycopy, mybucket, key, SourceSnapshotName, blank",
                "mysnapshot, null,   mybucket, key, TargetSnapshotName, null",
                "mysnapshot, ' ',    mybucket, key, TargetSnapshotName, blank",
                "mysnapshot, mycopy, ' ',      key, TargetBucket,       blank",
                "mysnapshot, mycopy, mybucket, ' ', KmsKeyId,           blank"
            })
    void what_is_missing_or_blank_is_InvalidParameterValue(
            @Nullable String source,
            @Nullable String target,
            String bucket,
            String key,
            String parameter,
            @Nullable String wrong) {
        caches.refused(
                        INVALID_PARAMETER_VALUE,
                        () -> caches.client()
                                .copySnapshot(each -> each.sourceSnapshotName(source)
                                        .targetSnapshotName(target)
                                        .targetBucket(bucket)
                                        .kmsKeyId(key)))
                .says("The parameter " + parameter + " must be provided and must not be " + wrong + ".");
    }

    @Test
    void a_target_that_is_no_identifier_is_InvalidParameterValue() {
        caches.refused(INVALID_PARAMETER_VALUE, () -> caches.copy("mysnapshot", "automatic.mycopy"))
                .says(
                        "The parameter TargetSnapshotName is not a valid identifier. Identifiers must begin with a letter;"
                                + " must contain only ASCII letters, digits, and hyphens; and must not end with a hyphen or contain"
                                + " two consecutive hyphens.");
    }

    private Snapshot copied(String source, String target) {
        caches.copy(source, target);
        caches.clock().settle();
        return caches.named(target);
    }

    private Snapshot export(String source, String target, String bucket) {
        return caches.client()
                .copySnapshot(each -> each.sourceSnapshotName(source)
                        .targetSnapshotName(target)
                        .targetBucket(bucket))
                .snapshot();
    }

    private Snapshot copyWithTags(String source, String target, int tags) {
        return caches.client()
                .copySnapshot(each -> each.sourceSnapshotName(source)
                        .targetSnapshotName(target)
                        .tags(IntStream.rangeClosed(1, tags)
                                .mapToObj(number -> Tag.builder()
                                        .key("key" + number)
                                        .value("value")
                                        .build())
                                .toList()))
                .snapshot();
    }
}
