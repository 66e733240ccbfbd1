package io.github.mockelasticache.samples.operations;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Why a call did not get through, in the words that an operator wants to read in a report.
 *
 * @param exception what the client threw
 */
public record Reason(SdkException exception) {

    /** The service's code and message, or the client's message. */
    @Override
    public String toString() {
        if (exception instanceof AwsServiceException service) {
            AwsErrorDetails details = service.awsErrorDetails();
            if (details != null) {
                return details.errorCode() + ": " + details.errorMessage();
            }
        }
        return String.valueOf(exception.getMessage());
    }
}
