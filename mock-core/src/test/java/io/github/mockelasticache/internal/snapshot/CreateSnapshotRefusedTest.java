package io.github.mockelasticache.internal.snapshot;

import static io.github.mockelasticache.testing.Refusal.CACHE_CLUSTER_NOT_FOUND;
import static io.github.mockelasticache.testing.Refusal.INVALID_CACHE_CLUSTER_STATE;
import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_COMBINATION;
import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_VALUE;
import static io.github.mockelasticache.testing.Refusal.INVALID_REPLICATION_GROUP_STATE;
import static io.github.mockelasticache.testing.Refusal.REPLICATION_GROUP_NOT_FOUND;
import static io.github.mockelasticache.testing.Refusal.SNAPSHOT_ALREADY_EXISTS;
import static io.github.mockelasticache.testing.Refusal.SNAPSHOT_FEATURE_NOT_SUPPORTED;
import static io.github.mockelasticache.testing.Refusal.SNAPSHOT_QUOTA_EXCEEDED;
import static io.github.mockelasticache.testing.Refusal.TAG_QUOTA_PER_RESOURCE_EXCEEDED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.elasticache.model.Tag;

/** Every error of {@code CreateSnapshot}; after each, everything is as it was. */
class CreateSnapshotRefusedTest {

    private static final Instant NOON = Instant.parse("2025-01-01T12:00:00.500Z");

    @AutoClose
    private final Caches caches = new Caches();

    @BeforeEach
    void a_cluster_at_noon() {
        caches.clock().advanceTo(NOON);
        caches.cluster("mycluster");
    }

    @Test
    void a_51st_tag_is_TagQuotaPerResourceExceeded() {
        caches.refused(
                TAG_QUOTA_PER_RESOURCE_EXCEEDED,
                () -> caches.client()
                        .createSnapshot(each -> each.snapshotName("one")
                                .cacheClusterId("mycluster")
                                .tags(IntStream.rangeClosed(1, 51)
                                        .mapToObj(number -> tag("key" + number))
                                        .toList())));
    }

    @Test
    void an_unknown_cluster_is_CacheClusterNotFound() {
        caches.refused(CACHE_CLUSTER_NOT_FOUND, () -> caches.create("mysnapshot", "nosuch"))
                .says("CacheCluster not found: nosuch");
    }

    @Test
    void an_unknown_replication_group_is_ReplicationGroupNotFoundFault() {
        caches.refused(REPLICATION_GROUP_NOT_FOUND, () -> caches.createOfGroup("mysnapshot", "nosuch"))
                .says("ReplicationGroup nosuch not found.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"creating", "modifying", "snapshotting", "rebooting cluster nodes", "deleting"})
    void a_cluster_that_is_not_available_is_InvalidCacheClusterState(String status) {
        caches.change("mycluster", cluster -> cluster.cacheClusterStatus(status));

        caches.refused(INVALID_CACHE_CLUSTER_STATE, () -> caches.create("mysnapshot", "mycluster"))
                .says("Cache cluster must be in available state to create a snapshot.");
    }

    @Test
    void a_member_whose_group_is_not_available_is_InvalidCacheClusterState() {
        caches.group("mygroup", 2);
        caches.create("one", "mygroup-001");

        caches.refused(INVALID_CACHE_CLUSTER_STATE, () -> caches.create("two", "mygroup-002"));
    }

    @Test
    void a_group_that_is_not_available_is_InvalidReplicationGroupState() {
        caches.sharded("mygroup", 0);
        caches.createOfGroup("one", "mygroup");

        caches.refused(INVALID_REPLICATION_GROUP_STATE, () -> caches.createOfGroup("two", "mygroup"))
                .says("Replication group must be in available state to create a snapshot.");
    }

    @Test
    void a_group_of_which_a_node_is_not_available_is_InvalidReplicationGroupState() {
        caches.sharded("mygroup", 0);
        caches.change("mygroup-0002-001", cluster -> cluster.cacheClusterStatus("rebooting cluster nodes"));

        caches.refused(INVALID_REPLICATION_GROUP_STATE, () -> caches.createOfGroup("one", "mygroup"));
    }

    @Test
    void a_second_snapshot_of_the_name_is_SnapshotAlreadyExistsFault() {
        caches.available("mysnapshot", "mycluster");

        caches.refused(SNAPSHOT_ALREADY_EXISTS, () -> caches.create("MySnapshot", "mycluster"))
                .says("Snapshot with specified name already exists.");
    }

    @ParameterizedTest
    @CsvSource({
        "memcached, cache.m5.large,  Snapshots are not supported for engine memcached.",
        "redis,     cache.t1.micro,  Snapshots are not supported for node type cache.t1.micro."
    })
    void memcached_and_t1_nodes_are_SnapshotFeatureNotSupportedFault(String engine, String nodeType, String message) {
        caches.change("mycluster", cluster -> cluster.engine(engine).cacheNodeType(nodeType));

        caches.refused(SNAPSHOT_FEATURE_NOT_SUPPORTED, () -> caches.create("mysnapshot", "mycluster"))
                .says(message);
    }

    /** The wording is the service's own: "Error messages", user guide. */
    @Test
    void the_21st_manual_snapshot_of_a_node_within_24_hours_is_SnapshotQuotaExceededFault() {
        caches.cluster("other");
        for (int number = 1; number <= 20; number++) {
            caches.available("snapshot-" + number, "mycluster");
        }

        caches.refused(SNAPSHOT_QUOTA_EXCEEDED, () -> caches.create("snapshot-21", "mycluster"))
                .says("The maximum number of manual snapshots for this node taken within 24 hours has been reached its"
                        + " quota of 20");
        caches.available("of-other", "other");

        caches.clock().advanceTo(NOON.plus(Duration.ofHours(24)).minusNanos(1));
        caches.refused(SNAPSHOT_QUOTA_EXCEEDED, () -> caches.create("snapshot-21", "mycluster"));
        caches.clock().advance(Duration.ofNanos(1));
        caches.available("snapshot-21", "mycluster");
    }

    @Test
    void those_that_are_deleted_count_as_well() {
        for (int number = 1; number <= 20; number++) {
            caches.available("mysnapshot", "mycluster");
            caches.delete("mysnapshot");
            caches.clock().settle();
        }

        caches.refused(SNAPSHOT_QUOTA_EXCEEDED, () -> caches.create("mysnapshot", "mycluster"));
    }

    @Test
    void the_21st_of_a_group_is_SnapshotQuotaExceededFault_in_other_words() {
        caches.sharded("mygroup", 0);
        for (int number = 1; number <= 20; number++) {
            caches.createOfGroup("snapshot-" + number, "mygroup");
            caches.clock().settle();
        }

        caches.refused(SNAPSHOT_QUOTA_EXCEEDED, () -> caches.createOfGroup("snapshot-21", "mygroup"))
                .says("The maximum number of manual snapshots for this cluster taken within 24 hours has been reached");
    }

    @Test
    void a_cluster_of_the_same_name_that_is_created_later_has_a_quota_of_its_own() {
        for (int number = 1; number <= 20; number++) {
            caches.available("snapshot-" + number, "mycluster");
        }
        caches.cluster("mycluster", cluster -> cluster.cacheClusterCreateTime(NOON));

        caches.available("snapshot-21", "mycluster");

        assertThat(caches.names()).hasSize(21);
    }

    @Test
    void a_cluster_and_a_group_together_or_neither_are_InvalidParameterCombination() {
        caches.sharded("mygroup", 0);

        caches.refused(
                        INVALID_PARAMETER_COMBINATION,
                        () -> caches.client()
                                .createSnapshot(each -> each.snapshotName("one")
                                        .cacheClusterId("mycluster")
                                        .replicationGroupId("mygroup")))
                .says("Exactly one of CacheClusterId and ReplicationGroupId must be given.");
        caches.refused(
                        INVALID_PARAMETER_COMBINATION,
                        () -> caches.client().createSnapshot(each -> each.snapshotName("one")))
                .says("Exactly one of CacheClusterId and ReplicationGroupId must be given.");
    }

    @Test
    void a_group_with_cluster_mode_disabled_is_snapshotted_by_a_member_and_one_with_it_enabled_as_a_whole() {
        caches.group("disabled", 1);
        caches.sharded("enabled", 0);

        caches.refused(INVALID_PARAMETER_COMBINATION, () -> caches.createOfGroup("one", "disabled"))
                .says(
                        "Replication group disabled has cluster mode disabled. Use CacheClusterId to create a snapshot of one"
                                + " of its members.");
        caches.refused(INVALID_PARAMETER_COMBINATION, () -> caches.create("one", "enabled-0001-001"))
                .says("Cache cluster enabled-0001-001 is a member of a replication group with cluster mode enabled. Use"
                        + " ReplicationGroupId to create a snapshot of the replication group.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1snapshot", "my_snapshot", "my--snapshot", "mysnapshot-", "automatic.mine", "Schnappschuß"})
    void a_name_that_is_no_identifier_is_InvalidParameterValue(String name) {
        caches.refused(INVALID_PARAMETER_VALUE, () -> caches.create(name, "mycluster"))
                .says("The parameter SnapshotName is not a valid identifier. Identifiers must begin with a letter; must"
                        + " contain only ASCII letters, digits, and hyphens; and must not end with a hyphen or contain two"
                        + " consecutive hyphens.");
    }

    @Test
    void a_name_has_at_most_40_characters() {
        caches.available("s".repeat(40), "mycluster");

        caches.refused(INVALID_PARAMETER_VALUE, () -> caches.create("s".repeat(41), "mycluster"))
                .says("The parameter SnapshotName must have at most 40 characters.");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "null,       mycluster, key, SnapshotName, null",
                "' ',        mycluster, key, SnapshotName, blank",
                "mysnapshot, ' ',       key, CacheClusterId, blank",
                "mysnapshot, mycluster, ' ', KmsKeyId, blank"
            })
    void what_is_missing_or_blank_is_InvalidParameterValue(
            @Nullable String name, String cluster, String key, String parameter, @Nullable String wrong) {
        caches.refused(
                        INVALID_PARAMETER_VALUE,
                        () -> caches.client()
                                .createSnapshot(each -> each.snapshotName(name)
                                        .cacheClusterId(cluster)
                                        .kmsKeyId(key)))
                .says("The parameter " + parameter + " must be provided and must not be " + wrong + ".");
    }

    private static Tag tag(String key) {
        return Tag.builder().key(key).value("value").build();
    }
}
