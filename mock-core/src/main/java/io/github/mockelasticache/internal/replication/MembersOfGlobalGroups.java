package io.github.mockelasticache.internal.replication;

import static io.github.mockelasticache.internal.engine.ResourceTypes.CACHE_PARAMETER_GROUP;

import io.github.mockelasticache.internal.catalog.EngineVersion;
import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.GlobalMembers;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.engine.ServiceError;
import io.github.mockelasticache.internal.replication.ModifyReplicationGroup.Asked;
import io.github.mockelasticache.time.Delays.Step;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.elasticache.model.GlobalReplicationGroupInfo;
import software.amazon.awssdk.services.elasticache.model.ModifyReplicationGroupRequest;
import software.amazon.awssdk.services.elasticache.model.ModifyReplicationGroupShardConfigurationRequest;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;

/**
 * The replication groups of a region as members of global ones.
 *
 * @param region the region
 */
record MembersOfGlobalGroups(RegionState region) implements GlobalMembers {

    private static final String ASPECT = "global replication group";

    @Override
    public void requireNothingPending(Call call, ReplicationGroup group) {
        if (!Groups.plan(region, group).deferred().isEmpty()) {
            throw call.faults()
                    .of(
                            ServiceError.INVALID_REPLICATION_GROUP_STATE,
                            "Replication group " + group.replicationGroupId()
                                    + " has modifications pending for its next maintenance window.");
        }
    }

    /** {@code AutoMinorVersionUpgrade} reads false on members (terraform-aws-modules/terraform-aws-elasticache#7). */
    @Override
    public void join(String group, GlobalReplicationGroupInfo membership, String parameterGroup, Step step) {
        String before = EngineChanges.parameterGroup(Groups.primary(region, Groups.of(region, group)));
        Groups.change(
                region,
                group,
                each -> each.toBuilder()
                        .globalReplicationGroupInfo(membership)
                        .autoMinorVersionUpgrade(false)
                        .build());
        Members.changeAll(
                region,
                group,
                member -> member.toBuilder().autoMinorVersionUpgrade(false).build());
        begin(
                group,
                Change.of(ASPECT, step, before, parameterGroup)
                        .using(region.arn(CACHE_PARAMETER_GROUP, parameterGroup))
                        .ofMembers(Change.OnMembers.of(member -> EngineChanges.withGroup(member, parameterGroup)))
                        .andThen(() -> EngineChanges.emitGroup(region, group, before, parameterGroup)));
    }

    @Override
    public void show(String group, GlobalReplicationGroupInfo membership) {
        Groups.change(
                region,
                group,
                each -> each.toBuilder().globalReplicationGroupInfo(membership).build());
    }

    @Override
    public void rearrange(String group, Step step, String from, String to) {
        if (Groups.of(region, group).status().equals(Groups.AVAILABLE)) {
            begin(group, Change.of(ASPECT, step, from, to));
        }
    }

    @Override
    public Optional<Runnable> modification(Call call, ModifyReplicationGroupRequest request) {
        ReplicationGroup group = Groups.available(request.replicationGroupId(), call);
        ModifyReplicationGroup.Checked checked = ModifyReplicationGroup.checked(request, group, call);
        return checked.soon().isEmpty() && checked.later().isEmpty()
                ? Optional.empty()
                : Optional.of(() -> checked.begin(region));
    }

    @Override
    public Optional<Upgrade> upgrade(Call call, ModifyReplicationGroupRequest request) {
        ReplicationGroup group = Groups.available(request.replicationGroupId(), call);
        Asked asked = new Asked(request, group, Groups.plan(region, group), Groups.primary(region, group), call);
        EngineVersion present = Groups.version(asked.primary());
        EngineVersion version = EngineChanges.version(asked, present);
        boolean clusterMode = Boolean.TRUE.equals(group.clusterEnabled());
        EngineChanges.requireRunsOn(group.cacheNodeType(), EngineAsked.choice(version, null, clusterMode, call), call);
        if (version.equals(present)) {
            return Optional.empty();
        }
        String before = EngineChanges.parameterGroup(asked.primary());
        return Optional.of(parameterGroup -> begin(
                asked.id(),
                EngineChanges.upgrade(
                        region,
                        asked.id(),
                        present,
                        version,
                        before,
                        Objects.requireNonNullElse(parameterGroup, before))));
    }

    @Override
    public Runnable resharding(Call call, ModifyReplicationGroupShardConfigurationRequest request) {
        ReplicationGroup group = Groups.available(request.replicationGroupId(), call);
        return ModifyReplicationGroupShardConfiguration.checked(request, group, call);
    }

    private void begin(String group, Change change) {
        Modification.begin(region, group, List.of(change), false);
    }
}
