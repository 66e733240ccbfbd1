package io.github.mockelasticache.internal.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllowedValuesTest {

    @ParameterizedTest
    @CsvSource(nullValues = "null", delimiter = '|', textBlock = """
            integer | -5,-4,-3,-2,-1,1- | -2       | true
            integer | -5,-4,-3,-2,-1,1- | -6       | false
            integer | -5,-4,-3,-2,-1,1- | 0        | false
            integer | -5,-4,-3,-2,-1,1- | 8        | true
            integer | 5000              | 5000     | true
            integer | 5000              | 5001     | false
            integer | -                 | -1       | true
            integer | -                 | 1e3      | false
            integer | 1-10              | 10       | true
            integer | 1-10              | 11       | false
            integer | 1-10              | 1.0      | false
            integer | word              | 1        | false
            integer | null              | 1        | false
            float   | 1.0-              | 1        | true
            float   | 1.0-              | 0.99     | false
            float   | 1.0-              | 1.       | false
            string  | yes,no            | no       | true
            string  | yes,no            | yes,no   | false
            string  | null              | anything | true
            boolean | 0,1               | 1        | true
            boolean | 0,1               | true     | false
            """)
    void words_numbers_and_ranges_are_read_as_the_service_writes_them(
            String type, @Nullable String allowed, String value, boolean admitted) {
        assertThat(new AllowedValues(allowed).admit(type, value)).isEqualTo(admitted);
    }
}
