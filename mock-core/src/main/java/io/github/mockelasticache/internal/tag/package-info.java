/** The tag operations. */
@NullMarked
package io.github.mockelasticache.internal.tag;

import org.jspecify.annotations.NullMarked;
