package io.github.mockelasticache.internal.wire;

import io.github.mockelasticache.internal.engine.Invocation;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticache.model.ElastiCacheRequest;
import software.amazon.awssdk.services.elasticache.model.ElastiCacheResponse;

/** A service that answers every call by one function and remembers the calls. */
final class StubService implements ElastiCacheService {

    record Call(String action, ElastiCacheRequest request, Region region) {}

    private final Function<Call, ElastiCacheResponse> answer;
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final AtomicInteger requestIds = new AtomicInteger();

    private StubService(Function<Call, ElastiCacheResponse> answer) {
        this.answer = answer;
    }

    static StubService answering(Function<Call, ElastiCacheResponse> answer) {
        return new StubService(answer);
    }

    /** A service that answers each call with a response without members. */
    static StubService answeringNothing() {
        return new StubService(call -> ActionTable.find(call.action()).emptyResponse());
    }

    static StubService failing(RuntimeException failure) {
        return new StubService(call -> {
            throw failure;
        });
    }

    List<Call> calls() {
        return calls;
    }

    @Override
    public ElastiCacheResponse execute(String action, Invocation invocation) {
        Call call = new Call(action, invocation.request(), invocation.region());
        calls.add(call);
        return answer.apply(call);
    }

    @Override
    public String newRequestId() {
        return "request-" + requestIds.incrementAndGet();
    }
}
