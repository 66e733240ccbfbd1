package io.github.mockelasticache.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.time.ClockMode;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WrongConfigurationTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongValues")
    void a_wrong_value_is_refused_with_attribute_value_place_and_fix(Class<?> testClass, String written, String fix) {
        assertThat(TestRun.of(testClass).failure())
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessageStartingWith(
                        "@MockElastiCache cannot be used with " + written + " on class " + testClass.getName() + ". ")
                .hasMessageContaining(fix);
    }

    static Stream<Arguments> wrongValues() {
        return Stream.of(
                Arguments.of(ElevenDigits.class, "accountId = \"12345678901\"", "twelve digits"),
                Arguments.of(UnknownRegion.class, "region = \"eu-west-99\"", "such as us-east-1"),
                Arguments.of(GlobalRegion.class, "region = \"aws-global\"", "such as us-east-1"),
                Arguments.of(BlankRegion.class, "region = \" \"", "such as \"eu-west-1\""),
                Arguments.of(
                        UnparsableInstant.class, "startingAt = \"2025-01-01\"", "such as \"2025-01-01T00:00:00Z\""),
                Arguments.of(UnparsableDuration.class, "ingressDelay = \"1 minute\"", "such as \"PT1M\""),
                Arguments.of(NegativeDelay.class, "ingressDelay = \"PT-1S\"", "zero or more"),
                Arguments.of(NoTime.class, "timeFactor = 0.0", "for example 60"),
                Arguments.of(BlankStatus.class, "settledIngressStatus = \"  \"", "\"authorized\""));
    }

    @MockElastiCache(accountId = "12345678901")
    static class ElevenDigits extends NeverRuns {}

    @MockElastiCache(region = "eu-west-99")
    static class UnknownRegion extends NeverRuns {}

    @MockElastiCache(region = "aws-global")
    static class GlobalRegion extends NeverRuns {}

    @MockElastiCache(region = " ")
    static class BlankRegion extends NeverRuns {}

    @MockElastiCache(startingAt = "2025-01-01")
    static class UnparsableInstant extends NeverRuns {}

    @MockElastiCache(ingressDelay = "1 minute")
    static class UnparsableDuration extends NeverRuns {}

    @MockElastiCache(ingressDelay = "PT-1S")
    static class NegativeDelay extends NeverRuns {}

    @MockElastiCache(timeFactor = 0)
    static class NoTime extends NeverRuns {}

    @MockElastiCache(settledIngressStatus = "  ")
    static class BlankStatus extends NeverRuns {}

    @Test
    void two_values_for_one_attribute_are_refused() {
        assertThat(TestRun.of(TwoModes.class).failure())
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessageContaining("clockMode")
                .hasMessageContaining("[INSTANT, MANUAL]")
                .hasMessageContaining("on class " + TwoModes.class.getName())
                .hasMessageContaining("write one value");
    }

    @MockElastiCache(clockMode = {ClockMode.INSTANT, ClockMode.MANUAL})
    static class TwoModes extends NeverRuns {}

    @Test
    void two_composed_annotations_that_contradict_each_other_are_refused() {
        assertThat(TestRun.of(Contradiction.class).failure())
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessageContaining("region = \"eu-west-1\" on @Irish on class " + Contradiction.class.getName())
                .hasMessageContaining("region = \"eu-central-1\" on @German on class " + Contradiction.class.getName())
                .hasMessageContaining("write it on the class or method itself");
    }

    @Test
    void two_composed_annotations_that_agree_or_are_overruled_are_welcome() {
        TestRun.of(Agreement.class, Overruled.class).passes(2);
    }

    @Retention(RetentionPolicy.RUNTIME)
    @MockElastiCache(region = "eu-west-1", seed = 1)
    @interface Irish {}

    @Retention(RetentionPolicy.RUNTIME)
    @MockElastiCache(region = "eu-central-1", seed = 1)
    @interface German {}

    @Irish
    @German
    static class Contradiction extends NeverRuns {}

    @Irish
    static class Agreement {

        @Test
        @German
        @MockElastiCache(seed = 1)
        void test(ElastiCacheMock mock) {
            assertThat(mock.region().id()).isEqualTo("eu-central-1");
        }
    }

    @Irish
    @German
    @MockElastiCache(region = "us-west-2")
    static class Overruled {

        @Test
        void test(ElastiCacheMock mock) {
            assertThat(mock.region().id()).isEqualTo("us-west-2");
        }
    }

    @Test
    void a_wrong_value_on_a_method_fails_that_test_alone() {
        TestRun run = TestRun.of(WrongMethod.class);

        assertThat(run.failure())
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessageContaining("accountId = \"1\" on method " + WrongMethod.class.getName() + ".wrong");
        assertThat(run.passed()).containsExactly("right()");
    }

    @MockElastiCache
    static class WrongMethod {

        @Test
        @MockElastiCache(accountId = "1")
        void wrong() {
            throw new AssertionError("must not run");
        }

        @Test
        void right() {}
    }

    @Test
    void a_wrong_value_is_refused_before_the_constructor_and_before_BeforeAll() {
        assertThat(TestRun.of(WrongForConstructor.class).failures())
                .singleElement()
                .isInstanceOf(ExtensionConfigurationException.class);
        assertThat(TestRun.of(WrongForMethodOfConstructor.class).failures())
                .singleElement()
                .isInstanceOf(ExtensionConfigurationException.class);
        assertThat(TestRun.of(WrongForBeforeAll.class).failures())
                .singleElement()
                .isInstanceOf(ExtensionConfigurationException.class);
    }

    @MockElastiCache(accountId = "1")
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class WrongForConstructor extends NeverRuns {

        WrongForConstructor(ElastiCacheMock mock) {
            assertThat(mock).as("must not be made").isNull();
        }
    }

    @MockElastiCache
    static class WrongForMethodOfConstructor {

        WrongForMethodOfConstructor(ElastiCacheMock mock) {
            assertThat(mock).as("must not be made").isNull();
        }

        @Test
        @MockElastiCache(accountId = "1")
        void test() {}
    }

    @MockElastiCache(accountId = "1")
    static class WrongForBeforeAll extends NeverRuns {

        @BeforeAll
        static void before_all(ElastiCacheMock mock) {
            assertThat(mock).as("must not be made").isNull();
        }
    }

    static class NeverRuns {

        @Test
        void never_runs() {
            throw new AssertionError("must not run");
        }
    }
}
