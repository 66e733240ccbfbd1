package io.github.mockelasticache.internal.engine;

import io.github.mockelasticache.fault.CommonFault;
import io.github.mockelasticache.fault.Fault;
import io.github.mockelasticache.fault.ServiceFault;
import io.github.mockelasticache.internal.engine.NoAnswerException.Reason;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong with one call.
 *
 * @param fault what becomes of it; null if it is answered as ever
 * @param latency how long the answer takes in virtual time
 */
record Trouble(@Nullable Fault fault, Duration latency) {

    static final Trouble NONE = new Trouble(null, Duration.ZERO);

    /** Lets a call go wrong that the service does not get to act on. */
    void beforeTheServiceActs(Faults faults) {
        if (fault == null || fault == CommonFault.ANSWER_LOST) {
            return;
        }
        if (fault instanceof ServiceFault error) {
            throw Injected.error(error, faults);
        }
        if (fault == CommonFault.CONNECTION_RESET) {
            throw new NoAnswerException(Reason.CONNECTION_RESET);
        }
        if (fault == CommonFault.TIMEOUT) {
            throw new NoAnswerException(Reason.TIMEOUT);
        }
        throw Injected.error((CommonFault) fault, faults);
    }

    /** Lets a call go wrong that the service has acted on. */
    void afterTheServiceHasActed() {
        if (fault == CommonFault.ANSWER_LOST) {
            throw new NoAnswerException(Reason.CONNECTION_RESET);
        }
    }
}
