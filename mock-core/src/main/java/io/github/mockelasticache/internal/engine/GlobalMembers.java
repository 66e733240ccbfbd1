package io.github.mockelasticache.internal.engine;

import io.github.mockelasticache.time.Delays.Step;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.GlobalReplicationGroupInfo;
import software.amazon.awssdk.services.elasticache.model.ModifyReplicationGroupRequest;
import software.amazon.awssdk.services.elasticache.model.ModifyReplicationGroupShardConfigurationRequest;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;

/**
 * What the family of global replication groups asks of the replication groups of a region.
 *
 * <p>A change that more than one region takes part in is checked in all of them before it begins in any: what checks gives back
 * what begins.
 */
public interface GlobalMembers {

    /** An upgrade that has been checked. */
    @FunctionalInterface
    interface Upgrade {

        /**
         * Begins it.
         *
         * @param parameterGroup the parameter group that the clusters use afterwards; null for the present one
         */
        void begin(@Nullable String parameterGroup);
    }

    /**
     * Checks that nothing waits for the maintenance window of a replication group: it would change one member alone.
     *
     * @param call the call: {@code InvalidReplicationGroupState}
     * @param group the replication group
     */
    void requireNothingPending(Call call, ReplicationGroup group);

    /**
     * Makes a replication group that is available the primary of a global one. It is modified meanwhile.
     *
     * @param group its id
     * @param membership what it shows of its membership
     * @param parameterGroup the parameter group that its clusters use from now on
     * @param step how long it takes
     */
    void join(String group, GlobalReplicationGroupInfo membership, String parameterGroup, Step step);

    /**
     * Lets a replication group show its membership.
     *
     * @param group its id
     * @param membership the global replication group and the role in it; nothing if it is no member any more
     */
    void show(String group, GlobalReplicationGroupInfo membership);

    /**
     * Lets a replication group be modified while its place in the global one changes; one that is busy already goes on.
     *
     * @param group its id
     * @param step how long it takes
     * @param from its place before
     * @param to its place after
     */
    void rearrange(String group, Step step, String from, String to);

    /**
     * Checks a modification of a member that is available.
     *
     * @param call the call in the member's region: the errors of {@code ModifyReplicationGroup}
     * @param request what is asked, to be applied immediately
     * @return what begins it; empty if there is nothing to be changed
     */
    Optional<Runnable> modification(Call call, ModifyReplicationGroupRequest request);

    /**
     * Checks an upgrade of the engine of a member that is available.
     *
     * @param call the call in the member's region: the errors of {@code ModifyReplicationGroup}
     * @param request the engine and version that are asked for, as one would ask the member alone
     * @return what begins it; empty if there is nothing to be changed
     */
    Optional<Upgrade> upgrade(Call call, ModifyReplicationGroupRequest request);

    /**
     * Checks a change of the node groups of a member that is available.
     *
     * @param call the call in the member's region: the errors of {@code ModifyReplicationGroupShardConfiguration}
     * @param request what is asked
     * @return what begins it
     */
    Runnable resharding(Call call, ModifyReplicationGroupShardConfigurationRequest request);
}
