package io.github.mockelasticache.internal.engine;

import java.util.function.Supplier;
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
import software.amazon.awssdk.services.elasticache.model.ClusterQuotaForCustomerExceededException;
import software.amazon.awssdk.services.elasticache.model.DefaultUserAssociatedToUserGroupException;
import software.amazon.awssdk.services.elasticache.model.DefaultUserRequiredException;
import software.amazon.awssdk.services.elasticache.model.DuplicateUserNameException;
import software.amazon.awssdk.services.elasticache.model.ElastiCacheException;
import software.amazon.awssdk.services.elasticache.model.GlobalReplicationGroupAlreadyExistsException;
import software.amazon.awssdk.services.elasticache.model.GlobalReplicationGroupNotFoundException;
import software.amazon.awssdk.services.elasticache.model.InsufficientCacheClusterCapacityException;
import software.amazon.awssdk.services.elasticache.model.InvalidArnException;
import software.amazon.awssdk.services.elasticache.model.InvalidCacheClusterStateException;
import software.amazon.awssdk.services.elasticache.model.InvalidCacheParameterGroupStateException;
import software.amazon.awssdk.services.elasticache.model.InvalidCacheSecurityGroupStateException;
import software.amazon.awssdk.services.elasticache.model.InvalidCredentialsException;
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
import software.amazon.awssdk.services.elasticache.model.ServiceLinkedRoleNotFoundException;
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

/**
 * Every error that the service's API model knows, with the code that it sends and the HTTP status that it sends it with.
 *
 * <p>The code often differs from the name of the shape: both, and the status, are those of API version 2015-02-02.
 */
public enum ServiceError {
    /** APICallRateForCustomerExceeded, HTTP 400. */
    API_CALL_RATE_FOR_CUSTOMER_EXCEEDED(
            "APICallRateForCustomerExceeded", 400, ApiCallRateForCustomerExceededException::builder),
    /** AuthorizationAlreadyExists, HTTP 400. */
    AUTHORIZATION_ALREADY_EXISTS("AuthorizationAlreadyExists", 400, AuthorizationAlreadyExistsException::builder),
    /** AuthorizationNotFound, HTTP 404. */
    AUTHORIZATION_NOT_FOUND("AuthorizationNotFound", 404, AuthorizationNotFoundException::builder),
    /** CacheClusterAlreadyExists, HTTP 400. */
    CACHE_CLUSTER_ALREADY_EXISTS("CacheClusterAlreadyExists", 400, CacheClusterAlreadyExistsException::builder),
    /** CacheClusterNotFound, HTTP 404. */
    CACHE_CLUSTER_NOT_FOUND("CacheClusterNotFound", 404, CacheClusterNotFoundException::builder),
    /** CacheParameterGroupAlreadyExists, HTTP 400. */
    CACHE_PARAMETER_GROUP_ALREADY_EXISTS(
            "CacheParameterGroupAlreadyExists", 400, CacheParameterGroupAlreadyExistsException::builder),
    /** CacheParameterGroupNotFound, HTTP 404. */
    CACHE_PARAMETER_GROUP_NOT_FOUND("CacheParameterGroupNotFound", 404, CacheParameterGroupNotFoundException::builder),
    /** CacheParameterGroupQuotaExceeded, HTTP 400. */
    CACHE_PARAMETER_GROUP_QUOTA_EXCEEDED(
            "CacheParameterGroupQuotaExceeded", 400, CacheParameterGroupQuotaExceededException::builder),
    /** CacheSecurityGroupAlreadyExists, HTTP 400. */
    CACHE_SECURITY_GROUP_ALREADY_EXISTS(
            "CacheSecurityGroupAlreadyExists", 400, CacheSecurityGroupAlreadyExistsException::builder),
    /** CacheSecurityGroupNotFound, HTTP 404. */
    CACHE_SECURITY_GROUP_NOT_FOUND("CacheSecurityGroupNotFound", 404, CacheSecurityGroupNotFoundException::builder),
    /** QuotaExceeded.CacheSecurityGroup, HTTP 400. */
    CACHE_SECURITY_GROUP_QUOTA_EXCEEDED(
            "QuotaExceeded.CacheSecurityGroup", 400, CacheSecurityGroupQuotaExceededException::builder),
    /** CacheSubnetGroupAlreadyExists, HTTP 400. */
    CACHE_SUBNET_GROUP_ALREADY_EXISTS(
            "CacheSubnetGroupAlreadyExists", 400, CacheSubnetGroupAlreadyExistsException::builder),
    /** CacheSubnetGroupInUse, HTTP 400. */
    CACHE_SUBNET_GROUP_IN_USE("CacheSubnetGroupInUse", 400, CacheSubnetGroupInUseException::builder),
    /** CacheSubnetGroupNotFoundFault, HTTP 400. */
    CACHE_SUBNET_GROUP_NOT_FOUND("CacheSubnetGroupNotFoundFault", 400, CacheSubnetGroupNotFoundException::builder),
    /** CacheSubnetGroupQuotaExceeded, HTTP 400. */
    CACHE_SUBNET_GROUP_QUOTA_EXCEEDED(
            "CacheSubnetGroupQuotaExceeded", 400, CacheSubnetGroupQuotaExceededException::builder),
    /** CacheSubnetQuotaExceededFault, HTTP 400. */
    CACHE_SUBNET_QUOTA_EXCEEDED("CacheSubnetQuotaExceededFault", 400, CacheSubnetQuotaExceededException::builder),
    /** ClusterQuotaForCustomerExceeded, HTTP 400. */
    CLUSTER_QUOTA_FOR_CUSTOMER_EXCEEDED(
            "ClusterQuotaForCustomerExceeded", 400, ClusterQuotaForCustomerExceededException::builder),
    /** DefaultUserAssociatedToUserGroup, HTTP 400. */
    DEFAULT_USER_ASSOCIATED_TO_USER_GROUP(
            "DefaultUserAssociatedToUserGroup", 400, DefaultUserAssociatedToUserGroupException::builder),
    /** DefaultUserRequired, HTTP 400. */
    DEFAULT_USER_REQUIRED("DefaultUserRequired", 400, DefaultUserRequiredException::builder),
    /** DuplicateUserName, HTTP 400. */
    DUPLICATE_USER_NAME("DuplicateUserName", 400, DuplicateUserNameException::builder),
    /** GlobalReplicationGroupAlreadyExistsFault, HTTP 400. */
    GLOBAL_REPLICATION_GROUP_ALREADY_EXISTS(
            "GlobalReplicationGroupAlreadyExistsFault", 400, GlobalReplicationGroupAlreadyExistsException::builder),
    /** GlobalReplicationGroupNotFoundFault, HTTP 404. */
    GLOBAL_REPLICATION_GROUP_NOT_FOUND(
            "GlobalReplicationGroupNotFoundFault", 404, GlobalReplicationGroupNotFoundException::builder),
    /** InsufficientCacheClusterCapacity, HTTP 400. */
    INSUFFICIENT_CACHE_CLUSTER_CAPACITY(
            "InsufficientCacheClusterCapacity", 400, InsufficientCacheClusterCapacityException::builder),
    /** InvalidARN, HTTP 400. */
    INVALID_ARN("InvalidARN", 400, InvalidArnException::builder),
    /** InvalidCacheClusterState, HTTP 400. */
    INVALID_CACHE_CLUSTER_STATE("InvalidCacheClusterState", 400, InvalidCacheClusterStateException::builder),
    /** InvalidCacheParameterGroupState, HTTP 400. */
    INVALID_CACHE_PARAMETER_GROUP_STATE(
            "InvalidCacheParameterGroupState", 400, InvalidCacheParameterGroupStateException::builder),
    /** InvalidCacheSecurityGroupState, HTTP 400. */
    INVALID_CACHE_SECURITY_GROUP_STATE(
            "InvalidCacheSecurityGroupState", 400, InvalidCacheSecurityGroupStateException::builder),
    /** InvalidCredentialsException, HTTP 408. */
    INVALID_CREDENTIALS("InvalidCredentialsException", 408, InvalidCredentialsException::builder),
    /** InvalidGlobalReplicationGroupState, HTTP 400. */
    INVALID_GLOBAL_REPLICATION_GROUP_STATE(
            "InvalidGlobalReplicationGroupState", 400, InvalidGlobalReplicationGroupStateException::builder),
    /** InvalidKMSKeyFault, HTTP 400. */
    INVALID_KMS_KEY("InvalidKMSKeyFault", 400, InvalidKmsKeyException::builder),
    /** InvalidParameterCombination, HTTP 400. */
    INVALID_PARAMETER_COMBINATION("InvalidParameterCombination", 400, InvalidParameterCombinationException::builder),
    /** InvalidParameterValue, HTTP 400. */
    INVALID_PARAMETER_VALUE("InvalidParameterValue", 400, InvalidParameterValueException::builder),
    /** InvalidReplicationGroupState, HTTP 400. */
    INVALID_REPLICATION_GROUP_STATE(
            "InvalidReplicationGroupState", 400, InvalidReplicationGroupStateException::builder),
    /** InvalidServerlessCacheSnapshotStateFault, HTTP 400. */
    INVALID_SERVERLESS_CACHE_SNAPSHOT_STATE(
            "InvalidServerlessCacheSnapshotStateFault", 400, InvalidServerlessCacheSnapshotStateException::builder),
    /** InvalidServerlessCacheStateFault, HTTP 400. */
    INVALID_SERVERLESS_CACHE_STATE(
            "InvalidServerlessCacheStateFault", 400, InvalidServerlessCacheStateException::builder),
    /** InvalidSnapshotState, HTTP 400. */
    INVALID_SNAPSHOT_STATE("InvalidSnapshotState", 400, InvalidSnapshotStateException::builder),
    /** InvalidSubnet, HTTP 400. */
    INVALID_SUBNET("InvalidSubnet", 400, InvalidSubnetException::builder),
    /** InvalidUserGroupState, HTTP 400. */
    INVALID_USER_GROUP_STATE("InvalidUserGroupState", 400, InvalidUserGroupStateException::builder),
    /** InvalidUserState, HTTP 400. */
    INVALID_USER_STATE("InvalidUserState", 400, InvalidUserStateException::builder),
    /** InvalidVPCNetworkStateFault, HTTP 400. */
    INVALID_VPC_NETWORK_STATE("InvalidVPCNetworkStateFault", 400, InvalidVpcNetworkStateException::builder),
    /** NodeGroupsPerReplicationGroupQuotaExceeded, HTTP 400. */
    NODE_GROUPS_PER_REPLICATION_GROUP_QUOTA_EXCEEDED(
            "NodeGroupsPerReplicationGroupQuotaExceeded",
            400,
            NodeGroupsPerReplicationGroupQuotaExceededException::builder),
    /** NodeGroupNotFoundFault, HTTP 404. */
    NODE_GROUP_NOT_FOUND("NodeGroupNotFoundFault", 404, NodeGroupNotFoundException::builder),
    /** NodeQuotaForClusterExceeded, HTTP 400. */
    NODE_QUOTA_FOR_CLUSTER_EXCEEDED("NodeQuotaForClusterExceeded", 400, NodeQuotaForClusterExceededException::builder),
    /** NodeQuotaForCustomerExceeded, HTTP 400. */
    NODE_QUOTA_FOR_CUSTOMER_EXCEEDED(
            "NodeQuotaForCustomerExceeded", 400, NodeQuotaForCustomerExceededException::builder),
    /** NoOperationFault, HTTP 400. */
    NO_OPERATION("NoOperationFault", 400, NoOperationException::builder),
    /** ReplicationGroupAlreadyExists, HTTP 400. */
    REPLICATION_GROUP_ALREADY_EXISTS(
            "ReplicationGroupAlreadyExists", 400, ReplicationGroupAlreadyExistsException::builder),
    /** ReplicationGroupAlreadyUnderMigrationFault, HTTP 400. */
    REPLICATION_GROUP_ALREADY_UNDER_MIGRATION(
            "ReplicationGroupAlreadyUnderMigrationFault", 400, ReplicationGroupAlreadyUnderMigrationException::builder),
    /** ReplicationGroupNotFoundFault, HTTP 404. */
    REPLICATION_GROUP_NOT_FOUND("ReplicationGroupNotFoundFault", 404, ReplicationGroupNotFoundException::builder),
    /** ReplicationGroupNotUnderMigrationFault, HTTP 400. */
    REPLICATION_GROUP_NOT_UNDER_MIGRATION(
            "ReplicationGroupNotUnderMigrationFault", 400, ReplicationGroupNotUnderMigrationException::builder),
    /** ReservedCacheNodesOfferingNotFound, HTTP 404. */
    RESERVED_CACHE_NODES_OFFERING_NOT_FOUND(
            "ReservedCacheNodesOfferingNotFound", 404, ReservedCacheNodesOfferingNotFoundException::builder),
    /** ReservedCacheNodeAlreadyExists, HTTP 404. */
    RESERVED_CACHE_NODE_ALREADY_EXISTS(
            "ReservedCacheNodeAlreadyExists", 404, ReservedCacheNodeAlreadyExistsException::builder),
    /** ReservedCacheNodeNotFound, HTTP 404. */
    RESERVED_CACHE_NODE_NOT_FOUND("ReservedCacheNodeNotFound", 404, ReservedCacheNodeNotFoundException::builder),
    /** ReservedCacheNodeQuotaExceeded, HTTP 400. */
    RESERVED_CACHE_NODE_QUOTA_EXCEEDED(
            "ReservedCacheNodeQuotaExceeded", 400, ReservedCacheNodeQuotaExceededException::builder),
    /** ServerlessCacheAlreadyExistsFault, HTTP 400. */
    SERVERLESS_CACHE_ALREADY_EXISTS(
            "ServerlessCacheAlreadyExistsFault", 400, ServerlessCacheAlreadyExistsException::builder),
    /** ServerlessCacheNotFoundFault, HTTP 404. */
    SERVERLESS_CACHE_NOT_FOUND("ServerlessCacheNotFoundFault", 404, ServerlessCacheNotFoundException::builder),
    /** ServerlessCacheQuotaForCustomerExceededFault, HTTP 400. */
    SERVERLESS_CACHE_QUOTA_FOR_CUSTOMER_EXCEEDED(
            "ServerlessCacheQuotaForCustomerExceededFault",
            400,
            ServerlessCacheQuotaForCustomerExceededException::builder),
    /** ServerlessCacheSnapshotAlreadyExistsFault, HTTP 400. */
    SERVERLESS_CACHE_SNAPSHOT_ALREADY_EXISTS(
            "ServerlessCacheSnapshotAlreadyExistsFault", 400, ServerlessCacheSnapshotAlreadyExistsException::builder),
    /** ServerlessCacheSnapshotNotFoundFault, HTTP 404. */
    SERVERLESS_CACHE_SNAPSHOT_NOT_FOUND(
            "ServerlessCacheSnapshotNotFoundFault", 404, ServerlessCacheSnapshotNotFoundException::builder),
    /** ServerlessCacheSnapshotQuotaExceededFault, HTTP 400. */
    SERVERLESS_CACHE_SNAPSHOT_QUOTA_EXCEEDED(
            "ServerlessCacheSnapshotQuotaExceededFault", 400, ServerlessCacheSnapshotQuotaExceededException::builder),
    /** ServiceLinkedRoleNotFoundFault, HTTP 400. */
    SERVICE_LINKED_ROLE_NOT_FOUND("ServiceLinkedRoleNotFoundFault", 400, ServiceLinkedRoleNotFoundException::builder),
    /** ServiceUpdateNotFoundFault, HTTP 404. */
    SERVICE_UPDATE_NOT_FOUND("ServiceUpdateNotFoundFault", 404, ServiceUpdateNotFoundException::builder),
    /** SnapshotAlreadyExistsFault, HTTP 400. */
    SNAPSHOT_ALREADY_EXISTS("SnapshotAlreadyExistsFault", 400, SnapshotAlreadyExistsException::builder),
    /** SnapshotFeatureNotSupportedFault, HTTP 400. */
    SNAPSHOT_FEATURE_NOT_SUPPORTED(
            "SnapshotFeatureNotSupportedFault", 400, SnapshotFeatureNotSupportedException::builder),
    /** SnapshotNotFoundFault, HTTP 404. */
    SNAPSHOT_NOT_FOUND("SnapshotNotFoundFault", 404, SnapshotNotFoundException::builder),
    /** SnapshotQuotaExceededFault, HTTP 400. */
    SNAPSHOT_QUOTA_EXCEEDED("SnapshotQuotaExceededFault", 400, SnapshotQuotaExceededException::builder),
    /** SubnetInUse, HTTP 400. */
    SUBNET_IN_USE("SubnetInUse", 400, SubnetInUseException::builder),
    /** SubnetNotAllowedFault, HTTP 400. */
    SUBNET_NOT_ALLOWED("SubnetNotAllowedFault", 400, SubnetNotAllowedException::builder),
    /** TagNotFound, HTTP 404. */
    TAG_NOT_FOUND("TagNotFound", 404, TagNotFoundException::builder),
    /** TagQuotaPerResourceExceeded, HTTP 400. */
    TAG_QUOTA_PER_RESOURCE_EXCEEDED("TagQuotaPerResourceExceeded", 400, TagQuotaPerResourceExceededException::builder),
    /** TestFailoverNotAvailableFault, HTTP 400. */
    TEST_FAILOVER_NOT_AVAILABLE("TestFailoverNotAvailableFault", 400, TestFailoverNotAvailableException::builder),
    /** UserAlreadyExists, HTTP 400. */
    USER_ALREADY_EXISTS("UserAlreadyExists", 400, UserAlreadyExistsException::builder),
    /** UserGroupAlreadyExists, HTTP 400. */
    USER_GROUP_ALREADY_EXISTS("UserGroupAlreadyExists", 400, UserGroupAlreadyExistsException::builder),
    /** UserGroupNotFound, HTTP 404. */
    USER_GROUP_NOT_FOUND("UserGroupNotFound", 404, UserGroupNotFoundException::builder),
    /** UserGroupQuotaExceeded, HTTP 400. */
    USER_GROUP_QUOTA_EXCEEDED("UserGroupQuotaExceeded", 400, UserGroupQuotaExceededException::builder),
    /** UserNotFound, HTTP 404. */
    USER_NOT_FOUND("UserNotFound", 404, UserNotFoundException::builder),
    /** UserQuotaExceeded, HTTP 400. */
    USER_QUOTA_EXCEEDED("UserQuotaExceeded", 400, UserQuotaExceededException::builder);

    private final String code;
    private final int httpStatus;

    @SuppressWarnings("ImmutableEnumChecker") // A reference to a static factory.
    private final Supplier<? extends ElastiCacheException.Builder> exception;

    ServiceError(String code, int httpStatus, Supplier<? extends ElastiCacheException.Builder> exception) {
        this.code = code;
        this.httpStatus = httpStatus;
        this.exception = exception;
    }

    /**
     * The code that the service sends.
     *
     * @return for example {@code CacheSecurityGroupNotFound}
     */
    public String code() {
        return code;
    }

    /**
     * The HTTP status that the service answers with.
     *
     * @return for example 404
     */
    public int httpStatus() {
        return httpStatus;
    }

    /** The name of the SDK's exception for this error. */
    String exceptionName() {
        return exception().build().getClass().getSimpleName();
    }

    /**
     * The SDK's exception for this error, still to be filled.
     *
     * @return a new builder
     */
    ElastiCacheException.Builder exception() {
        return exception.get();
    }
}
