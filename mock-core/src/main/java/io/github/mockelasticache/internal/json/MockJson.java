package io.github.mockelasticache.internal.json;

import io.github.mockelasticache.internal.engine.Inventory;
import io.github.mockelasticache.journal.Journal;
import io.github.mockelasticache.journal.RecordedCall;
import io.github.mockelasticache.time.Transition;
import java.time.Instant;
import java.util.List;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.core.util.Separators.Spacing;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a mock can tell about itself, as JSON texts that people can read too. */
public final class MockJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** As the AWS CLI prints, on every platform. */
    private static final ObjectWriter WRITER = JsonMapper.shared()
            .writer()
            .with(new DefaultPrettyPrinter()
                    .withSeparators(Separators.createDefaultInstance()
                            .withObjectNameValueSpacing(Spacing.AFTER)
                            .withObjectEmptySeparator("")
                            .withArrayEmptySeparator(""))
                    .withObjectIndenter(new DefaultIndenter("    ", "\n"))
                    .withArrayIndenter(new DefaultIndenter("    ", "\n")));

    private MockJson() {}

    /**
     * What exists.
     *
     * @param inventory all of it
     * @return an object with {@code now}, with {@code regions}: by region, lists of resources as Describe answers have them,
     *     and with {@code pending}
     */
    public static String state(Inventory inventory) {
        ObjectNode regions = NODES.objectNode();
        inventory.regions().forEach((region, resources) -> {
            ObjectNode lists = regions.putObject(region);
            resources.forEach((name, list) -> {
                ArrayNode elements = lists.putArray(name);
                list.forEach(resource -> elements.add(SdkJson.of(resource)));
            });
        });
        ObjectNode state = at(inventory.now());
        state.set("regions", regions);
        state.set("pending", transitions(inventory.pending()));
        return text(state);
    }

    /**
     * The calls.
     *
     * @param journal those to write
     * @return an object with {@code calls}
     */
    public static String journal(Journal journal) {
        ObjectNode json = NODES.objectNode();
        ArrayNode calls = json.putArray("calls");
        for (RecordedCall call : journal) {
            ObjectNode one = calls.addObject();
            one.put("number", call.number());
            one.put("at", call.at().toString());
            one.put("region", call.region().id());
            one.put("door", call.caller().door().name());
            one.put("thread", call.caller().thread());
            one.put("attempt", call.caller().attempt());
            one.put("operation", call.operation());
            one.set("request", SdkJson.of(call.request()));
            one.put("requestId", call.requestId());
            call.answer().ifPresent(answer -> one.set("answer", SdkJson.of(answer)));
            call.errorCode().ifPresent(code -> one.put("errorCode", code));
            call.error().ifPresent(error -> one.put("errorMessage", error.getMessage()));
        }
        return text(json);
    }

    /**
     * What a move of the clock has done.
     *
     * @param now where the clock is
     * @param fired what has fired on the way
     * @return an object with {@code now} and {@code fired}
     */
    public static String moved(Instant now, List<Transition> fired) {
        ObjectNode moved = at(now);
        moved.set("fired", transitions(fired));
        return text(moved);
    }

    /**
     * The clock's present.
     *
     * @param now where the clock is
     * @return an object with {@code now}
     */
    public static String now(Instant now) {
        return text(at(now));
    }

    /**
     * Why something was refused.
     *
     * @param message what was wrong and what to do
     * @return an object with {@code message}
     */
    public static String message(String message) {
        return text(NODES.objectNode().put("message", message));
    }

    private static ObjectNode at(Instant now) {
        return NODES.objectNode().put("now", now.toString());
    }

    static ArrayNode transitions(List<Transition> transitions) {
        ArrayNode all = NODES.arrayNode();
        for (Transition transition : transitions) {
            all.addObject()
                    .put("at", transition.at().toString())
                    .put("resource", transition.resource())
                    .put("aspect", transition.aspect())
                    .put("from", transition.from())
                    .put("to", transition.to());
        }
        return all;
    }

    static String text(JsonNode json) {
        return WRITER.writeValueAsString(json) + "\n";
    }
}
