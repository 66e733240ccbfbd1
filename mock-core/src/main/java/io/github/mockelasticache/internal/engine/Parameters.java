package io.github.mockelasticache.internal.engine;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The checks of request parameters: each returns the value, or throws the service's error for it.
 *
 * <p>The wordings for missing and blank values are those of the real service (public issue threads quote them for
 * {@code CacheNodeType} and {@code CacheSubnetGroupName}); it answers {@code InvalidParameterValue} where the list of common
 * errors has {@code MissingParameter}.
 */
public final class Parameters {

    private static final int SMALLEST_PAGE = 20;
    private static final int LARGEST_PAGE = 100;
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z](?:-?[A-Za-z0-9])*+");

    private final Faults faults;

    Parameters(Faults faults) {
        this.faults = faults;
    }

    /**
     * A text that must be there.
     *
     * @param name the parameter's name
     * @param value its value
     * @return the value, which has a character other than white space
     */
    public String required(String name, @Nullable String value) {
        if (value == null) {
            throw faults.invalidParameterValue("The parameter " + name + " must be provided and must not be null.");
        }
        return notBlank(name, value);
    }

    /**
     * A text that may be left out, but not blank.
     *
     * @param name the parameter's name
     * @param value its value
     * @return the value, or null
     */
    public @Nullable String optional(String name, @Nullable String value) {
        return value == null ? null : notBlank(name, value);
    }

    /**
     * A text that must be there and must have a form.
     *
     * @param name the parameter's name
     * @param value its value
     * @param form the form
     * @param rule the form in words: the end of a sentence that begins with the parameter
     * @return the value
     */
    public String required(String name, @Nullable String value, Predicate<String> form, String rule) {
        String text = required(name, value);
        if (!form.test(text)) {
            throw faults.invalidParameterValue("The parameter " + name + " " + rule + ".");
        }
        return text;
    }

    /**
     * The id or name of a resource that is to be created.
     *
     * <p>The wording is the service's own: byu-oit/handel#232.
     *
     * @param name the parameter's name, as the service prints it
     * @param value its value
     * @param longest how many characters it may have
     * @return the value: ASCII letters, digits and single hyphens, with a letter first and no hyphen last
     */
    public String identifier(String name, @Nullable String value, int longest) {
        String text = required(name, value);
        if (!IDENTIFIER.matcher(text).matches()) {
            throw faults.invalidParameterValue("The parameter " + name
                    + " is not a valid identifier. Identifiers must begin with a letter; must contain only ASCII letters,"
                    + " digits, and hyphens; and must not end with a hyphen or contain two consecutive hyphens.");
        }
        if (text.length() > longest) {
            throw faults.invalidParameterValue(
                    "The parameter " + name + " must have at most " + longest + " characters.");
        }
        return text;
    }

    /**
     * A number that may be left out, but must be in a range.
     *
     * @param name the parameter's name
     * @param value its value
     * @param least the smallest that it may be
     * @param most the largest that it may be
     * @return the value, or null
     */
    public @Nullable Integer within(String name, @Nullable Integer value, int least, int most) {
        if (value != null && (value < least || value > most)) {
            throw faults.invalidParameterValue(
                    "Invalid value " + value + " for " + name + ". Must be between " + least + " and " + most + ".");
        }
        return value;
    }

    /**
     * A list that must be there and have an element.
     *
     * @param name the parameter's name
     * @param values its value; the SDK gives an empty list where none was set
     * @param <T> the type of an element
     * @return the value
     */
    public <T> List<T> required(String name, List<T> values) {
        if (values.isEmpty()) {
            throw faults.invalidParameterValue("The parameter " + name + " must be provided and must not be null.");
        }
        return values;
    }

    /**
     * A word that may be left out, but must be one of a few.
     *
     * @param name the parameter's name
     * @param value its value as text
     * @param values what it may be
     * @param <E> the enumeration
     * @return the value, or null
     */
    public <E extends Enum<E>> @Nullable E oneOf(String name, @Nullable String value, List<E> values) {
        if (value == null) {
            return null;
        }
        return values.stream()
                .filter(each -> each.toString().equals(value))
                .findFirst()
                .orElseThrow(() -> faults.invalidParameterValue("Invalid value " + value + " for " + name
                        + ". Must be one of: "
                        + String.join(", ", values.stream().map(Enum::toString).toList()) + "."));
    }

    /**
     * A number that may be left out, but must be at least some value.
     *
     * @param name the parameter's name
     * @param value its value
     * @param least the smallest that it may be
     * @return the value, or null
     */
    public @Nullable Integer atLeast(String name, @Nullable Integer value, int least) {
        if (value != null && value < least) {
            throw faults.invalidParameterValue(
                    "Invalid value " + value + " for " + name + ". Must be at least " + least + ".");
        }
        return value;
    }

    /**
     * The size of a page.
     *
     * @param value {@code MaxRecords} of the request
     * @return the value, or the default of 100
     */
    int maxRecords(@Nullable Integer value) {
        if (value == null) {
            return LARGEST_PAGE;
        }
        if (value < SMALLEST_PAGE || value > LARGEST_PAGE) {
            // The wording is the service's own: aws/aws-sdk-js-v3#5727.
            throw faults.invalidParameterValue(
                    "Invalid value for max records. Must be between " + SMALLEST_PAGE + " and " + LARGEST_PAGE);
        }
        return value;
    }

    private String notBlank(String name, String value) {
        if (value.isBlank()) {
            throw faults.invalidParameterValue("The parameter " + name + " must be provided and must not be blank.");
        }
        return value;
    }
}
