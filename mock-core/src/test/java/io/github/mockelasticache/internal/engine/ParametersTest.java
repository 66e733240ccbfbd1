package io.github.mockelasticache.internal.engine;

import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_VALUE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.elasticache.model.SourceType;

/** The checks of request parameters, with the service's own words where they are known. */
class ParametersTest {

    private final Parameters parameters = new Parameters(new Faults(new Identifiers(0).requestId()));

    @ParameterizedTest
    @ValueSource(strings = {"x", " x ", "\u00e9"})
    void a_required_text_is_taken_as_it_is(String value) {
        assertThat(parameters.required("Name", value)).isEqualTo(value);
    }

    @Test
    void a_required_text_that_is_missing_is_refused() {
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> parameters.required("Name", (String) null))
                .says("The parameter Name must be provided and must not be null.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n", "\u2003"})
    void a_text_that_is_blank_is_refused(String blank) {
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> parameters.required("Name", blank))
                .says("The parameter Name must be provided and must not be blank.");
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> parameters.optional("Name", blank))
                .says("The parameter Name must be provided and must not be blank.");
    }

    @Test
    void an_optional_text_may_be_left_out() {
        assertThat(parameters.optional("Name", null)).isNull();
        assertThat(parameters.optional("Name", "x")).isEqualTo("x");
    }

    @Test
    void a_text_must_have_its_form_as_a_whole() {
        Predicate<String> digits = Pattern.compile("[0-9]+").asMatchPredicate();

        assertThat(parameters.required("Number", "123", digits, "must have digits"))
                .isEqualTo("123");
        for (String value : new String[] {"123x", "x123", "123\n"}) {
            INVALID_PARAMETER_VALUE
                    .isTheAnswerTo(() -> parameters.required("Number", value, digits, "must have digits"))
                    .says("The parameter Number must have digits.");
        }
    }

    @Test
    void a_text_that_is_missing_is_said_to_be_missing_and_not_to_lack_its_form() {
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> parameters.required("Number", null, text -> true, "must have digits"))
                .says("The parameter Number must be provided and must not be null.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "Z9", "my-group-2", "a-1-b"})
    void an_identifier_has_letters_digits_and_single_hyphens(String value) {
        assertThat(parameters.identifier("Name", value, 50)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1a", "-a", "a-", "a--b", "a_b", "a.b", "a b", "a\n", "\u00e9", "a\u0661"})
    void any_other_text_is_no_identifier(String value) {
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> parameters.identifier("Name", value, 50))
                .says("The parameter Name is not a valid identifier. Identifiers must begin with a letter; must contain"
                        + " only ASCII letters, digits, and hyphens; and must not end with a hyphen or contain two"
                        + " consecutive hyphens.");
    }

    @Test
    void an_identifier_must_be_there_and_has_a_longest_length() {
        assertThat(parameters.identifier("Name", "a".repeat(50), 50)).hasSize(50);
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> parameters.identifier("Name", "a".repeat(51), 50))
                .says("The parameter Name must have at most 50 characters.");
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> parameters.identifier("Name", null, 50))
                .says("The parameter Name must be provided and must not be null.");
    }

    @Test
    void a_required_list_must_have_an_element() {
        assertThat(parameters.required("Tags", List.of("x"))).containsExactly("x");
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> parameters.required("Tags", List.of()))
                .says("The parameter Tags must be provided and must not be null.");
    }

    @Test
    void a_word_must_be_one_of_those_that_the_service_knows() {
        List<SourceType> two = List.of(SourceType.CACHE_CLUSTER, SourceType.USER);

        assertThat(parameters.oneOf("SourceType", null, two)).isNull();
        assertThat(parameters.oneOf("SourceType", "user", two)).isEqualTo(SourceType.USER);
        for (String unknown : new String[] {"USER", "cache-security-group", "", "null"}) {
            INVALID_PARAMETER_VALUE
                    .isTheAnswerTo(() -> parameters.oneOf("SourceType", unknown, two))
                    .says("Invalid value " + unknown + " for SourceType. Must be one of: cache-cluster, user.");
        }
    }

    @Test
    void a_number_must_not_be_too_small() {
        assertThat(parameters.atLeast("Duration", null, 1)).isNull();
        assertThat(parameters.atLeast("Duration", 1, 1)).isEqualTo(1);
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> parameters.atLeast("Duration", 0, 1))
                .says("Invalid value 0 for Duration. Must be at least 1.");
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 50, 100})
    void a_page_has_20_to_100_records(int size) {
        assertThat(parameters.maxRecords(size)).isEqualTo(size);
    }

    @Test
    void a_page_has_100_records_by_default() {
        assertThat(parameters.maxRecords(null)).isEqualTo(100);
    }

    @ParameterizedTest
    @ValueSource(ints = {19, 101, 0, -20})
    void any_other_number_of_records_is_refused(int size) {
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> parameters.maxRecords(size))
                .says("Invalid value for max records. Must be between 20 and 100");
    }
}
