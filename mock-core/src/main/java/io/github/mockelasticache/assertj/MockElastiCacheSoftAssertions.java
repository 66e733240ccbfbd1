package io.github.mockelasticache.assertj;

import org.assertj.core.api.SoftAssertions;

/**
 * Soft assertions of this package and of AssertJ: all failures are collected, and thrown together by {@code assertAll()}.
 *
 * <p>They work with AssertJ's {@code SoftAssertionsExtension} too.
 */
public class MockElastiCacheSoftAssertions extends SoftAssertions implements MockElastiCacheSoftAssertionsProvider {

    /** Soft assertions that have collected nothing yet. */
    public MockElastiCacheSoftAssertions() {}
}
