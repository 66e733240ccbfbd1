package io.github.mockelasticache.internal.engine;

/**
 * The headers in which a captured client tells the loopback endpoint what a request to the service does not say. The service
 * knows the region by the host that was called; here all regions have one host.
 */
public final class LoopbackHeaders {

    /** The id of the region that the client addresses. */
    public static final String REGION = "x-mock-elasticache-region";

    /** Present, with any value, on the poll of an SDK waiter. */
    public static final String WAITER_POLL = "x-mock-elasticache-waiter-poll";

    /** The name of the thread that called, percent-encoded. */
    public static final String THREAD = "x-mock-elasticache-thread";

    private LoopbackHeaders() {}
}
