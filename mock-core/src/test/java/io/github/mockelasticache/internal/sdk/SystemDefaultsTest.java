package io.github.mockelasticache.internal.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.utils.SdkAutoCloseable;

class SystemDefaultsTest {

    private static final String PROPERTY = SystemDefaultsTest.class.getName();
    private static final Map<String, String> DEFAULTS = Map.of(PROPERTY, "default");

    @AfterEach
    void clear() {
        System.clearProperty(PROPERTY);
    }

    @Test
    void a_property_is_set_until_the_last_who_needs_it_is_done() {
        SdkAutoCloseable first = SystemDefaults.provide(DEFAULTS);
        SdkAutoCloseable second = SystemDefaults.provide(DEFAULTS);
        assertThat(System.getProperty(PROPERTY)).isEqualTo("default");

        first.close();
        first.close();
        assertThat(System.getProperty(PROPERTY)).isEqualTo("default");

        second.close();
        assertThat(System.getProperty(PROPERTY)).isNull();
    }

    @Test
    void a_value_that_the_user_has_set_is_never_touched() {
        System.setProperty(PROPERTY, "own");

        SdkAutoCloseable provided = SystemDefaults.provide(DEFAULTS);
        assertThat(System.getProperty(PROPERTY)).isEqualTo("own");

        provided.close();
        assertThat(System.getProperty(PROPERTY)).isEqualTo("own");
    }

    @Test
    void a_value_that_the_user_sets_meanwhile_stays() {
        SdkAutoCloseable first = SystemDefaults.provide(DEFAULTS);
        System.setProperty(PROPERTY, "own");
        SdkAutoCloseable second = SystemDefaults.provide(DEFAULTS);

        second.close();
        first.close();

        assertThat(System.getProperty(PROPERTY)).isEqualTo("own");
    }

    @Test
    void who_found_the_users_value_takes_nothing_back_from_others() {
        System.setProperty(PROPERTY, "own");
        SdkAutoCloseable early = SystemDefaults.provide(DEFAULTS);
        System.clearProperty(PROPERTY);
        SdkAutoCloseable late = SystemDefaults.provide(DEFAULTS);

        early.close();
        assertThat(System.getProperty(PROPERTY)).isEqualTo("default");

        late.close();
        assertThat(System.getProperty(PROPERTY)).isNull();
    }
}
