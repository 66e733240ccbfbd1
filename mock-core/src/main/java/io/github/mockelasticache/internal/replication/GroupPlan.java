package io.github.mockelasticache.internal.replication;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a replication group's SDK object does not tell, or not at all times.
 *
 * @param shards the node groups, in the order of the answers
 * @param lastShard the highest number that a node group has had
 * @param tokenRotated whether the last change of the AUTH token was a rotation, after which it may be set
 * @param slotsMovingSince when slots began to move in the resharding that is under way; null if none move
 * @param deferred what waits for the next maintenance window
 */
record GroupPlan(
        List<Shard> shards,
        int lastShard,
        boolean tokenRotated,
        @Nullable Instant slotsMovingSince,
        List<Change> deferred) {

    GroupPlan {
        shards = List.copyOf(shards);
        deferred = List.copyOf(deferred);
    }

    static GroupPlan of(List<Shard> shards, int lastShard) {
        return new GroupPlan(shards, lastShard, false, null, List.of());
    }

    GroupPlan withShards(List<Shard> changed) {
        return new GroupPlan(changed, lastShard, tokenRotated, slotsMovingSince, deferred);
    }

    GroupPlan withEach(UnaryOperator<Shard> change) {
        return withShards(Shard.each(shards, change));
    }

    GroupPlan with(Shard changed) {
        return withEach(each -> each.id().equals(changed.id()) ? changed : each);
    }

    GroupPlan withShards(List<Shard> changed, int highest) {
        return new GroupPlan(changed, Math.max(lastShard, highest), tokenRotated, slotsMovingSince, deferred);
    }

    GroupPlan withTokenRotated(boolean rotated) {
        return new GroupPlan(shards, lastShard, rotated, slotsMovingSince, deferred);
    }

    GroupPlan withSlotsMovingSince(@Nullable Instant since) {
        return new GroupPlan(shards, lastShard, tokenRotated, since, deferred);
    }

    GroupPlan withDeferred(List<Change> changes) {
        return new GroupPlan(shards, lastShard, tokenRotated, slotsMovingSince, changes);
    }

    /** The node group of that id, or null. */
    @Nullable
    Shard shard(String id) {
        return shards.stream().filter(each -> each.id().equals(id)).findFirst().orElse(null);
    }

    /** The node group that a member cluster is in, or null. */
    @Nullable
    Shard shardOf(String cluster) {
        return shards.stream().filter(each -> each.has(cluster)).findFirst().orElse(null);
    }

    /** The one node group of a replication group with cluster mode disabled, and the first of any other. */
    Shard first() {
        return shards.get(0);
    }

    /** The ids of all member clusters, shard by shard. */
    List<String> clusters() {
        return shards.stream().flatMap(each -> each.clusters().stream()).toList();
    }

    /** The members of all shards. */
    Stream<Shard.Member> members() {
        return shards.stream().flatMap(each -> each.members().stream());
    }

    /** How many nodes there are. */
    int nodes() {
        return clusters().size();
    }
}
