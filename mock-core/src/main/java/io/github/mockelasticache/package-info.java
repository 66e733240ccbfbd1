/**
 * An in-process mock of the Amazon ElastiCache control plane (Query API, version 2015-02-02) for JVM unit tests.
 *
 * <p>{@link io.github.mockelasticache.ElastiCacheMock} is the one entry point: it hands out genuine AWS SDK for Java v2
 * clients whose calls are answered from an in-memory model, and the virtual clock that drives the model's status
 * transitions.
 */
@NullMarked
package io.github.mockelasticache;

import org.jspecify.annotations.NullMarked;
