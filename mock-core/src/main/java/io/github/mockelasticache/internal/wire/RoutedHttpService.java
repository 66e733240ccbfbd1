package io.github.mockelasticache.internal.wire;

import io.github.mockelasticache.internal.engine.NoAnswerException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.http.Header;
import org.apache.http.HttpEntity;
import org.apache.http.HttpEntityEnclosingRequest;
import org.apache.http.HttpException;
import org.apache.http.HttpResponseInterceptor;
import org.apache.http.HttpStatus;
import org.apache.http.MalformedChunkCodingException;
import org.apache.http.MessageConstraintException;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.protocol.HttpContext;
import org.apache.http.protocol.HttpService;
import org.apache.http.protocol.ImmutableHttpProcessor;
import org.apache.http.protocol.ResponseConnControl;
import org.apache.http.protocol.ResponseContent;

/** Has a router answer what comes in by HTTP. */
final class RoutedHttpService extends HttpService {

    /** Far above the largest real request. */
    static final int MAX_BODY_BYTES = 1024 * 1024;

    /** {@code http://host/path}, as sent to proxies. */
    private static final Pattern ABSOLUTE_TARGET = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://([^/?]*)(.*)");

    /** Set in the context of a request that has been read to its end. */
    private static final String READ = RoutedHttpService.class.getName() + ".read";

    private static final HttpResponseInterceptor LIBRARYS_CHOICE = new ResponseConnControl();

    private final RequestRouter router;

    RoutedHttpService(RequestRouter router) {
        // Without the library's Date header: it tells the time of the wall clock.
        super(new ImmutableHttpProcessor(new ResponseContent(), RoutedHttpService::keepOrClose), null);
        this.router = router;
    }

    /**
     * The library closes a connection after 400, 501 and some others, whatever they are about. The service does so only
     * where it is lost in what the client sends: after an error of the Query API the connection is as good as ever.
     */
    private static void keepOrClose(org.apache.http.HttpResponse response, HttpContext context)
            throws HttpException, IOException {
        int status = response.getStatusLine().getStatusCode();
        if (context.getAttribute(READ) != null) {
            response.setStatusCode(HttpStatus.SC_OK);
        }
        LIBRARYS_CHOICE.process(response, context);
        response.setStatusCode(status);
    }

    @Override
    protected void doService(
            org.apache.http.HttpRequest message, org.apache.http.HttpResponse response, HttpContext context)
            throws IOException {
        HttpEntityEnclosingRequest request = (HttpEntityEnclosingRequest) message;
        try {
            HttpRequest read = read(request);
            context.setAttribute(READ, true);
            write(router.answer(read), response);
        } catch (NoAnswerException e) {
            throw new UnansweredException(e);
        } catch (RefusedRequestException e) {
            // Without this the library would read the rest of the body before it answers.
            request.setEntity(null);
            write(router.refuse(e), response);
        }
    }

    @Override
    protected void handleException(HttpException e, org.apache.http.HttpResponse response) {
        write(router.refuse(unreadable(e.getCause() == null ? e : e.getCause())), response);
    }

    private static HttpRequest read(HttpEntityEnclosingRequest request) throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (Header header : request.getAllHeaders()) {
            headers.merge(
                    header.getName().toLowerCase(Locale.ROOT), header.getValue(), (first, next) -> first + ',' + next);
        }
        String target = request.getRequestLine().getUri();
        Matcher absolute = ABSOLUTE_TARGET.matcher(target);
        if (absolute.matches()) {
            // Its host counts instead of the header's (RFC 9112, section 3.2.2).
            headers.put("host", absolute.group(1));
            target = absolute.group(2).startsWith("/") ? absolute.group(2) : '/' + absolute.group(2);
        }
        if (!headers.containsKey("host")) {
            throw RefusedRequestException.malformedHttp("The request has no Host header.");
        }
        int question = target.indexOf('?');
        return new HttpRequest(
                request.getRequestLine().getMethod(),
                question < 0 ? target : target.substring(0, question),
                question < 0 ? "" : target.substring(question + 1),
                headers,
                body(request.getEntity()));
    }

    private static String body(HttpEntity entity) throws IOException {
        if (entity.getContentLength() > MAX_BODY_BYTES) {
            throw tooLarge();
        }
        try {
            byte[] body = entity.getContent().readNBytes(MAX_BODY_BYTES + 1);
            if (body.length > MAX_BODY_BYTES) {
                throw tooLarge();
            }
            return new String(body, StandardCharsets.ISO_8859_1);
        } catch (MalformedChunkCodingException | MessageConstraintException | SocketTimeoutException e) {
            throw unreadable(e);
        }
    }

    private static RefusedRequestException tooLarge() {
        return new RefusedRequestException(
                413,
                "RequestEntityTooLargeException",
                "The body is longer than " + MAX_BODY_BYTES + " bytes, the most that this endpoint takes.");
    }

    private static RefusedRequestException unreadable(Throwable e) {
        return e instanceof SocketTimeoutException
                ? new RefusedRequestException(408, "RequestTimeoutException", "The request did not go on in time.")
                : RefusedRequestException.malformedHttp("The request could not be read: " + e.getMessage());
    }

    private static void write(HttpResponse answer, org.apache.http.HttpResponse response) {
        response.setStatusCode(answer.status());
        answer.headers().forEach(response::setHeader);
        ByteArrayEntity body = new ByteArrayEntity(answer.body().getBytes(StandardCharsets.UTF_8));
        body.setContentType(answer.contentType());
        response.setEntity(body);
    }
}
