/** The calls that a mock has answered. */
@NullMarked
package io.github.mockelasticache.journal;

import org.jspecify.annotations.NullMarked;
