package io.github.mockelasticache.internal.engine;

import software.amazon.awssdk.services.elasticache.model.ElastiCacheRequest;
import software.amazon.awssdk.services.elasticache.model.ElastiCacheResponse;

/**
 * What one operation does: validate, change, schedule, answer.
 *
 * @param <Q> the operation's request
 */
@FunctionalInterface
public interface Handler<Q extends ElastiCacheRequest> {

    /**
     * Answers one call. A handler that throws has changed nothing.
     *
     * @param request what was asked
     * @param call where it was asked, and what the handler works with
     * @return the answer, to which the engine adds the response metadata
     */
    ElastiCacheResponse.Builder handle(Q request, Call call);
}
