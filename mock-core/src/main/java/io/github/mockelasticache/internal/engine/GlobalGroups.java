package io.github.mockelasticache.internal.engine;

import software.amazon.awssdk.services.elasticache.model.CreateReplicationGroupRequest;
import software.amazon.awssdk.services.elasticache.model.GlobalReplicationGroupInfo;

/** What the family of replication groups asks of global replication groups, of which those of a region can be members. */
public interface GlobalGroups {

    /**
     * A replication group that is to be created as a secondary.
     *
     * @param request what is asked of it, completed by what all members have in common
     * @param membership the global replication group, and the role in it
     * @param authTokenEnabled whether the members need a password
     */
    record Secondary(
            CreateReplicationGroupRequest request, GlobalReplicationGroupInfo membership, boolean authTokenEnabled) {}

    /**
     * Checks that a replication group can be created as a secondary.
     *
     * @param request the request, which names a global replication group
     * @param call the call: {@code GlobalReplicationGroupNotFoundFault}, {@code InvalidGlobalReplicationGroupState}, {@code
     *     InvalidParameterCombination} for what all members have in common, {@code InvalidParameterValue} for a region that has a
     *     member already, and for too many of them
     * @return the secondary
     */
    Secondary secondary(CreateReplicationGroupRequest request, Call call);

    /**
     * Lets a secondary, which has been checked, join.
     *
     * @param secondary the secondary
     * @param group its id
     * @return the name of the parameter group that its clusters use
     */
    String join(Secondary secondary, String group);

    /**
     * Tells that what was under way with a member has ended: it is available.
     *
     * @param group the id of the member
     */
    void settled(String group);

    /**
     * Checks that the parameter group of a member may be changed: nothing is under way with the global replication group.
     *
     * @param parameterGroup the name of a parameter group that is that of a member
     * @param call the call: {@code InvalidGlobalReplicationGroupState}
     */
    void requireChangeable(String parameterGroup, Call call);

    /**
     * Tells that a secondary could not be created: it is a member no longer.
     *
     * @param group the id of the member
     */
    void failed(String group);
}
