package io.github.mockelasticache.testing;

import static io.github.mockelasticache.assertj.MockElastiCacheAssertions.assertThatServiceErrorOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.assertj.ServiceErrorAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.elasticache.model.ApiCallRateForCustomerExceededException;
import software.amazon.awssdk.services.elasticache.model.AuthorizationAlreadyExistsException;
import software.amazon.awssdk.services.elasticache.model.AuthorizationNotFoundException;
import software.amazon.awssdk.services.elasticache.model.CacheClusterAlreadyExistsException;
import software.amazon.awssdk.services.elasticache.model.CacheClusterNotFoundException;
import software.amazon.awssdk.services.elasticache.model.CacheParameterGroupAlreadyExistsException;
import software.amazon.awssdk.services.elasticache.model.CacheParameterGroupNotFoundException;
import software.amazon.awssdk.services.elasticache.model.CacheParameterGroupQuotaExceededException;
import software.amazon.awssdk.services.elasticache.model.CacheSecurityGroupAlreadyExistsException;
import software.amazon.awssdk.services.elasticache.model.CacheSecurityGroupNotFoundException;
import software.amazon.awssdk.services.elasticache.model.CacheSecurityGroupQuotaExceededException;
import software.amazon.awssdk.services.elasticache.model.CacheSubnetGroupAlreadyExistsException;
import software.amazon.awssdk.services.elasticache.model.CacheSubnetGroupInUseException;
import software.amazon.awssdk.services.elasticache.model.CacheSubnetGroupNotFoundException;
import software.amazon.awssdk.services.elasticache.model.CacheSubnetGroupQuotaExceededException;
import software.amazon.awssdk.services.elasticache.model.CacheSubnetQuotaExceededException;
import software.amazon.awssdk.services.elasticache.model.DefaultUserAssociatedToUserGroupException;
import software.amazon.awssdk.services.elasticache.model.DefaultUserRequiredException;
import software.amazon.awssdk.services.elasticache.model.DuplicateUserNameException;
import software.amazon.awssdk.services.elasticache.model.GlobalReplicationGroupAlreadyExistsException;
import software.amazon.awssdk.services.elasticache.model.GlobalReplicationGroupNotFoundException;
import software.amazon.awssdk.services.elasticache.model.InvalidArnException;
import software.amazon.awssdk.services.elasticache.model.InvalidCacheClusterStateException;
import software.amazon.awssdk.services.elasticache.model.InvalidCacheParameterGroupStateException;
import software.amazon.awssdk.services.elasticache.model.InvalidCacheSecurityGroupStateException;
import software.amazon.awssdk.services.elasticache.model.InvalidGlobalReplicationGroupStateException;
import software.amazon.awssdk.services.elasticache.model.InvalidKmsKeyException;
import software.amazon.awssdk.services.elasticache.model.InvalidParameterCombinationException;
import software.amazon.awssdk.services.elasticache.model.InvalidParameterValueException;
import software.amazon.awssdk.services.elasticache.model.InvalidReplicationGroupStateException;
import software.amazon.awssdk.services.elasticache.model.InvalidServerlessCacheSnapshotStateException;
import software.amazon.awssdk.services.elasticache.model.InvalidServerlessCacheStateException;
import software.amazon.awssdk.services.elasticache.model.InvalidSnapshotStateException;
import software.amazon.awssdk.services.elasticache.model.InvalidSubnetException;
import software.amazon.awssdk.services.elasticache.model.InvalidUserGroupStateException;
import software.amazon.awssdk.services.elasticache.model.InvalidUserStateException;
import software.amazon.awssdk.services.elasticache.model.InvalidVpcNetworkStateException;
import software.amazon.awssdk.services.elasticache.model.NoOperationException;
import software.amazon.awssdk.services.elasticache.model.NodeGroupNotFoundException;
import software.amazon.awssdk.services.elasticache.model.NodeGroupsPerReplicationGroupQuotaExceededException;
import software.amazon.awssdk.services.elasticache.model.NodeQuotaForClusterExceededException;
import software.amazon.awssdk.services.elasticache.model.NodeQuotaForCustomerExceededException;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroupAlreadyExistsException;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroupAlreadyUnderMigrationException;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroupNotFoundException;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroupNotUnderMigrationException;
import software.amazon.awssdk.services.elasticache.model.ReservedCacheNodeAlreadyExistsException;
import software.amazon.awssdk.services.elasticache.model.ReservedCacheNodeNotFoundException;
import software.amazon.awssdk.services.elasticache.model.ReservedCacheNodeQuotaExceededException;
import software.amazon.awssdk.services.elasticache.model.ReservedCacheNodesOfferingNotFoundException;
import software.amazon.awssdk.services.elasticache.model.ServerlessCacheAlreadyExistsException;
import software.amazon.awssdk.services.elasticache.model.ServerlessCacheNotFoundException;
import software.amazon.awssdk.services.elasticache.model.ServerlessCacheQuotaForCustomerExceededException;
import software.amazon.awssdk.services.elasticache.model.ServerlessCacheSnapshotAlreadyExistsException;
import software.amazon.awssdk.services.elasticache.model.ServerlessCacheSnapshotNotFoundException;
import software.amazon.awssdk.services.elasticache.model.ServerlessCacheSnapshotQuotaExceededException;
import software.amazon.awssdk.services.elasticache.model.ServiceUpdateNotFoundException;
import software.amazon.awssdk.services.elasticache.model.SnapshotAlreadyExistsException;
import software.amazon.awssdk.services.elasticache.model.SnapshotFeatureNotSupportedException;
import software.amazon.awssdk.services.elasticache.model.SnapshotNotFoundException;
import software.amazon.awssdk.services.elasticache.model.SnapshotQuotaExceededException;
import software.amazon.awssdk.services.elasticache.model.SubnetInUseException;
import software.amazon.awssdk.services.elasticache.model.SubnetNotAllowedException;
import software.amazon.awssdk.services.elasticache.model.TagNotFoundException;
import software.amazon.awssdk.services.elasticache.model.TagQuotaPerResourceExceededException;
import software.amazon.awssdk.services.elasticache.model.TestFailoverNotAvailableException;
import software.amazon.awssdk.services.elasticache.model.UserAlreadyExistsException;
import software.amazon.awssdk.services.elasticache.model.UserGroupAlreadyExistsException;
import software.amazon.awssdk.services.elasticache.model.UserGroupNotFoundException;
import software.amazon.awssdk.services.elasticache.model.UserGroupQuotaExceededException;
import software.amazon.awssdk.services.elasticache.model.UserNotFoundException;
import software.amazon.awssdk.services.elasticache.model.UserQuotaExceededException;

/** The errors that the API reference lists for these operations: the SDK's exception, the code and the HTTP status. */
public enum Refusal {
    AUTHORIZATION_ALREADY_EXISTS(AuthorizationAlreadyExistsException.class, "AuthorizationAlreadyExists", 400),
    AUTHORIZATION_NOT_FOUND(AuthorizationNotFoundException.class, "AuthorizationNotFound", 404),
    CACHE_CLUSTER_ALREADY_EXISTS(CacheClusterAlreadyExistsException.class, "CacheClusterAlreadyExists", 400),
    CACHE_CLUSTER_NOT_FOUND(CacheClusterNotFoundException.class, "CacheClusterNotFound", 404),
    CACHE_PARAMETER_GROUP_ALREADY_EXISTS(
            CacheParameterGroupAlreadyExistsException.class, "CacheParameterGroupAlreadyExists", 400),
    CACHE_PARAMETER_GROUP_NOT_FOUND(CacheParameterGroupNotFoundException.class, "CacheParameterGroupNotFound", 404),
    CACHE_PARAMETER_GROUP_QUOTA_EXCEEDED(
            CacheParameterGroupQuotaExceededException.class, "CacheParameterGroupQuotaExceeded", 400),
    CACHE_SECURITY_GROUP_ALREADY_EXISTS(
            CacheSecurityGroupAlreadyExistsException.class, "CacheSecurityGroupAlreadyExists", 400),
    CACHE_SECURITY_GROUP_NOT_FOUND(CacheSecurityGroupNotFoundException.class, "CacheSecurityGroupNotFound", 404),
    CACHE_SECURITY_GROUP_QUOTA_EXCEEDED(
            CacheSecurityGroupQuotaExceededException.class, "QuotaExceeded.CacheSecurityGroup", 400),
    CACHE_SUBNET_GROUP_ALREADY_EXISTS(
            CacheSubnetGroupAlreadyExistsException.class, "CacheSubnetGroupAlreadyExists", 400),
    CACHE_SUBNET_GROUP_IN_USE(CacheSubnetGroupInUseException.class, "CacheSubnetGroupInUse", 400),
    CACHE_SUBNET_GROUP_NOT_FOUND(CacheSubnetGroupNotFoundException.class, "CacheSubnetGroupNotFoundFault", 400),
    CACHE_SUBNET_GROUP_QUOTA_EXCEEDED(
            CacheSubnetGroupQuotaExceededException.class, "CacheSubnetGroupQuotaExceeded", 400),
    CACHE_SUBNET_QUOTA_EXCEEDED(CacheSubnetQuotaExceededException.class, "CacheSubnetQuotaExceededFault", 400),
    INVALID_ARN(InvalidArnException.class, "InvalidARN", 400),
    INVALID_CACHE_CLUSTER_STATE(InvalidCacheClusterStateException.class, "InvalidCacheClusterState", 400),
    INVALID_CACHE_PARAMETER_GROUP_STATE(
            InvalidCacheParameterGroupStateException.class, "InvalidCacheParameterGroupState", 400),
    INVALID_CACHE_SECURITY_GROUP_STATE(
            InvalidCacheSecurityGroupStateException.class, "InvalidCacheSecurityGroupState", 400),
    INVALID_PARAMETER_COMBINATION(InvalidParameterCombinationException.class, "InvalidParameterCombination", 400),
    INVALID_PARAMETER_VALUE(InvalidParameterValueException.class, "InvalidParameterValue", 400),
    INVALID_REPLICATION_GROUP_STATE(InvalidReplicationGroupStateException.class, "InvalidReplicationGroupState", 400),
    INVALID_SNAPSHOT_STATE(InvalidSnapshotStateException.class, "InvalidSnapshotState", 400),
    INVALID_SUBNET(InvalidSubnetException.class, "InvalidSubnet", 400),
    INVALID_VPC_NETWORK_STATE(InvalidVpcNetworkStateException.class, "InvalidVPCNetworkStateFault", 400),
    NODE_QUOTA_FOR_CLUSTER_EXCEEDED(NodeQuotaForClusterExceededException.class, "NodeQuotaForClusterExceeded", 400),
    NODE_QUOTA_FOR_CUSTOMER_EXCEEDED(NodeQuotaForCustomerExceededException.class, "NodeQuotaForCustomerExceeded", 400),
    REPLICATION_GROUP_NOT_FOUND(ReplicationGroupNotFoundException.class, "ReplicationGroupNotFoundFault", 404),
    SNAPSHOT_ALREADY_EXISTS(SnapshotAlreadyExistsException.class, "SnapshotAlreadyExistsFault", 400),
    SNAPSHOT_FEATURE_NOT_SUPPORTED(SnapshotFeatureNotSupportedException.class, "SnapshotFeatureNotSupportedFault", 400),
    SNAPSHOT_NOT_FOUND(SnapshotNotFoundException.class, "SnapshotNotFoundFault", 404),
    SNAPSHOT_QUOTA_EXCEEDED(SnapshotQuotaExceededException.class, "SnapshotQuotaExceededFault", 400),
    API_CALL_RATE_FOR_CUSTOMER_EXCEEDED(
            ApiCallRateForCustomerExceededException.class, "APICallRateForCustomerExceeded", 400),
    GLOBAL_REPLICATION_GROUP_ALREADY_EXISTS(
            GlobalReplicationGroupAlreadyExistsException.class, "GlobalReplicationGroupAlreadyExistsFault", 400),
    INVALID_GLOBAL_REPLICATION_GROUP_STATE(
            InvalidGlobalReplicationGroupStateException.class, "InvalidGlobalReplicationGroupState", 400),
    GLOBAL_REPLICATION_GROUP_NOT_FOUND(
            GlobalReplicationGroupNotFoundException.class, "GlobalReplicationGroupNotFoundFault", 404),
    INVALID_KMS_KEY(InvalidKmsKeyException.class, "InvalidKMSKeyFault", 400),
    NODE_GROUP_NOT_FOUND(NodeGroupNotFoundException.class, "NodeGroupNotFoundFault", 404),
    NODE_GROUPS_PER_REPLICATION_GROUP_QUOTA_EXCEEDED(
            NodeGroupsPerReplicationGroupQuotaExceededException.class,
            "NodeGroupsPerReplicationGroupQuotaExceeded",
            400),
    NO_OPERATION(NoOperationException.class, "NoOperationFault", 400),
    REPLICATION_GROUP_ALREADY_EXISTS(
            ReplicationGroupAlreadyExistsException.class, "ReplicationGroupAlreadyExists", 400),
    REPLICATION_GROUP_ALREADY_UNDER_MIGRATION(
            ReplicationGroupAlreadyUnderMigrationException.class, "ReplicationGroupAlreadyUnderMigrationFault", 400),
    REPLICATION_GROUP_NOT_UNDER_MIGRATION(
            ReplicationGroupNotUnderMigrationException.class, "ReplicationGroupNotUnderMigrationFault", 400),
    INVALID_SERVERLESS_CACHE_SNAPSHOT_STATE(
            InvalidServerlessCacheSnapshotStateException.class, "InvalidServerlessCacheSnapshotStateFault", 400),
    INVALID_SERVERLESS_CACHE_STATE(InvalidServerlessCacheStateException.class, "InvalidServerlessCacheStateFault", 400),
    INVALID_USER_GROUP_STATE(InvalidUserGroupStateException.class, "InvalidUserGroupState", 400),
    SERVERLESS_CACHE_ALREADY_EXISTS(
            ServerlessCacheAlreadyExistsException.class, "ServerlessCacheAlreadyExistsFault", 400),
    SERVERLESS_CACHE_NOT_FOUND(ServerlessCacheNotFoundException.class, "ServerlessCacheNotFoundFault", 404),
    SERVERLESS_CACHE_QUOTA_FOR_CUSTOMER_EXCEEDED(
            ServerlessCacheQuotaForCustomerExceededException.class,
            "ServerlessCacheQuotaForCustomerExceededFault",
            400),
    SERVERLESS_CACHE_SNAPSHOT_ALREADY_EXISTS(
            ServerlessCacheSnapshotAlreadyExistsException.class, "ServerlessCacheSnapshotAlreadyExistsFault", 400),
    SERVERLESS_CACHE_SNAPSHOT_QUOTA_EXCEEDED(
            ServerlessCacheSnapshotQuotaExceededException.class, "ServerlessCacheSnapshotQuotaExceededFault", 400),
    RESERVED_CACHE_NODES_OFFERING_NOT_FOUND(
            ReservedCacheNodesOfferingNotFoundException.class, "ReservedCacheNodesOfferingNotFound", 404),
    RESERVED_CACHE_NODE_ALREADY_EXISTS(
            ReservedCacheNodeAlreadyExistsException.class, "ReservedCacheNodeAlreadyExists", 404),
    RESERVED_CACHE_NODE_NOT_FOUND(ReservedCacheNodeNotFoundException.class, "ReservedCacheNodeNotFound", 404),
    RESERVED_CACHE_NODE_QUOTA_EXCEEDED(
            ReservedCacheNodeQuotaExceededException.class, "ReservedCacheNodeQuotaExceeded", 400),
    SERVICE_UPDATE_NOT_FOUND(ServiceUpdateNotFoundException.class, "ServiceUpdateNotFoundFault", 404),
    SERVERLESS_CACHE_SNAPSHOT_NOT_FOUND(
            ServerlessCacheSnapshotNotFoundException.class, "ServerlessCacheSnapshotNotFoundFault", 404),
    TEST_FAILOVER_NOT_AVAILABLE(TestFailoverNotAvailableException.class, "TestFailoverNotAvailableFault", 400),
    USER_GROUP_NOT_FOUND(UserGroupNotFoundException.class, "UserGroupNotFound", 404),
    DEFAULT_USER_ASSOCIATED_TO_USER_GROUP(
            DefaultUserAssociatedToUserGroupException.class, "DefaultUserAssociatedToUserGroup", 400),
    DEFAULT_USER_REQUIRED(DefaultUserRequiredException.class, "DefaultUserRequired", 400),
    DUPLICATE_USER_NAME(DuplicateUserNameException.class, "DuplicateUserName", 400),
    INVALID_USER_STATE(InvalidUserStateException.class, "InvalidUserState", 400),
    USER_ALREADY_EXISTS(UserAlreadyExistsException.class, "UserAlreadyExists", 400),
    USER_GROUP_ALREADY_EXISTS(UserGroupAlreadyExistsException.class, "UserGroupAlreadyExists", 400),
    USER_GROUP_QUOTA_EXCEEDED(UserGroupQuotaExceededException.class, "UserGroupQuotaExceeded", 400),
    USER_NOT_FOUND(UserNotFoundException.class, "UserNotFound", 404),
    USER_QUOTA_EXCEEDED(UserQuotaExceededException.class, "UserQuotaExceeded", 400),
    SUBNET_IN_USE(SubnetInUseException.class, "SubnetInUse", 400),
    SUBNET_NOT_ALLOWED(SubnetNotAllowedException.class, "SubnetNotAllowedFault", 400),
    TAG_NOT_FOUND(TagNotFoundException.class, "TagNotFound", 404),
    TAG_QUOTA_PER_RESOURCE_EXCEEDED(TagQuotaPerResourceExceededException.class, "TagQuotaPerResourceExceeded", 400);

    private static final String UUID_VERSION_4 = "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";

    private final Class<? extends AwsServiceException> type;
    private final String code;
    private final int httpStatus;

    Refusal(Class<? extends AwsServiceException> type, String code, int httpStatus) {
        this.type = type;
        this.code = code;
        this.httpStatus = httpStatus;
    }

    /** Verifies that a call is refused with this error, in full, and leaves the mock as it was. */
    public ServiceErrorAssert isTheAnswerTo(ThrowingCallable call, ElastiCacheMock mock) {
        MockState before = MockState.of(mock);
        ServiceErrorAssert refused = isTheAnswerTo(call);
        assertThat(MockState.of(mock)).as("the mock after the refused call").isEqualTo(before);
        return refused;
    }

    /** Verifies that a call is refused with this error, in full. */
    public ServiceErrorAssert isTheAnswerTo(ThrowingCallable call) {
        return assertThatServiceErrorOf(call)
                .isExactlyInstanceOf(type)
                .hasCode(code)
                .hasHttpStatus(httpStatus)
                .satisfies(thrown -> {
                    AwsServiceException refused = (AwsServiceException) thrown;
                    AwsErrorDetails details = refused.awsErrorDetails();
                    assertThat(refused.requestId()).matches(UUID_VERSION_4);
                    assertThat(details.serviceName()).isEqualTo("ElastiCache");
                    assertThat(details.errorMessage()).isNotBlank();
                    assertThat(details.sdkHttpResponse().statusCode()).isEqualTo(httpStatus);
                    assertThat(details.sdkHttpResponse().firstMatchingHeader("x-amzn-RequestId"))
                            .hasValue(refused.requestId());
                    assertThat(refused)
                            .hasMessageStartingWith(details.errorMessage() + " (Service: ElastiCache, Status Code: "
                                    + httpStatus + ", Request ID: " + refused.requestId() + ")");
                });
    }
}
