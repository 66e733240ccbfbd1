package io.github.mockelasticache.internal.parameter;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the service says that a parameter may be: words, numbers and ranges with commas between them, for example {@code yes,no},
 * {@code 0,20-} or {@code -5,-4,-3,-2,-1,1-}. A range without an end has none, and {@code -} alone is any number.
 *
 * @param text as the service writes it; null where it says nothing
 */
record AllowedValues(@Nullable String text) {

    private static final String NUMBER = "-?[0-9]+(?:\\.[0-9]+)?";
    private static final Pattern RANGE = Pattern.compile("(?<least>" + NUMBER + ")?-(?<most>" + NUMBER + ")?");
    private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,18}");
    private static final Pattern FLOAT = Pattern.compile("-?[0-9]{1,18}(?:\\.[0-9]{1,18})?");

    /** Whether a parameter of some type may have a value. */
    boolean admit(String type, String value) {
        return switch (type) {
            case "integer" -> INTEGER.matcher(value).matches() && anyAdmits(new BigDecimal(value));
            case "float" -> FLOAT.matcher(value).matches() && anyAdmits(new BigDecimal(value));
            default -> text == null || items().contains(value);
        };
    }

    /**
     * Whether commands may be renamed so: a command, its new name, and so on, with spaces between them. Only the commands must be
     * among the allowed ones ("Redis OSS 5.0.3 parameter changes", user guide).
     */
    boolean admitRenamed(String value) {
        if (value.isEmpty()) {
            return true;
        }
        List<String> words = List.of(value.split(" +"));
        for (int index = 0; index < words.size(); index += 2) {
            if (!items().contains(words.get(index).toUpperCase(Locale.ROOT))) {
                return false;
            }
        }
        return words.size() % 2 == 0;
    }

    private boolean anyAdmits(BigDecimal number) {
        return items().stream().anyMatch(item -> admits(item, number));
    }

    /** Numbers first: {@code -5} is a number, and no range that ends with 5. */
    private static boolean admits(String item, BigDecimal number) {
        if (FLOAT.matcher(item).matches()) {
            return number.compareTo(new BigDecimal(item)) == 0;
        }
        Matcher range = RANGE.matcher(item);
        if (!range.matches()) {
            return false;
        }
        String least = range.group("least");
        String most = range.group("most");
        return (least == null || number.compareTo(new BigDecimal(least)) >= 0)
                && (most == null || number.compareTo(new BigDecimal(most)) <= 0);
    }

    private List<String> items() {
        return text == null ? List.of() : List.of(text.split(",", -1));
    }
}
