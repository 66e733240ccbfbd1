package io.github.mockelasticache.internal.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;

/** Each error that the API model lists for a cache cluster operation: the test that provokes it, or why no request can. */
class ClusterErrorsTest {

    private static final String NO_CAPACITY_RUNS_OUT = "The mock has as many nodes of each type as the quotas allow.";
    private static final String NODES_ARE_COUNTED =
            "The service counts nodes (\"Quotas for ElastiCache\", user guide), not clusters.";

    enum Operation {
        CREATE_CACHE_CLUSTER(
                "createCacheCluster",
                "ReplicationGroupNotFoundException",
                "CreateCacheClusterNodesTest.a_replica_of_an_unknown_replication_group_is_ReplicationGroupNotFoundFault",
                "InvalidReplicationGroupStateException",
                "Thrown by the family of replication groups, and tested there.",
                "CacheClusterAlreadyExistsException",
                "CreateCacheClusterNodesTest.the_id_of_a_cluster_that_exists_is_CacheClusterAlreadyExists",
                "InsufficientCacheClusterCapacityException",
                NO_CAPACITY_RUNS_OUT,
                "CacheSecurityGroupNotFoundException",
                "ClusterRequestMembersTest.CreateCacheCluster",
                "CacheSubnetGroupNotFoundException",
                "ClusterRequestMembersTest.CreateCacheCluster",
                "ClusterQuotaForCustomerExceededException",
                NODES_ARE_COUNTED,
                "NodeQuotaForClusterExceededException",
                "CreateCacheClusterNodesTest.a_memcached_cluster_has_at_most_forty_nodes",
                "NodeQuotaForCustomerExceededException",
                "CreateCacheClusterNodesTest.all_nodes_of_the_region_count_for_the_quota",
                "CacheParameterGroupNotFoundException",
                "ClusterRequestMembersTest.CreateCacheCluster",
                "InvalidVpcNetworkStateException",
                "CreateCacheClusterNetworkTest.a_zone_without_a_subnet_is_InvalidVPCNetworkStateFault",
                "TagQuotaPerResourceExceededException",
                "ClusterTagsTest.more_than_fifty_tags_are_TagQuotaPerResourceExceeded",
                "InvalidParameterValueException",
                "CreateCacheClusterNodesTest.an_id_that_is_no_identifier_is_InvalidParameterValue",
                "InvalidParameterCombinationException",
                "CreateCacheClusterNodesTest.an_unknown_version_is_InvalidParameterCombination"),
        MODIFY_CACHE_CLUSTER(
                "modifyCacheCluster",
                "InvalidCacheClusterStateException",
                "ModifyCacheClusterTest.a_cluster_that_is_being_created_is_InvalidCacheClusterState",
                "InvalidCacheSecurityGroupStateException",
                "A cache security group has no state in which a cluster cannot take it.",
                "InsufficientCacheClusterCapacityException",
                NO_CAPACITY_RUNS_OUT,
                "CacheClusterNotFoundException",
                "ModifyCacheClusterTest.an_unknown_cluster_is_CacheClusterNotFound",
                "NodeQuotaForClusterExceededException",
                "ModifyNodesTest.pending_nodes_count_for_the_quotas",
                "NodeQuotaForCustomerExceededException",
                "ModifyNodesTest.pending_nodes_count_for_the_quotas",
                "CacheSecurityGroupNotFoundException",
                "ModifyCacheClusterTest.cache_security_groups_are_in_use_from_the_change_on",
                "CacheParameterGroupNotFoundException",
                "ModifyCacheClusterTest.a_parameter_group_is_taken_over_at_once_or_in_the_window_and_is_in_use_meanwhile",
                "InvalidVpcNetworkStateException",
                "ModifyNodesTest.a_zone_without_a_subnet_is_InvalidVPCNetworkStateFault",
                "InvalidParameterValueException",
                "ModifyCacheClusterTest.a_node_type_that_is_not_listed_as_allowed_is_InvalidParameterValue",
                "InvalidParameterCombinationException",
                "ModifyCacheClusterTest.there_is_no_way_back_to_an_earlier_version"),
        REBOOT_CACHE_CLUSTER(
                "rebootCacheCluster",
                "InvalidCacheClusterStateException",
                "RebootCacheClusterTest.a_cluster_that_is_not_available_is_InvalidCacheClusterState",
                "CacheClusterNotFoundException",
                "RebootCacheClusterTest.every_member_of_the_request_counts"),
        DELETE_CACHE_CLUSTER(
                "deleteCacheCluster",
                "CacheClusterNotFoundException",
                "DeleteCacheClusterTest.every_member_of_the_request_counts",
                "InvalidCacheClusterStateException",
                "DeleteCacheClusterTest.a_cluster_that_is_busy_is_InvalidCacheClusterState",
                "SnapshotAlreadyExistsException",
                "DeleteCacheClusterTest.a_final_snapshot_must_be_possible",
                "SnapshotFeatureNotSupportedException",
                "DeleteCacheClusterTest.a_final_snapshot_must_be_possible",
                "SnapshotQuotaExceededException",
                "DeleteCacheClusterTest.the_twenty_first_snapshot_of_a_day_is_SnapshotQuotaExceededFault",
                "InvalidParameterValueException",
                "DeleteCacheClusterTest.a_final_snapshot_must_be_possible",
                "InvalidParameterCombinationException",
                "The operation takes an id and the name of a snapshot, which go together always."),
        DESCRIBE_CACHE_CLUSTERS(
                "describeCacheClusters",
                "CacheClusterNotFoundException",
                "DescribeCacheClustersTest.an_unknown_cluster_is_CacheClusterNotFound",
                "InvalidParameterValueException",
                "DescribeCacheClustersTest.a_page_out_of_range_is_InvalidParameterValue",
                "InvalidParameterCombinationException",
                "All members of the request go together."),
        LIST_ALLOWED_NODE_TYPE_MODIFICATIONS(
                "listAllowedNodeTypeModifications",
                "CacheClusterNotFoundException",
                "ListAllowedNodeTypeModificationsTest.every_member_of_the_request_counts",
                "ReplicationGroupNotFoundException",
                "ListAllowedNodeTypeModificationsTest.every_member_of_the_request_counts",
                "InvalidParameterCombinationException",
                "ListAllowedNodeTypeModificationsTest.exactly_one_of_both_must_be_given",
                "InvalidParameterValueException",
                "ListAllowedNodeTypeModificationsTest.exactly_one_of_both_must_be_given");

        private final String method;

        @SuppressWarnings("ImmutableEnumChecker") // Filled by the constructor and by nothing else.
        private final Map<String, String> answers = new TreeMap<>();

        Operation(String method, String... errorsAndAnswers) {
            this.method = method;
            for (int index = 0; index < errorsAndAnswers.length; index += 2) {
                answers.put(errorsAndAnswers[index], errorsAndAnswers[index + 1]);
            }
        }
    }

    /** The SDK's method declares what the API model lists, beside the exceptions of the SDK itself. */
    @ParameterizedTest
    @EnumSource
    void every_error_of_the_API_model_is_accounted_for(Operation operation) throws ReflectiveOperationException {
        Set<String> listed = new TreeSet<>();
        for (Class<?> thrown : declared(operation.method).getExceptionTypes()) {
            if (!Set.of("AwsServiceException", "SdkClientException", "ElastiCacheException")
                    .contains(thrown.getSimpleName())) {
                listed.add(thrown.getSimpleName());
            }
        }

        assertThat(operation.answers.keySet()).isEqualTo(listed);
        for (String answer : operation.answers.values()) {
            if (!answer.endsWith(".")) {
                String[] test = answer.split("\\.", 2);
                Class<?> tests = Class.forName(getClass().getPackageName() + "." + test[0]);
                assertThat(Arrays.stream(tests.getDeclaredMethods()).map(Method::getName))
                        .contains(test[1]);
            }
        }
    }

    private static Method declared(String name) {
        return Stream.of(ElastiCacheClient.class.getMethods())
                .filter(method -> method.getName().equals(name)
                        && method.getParameterCount() == 1
                        && method.getParameterTypes()[0].getSimpleName().endsWith("Request"))
                .findFirst()
                .orElseThrow();
    }
}
