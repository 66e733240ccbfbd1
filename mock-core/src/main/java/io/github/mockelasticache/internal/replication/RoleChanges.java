package io.github.mockelasticache.internal.replication;

import static io.github.mockelasticache.internal.engine.ResourceTypes.CACHE_CLUSTER;

import io.github.mockelasticache.internal.catalog.NodeType;
import io.github.mockelasticache.internal.catalog.NodeTypes;
import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.engine.Table;
import io.github.mockelasticache.internal.replication.ModifyReplicationGroup.Asked;
import io.github.mockelasticache.time.Delays.Step;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.elasticache.model.AutomaticFailoverStatus;
import software.amazon.awssdk.services.elasticache.model.MultiAZStatus;
import software.amazon.awssdk.services.elasticache.model.PendingAutomaticFailoverStatus;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;

/** Changes of who is the primary, and of who becomes it when it fails. */
final class RoleChanges {

    private RoleChanges() {}

    static List<Change> of(Asked asked) {
        List<Change> changes = new ArrayList<>();
        changes.addAll(primary(asked));
        boolean failover = asked.request().automaticFailoverEnabled() == null
                ? enabled(asked.group())
                : asked.request().automaticFailoverEnabled();
        boolean multiAz = asked.request().multiAZEnabled() == null
                ? asked.group().multiAZ() == MultiAZStatus.ENABLED
                : asked.request().multiAZEnabled();
        List<Change> failoverChange = failover(asked, failover, multiAz);
        List<Change> multiAzChange = multiAz(asked, failover, multiAz);
        changes.addAll(failover ? failoverChange : multiAzChange);
        changes.addAll(failover ? multiAzChange : failoverChange);
        return changes;
    }

    /** A member that a request names: {@code CacheClusterNotFound} if there is no such cluster. */
    static String requireMember(String cluster, Asked asked) {
        String id = Table.key(cluster);
        asked.call().existing(CACHE_CLUSTER, id);
        if (asked.plan().shardOf(id) == null) {
            throw asked.call()
                    .faults()
                    .invalidParameterValue("The cache cluster " + id + " is not a member of the replication group "
                            + asked.id() + ".");
        }
        return id;
    }

    /** A replica is promoted by hand only where none is promoted by itself ("Promoting a read replica", user guide). */
    private static List<Change> primary(Asked asked) {
        Call call = asked.call();
        String asks =
                call.parameters().optional("PrimaryClusterId", asked.request().primaryClusterId());
        if (asks == null) {
            return List.of();
        }
        if (Boolean.TRUE.equals(asked.group().clusterEnabled())) {
            throw call.faults()
                    .invalidParameterCombination(
                            "PrimaryClusterId cannot be specified for cluster mode enabled replication groups.");
        }
        String id = requireMember(asks, asked);
        if (enabled(asked.group()) || asked.group().multiAZ() == MultiAZStatus.ENABLED) {
            throw call.faults()
                    .invalidParameterCombination(
                            "A replica can be promoted only when automatic failover and Multi-AZ are disabled.");
        }
        Shard shard = asked.plan().first();
        if (shard.primary().equals(id)) {
            return List.of();
        }
        return List.of(promotion(asked.region(), asked.id(), shard.primary(), id));
    }

    /** A replica becomes the primary. */
    static Change promotion(RegionState region, String group, String primary, String replica) {
        return Change.of("primary", Step.FAILING_OVER, primary, replica)
                .shown(AccessChanges.pending(
                        values -> values.toBuilder().primaryClusterId(replica).build()))
                .whenCompleted(AccessChanges.pending(
                        values -> values.toBuilder().primaryClusterId(null).build()))
                .andThen(() -> region.ask(GroupPlans.class)
                        .change(
                                group,
                                plan -> plan.withEach(each -> each.has(replica) ? each.withPrimary(replica) : each)));
    }

    private static List<Change> failover(Asked asked, boolean wanted, boolean multiAz) {
        Call call = asked.call();
        if (wanted == enabled(asked.group())) {
            return List.of();
        }
        if (!wanted && Boolean.TRUE.equals(asked.group().clusterEnabled())) {
            // The wording is the service's own: hashicorp/terraform-provider-aws#27116.
            throw call.faults()
                    .invalidParameterCombination(
                            "Turning off automatic failover for replication group with cluster mode"
                                    + " enabled is not supported.");
        }
        if (!wanted && multiAz) {
            throw call.faults()
                    .invalidParameterCombination("Automatic failover cannot be disabled while Multi-AZ is enabled.");
        }
        if (wanted) {
            Failover.requireReplicas(asked.plan().shards(), call);
            NodeType nodeType = NodeTypes.find(asked.group().cacheNodeType());
            if (nodeType != null) {
                Failover.requireSupported(nodeType, Groups.version(asked.primary()), call);
            }
        }
        return List.of(failoverSwitch(wanted));
    }

    /** Automatic failover is switched on or off. */
    static Change failoverSwitch(boolean wanted) {
        PendingAutomaticFailoverStatus pending =
                wanted ? PendingAutomaticFailoverStatus.ENABLED : PendingAutomaticFailoverStatus.DISABLED;
        AutomaticFailoverStatus begun = wanted ? AutomaticFailoverStatus.ENABLING : AutomaticFailoverStatus.DISABLING;
        return Change.of(
                        "automatic failover",
                        Step.FAILOVER_SWITCHING,
                        begun.toString(),
                        wanted ? "enabled" : "disabled")
                .shown(AccessChanges.pending(values ->
                        values.toBuilder().automaticFailoverStatus(pending).build()))
                .whenBegun(group -> group.toBuilder().automaticFailover(begun).build())
                .whenCompleted(group -> AccessChanges.pending(values -> values.toBuilder()
                                .automaticFailoverStatus((PendingAutomaticFailoverStatus) null)
                                .build())
                        .apply(group)
                        .toBuilder()
                        .automaticFailover(wanted ? AutomaticFailoverStatus.ENABLED : AutomaticFailoverStatus.DISABLED)
                        .build());
    }

    private static List<Change> multiAz(Asked asked, boolean failover, boolean wanted) {
        if (wanted == (asked.group().multiAZ() == MultiAZStatus.ENABLED)) {
            return List.of();
        }
        if (wanted) {
            Failover.requireMultiAzPossible(failover, asked.plan().shards(), asked.call());
        }
        MultiAZStatus completed = wanted ? MultiAZStatus.ENABLED : MultiAZStatus.DISABLED;
        return List.of(
                Change.of("Multi-AZ", Step.FAILOVER_SWITCHING, asked.group().multiAZAsString(), completed.toString())
                        .whenCompleted(group -> wanted && !replicated(asked, group)
                                ? group
                                : group.toBuilder().multiAZ(completed).build()));
    }

    /** What waited for the maintenance window may have lost its ground meanwhile. */
    private static boolean replicated(Asked asked, ReplicationGroup group) {
        return enabled(group)
                && asked.region().ask(GroupPlans.class).of(asked.id()).shards().stream()
                        .allMatch(shard -> shard.replicas() > 0);
    }

    private static boolean enabled(ReplicationGroup group) {
        return group.automaticFailover() == AutomaticFailoverStatus.ENABLED;
    }
}
