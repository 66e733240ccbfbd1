package io.github.mockelasticache.standalone;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.ElastiCacheMockBuilder;
import io.github.mockelasticache.Platform;
import io.github.mockelasticache.time.ClockMode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import software.amazon.awssdk.regions.Region;

/** The options of the command line, each a setting of the mock. */
final class Options {

    private static final String HELP = "--help";

    private static final List<Option> ALL = List.of(
            new Option(
                    "--port",
                    "PORT",
                    "where to listen on 127.0.0.1; by default 0, which stands for any free port",
                    (mock, text) -> mock.endpointPort(wholeNumber(text))),
            new Option(
                    "--region",
                    "REGION",
                    "the region of requests that are signed for none; by default us-east-1",
                    (mock, text) -> mock.region(Region.of(text))),
            new Option(
                    "--account-id",
                    "DIGITS",
                    "the account that owns every resource; by default 123456789012",
                    ElastiCacheMockBuilder::accountId),
            new Option(
                    "--start",
                    "INSTANT",
                    "the virtual clock's first instant; by default 2025-01-01T00:00:00Z",
                    (mock, text) -> mock.startingAt(instant(text))),
            new Option(
                    "--clock",
                    "MODE",
                    "how virtual time moves: " + words(ClockMode.values())
                            + "; by default manual, by POST /_mock/advance",
                    (mock, text) -> mock.clockMode(constant(text, ClockMode.values()))),
            new Option(
                    "--time-factor",
                    "NUMBER",
                    "how many times as fast as real time virtual time is with --clock real-time; by default 1",
                    (mock, text) -> mock.timeFactor(number(text))),
            new Option(
                    "--platform",
                    "PLATFORM",
                    "where the account runs its caches: " + words(Platform.values()) + "; by default ec2-classic",
                    (mock, text) -> mock.platform(constant(text, Platform.values()))));

    private Options() {}

    private record Option(
            String name, String placeholder, String meaning, BiConsumer<ElastiCacheMockBuilder, String> setting) {

        String usage() {
            return String.format(Locale.ROOT, "  %-22s %s%n", name + " " + placeholder, meaning);
        }
    }

    static boolean askForHelp(String[] arguments) {
        return Arrays.asList(arguments).contains(HELP);
    }

    static String usage() {
        return String.format(
                        "Usage: java -jar mock-elasticache-core-...-standalone.jar [options]%n%n"
                                + "Answers the Query API of Amazon ElastiCache from memory, and prints its address. Ctrl-C stops it.%n%n")
                + ALL.stream().map(Option::usage).collect(Collectors.joining())
                + String.format(Locale.ROOT, "  %-22s %s%n", HELP, "prints this text");
    }

    /**
     * The mock that the options describe. A value follows its option, or an equals sign.
     *
     * @throws IllegalArgumentException if there is no such option, or its value does not fit
     */
    static ElastiCacheMockBuilder builder(String[] arguments) {
        ElastiCacheMockBuilder mock = ElastiCacheMock.builder();
        for (int index = 0; index < arguments.length; index++) {
            String argument = arguments[index];
            int equals = argument.indexOf('=');
            Option option = named(equals < 0 ? argument : argument.substring(0, equals));
            String value;
            if (equals >= 0) {
                value = argument.substring(equals + 1);
            } else if (++index < arguments.length) {
                value = arguments[index];
            } else {
                throw new IllegalArgumentException(option.name() + " needs a value.");
            }
            try {
                option.setting().accept(mock, value);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(option.name() + ": " + e.getMessage(), e);
            }
        }
        return mock;
    }

    private static Option named(String name) {
        return ALL.stream()
                .filter(option -> option.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no option " + name + "."));
    }

    private static int wholeNumber(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("\"" + text + "\" is not a whole number.", e);
        }
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("\"" + text + "\" is not a number.", e);
        }
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("\"" + text + "\" is not an instant such as 2025-01-01T00:00:00Z.", e);
        }
    }

    private static <E extends Enum<E>> E constant(String text, E[] constants) {
        return Arrays.stream(constants)
                .filter(constant -> word(constant).equals(text))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("\"" + text + "\" is not one of " + words(constants) + "."));
    }

    private static String words(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Options::word).collect(Collectors.joining(", "));
    }

    /** An enumeration's constant as the command line has it. */
    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
