package io.github.mockelasticache.assertj;

import org.assertj.core.api.BDDSoftAssertions;

/**
 * Soft assertions of this package and of AssertJ: all failures are collected, and thrown together by {@code assertAll()}.
 *
 * <p>They work with AssertJ's {@code SoftAssertionsExtension} too.
 */
public class BDDMockElastiCacheSoftAssertions extends BDDSoftAssertions
        implements BDDMockElastiCacheSoftAssertionsProvider {

    /** Soft assertions that have collected nothing yet. */
    public BDDMockElastiCacheSoftAssertions() {}
}
