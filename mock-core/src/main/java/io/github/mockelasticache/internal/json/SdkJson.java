package io.github.mockelasticache.internal.json;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Model objects of the SDK as JSON in the shape that the AWS CLI prints, by walking the SDK's description of their fields.
 *
 * <p>Members have the names of the service model. Absent ones are left out and empty lists are written, as the CLI does.
 */
public final class SdkJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private SdkJson() {}

    /**
     * Writes a model object.
     *
     * @param model a structure of the service model
     * @return its members in the order of the model
     */
    public static ObjectNode of(SdkPojo model) {
        ObjectNode members = NODES.objectNode();
        for (SdkField<?> field : model.sdkFields()) {
            Object value = field.getValueOrDefault(model);
            if (value != null && !(value instanceof SdkAutoConstructList) && !(value instanceof SdkAutoConstructMap)) {
                members.set(field.memberName(), value(value));
            }
        }
        return members;
    }

    private static JsonNode value(Object value) {
        if (value instanceof SdkPojo model) {
            return of(model);
        }
        if (value instanceof List<?> list) {
            ArrayNode elements = NODES.arrayNode();
            list.forEach(element -> elements.add(value(element)));
            return elements;
        }
        if (value instanceof Map<?, ?> map) {
            ObjectNode entries = NODES.objectNode();
            map.forEach((key, element) -> entries.set(key.toString(), value(element)));
            return entries;
        }
        if (value instanceof Boolean bool) {
            return NODES.booleanNode(bool);
        }
        if (value instanceof Number number) {
            return NODES.numberNode(new BigDecimal(number.toString()));
        }
        // Instants too: ISO 8601 is how the CLI prints them.
        return NODES.stringNode(value.toString());
    }
}
