/**
 * What the mock costs, as ratios of things that are measured in the same run.
 *
 * <p>{@link io.github.mockelasticache.benchmarks.RatioReport} runs the benchmarks and prints the ratios with their bounds.
 */
@NullMarked
package io.github.mockelasticache.benchmarks;

import org.jspecify.annotations.NullMarked;
