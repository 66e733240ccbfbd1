/** The family of replication groups: their node groups (shards) and member clusters, scaling, failover and migration. */
@NullMarked
package io.github.mockelasticache.internal.replication;

import org.jspecify.annotations.NullMarked;
