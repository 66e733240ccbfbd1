package io.github.mockelasticache.internal.engine;

import io.github.mockelasticache.fault.CommonFault;
import io.github.mockelasticache.fault.Fault;
import io.github.mockelasticache.fault.ServiceFault;
import io.github.mockelasticache.internal.engine.NoAnswerException.Reason;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * What goes wrong with one call.
 *
 * @param fault what becomes of it; null if it is answered as ever
 * @param latency how long the answer takes in virtual time
 * @param patience how long the caller waits for it; null for one that does not wait in virtual time
 */
record Trouble(
        @Nullable Fault fault, Duration latency, @Nullable Duration patience) {

    static final Trouble NONE = new Trouble(null, Duration.ZERO, null);

    /** How long the caller waits. */
    Duration waited() {
        return patience != null && latency.compareTo(patience) > 0 ? patience : latency;
    }

    /** What becomes of a refusal: a caller that has given up never learns of it. */
    SdkException seen(AwsServiceException refusal) {
        return isTooLate() ? new NoAnswerException(Reason.TOO_LATE) : refusal;
    }

    private boolean isTooLate() {
        return waited().compareTo(latency) < 0;
    }

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
        if (isTooLate()) {
            throw new NoAnswerException(Reason.TOO_LATE);
        }
    }
}
