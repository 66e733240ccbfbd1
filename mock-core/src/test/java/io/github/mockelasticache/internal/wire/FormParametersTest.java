package io.github.mockelasticache.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormParametersTest {

    @ParameterizedTest
    @CsvSource({
        "Name=value, value",
        "Name=a+b, a b",
        "Name=a%20b%2Bc, a b+c",
        "Name=%e2%82%ac, €",
        "Name=%F0%9F%98%80, 😀",
        "Name=a=b, a=b",
        "N%61me=x, x",
        "&&Name=x&&, x"
    })
    void names_and_values_are_unescaped(String form, String value) {
        assertThat(FormParameters.parse(form).get("Name")).isEqualTo(value);
    }

    @Test
    void unescaped_bytes_beyond_ASCII_are_UTF_8_too() {
        assertThat(FormParameters.parse("Name=\u00E2\u0082\u00AC").get("Name")).isEqualTo("€");
    }

    @Test
    void a_name_without_equals_sign_has_an_empty_value() {
        assertThat(FormParameters.parse("UserIdsToAdd").get("UserIdsToAdd")).isEmpty();
    }

    @Test
    void of_a_name_that_comes_twice_the_first_value_counts() {
        assertThat(FormParameters.parse("Name=query", "Name=form&Name=again").get("Name"))
                .isEqualTo("query");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Name=%", "Name=%4", "Name=%zz", "Name=%4g", "%=x", "Name=%-1", "Name=%４１"})
    void a_broken_escape_is_MalformedQueryString(String form) {
        assertThatExceptionOfType(RefusedRequestException.class)
                .isThrownBy(() -> FormParameters.parse(form))
                .satisfies(refusal -> {
                    assertThat(refusal.status()).isEqualTo(404);
                    assertThat(refusal.code()).isEqualTo("MalformedQueryString");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"Name=%FF", "Name=%C0%80", "Name=%ED%A0%80", "Name=%E2%82", "Name=\u00FC"})
    void what_is_not_UTF_8_is_MalformedQueryString(String form) {
        assertThatExceptionOfType(RefusedRequestException.class)
                .isThrownBy(() -> FormParameters.parse(form))
                .satisfies(
                        refusal -> assertThat(refusal.message()).isEqualTo("The parameters are not encoded in UTF-8."));
    }

    @Test
    void too_many_parameters_are_MalformedQueryString() {
        assertThat(FormParameters.parse("a&".repeat(10_000)).get("a")).isEmpty();
        assertThatExceptionOfType(RefusedRequestException.class)
                .isThrownBy(() -> FormParameters.parse("a&".repeat(10_001)))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("MalformedQueryString"));
    }

    @Test
    void what_lies_below_a_name_starts_with_it_and_a_dot() {
        FormParameters parameters = FormParameters.parse("Tags=&Tags.Tag.1.Key=k&Tags.Tag.1.Value=v&TagsX=1&Tags-X=2");

        assertThat(parameters.below("Tags")).containsOnlyKeys("Tags.Tag.1.Key", "Tags.Tag.1.Value");
    }
}
