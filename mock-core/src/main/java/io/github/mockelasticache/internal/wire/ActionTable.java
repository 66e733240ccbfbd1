package io.github.mockelasticache.internal.wire;

import java.lang.reflect.Method;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.ElastiCacheRequest;
import software.amazon.awssdk.services.elasticache.model.ElastiCacheResponse;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/**
 * Every action of the SDK's service model, by its name on the wire.
 *
 * <p>Read from the client interface on first use: the operations are its methods from one request to one response, and
 * an operation's wire name is its method's name with a capital first letter. So a newer SDK brings its new operations
 * along.
 */
final class ActionTable {

    private ActionTable() {}

    /**
     * One action.
     *
     * @param name the value of the {@code Action} parameter
     * @param emptyRequest a request without any member set
     * @param emptyResponse a response without any member set
     */
    record Action(String name, ElastiCacheRequest emptyRequest, ElastiCacheResponse emptyResponse) {

        /** Gives a builder of this action's requests, to be filled through its fields. */
        SdkPojo newRequestBuilder() {
            return (SdkPojo) emptyRequest.toBuilder();
        }
    }

    /** Finds an action by its exact name, as the service does: names are case-sensitive. */
    static @Nullable Action find(String name) {
        return Loaded.ACTIONS.get(name);
    }

    /** Gives all actions, sorted by name. */
    static Collection<Action> all() {
        return Loaded.ACTIONS.values();
    }

    private static final class Loaded {
        static final SortedMap<String, Action> ACTIONS = Collections.unmodifiableSortedMap(read());
    }

    private static SortedMap<String, Action> read() {
        SortedMap<String, Action> actions = new TreeMap<>();
        for (Method method : ElastiCacheClient.class.getMethods()) {
            Class<?>[] parameters = method.getParameterTypes();
            if (parameters.length == 1
                    && ElastiCacheRequest.class.isAssignableFrom(parameters[0])
                    && ElastiCacheResponse.class.isAssignableFrom(method.getReturnType())) {
                String name = Character.toUpperCase(method.getName().charAt(0))
                        + method.getName().substring(1);
                actions.put(
                        name,
                        new Action(
                                name,
                                empty(parameters[0].asSubclass(ElastiCacheRequest.class)),
                                empty(method.getReturnType().asSubclass(ElastiCacheResponse.class))));
            }
        }
        return actions;
    }

    private static <T> T empty(Class<T> model) {
        try {
            return model.cast(((SdkBuilder<?, ?>) model.getMethod("builder").invoke(null)).build());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "The SDK's " + model.getSimpleName() + " has no static builder() method; this version of the "
                            + "AWS SDK for Java v2 does not fit the mock's wire door.",
                    e);
        }
    }
}
