/** The cache engine version family. */
@NullMarked
package io.github.mockelasticache.internal.engineversion;

import org.jspecify.annotations.NullMarked;
