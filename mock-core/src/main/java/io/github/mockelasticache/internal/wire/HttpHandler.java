package io.github.mockelasticache.internal.wire;

/** Answers the requests of one path of the endpoint. Called from several threads at once. */
@FunctionalInterface
public interface HttpHandler {

    /**
     * Answers a request.
     *
     * @param request a request whose Host is this machine's loopback
     * @return the response
     */
    HttpResponse handle(HttpRequest request);
}
