package io.github.mockelasticache.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkersTest {

    private static final String BASE64_URL = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private final Markers markers = new Markers(42, "DescribeCacheSecurityGroups/us-east-1");

    @Property(seed = "20250101", tries = 500)
    void a_marker_gives_its_key_back(
            @ForAll @StringLength(max = 255) @CharRange(from = ' ', to = '\u07ff') String key) {
        assertThat(markers.key(markers.of(key))).isEqualTo(key);
    }

    @Property(seed = "20250101", tries = 500)
    void a_marker_is_one_word_that_can_go_into_a_URL(
            @ForAll @StringLength(max = 255) @CharRange(from = ' ', to = '\u07ff') String key) {
        assertThat(markers.of(key)).matches("[A-Za-z0-9_-]+");
    }

    @Property(seed = "20250101", tries = 500)
    void a_marker_with_one_character_changed_is_refused(
            @ForAll @CharRange(from = '-', to = 'z') @StringLength(min = 1, max = 40) String key,
            @ForAll @IntRange(max = 1000) int position,
            @ForAll @IntRange(max = 63) int replacement) {
        String marker = markers.of(key);
        int at = position % marker.length();
        char other = BASE64_URL.charAt(replacement);
        String forged = marker.substring(0, at) + other + marker.substring(at + 1);

        assertThat(markers.key(forged)).isEqualTo(other == marker.charAt(at) ? key : null);
    }

    @Property(seed = "20250101", tries = 500)
    void a_text_that_is_no_marker_is_refused(@ForAll @StringLength(max = 60) String text) {
        assertThat(markers.key(text)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "AAAA", "AAAAAAAAAAA", "====", "not base64!", "\u0000", "mygroup"})
    void a_text_that_is_too_short_or_not_even_encoded_is_refused(String text) {
        assertThat(markers.key(text)).isNull();
    }

    @Test
    void the_same_marker_spelled_in_another_way_is_refused() {
        String marker = markers.of("mygroup");

        assertThat(marker).hasSize(20);
        assertThat(markers.key(marker + "=")).isNull();
        assertThat(markers.key(marker + "\n")).isNull();
        assertThat(markers.key(Base64.getEncoder()
                        .encodeToString(Base64.getUrlDecoder().decode(marker))))
                .isEqualTo(null);
    }

    @Test
    void a_marker_of_another_operation_region_or_mock_is_refused() {
        assertThat(markers.key(new Markers(42, "DescribeEvents/us-east-1").of("mygroup")))
                .isNull();
        assertThat(markers.key(new Markers(42, "DescribeCacheSecurityGroups/us-west-2").of("mygroup")))
                .isNull();
        assertThat(markers.key(new Markers(43, "DescribeCacheSecurityGroups/us-east-1").of("mygroup")))
                .isNull();
    }

    @Test
    void the_same_key_in_the_same_place_has_the_same_marker_always() {
        assertThat(new Markers(42, "DescribeCacheSecurityGroups/us-east-1").of("mygroup"))
                .isEqualTo(markers.of("mygroup"));
    }

    @Test
    void scope_and_key_do_not_run_into_each_other() {
        assertThat(new Markers(1, "a").key(new Markers(1, "ab").of("c"))).isNull();
        assertThat(new Markers(1, "ab").of("c")).isNotEqualTo(new Markers(1, "a").of("bc"));
    }
}
