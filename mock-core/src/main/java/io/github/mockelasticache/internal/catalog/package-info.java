/** What the service offers, as data: node types, engine versions, regions. Knows neither engine nor families. */
@NullMarked
package io.github.mockelasticache.internal.catalog;

import org.jspecify.annotations.NullMarked;
