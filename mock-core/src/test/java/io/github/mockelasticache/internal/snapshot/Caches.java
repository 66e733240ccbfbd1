package io.github.mockelasticache.internal.snapshot;

import static io.github.mockelasticache.internal.engine.ResourceTypes.CACHE_CLUSTER;
import static io.github.mockelasticache.internal.engine.ResourceTypes.REPLICATION_GROUP;
import static io.github.mockelasticache.internal.engine.ResourceTypes.SNAPSHOT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.assertj.ServiceErrorAssert;
import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.Engine;
import io.github.mockelasticache.internal.engine.Family;
import io.github.mockelasticache.internal.engine.Operations;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.engine.Snapshots;
import io.github.mockelasticache.internal.event.Events;
import io.github.mockelasticache.internal.sdk.ServedClients;
import io.github.mockelasticache.internal.subnet.CacheSubnetGroups;
import io.github.mockelasticache.internal.tag.Tags;
import io.github.mockelasticache.testing.EngineSettings;
import io.github.mockelasticache.testing.Refusal;
import io.github.mockelasticache.time.VirtualClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticache.ElastiCacheAsyncClient;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.AutomaticFailoverStatus;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.CacheNode;
import software.amazon.awssdk.services.elasticache.model.CacheParameterGroupStatus;
import software.amazon.awssdk.services.elasticache.model.CreateCacheClusterRequest;
import software.amazon.awssdk.services.elasticache.model.CreateCacheClusterResponse;
import software.amazon.awssdk.services.elasticache.model.DeleteCacheClusterRequest;
import software.amazon.awssdk.services.elasticache.model.DeleteCacheClusterResponse;
import software.amazon.awssdk.services.elasticache.model.Endpoint;
import software.amazon.awssdk.services.elasticache.model.Event;
import software.amazon.awssdk.services.elasticache.model.NodeGroup;
import software.amazon.awssdk.services.elasticache.model.NodeGroupMember;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;
import software.amazon.awssdk.services.elasticache.model.Snapshot;
import software.amazon.awssdk.services.elasticache.model.Tag;

/** Cache clusters and replication groups that are there from the start, so that snapshots can be taken of them. */
final class Caches implements AutoCloseable {

    static final Instant CREATED = Instant.parse("2024-12-31T23:00:00.123Z");

    private final Engine engine;
    private final ServedClients clients;
    private final ElastiCacheClient client;
    private final Door door = new Door();

    Caches() {
        engine = new Engine(
                EngineSettings.withSeed(0),
                List.of(
                        new CacheSubnetGroups(),
                        new CacheSnapshots(),
                        new Tags(List.of(CACHE_CLUSTER, REPLICATION_GROUP, SNAPSHOT)),
                        new Events(),
                        door));
        clients = new ServedClients(engine);
        client = clients.client(Region.US_EAST_1);
        client.describeSnapshots();
    }

    ElastiCacheClient client() {
        return client;
    }

    ElastiCacheAsyncClient asyncClient() {
        return clients.asyncClient(Region.US_EAST_1);
    }

    /** The snapshots that something has been restored from. */
    List<Snapshot> restored() {
        return door.restored;
    }

    VirtualClock clock() {
        return engine.clock();
    }

    RegionState region() {
        return Objects.requireNonNull(door.region);
    }

    /** What the families of clusters and replication groups ask. */
    Snapshots role() {
        return region().ask(Snapshots.class);
    }

    /** A Redis OSS cluster that is available. */
    CacheCluster cluster(String id) {
        return cluster(id, cluster -> cluster);
    }

    CacheCluster cluster(String id, UnaryOperator<CacheCluster.Builder> change) {
        CacheCluster cluster = change.apply(CacheCluster.builder()
                        .cacheClusterId(id)
                        .cacheClusterStatus("available")
                        .cacheNodeType("cache.m5.large")
                        .engine("redis")
                        .engineVersion("7.1.0")
                        .numCacheNodes(1)
                        .preferredAvailabilityZone("us-east-1b")
                        .cacheClusterCreateTime(CREATED)
                        .preferredMaintenanceWindow("sun:05:00-sun:06:00")
                        .cacheParameterGroup(CacheParameterGroupStatus.builder()
                                .cacheParameterGroupName("default.redis7")
                                .build())
                        .cacheSubnetGroupName("default")
                        .autoMinorVersionUpgrade(true)
                        .snapshotRetentionLimit(0)
                        .snapshotWindow("03:00-04:00")
                        .cacheNodes(CacheNode.builder()
                                .cacheNodeId("0001")
                                .cacheNodeStatus("available")
                                .cacheNodeCreateTime(CREATED)
                                .endpoint(Endpoint.builder()
                                        .address(id + ".abc123.0001.use1.cache.amazonaws.com")
                                        .port(6380)
                                        .build())
                                .build())
                        .arn(region().arn(CACHE_CLUSTER, id)))
                .build();
        region().table(CACHE_CLUSTER).put(id, cluster);
        return cluster;
    }

    /** A replication group with cluster mode disabled and as many members, which is available. */
    ReplicationGroup group(String id, int members) {
        List<NodeGroupMember> named = IntStream.rangeClosed(1, members)
                .mapToObj(number -> member(id, id + "-00" + number, "us-east-1a"))
                .toList();
        return put(ReplicationGroup.builder()
                .replicationGroupId(id)
                .clusterEnabled(false)
                .nodeGroups(NodeGroup.builder()
                        .nodeGroupId("0001")
                        .nodeGroupMembers(named)
                        .build()));
    }

    /** A replication group with cluster mode enabled, with two node groups of a primary and as many replicas, available. */
    ReplicationGroup sharded(String id, int replicas) {
        return sharded(id, replicas, group -> group);
    }

    ReplicationGroup sharded(String id, int replicas, UnaryOperator<ReplicationGroup.Builder> change) {
        List<NodeGroup> nodeGroups = new ArrayList<>();
        for (String shard : List.of("0001", "0002")) {
            nodeGroups.add(NodeGroup.builder()
                    .nodeGroupId(shard)
                    .slots(shard.equals("0001") ? "0-8191" : "8192-16383")
                    .nodeGroupMembers(IntStream.rangeClosed(1, 1 + replicas)
                            .mapToObj(number -> member(
                                    id, id + "-" + shard + "-00" + number, number == 1 ? "us-east-1a" : "us-east-1b"))
                            .toList())
                    .build());
        }
        return put(change.apply(ReplicationGroup.builder()
                .replicationGroupId(id)
                .clusterEnabled(true)
                .nodeGroups(nodeGroups)));
    }

    private ReplicationGroup put(ReplicationGroup.Builder builder) {
        String id = builder.build().replicationGroupId();
        ReplicationGroup group = builder.description("the group " + id)
                .status("available")
                .automaticFailover(AutomaticFailoverStatus.ENABLED)
                .snapshotWindow("04:00-05:00")
                .replicationGroupCreateTime(CREATED)
                .kmsKeyId("the-key-of-" + id)
                .arn(region().arn(REPLICATION_GROUP, id))
                .build();
        if (group.snapshotRetentionLimit() == null) {
            group = group.toBuilder().snapshotRetentionLimit(0).build();
        }
        region().table(REPLICATION_GROUP).put(id, group);
        return group;
    }

    private NodeGroupMember member(String group, String id, String zone) {
        cluster(id, cluster -> cluster.replicationGroupId(group).preferredAvailabilityZone(zone));
        return NodeGroupMember.builder()
                .cacheClusterId(id)
                .cacheNodeId("0001")
                .preferredAvailabilityZone(zone)
                .build();
    }

    /** Changes a cluster as its family would. */
    void change(String cluster, UnaryOperator<CacheCluster.Builder> change) {
        region().table(CACHE_CLUSTER)
                .change(cluster, each -> change.apply(each.toBuilder()).build());
    }

    @Nullable
    String statusOf(String cluster) {
        CacheCluster found = region().table(CACHE_CLUSTER).find(cluster);
        return found == null ? null : found.cacheClusterStatus();
    }

    @Nullable
    String statusOfGroup(String group) {
        ReplicationGroup found = region().table(REPLICATION_GROUP).find(group);
        return found == null ? null : found.status();
    }

    Snapshot create(String name, String cluster) {
        return client.createSnapshot(snapshot -> snapshot.snapshotName(name).cacheClusterId(cluster))
                .snapshot();
    }

    Snapshot createOfGroup(String name, String group) {
        return client.createSnapshot(snapshot -> snapshot.snapshotName(name).replicationGroupId(group))
                .snapshot();
    }

    /** A snapshot that is available. */
    Snapshot available(String name, String cluster) {
        create(name, cluster);
        clock().settle();
        return named(name);
    }

    Snapshot copy(String source, String target) {
        return client.copySnapshot(copy -> copy.sourceSnapshotName(source).targetSnapshotName(target))
                .snapshot();
    }

    Snapshot delete(String name) {
        return client.deleteSnapshot(snapshot -> snapshot.snapshotName(name)).snapshot();
    }

    Snapshot named(String name) {
        return client.describeSnapshots(snapshot -> snapshot.snapshotName(name))
                .snapshots()
                .get(0);
    }

    List<Snapshot> all() {
        return client.describeSnapshotsPaginator(all -> {}).snapshots().stream().toList();
    }

    List<String> names() {
        return all().stream().map(Snapshot::snapshotName).toList();
    }

    /** The messages of the last 14 days, the oldest first, each after its source. */
    List<String> events() {
        List<String> events = new ArrayList<>();
        for (Event event : client.describeEventsPaginator(all -> all.startTime(Instant.EPOCH))
                .events()) {
            events.add(0, event.sourceType() + " " + event.sourceIdentifier() + ": " + event.message());
        }
        return events;
    }

    void tag(String arn, String key) {
        client.addTagsToResource(tags -> tags.resourceName(arn)
                .tags(Tag.builder().key(key).value("of " + arn).build()));
    }

    /** The keys of the tags of a resource. */
    List<String> tagsOf(String arn) {
        return client.listTagsForResource(tags -> tags.resourceName(arn)).tagList().stream()
                .map(Tag::key)
                .toList();
    }

    /** Verifies that a call is refused with an error, and leaves everything as it was. */
    ServiceErrorAssert refused(Refusal refusal, ThrowingCallable call) {
        List<Object> before = state();
        ServiceErrorAssert refused = refusal.isTheAnswerTo(call);
        assertThat(state()).as("everything after the refused call").isEqualTo(before);
        return refused;
    }

    private List<Object> state() {
        return List.of(
                engine.inventory(),
                events(),
                all().stream().map(each -> tagsOf(each.arn())).toList());
    }

    @Override
    public void close() {
        clients.close();
    }

    /** Lets the region be changed from outside, and asks of snapshots what the families of clusters and groups do. */
    private static final class Door implements Family {

        private final List<Snapshot> restored = new ArrayList<>();

        @Nullable
        private RegionState region;

        @Override
        public void register(Operations operations) {
            operations.handle(CreateCacheClusterRequest.class, this::restore);
            operations.handle(DeleteCacheClusterRequest.class, Door::requireFinalPossible);
        }

        @Override
        public void open(RegionState opened) {
            region = opened;
        }

        private CreateCacheClusterResponse.Builder restore(CreateCacheClusterRequest request, Call call) {
            Snapshots snapshots = call.region().ask(Snapshots.class);
            restored.add(snapshots.restorable(call, request.snapshotName()));
            snapshots.restoring(request.snapshotName());
            return CreateCacheClusterResponse.builder();
        }

        private static DeleteCacheClusterResponse.Builder requireFinalPossible(
                DeleteCacheClusterRequest request, Call call) {
            CacheCluster cluster = call.existing(CACHE_CLUSTER, request.cacheClusterId());
            call.region().ask(Snapshots.class).requireFinalPossible(call, cluster, request.finalSnapshotIdentifier());
            return DeleteCacheClusterResponse.builder();
        }
    }
}
