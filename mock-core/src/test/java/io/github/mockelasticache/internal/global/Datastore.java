package io.github.mockelasticache.internal.global;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.testing.ReplicationGroupsSeen;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.CreateReplicationGroupRequest;
import software.amazon.awssdk.services.elasticache.model.GlobalReplicationGroup;
import software.amazon.awssdk.services.elasticache.model.ModifyGlobalReplicationGroupRequest;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;

/** How a test arranges a global replication group with members in several regions, and how it looks at it afterwards. */
final class Datastore {

    static final Region HOME = Region.US_EAST_1;
    static final Region WEST = Region.US_WEST_2;
    static final Region EUROPE = Region.EU_WEST_1;

    static final String ID = "ldgnf-my";

    private final ElastiCacheMock mock;

    Datastore(ElastiCacheMock mock) {
        this.mock = mock;
    }

    ElastiCacheMock mock() {
        return mock;
    }

    /** Lets everything come to its end. */
    void settle() {
        mock.clock().settle();
    }

    ElastiCacheClient client(Region region) {
        return mock.client(region);
    }

    ElastiCacheClient home() {
        return client(HOME);
    }

    ReplicationGroupsSeen groups(Region region) {
        return ReplicationGroupsSeen.of(client(region));
    }

    /** A replication group that can become a primary, available. */
    ReplicationGroup standAlone(Region region, String id, Consumer<CreateReplicationGroupRequest.Builder> settings) {
        return groups(region).created(id, group -> {
            group.cacheSubnetGroupName("default");
            settings.accept(group);
        });
    }

    /** A global group with a primary in the home region, and nothing under way. */
    GlobalReplicationGroup ofPrimary(Consumer<CreateReplicationGroupRequest.Builder> settings) {
        standAlone(HOME, "first", settings);
        home().createGlobalReplicationGroup(
                        global -> global.globalReplicationGroupIdSuffix("my").primaryReplicationGroupId("first"));
        settle();
        return named();
    }

    /** Asks for a secondary. */
    ReplicationGroup secondary(Region region, String id, Consumer<CreateReplicationGroupRequest.Builder> settings) {
        return client(region)
                .createReplicationGroup(group -> {
                    group.replicationGroupId(id)
                            .replicationGroupDescription("the secondary " + id)
                            .cacheSubnetGroupName("default")
                            .globalReplicationGroupId(ID);
                    settings.accept(group);
                })
                .replicationGroup();
    }

    /** A global group with a primary in the home region and a secondary in the west, and nothing under way. */
    GlobalReplicationGroup ofTwo(Consumer<CreateReplicationGroupRequest.Builder> primary) {
        ofPrimary(primary);
        secondary(WEST, "second", group -> {});
        settle();
        return named();
    }

    /** One with two node groups and no replicas in both regions. */
    GlobalReplicationGroup sharded() {
        return ofTwo(group -> group.numNodeGroups(2).replicasPerNodeGroup(0));
    }

    GlobalReplicationGroup named() {
        return seenFrom(HOME);
    }

    GlobalReplicationGroup seenFrom(Region region) {
        return client(region)
                .describeGlobalReplicationGroups(
                        group -> group.globalReplicationGroupId(ID).showMemberInfo(true))
                .globalReplicationGroups()
                .get(0);
    }

    GlobalReplicationGroup modify(Consumer<ModifyGlobalReplicationGroupRequest.Builder> settings) {
        return home().modifyGlobalReplicationGroup(group -> {
                    group.globalReplicationGroupId(ID).applyImmediately(true);
                    settings.accept(group);
                })
                .globalReplicationGroup();
    }

    GlobalReplicationGroup failover(Region region, String id) {
        return home().failoverGlobalReplicationGroup(group -> group.globalReplicationGroupId(ID)
                        .primaryRegion(region.id())
                        .primaryReplicationGroupId(id))
                .globalReplicationGroup();
    }

    GlobalReplicationGroup disassociate(Region region, String id) {
        return home().disassociateGlobalReplicationGroup(group -> group.globalReplicationGroupId(ID)
                        .replicationGroupRegion(region.id())
                        .replicationGroupId(id))
                .globalReplicationGroup();
    }

    ReplicationGroup first() {
        return groups(HOME).named("first");
    }

    ReplicationGroup second() {
        return groups(WEST).named("second");
    }

    /** Any cluster of a replication group. */
    CacheCluster cluster(Region region, String id) {
        return groups(region).cluster(groups(region).named(id).memberClusters().get(0));
    }

    String parameterGroup(Region region, String id) {
        return cluster(region, id).cacheParameterGroup().cacheParameterGroupName();
    }

    /** The members, each as {@code region/id role status}. */
    static List<String> members(GlobalReplicationGroup group) {
        return group.members().stream()
                .map(member -> member.replicationGroupRegion() + "/" + member.replicationGroupId() + " " + member.role()
                        + " " + member.status())
                .toList();
    }

    /** The node groups, each as {@code id slots}. */
    static List<String> nodeGroups(GlobalReplicationGroup group) {
        return group.globalNodeGroups().stream()
                .map(each -> each.globalNodeGroupId() + " " + each.slots())
                .toList();
    }
}
