package io.github.mockelasticache.internal.wire;

import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** The service's error envelope around everything that can go wrong. */
final class ErrorAnswers {

    private static final String INTERNAL_FAILURE = "InternalFailure";

    private final Supplier<String> requestIds;

    ErrorAnswers(Supplier<String> requestIds) {
        this.requestIds = requestIds;
    }

    /** Answers with an error of the service. */
    HttpResponse serviceError(AwsServiceException error) {
        AwsErrorDetails details = error.awsErrorDetails();
        String code = details == null ? null : details.errorCode();
        String message = details == null ? null : details.errorMessage();
        String requestId = error.requestId();
        return answer(
                error.statusCode() >= 400 && error.statusCode() < 600 ? error.statusCode() : 500,
                code == null ? INTERNAL_FAILURE : code,
                message == null ? String.valueOf(error.getMessage()) : message,
                requestId == null ? requestIds.get() : requestId);
    }

    /** Answers a request that did not reach the engine. */
    HttpResponse refusal(RefusedRequestException refusal) {
        HttpResponse response = answer(refusal.status(), refusal.code(), refusal.message(), requestIds.get());
        for (Map.Entry<String, String> header : refusal.headers().entrySet()) {
            response = response.withHeader(header.getKey(), header.getValue());
        }
        return response;
    }

    /** Answers a call of an operation that the mock does not know; clients do not retry status 501. */
    HttpResponse unsupported(UnsupportedOperationException unsupported) {
        return answer(501, "UnsupportedOperation", String.valueOf(unsupported.getMessage()), requestIds.get());
    }

    /** Answers a call that ended in a fault of the mock or of the test's own code. */
    HttpResponse failure(Throwable failure) {
        String message = "The mock failed to answer: " + failure.getClass().getSimpleName()
                + (failure.getMessage() == null ? "" : ": " + failure.getMessage());
        return answer(500, INTERNAL_FAILURE, message, requestIds.get());
    }

    private static HttpResponse answer(int status, String code, String message, String requestId) {
        return HttpResponse.of(status, QueryHandler.MEDIA_TYPE, XmlEncoder.error(status, code, message, requestId))
                .withHeader(QueryHandler.REQUEST_ID_HEADER, requestId);
    }
}
