package io.github.mockelasticache.internal.global;

import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;

/** Something that is done to a global replication group or to one of its members; of little choice, so that much of it succeeds. */
record GlobalStep(Kind kind, Region region, int number, Duration duration) {

    static final String REFUSED = "refused ";

    enum Kind {
        CREATE_REPLICATION_GROUP,
        CREATE,
        CREATE_SECONDARY,
        MODIFY,
        INCREASE_NODE_GROUPS,
        DECREASE_NODE_GROUPS,
        FAILOVER,
        DISASSOCIATE,
        DELETE,
        INCREASE_REPLICA_COUNT,
        DELETE_REPLICATION_GROUP,
        ADVANCE
    }

    static Arbitrary<GlobalStep> any() {
        return Combinators.combine(
                        Arbitraries.frequency(
                                Tuple.of(3, Kind.CREATE_REPLICATION_GROUP),
                                Tuple.of(4, Kind.CREATE),
                                Tuple.of(6, Kind.CREATE_SECONDARY),
                                Tuple.of(3, Kind.MODIFY),
                                Tuple.of(3, Kind.INCREASE_NODE_GROUPS),
                                Tuple.of(3, Kind.DECREASE_NODE_GROUPS),
                                Tuple.of(4, Kind.FAILOVER),
                                Tuple.of(3, Kind.DISASSOCIATE),
                                Tuple.of(1, Kind.DELETE),
                                Tuple.of(2, Kind.INCREASE_REPLICA_COUNT),
                                Tuple.of(2, Kind.DELETE_REPLICATION_GROUP),
                                Tuple.of(14, Kind.ADVANCE)),
                        Arbitraries.of(Datastore.HOME, Datastore.HOME, Datastore.WEST, Datastore.EUROPE),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.of("PT1M", "PT7M", "PT30M", "PT1H", "PT2H").map(Duration::parse))
                .as(GlobalStep::new);
    }

    /** Takes the step and tells everything that its caller gets to see. */
    String on(Datastore datastore) {
        try {
            return taken(datastore, datastore.client(region));
        } catch (AwsServiceException refused) {
            return REFUSED + refused;
        }
    }

    private String taken(Datastore datastore, ElastiCacheClient client) {
        String id = "in-" + region.id();
        return switch (kind) {
            case CREATE_REPLICATION_GROUP ->
                datastore
                        .groups(region)
                        .create(
                                id,
                                group -> group.cacheSubnetGroupName("default")
                                        .numNodeGroups(2)
                                        .replicasPerNodeGroup(0))
                        .toString();
            case CREATE ->
                datastore
                        .home()
                        .createGlobalReplicationGroup(global -> global.globalReplicationGroupIdSuffix("my")
                                .primaryReplicationGroupId("in-" + Datastore.HOME.id()))
                        .toString();
            case CREATE_SECONDARY ->
                datastore.secondary(region, id, group -> {}).toString();
            case MODIFY ->
                datastore
                        .modify(group -> group.cacheNodeType(number == 1 ? "cache.m5.large" : "cache.m5.xlarge"))
                        .toString();
            case INCREASE_NODE_GROUPS ->
                client.increaseNodeGroupsInGlobalReplicationGroup(group -> group.globalReplicationGroupId(Datastore.ID)
                                .nodeGroupCount(number)
                                .applyImmediately(true))
                        .toString();
            case DECREASE_NODE_GROUPS ->
                client.decreaseNodeGroupsInGlobalReplicationGroup(group -> group.globalReplicationGroupId(Datastore.ID)
                                .nodeGroupCount(1)
                                .globalNodeGroupsToRetain("ldgnf-my-000" + number)
                                .applyImmediately(true))
                        .toString();
            case FAILOVER -> datastore.failover(region, id).toString();
            case DISASSOCIATE -> datastore.disassociate(region, id).toString();
            case DELETE ->
                client.deleteGlobalReplicationGroup(group ->
                                group.globalReplicationGroupId(Datastore.ID).retainPrimaryReplicationGroup(true))
                        .toString();
            case INCREASE_REPLICA_COUNT ->
                client.increaseReplicaCount(group -> group.replicationGroupId(id)
                                .newReplicaCount(number)
                                .applyImmediately(true))
                        .toString();
            case DELETE_REPLICATION_GROUP ->
                client.deleteReplicationGroup(group -> group.replicationGroupId(id))
                        .toString();
            case ADVANCE -> datastore.mock().clock().advance(duration).toString();
        };
    }
}
