package io.github.mockelasticache.internal.provision;

import io.github.mockelasticache.internal.engine.Table;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.Endpoint;

/** The six characters in the endpoints of caches that were described elsewhere, which are those of another account's region. */
public final class EndpointCodes {

    private final Map<String, String> byCache = new HashMap<>();

    /** None yet. */
    public EndpointCodes() {}

    /**
     * Learns the characters from an endpoint, in whichever of the forms of {@link Endpoints} it is.
     *
     * @param cache the id of the replication group, or of the cluster that belongs to none
     * @param endpoint one of its endpoints, or null
     */
    public void learn(String cache, @Nullable Endpoint endpoint) {
        if (endpoint == null || endpoint.address() == null) {
            return;
        }
        String[] parts = endpoint.address().split("\\.", -1);
        int code = parts.length > 1 && parts[1].equals(Table.key(cache)) ? 2 : 1;
        if (parts.length > code) {
            byCache.put(Table.key(cache), parts[code]);
        }
    }

    /**
     * The characters of a cache.
     *
     * @param cache the id of the replication group, or of the cluster that belongs to none
     * @return the characters, or null for those of the mock's own account
     */
    public @Nullable String of(String cache) {
        return byCache.get(Table.key(cache));
    }

    /**
     * Forgets a cache that is gone.
     *
     * @param cache the id of the replication group, or of the cluster
     */
    public void forget(String cache) {
        byCache.remove(Table.key(cache));
    }
}
