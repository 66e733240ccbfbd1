package io.github.mockelasticache.interop;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON as the documents print it and as the tools print it. */
final class Json {

    private Json() {}

    static JsonNode parse(String text) {
        return JsonMapper.shared().readTree(text);
    }

    /** A printed sample with its placeholders replaced by real values. */
    static JsonNode filledIn(JsonNode sample, Map<String, String> values) {
        return withTexts(sample, text -> values.getOrDefault(text, text));
    }

    /** Keys and nesting alone. */
    static JsonNode keysOf(JsonNode node) {
        return withTexts(node, text -> "");
    }

    /**
     * A group without its ARN. The service has given cache security groups an ARN only since samples such as the user guide's
     * were printed.
     */
    static JsonNode withoutArn(JsonNode group) {
        return ((ObjectNode) group.deepCopy()).without("ARN");
    }

    static List<String> texts(JsonNode array) {
        return elements(array).map(JsonNode::stringValue).toList();
    }

    static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static JsonNode withTexts(JsonNode node, UnaryOperator<String> replacement) {
        if (node.isObject()) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(member -> copy.set(member.getKey(), withTexts(member.getValue(), replacement)));
            return copy;
        }
        if (node.isArray()) {
            return JsonNodeFactory.instance
                    .arrayNode()
                    .addAll(elements(node)
                            .map(each -> withTexts(each, replacement))
                            .toList());
        }
        return JsonNodeFactory.instance.stringNode(replacement.apply(node.asString()));
    }
}
