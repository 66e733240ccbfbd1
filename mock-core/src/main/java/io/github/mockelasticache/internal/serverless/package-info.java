/** The serverless family: caches without nodes, and their snapshots. */
@NullMarked
package io.github.mockelasticache.internal.serverless;

import org.jspecify.annotations.NullMarked;
