package io.github.mockelasticache.internal.engine;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What service updates are applied to: the cache clusters of a region that stand on their own, or its replication groups, as
 * their families show them to that of service updates.
 *
 * @see RegionState#offer
 */
public interface UpdateTargets {

    /** Cache clusters that are no members of replication groups. */
    interface OfCacheClusters extends UpdateTargets {

        /**
         * The group that a cluster is a member of, together with which it is updated.
         *
         * @param id the id of a cluster in any case
         * @return the id of its replication group; null if it has none, or does not exist
         */
        @Nullable
        String groupOf(String id);
    }

    /** Replication groups. */
    interface OfReplicationGroups extends UpdateTargets {}

    /**
     * All of them, whatever their status.
     *
     * @return the targets, in the order of their ids
     */
    List<Target> all();

    /**
     * Looks one up.
     *
     * @param id its id in any case
     * @return the target, or null
     */
    @Nullable
    Target find(String id);

    /**
     * Begins to apply an update: nothing else can be begun meanwhile.
     *
     * @param id the id of a target that is available
     */
    void begin(String id);

    /**
     * Ends it: the target is available again.
     *
     * @param id the id of a target whose update was begun
     */
    void end(String id);

    /**
     * A cache cluster or a replication group.
     *
     * @param id its id
     * @param arn its ARN
     * @param status its status
     * @param engine its engine
     * @param engineVersion its engine version with the patch level
     * @param maintenanceWindow its weekly maintenance window
     * @param created when it was created
     * @param nodes its nodes, in the order in which they are updated; none while it is being created or deleted
     */
    record Target(
            String id,
            String arn,
            String status,
            String engine,
            String engineVersion,
            String maintenanceWindow,
            Instant created,
            List<Node> nodes) {

        /**
         * Whether something else may begin.
         *
         * @return true if it is {@code available}
         */
        public boolean available() {
            return status.equals("available");
        }
    }

    /**
     * A cache node.
     *
     * @param nodeGroup the id of its node group; empty in a cluster on its own
     * @param cluster the id of its cluster
     * @param id its id in the cluster
     * @param created when it was created
     */
    record Node(String nodeGroup, String cluster, String id, Instant created) {}
}
