/**
 * The JUnit Jupiter extension: a test annotated with {@link io.github.mockelasticache.junit5.MockElastiCache} gets a
 * mock of its own and the AWS SDK clients that talk to it.
 */
@NullMarked
package io.github.mockelasticache.junit5;

import org.jspecify.annotations.NullMarked;
