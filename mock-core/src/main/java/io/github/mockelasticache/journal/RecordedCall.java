package io.github.mockelasticache.journal;

import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticache.model.ElastiCacheRequest;
import software.amazon.awssdk.services.elasticache.model.ElastiCacheResponse;

/**
 * One call that a mock has answered. Each attempt of a call that the SDK retries is one of its own.
 *
 * @param number its place among all calls of the mock, the first being 1
 * @param at the virtual instant at which it was answered
 * @param region the region that the caller addressed
 * @param caller who made it: the way it took, the thread and the attempt
 * @param operation the service's name of the operation, for example {@code AuthorizeCacheSecurityGroupIngress}
 * @param request what was asked
 * @param requestId the id that its answer carries
 * @param answer what was answered; empty if the service refused it or did not get it. Present beside an error if the service has
 *     acted, and a fault plan has kept the answer from the caller
 * @param error what it failed with for its caller: an {@link AwsServiceException} if the service refused it; empty if it
 *     succeeded
 */
public record RecordedCall(
        long number,
        Instant at,
        Region region,
        Caller caller,
        String operation,
        ElastiCacheRequest request,
        String requestId,
        Optional<ElastiCacheResponse> answer,
        Optional<SdkException> error) {

    /**
     * The service's code of the error that it was refused with.
     *
     * @return for example {@code CacheSecurityGroupNotFound}; empty if the service did not refuse it
     */
    public Optional<String> errorCode() {
        return error.filter(AwsServiceException.class::isInstance)
                .map(refusal ->
                        ((AwsServiceException) refusal).awsErrorDetails().errorCode());
    }

    /** The call as one line: number, instant, region, request, attempt from the second on, and the error or {@code ok}. */
    @Override
    public String toString() {
        return number + "  " + at + "  " + region + "  " + request
                + (caller.attempt() > 1 ? "  attempt " + caller.attempt() : "") + "  "
                + errorCode().or(() -> error.map(SdkException::getMessage)).orElse("ok");
    }
}
