package io.github.mockelasticache.internal.wire;

import io.github.mockelasticache.internal.engine.Engine;
import io.github.mockelasticache.internal.engine.Invocation;
import software.amazon.awssdk.services.elasticache.model.ElastiCacheResponse;

/** The engine as the service behind the wire door. */
record EngineService(Engine engine) implements ElastiCacheService {

    @Override
    public ElastiCacheResponse execute(String action, Invocation call) {
        return engine.execute(call);
    }

    @Override
    public String newRequestId() {
        return engine.newRequestId();
    }
}
