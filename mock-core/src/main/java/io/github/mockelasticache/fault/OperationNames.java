package io.github.mockelasticache.fault;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.ElastiCacheRequest;

/** The service's operations by their names in the API reference. */
final class OperationNames {

    private static final Map<String, Class<? extends ElastiCacheRequest>> REQUESTS = requests();

    private OperationNames() {}

    static Class<? extends ElastiCacheRequest> request(String operation) {
        Class<? extends ElastiCacheRequest> request = REQUESTS.get(operation);
        if (request != null && name(request).equals(operation)) {
            return request;
        }
        throw new IllegalArgumentException("ElastiCache has no operation \"" + operation + "\"; "
                + (request == null
                        ? "write its name as the API reference has it, for example CreateCacheCluster."
                        : "write " + name(request) + "."));
    }

    static String name(Class<? extends ElastiCacheRequest> request) {
        return request.getSimpleName().replaceFirst("Request$", "");
    }

    /** The SDK's client has a method for each operation that takes its request. */
    private static Map<String, Class<? extends ElastiCacheRequest>> requests() {
        Map<String, Class<? extends ElastiCacheRequest>> requests = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Method method : ElastiCacheClient.class.getMethods()) {
            for (Class<?> parameter : method.getParameterTypes()) {
                if (ElastiCacheRequest.class.isAssignableFrom(parameter)) {
                    Class<? extends ElastiCacheRequest> request = parameter.asSubclass(ElastiCacheRequest.class);
                    requests.put(name(request), request);
                }
            }
        }
        return requests;
    }
}
