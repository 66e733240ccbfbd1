package io.github.mockelasticache.samples.operations;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;

/**
 * Lets time pass between two looks at the service. Production sleeps; a test hands in the virtual clock's {@code advance}.
 */
@FunctionalInterface
public interface Pause {

    /**
     * Returns when the time has passed.
     *
     * @param duration how long; zero or more
     * @throws CancellationException if the wait was cut short: the run that waits then takes back what it opened
     */
    void pause(Duration duration);

    /**
     * The pause of production: the thread sleeps. An interrupt ends it with a {@link CancellationException} and leaves the
     * thread's interrupt flag set.
     *
     * @return the pause
     */
    static Pause sleeping() {
        return duration -> {
            try {
                TimeUnit.NANOSECONDS.sleep(duration.toNanos());
            } catch (InterruptedException interrupt) {
                Thread.currentThread().interrupt();
                CancellationException cancellation =
                        new CancellationException("interrupted during a pause of " + duration);
                cancellation.initCause(interrupt);
                throw cancellation;
            }
        };
    }
}
