package io.github.mockelasticache.internal.replication;

import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.RegionState;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.ModifyReplicationGroupRequest;
import software.amazon.awssdk.services.elasticache.model.ModifyReplicationGroupResponse;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;

/**
 * {@code ModifyReplicationGroup}.
 *
 * <p>Description, windows, notification, retention and {@code AutoMinorVersionUpgrade} change within the call. Security groups, IP
 * discovery and log delivery change as soon as possible. Everything else changes as soon as possible if {@code ApplyImmediately}
 * says so, and otherwise in the next maintenance window; meanwhile the group shows what is pending as far as {@code
 * PendingModifiedValues} has a member for it. {@code NodeGroupId} is deprecated: "This parameter is not used".
 */
final class ModifyReplicationGroup {

    /** All that may accompany a change of the cluster mode. */
    private static final Set<String> BESIDE_CLUSTER_MODE =
            Set.of("ReplicationGroupId", "ApplyImmediately", "ClusterMode", "CacheParameterGroupName");

    private ModifyReplicationGroup() {}

    static ModifyReplicationGroupResponse.Builder handle(ModifyReplicationGroupRequest request, Call call) {
        ReplicationGroup group = Groups.named(request.replicationGroupId(), call);
        GlobalMembership.requireOwn(request, group, call);
        Groups.requireAvailable(group, call);
        Checked checked = checked(request, group, call);
        return ModifyReplicationGroupResponse.builder().replicationGroup(checked.begin(call.region()));
    }

    /** A modification that can be made. */
    static Checked checked(ModifyReplicationGroupRequest request, ReplicationGroup group, Call call) {
        RegionState region = call.region();
        Asked asked = new Asked(request, group, Groups.plan(region, group), Groups.primary(region, group), call);
        List<Change> soon = SettingsChanges.soon(asked);
        List<Change> later = new ArrayList<>();
        if (request.clusterMode() == null) {
            later.addAll(EngineChanges.of(asked));
            later.addAll(AccessChanges.of(asked));
            later.addAll(RoleChanges.of(asked));
        } else {
            requireAlone(asked);
            later.addAll(ClusterModeChange.of(asked));
        }
        return new Checked(asked, soon, later);
    }

    /**
     * A modification that has been checked.
     *
     * @param asked what is asked
     * @param soon what changes as soon as possible
     * @param later what changes as soon as possible, or in the maintenance window
     */
    record Checked(Asked asked, List<Change> soon, List<Change> later) {

        ReplicationGroup begin(RegionState region) {
            SettingsChanges.applyNow(asked);
            String id = asked.id();
            boolean immediately = Boolean.TRUE.equals(asked.request().applyImmediately());
            List<Change> now = new ArrayList<>(soon);
            if (immediately) {
                now.addAll(later);
            } else if (!later.isEmpty()) {
                Modification.defer(region, id, later);
            }
            return Modification.begin(region, id, now, immediately);
        }
    }

    /** The wording is the service's own: aws/aws-cdk#26294. */
    private static void requireAlone(Asked asked) {
        for (SdkField<?> field : asked.request().sdkFields()) {
            Object value = field.getValueOrDefault(asked.request());
            boolean given = value instanceof List<?> list ? !list.isEmpty() : value != null;
            if (given && !BESIDE_CLUSTER_MODE.contains(field.memberName())) {
                throw asked.call()
                        .faults()
                        .invalidParameterCombination("Cluster mode updates are not supported while attempting to update"
                                + " additional properties.");
            }
        }
    }

    /**
     * What is asked of which group.
     *
     * @param request the request
     * @param group the group, which is available
     * @param plan its plan
     * @param primary its first primary: all members have the same settings
     * @param call the call
     */
    record Asked(
            ModifyReplicationGroupRequest request,
            ReplicationGroup group,
            GroupPlan plan,
            CacheCluster primary,
            Call call) {

        String id() {
            return group.replicationGroupId();
        }

        RegionState region() {
            return call.region();
        }
    }
}
