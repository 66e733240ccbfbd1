package io.github.mockelasticache.internal.engine;

import java.util.Collection;
import java.util.function.BiFunction;
import software.amazon.awssdk.services.elasticache.model.ElastiCacheRequest;
import software.amazon.awssdk.services.elasticache.model.ElastiCacheResponse;

/**
 * One operation that the mock knows.
 *
 * @param name the service's name of it
 * @param request the class of its request
 * @param polled the ARNs of the resources whose status a request asks about
 * @param handler what it does
 * @param <Q> its request
 */
record Operation<Q extends ElastiCacheRequest>(
        String name, Class<Q> request, BiFunction<Q, RegionState, Collection<String>> polled, Handler<Q> handler) {

    Collection<String> polled(ElastiCacheRequest asked, RegionState region) {
        return polled.apply(request.cast(asked), region);
    }

    ElastiCacheResponse.Builder answer(ElastiCacheRequest asked, Call call) {
        return handler.handle(request.cast(asked), call);
    }
}
