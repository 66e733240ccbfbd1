package io.github.mockelasticache.internal.wire;

import java.util.Map;

/** A request that is answered with an error before it reaches the engine. Carries no stack trace: it is an answer. */
final class RefusedRequestException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final transient Map<String, String> headers;

    RefusedRequestException(int status, String code, String message) {
        this(status, code, message, Map.of());
    }

    RefusedRequestException(int status, String code, String message, Map<String, String> headers) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.headers = headers;
    }

    /**
     * The code that Query services answer with when a parameter does not fit its type or place in the model; seen from
     * ElastiCache itself in fog/fog-aws, tests/requests/elasticache/parameter_group_tests.rb, with the text "Unexpected
     * complex element termination".
     */
    static RefusedRequestException malformedInput(String message) {
        return new RefusedRequestException(400, "MalformedInput", message);
    }

    /** Status 404 is not a slip: the services' list of common errors pairs MalformedQueryString with it. */
    static RefusedRequestException malformedQueryString(String message) {
        return new RefusedRequestException(404, "MalformedQueryString", message);
    }

    /** The HTTP-level counterpart from the services' list of common errors. */
    static RefusedRequestException malformedHttp(String message) {
        return new RefusedRequestException(400, "MalformedHttpRequestException", message);
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    String message() {
        return String.valueOf(getMessage());
    }

    Map<String, String> headers() {
        return headers;
    }
}
