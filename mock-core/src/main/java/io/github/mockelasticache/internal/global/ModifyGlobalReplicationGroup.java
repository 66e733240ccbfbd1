package io.github.mockelasticache.internal.global;

import io.github.mockelasticache.internal.catalog.EngineVersion;
import io.github.mockelasticache.internal.catalog.EngineVersions;
import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.GlobalMembers;
import io.github.mockelasticache.internal.engine.GlobalParameterGroups;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.provision.EngineChoice;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.GlobalReplicationGroup;
import software.amazon.awssdk.services.elasticache.model.ModifyGlobalReplicationGroupRequest;
import software.amazon.awssdk.services.elasticache.model.ModifyGlobalReplicationGroupResponse;
import software.amazon.awssdk.services.elasticache.model.ModifyReplicationGroupRequest;

/**
 * {@code ModifyGlobalReplicationGroup}: in all members at once. A request changes one thing (terraform-provider-aws, resource
 * aws_elasticache_global_replication_group); engine, version and parameter group count as one, and the last belongs to a major
 * upgrade, which needs it.
 */
final class ModifyGlobalReplicationGroup {

    private static final List<String> ENGINES = List.of("redis", "valkey");

    private ModifyGlobalReplicationGroup() {}

    static ModifyGlobalReplicationGroupResponse.Builder handle(ModifyGlobalReplicationGroupRequest request, Call call) {
        GlobalReplicationGroup group = Groups.named(request.globalReplicationGroupId(), call);
        NodeGroups.requireImmediately(request.applyImmediately(), call);
        requireOneChange(request, call);
        NodeGroups.requireChangeableMembers(group, call);
        Map<Member, Runnable> changes = changes(request, group, call);

        RegionState region = call.region();
        String id = group.globalReplicationGroupId();
        if (request.globalReplicationGroupDescription() != null) {
            Groups.change(
                    region,
                    id,
                    each -> each.globalReplicationGroupDescription(request.globalReplicationGroupDescription()));
        }
        GlobalReplicationGroup answered = Groups.begin(region, id, Groups.MODIFICATION);
        Groups.awaitMembers(region, id, new LinkedHashSet<>(changes.keySet()));
        changes.values().forEach(Runnable::run);
        return ModifyGlobalReplicationGroupResponse.builder().globalReplicationGroup(Groups.shown(answered, false));
    }

    private static void requireOneChange(ModifyGlobalReplicationGroupRequest request, Call call) {
        boolean engine = request.engine() != null || request.engineVersion() != null;
        long changes = Stream.of(
                        engine || request.cacheParameterGroupName() != null,
                        request.cacheNodeType() != null,
                        request.automaticFailoverEnabled() != null,
                        request.globalReplicationGroupDescription() != null)
                .filter(given -> given)
                .count();
        if (changes == 0) {
            throw call.faults().invalidParameterValue("No modifications were requested.");
        }
        if (changes > 1) {
            throw call.faults()
                    .invalidParameterValue(
                            "Only one property of a global replication group can be modified at a time.");
        }
        if (!engine && request.cacheParameterGroupName() != null) {
            throw call.faults()
                    .invalidParameterValue(
                            "CacheParameterGroupName can only be specified for a major version upgrade.");
        }
    }

    /** What begins the change of each member that is not yet as it is to be. */
    private static Map<Member, Runnable> changes(
            ModifyGlobalReplicationGroupRequest request, GlobalReplicationGroup group, Call call) {
        if (request.engine() != null || request.engineVersion() != null) {
            return upgrades(request, group, call);
        }
        String nodeType = call.parameters().optional("CacheNodeType", request.cacheNodeType());
        Map<Member, Runnable> changes = new LinkedHashMap<>();
        if (nodeType == null && request.automaticFailoverEnabled() == null) {
            return changes;
        }
        if (nodeType != null) {
            Requirements.requireNodeType(nodeType, call);
        }
        for (Member member : Groups.members(group)) {
            requireReplicas(member, request, call);
            member.role(call.region())
                    .modification(
                            call.in(member.region()),
                            ModifyReplicationGroupRequest.builder()
                                    .replicationGroupId(member.id())
                                    .applyImmediately(true)
                                    .cacheNodeType(nodeType)
                                    .automaticFailoverEnabled(request.automaticFailoverEnabled())
                                    .build())
                    .ifPresent(change -> changes.put(member, change));
        }
        return changes;
    }

    /** The wording is the service's own, its code is not known: cloudformation-coverage-roadmap#383. */
    private static void requireReplicas(Member member, ModifyGlobalReplicationGroupRequest request, Call call) {
        if (Boolean.TRUE.equals(request.automaticFailoverEnabled())
                && member.group(call.region()).nodeGroups().stream()
                        .anyMatch(nodeGroup -> nodeGroup.nodeGroupMembers().size() < 2)) {
            throw call.faults()
                    .invalidParameterValue(
                            "Replication group must have at least one read replica to enable autofailover.");
        }
    }

    private static Map<Member, Runnable> upgrades(
            ModifyGlobalReplicationGroupRequest request, GlobalReplicationGroup group, Call call) {
        RegionState region = call.region();
        CacheCluster primary = Groups.primary(group).cluster(region);
        String engine =
                request.engine() == null ? primary.engine() : EngineChoice.engine(request.engine(), ENGINES, call);
        EngineVersion present = EngineVersions.ofPatch(primary.engine(), primary.engineVersion());
        EngineVersion version = request.engineVersion() == null && engine.equals(present.engine())
                ? present
                : EngineChoice.version(engine, request.engineVersion(), call);
        String parameterGroup = parameterGroup(
                request, !version.parameterFamily().equals(present.parameterFamily()), version, group, call);
        Map<Member, Runnable> changes = new LinkedHashMap<>();
        for (Member member : Groups.members(group)) {
            member.role(region)
                    .upgrade(
                            call.in(member.region()),
                            ModifyReplicationGroupRequest.builder()
                                    .replicationGroupId(member.id())
                                    .engine(engine)
                                    .engineVersion(request.engineVersion())
                                    .build())
                    .ifPresent(upgrade -> changes.put(member, () -> upgrade(member, parameterGroup, upgrade, region)));
        }
        return changes;
    }

    /** The parameter group that those of the members are to be like, in the region of the call; null if they keep theirs. */
    private static @Nullable String parameterGroup(
            ModifyGlobalReplicationGroupRequest request,
            boolean major,
            EngineVersion version,
            GlobalReplicationGroup group,
            Call call) {
        String name = call.parameters().optional("CacheParameterGroupName", request.cacheParameterGroupName());
        if (!major) {
            if (name != null) {
                throw call.faults()
                        .invalidParameterValue(
                                "CacheParameterGroupName can only be specified for a major version upgrade.");
            }
            return null;
        }
        if (name == null) {
            throw call.faults()
                    .invalidParameterValue(
                            "The parameter CacheParameterGroupName must be provided for a major version upgrade.");
        }
        boolean clusterMode = Boolean.TRUE.equals(group.clusterEnabled());
        EngineChoice choice = EngineChoice.of(version, name, clusterMode, call);
        if (choice.clusterMode() != clusterMode) {
            // The wording is the service's own for replication groups: aws/aws-cli#2456.
            throw call.faults()
                    .invalidParameterCombination("Cluster mode should be " + (clusterMode ? "enabled" : "disabled")
                            + " in parameter group, but found it is " + (clusterMode ? "disabled" : "enabled") + ".");
        }
        return choice.parameterGroup().cacheParameterGroupName();
    }

    private static void upgrade(
            Member member, @Nullable String like, GlobalMembers.Upgrade upgrade, RegionState region) {
        if (like == null) {
            upgrade.begin(null);
            return;
        }
        String before = member.parameterGroup(region);
        member.in(region).ask(GlobalParameterGroups.class).mark(before, false);
        upgrade.begin(member.newParameterGroup(region, region, like));
    }
}
