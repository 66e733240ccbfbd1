package io.github.mockelasticache.internal.wire;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One HTTP request, read to its end.
 *
 * @param method for example {@code POST}, in the case that it came in
 * @param path the path as it came in, without the query string, for example {@code /}
 * @param query the text after the question mark as it came in, still escaped, or an empty string; each character is one
 *     byte
 * @param headers the headers by their names in lower case; of several of one name, the values joined by commas
 * @param body the body, or an empty string; each character is one byte
 */
public record HttpRequest(String method, String path, String query, Map<String, String> headers, String body) {

    /**
     * Finds a header.
     *
     * @param name the header's name, in any case
     * @return its value
     */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }
}
