package io.github.mockelasticache.time;

import java.time.Duration;
import java.time.Instant;

/** What was waited for in virtual time has not come about within its limit; says what was still to happen. */
public final class ConditionNotMetException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Transitions pending;

    ConditionNotMetException(Duration limit, Instant now, Transitions pending) {
        super("The condition has not been met within " + limit + ": the clock stands at " + now
                + (pending.isEmpty()
                        ? ", and nothing is pending."
                        : ", and this is still pending:" + System.lineSeparator() + pending));
        this.pending = pending;
    }

    /**
     * What was still to happen when the limit was reached, the next transition first.
     *
     * @return the pending transitions
     */
    public Transitions pending() {
        return pending;
    }
}
