/** Fault plans: what goes wrong with which calls, how often, and how. */
@NullMarked
package io.github.mockelasticache.fault;

import org.jspecify.annotations.NullMarked;
