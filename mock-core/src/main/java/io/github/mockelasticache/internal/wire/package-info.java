/**
 * The wire door: a loopback HTTP endpoint that speaks the service's Query protocol, so that any client in any language
 * reaches the engine. One generic codec walks the SDK's own field descriptions; no operation has code of its own here.
 */
@NullMarked
package io.github.mockelasticache.internal.wire;

import org.jspecify.annotations.NullMarked;
