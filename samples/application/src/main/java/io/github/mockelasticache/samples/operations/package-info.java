/** What the operations of this application have in common: how they wait, and how they say what happened. */
@NullMarked
package io.github.mockelasticache.samples.operations;

import org.jspecify.annotations.NullMarked;
