package io.github.mockelasticache.internal.engine;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.elasticache.model.ElastiCacheException;

/**
 * The service's errors for one call: the SDK's modelled exceptions, filled as they are when they come off the wire.
 *
 * <p>Wordings are the service's where they are known; where only the code is, they follow those of its sister operations.
 */
public final class Faults {

    private final String requestId;

    Faults(String requestId) {
        this.requestId = requestId;
    }

    /**
     * A value that the service does not take.
     *
     * @param message what is wrong with it
     * @return {@code InvalidParameterValue}, HTTP 400
     */
    public AwsServiceException invalidParameterValue(String message) {
        return of(ServiceError.INVALID_PARAMETER_VALUE, message);
    }

    /**
     * Values that the service does not take together.
     *
     * @param message what is wrong with them
     * @return {@code InvalidParameterCombination}, HTTP 400
     */
    public AwsServiceException invalidParameterCombination(String message) {
        return of(ServiceError.INVALID_PARAMETER_COMBINATION, message);
    }

    /**
     * A cache cluster that does not exist. The wording is the service's own: aws/aws-cli#4816.
     *
     * @param id the id that was asked for
     * @return {@code CacheClusterNotFound}, HTTP 404
     */
    public AwsServiceException cacheClusterNotFound(String id) {
        return of(ServiceError.CACHE_CLUSTER_NOT_FOUND, "CacheCluster not found: " + id);
    }

    /**
     * A cache parameter group that does not exist. The wording is the service's own:
     * ministryofjustice/cloud-platform-environments#2272.
     *
     * @param name the name that was asked for
     * @return {@code CacheParameterGroupNotFound}, HTTP 404
     */
    public AwsServiceException cacheParameterGroupNotFound(String name) {
        return of(ServiceError.CACHE_PARAMETER_GROUP_NOT_FOUND, "CacheParameterGroup not found: " + name);
    }

    /**
     * A cache security group that does not exist. The wording is that of {@code CacheCluster not found: <id>}.
     *
     * @param name the name that was asked for
     * @return {@code CacheSecurityGroupNotFound}, HTTP 404
     */
    public AwsServiceException cacheSecurityGroupNotFound(String name) {
        return of(ServiceError.CACHE_SECURITY_GROUP_NOT_FOUND, "CacheSecurityGroup not found: " + name);
    }

    /**
     * A cache subnet group that does not exist. The wording is the service's own, from public Terraform logs.
     *
     * @param name the name that was asked for
     * @return {@code CacheSubnetGroupNotFoundFault}, HTTP 400
     */
    public AwsServiceException cacheSubnetGroupNotFound(String name) {
        return of(ServiceError.CACHE_SUBNET_GROUP_NOT_FOUND, "Cache Subnet Group " + name + " does not exist.");
    }

    /**
     * A replication group that does not exist. The wording is not known for certain.
     *
     * @param id the id that was asked for
     * @return {@code ReplicationGroupNotFoundFault}, HTTP 404
     */
    public AwsServiceException replicationGroupNotFound(String id) {
        return of(ServiceError.REPLICATION_GROUP_NOT_FOUND, "ReplicationGroup " + id + " not found.");
    }

    /**
     * A reserved cache node that does not exist. The wording is that of {@code CacheCluster not found: <id>}.
     *
     * @param id the id that was asked for
     * @return {@code ReservedCacheNodeNotFound}, HTTP 404
     */
    public AwsServiceException reservedCacheNodeNotFound(String id) {
        return of(ServiceError.RESERVED_CACHE_NODE_NOT_FOUND, "ReservedCacheNode not found: " + id);
    }

    /**
     * A snapshot that does not exist. The wording is that of {@code CacheCluster not found: <id>}.
     *
     * @param name the name that was asked for
     * @return {@code SnapshotNotFoundFault}, HTTP 404
     */
    public AwsServiceException snapshotNotFound(String name) {
        return of(ServiceError.SNAPSHOT_NOT_FOUND, "Snapshot not found: " + name);
    }

    /**
     * A user that does not exist. The wording is that of a replication group.
     *
     * @param id the id that was asked for
     * @return {@code UserNotFound}, HTTP 404
     */
    public AwsServiceException userNotFound(String id) {
        return of(ServiceError.USER_NOT_FOUND, "User " + id + " not found.");
    }

    /**
     * A user group that does not exist. The wording is that of a replication group.
     *
     * @param id the id that was asked for
     * @return {@code UserGroupNotFound}, HTTP 404
     */
    public AwsServiceException userGroupNotFound(String id) {
        return of(ServiceError.USER_GROUP_NOT_FOUND, "UserGroup " + id + " not found.");
    }

    /**
     * A serverless cache that does not exist. The wording is that of {@code ReplicationGroup <id> not found.}
     *
     * @param name the name that was asked for
     * @return {@code ServerlessCacheNotFoundFault}, HTTP 404
     */
    public AwsServiceException serverlessCacheNotFound(String name) {
        return of(ServiceError.SERVERLESS_CACHE_NOT_FOUND, "ServerlessCache " + name + " not found.");
    }

    /**
     * A serverless cache that is not in the state that the operation needs. The wording is the service's own for the tag
     * operations: ekristen/aws-nuke#256.
     *
     * @return {@code InvalidServerlessCacheStateFault}, HTTP 400
     */
    public AwsServiceException invalidServerlessCacheState() {
        return of(
                ServiceError.INVALID_SERVERLESS_CACHE_STATE,
                "Serverless cache is not in an available state to perform the requested action.");
    }

    /**
     * A snapshot of a serverless cache that does not exist. The wording is that of {@code ReplicationGroup <id> not found.}
     *
     * @param name the name that was asked for
     * @return {@code ServerlessCacheSnapshotNotFoundFault}, HTTP 404
     */
    public AwsServiceException serverlessCacheSnapshotNotFound(String name) {
        return of(ServiceError.SERVERLESS_CACHE_SNAPSHOT_NOT_FOUND, "ServerlessCacheSnapshot " + name + " not found.");
    }

    /**
     * A snapshot of a serverless cache that is not in the state that the operation needs. The wording is that for the cache.
     *
     * @return {@code InvalidServerlessCacheSnapshotStateFault}, HTTP 400
     */
    public AwsServiceException invalidServerlessCacheSnapshotState() {
        return of(
                ServiceError.INVALID_SERVERLESS_CACHE_SNAPSHOT_STATE,
                "Serverless cache snapshot is not in an available state to perform the requested action.");
    }

    /**
     * A global replication group that does not exist. The wording is that of {@link #replicationGroupNotFound}.
     *
     * @param id the id that was asked for
     * @return {@code GlobalReplicationGroupNotFoundFault}, HTTP 404
     */
    public AwsServiceException globalReplicationGroupNotFound(String id) {
        return of(ServiceError.GLOBAL_REPLICATION_GROUP_NOT_FOUND, "GlobalReplicationGroup " + id + " not found.");
    }

    /**
     * Any error of the service.
     *
     * @param error which one
     * @param message what the service says
     * @return the SDK's exception for it, with code, message, status, request id and service name
     */
    public AwsServiceException of(ServiceError error, String message) {
        return of(error, error.httpStatus(), message);
    }

    /** An error of the service with another HTTP status than the documented one. */
    AwsServiceException of(ServiceError error, int httpStatus, String message) {
        return filled(error.exception(), error.code(), httpStatus, message);
    }

    /** An error that the service's API model does not have, such as those that all services have in common. */
    AwsServiceException undocumented(String code, int httpStatus, String message) {
        return filled(ElastiCacheException.builder(), code, httpStatus, message);
    }

    private AwsServiceException filled(
            ElastiCacheException.Builder exception, String code, int httpStatus, String message) {
        AwsErrorDetails details = AwsErrorDetails.builder()
                .serviceName("ElastiCache")
                .errorCode(code)
                .errorMessage(message)
                .sdkHttpResponse(HttpAnswer.of(httpStatus, requestId))
                .build();
        return exception
                .awsErrorDetails(details)
                .message(message)
                .statusCode(httpStatus)
                .requestId(requestId)
                .build();
    }
}
