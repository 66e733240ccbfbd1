package io.github.mockelasticache.internal.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/** How the service writes strings, numbers, booleans and timestamps, in both directions. */
final class ScalarText {

    private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]{1,20}");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]{1,400}(\\.[0-9]{1,400})?([eE][+-]?[0-9]{1,4})?");

    /** Always milliseconds, as in the service's answers: 2018-04-25T18:19:28.241Z. */
    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private static final int LONGEST_ECHO = 100;

    private static final Map<Class<?>, Parser> PARSERS = Map.of(
            String.class, ScalarText::string,
            Boolean.class, ScalarText::bool,
            Integer.class, (name, text) -> number(name, text, INTEGER, "integer", Integer::valueOf),
            Long.class, (name, text) -> number(name, text, INTEGER, "long", Long::valueOf),
            Float.class, (name, text) -> number(name, text, DECIMAL, "float", Float::valueOf),
            Double.class, (name, text) -> number(name, text, DECIMAL, "double", Double::valueOf),
            Instant.class, ScalarText::timestamp);

    private ScalarText() {}

    private interface Parser {
        Object parse(String name, String text);
    }

    /** Tells whether the codec can carry values of this class. */
    static boolean knows(Class<?> type) {
        return PARSERS.containsKey(type);
    }

    /**
     * Reads a parameter's value.
     *
     * @throws RefusedRequestException if the text does not fit the type
     */
    static Object parse(Class<?> type, String name, String text) {
        Parser parser = PARSERS.get(type);
        if (parser == null) {
            throw new IllegalStateException("The wire door does not know how to read " + name + ", a "
                    + type.getSimpleName() + " in this version of the AWS SDK for Java v2.");
        }
        return parser.parse(name, text);
    }

    /** Writes a value as the service does. */
    static String format(Object value) {
        return value instanceof Instant instant ? TIMESTAMP.format(instant) : value.toString();
    }

    /** Shortens text from a request for use in a message. */
    static String echo(String text) {
        return text.length() <= LONGEST_ECHO ? text : text.substring(0, LONGEST_ECHO) + "…";
    }

    /**
     * Refuses what no answer could carry back. What ElastiCache does with such characters is not known; SQS documents
     * for its Query API that it refuses all that XML 1.0 excludes (API reference, SendMessage).
     */
    private static String string(String name, String text) {
        int forbidden = XmlText.firstForbidden(text);
        if (forbidden >= 0) {
            throw new RefusedRequestException(
                    400,
                    "InvalidParameterValue",
                    String.format(
                            "The parameter %s contains the character U+%04X, which XML 1.0 does not allow.",
                            echo(name), (int) text.charAt(forbidden)));
        }
        return text;
    }

    /**
     * Texts and rules observed from the services' common parser: bhushankummar/amazon-mws#134 for the text;
     * floci-io/floci, SES query handler, for {@code 1} and {@code 0} being taken, {@code TRUE} being refused and the
     * text for an empty value.
     */
    private static Boolean bool(String name, String text) {
        return switch (text) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            case "" -> throw RefusedRequestException.malformedInput("missing value for boolean type");
            default -> throw RefusedRequestException.malformedInput("boolean must follow xsd1.1 definition");
        };
    }

    /** The code as for booleans; no text for numbers has been seen, so this one is ours. */
    private static Number number(
            String name, String text, Pattern shape, String type, Function<String, ? extends Number> parse) {
        if (text.isEmpty()) {
            throw RefusedRequestException.malformedInput("missing value for " + type + " type");
        }
        if (shape.matcher(text).matches()) {
            try {
                return parse.apply(text);
            } catch (NumberFormatException e) {
                // The digits do not fit the type: same answer as for no digits at all.
            }
        }
        throw RefusedRequestException.malformedInput(
                "The value '" + echo(text) + "' of the parameter " + echo(name) + " is not of type " + type + ".");
    }

    /** Text: aws/aws-sdk-java-v2#3126, and from RDS in sensu-plugins/sensu-plugins-aws#278. */
    private static Instant timestamp(String name, String text) {
        try {
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from);
        } catch (DateTimeException e) {
            throw RefusedRequestException.malformedInput("timestamp must follow ISO8601");
        }
    }
}
