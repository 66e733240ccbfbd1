package io.github.mockelasticache.internal.engine;

import java.util.SplittableRandom;
import java.util.UUID;

/** The identifiers that the service makes up, drawn from a seeded generator: the same calls get the same ones. */
final class Identifiers {

    private static final long VERSION_AND_VARIANT_FREE = 0xFFFF_FFFF_FFFF_0FFFL;

    private final SplittableRandom random;
    private long given;

    Identifiers(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** How many ids have been given. */
    long given() {
        return given;
    }

    /** Goes on as if so many ids had been given, which is not fewer than now. */
    void skipTo(long count) {
        while (given < count) {
            requestId();
        }
    }

    /** A request id: a random UUID in form. */
    String requestId() {
        given++;
        long high = (random.nextLong() & VERSION_AND_VARIANT_FREE) | 0x4000L;
        long low = (random.nextLong() >>> 2) | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }
}
