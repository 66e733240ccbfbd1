package io.github.mockelasticache.internal.wire;

import io.github.mockelasticache.internal.engine.NoAnswerException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The endpoint's front: refuses what is not meant for this machine, picks the path's handler, and turns whatever goes
 * wrong into an answer.
 */
final class RequestRouter {

    private static final Logger LOG = System.getLogger(RequestRouter.class.getName());

    /** Names that a resolver may only map to the loopback (RFC 6761, section 6.3) and the loopback's addresses. */
    private static final Pattern LOOPBACK_HOST =
            Pattern.compile("(?:(?:[a-z0-9_-]+\\.)*localhost\\.?|127(?:\\.[0-9]{1,3}){3}|\\[::1])(?::[0-9]{0,5})?");

    private final Map<String, HttpHandler> handlers;
    private final ErrorAnswers errors;

    RequestRouter(Map<String, HttpHandler> handlers, ErrorAnswers errors) {
        this.handlers = Map.copyOf(handlers);
        this.errors = errors;
    }

    /**
     * Answers a request, whatever happens.
     *
     * @throws NoAnswerException if a fault plan wants it to get no answer
     */
    HttpResponse answer(HttpRequest request) {
        try {
            return handler(request).handle(request);
        } catch (NoAnswerException e) {
            throw e;
        } catch (RefusedRequestException e) {
            return errors.refusal(e);
        } catch (UnsupportedOperationException e) {
            return errors.unsupported(e);
        } catch (RuntimeException | Error e) {
            // The caller gets no stack trace; whoever looks for the reason finds it here.
            LOG.log(Level.WARNING, "The mock's endpoint failed to answer a request", e);
            return errors.failure(e);
        }
    }

    /** Answers what could not be read as a request. */
    HttpResponse refuse(RefusedRequestException refusal) {
        return errors.refusal(refusal);
    }

    private HttpHandler handler(HttpRequest request) {
        // A page in a browser can make a foreign name resolve to the loopback; the Host header gives that away.
        String host = request.header("Host").orElse("");
        if (!LOOPBACK_HOST.matcher(host.toLowerCase(Locale.ROOT)).matches()) {
            throw new RefusedRequestException(
                    403,
                    "AccessDenied",
                    "The request is for the host " + ScalarText.echo(host) + ", which this endpoint is not: it answers"
                            + " for 127.0.0.1 and localhost only.");
        }
        HttpHandler handler = at(request.path());
        if (handler == null) {
            throw new RefusedRequestException(
                    404,
                    "UnknownOperationException",
                    "There is nothing at the path " + ScalarText.echo(request.path()) + "; the service is at /.");
        }
        return handler;
    }

    private @Nullable HttpHandler at(String path) {
        HttpHandler exact = handlers.get(path);
        int endOfFirstStep = path.indexOf('/', 1) + 1;
        return exact != null || endOfFirstStep == 0 ? exact : handlers.get(path.substring(0, endOfFirstStep));
    }
}
