package io.github.mockelasticache.internal.replication;

import static io.github.mockelasticache.internal.engine.ResourceTypes.CACHE_PARAMETER_GROUP;

import io.github.mockelasticache.internal.catalog.EngineVersion;
import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.provision.EngineChoice;
import io.github.mockelasticache.internal.replication.ModifyReplicationGroup.Asked;
import io.github.mockelasticache.time.Delays.Step;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import software.amazon.awssdk.services.elasticache.model.AutomaticFailoverStatus;
import software.amazon.awssdk.services.elasticache.model.ClusterMode;

/**
 * A change of the cluster mode: from disabled to compatible and on to enabled, or from compatible back ("Modifying cluster mode",
 * user guide). A compatible group reports {@code ClusterEnabled}, as the acceptance tests of terraform-provider-aws expect
 * (TestAccElastiCacheReplicationGroup_ClusterMode_updateFromDisabled_Compatible_Enabled), and has the configuration endpoint too.
 */
final class ClusterModeChange {

    private static final String SINCE = "7.0";
    private static final Map<ClusterMode, Set<ClusterMode>> STEPS = Map.of(
            ClusterMode.DISABLED, Set.of(ClusterMode.COMPATIBLE),
            ClusterMode.COMPATIBLE, Set.of(ClusterMode.ENABLED, ClusterMode.DISABLED),
            ClusterMode.ENABLED, Set.of());

    private ClusterModeChange() {}

    static List<Change> of(Asked asked) {
        Call call = asked.call();
        ClusterMode present = asked.group().clusterMode();
        ClusterMode wanted = Objects.requireNonNull(call.parameters()
                .oneOf("ClusterMode", asked.request().clusterModeAsString(), List.copyOf(ClusterMode.knownValues())));
        if (wanted == present) {
            return asked.request().cacheParameterGroupName() == null ? List.of() : EngineChanges.of(asked);
        }
        if (!STEPS.getOrDefault(present, Set.of()).contains(wanted)) {
            throw call.faults()
                    .invalidParameterCombination(
                            "Cluster mode cannot be modified from " + present + " to " + wanted + ".");
        }
        EngineVersion version = Groups.version(asked.primary());
        if (!version.atLeast(SINCE)) {
            throw call.faults()
                    .invalidParameterCombination("Modifying cluster mode is not supported for engine version "
                            + version.patchedVersion() + ". Please use engine version " + SINCE + " or higher.");
        }
        requireFailover(asked);
        boolean clusterMode = wanted != ClusterMode.DISABLED;
        return List.of(change(asked, present, wanted, clusterMode, parameterGroup(asked, version, clusterMode)));
    }

    private static void requireFailover(Asked asked) {
        if (asked.group().automaticFailover() != AutomaticFailoverStatus.ENABLED
                || asked.plan().first().replicas() == 0) {
            throw asked.call()
                    .faults()
                    .invalidParameterCombination("Modifying cluster mode requires automatic failover to be enabled and"
                            + " at least one read replica.");
        }
    }

    private static String parameterGroup(Asked asked, EngineVersion version, boolean clusterMode) {
        String named = EngineChanges.named(asked);
        String present = EngineChanges.parameterGroup(asked.primary());
        boolean fits = clusterMode == Boolean.TRUE.equals(asked.group().clusterEnabled());
        String name = named != null ? named : fits || !present.startsWith("default.") ? present : null;
        EngineChoice choice = EngineAsked.choice(version, name, clusterMode, asked.call());
        EngineChanges.requireClusterMode(choice, clusterMode, asked.call());
        return choice.parameterGroup().cacheParameterGroupName();
    }

    private static Change change(
            Asked asked, ClusterMode present, ClusterMode wanted, boolean clusterMode, String parameterGroup) {
        return Change.of("cluster mode", Step.SETTINGS_CHANGING, present.toString(), wanted.toString())
                .using(asked.region().arn(CACHE_PARAMETER_GROUP, parameterGroup))
                .shown(AccessChanges.pending(
                        values -> values.toBuilder().clusterMode(wanted).build()))
                .whenCompleted(group ->
                        AccessChanges.pending(values -> values.toBuilder()
                                        .clusterMode((ClusterMode) null)
                                        .build())
                                .apply(group)
                                .toBuilder()
                                .clusterMode(wanted)
                                .clusterEnabled(clusterMode)
                                .snapshottingClusterId(
                                        wanted == ClusterMode.ENABLED ? null : group.snapshottingClusterId())
                                .build())
                .ofMembers(Change.OnMembers.of(member -> EngineChanges.withGroup(member, parameterGroup)))
                .andThen(() -> {
                    Slots slots = clusterMode ? Slots.split(1).get(0) : Slots.none();
                    asked.region()
                            .ask(GroupPlans.class)
                            .change(asked.id(), plan -> plan.withEach(shard -> shard.withSlots(slots)));
                    Snapshotting.apply(asked.region(), asked.id());
                });
    }
}
