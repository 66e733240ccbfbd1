/** The engine behind every door: dispatch, region state, paging, validation, errors, identifiers, events and tags. */
@NullMarked
package io.github.mockelasticache.internal.engine;

import org.jspecify.annotations.NullMarked;
