package io.github.mockelasticache.assertj;

import java.util.function.Consumer;
import org.assertj.core.api.AbstractSoftAssertions;
import org.assertj.core.api.SoftAssertionsProvider;
import org.assertj.core.api.StandardSoftAssertionsProvider;

/**
 * Soft assertions of this package and of AssertJ: all failures are collected, and thrown together by {@code assertAll()}.
 *
 * <p>They work with AssertJ's {@code SoftAssertionsExtension} too.
 */
public class MockElastiCacheSoftAssertions extends AbstractSoftAssertions
        implements StandardSoftAssertionsProvider, MockElastiCacheSoftAssertionsProvider {

    /** Soft assertions that have collected nothing yet. */
    public MockElastiCacheSoftAssertions() {}

    /**
     * Makes assertions, and throws their failures together at the end.
     *
     * @param assertions what to assert, for example {@code softly -> softly.assertThat(mock).hasNothingPending()}
     */
    public static void assertSoftly(Consumer<MockElastiCacheSoftAssertions> assertions) {
        SoftAssertionsProvider.assertSoftly(MockElastiCacheSoftAssertions.class, assertions);
    }
}
