package io.github.mockelasticache.benchmarks;

/** The way by which a client's call comes to its answer. */
enum Door {

    /** A served client: the call stays in the process. */
    SERVED,

    /** A client on Apache's HTTP client, captured by the mock: the call goes over the loopback. */
    CAPTURED,

    /** The same client, and a server that reads the request and sends prepared bytes: what no mock could go below. */
    PREPARED_BYTES
}
