package io.github.mockelasticache.fault;

/** What goes wrong with the calls of any service. */
public enum CommonFault implements Fault {

    /** {@code Throttling}, HTTP 400: "Rate exceeded". The SDK retries it, with the longer pauses of throttling. */
    THROTTLING,

    /** {@code InternalFailure}, HTTP 500. The SDK retries it. */
    INTERNAL_FAILURE,

    /** {@code ServiceUnavailable}, HTTP 503. The SDK retries it. */
    SERVICE_UNAVAILABLE,

    /** The connection is reset before the service has seen the call. The SDK retries it. */
    CONNECTION_RESET,

    /** The service acts, and the connection is reset before its answer arrives. The SDK retries it: the service acts again. */
    ANSWER_LOST,

    /**
     * The service never sees the call, and nothing comes back. A client of {@code ElastiCacheMock.client()} and its like waits
     * in virtual time, for as long as {@link Fault#latency} says; any other client waits in real time, until it gives up.
     */
    TIMEOUT
}
