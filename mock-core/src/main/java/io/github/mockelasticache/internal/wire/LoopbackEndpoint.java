package io.github.mockelasticache.internal.wire;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.regions.Region;

/**
 * The wire door: a service's Query API over plain HTTP on 127.0.0.1, for clients in any language.
 *
 * <p>It takes GET query strings and POST forms at {@code /}, reads the region from the credential scope and checks no
 * signature. It never opens a port to other machines, and it refuses requests whose Host is not this machine's
 * loopback.
 */
public final class LoopbackEndpoint implements AutoCloseable {

    private final LoopbackServer server;

    private LoopbackEndpoint(LoopbackServer server) {
        this.server = server;
    }

    /**
     * Starts an endpoint on a free port.
     *
     * @param service what answers the calls
     * @param defaultRegion the region of calls that name none
     * @param controlPaths handlers of further paths, by the exact path, for example {@code /_mock/advance}
     * @return the running endpoint
     * @throws java.io.UncheckedIOException if there is no free port
     */
    public static LoopbackEndpoint start(
            ElastiCacheService service, Region defaultRegion, Map<String, HttpHandler> controlPaths) {
        return start(service, defaultRegion, controlPaths, HttpLimits.DEFAULT);
    }

    static LoopbackEndpoint start(
            ElastiCacheService service,
            Region defaultRegion,
            Map<String, HttpHandler> controlPaths,
            HttpLimits limits) {
        ErrorAnswers errors = new ErrorAnswers(service::newRequestId);
        Map<String, HttpHandler> handlers = new HashMap<>(controlPaths);
        handlers.put("/", new QueryHandler(service, defaultRegion, errors));
        return new LoopbackEndpoint(LoopbackServer.start(new RequestRouter(handlers, errors), limits));
    }

    /**
     * Gives the address for {@code endpointOverride} and {@code --endpoint-url}.
     *
     * @return for example {@code http://127.0.0.1:49152}
     */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    /**
     * Closes the port and all connections, and waits for the calls that are being answered, up to two seconds. Does
     * nothing if it is closed already.
     */
    @Override
    public void close() {
        server.close();
    }
}
