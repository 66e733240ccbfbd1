package io.github.mockelasticache.internal.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.services.elasticache.model.ElastiCacheRequest;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/**
 * Builds a typed request from Query parameters by walking the SDK's description of the request's fields.
 *
 * <p>Parameters that the model does not name are ignored, as the service ignores them: the signature's parameters are
 * among them. Lists come as {@code Tags.Tag.1.Key} or as {@code Tags.member.1.Key}; the service takes both (the user
 * guide's samples use both). The texts of refusals are those of the services' common parser where one has been seen:
 * rusoto/rusoto#586, aws/aws-sdk-ruby#1067, boto/boto#37, and floci-io/floci (SES query handler) for list indexes.
 */
final class QueryDecoder {

    private static final String ANY_MEMBER = "member";

    /** Both limits as observed by floci-io/floci, SES query handler: one more is refused. */
    private static final int HIGHEST_INDEX = 214_748_369;

    private static final int MOST_SKIPPED = 10;

    private final FormParameters parameters;

    private QueryDecoder(FormParameters parameters) {
        this.parameters = parameters;
    }

    /**
     * Decodes a request.
     *
     * @throws RefusedRequestException if a parameter does not fit the action's model
     */
    static ElastiCacheRequest decode(ActionTable.Action action, FormParameters parameters) {
        return (ElastiCacheRequest) new QueryDecoder(parameters).fill(action.newRequestBuilder(), "");
    }

    private Object fill(SdkPojo builder, String prefix) {
        for (SdkField<?> field : builder.sdkFields()) {
            Object value = value(prefix + field.locationName(), field);
            if (value != null) {
                field.set(builder, value);
            }
        }
        return ((SdkBuilder<?, ?>) builder).build();
    }

    private @Nullable Object value(String name, SdkField<?> field) {
        Class<?> type = field.marshallingType().getTargetClass();
        if (type == List.class) {
            return list(name, field);
        }
        return type == SdkPojo.class ? structure(name, field) : scalar(name, type);
    }

    private @Nullable Object scalar(String name, Class<?> type) {
        String text = parameters.get(name);
        if (text != null) {
            return ScalarText.parse(type, name, text);
        }
        SortedMap<String, String> below = parameters.below(name);
        if (below.isEmpty()) {
            return null;
        }
        throw RefusedRequestException.malformedInput(
                below.firstKey().startsWith(ANY_MEMBER + '.', name.length() + 1)
                        ? "Start of list found where not expected"
                        : "Start of structure or map found where not expected.");
    }

    private @Nullable Object structure(String name, SdkField<?> field) {
        String text = parameters.get(name);
        if (text == null && parameters.below(name).isEmpty()) {
            return null;
        }
        if (text != null && !text.isEmpty()) {
            throw RefusedRequestException.malformedInput("Unexpected complex element termination");
        }
        return fill(field.constructor().get(), name + '.');
    }

    private @Nullable List<Object> list(String name, SdkField<?> field) {
        String text = parameters.get(name);
        SortedMap<String, String> below = parameters.below(name);
        if (text == null && below.isEmpty()) {
            return null;
        }
        if (text != null && !text.isEmpty()) {
            throw RefusedRequestException.malformedInput("Unexpected list element termination");
        }
        SdkField<?> member = field.getTrait(ListTrait.class).memberFieldInfo();
        List<Object> elements = new ArrayList<>();
        for (String element : elements(name, member.locationName(), below).values()) {
            Object value = value(element, member);
            if (value != null) {
                elements.add(value);
            }
        }
        return elements;
    }

    /** Finds the list's elements: their parameter names, in the order of their indexes. */
    private static SortedMap<Integer, String> elements(
            String list, String memberName, Map<String, String> parametersBelow) {
        SortedMap<Integer, String> elements = new TreeMap<>();
        for (String parameter : parametersBelow.keySet()) {
            int indexStart = indexStart(parameter, list.length() + 1, memberName);
            int indexEnd = parameter.indexOf('.', indexStart);
            String element = indexEnd < 0 ? parameter : parameter.substring(0, indexEnd);
            elements.putIfAbsent(index(element.substring(indexStart)), element);
        }
        int previous = 1;
        for (int index : elements.keySet()) {
            if (index - previous > MOST_SKIPPED) {
                throw RefusedRequestException.malformedInput(String.format(
                        Locale.ROOT, "Excessively sparse input would skip %,d list elements", index - previous));
            }
            previous = index;
        }
        return elements;
    }

    private static int indexStart(String parameter, int memberStart, String memberName) {
        for (String member : List.of(memberName, ANY_MEMBER)) {
            if (parameter.startsWith(member + '.', memberStart)) {
                return memberStart + member.length() + 1;
            }
        }
        throw RefusedRequestException.malformedInput("Start of list found where not expected");
    }

    private static int index(String text) {
        if (text.isEmpty() || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw RefusedRequestException.malformedInput("Start of list found where not expected");
        }
        if (text.equals("0")) {
            throw RefusedRequestException.malformedInput("0 is not a valid index");
        }
        if (text.startsWith("0")) {
            throw RefusedRequestException.malformedInput("Value found where not expected");
        }
        if (text.length() > 9 || Integer.parseInt(text) > HIGHEST_INDEX) {
            throw RefusedRequestException.malformedInput("Index " + ScalarText.echo(text) + " is illegal");
        }
        return Integer.parseInt(text);
    }
}
