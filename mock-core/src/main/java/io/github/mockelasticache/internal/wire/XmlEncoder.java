package io.github.mockelasticache.internal.wire;

import java.util.List;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.services.elasticache.model.ElastiCacheResponse;

/**
 * Writes responses and errors as the service does, by walking the SDK's description of the response's fields.
 *
 * <p>Not the JDK's stream writer: it would write a carriage return that comes back as a line feed, and control
 * characters that no parser takes.
 */
final class XmlEncoder {

    private static final String NAMESPACE = "http://elasticache.amazonaws.com/doc/2015-02-02/";

    private final StringBuilder xml = new StringBuilder(1024);
    private int endOfLastStartTag;

    private XmlEncoder() {}

    /**
     * Encodes the answer of a successful call. Operations whose response has no members get no result element, as in
     * the service's model; empty lists and structures are empty elements and absent members are left out, as the
     * service writes them.
     *
     * @throws IllegalStateException if the response holds text that XML 1.0 cannot carry
     */
    static String response(String action, ElastiCacheResponse response, String requestId) {
        XmlEncoder encoder = new XmlEncoder();
        encoder.root(action + "Response");
        if (!response.sdkFields().isEmpty()) {
            encoder.structure(action + "Result", response);
        }
        encoder.open("ResponseMetadata");
        encoder.text("RequestId", requestId);
        encoder.close("ResponseMetadata");
        encoder.close(action + "Response");
        return encoder.xml.toString();
    }

    /** Encodes an error. Messages may quote a request: characters that XML 1.0 cannot carry become U+FFFD. */
    static String error(int status, String code, String message, String requestId) {
        XmlEncoder encoder = new XmlEncoder();
        encoder.root("ErrorResponse");
        encoder.open("Error");
        encoder.text("Type", status < 500 ? "Sender" : "Receiver");
        encoder.text("Code", code);
        encoder.text("Message", XmlText.withoutForbidden(message));
        encoder.close("Error");
        encoder.text("RequestId", requestId);
        encoder.close("ErrorResponse");
        return encoder.xml.toString();
    }

    private void value(String name, SdkField<?> field, Object value) {
        if (value instanceof List<?> list) {
            SdkField<?> member = field.getTrait(ListTrait.class).memberFieldInfo();
            open(name);
            for (Object element : list) {
                value(member.unmarshallLocationName(), member, element);
            }
            close(name);
        } else if (value instanceof SdkPojo structure) {
            structure(name, structure);
        } else {
            text(name, ScalarText.format(value));
        }
    }

    private void structure(String name, SdkPojo structure) {
        open(name);
        for (SdkField<?> field : structure.sdkFields()) {
            Object value = field.getValueOrDefault(structure);
            if (value != null && !(value instanceof SdkAutoConstructList)) {
                value(field.unmarshallLocationName(), field, value);
            }
        }
        close(name);
    }

    private void text(String name, String text) {
        int forbidden = XmlText.firstForbidden(text);
        if (forbidden >= 0) {
            throw new IllegalStateException(String.format(
                    "%s contains the character U+%04X, which XML 1.0 cannot carry; the value came in through a typed"
                            + " client, which has no such limit.",
                    name, (int) text.charAt(forbidden)));
        }
        open(name);
        XmlText.escape(text, xml);
        close(name);
    }

    private void root(String name) {
        xml.append('<').append(name).append(" xmlns=\"").append(NAMESPACE).append("\">");
    }

    private void open(String name) {
        xml.append('<').append(name).append('>');
        endOfLastStartTag = xml.length();
    }

    private void close(String name) {
        if (xml.length() == endOfLastStartTag) {
            xml.insert(endOfLastStartTag - 1, '/');
        } else {
            xml.append("</").append(name).append('>');
        }
    }
}
