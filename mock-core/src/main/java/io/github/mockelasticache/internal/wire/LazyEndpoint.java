package io.github.mockelasticache.internal.wire;

import io.github.mockelasticache.internal.engine.Engine;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The endpoint of one mock, started when it is first asked for. */
public final class LazyEndpoint implements AutoCloseable {

    private final Engine engine;
    private final int port;
    private @Nullable LoopbackEndpoint started;
    private boolean closed;

    /**
     * An endpoint that is not started yet.
     *
     * @param engine what answers its calls
     * @param port where it will listen; 0 for a free port
     */
    public LazyEndpoint(Engine engine, int port) {
        this.engine = engine;
        this.port = port;
    }

    /**
     * The address of the endpoint.
     *
     * @return for example {@code http://127.0.0.1:49152}
     * @throws IllegalStateException if it has been closed
     * @throws java.io.UncheckedIOException if it cannot listen on its port
     */
    public synchronized URI uri() {
        if (closed) {
            throw new IllegalStateException("This ElastiCacheMock has been closed, and its endpoint with it.");
        }
        if (started == null) {
            started = LoopbackEndpoint.start(
                    new EngineService(engine),
                    engine.settings().region(),
                    Map.of(ControlHandler.FOLDER, new ControlHandler(engine)),
                    port);
        }
        return started.uri();
    }

    /** Closes the endpoint, if it has been started. */
    @Override
    public synchronized void close() {
        closed = true;
        if (started != null) {
            started.close();
        }
    }
}
