package io.github.mockelasticache.internal.replication;

import static io.github.mockelasticache.testing.Refusal.CACHE_PARAMETER_GROUP_NOT_FOUND;
import static io.github.mockelasticache.testing.Refusal.CACHE_SECURITY_GROUP_NOT_FOUND;
import static io.github.mockelasticache.testing.Refusal.CACHE_SUBNET_GROUP_NOT_FOUND;
import static io.github.mockelasticache.testing.Refusal.INVALID_CACHE_CLUSTER_STATE;
import static io.github.mockelasticache.testing.Refusal.INVALID_KMS_KEY;
import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_COMBINATION;
import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_VALUE;
import static io.github.mockelasticache.testing.Refusal.INVALID_VPC_NETWORK_STATE;
import static io.github.mockelasticache.testing.Refusal.NODE_GROUPS_PER_REPLICATION_GROUP_QUOTA_EXCEEDED;
import static io.github.mockelasticache.testing.Refusal.NODE_QUOTA_FOR_CLUSTER_EXCEEDED;
import static io.github.mockelasticache.testing.Refusal.NODE_QUOTA_FOR_CUSTOMER_EXCEEDED;
import static io.github.mockelasticache.testing.Refusal.REPLICATION_GROUP_ALREADY_EXISTS;
import static io.github.mockelasticache.testing.Refusal.TAG_QUOTA_PER_RESOURCE_EXCEEDED;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.Platform;
import io.github.mockelasticache.Quotas;
import io.github.mockelasticache.testing.Refusal;
import io.github.mockelasticache.testing.ReplicationGroupsSeen;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.elasticache.model.ClusterMode;
import software.amazon.awssdk.services.elasticache.model.CreateReplicationGroupRequest;
import software.amazon.awssdk.services.elasticache.model.NodeGroupConfiguration;

/**
 * What CreateReplicationGroup refuses.
 *
 * <p>Of the errors that the API reference lists, no request can provoke ClusterQuotaForCustomerExceeded (nodes are what is counted)
 * and InsufficientCacheClusterCapacity (there is always room). CacheClusterNotFound, UserGroupNotFound and
 * GlobalReplicationGroupNotFoundFault are provoked where each member of the request is, InvalidUserGroupState in {@link
 * UserGroupsOfReplicationGroupsTest}, and InvalidGlobalReplicationGroupState where secondaries of global replication groups are.
 */
class CreateReplicationGroupErrorsTest {

    static Stream<Arguments> refusals() {
        return Stream.of(
                refusal(
                        INVALID_PARAMETER_COMBINATION,
                        "When using automatic failover, there must be at least 2 cache clusters in the replication group.",
                        asked -> asked.automaticFailoverEnabled(true)),
                refusal(
                        INVALID_PARAMETER_VALUE,
                        "Redis with cluster mode enabled cannot be created with auto failover turned off.",
                        asked -> asked.numNodeGroups(2).automaticFailoverEnabled(false)),
                refusal(
                        INVALID_PARAMETER_VALUE,
                        "Automatic failover is not supported for T1 and T2 cache node types.",
                        asked -> asked.numCacheClusters(2)
                                .automaticFailoverEnabled(true)
                                .engineVersion("2.8.24")
                                .cacheNodeType("cache.t2.small")),
                refusal(
                        INVALID_PARAMETER_VALUE,
                        "The number of replicas per node group must be within 0 and 5.",
                        asked -> asked.replicasPerNodeGroup(6)),
                refusal(
                        INVALID_PARAMETER_COMBINATION,
                        "PreferredCacheClusterAZs can only be specified for one node group.",
                        asked -> asked.numNodeGroups(2).preferredCacheClusterAZs("us-east-1a")),
                refusal(
                        INVALID_PARAMETER_COMBINATION,
                        "Must specify the same number of preferred availability zones as requested number of nodes.",
                        asked -> asked.numCacheClusters(2).preferredCacheClusterAZs("us-east-1a")),
                refusal(
                        INVALID_PARAMETER_VALUE,
                        "us-east-1z is not a valid availability zone.",
                        asked -> asked.preferredCacheClusterAZs("us-east-1z")),
                refusal(
                        INVALID_PARAMETER_COMBINATION,
                        "valkey parameter group is not applicable to engine redis",
                        asked -> asked.cacheParameterGroupName("default.valkey8")),
                refusal(
                        INVALID_PARAMETER_COMBINATION,
                        "Expected a parameter group of family redis7 but found one of family redis6.x",
                        asked -> asked.cacheParameterGroupName("default.redis6.x")),
                refusal(
                        INVALID_PARAMETER_COMBINATION,
                        "Cannot find version 9.9 for redis",
                        asked -> asked.engineVersion("9.9")),
                refusal(
                        INVALID_PARAMETER_VALUE,
                        "Specific version selection is not allowed for '6.2.6', please use '6.2'",
                        asked -> asked.engineVersion("6.2.6")),
                refusal(
                        INVALID_PARAMETER_COMBINATION,
                        "Cluster mode should be enabled in parameter group, but found it is disabled.",
                        asked -> asked.numNodeGroups(2).cacheParameterGroupName("default.redis7")),
                refusal(
                        INVALID_PARAMETER_COMBINATION,
                        "Cluster mode should be disabled in parameter group, but found it is enabled.",
                        asked -> asked.clusterMode(ClusterMode.DISABLED)
                                .cacheParameterGroupName("default.redis7.cluster.on")),
                refusal(
                        INVALID_PARAMETER_VALUE,
                        "The AUTH token is only supported when encryption-in-transit is enabled",
                        asked -> asked.authToken("sixteen-letters-!")),
                refusal(
                        INVALID_PARAMETER_VALUE,
                        "Invalid AuthToken provided.",
                        asked -> asked.authToken("short").transitEncryptionEnabled(true)),
                refusal(
                        INVALID_PARAMETER_COMBINATION,
                        "User group based access control requires encryption-in-transit to be enabled on the replication"
                                + " group.",
                        asked -> asked.userGroupIds("mine")),
                refusal(
                        INVALID_PARAMETER_COMBINATION,
                        "Transit encryption mode is not supported for engine version 6.2.6. Please use engine version"
                                + " 7.0.5 or higher.",
                        asked -> asked.engineVersion("6.2")
                                .transitEncryptionEnabled(true)
                                .transitEncryptionMode("preferred")),
                refusal(
                        INVALID_PARAMETER_VALUE,
                        "The parameter TransitEncryptionEnabled must be provided for engine valkey.",
                        asked -> asked.engine("valkey")),
                refusal(
                        INVALID_PARAMETER_VALUE,
                        "Must have at least 1 replica for Multi-AZ enabled Replication Group",
                        asked -> asked.numNodeGroups(2).multiAZEnabled(true)),
                refusal(
                        INVALID_PARAMETER_COMBINATION,
                        "Multi-AZ can only be enabled when automatic failover is enabled.",
                        asked -> asked.numCacheClusters(2).multiAZEnabled(true)),
                refusal(
                        INVALID_PARAMETER_COMBINATION,
                        "DataTieringEnabled must be true for the node type cache.r6gd.xlarge.",
                        asked -> asked.cacheNodeType("cache.r6gd.xlarge")),
                refusal(
                        INVALID_PARAMETER_COMBINATION,
                        "Data tiering is not supported for the node type cache.m5.large.",
                        asked -> asked.dataTieringEnabled(true)),
                refusal(
                        INVALID_PARAMETER_VALUE,
                        "The slots of the node groups must cover the slots 0 to 16383, each exactly once.",
                        asked -> asked.nodeGroupConfiguration(slots("0-99"), slots("100-9999"))),
                refusal(
                        INVALID_PARAMETER_VALUE,
                        "Invalid slots: 5-1.",
                        asked -> asked.nodeGroupConfiguration(slots("0-99"), slots("5-1"))),
                refusal(
                        INVALID_PARAMETER_VALUE,
                        "The parameter NodeGroupId must have one to four digits",
                        asked -> asked.clusterMode(ClusterMode.ENABLED)
                                .nodeGroupConfiguration(NodeGroupConfiguration.builder()
                                        .nodeGroupId("one")
                                        .build())),
                refusal(
                        INVALID_PARAMETER_VALUE,
                        "The parameter CacheNodeType must be provided and must not be null.",
                        asked -> asked.cacheNodeType(null)),
                refusal(
                        INVALID_PARAMETER_VALUE,
                        "The parameter ReplicationGroupDescription must be provided and must not be null.",
                        asked -> asked.replicationGroupDescription(null)),
                refusal(
                        INVALID_PARAMETER_VALUE,
                        "The parameter ReplicationGroupId is not a valid identifier.",
                        asked -> asked.replicationGroupId("1group")),
                refusal(INVALID_KMS_KEY, "The KMS key nonsense is not valid.", asked -> asked.kmsKeyId("nonsense")),
                refusal(
                        CACHE_PARAMETER_GROUP_NOT_FOUND,
                        "CacheParameterGroup not found: nobodys",
                        asked -> asked.cacheParameterGroupName("nobodys")),
                refusal(
                        CACHE_SUBNET_GROUP_NOT_FOUND,
                        "Cache Subnet Group nobodys does not exist.",
                        asked -> asked.cacheSubnetGroupName("nobodys")),
                refusal(
                        NODE_GROUPS_PER_REPLICATION_GROUP_QUOTA_EXCEEDED,
                        "Node groups per replication group quota exceeded.",
                        asked -> asked.numNodeGroups(91)),
                refusal(
                        NODE_QUOTA_FOR_CLUSTER_EXCEEDED,
                        "Cluster node quota exceeded. Each cluster can have at most 90 nodes in this region.",
                        asked -> asked.numNodeGroups(16).replicasPerNodeGroup(5)));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("refusals")
    void the_service_refuses(
            Refusal refusal, String message, Consumer<CreateReplicationGroupRequest.Builder> settings) {
        try (ElastiCacheMock mock = vpc()) {
            refusal.isTheAnswerTo(() -> ReplicationGroupsSeen.of(mock.client()).create("mygroup", settings), mock)
                    .hasMessageStartingWith(message);
        }
    }

    @Test
    void a_group_of_that_name_exists() {
        try (ElastiCacheMock mock = vpc()) {
            ReplicationGroupsSeen groups = ReplicationGroupsSeen.of(mock.client());
            groups.create("mygroup", asked -> {});

            REPLICATION_GROUP_ALREADY_EXISTS
                    .isTheAnswerTo(() -> groups.create("MyGroup", asked -> {}))
                    .hasMessageStartingWith("Replication group with specified name already exists.");
        }
    }

    @Test
    void a_primary_must_be_available_and_alone() {
        try (ElastiCacheMock mock = vpc()) {
            ReplicationGroupsSeen groups = ReplicationGroupsSeen.of(mock.client());
            mock.client()
                    .createCacheCluster(cluster -> cluster.cacheClusterId("mine")
                            .engine("redis")
                            .cacheNodeType("cache.m5.large")
                            .numCacheNodes(1));

            INVALID_CACHE_CLUSTER_STATE.isTheAnswerTo(() ->
                    groups.create("one", asked -> asked.cacheNodeType(null).primaryClusterId("mine")));
            mock.clock().settle();
            INVALID_PARAMETER_COMBINATION.isTheAnswerTo(
                    () -> groups.create("one", asked -> asked.primaryClusterId("mine")), mock);
            groups.created("one", asked -> asked.cacheNodeType(null).primaryClusterId("mine"));
            INVALID_CACHE_CLUSTER_STATE.isTheAnswerTo(() ->
                    groups.create("two", asked -> asked.cacheNodeType(null).primaryClusterId("mine")));
        }
    }

    @Test
    void a_zone_must_have_a_subnet() {
        try (ElastiCacheMock mock = vpc()) {
            mock.client()
                    .createCacheSubnetGroup(group -> group.cacheSubnetGroupName("mine")
                            .cacheSubnetGroupDescription("mine")
                            .subnetIds("subnet-1"));
            String zone = mock.client()
                    .describeCacheSubnetGroups(group -> group.cacheSubnetGroupName("mine"))
                    .cacheSubnetGroups()
                    .get(0)
                    .subnets()
                    .get(0)
                    .subnetAvailabilityZone()
                    .name();
            String other = zone.equals("us-east-1a") ? "us-east-1b" : "us-east-1a";

            INVALID_VPC_NETWORK_STATE
                    .isTheAnswerTo(
                            () -> ReplicationGroupsSeen.of(mock.client())
                                    .create(
                                            "mygroup",
                                            asked -> asked.cacheSubnetGroupName("mine")
                                                    .preferredCacheClusterAZs(other)),
                            mock)
                    .hasMessageStartingWith(
                            "No subnet is present in the cache subnet group for availability zone " + other);
        }
    }

    @Test
    void in_EC2_Classic_a_cache_security_group_must_exist() {
        try (ElastiCacheMock mock = ElastiCacheMock.create()) {
            CACHE_SECURITY_GROUP_NOT_FOUND.isTheAnswerTo(
                    () -> ReplicationGroupsSeen.of(mock.client())
                            .create("mygroup", asked -> asked.cacheSecurityGroupNames("nobodys")),
                    mock);
        }
    }

    @Test
    void quotas_of_nodes_and_tags_hold() {
        try (ElastiCacheMock mock = ElastiCacheMock.builder()
                .quotas(Quotas.documented().with(Quotas.Quota.NODES, 3).with(Quotas.Quota.TAGS_PER_RESOURCE, 1))
                .build()) {
            ReplicationGroupsSeen groups = ReplicationGroupsSeen.of(mock.client());

            NODE_QUOTA_FOR_CUSTOMER_EXCEEDED
                    .isTheAnswerTo(() -> groups.create("mygroup", asked -> asked.numCacheClusters(4)), mock)
                    .hasMessageStartingWith(
                            "Customer node quota exceeded. You can have at most 3 nodes in this region");
            TAG_QUOTA_PER_RESOURCE_EXCEEDED.isTheAnswerTo(
                    () -> groups.create(
                            "mygroup",
                            asked -> asked.tags(
                                    ReplicationGroupsSeen.tag("a", "1"), ReplicationGroupsSeen.tag("b", "2"))),
                    mock);
        }
    }

    private static ElastiCacheMock vpc() {
        return ElastiCacheMock.builder().platform(Platform.VPC_ONLY).build();
    }

    private static NodeGroupConfiguration slots(String slots) {
        return NodeGroupConfiguration.builder().slots(slots).build();
    }

    private static Arguments refusal(
            Refusal refusal, String message, Consumer<CreateReplicationGroupRequest.Builder> settings) {
        return Arguments.of(refusal, message, settings);
    }
}
