package io.github.mockelasticache.interop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * A GET request as the documents print it: a URL in several lines or pieces, which a person joins, of the service's host or of
 * none.
 *
 * @param printed from the host, if it is there, to the last parameter
 */
record PrintedRequest(String printed) {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .proxy(HttpClient.Builder.NO_PROXY)
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LIMIT)
            .build();

    /** The request with a piece of it replaced. */
    PrintedRequest with(String piece, String replacement) {
        if (!printed.contains(piece)) {
            throw new IllegalArgumentException("There is no " + piece + " in " + printed);
        }
        return new PrintedRequest(printed.replace(piece, replacement));
    }

    /** Sends the request to an endpoint in place of the service. */
    HttpResponse<String> sendTo(URI endpoint) {
        String query = printed.substring(printed.indexOf('?'))
                .replaceAll("\\s+", "")
                // A URI takes no angle brackets as they are; browsers and tools escape the placeholders in the same
                // way.
                .replace("<", "%3C")
                .replace(">", "%3E");
        HttpRequest request = HttpRequest.newBuilder(URI.create(endpoint + "/" + query))
                .timeout(LIMIT)
                .build();
        try {
            return CLIENT.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
