package io.github.mockelasticache.assertj;

import org.assertj.core.api.AbstractThrowableAssert;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Assertions on an error of the service, as the SDK throws it. */
public final class ServiceErrorAssert extends AbstractThrowableAssert<ServiceErrorAssert, Throwable> {

    ServiceErrorAssert(@Nullable Throwable actual) {
        super(actual, ServiceErrorAssert.class);
    }

    /**
     * Verifies the code that the service sends.
     *
     * @param code for example {@code CacheSecurityGroupNotFound}
     * @return this assertion
     */
    public ServiceErrorAssert hasCode(String code) {
        String actualCode = serviceError().awsErrorDetails().errorCode();
        if (!code.equals(actualCode)) {
            throw failureWithActualExpected(
                    actualCode, code, "Expected the error code <%s>, but the service answered:%n  %s", code, actual);
        }
        return this;
    }

    /**
     * Verifies the HTTP status.
     *
     * @param status for example 404
     * @return this assertion
     */
    public ServiceErrorAssert hasHttpStatus(int status) {
        int actualStatus = serviceError().statusCode();
        if (status != actualStatus) {
            throw failureWithActualExpected(
                    actualStatus,
                    status,
                    "Expected the HTTP status <%s>, but the service answered:%n  %s",
                    status,
                    actual);
        }
        return this;
    }

    /**
     * Verifies the service's own words, without what the SDK adds to them.
     *
     * @param message the whole wording
     * @return this assertion
     */
    public ServiceErrorAssert says(String message) {
        String actualMessage = serviceError().awsErrorDetails().errorMessage();
        if (!message.equals(actualMessage)) {
            throw failureWithActualExpected(
                    actualMessage,
                    message,
                    "Expected the service to say:%n  %s%nbut it says:%n  %s",
                    message,
                    actualMessage);
        }
        return this;
    }

    private AwsServiceException serviceError() {
        isInstanceOf(AwsServiceException.class);
        return (AwsServiceException) actual;
    }
}
