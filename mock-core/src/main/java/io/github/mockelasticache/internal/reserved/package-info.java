/** Reserved cache nodes: offerings, and what has been bought of them. */
@NullMarked
package io.github.mockelasticache.internal.reserved;

import org.jspecify.annotations.NullMarked;
