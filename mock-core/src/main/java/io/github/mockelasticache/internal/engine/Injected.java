package io.github.mockelasticache.internal.engine;

import io.github.mockelasticache.fault.CommonFault;
import io.github.mockelasticache.fault.FaultPlan;
import io.github.mockelasticache.fault.ServiceFault;
import java.util.Arrays;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** The errors that fault plans inject, as the service would send them. */
public final class Injected {

    private static final int BAD_REQUEST = 400;
    private static final int INTERNAL_SERVER_ERROR = 500;
    private static final int SERVICE_UNAVAILABLE = 503;

    private Injected() {}

    /**
     * Checks a plan.
     *
     * @param plan the plan
     * @return the plan
     * @throws IllegalArgumentException if the error that it injects is not one of the service
     */
    public static FaultPlan requirePossible(FaultPlan plan) {
        if (plan.fault() instanceof ServiceFault error
                && error.httpStatus() == ServiceFault.DOCUMENTED
                && documented(error).isEmpty()) {
            throw new IllegalArgumentException(
                    "ElastiCache has no error \"" + error.code() + "\"; write its code as the"
                            + " service sends it, for example "
                            + similar(error.code()).orElse("CacheClusterNotFound")
                            + ", or give an HTTP status with it: Fault.httpError(403, \"AccessDenied\", \"...\").");
        }
        return plan;
    }

    static AwsServiceException error(ServiceFault fault, Faults faults) {
        Optional<ServiceError> documented = documented(fault);
        if (fault.httpStatus() == ServiceFault.DOCUMENTED) {
            return faults.of(documented.orElseThrow(), fault.message());
        }
        return documented
                .map(error -> faults.of(error, fault.httpStatus(), fault.message()))
                .orElseGet(() -> faults.undocumented(fault.code(), fault.httpStatus(), fault.message()));
    }

    /** Code and text of throttling are the service's own (AWS re:Post), those of the others of the services' common errors. */
    static AwsServiceException error(CommonFault fault, Faults faults) {
        return switch (fault) {
            case THROTTLING -> faults.undocumented("Throttling", BAD_REQUEST, "Rate exceeded");
            case INTERNAL_FAILURE ->
                faults.undocumented(
                        "InternalFailure",
                        INTERNAL_SERVER_ERROR,
                        "The request processing has failed because of an unknown error, exception or failure.");
            case SERVICE_UNAVAILABLE ->
                faults.undocumented(
                        "ServiceUnavailable",
                        SERVICE_UNAVAILABLE,
                        "The request has failed due to a temporary failure of the server.");
            case CONNECTION_RESET, ANSWER_LOST, TIMEOUT ->
                throw new IllegalArgumentException(fault + " is not an error of the service.");
        };
    }

    /** By its code, or by the name of the SDK's exception for it. */
    private static Optional<ServiceError> documented(ServiceFault fault) {
        return Arrays.stream(ServiceError.values())
                .filter(error -> error.code().equals(fault.code())
                        || error.exceptionName().equals(fault.code()))
                .findFirst();
    }

    /** The API reference ends many names with Fault that the service sends without it, and the other way round. */
    private static Optional<String> similar(String code) {
        return Arrays.stream(ServiceError.values())
                .map(ServiceError::code)
                .filter(known -> stem(known).equalsIgnoreCase(stem(code)))
                .findFirst();
    }

    private static String stem(String code) {
        return code.replaceFirst("(?i)(fault|exception)$", "");
    }
}
