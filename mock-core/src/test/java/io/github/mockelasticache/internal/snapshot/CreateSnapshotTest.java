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

import io.github.mockelasticache.internal.engine.ResourceTypes;
import io.github.mockelasticache.testing.RequestMembers;
import io.github.mockelasticache.testing.SubnetGroups;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
import software.amazon.awssdk.services.elasticache.model.CreateSnapshotRequest;
import software.amazon.awssdk.services.elasticache.model.NodeSnapshot;
import software.amazon.awssdk.services.elasticache.model.NotificationConfiguration;
import software.amazon.awssdk.services.elasticache.model.Snapshot;
import software.amazon.awssdk.services.elasticache.model.Tag;

class CreateSnapshotTest {

    private static final Instant NOON = Instant.parse("2025-01-01T12:00:00.500Z");

    @AutoClose
    private final Caches caches = new Caches();

    @BeforeEach
    void a_cluster_at_noon() {
        caches.clock().advanceTo(NOON);
        caches.cluster("mycluster");
    }

    @TestFactory
    Stream<DynamicTest> every_request_member_has_its_effect() {
        caches.sharded("mygroup", 0);
        return RequestMembers.of(CreateSnapshotRequest.builder().build())
                .member(
                        "SnapshotName",
                        "is its name",
                        () -> assertThat(caches.available("named", "mycluster").snapshotName())
                                .isEqualTo("named"))
                .member(
                        "CacheClusterId",
                        "picks the cluster that it is taken of",
                        () -> assertThat(caches.available("one", "mycluster").cacheClusterId())
                                .isEqualTo("mycluster"))
                .member(
                        "ReplicationGroupId",
                        "picks the replication group that it is taken of",
                        () -> assertThat(caches.createOfGroup("two", "mygroup").replicationGroupId())
                                .isEqualTo("mygroup"))
                .member("KmsKeyId", "is the key that it is encrypted with", () -> {
                    Snapshot snapshot = caches.client()
                            .createSnapshot(each -> each.snapshotName("three")
                                    .cacheClusterId("mycluster")
                                    .kmsKeyId("mykey"))
                            .snapshot();
                    caches.clock().settle();
                    assertThat(List.of(snapshot, caches.named("three")))
                            .extracting(Snapshot::kmsKeyId)
                            .containsOnly("mykey");
                })
                .member("Tags", "are its tags", () -> {
                    Snapshot snapshot = caches.client()
                            .createSnapshot(each -> each.snapshotName("four")
                                    .cacheClusterId("mycluster")
                                    .tags(tag("stage")))
                            .snapshot();
                    assertThat(caches.tagsOf(snapshot.arn())).containsExactly("stage");
                })
                .tests();
    }

    /** Field by field as in the example of the AWS CLI reference and in recorded answers. */
    @Test
    void the_snapshot_of_a_cluster_is_creating_at_first_and_its_size_is_not_known() {
        assertThat(caches.create("MySnapshot", "MyCluster"))
                .isEqualTo(Snapshot.builder()
                        .snapshotName("mysnapshot")
                        .cacheClusterId("mycluster")
                        .snapshotStatus("creating")
                        .snapshotSource("manual")
                        .cacheNodeType("cache.m5.large")
                        .engine("redis")
                        .engineVersion("7.1.0")
                        .numCacheNodes(1)
                        .preferredAvailabilityZone("us-east-1b")
                        .cacheClusterCreateTime(Caches.CREATED)
                        .preferredMaintenanceWindow("sun:05:00-sun:06:00")
                        .port(6380)
                        .cacheParameterGroupName("default.redis7")
                        .cacheSubnetGroupName("default")
                        .vpcId(SubnetGroups.of(caches.client()).named("default").vpcId())
                        .autoMinorVersionUpgrade(true)
                        .snapshotRetentionLimit(0)
                        .snapshotWindow("03:00-04:00")
                        .nodeSnapshots(NodeSnapshot.builder()
                                .cacheNodeId("0001")
                                .cacheSize("")
                                .cacheNodeCreateTime(Caches.CREATED)
                                .build())
                        .arn("arn:aws:elasticache:us-east-1:123456789012:snapshot:mysnapshot")
                        .dataTiering("disabled")
                        .build());
    }

    @Test
    void it_is_available_after_three_minutes_with_the_size_and_the_second_in_which_it_was_taken() {
        Snapshot creating = caches.create("mysnapshot", "mycluster");

        caches.clock().advance(Duration.ofMinutes(3).minusNanos(1));
        assertThat(caches.named("mysnapshot")).isEqualTo(creating);

        caches.clock().advance(Duration.ofNanos(1));
        assertThat(caches.named("MYSNAPSHOT"))
                .isEqualTo(creating.toBuilder()
                        .snapshotStatus("available")
                        .nodeSnapshots(NodeSnapshot.builder()
                                .cacheNodeId("0001")
                                .cacheSize("4 MB")
                                .cacheNodeCreateTime(Caches.CREATED)
                                .snapshotCreateTime(Instant.parse("2025-01-01T12:00:00Z"))
                                .build())
                        .build());
    }

    @Test
    void the_snapshot_of_a_group_names_its_node_groups_at_first_and_their_nodes_when_it_is_available() {
        caches.sharded("mygroup", 2);

        Snapshot creating = caches.createOfGroup("mysnapshot", "MyGroup");
        caches.clock().settle();

        assertThat(creating)
                .isEqualTo(Snapshot.builder()
                        .snapshotName("mysnapshot")
                        .replicationGroupId("mygroup")
                        .replicationGroupDescription("the group mygroup")
                        .snapshotStatus("creating")
                        .snapshotSource("manual")
                        .cacheNodeType("cache.m5.large")
                        .engine("redis")
                        .engineVersion("7.1.0")
                        .preferredMaintenanceWindow("sun:05:00-sun:06:00")
                        .port(6380)
                        .cacheParameterGroupName("default.redis7")
                        .cacheSubnetGroupName("default")
                        .vpcId(SubnetGroups.of(caches.client()).named("default").vpcId())
                        .autoMinorVersionUpgrade(true)
                        .snapshotRetentionLimit(0)
                        .snapshotWindow("04:00-05:00")
                        .numNodeGroups(2)
                        .automaticFailover("enabled")
                        .nodeSnapshots(
                                NodeSnapshot.builder()
                                        .nodeGroupId("0001")
                                        .cacheSize("")
                                        .build(),
                                NodeSnapshot.builder()
                                        .nodeGroupId("0002")
                                        .cacheSize("")
                                        .build())
                        .kmsKeyId("the-key-of-mygroup")
                        .arn("arn:aws:elasticache:us-east-1:123456789012:snapshot:mysnapshot")
                        .dataTiering("disabled")
                        .build());
        assertThat(caches.named("mysnapshot"))
                .isEqualTo(creating.toBuilder()
                        .snapshotStatus("available")
                        .nodeSnapshots(taken("0001", "mygroup-0001-003"), taken("0002", "mygroup-0002-003"))
                        .build());
    }

    @Test
    void a_node_group_without_replicas_is_snapshotted_at_its_primary() {
        caches.sharded("mygroup", 0);
        caches.createOfGroup("mysnapshot", "mygroup");

        caches.clock().settle();

        assertThat(caches.named("mysnapshot").nodeSnapshots())
                .extracting(NodeSnapshot::cacheClusterId)
                .containsExactly("mygroup-0001-001", "mygroup-0002-001");
    }

    @Test
    void a_cluster_is_snapshotting_while_its_snapshot_is_created() {
        caches.create("mysnapshot", "mycluster");

        caches.clock().advance(Duration.ofMinutes(3).minusNanos(1));
        assertThat(caches.statusOf("mycluster")).isEqualTo("snapshotting");

        caches.clock().advance(Duration.ofNanos(1));
        assertThat(caches.statusOf("mycluster")).isEqualTo("available");
    }

    @Test
    void a_member_is_snapshotting_with_its_group_and_its_sisters_are_not() {
        caches.group("mygroup", 2);

        caches.create("mysnapshot", "mygroup-002");
        assertThat(caches.statusOfGroup("mygroup")).isEqualTo("snapshotting");
        assertThat(caches.statusOf("mygroup-001")).isEqualTo("available");
        assertThat(caches.statusOf("mygroup-002")).isEqualTo("snapshotting");

        caches.clock().settle();
        assertThat(caches.statusOfGroup("mygroup")).isEqualTo("available");
        assertThat(caches.statusOf("mygroup-002")).isEqualTo("available");
    }

    @Test
    void a_group_is_snapshotting_with_a_node_of_each_node_group() {
        caches.sharded("mygroup", 1);

        caches.createOfGroup("mysnapshot", "mygroup");
        assertThat(caches.statusOfGroup("mygroup")).isEqualTo("snapshotting");
        assertThat(Stream.of("mygroup-0001-001", "mygroup-0001-002", "mygroup-0002-001", "mygroup-0002-002")
                        .map(caches::statusOf))
                .containsExactly("available", "snapshotting", "available", "snapshotting");

        caches.clock().settle();
        assertThat(caches.statusOfGroup("mygroup")).isEqualTo("available");
        assertThat(caches.statusOf("mygroup-0002-002")).isEqualTo("available");
    }

    @Test
    void the_event_names_the_snapshot_and_the_cluster_and_belongs_to_the_cluster() {
        caches.create("mysnapshot", "mycluster");
        assertThat(caches.events()).isEmpty();

        caches.clock().settle();

        assertThat(caches.events())
                .containsExactly(
                        "cache-cluster mycluster: Snapshot succeeded for snapshot with ID 'mysnapshot' of cache"
                                + " cluster with ID 'mycluster'");
    }

    @Test
    void a_group_has_an_event_for_each_node_that_was_snapshotted() {
        caches.sharded("mygroup", 0);
        caches.createOfGroup("mysnapshot", "mygroup");

        caches.clock().settle();

        assertThat(caches.events())
                .containsExactly(
                        "cache-cluster mygroup-0001-001: Snapshot succeeded for snapshot with ID 'mysnapshot' of cache"
                                + " cluster with ID 'mygroup-0001-001'",
                        "cache-cluster mygroup-0002-001: Snapshot succeeded for snapshot with ID 'mysnapshot' of cache"
                                + " cluster with ID 'mygroup-0002-001'");
    }

    @Test
    void the_topic_of_the_cluster_and_the_key_of_its_group_go_into_the_snapshot() {
        caches.group("mygroup", 1);
        caches.change(
                "mygroup-001",
                cluster -> cluster.notificationConfiguration(NotificationConfiguration.builder()
                        .topicArn("arn:aws:sns:us-east-1:123456789012:topic")
                        .build()));

        Snapshot snapshot = caches.create("mysnapshot", "mygroup-001");

        assertThat(snapshot.topicArn()).isEqualTo("arn:aws:sns:us-east-1:123456789012:topic");
        assertThat(snapshot.kmsKeyId()).isEqualTo("the-key-of-mygroup");
    }

    @Test
    void a_cluster_outside_a_vpc_has_neither_subnet_group_nor_vpc() {
        caches.change("mycluster", cluster -> cluster.cacheSubnetGroupName(null));

        Snapshot snapshot = caches.create("mysnapshot", "mycluster");

        assertThat(snapshot.cacheSubnetGroupName()).isNull();
        assertThat(snapshot.vpcId()).isNull();
    }

    @Test
    void data_tiering_is_enabled_on_r6gd_nodes() {
        caches.change("mycluster", cluster -> cluster.cacheNodeType("cache.r6gd.xlarge"));

        assertThat(caches.create("mysnapshot", "mycluster").dataTieringAsString())
                .isEqualTo("enabled");
    }

    @Test
    void without_tags_of_its_own_a_snapshot_gets_those_of_its_source() {
        caches.tag(caches.region().arn(ResourceTypes.CACHE_CLUSTER, "mycluster"), "of-cluster");
        caches.sharded("mygroup", 0);
        caches.tag(caches.region().arn(ResourceTypes.REPLICATION_GROUP, "mygroup"), "of-group");

        Snapshot one = caches.create("one", "mycluster");
        Snapshot two = caches.createOfGroup("two", "mygroup");

        assertThat(caches.tagsOf(one.arn())).containsExactly("of-cluster");
        assertThat(caches.tagsOf(two.arn())).containsExactly("of-group");
        caches.tag(caches.region().arn(ResourceTypes.CACHE_CLUSTER, "mycluster"), "later");
        assertThat(caches.tagsOf(one.arn())).containsExactly("of-cluster");
    }

    @Test
    void with_tags_of_its_own_it_gets_none_of_its_source() {
        caches.tag(caches.region().arn(ResourceTypes.CACHE_CLUSTER, "mycluster"), "of-cluster");

        Snapshot snapshot = caches.client()
                .createSnapshot(each ->
                        each.snapshotName("one").cacheClusterId("mycluster").tags(tag("mine")))
                .snapshot();

        assertThat(caches.tagsOf(snapshot.arn())).containsExactly("mine");
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

    private static NodeSnapshot taken(String nodeGroup, String cluster) {
        return NodeSnapshot.builder()
                .cacheClusterId(cluster)
                .nodeGroupId(nodeGroup)
                .cacheNodeId("0001")
                .cacheSize("4 MB")
                .cacheNodeCreateTime(Caches.CREATED)
                .snapshotCreateTime(Instant.parse("2025-01-01T12:00:00Z"))
                .build();
    }

    private static Tag tag(String key) {
        return Tag.builder().key(key).value("value").build();
    }
}
