/** The cache subnet group family. */
@NullMarked
package io.github.mockelasticache.internal.subnet;

import org.jspecify.annotations.NullMarked;
