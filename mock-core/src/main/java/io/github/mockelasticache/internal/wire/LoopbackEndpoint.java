package io.github.mockelasticache.internal.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
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

    /** How long a client may pause within a request; only one that is stuck needs as much. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final int BACKLOG = 128;

    private final LoopbackServer server;

    /** Kept: each call of a captured client asks for it. */
    private final URI uri;

    private LoopbackEndpoint(LoopbackServer server) {
        this.server = server;
        this.uri = URI.create("http://127.0.0.1:" + server.port());
    }

    /**
     * Starts an endpoint.
     *
     * @param service what answers the calls
     * @param defaultRegion the region of calls that name none
     * @param controlPaths handlers of further paths, by the exact path, for example {@code /_mock/advance}, or, with a slash at
     *     its end, by the first step of all paths below it
     * @param port where to listen; 0 for a free port
     * @return the running endpoint
     * @throws UncheckedIOException if the port is taken, or none is free
     */
    public static LoopbackEndpoint start(
            ElastiCacheService service, Region defaultRegion, Map<String, HttpHandler> controlPaths, int port) {
        return start(service, defaultRegion, controlPaths, port, PATIENCE);
    }

    static LoopbackEndpoint start(
            ElastiCacheService service,
            Region defaultRegion,
            Map<String, HttpHandler> controlPaths,
            int port,
            Duration patience) {
        ErrorAnswers errors = new ErrorAnswers(service::newRequestId);
        Map<String, HttpHandler> handlers = new HashMap<>(controlPaths);
        handlers.put("/", new QueryHandler(service, defaultRegion, errors));
        RoutedHttpService http = new RoutedHttpService(new RequestRouter(handlers, errors));
        try {
            InetAddress loopback = InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1});
            ServerSocket serverSocket = new ServerSocket(port, BACKLOG, loopback);
            return new LoopbackEndpoint(LoopbackServer.start(serverSocket, http, patience));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The mock could not open " + (port == 0 ? "a port" : "port " + port) + " on 127.0.0.1: "
                            + e.getMessage(),
                    e);
        }
    }

    /**
     * Gives the address for {@code endpointOverride} and {@code --endpoint-url}.
     *
     * @return for example {@code http://127.0.0.1:49152}
     */
    public URI uri() {
        return uri;
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
