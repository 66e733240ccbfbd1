package io.github.mockelasticache.samples.provisioner;

import io.github.mockelasticache.samples.operations.Elapsed;
import io.github.mockelasticache.samples.operations.Patience;
import io.github.mockelasticache.samples.operations.Pause;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;

/** Looks again and again, for what the SDK has no waiter for. */
record Watch(Clock clock, Pause pause, Patience patience) {

    /**
     * Looks until what is seen is what is waited for.
     *
     * @param look what to look at
     * @param done whether the wait is over
     * @param still what is seen, in the words of a report
     * @throws Shortfall if the time runs out
     */
    <T> T until(Supplier<T> look, Predicate<T> done, Function<T, String> still) {
        Instant start = clock.instant();
        T seen = look.get();
        while (!done.test(seen)) {
            if (!pauseSince(start)) {
                throw Shortfall.late(still.apply(seen) + " after " + new Elapsed(patience.deadline()));
            }
            seen = look.get();
        }
        return seen;
    }

    /**
     * Calls until the service takes the call, as long as its refusal will pass.
     *
     * @param call what to ask
     * @param passing whether a refusal is one that passes
     * @return the answer
     * @throws SdkException the refusal, if it does not pass, or does not in time
     */
    <T> T firstAnswer(Supplier<T> call, Predicate<SdkException> passing) {
        Instant start = clock.instant();
        while (true) {
            try {
                return call.get();
            } catch (SdkException refusal) {
                if (!passing.test(refusal) || !pauseSince(start)) {
                    throw refusal;
                }
            }
        }
    }

    /** The same for a call whose answer does not matter. */
    void untilTaken(Runnable call, Predicate<SdkException> passing) {
        firstAnswer(
                () -> {
                    call.run();
                    return true;
                },
                passing);
    }

    /** Lets time pass until the next look; false if there is none left. */
    private boolean pauseSince(Instant start) {
        Duration left = patience.deadline().minus(Duration.between(start, clock.instant()));
        if (left.isNegative() || left.isZero()) {
            return false;
        }
        pause.pause(left.compareTo(patience.poll()) < 0 ? left : patience.poll());
        return true;
    }
}
