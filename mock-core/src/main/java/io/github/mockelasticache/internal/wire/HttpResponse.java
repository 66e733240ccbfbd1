package io.github.mockelasticache.internal.wire;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One HTTP response.
 *
 * @param status the status code, 200 to 599
 * @param headers further headers, in their order
 * @param contentType the body's media type, for example {@code text/xml}
 * @param body the body, which is sent in UTF-8
 */
public record HttpResponse(int status, Map<String, String> headers, String contentType, String body) {

    /**
     * Makes a response without further headers.
     *
     * @param status the status code, 200 to 599
     * @param contentType the body's media type, for example {@code text/xml}
     * @param body the body
     * @return the response
     */
    public static HttpResponse of(int status, String contentType, String body) {
        return new HttpResponse(status, Map.of(), contentType, body);
    }

    /**
     * Makes a copy with one more header.
     *
     * @param name the header's name
     * @param value the header's value
     * @return the copy
     */
    public HttpResponse withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new HttpResponse(status, more, contentType, body);
    }
}
