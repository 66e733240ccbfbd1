package io.github.mockelasticache.journal;

import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticache.model.ElastiCacheRequest;

/**
 * One call that a mock has answered. Each attempt of a call that the SDK retries is one of its own.
 *
 * @param number its place among all calls of the mock, the first being 1
 * @param at the virtual instant at which it was answered
 * @param region the region that the caller addressed
 * @param operation the service's name of the operation, for example {@code AuthorizeCacheSecurityGroupIngress}
 * @param request what was asked
 * @param requestId the id that its answer carries
 * @param errorCode the service's code of the error that it was refused with, for example {@code CacheSecurityGroupNotFound};
 *     empty if it succeeded
 */
public record RecordedCall(
        long number,
        Instant at,
        Region region,
        String operation,
        ElastiCacheRequest request,
        String requestId,
        Optional<String> errorCode) {

    /** The call as one line: number, instant, region, request, and the error's code or {@code ok}. */
    @Override
    public String toString() {
        return number + "  " + at + "  " + region + "  " + request + "  " + errorCode.orElse("ok");
    }
}
