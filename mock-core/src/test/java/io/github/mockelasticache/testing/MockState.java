package io.github.mockelasticache.testing;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.time.Transition;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.CacheParameterGroup;
import software.amazon.awssdk.services.elasticache.model.CacheSecurityGroup;
import software.amazon.awssdk.services.elasticache.model.CacheSubnetGroup;
import software.amazon.awssdk.services.elasticache.model.Event;
import software.amazon.awssdk.services.elasticache.model.GlobalReplicationGroup;
import software.amazon.awssdk.services.elasticache.model.InvalidParameterValueException;
import software.amazon.awssdk.services.elasticache.model.Parameter;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;
import software.amazon.awssdk.services.elasticache.model.ReservedCacheNode;
import software.amazon.awssdk.services.elasticache.model.ServerlessCache;
import software.amazon.awssdk.services.elasticache.model.ServerlessCacheSnapshot;
import software.amazon.awssdk.services.elasticache.model.Snapshot;
import software.amazon.awssdk.services.elasticache.model.Tag;
import software.amazon.awssdk.services.elasticache.model.UpdateAction;
import software.amazon.awssdk.services.elasticache.model.User;
import software.amazon.awssdk.services.elasticache.model.UserGroup;

/** Everything that can be seen of a mock in its own region, for comparison. */
public record MockState(
        Instant now,
        List<CacheSecurityGroup> groups,
        List<CacheSubnetGroup> subnetGroups,
        List<CacheParameterGroup> parameterGroups,
        List<ReplicationGroup> replicationGroups,
        List<GlobalReplicationGroup> globalReplicationGroups,
        List<CacheCluster> clusters,
        SortedMap<String, List<Parameter>> ownParameters,
        List<Snapshot> snapshots,
        List<User> users,
        List<UserGroup> userGroups,
        List<ServerlessCache> serverlessCaches,
        List<ServerlessCacheSnapshot> serverlessSnapshots,
        List<ReservedCacheNode> reservedCacheNodes,
        List<UpdateAction> updateActions,
        SortedMap<String, List<Tag>> tags,
        List<Event> events,
        List<Transition> pending,
        List<Transition> history) {

    /** While it has one of these, the tags of a cluster cannot be read. */
    private static final Set<String> UNTAGGABLE = Set.of("creating", "deleting");

    private static final Set<String> TAGGABLE_SERVERLESS_CACHE = Set.of("available", "modifying");

    public static MockState of(ElastiCacheMock mock) {
        try (ElastiCacheClient client = mock.client()) {
            List<CacheSecurityGroup> groups = securityGroups(client);
            List<CacheSubnetGroup> subnetGroups = SubnetGroups.of(client).all();
            List<Snapshot> snapshots =
                    client.describeSnapshotsPaginator(all -> all.showNodeGroupConfig(true)).snapshots().stream()
                            .toList();
            SortedMap<String, List<Tag>> tags = new TreeMap<>();
            ParameterGroupsSeen seen = ParameterGroupsSeen.of(client);
            List<CacheParameterGroup> parameterGroups = seen.all();
            SortedMap<String, List<Parameter>> ownParameters = new TreeMap<>();
            groups.forEach(group -> tags.put(group.arn(), tags(client, group.arn())));
            subnetGroups.forEach(group -> tags.put(group.arn(), tags(client, group.arn())));
            for (CacheParameterGroup group : parameterGroups) {
                tags.put(group.arn(), tags(client, group.arn()));
                ownParameters.put(group.arn(), seen.ownParameters(group.cacheParameterGroupName()));
            }
            List<CacheCluster> clusters = Clusters.of(client).all();
            clusters.stream()
                    .filter(cluster -> !UNTAGGABLE.contains(cluster.cacheClusterStatus()))
                    .forEach(cluster -> tags.put(cluster.arn(), tags(client, cluster.arn())));
            List<ReplicationGroup> replicationGroups =
                    ReplicationGroupsSeen.of(client).all();
            replicationGroups.stream()
                    .filter(group -> group.status().equals("available"))
                    .forEach(group -> tags.put(group.arn(), tags(client, group.arn())));
            List<User> users = UsersSeen.of(client).all();
            users.stream()
                    .filter(user -> user.status().equals("active"))
                    .forEach(user -> tags.put(user.arn(), tags(client, user.arn())));
            List<UserGroup> userGroups = UsersSeen.of(client).allGroups();
            userGroups.stream()
                    .filter(group -> group.status().equals("active"))
                    .forEach(group -> tags.put(group.arn(), tags(client, group.arn())));
            snapshots.forEach(snapshot -> tags.put(snapshot.arn(), tags(client, snapshot.arn())));
            ServerlessSeen serverless = ServerlessSeen.of(client);
            List<ServerlessCache> serverlessCaches = serverless.caches();
            serverlessCaches.stream()
                    .filter(cache -> TAGGABLE_SERVERLESS_CACHE.contains(cache.status()))
                    .forEach(cache -> tags.put(cache.arn(), tags(client, cache.arn())));
            List<ServerlessCacheSnapshot> serverlessSnapshots = serverless.snapshots();
            serverlessSnapshots.stream()
                    .filter(snapshot -> !UNTAGGABLE.contains(snapshot.status()))
                    .forEach(snapshot -> tags.put(snapshot.arn(), tags(client, snapshot.arn())));
            List<ReservedCacheNode> reservedCacheNodes =
                    client.describeReservedCacheNodesPaginator().reservedCacheNodes().stream()
                            .toList();
            reservedCacheNodes.forEach(node -> tags.put(node.reservationARN(), tags(client, node.reservationARN())));
            List<UpdateAction> updateActions =
                    UpdatesSeen.of(client).actions(all -> all.showNodeLevelUpdateStatus(true));
            Instant now = mock.clock().instant();
            List<Event> events = client.describeEventsPaginator(all -> all.startTime(Instant.EPOCH)).events().stream()
                    .toList();
            return new MockState(
                    now,
                    groups,
                    subnetGroups,
                    parameterGroups,
                    replicationGroups,
                    client.describeGlobalReplicationGroups(all -> all.showMemberInfo(true))
                            .globalReplicationGroups(),
                    clusters,
                    ownParameters,
                    snapshots,
                    users,
                    userGroups,
                    serverlessCaches,
                    serverlessSnapshots,
                    reservedCacheNodes,
                    updateActions,
                    tags,
                    events,
                    mock.timeline().pending(),
                    mock.timeline().history());
        }
    }

    /** An account without EC2-Classic may not even list them. */
    private static List<CacheSecurityGroup> securityGroups(ElastiCacheClient client) {
        try {
            return Groups.of(client).all();
        } catch (InvalidParameterValueException vpcOnly) {
            return List.of();
        }
    }

    private static List<Tag> tags(ElastiCacheClient client, String arn) {
        return client.listTagsForResource(resource -> resource.resourceName(arn))
                .tagList();
    }
}
