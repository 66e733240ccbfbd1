/** The cache parameter group family. */
@NullMarked
package io.github.mockelasticache.internal.parameter;

import org.jspecify.annotations.NullMarked;
