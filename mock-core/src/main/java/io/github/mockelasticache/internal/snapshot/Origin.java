package io.github.mockelasticache.internal.snapshot;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a snapshot was taken of, as far as its SDK object does not tell. A copy has the origin of what it is a copy of.
 *
 * @param source tells the source from any other one, and from a later one of the same name
 * @param clusters the ids of the cache clusters whose nodes were snapshotted
 * @param replicationGroup the id of the replication group that they belonged to, or null
 */
record Origin(
        String source, List<String> clusters, @Nullable String replicationGroup) {}
