package io.github.mockelasticache.internal.wire;

import java.time.Duration;

/**
 * What the endpoint takes from one client.
 *
 * @param bodyBytes the longest body
 * @param requestTime the longest time from a request's first byte to its last
 * @param connections the most connections at one time, each served by a thread of its own
 */
record HttpLimits(int bodyBytes, Duration requestTime, int connections) {

    /** The longest request line, and the longest sum of header lines. */
    static final int HEAD_BYTES = 64 * 1024;

    /** A body far above the largest real request, and a time that only a client that is stuck needs. */
    static final HttpLimits DEFAULT = new HttpLimits(1024 * 1024, Duration.ofSeconds(20), 256);
}
