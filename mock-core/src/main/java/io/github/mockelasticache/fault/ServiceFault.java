package io.github.mockelasticache.fault;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.elasticache.model.ElastiCacheException;

/**
 * An error that the service answers with: see {@link Fault#error(String)}.
 *
 * @param code the code that the service sends
 * @param httpStatus 400 to 599, or {@link #DOCUMENTED}
 * @param message what the service says
 */
public record ServiceFault(String code, int httpStatus, String message) implements Fault {

    /** The status is the one that the service sends the code with. */
    public static final int DOCUMENTED = 0;

    static final int LOWEST_STATUS = 400;
    static final int HIGHEST_STATUS = 599;

    /**
     * Checks the code.
     *
     * @param code the code that the service sends
     * @param httpStatus 400 to 599, or {@link #DOCUMENTED}
     * @param message what the service says
     * @throws IllegalArgumentException if it is blank
     */
    public ServiceFault {
        if (code.isBlank()) {
            throw new IllegalArgumentException(
                    "An error has a code, for example CacheClusterNotFound, but this one is blank.");
        }
    }

    /** The code of an exception, or the name of its class, which stands for one. */
    static String code(AwsServiceException exception) {
        AwsErrorDetails details = exception.awsErrorDetails();
        if (details != null && details.errorCode() != null) {
            return details.errorCode();
        }
        if (exception.getClass() == AwsServiceException.class || exception.getClass() == ElastiCacheException.class) {
            throw new IllegalArgumentException(
                    "The class " + exception.getClass().getSimpleName()
                            + " stands for no error of its own; give the exception a code, with awsErrorDetails, or write"
                            + " Fault.error(\"CacheClusterNotFound\").");
        }
        return exception.getClass().getSimpleName();
    }

    /** For example {@code error CacheClusterNotFound}. */
    @Override
    public String toString() {
        return "error " + code + (httpStatus == DOCUMENTED ? "" : " (HTTP " + httpStatus + ")");
    }
}
