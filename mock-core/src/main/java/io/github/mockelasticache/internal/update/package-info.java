/** Service updates, and the update actions that apply them. */
@NullMarked
package io.github.mockelasticache.internal.update;

import org.jspecify.annotations.NullMarked;
