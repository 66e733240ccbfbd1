package io.github.mockelasticache.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.CreateReplicationGroupRequest;
import software.amazon.awssdk.services.elasticache.model.Event;
import software.amazon.awssdk.services.elasticache.model.ModifyReplicationGroupRequest;
import software.amazon.awssdk.services.elasticache.model.NodeGroupMember;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;
import software.amazon.awssdk.services.elasticache.model.Tag;

/** The replication groups that one client sees: how a test arranges them, and how it looks at them afterwards. */
public final class ReplicationGroupsSeen {

    private final ElastiCacheClient client;

    private ReplicationGroupsSeen(ElastiCacheClient client) {
        this.client = client;
    }

    public static ReplicationGroupsSeen of(ElastiCacheClient client) {
        return new ReplicationGroupsSeen(client);
    }

    public static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }

    /** Creates a group of m5.large nodes. */
    public ReplicationGroup create(String id, Consumer<CreateReplicationGroupRequest.Builder> settings) {
        return client.createReplicationGroup(group -> {
                    group.replicationGroupId(id)
                            .replicationGroupDescription("the group " + id)
                            .cacheNodeType("cache.m5.large");
                    settings.accept(group);
                })
                .replicationGroup();
    }

    /** Creates a group, and waits as the SDK does. */
    public ReplicationGroup created(String id, Consumer<CreateReplicationGroupRequest.Builder> settings) {
        create(id, settings);
        return available(id);
    }

    /** Waits as the SDK does. */
    public ReplicationGroup available(String id) {
        return client.waiter()
                .waitUntilReplicationGroupAvailable(group -> group.replicationGroupId(id))
                .matched()
                .response()
                .orElseThrow()
                .replicationGroups()
                .get(0);
    }

    /** Modifies a group at once. */
    public ReplicationGroup modify(String id, Consumer<ModifyReplicationGroupRequest.Builder> settings) {
        return client.modifyReplicationGroup(group -> {
                    group.replicationGroupId(id).applyImmediately(true);
                    settings.accept(group);
                })
                .replicationGroup();
    }

    public ReplicationGroup named(String id) {
        return client.describeReplicationGroups(group -> group.replicationGroupId(id))
                .replicationGroups()
                .get(0);
    }

    public List<ReplicationGroup> all() {
        return client.describeReplicationGroupsPaginator(all -> {}).replicationGroups().stream()
                .toList();
    }

    /** The cache clusters, with their nodes. */
    public List<CacheCluster> clusters() {
        return client.describeCacheClustersPaginator(all -> all.showCacheNodeInfo(true)).cacheClusters().stream()
                .toList();
    }

    /** A cache cluster, with its node. */
    public CacheCluster cluster(String id) {
        return client.describeCacheClusters(
                        cluster -> cluster.cacheClusterId(id).showCacheNodeInfo(true))
                .cacheClusters()
                .get(0);
    }

    public List<Tag> tags(String arn) {
        return client.listTagsForResource(resource -> resource.resourceName(arn))
                .tagList();
    }

    /** The events of the last two weeks, the oldest first, each as {@code source: message}. */
    public List<String> events() {
        List<String> events = new ArrayList<>();
        for (Event event :
                client.describeEventsPaginator(all -> all.duration(20_160)).events()) {
            events.add(0, event.sourceIdentifier() + ": " + event.message());
        }
        return events;
    }

    /** The members of the first node group, each as {@code id role}. */
    public static List<String> roles(ReplicationGroup group) {
        return group.nodeGroups().get(0).nodeGroupMembers().stream()
                .map((NodeGroupMember member) -> member.cacheClusterId() + " " + member.currentRole())
                .toList();
    }

    /** The node groups, each as {@code id slots status}. */
    public static List<String> shards(ReplicationGroup group) {
        return group.nodeGroups().stream()
                .map(shard -> shard.nodeGroupId() + " " + shard.slots() + " " + shard.status())
                .toList();
    }
}
