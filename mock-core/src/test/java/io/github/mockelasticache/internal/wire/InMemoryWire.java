package io.github.mockelasticache.internal.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.regions.Region;

/** An HTTP client that hands what the SDK would send to the endpoint's handler, and back; only the socket is missing. */
final class InMemoryWire implements SdkHttpClient {

    /** How a request travels: the SDK always sends forms, other clients may send query strings. */
    enum Style {
        POST_FORM,
        GET_QUERY_STRING
    }

    private final RequestRouter router;
    private final Style style;
    private String lastForm = "";

    InMemoryWire(ElastiCacheService service, Style style) {
        ErrorAnswers errors = new ErrorAnswers(service::newRequestId);
        this.router = new RequestRouter(Map.of("/", new QueryHandler(service, Region.US_EAST_1, errors)), errors);
        this.style = style;
    }

    /** The form of the last request, as the SDK wrote it. */
    String lastForm() {
        return lastForm;
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() {
                return exchange(request);
            }

            @Override
            public void abort() {}
        };
    }

    private HttpExecuteResponse exchange(HttpExecuteRequest request) {
        lastForm = request.contentStreamProvider().map(InMemoryWire::read).orElse("");
        Map<String, String> headers = new HashMap<>();
        request.httpRequest()
                .forEachHeader((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
        headers.put("host", "127.0.0.1");
        HttpRequest received = switch (style) {
            case POST_FORM -> new HttpRequest("POST", "/", "", headers, lastForm);
            case GET_QUERY_STRING -> new HttpRequest("GET", "/", lastForm, headers, "");
        };
        HttpResponse answer = router.answer(received);
        SdkHttpFullResponse.Builder response = SdkHttpFullResponse.builder().statusCode(answer.status());
        answer.headers().forEach(response::putHeader);
        return HttpExecuteResponse.builder()
                .response(response.build())
                .responseBody(AbortableInputStream.create(
                        new ByteArrayInputStream(answer.body().getBytes(StandardCharsets.UTF_8))))
                .build();
    }

    private static String read(ContentStreamProvider content) {
        try (var stream = content.newStream()) {
            return new String(stream.readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {}
}
