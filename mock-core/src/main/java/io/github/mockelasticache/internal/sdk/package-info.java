/** The SDK door: genuine AWS SDK clients whose calls end in the engine. */
@NullMarked
package io.github.mockelasticache.internal.sdk;

import org.jspecify.annotations.NullMarked;
