package io.github.mockelasticache.internal.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import software.amazon.awssdk.services.elasticache.model.ElastiCacheRequest;

/** The operations that the mock knows, by the class of their request. */
public final class Operations {

    private final Map<Class<?>, Operation<?>> byRequest = new HashMap<>();

    /**
     * Adds an operation that changes something or reports something that has no status.
     *
     * @param request the class of its request
     * @param handler what it does
     * @param <Q> its request
     */
    public <Q extends ElastiCacheRequest> void handle(Class<Q> request, Handler<Q> handler) {
        describe(request, (ignored, region) -> List.of(), handler);
    }

    /**
     * Adds an operation that reports the status of resources, and that a waiter can therefore poll.
     *
     * @param request the class of its request
     * @param polled the ARNs of the resources that a request asks about
     * @param handler what it does
     * @param <Q> its request
     */
    public <Q extends ElastiCacheRequest> void describe(
            Class<Q> request, BiFunction<Q, RegionState, Collection<String>> polled, Handler<Q> handler) {
        Operation<?> earlier = byRequest.put(request, new Operation<>(name(request), request, polled, handler));
        if (earlier != null) {
            throw new IllegalStateException(name(request) + " has two handlers.");
        }
    }

    /** The service's names of all that have been added, in order. */
    List<String> names() {
        return byRequest.values().stream().map(Operation::name).sorted().toList();
    }

    /** The classes of the requests by the names of their operations. */
    SortedMap<String, Class<? extends ElastiCacheRequest>> requests() {
        SortedMap<String, Class<? extends ElastiCacheRequest>> requests = new TreeMap<>();
        byRequest.values().forEach(operation -> requests.put(operation.name(), operation.request()));
        return requests;
    }

    /** The operation for a request, or an error that says that the mock does not know it. */
    Operation<?> of(ElastiCacheRequest request) {
        Operation<?> operation = byRequest.get(request.getClass());
        if (operation == null) {
            throw new UnsupportedOperationException("mock-elasticache does not know the operation "
                    + name(request.getClass()) + " yet; the README's table of operations lists those that it answers.");
        }
        return operation;
    }

    /**
     * The service's name of the operation that a request belongs to.
     *
     * @param request the class of the request
     * @return for example {@code AuthorizeCacheSecurityGroupIngress}
     */
    public static String name(Class<? extends ElastiCacheRequest> request) {
        String className = request.getSimpleName();
        return className.substring(0, className.length() - "Request".length());
    }
}
