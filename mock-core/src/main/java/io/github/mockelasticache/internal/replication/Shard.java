package io.github.mockelasticache.internal.replication;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A node group and the clusters in it.
 *
 * @param id four digits, or what the caller chose instead
 * @param status {@code creating}, {@code available}, {@code modifying} or {@code deleting}
 * @param slots the part of the key space that it holds; none with cluster mode disabled
 * @param members its clusters, those that are being created or deleted among them
 * @param primary the id of the one that is the primary
 * @param lastMember the highest number that the name of a member has had: numbers are not used again
 */
record Shard(String id, String status, Slots slots, List<Member> members, String primary, int lastMember) {

    static final String CREATING = "creating";
    static final String AVAILABLE = "available";
    static final String MODIFYING = "modifying";
    static final String DELETING = "deleting";

    /** The id of the one node group of a replication group with cluster mode disabled. */
    static final String ONLY = "0001";

    Shard {
        members = List.copyOf(members);
    }

    /**
     * A cluster in a node group.
     *
     * @param cluster its id
     * @param zone the availability zone of its node
     * @param outpost the ARN of the Outpost that it is on, or null
     */
    record Member(String cluster, String zone, @Nullable String outpost) {}

    Shard withStatus(String changed) {
        return new Shard(id, changed, slots, members, primary, lastMember);
    }

    Shard withSlots(Slots changed) {
        return new Shard(id, status, changed, members, primary, lastMember);
    }

    Shard withPrimary(String cluster) {
        return new Shard(id, status, slots, members, cluster, lastMember);
    }

    Shard withMembers(List<Member> added, int highest) {
        List<Member> all = new ArrayList<>(members);
        all.addAll(added);
        return new Shard(id, status, slots, all, primary, Math.max(lastMember, highest));
    }

    Shard without(String cluster) {
        return new Shard(
                id,
                status,
                slots,
                members.stream().filter(each -> !each.cluster().equals(cluster)).toList(),
                primary,
                lastMember);
    }

    /** How many of its clusters are replicas. */
    int replicas() {
        return members.size() - 1;
    }

    /** The ids of its clusters. */
    List<String> clusters() {
        return members.stream().map(Member::cluster).toList();
    }

    /** The ids of its replicas. */
    List<String> replicaClusters() {
        return clusters().stream().filter(each -> !each.equals(primary)).toList();
    }

    boolean has(String cluster) {
        return members.stream().anyMatch(each -> each.cluster().equals(cluster));
    }

    /** In how many availability zones its nodes are. */
    long zones() {
        return members.stream().map(Member::zone).distinct().count();
    }

    /** Some shards, changed. */
    static List<Shard> each(List<Shard> shards, UnaryOperator<Shard> change) {
        return shards.stream().map(change).toList();
    }
}
