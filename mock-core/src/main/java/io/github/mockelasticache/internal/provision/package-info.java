/** What cache clusters and replication groups have in common: how their nodes are asked for, placed, named and dated. */
@NullMarked
package io.github.mockelasticache.internal.provision;

import org.jspecify.annotations.NullMarked;
