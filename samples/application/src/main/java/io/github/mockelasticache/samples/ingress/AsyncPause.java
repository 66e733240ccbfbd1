package io.github.mockelasticache.samples.ingress;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Lets time pass between two looks at the service without holding a thread. A test moves the virtual clock and answers a
 * completed future.
 */
@FunctionalInterface
public interface AsyncPause {

    /**
     * Answers a future that completes when the time has passed.
     *
     * @param duration how long; zero or more
     * @return the future; if it is cancelled, the run that waits takes back what it opened
     */
    CompletableFuture<Void> pause(Duration duration);

    /**
     * The pause of production: the common pool goes on when the time has passed.
     *
     * @return the pause
     */
    static AsyncPause scheduled() {
        return duration -> CompletableFuture.runAsync(
                () -> {}, CompletableFuture.delayedExecutor(duration.toNanos(), TimeUnit.NANOSECONDS));
    }
}
