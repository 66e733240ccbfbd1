package io.github.mockelasticache.internal.json;

import io.github.mockelasticache.fixture.FixtureException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.utils.builder.SdkBuilder;
import tools.jackson.databind.JsonNode;

/** Reads what {@link SdkJson} writes and the AWS CLI prints; whatever does not fit is an error with its place. */
final class SdkJsonReader {

    private final String source;

    SdkJsonReader(String source) {
        this.source = source;
    }

    /**
     * Reads a model object.
     *
     * @param type a class of the SDK's model
     * @param json its members
     * @param pointer where it stands
     */
    <T> T read(Class<T> type, JsonNode json, String pointer) {
        try {
            return type.cast(fill((SdkPojo) type.getMethod("builder").invoke(null), json, pointer));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "The SDK's " + type.getSimpleName()
                            + " has no static builder() method; this version of the AWS SDK for"
                            + " Java v2 does not fit the mock's fixtures.",
                    e);
        }
    }

    private Object fill(SdkPojo builder, JsonNode json, String pointer) {
        if (!json.isObject()) {
            throw wrongType(pointer, "an object", json);
        }
        Map<String, SdkField<?>> fields = new LinkedHashMap<>();
        builder.sdkFields().forEach(field -> fields.put(field.memberName(), field));
        for (Map.Entry<String, JsonNode> member : json.properties()) {
            String place = pointer + "/" + escaped(member.getKey());
            SdkField<?> field = fields.get(member.getKey());
            if (field == null) {
                throw new FixtureException(
                        source,
                        place,
                        "There is no member " + member.getKey() + " here; there are "
                                + String.join(", ", fields.keySet()) + ".");
            }
            if (!member.getValue().isNull()) {
                field.set(builder, value(field, member.getValue(), place));
            }
        }
        return ((SdkBuilder<?, ?>) builder).build();
    }

    private Object value(SdkField<?> field, JsonNode json, String pointer) {
        Class<?> type = field.marshallingType().getTargetClass();
        if (type == List.class) {
            if (!json.isArray()) {
                throw wrongType(pointer, "a list", json);
            }
            SdkField<?> element = field.getTrait(ListTrait.class).memberFieldInfo();
            List<Object> elements = new ArrayList<>();
            for (JsonNode each : json) {
                elements.add(value(element, each, pointer + "/" + elements.size()));
            }
            return elements;
        }
        return type == SdkPojo.class ? fill(field.constructor().get(), json, pointer) : scalar(type, json, pointer);
    }

    private Object scalar(Class<?> type, JsonNode json, String pointer) {
        if (type == String.class && json.isString()) {
            return json.stringValue();
        }
        if (type == Boolean.class && json.isBoolean()) {
            return json.booleanValue();
        }
        if (type == Integer.class && json.canConvertToInt() && json.isIntegralNumber()) {
            return json.intValue();
        }
        if (type == Long.class && json.canConvertToLong() && json.isIntegralNumber()) {
            return json.longValue();
        }
        if (type == Double.class && json.isNumber()) {
            return json.doubleValue();
        }
        if (type == Float.class && json.isNumber()) {
            return json.floatValue();
        }
        if (type == Instant.class && json.isString()) {
            try {
                return DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(json.stringValue(), Instant::from);
            } catch (DateTimeException e) {
                throw wrongType(pointer, "an instant such as \"2025-01-01T00:00:00Z\"", json);
            }
        }
        throw wrongType(pointer, "a value of the type " + type.getSimpleName(), json);
    }

    private FixtureException wrongType(String pointer, String expected, JsonNode json) {
        return new FixtureException(source, pointer, "Expected " + expected + ", but there is " + json + ".");
    }

    /** A member's name in a JSON pointer (RFC 6901). */
    static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
