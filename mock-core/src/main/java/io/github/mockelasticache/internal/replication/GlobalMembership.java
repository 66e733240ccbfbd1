package io.github.mockelasticache.internal.replication;

import io.github.mockelasticache.internal.engine.Call;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.GlobalReplicationGroupInfo;
import software.amazon.awssdk.services.elasticache.model.ModifyReplicationGroupRequest;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;

/**
 * What a replication group that is a member of a global one may not do by itself: be deleted, and change what all members have in
 * common. The number of replicas is its own (hashicorp/terraform-provider-aws#20111), and so are description, security groups,
 * windows, snapshots, notification and logs.
 */
final class GlobalMembership {

    /** What a replication group shows that is no member. */
    static final GlobalReplicationGroupInfo NONE =
            GlobalReplicationGroupInfo.builder().build();

    /** What all members have in common, and {@code AutoMinorVersionUpgrade}, which is false for all of them. */
    private static final Set<String> IN_COMMON = Set.of(
            "CacheNodeType",
            "Engine",
            "EngineVersion",
            "CacheParameterGroupName",
            "AutomaticFailoverEnabled",
            "ClusterMode",
            "TransitEncryptionEnabled",
            "TransitEncryptionMode",
            "AuthToken",
            "AuthTokenUpdateStrategy",
            "AutoMinorVersionUpgrade");

    private GlobalMembership() {}

    /** The id of the global replication group, or null. */
    static @Nullable String of(ReplicationGroup group) {
        return group.globalReplicationGroupInfo() == null
                ? null
                : group.globalReplicationGroupInfo().globalReplicationGroupId();
    }

    /** The wording is the service's own: hashicorp/terraform-provider-aws#22528, crossplane-contrib/provider-upjet-aws#1595. */
    static void requireNone(ReplicationGroup group, Call call) {
        String id = of(group);
        if (id != null) {
            throw call.faults()
                    .invalidParameterValue("Cluster [" + group.replicationGroupId() + "] is part of a global cluster ["
                            + id + "]. Request rejected.");
        }
    }

    /** Checks that a modification of a member leaves alone what all members have in common. */
    static void requireOwn(ModifyReplicationGroupRequest request, ReplicationGroup group, Call call) {
        for (SdkField<?> field : request.sdkFields()) {
            Object value = field.getValueOrDefault(request);
            boolean given = value instanceof List<?> list ? !list.isEmpty() : value != null;
            if (given && IN_COMMON.contains(field.memberName())) {
                requireNone(group, call);
            }
        }
    }

    /** "You can work with global datastores only in VPC clusters" ("Prerequisites and limitations", user guide). */
    static void requireVpc(CacheCluster member, Call call) {
        if (member.cacheSubnetGroupName() == null) {
            throw call.faults()
                    .invalidParameterValue("Global replication groups are only supported for clusters in a VPC.");
        }
    }
}
