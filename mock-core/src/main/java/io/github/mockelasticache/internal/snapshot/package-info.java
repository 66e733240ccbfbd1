/** The snapshot family: copies of node-based caches, which the user guide also calls backups. */
@NullMarked
package io.github.mockelasticache.internal.snapshot;

import org.jspecify.annotations.NullMarked;
