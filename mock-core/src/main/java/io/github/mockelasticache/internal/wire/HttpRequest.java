package io.github.mockelasticache.internal.wire;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One HTTP request, read to its end. */
public final class HttpRequest {

    private final String method;
    private final String path;
    private final String query;
    private final Map<String, String> headers;
    private final byte[] body;
    private final boolean persistent;

    HttpRequest(
            String method, String path, String query, Map<String, String> headers, byte[] body, boolean persistent) {
        this.method = method;
        this.path = path;
        this.query = query;
        this.headers = headers;
        this.body = body;
        this.persistent = persistent;
    }

    /**
     * Gives the method.
     *
     * @return for example {@code POST}, in the case that it came in
     */
    public String method() {
        return method;
    }

    /**
     * Gives the path as it came in, without the query string.
     *
     * @return for example {@code /}
     */
    public String path() {
        return path;
    }

    /**
     * Gives the query string as it came in, still escaped; each character is one byte.
     *
     * @return the text after the question mark, or an empty string
     */
    public String query() {
        return query;
    }

    /**
     * Finds a header.
     *
     * @param name the header's name, in any case
     * @return its value; of several headers of one name, the values joined by commas
     */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /**
     * Gives the body.
     *
     * @return a copy of its bytes, none if the request has no body
     */
    public byte[] body() {
        return body.clone();
    }

    /** Tells whether the client will use the connection again. */
    boolean persistent() {
        return persistent;
    }
}
