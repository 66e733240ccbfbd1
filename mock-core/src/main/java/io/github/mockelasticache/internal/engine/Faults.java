package io.github.mockelasticache.internal.engine;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

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
     * A cache security group that does not exist. The wording is that of {@code CacheCluster not found: <id>}.
     *
     * @param name the name that was asked for
     * @return {@code CacheSecurityGroupNotFound}, HTTP 404
     */
    public AwsServiceException cacheSecurityGroupNotFound(String name) {
        return of(ServiceError.CACHE_SECURITY_GROUP_NOT_FOUND, "CacheSecurityGroup not found: " + name);
    }

    /**
     * Any error of the service.
     *
     * @param error which one
     * @param message what the service says
     * @return the SDK's exception for it, with code, message, status, request id and service name
     */
    public AwsServiceException of(ServiceError error, String message) {
        AwsErrorDetails details = AwsErrorDetails.builder()
                .serviceName("ElastiCache")
                .errorCode(error.code())
                .errorMessage(message)
                .sdkHttpResponse(HttpAnswer.of(error.httpStatus(), requestId))
                .build();
        return error.exception()
                .awsErrorDetails(details)
                .message(message)
                .statusCode(error.httpStatus())
                .requestId(requestId)
                .build();
    }
}
