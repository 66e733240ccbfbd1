package io.github.mockelasticache.internal.snapshot;

import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_VALUE;
import static io.github.mockelasticache.testing.Refusal.INVALID_SNAPSHOT_STATE;
import static io.github.mockelasticache.testing.Refusal.SNAPSHOT_NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.testing.RequestMembers;
import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.elasticache.model.DeleteSnapshotRequest;
import software.amazon.awssdk.services.elasticache.model.NodeSnapshot;
import software.amazon.awssdk.services.elasticache.model.Snapshot;

/** {@code InvalidParameterCombination} is among the operation's errors, but its one member cannot be combined with anything. */
class DeleteSnapshotTest {

    @AutoClose
    private final Caches caches = new Caches();

    @BeforeEach
    void a_snapshot_of_a_cluster() {
        caches.cluster("mycluster");
        caches.available("mysnapshot", "mycluster");
    }

    @TestFactory
    Stream<DynamicTest> every_request_member_has_its_effect() {
        return RequestMembers.of(DeleteSnapshotRequest.builder().build())
                .member("SnapshotName", "picks the snapshot", () -> {
                    caches.available("other", "mycluster");
                    caches.delete("mysnapshot");
                    caches.clock().settle();
                    assertThat(caches.names()).containsExactly("other");
                })
                .tests();
    }

    /** As recorded: the full record. */
    @Test
    void a_snapshot_is_deleting_for_a_minute_and_then_SnapshotNotFoundFault() {
        Snapshot before = caches.named("mysnapshot");

        Snapshot deleting = caches.delete("MySnapshot");

        assertThat(deleting)
                .isEqualTo(before.toBuilder().snapshotStatus("deleting").build());
        caches.clock().advance(Duration.ofMinutes(1).minusNanos(1));
        assertThat(caches.named("mysnapshot")).isEqualTo(deleting);
        caches.clock().advance(Duration.ofNanos(1));
        caches.refused(SNAPSHOT_NOT_FOUND, () -> caches.named("mysnapshot")).says("Snapshot not found: mysnapshot");
        assertThat(caches.clock().timeline().pending()).isEmpty();
    }

    @Test
    void the_answer_for_a_groups_snapshot_is_without_node_group_configuration() {
        caches.sharded("mygroup", 0);
        caches.createOfGroup("ofgroup", "mygroup");
        caches.clock().settle();

        assertThat(caches.delete("ofgroup").nodeSnapshots())
                .hasSize(2)
                .extracting(NodeSnapshot::nodeGroupConfiguration)
                .containsOnlyNulls();
    }

    /** "At any time, regardless of whether the backup was created automatically or manually": user guide. */
    @Test
    void an_automatic_snapshot_can_be_deleted_before_it_expires() {
        caches.cluster("automatic", cluster -> cluster.snapshotRetentionLimit(5));
        caches.role().planAutomatic("automatic");
        caches.clock().advance(Duration.ofHours(4));

        caches.delete("automatic.automatic-2025-01-01-03-00");
        caches.clock().settle();

        assertThat(caches.names()).containsExactly("mysnapshot");
    }

    @Test
    void a_snapshot_that_is_created_again_has_none_of_the_tags_of_the_first() {
        caches.tag(caches.named("mysnapshot").arn(), "of-the-first");
        caches.delete("mysnapshot");
        caches.clock().settle();

        assertThat(caches.tagsOf(caches.create("mysnapshot", "mycluster").arn()))
                .isEmpty();
    }

    @Test
    void one_that_is_not_available_is_InvalidSnapshotState() {
        caches.create("creating", "mycluster");
        caches.refused(INVALID_SNAPSHOT_STATE, () -> caches.delete("creating"))
                .says("Snapshot must be in available state to delete.");
        caches.copy("mysnapshot", "mycopy");
        caches.refused(INVALID_SNAPSHOT_STATE, () -> caches.delete("mysnapshot"));
        caches.refused(INVALID_SNAPSHOT_STATE, () -> caches.delete("mycopy"));
        caches.clock().settle();

        caches.role().restoring("mysnapshot");
        caches.refused(INVALID_SNAPSHOT_STATE, () -> caches.delete("mysnapshot"));
        caches.role().restored("mysnapshot");

        caches.delete("mysnapshot");
        caches.refused(INVALID_SNAPSHOT_STATE, () -> caches.delete("mysnapshot"));
    }

    @Test
    void an_unknown_snapshot_is_SnapshotNotFoundFault() {
        caches.refused(SNAPSHOT_NOT_FOUND, () -> caches.delete("nosuch")).says("Snapshot not found: nosuch");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {"null, null", "'', blank", "'  ', blank"})
    void the_name_is_required(@Nullable String name, @Nullable String wrong) {
        caches.refused(
                        INVALID_PARAMETER_VALUE,
                        () -> caches.client().deleteSnapshot(snapshot -> snapshot.snapshotName(name)))
                .says("The parameter SnapshotName must be provided and must not be " + wrong + ".");
    }
}
