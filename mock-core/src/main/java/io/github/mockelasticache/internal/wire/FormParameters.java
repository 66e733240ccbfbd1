package io.github.mockelasticache.internal.wire;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The decoded parameters of one Query request, from its query string and its form.
 *
 * <p>Of a name that comes twice the first value counts, as in the services' own parser (observed for repeated list
 * indexes: floci-io/floci, SES query handler). Kept sorted by name, so that what lies below {@code Tags} is one
 * range of names and memory stays in proportion to the request, whatever its names look like.
 */
final class FormParameters {

    /** Far above any real request: 500 shards with every member set need about 5,000. */
    private static final int MAX_PARAMETERS = 10_000;

    private final NavigableMap<String, String> values;

    private FormParameters(NavigableMap<String, String> values) {
        this.values = values;
    }

    /** Takes parameters that are decoded already. */
    static FormParameters of(Map<String, String> values) {
        return new FormParameters(new TreeMap<>(values));
    }

    /**
     * Decodes form-encoded texts, each character one byte of the request.
     *
     * @throws RefusedRequestException if an escape is broken, the bytes are not UTF-8, or there are too many parameters
     */
    static FormParameters parse(String... forms) {
        NavigableMap<String, String> values = new TreeMap<>();
        int parameters = 0;
        for (String form : forms) {
            int start = 0;
            while (start < form.length()) {
                int end = indexOf(form, '&', start, form.length());
                if (end > start) {
                    if (++parameters > MAX_PARAMETERS) {
                        throw RefusedRequestException.malformedQueryString(
                                "The request has more than " + MAX_PARAMETERS + " parameters.");
                    }
                    int equals = indexOf(form, '=', start, end);
                    String name = decode(form, start, equals);
                    String value = equals == end ? "" : decode(form, equals + 1, end);
                    values.putIfAbsent(name, value);
                }
                start = end + 1;
            }
        }
        return new FormParameters(values);
    }

    /** Gives the value of a parameter, or null if the request has no such parameter. */
    @Nullable
    String get(String name) {
        return values.get(name);
    }

    /** Gives the names of all parameters. */
    Set<String> names() {
        return values.keySet();
    }

    /** Gives the parameters whose names start with the given name and a dot. */
    SortedMap<String, String> below(String name) {
        return values.subMap(name + '.', name + (char) ('.' + 1));
    }

    private static int indexOf(String text, char wanted, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) == wanted) {
                return i;
            }
        }
        return to;
    }

    private static String decode(String form, int from, int to) {
        boolean plain = true;
        for (int i = from; i < to && plain; i++) {
            char c = form.charAt(i);
            plain = c != '%' && c != '+' && c < 0x80;
        }
        return plain ? form.substring(from, to) : unescape(form, from, to);
    }

    private static String unescape(String form, int from, int to) {
        byte[] bytes = new byte[to - from];
        int length = 0;
        int i = from;
        while (i < to) {
            char c = form.charAt(i);
            if (c == '%') {
                int high = i + 2 < to ? hexDigit(form.charAt(i + 1)) : -1;
                int low = i + 2 < to ? hexDigit(form.charAt(i + 2)) : -1;
                if (high < 0 || low < 0) {
                    throw RefusedRequestException.malformedQueryString("A percent sign is not followed by two"
                            + " hexadecimal digits; write it as %25 if it stands for itself.");
                }
                bytes[length++] = (byte) (high << 4 | low);
                i += 3;
            } else {
                bytes[length++] = (byte) (c == '+' ? ' ' : c);
                i++;
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, length))
                    .toString();
        } catch (CharacterCodingException e) {
            throw RefusedRequestException.malformedQueryString("The parameters are not encoded in UTF-8.");
        }
    }

    /** ASCII only, unlike {@link Character#digit}. */
    private static int hexDigit(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        char lower = (char) (c | 0x20);
        return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
    }
}
