package io.github.mockelasticache.time;

import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/** Virtual time as it follows a monotonic clock. Reckoned from one fixed point, so that no rounding adds up. */
final class Pace {

    private static final double NANOS_PER_SECOND = 1e9;

    private final LongSupplier nanoTime;
    private final double factor;
    private Instant anchor;
    private long anchorReading;
    private long reading;

    Pace(LongSupplier nanoTime, double factor, Instant anchor) {
        this.nanoTime = nanoTime;
        this.factor = factor;
        this.anchor = anchor;
        this.reading = nanoTime.getAsLong();
        this.anchorReading = reading;
    }

    /** Where virtual time is by now. */
    Instant present() {
        reading = nanoTime.getAsLong();
        double seconds = (reading - anchorReading) * factor / NANOS_PER_SECOND;
        long whole = (long) seconds;
        return anchor.plus(Duration.ofSeconds(whole, (long) ((seconds - whole) * NANOS_PER_SECOND)));
    }

    /** Goes on from an instant to which the clock has been moved. */
    void anchor(Instant now) {
        anchor = now;
        anchorReading = reading;
    }
}
