package io.github.mockelasticache.internal.engine;

import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.http.SdkHttpResponse;

/** The HTTP side of an answer, as the service sends it: status, content type, and the request id in its header. */
final class HttpAnswer {

    private HttpAnswer() {}

    static SdkHttpResponse of(int status, String requestId) {
        return SdkHttpFullResponse.builder()
                .statusCode(status)
                .putHeader("Content-Type", "text/xml")
                .putHeader("x-amzn-RequestId", requestId)
                .build();
    }
}
