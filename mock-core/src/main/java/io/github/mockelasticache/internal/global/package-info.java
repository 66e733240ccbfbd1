/** Global replication groups, which the user guide calls global datastores: replication groups of several regions. */
@NullMarked
package io.github.mockelasticache.internal.global;

import org.jspecify.annotations.NullMarked;
