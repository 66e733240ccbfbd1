package io.github.mockelasticache.internal.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.internal.engine.ResourceTypes;
import io.github.mockelasticache.testing.RequestMembers;
import io.github.mockelasticache.testing.SubnetGroups;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
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
