package io.github.mockelasticache.samples.ingress;

import io.github.mockelasticache.samples.operations.Reason;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.elasticache.model.AuthorizationAlreadyExistsException;
import software.amazon.awssdk.services.elasticache.model.AuthorizationNotFoundException;
import software.amazon.awssdk.services.elasticache.model.CacheSecurityGroupNotFoundException;
import software.amazon.awssdk.services.elasticache.model.InvalidCacheSecurityGroupStateException;

/**
 * What it means for a run that a call did not get through.
 *
 * @param exception what the client threw
 */
record Refusal(SdkException exception) {

    /**
     * Somebody else changed the same ingress between the look and the call: it exists already, is gone already, or a change
     * of it is under way. Not a failure; the next look shows the way on. An ingress that exists already counts as somebody
     * else's, and is not taken back, although the client's own retry of a call whose answer was lost looks the same.
     */
    boolean isOvertaken() {
        return exception instanceof AuthorizationAlreadyExistsException
                || exception instanceof AuthorizationNotFoundException
                || exception instanceof InvalidCacheSecurityGroupStateException;
    }

    /** There is no such cache security group, and so no ingress to it. */
    boolean isGroupMissing() {
        return exception instanceof CacheSecurityGroupNotFoundException;
    }

    /** The service did not say no: the answer was lost, or the service failed while it worked on the call. */
    boolean mayHaveTakenEffect() {
        return !(exception instanceof AwsServiceException service) || service.statusCode() >= 500;
    }

    /** The service's code and message, or the client's message: what an operator wants to read in a report. */
    @Override
    public String toString() {
        return new Reason(exception).toString();
    }
}
