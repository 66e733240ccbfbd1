package io.github.mockelasticache.internal.engine;

import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.http.SdkHttpResponse;

/** The HTTP side of an answer, as the service sends it: status, content type, and the request id in its header. */
final class HttpAnswer {

    private static final SdkHttpFullResponse WITHOUT_REQUEST_ID = SdkHttpFullResponse.builder()
            .statusCode(200)
            .putHeader("Content-Type", "text/xml")
            .build();

    private HttpAnswer() {}

    static SdkHttpResponse of(int status, String requestId) {
        return WITHOUT_REQUEST_ID.toBuilder()
                .statusCode(status)
                .putHeader("x-amzn-RequestId", requestId)
                .build();
    }
}
