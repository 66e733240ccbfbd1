package io.github.mockelasticache.fault;

import java.time.Duration;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** What goes wrong with a call: a {@link CommonFault}, or one that is made here. Immutable. */
public sealed interface Fault permits CommonFault, Latency, ServiceFault {

    /**
     * An error of the API reference, with the HTTP status that the service sends it with.
     *
     * @param code the code that the service sends, for example {@code CacheClusterNotFound}; a plan with one that no
     *     operation of the service has is refused
     * @return the fault
     * @throws IllegalArgumentException if the code is blank
     */
    static Fault error(String code) {
        return error(code, "Injected by a fault plan.");
    }

    /**
     * An error of the API reference, with the HTTP status that the service sends it with, in words of one's own.
     *
     * @param code the code that the service sends; a plan with one that no operation of the service has is refused
     * @param message what the service says
     * @return the fault
     * @throws IllegalArgumentException if the code is blank
     */
    static Fault error(String code, String message) {
        return new ServiceFault(code, ServiceFault.DOCUMENTED, message);
    }

    /**
     * An error as the SDK has it. Its code counts, or else its class; of what else it holds, the message and the status.
     *
     * @param exception for example {@code CacheClusterNotFoundException.builder().message("gone").build()}
     * @return the fault
     * @throws IllegalArgumentException if the exception has no code, and is of no class that stands for one
     */
    static Fault error(AwsServiceException exception) {
        AwsErrorDetails details = exception.awsErrorDetails();
        String message = details == null ? null : details.errorMessage();
        return new ServiceFault(
                ServiceFault.code(exception),
                exception.statusCode() == 0 ? ServiceFault.DOCUMENTED : exception.statusCode(),
                message == null ? String.valueOf(exception.getMessage()) : message);
    }

    /**
     * An error that the API reference does not know, such as {@code AccessDenied}, or one with another HTTP status.
     *
     * @param httpStatus 400 to 599
     * @param code the code that is sent
     * @param message what is said
     * @return the fault
     * @throws IllegalArgumentException if the status is out of range, or the code blank
     */
    static Fault httpError(int httpStatus, String code, String message) {
        if (httpStatus < ServiceFault.LOWEST_STATUS || httpStatus > ServiceFault.HIGHEST_STATUS) {
            throw new IllegalArgumentException(
                    "The HTTP status of an error must be 400 to 599, but is " + httpStatus + ".");
        }
        return new ServiceFault(code, httpStatus, message);
    }

    /**
     * An answer that takes its time. The service acts at once; virtual time passes until its answer is there. A client of
     * {@code ElastiCacheMock.client()} and its like does not wait for it longer than its time-outs say, in virtual time: its
     * API call timeout, its API call attempt timeout, or 30 seconds, the read timeout of the SDK's HTTP clients. Any other
     * client gets the answer at once, with the mock's clock moved: its time-outs are matters of real time.
     *
     * @param duration how long, in virtual time; above zero
     * @return the fault
     * @throws IllegalArgumentException if the duration is not above zero
     */
    static Fault latency(Duration duration) {
        return new Latency(duration);
    }
}
