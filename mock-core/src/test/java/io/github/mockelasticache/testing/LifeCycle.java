package io.github.mockelasticache.testing;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.mockelasticache.time.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.ElastiCacheException;
import software.amazon.awssdk.services.elasticache.model.Filter;
import software.amazon.awssdk.services.elasticache.model.Tag;

/** For each family of resources, what users do with one from its creation to its end, refusals and all. */
public enum LifeCycle {
    CACHE_CLUSTER {
        @Override
        public void run(ElastiCacheClient client, VirtualClock clock) {
            client.createCacheCluster(cluster -> cluster.cacheClusterId("MyMemcached")
                    .engine("memcached")
                    .cacheNodeType("cache.m5.large")
                    .numCacheNodes(2)
                    .preferredAvailabilityZones("us-east-1a", "us-east-1b")
                    .notificationTopicArn("arn:aws:sns:us-east-1:123456789012:mytopic")
                    .tags(tag("team", "shop")));
            client.createCacheCluster(cluster -> cluster.cacheClusterId("myredis")
                    .engine("redis")
                    .cacheNodeType("cache.t3.micro")
                    .numCacheNodes(1));
            client.describeCacheClusters(all -> all.showCacheNodeInfo(true));
            refused(() -> client.deleteCacheCluster(cluster -> cluster.cacheClusterId("myredis")));
            clock.settle();
            client.describeCacheClusters(all -> all.showCacheNodeInfo(true));
            client.listAllowedNodeTypeModifications(of -> of.cacheClusterId("myredis"));
            client.modifyCacheCluster(cluster -> cluster.cacheClusterId("mymemcached")
                    .numCacheNodes(1)
                    .cacheNodeIdsToRemove("0001")
                    .applyImmediately(true));
            client.modifyCacheCluster(cluster -> cluster.cacheClusterId("myredis")
                    .cacheNodeType("cache.m5.large")
                    .snapshotRetentionLimit(1));
            refused(() -> client.modifyCacheCluster(
                    cluster -> cluster.cacheClusterId("myredis").engineVersion("6.2")));
            client.describeCacheClusters(all -> all.showCacheNodeInfo(true));
            clock.settle();
            client.rebootCacheCluster(
                    cluster -> cluster.cacheClusterId("mymemcached").cacheNodeIdsToReboot("0002"));
            clock.settle();
            client.deleteCacheCluster(cluster -> cluster.cacheClusterId("mymemcached"));
            client.deleteCacheCluster(
                    cluster -> cluster.cacheClusterId("myredis").finalSnapshotIdentifier("last"));
            clock.settle();
            refused(() -> client.describeCacheClusters(named -> named.cacheClusterId("myredis")));
            events(client);
        }
    },

    CACHE_SECURITY_GROUP {
        @Override
        public void run(ElastiCacheClient client, VirtualClock clock) {
            String arn = client.createCacheSecurityGroup(group -> group.cacheSecurityGroupName("MyGroup")
                            .description("Who may talk to the cache")
                            .tags(tag("team", "shop"), tag("empty", null)))
                    .cacheSecurityGroup()
                    .arn();
            client.authorizeCacheSecurityGroupIngress(ingress -> ingress.cacheSecurityGroupName("mygroup")
                    .ec2SecurityGroupName("web-tier")
                    .ec2SecurityGroupOwnerId("1234-5678-1234"));
            refused(() -> client.revokeCacheSecurityGroupIngress(ingress -> ingress.cacheSecurityGroupName("mygroup")
                    .ec2SecurityGroupName("web-tier")
                    .ec2SecurityGroupOwnerId("123456781234")));
            clock.settle();
            client.describeCacheSecurityGroups(all -> {});
            client.listTagsForResource(resource -> resource.resourceName(arn));
            client.removeTagsFromResource(resource -> resource.resourceName(arn).tagKeys("empty"));
            client.revokeCacheSecurityGroupIngress(ingress -> ingress.cacheSecurityGroupName("mygroup")
                    .ec2SecurityGroupName("web-tier")
                    .ec2SecurityGroupOwnerId("123456781234"));
            clock.settle();
            client.describeCacheSecurityGroups(named -> named.cacheSecurityGroupName("MYGROUP"));
            client.deleteCacheSecurityGroup(group -> group.cacheSecurityGroupName("mygroup"));
            refused(() -> client.describeCacheSecurityGroups(named -> named.cacheSecurityGroupName("mygroup")));
            refused(() -> client.listTagsForResource(resource -> resource.resourceName(arn)));
            events(client);
        }
    },

    CACHE_PARAMETER_GROUP {
        @Override
        public void run(ElastiCacheClient client, VirtualClock clock) {
            client.describeCacheEngineVersions(all -> all.defaultOnly(true));
            client.describeEngineDefaultParameters(all -> all.cacheParameterGroupFamily("memcached1.6"));
            String arn = client.createCacheParameterGroup(group -> group.cacheParameterGroupName("MyParameters")
                            .cacheParameterGroupFamily("redis7")
                            .description("How the caches run")
                            .tags(tag("team", "shop")))
                    .cacheParameterGroup()
                    .arn();
            client.modifyCacheParameterGroup(group -> group.cacheParameterGroupName("myparameters")
                    .parameterNameValues(ParameterGroupsSeen.pairs("notify-keyspace-events", "", "timeout", "20")));
            refused(() -> client.modifyCacheParameterGroup(group -> group.cacheParameterGroupName("myparameters")
                    .parameterNameValues(ParameterGroupsSeen.pairs("timeout", "19"))));
            client.describeCacheParameters(
                    all -> all.cacheParameterGroupName("myparameters").source("user"));
            client.describeCacheParameters(all -> all.cacheParameterGroupName("myparameters"));
            client.resetCacheParameterGroup(
                    group -> group.cacheParameterGroupName("myparameters").resetAllParameters(true));
            client.describeCacheParameterGroups(all -> all.maxRecords(20));
            client.listTagsForResource(resource -> resource.resourceName(arn));
            client.deleteCacheParameterGroup(group -> group.cacheParameterGroupName("myparameters"));
            refused(() -> client.deleteCacheParameterGroup(group -> group.cacheParameterGroupName("default.redis7")));
            events(client);
        }
    },

    CACHE_SUBNET_GROUP {
        @Override
        public void run(ElastiCacheClient client, VirtualClock clock) {
            client.createCacheSubnetGroup(group -> group.cacheSubnetGroupName("MySubnets")
                    .cacheSubnetGroupDescription("Where the caches are")
                    .subnetIds("subnet-0a1b2c3d", "subnet-1b2c3d4e"));
            refused(() -> client.createCacheSubnetGroup(group -> group.cacheSubnetGroupName("mysubnets")
                    .cacheSubnetGroupDescription("Again")
                    .subnetIds("subnet-0a1b2c3d")));
            client.modifyCacheSubnetGroup(
                    group -> group.cacheSubnetGroupName("mysubnets").subnetIds("subnet-2c3d4e5f"));
            client.describeCacheSubnetGroups(all -> {});
            client.deleteCacheSubnetGroup(group -> group.cacheSubnetGroupName("mysubnets"));
            refused(() -> client.deleteCacheSubnetGroup(group -> group.cacheSubnetGroupName("mysubnets")));
            events(client);
        }
    },

    SNAPSHOT {
        @Override
        public void run(ElastiCacheClient client, VirtualClock clock) {
            client.createCacheCluster(cluster -> cluster.cacheClusterId("mycluster")
                    .engine("redis")
                    .cacheNodeType("cache.m5.large")
                    .numCacheNodes(1)
                    .snapshotRetentionLimit(2)
                    .tags(tag("team", "shop")));
            refused(() -> client.createSnapshot(
                    snapshot -> snapshot.snapshotName("mysnapshot").cacheClusterId("mycluster")));
            clock.settle();
            String arn = client.createSnapshot(
                            snapshot -> snapshot.snapshotName("MySnapshot").cacheClusterId("mycluster"))
                    .snapshot()
                    .arn();
            refused(() -> client.deleteSnapshot(snapshot -> snapshot.snapshotName("mysnapshot")));
            clock.settle();
            client.describeSnapshots(all -> all.cacheClusterId("mycluster").showNodeGroupConfig(true));
            client.listTagsForResource(resource -> resource.resourceName(arn));
            client.copySnapshot(copy -> copy.sourceSnapshotName("mysnapshot").targetSnapshotName("mycopy"));
            client.describeSnapshots(all -> all.snapshotSource("user"));
            clock.advance(Duration.ofDays(3));
            client.describeSnapshots(all -> all.maxRecords(20));
            client.createCacheCluster(
                    cluster -> cluster.cacheClusterId("restored").snapshotName("mycopy"));
            client.describeSnapshots(all -> all.snapshotName("mycopy"));
            client.deleteSnapshot(snapshot -> snapshot.snapshotName("mysnapshot"));
            clock.settle();
            client.deleteCacheCluster(
                    cluster -> cluster.cacheClusterId("mycluster").finalSnapshotIdentifier("final"));
            clock.settle();
            client.describeSnapshots(all -> {});
            refused(() -> client.describeSnapshots(all -> all.maxRecords(100)));
            events(client);
        }
    },

    RESERVED_CACHE_NODE {
        @Override
        public void run(ElastiCacheClient client, VirtualClock clock) {
            String offering = client.describeReservedCacheNodesOfferings(of -> of.cacheNodeType("cache.m5.large")
                            .duration("1")
                            .productDescription("redis")
                            .offeringType("No Upfront"))
                    .reservedCacheNodesOfferings()
                    .get(0)
                    .reservedCacheNodesOfferingId();
            client.describeReservedCacheNodesOfferings(all -> all.maxRecords(20));
            String arn = client.purchaseReservedCacheNodesOffering(of -> of.reservedCacheNodesOfferingId(offering)
                            .reservedCacheNodeId("MyReservation")
                            .cacheNodeCount(2)
                            .tags(tag("team", "shop")))
                    .reservedCacheNode()
                    .reservationARN();
            refused(() -> client.purchaseReservedCacheNodesOffering(
                    of -> of.reservedCacheNodesOfferingId(offering).reservedCacheNodeId("myreservation")));
            client.purchaseReservedCacheNodesOffering(of -> of.reservedCacheNodesOfferingId(offering));
            client.describeReservedCacheNodes(named -> named.reservedCacheNodeId("myreservation"));
            clock.settle();
            client.describeReservedCacheNodes(all -> all.duration("31536000"));
            client.listTagsForResource(resource -> resource.resourceName(arn));
            clock.advance(Duration.ofDays(365));
            client.describeReservedCacheNodes(all -> {});
            refused(() -> client.describeReservedCacheNodes(named -> named.reservedCacheNodeId("nosuchreservation")));
        }
    },

    SERVICE_UPDATE {
        @Override
        public void run(ElastiCacheClient client, VirtualClock clock) {
            client.createReplicationGroup(group -> group.replicationGroupId("mygroup")
                    .replicationGroupDescription("To be updated")
                    .cacheNodeType("cache.m5.large")
                    .numCacheClusters(2));
            client.createCacheCluster(cluster -> cluster.cacheClusterId("mycluster")
                    .engine("memcached")
                    .cacheNodeType("cache.m5.large")
                    .numCacheNodes(2));
            client.describeUpdateActions(all -> {});
            clock.settle();
            client.describeServiceUpdates(all -> {});
            refused(() -> client.describeServiceUpdates(named -> named.serviceUpdateName("nosuchupdate")));
            client.describeUpdateActions(all -> all.showNodeLevelUpdateStatus(true));
            client.batchApplyUpdateAction(of -> of.serviceUpdateName(UpdatesSeen.NEWEST)
                    .replicationGroupIds("MyGroup", "nosuchgroup")
                    .cacheClusterIds("mycluster"));
            clock.advance(Duration.ofMinutes(5));
            client.batchStopUpdateAction(
                    of -> of.serviceUpdateName(UpdatesSeen.NEWEST).cacheClusterIds("mycluster", "nosuchcluster"));
            client.describeUpdateActions(
                    all -> all.showNodeLevelUpdateStatus(true).engine("memcached"));
            clock.settle();
            client.describeUpdateActions(
                    all -> all.replicationGroupIds("mygroup").updateActionStatusWithStrings("complete"));
            clock.advance(Duration.ofDays(100));
            client.describeUpdateActions(all -> all.showNodeLevelUpdateStatus(true));
            client.describeCacheClusters(all -> {});
            events(client);
        }
    },

    REPLICATION_GROUP {
        @Override
        public void run(ElastiCacheClient client, VirtualClock clock) {
            client.createReplicationGroup(group -> group.replicationGroupId("Sharded")
                    .replicationGroupDescription("With cluster mode enabled")
                    .cacheNodeType("cache.m5.large")
                    .numNodeGroups(2)
                    .replicasPerNodeGroup(1)
                    .tags(tag("team", "shop")));
            refused(() -> client.deleteReplicationGroup(group -> group.replicationGroupId("sharded")));
            client.createReplicationGroup(group -> group.replicationGroupId("plain")
                    .replicationGroupDescription("With cluster mode disabled")
                    .cacheNodeType("cache.m5.large")
                    .numCacheClusters(2)
                    .automaticFailoverEnabled(true)
                    .snapshotRetentionLimit(1));
            client.describeReplicationGroups(all -> {});
            clock.settle();
            client.describeReplicationGroups(all -> all.maxRecords(20));
            client.modifyReplicationGroupShardConfiguration(group ->
                    group.replicationGroupId("sharded").nodeGroupCount(3).applyImmediately(true));
            client.increaseReplicaCount(group ->
                    group.replicationGroupId("plain").newReplicaCount(2).applyImmediately(true));
            clock.advance(Duration.ofMinutes(7));
            client.describeReplicationGroups(named -> named.replicationGroupId("SHARDED"));
            clock.settle();
            client.testFailover(group -> group.replicationGroupId("plain").nodeGroupId("0001"));
            refused(() -> client.testFailover(
                    group -> group.replicationGroupId("plain").nodeGroupId("0001")));
            clock.settle();
            client.decreaseReplicaCount(group -> group.replicationGroupId("plain")
                    .replicasToRemove("plain-003")
                    .applyImmediately(true));
            client.modifyReplicationGroup(
                    group -> group.replicationGroupId("sharded").cacheNodeType("cache.r5.large"));
            client.describeCacheClusters(all -> all.showCacheNodeInfo(true));
            clock.advance(Duration.ofDays(8));
            client.describeReplicationGroups(all -> {});
            client.deleteReplicationGroup(
                    group -> group.replicationGroupId("plain").retainPrimaryCluster(true));
            client.deleteReplicationGroup(
                    group -> group.replicationGroupId("sharded").finalSnapshotIdentifier("last"));
            clock.settle();
            refused(() -> client.describeReplicationGroups(named -> named.replicationGroupId("plain")));
            client.describeCacheClusters(all -> {});
            events(client);
        }
    },

    USER {
        @Override
        public void run(ElastiCacheClient client, VirtualClock clock) {
            client.createUser(user -> user.userId("Alice")
                    .userName("alice")
                    .engine("redis")
                    .accessString("on ~app:* +@read")
                    .authenticationMode(mode -> mode.type("password").passwords("correct-horse-battery"))
                    .tags(tag("team", "shop")));
            String arn = client.createUserGroup(group ->
                            group.userGroupId("MyGroup").engine("REDIS").userIds("default", "alice"))
                    .arn();
            refused(() ->
                    client.modifyUserGroup(group -> group.userGroupId("mygroup").userIdsToRemove("alice")));
            clock.settle();
            client.describeUserGroups(all -> {});
            client.createReplicationGroup(group -> group.replicationGroupId("guarded")
                    .replicationGroupDescription("With users")
                    .cacheNodeType("cache.m5.large")
                    .cacheSubnetGroupName("default")
                    .transitEncryptionEnabled(true)
                    .userGroupIds("mygroup"));
            clock.settle();
            client.describeReplicationGroups(all -> {});
            client.describeUserGroups(named -> named.userGroupId("MYGROUP"));
            client.modifyUser(user -> user.userId("alice").appendAccessString("+set"));
            client.describeUsers(all -> all.filters(
                    Filter.builder().name("UserId").values("alice", "default").build()));
            refused(() -> client.deleteUser(user -> user.userId("alice")));
            clock.settle();
            client.listTagsForResource(resource -> resource.resourceName(arn));
            client.modifyReplicationGroup(group ->
                    group.replicationGroupId("guarded").removeUserGroups(true).applyImmediately(true));
            client.deleteUser(user -> user.userId("alice"));
            client.describeUserGroups(all -> {});
            clock.settle();
            client.deleteUserGroup(group -> group.userGroupId("mygroup"));
            clock.settle();
            refused(() -> client.describeUsers(named -> named.userId("alice")));
            refused(() -> client.describeUserGroups(named -> named.userGroupId("mygroup")));
            client.describeUsers(all -> {});
            events(client);
        }
    },

    SERVERLESS_CACHE {
        @Override
        public void run(ElastiCacheClient client, VirtualClock clock) {
            String arn = client.createServerlessCache(cache -> cache.serverlessCacheName("MyCache")
                            .engine("Redis")
                            .description("A serverless cache.")
                            .cacheUsageLimits(limits -> limits.dataStorage(
                                            storage -> storage.maximum(10).unit("GB"))
                                    .ecpuPerSecond(ecpu -> ecpu.maximum(50000)))
                            .snapshotRetentionLimit(2)
                            .dailySnapshotTime("09:00")
                            .tags(tag("team", "shop")))
                    .serverlessCache()
                    .arn();
            client.createServerlessCache(
                    cache -> cache.serverlessCacheName("other").engine("memcached"));
            refused(() -> client.createServerlessCache(
                    cache -> cache.serverlessCacheName("mycache").engine("valkey")));
            refused(() -> client.listTagsForResource(resource -> resource.resourceName(arn)));
            clock.settle();
            client.describeServerlessCaches(all -> {});
            client.listTagsForResource(resource -> resource.resourceName(arn));
            refused(() -> client.modifyServerlessCache(cache ->
                    cache.serverlessCacheName("mycache").description("new").snapshotRetentionLimit(1)));
            client.modifyServerlessCache(cache ->
                    cache.serverlessCacheName("mycache").engine("valkey").majorEngineVersion("8"));
            clock.settle();
            client.createServerlessCacheSnapshot(snapshot ->
                    snapshot.serverlessCacheSnapshotName("mysnapshot").serverlessCacheName("mycache"));
            clock.settle();
            client.copyServerlessCacheSnapshot(copy ->
                    copy.sourceServerlessCacheSnapshotName("mysnapshot").targetServerlessCacheSnapshotName("mycopy"));
            refused(() -> client.deleteServerlessCacheSnapshot(
                    snapshot -> snapshot.serverlessCacheSnapshotName("mysnapshot")));
            clock.settle();
            client.exportServerlessCacheSnapshot(
                    export -> export.serverlessCacheSnapshotName("mycopy").s3BucketName("mybucket"));
            clock.advance(Duration.ofDays(2));
            client.describeServerlessCacheSnapshots(all -> all.serverlessCacheName("mycache"));
            client.deleteServerlessCache(
                    cache -> cache.serverlessCacheName("mycache").finalSnapshotName("final"));
            clock.settle();
            client.describeServerlessCacheSnapshots(all -> all.maxResults(20));
            refused(() -> client.describeServerlessCaches(all -> all.serverlessCacheName("mycache")));
            client.describeServerlessCaches(all -> all.maxResults(20));
            events(client);
        }
    },

    GLOBAL_REPLICATION_GROUP {
        @Override
        public void run(ElastiCacheClient client, VirtualClock clock) {
            client.createReplicationGroup(group -> group.replicationGroupId("first")
                    .replicationGroupDescription("The primary")
                    .cacheNodeType("cache.m5.large")
                    .cacheSubnetGroupName("default")
                    .numNodeGroups(2)
                    .replicasPerNodeGroup(0));
            clock.settle();
            client.createGlobalReplicationGroup(
                    global -> global.globalReplicationGroupIdSuffix("my").primaryReplicationGroupId("first"));
            refused(() -> client.deleteReplicationGroup(group -> group.replicationGroupId("first")));
            client.describeGlobalReplicationGroups(all -> all.showMemberInfo(true));
            clock.settle();
            client.modifyGlobalReplicationGroup(global -> global.globalReplicationGroupId("ldgnf-my")
                    .globalReplicationGroupDescription("Our data")
                    .applyImmediately(true));
            refused(() -> client.rebalanceSlotsInGlobalReplicationGroup(
                    global -> global.globalReplicationGroupId("ldgnf-my").applyImmediately(true)));
            clock.settle();
            client.increaseNodeGroupsInGlobalReplicationGroup(global -> global.globalReplicationGroupId("ldgnf-my")
                    .nodeGroupCount(3)
                    .applyImmediately(true));
            clock.settle();
            client.decreaseNodeGroupsInGlobalReplicationGroup(global -> global.globalReplicationGroupId("ldgnf-my")
                    .nodeGroupCount(1)
                    .globalNodeGroupsToRetain("ldgnf-my-0002")
                    .applyImmediately(true));
            clock.settle();
            refused(() -> client.failoverGlobalReplicationGroup(global -> global.globalReplicationGroupId("ldgnf-my")
                    .primaryRegion("us-west-2")
                    .primaryReplicationGroupId("second")));
            refused(() ->
                    client.disassociateGlobalReplicationGroup(global -> global.globalReplicationGroupId("ldgnf-my")
                            .replicationGroupRegion("us-east-1")
                            .replicationGroupId("first")));
            client.describeGlobalReplicationGroups(all -> all.maxRecords(20));
            client.describeReplicationGroups(all -> {});
            client.deleteGlobalReplicationGroup(
                    global -> global.globalReplicationGroupId("ldgnf-my").retainPrimaryReplicationGroup(true));
            clock.settle();
            refused(() -> client.describeGlobalReplicationGroups(named -> named.globalReplicationGroupId("ldgnf-my")));
            client.describeCacheParameterGroups(all -> {});
            events(client);
        }
    };

    /** Makes the calls. */
    public abstract void run(ElastiCacheClient client, VirtualClock clock);

    private static Tag tag(String key, @Nullable String value) {
        return Tag.builder().key(key).value(value).build();
    }

    private static void refused(ThrowingCallable call) {
        assertThatExceptionOfType(ElastiCacheException.class).isThrownBy(call);
    }

    private static void events(ElastiCacheClient client) {
        client.describeEvents(all -> all.startTime(Instant.parse("2025-01-01T00:00:00Z")));
    }
}
