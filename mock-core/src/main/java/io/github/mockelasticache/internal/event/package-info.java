/** The event operation. */
@NullMarked
package io.github.mockelasticache.internal.event;

import org.jspecify.annotations.NullMarked;
