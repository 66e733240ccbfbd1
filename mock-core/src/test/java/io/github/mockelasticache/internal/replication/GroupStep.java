package io.github.mockelasticache.internal.replication;

import io.github.mockelasticache.ElastiCacheMock;
import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.ClusterMode;
import software.amazon.awssdk.services.elasticache.model.CustomerNodeEndpoint;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;

/** One step of a random test: an operation on a replication group, or a move of the clock. */
record GroupStep(Kind kind, String group, int number, boolean flag, Duration duration) {

    static final String REFUSED = "refused ";

    /** The cache subnet group of all groups. */
    static final String SUBNETS = "mine";

    private static final CustomerNodeEndpoint SERVER = CustomerNodeEndpoint.builder()
            .address("redis.example.com")
            .port(6379)
            .build();

    enum Kind {
        CREATE,
        CREATE_SHARDED,
        MODIFY_FAILOVER,
        MODIFY_MULTI_AZ,
        MODIFY_SNAPSHOTS,
        MODIFY_NODES,
        MODIFY_CLUSTER_MODE,
        PROMOTE,
        INCREASE,
        DECREASE,
        RESHARD,
        FAIL_OVER,
        ADD_REPLICA,
        REMOVE_REPLICA,
        MIGRATE,
        SNAPSHOT,
        DELETE,
        ADVANCE
    }

    static Arbitrary<GroupStep> any() {
        return Combinators.combine(
                        Arbitraries.frequency(
                                Tuple.of(4, Kind.CREATE),
                                Tuple.of(3, Kind.CREATE_SHARDED),
                                Tuple.of(3, Kind.MODIFY_FAILOVER),
                                Tuple.of(4, Kind.MODIFY_MULTI_AZ),
                                Tuple.of(2, Kind.MODIFY_SNAPSHOTS),
                                Tuple.of(2, Kind.MODIFY_NODES),
                                Tuple.of(3, Kind.MODIFY_CLUSTER_MODE),
                                Tuple.of(6, Kind.PROMOTE),
                                Tuple.of(4, Kind.INCREASE),
                                Tuple.of(4, Kind.DECREASE),
                                Tuple.of(4, Kind.RESHARD),
                                Tuple.of(3, Kind.FAIL_OVER),
                                Tuple.of(3, Kind.ADD_REPLICA),
                                Tuple.of(3, Kind.REMOVE_REPLICA),
                                Tuple.of(5, Kind.MIGRATE),
                                Tuple.of(1, Kind.SNAPSHOT),
                                Tuple.of(1, Kind.DELETE),
                                Tuple.of(25, Kind.ADVANCE)),
                        Arbitraries.frequency(Tuple.of(3, "one"), Tuple.of(3, "two"), Tuple.of(1, "three")),
                        Arbitraries.of(0, 1, 2, 3, 4, 5),
                        Arbitraries.of(true, false),
                        Arbitraries.of("PT30S", "PT5M", "PT1H", "PT2H", "P1D", "P8D")
                                .map(Duration::parse))
                .as(GroupStep::new);
    }

    /** Takes the step and tells what came of it. */
    String on(ElastiCacheMock mock, ElastiCacheClient client) {
        try {
            return take(mock, client).toString();
        } catch (AwsServiceException refused) {
            return REFUSED + refused.awsErrorDetails().errorCode();
        }
    }

    private Object take(ElastiCacheMock mock, ElastiCacheClient client) {
        return switch (kind) {
            case CREATE ->
                client.createReplicationGroup(it -> it.replicationGroupId(group)
                        .replicationGroupDescription("random")
                        .cacheNodeType("cache.m5.large")
                        .snapshotRetentionLimit(flag ? 1 : 0)
                        .automaticFailoverEnabled(flag)
                        .multiAZEnabled(flag && number == 5)
                        .cacheSubnetGroupName(SUBNETS)
                        .numCacheClusters(number));
            case CREATE_SHARDED ->
                client.createReplicationGroup(it -> it.replicationGroupId(group)
                        .replicationGroupDescription("random")
                        .cacheNodeType("cache.m5.large")
                        .snapshotRetentionLimit(flag ? 1 : 0)
                        .clusterMode(ClusterMode.ENABLED)
                        .cacheSubnetGroupName(SUBNETS)
                        .numNodeGroups(number)
                        .replicasPerNodeGroup(flag ? 1 : 0));
            case MODIFY_FAILOVER ->
                client.modifyReplicationGroup(it -> it.replicationGroupId(group)
                        .automaticFailoverEnabled(number % 2 == 0)
                        .applyImmediately(flag));
            case MODIFY_MULTI_AZ ->
                client.modifyReplicationGroup(it -> it.replicationGroupId(group)
                        .automaticFailoverEnabled(number < 4)
                        .multiAZEnabled(number % 2 == 0)
                        .applyImmediately(flag));
            case MODIFY_SNAPSHOTS ->
                client.modifyReplicationGroup(it -> it.replicationGroupId(group)
                        .snapshotRetentionLimit(number % 3)
                        .snapshottingClusterId(flag ? group + "-001" : null));
            case MODIFY_NODES ->
                client.modifyReplicationGroup(it -> it.replicationGroupId(group)
                        .cacheNodeType(number % 2 == 0 ? "cache.r5.large" : "cache.m5.large")
                        .applyImmediately(flag));
            case MODIFY_CLUSTER_MODE ->
                client.modifyReplicationGroup(it -> it.replicationGroupId(group)
                        .clusterMode(
                                number < 3
                                        ? ClusterMode.COMPATIBLE
                                        : number < 5 ? ClusterMode.ENABLED : ClusterMode.DISABLED)
                        .applyImmediately(flag));
            case PROMOTE ->
                client.modifyReplicationGroup(it -> it.replicationGroupId(group)
                        .primaryClusterId(group + "-00" + number)
                        .applyImmediately(flag));
            case INCREASE ->
                client.increaseReplicaCount(it ->
                        it.replicationGroupId(group).newReplicaCount(number).applyImmediately(true));
            case DECREASE -> decrease(client);
            case RESHARD -> reshard(client);
            case FAIL_OVER ->
                client.testFailover(it -> it.replicationGroupId(group).nodeGroupId(flag ? "0001" : "0002"));
            case ADD_REPLICA ->
                client.createCacheCluster(it -> it.cacheClusterId(flag ? group + "-00" + number : "replica" + number)
                        .replicationGroupId(group));
            case REMOVE_REPLICA ->
                client.deleteCacheCluster(it -> it.cacheClusterId(flag ? group + "-00" + number : "replica" + number)
                        .finalSnapshotIdentifier(number == 3 ? "final" : null));
            case MIGRATE ->
                flag
                        ? client.startMigration(
                                it -> it.replicationGroupId(group).customerNodeEndpointList(SERVER))
                        : client.completeMigration(it -> it.replicationGroupId(group));
            case SNAPSHOT ->
                client.createSnapshot(it -> it.snapshotName("snapshot" + number)
                        .cacheClusterId(flag ? group + "-001" : null)
                        .replicationGroupId(flag ? null : group));
            case DELETE ->
                client.deleteReplicationGroup(it -> it.replicationGroupId(group)
                        .retainPrimaryCluster(number == 1)
                        .finalSnapshotIdentifier(number == 2 ? "last" : null));
            case ADVANCE -> mock.clock().advance(duration);
        };
    }

    private Object decrease(ElastiCacheClient client) {
        return client.decreaseReplicaCount(it -> {
            it.replicationGroupId(group).applyImmediately(true);
            if (flag) {
                it.newReplicaCount(number);
            } else {
                it.replicasToRemove(group + "-00" + number);
            }
        });
    }

    private Object reshard(ElastiCacheClient client) {
        ReplicationGroup present = client.describeReplicationGroups(it -> it.replicationGroupId(group))
                .replicationGroups()
                .get(0);
        return client.modifyReplicationGroupShardConfiguration(it -> {
            it.replicationGroupId(group).nodeGroupCount(number).applyImmediately(true);
            if (number < present.nodeGroups().size()) {
                it.nodeGroupsToRetain(present.nodeGroups().stream()
                        .skip(flag ? 0 : present.nodeGroups().size() - number)
                        .limit(number)
                        .map(shard -> shard.nodeGroupId())
                        .toList());
            }
        });
    }
}
