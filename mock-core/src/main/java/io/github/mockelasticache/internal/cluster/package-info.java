/** The cache cluster family. */
@NullMarked
package io.github.mockelasticache.internal.cluster;

import org.jspecify.annotations.NullMarked;
