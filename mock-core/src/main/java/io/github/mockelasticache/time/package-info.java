/** Virtual time: the clock that a test moves, and the time line of the status transitions that the clock drives. */
@NullMarked
package io.github.mockelasticache.time;

import org.jspecify.annotations.NullMarked;
