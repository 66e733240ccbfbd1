package io.github.mockelasticache.internal.replication;

import io.github.mockelasticache.internal.catalog.EngineVersion;
import io.github.mockelasticache.internal.catalog.NodeType;
import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.ServiceError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When automatic failover and Multi-AZ are possible. */
final class Failover {

    private static final String SINCE = "2.8.6";
    private static final String ON_T2_SINCE = "3.2.4";

    private Failover() {}

    /**
     * Whether a new group has automatic failover. With cluster mode enabled it has it unless the caller refuses, who may not
     * (user guide).
     *
     * @param asked {@code AutomaticFailoverEnabled} of the request, or null
     * @param clusterMode whether cluster mode is enabled
     * @param nodes how many nodes there are
     * @param call the call
     * @return whether it has
     */
    static boolean requested(@Nullable Boolean asked, boolean clusterMode, int nodes, Call call) {
        if (clusterMode && Boolean.FALSE.equals(asked)) {
            // The wording is the service's own: hashicorp/terraform-provider-aws#2730.
            throw call.faults()
                    .invalidParameterValue(
                            "Redis with cluster mode enabled cannot be created with auto failover turned off.");
        }
        if (!clusterMode && Boolean.TRUE.equals(asked) && nodes < 2) {
            // The wording is the service's own: hashicorp/terraform#25077.
            throw call.faults()
                    .invalidParameterCombination(
                            "When using automatic failover, there must be at least 2 cache clusters in the replication group.");
        }
        return clusterMode || Boolean.TRUE.equals(asked);
    }

    /** Checks that nodes can fail over; the wording for node types is the service's own: hashicorp/terraform#10175. */
    static void requireSupported(NodeType nodeType, EngineVersion version, Call call) {
        String family = nodeType.family();
        if (family.equals("t1") || (family.equals("t2") && !version.atLeast(ON_T2_SINCE))) {
            throw call.faults()
                    .invalidParameterValue("Automatic failover is not supported for T1 and T2 cache node types.");
        }
        if (!version.atLeast(SINCE)) {
            throw call.faults()
                    .invalidParameterCombination("Automatic failover is not supported for engine version "
                            + version.patchedVersion() + ". Please use engine version " + SINCE + " or higher.");
        }
    }

    /** Checks that automatic failover can be switched on in a group that exists. */
    static void requireReplicas(List<Shard> shards, Call call) {
        if (shards.stream().anyMatch(shard -> shard.replicas() == 0)) {
            // The wording is the service's own, its code is not known: cloudformation-coverage-roadmap#383, #1275.
            throw call.faults()
                    .of(
                            ServiceError.INVALID_REPLICATION_GROUP_STATE,
                            "Replication group must have at least one read replica to enable autofailover.");
        }
    }

    /** Checks that a group can be in several availability zones. */
    static void requireMultiAzPossible(boolean failover, List<Shard> shards, Call call) {
        if (!failover) {
            throw call.faults()
                    .invalidParameterCombination("Multi-AZ can only be enabled when automatic failover is enabled.");
        }
        if (shards.stream().anyMatch(shard -> shard.replicas() == 0)) {
            // The wording is the service's own: pulumi/pulumi#11458.
            throw call.faults()
                    .invalidParameterValue("Must have at least 1 replica for Multi-AZ enabled Replication Group");
        }
        if (shards.stream().anyMatch(shard -> shard.zones() < 2)) {
            throw call.faults()
                    .invalidParameterCombination("Multi-AZ needs the nodes of each node group to be in at least two"
                            + " availability zones.");
        }
    }
}
