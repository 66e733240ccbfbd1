package io.github.mockelasticache.assertj;

import java.util.function.Consumer;
import org.assertj.core.api.AbstractSoftAssertions;
import org.assertj.core.api.BDDSoftAssertionsProvider;
import org.assertj.core.api.SoftAssertionsProvider;

/**
 * Soft assertions of this package and of AssertJ: all failures are collected, and thrown together by {@code assertAll()}.
 *
 * <p>They work with AssertJ's {@code SoftAssertionsExtension} too.
 */
public class BDDMockElastiCacheSoftAssertions extends AbstractSoftAssertions
        implements BDDSoftAssertionsProvider, BDDMockElastiCacheSoftAssertionsProvider {

    /** Soft assertions that have collected nothing yet. */
    public BDDMockElastiCacheSoftAssertions() {}

    /**
     * Makes assertions, and throws their failures together at the end.
     *
     * @param assertions what to assert, for example {@code softly -> softly.then(mock).hasNothingPending()}
     */
    public static void thenSoftly(Consumer<BDDMockElastiCacheSoftAssertions> assertions) {
        SoftAssertionsProvider.assertSoftly(BDDMockElastiCacheSoftAssertions.class, assertions);
    }
}
