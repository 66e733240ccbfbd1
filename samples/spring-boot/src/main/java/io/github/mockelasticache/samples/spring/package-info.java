/**
 * An application that opens a cache for EC2 security groups. Its ElastiCache client is a bean like any other, and nothing in it
 * knows of tests.
 */
@NullMarked
package io.github.mockelasticache.samples.spring;

import org.jspecify.annotations.NullMarked;
