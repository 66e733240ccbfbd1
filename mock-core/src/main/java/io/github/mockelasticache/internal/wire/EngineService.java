package io.github.mockelasticache.internal.wire;

import io.github.mockelasticache.internal.engine.Engine;
import io.github.mockelasticache.internal.engine.Invocation;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticache.model.ElastiCacheRequest;
import software.amazon.awssdk.services.elasticache.model.ElastiCacheResponse;

/** The engine as the service behind the wire door. */
record EngineService(Engine engine) implements ElastiCacheService {

    @Override
    public ElastiCacheResponse execute(String action, ElastiCacheRequest request, Region region, boolean waiterPoll) {
        return engine.execute(new Invocation(request, region, waiterPoll));
    }

    @Override
    public String newRequestId() {
        return engine.newRequestId();
    }
}
