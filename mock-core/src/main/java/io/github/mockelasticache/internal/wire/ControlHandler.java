package io.github.mockelasticache.internal.wire;

import io.github.mockelasticache.internal.engine.Engine;
import io.github.mockelasticache.internal.json.Jackson;
import io.github.mockelasticache.internal.json.MockJson;
import io.github.mockelasticache.time.Transitions;
import io.github.mockelasticache.time.VirtualClock;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The paths under {@code /_mock/}, by which a test in another language moves time, resets the mock and looks into it.
 *
 * <p>Not part of the service, which knows no such paths; answers and refusals are JSON.
 */
final class ControlHandler implements HttpHandler {

    /** What the paths begin with. */
    static final String FOLDER = "/_mock/";

    private static final String MEDIA_TYPE = "application/json";

    private final Engine engine;
    private final SortedMap<String, Control> controls = new TreeMap<>();

    ControlHandler(Engine engine) {
        this.engine = engine;
        controls.put("advance", new Control("POST", List.of("seconds", "duration"), this::advance));
        controls.put("settle", new Control("POST", List.of(), ignored -> moved(VirtualClock::settle)));
        controls.put("reset", new Control("POST", List.of(), ignored -> reset()));
        controls.put("state", new Control("GET", List.of(), ignored -> MockJson.state(engine.inventory())));
        controls.put("journal", new Control("GET", List.of(), ignored -> MockJson.journal(engine.journal())));
    }

    /**
     * What can be done at one path.
     *
     * @param method the only HTTP method that it takes
     * @param parameters the names of its parameters
     * @param action does it, and gives the JSON of the answer
     */
    private record Control(String method, List<String> parameters, Function<FormParameters, String> action) {}

    @Override
    public HttpResponse handle(HttpRequest request) {
        if (!Jackson.isPresent()) {
            return HttpResponse.of(
                    501, "text/plain", Jackson.missing("A path under " + FOLDER + ", which answers in JSON,") + "\n");
        }
        try {
            Control control = control(request);
            return HttpResponse.of(200, MEDIA_TYPE, control.action().apply(parameters(control, request)));
        } catch (RefusedRequestException refusal) {
            HttpResponse answer = HttpResponse.of(refusal.status(), MEDIA_TYPE, MockJson.message(refusal.message()));
            for (Map.Entry<String, String> header : refusal.headers().entrySet()) {
                answer = answer.withHeader(header.getKey(), header.getValue());
            }
            return answer;
        }
    }

    private Control control(HttpRequest request) {
        Control control = controls.get(request.path().substring(FOLDER.length()));
        if (control == null) {
            throw new RefusedRequestException(
                    404,
                    "UnknownControlPath",
                    "There is nothing at the path " + ScalarText.echo(request.path()) + "; under " + FOLDER
                            + " there are " + String.join(", ", controls.keySet()) + ".");
        }
        if (!control.method().equals(request.method())) {
            throw new RefusedRequestException(
                    405,
                    "MethodNotAllowed",
                    request.path() + " takes " + control.method() + " requests only.",
                    Map.of("Allow", control.method()));
        }
        return control;
    }

    private static FormParameters parameters(Control control, HttpRequest request) {
        FormParameters parameters;
        try {
            parameters = FormParameters.parse(request.query(), request.body());
        } catch (RefusedRequestException e) {
            throw refused(e.message());
        }
        for (String name : parameters.names()) {
            if (!control.parameters().contains(name)) {
                throw refused(request.path() + " has no parameter " + ScalarText.echo(name) + "; "
                        + (control.parameters().isEmpty()
                                ? "it takes none."
                                : "it takes " + String.join(" or ", control.parameters()) + "."));
            }
        }
        return parameters;
    }

    private String advance(FormParameters parameters) {
        Duration duration = duration(parameters);
        try {
            return moved(clock -> clock.advance(duration));
        } catch (DateTimeException | ArithmeticException e) {
            throw refused("Virtual time cannot advance by " + duration + ": no such instant exists.");
        }
    }

    private static Duration duration(FormParameters parameters) {
        String seconds = parameters.get("seconds");
        String duration = parameters.get("duration");
        if ((seconds == null) == (duration == null)) {
            throw refused("Say by how much to advance, in one of two ways: seconds=60 or duration=PT1M.");
        }
        return seconds == null
                ? notNegative("duration", duration, "an ISO 8601 duration such as PT1M", Duration::parse)
                : notNegative(
                        "seconds",
                        seconds,
                        "a whole number such as 60",
                        text -> Duration.ofSeconds(Long.parseLong(text)));
    }

    private static Duration notNegative(
            String name, @Nullable String text, String shape, Function<String, Duration> parse) {
        try {
            Duration duration = parse.apply(String.valueOf(text));
            if (!duration.isNegative()) {
                return duration;
            }
        } catch (DateTimeException | NumberFormatException | ArithmeticException e) {
            // The text has not the shape that the message asks for.
        }
        throw refused("The parameter " + name + " must be " + shape + ", zero or more, but is \""
                + ScalarText.echo(String.valueOf(text)) + "\".");
    }

    private String moved(Function<VirtualClock, Transitions> move) {
        VirtualClock clock = engine.clock();
        return clock.timeline().atomically(() -> {
            Transitions fired = move.apply(clock);
            return MockJson.moved(clock.instant(), fired);
        });
    }

    private String reset() {
        engine.reset();
        return MockJson.now(engine.settings().start());
    }

    private static RefusedRequestException refused(String message) {
        return new RefusedRequestException(400, "InvalidParameterValue", message);
    }
}
