/**
 * AssertJ entry points for the service's resources and errors.
 *
 * <p>AssertJ is an optional dependency: whoever uses this package brings it.
 */
@NullMarked
package io.github.mockelasticache.assertj;

import org.jspecify.annotations.NullMarked;
