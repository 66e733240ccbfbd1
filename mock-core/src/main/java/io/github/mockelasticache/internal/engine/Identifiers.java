package io.github.mockelasticache.internal.engine;

import java.util.SplittableRandom;
import java.util.UUID;

/** The identifiers that the service makes up, drawn from a seeded generator: the same calls get the same ones. */
final class Identifiers {

    private static final long VERSION_AND_VARIANT_FREE = 0xFFFF_FFFF_FFFF_0FFFL;

    private final SplittableRandom random;

    Identifiers(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** A request id: a random UUID in form. */
    String requestId() {
        long high = (random.nextLong() & VERSION_AND_VARIANT_FREE) | 0x4000L;
        long low = (random.nextLong() >>> 2) | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }
}
