package io.github.mockelasticache.internal.global;

import static io.github.mockelasticache.internal.engine.ResourceTypes.GLOBAL_REPLICATION_GROUP;

import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.GlobalGroups;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.engine.Table;
import io.github.mockelasticache.time.Delays.Step;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.CreateReplicationGroupRequest;
import software.amazon.awssdk.services.elasticache.model.GlobalReplicationGroup;
import software.amazon.awssdk.services.elasticache.model.GlobalReplicationGroupInfo;
import software.amazon.awssdk.services.elasticache.model.GlobalReplicationGroupMember;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;

/**
 * The members of global replication groups that are in one region.
 *
 * @param region the region
 */
record MembersOfRegion(RegionState region) implements GlobalGroups {

    /** "One primary and up to two secondary clusters" (user guide). */
    private static final int MOST_MEMBERS = 3;

    @Override
    public Secondary secondary(CreateReplicationGroupRequest request, Call call) {
        String named = call.parameters().required("GlobalReplicationGroupId", request.globalReplicationGroupId());
        GlobalReplicationGroup group = call.existing(GLOBAL_REPLICATION_GROUP, named);
        Member primary = Groups.primary(group);
        ReplicationGroup like = primary.group(region);
        CreateReplicationGroupRequest completed =
                new SecondaryRequest(request, like, primary.cluster(region), call).completed();
        Groups.requireSettled(group, "add a member to", call);
        if (Groups.members(group).stream().anyMatch(member -> member.region().equals(region.region()))) {
            throw call.faults()
                    .invalidParameterValue("Global Replication Group " + group.globalReplicationGroupId()
                            + " already has a member in " + region.region() + ".");
        }
        if (group.members().size() == MOST_MEMBERS) {
            throw call.faults()
                    .invalidParameterValue("Global Replication Group " + group.globalReplicationGroupId()
                            + " already has " + (MOST_MEMBERS - 1) + " secondary replication groups.");
        }
        return new Secondary(
                completed,
                GlobalReplicationGroupInfo.builder()
                        .globalReplicationGroupId(group.globalReplicationGroupId())
                        .globalReplicationGroupMemberRole(Member.SECONDARY)
                        .build(),
                Boolean.TRUE.equals(like.authTokenEnabled()));
    }

    @Override
    public String join(Secondary secondary, String id) {
        String global = secondary.membership().globalReplicationGroupId();
        Member primary = Groups.primary(Groups.of(region, global));
        Member member = Member.of(region.region().id(), id);
        String parameterGroup = member.newParameterGroup(region, primary.in(region), primary.parameterGroup(region));
        Groups.put(region, global, member, Member.SECONDARY, Member.ASSOCIATING);
        Groups.begin(region, global, joining(member));
        return parameterGroup;
    }

    /** A secondary gets the data of its primary once it is there; a modification ends with the last member. */
    @Override
    public void settled(String id) {
        Member member = Member.of(region.region().id(), id);
        String global = globalId(member);
        if (global == null) {
            return;
        }
        GlobalReplicationGroup group = Groups.refresh(region, global);
        if (isAssociating(group, member)) {
            associate(group, member);
        } else if (Groups.plan(region, global).awaited().contains(member)) {
            Set<Member> awaited =
                    Groups.plan(region, global, plan -> plan.settled(member)).awaited();
            if (awaited.isEmpty()) {
                Groups.endModification(region, global);
            }
        }
    }

    @Override
    public void failed(String id) {
        Member member = Member.of(region.region().id(), id);
        String global = globalId(member);
        if (global != null) {
            member.standAlone(region);
            Groups.remove(region, global, member);
            Groups.end(region, global, joining(member));
        }
    }

    /** "The Global datastore is not available or in primary-only state" (ModifyCacheParameterGroup, API reference). */
    @Override
    public void requireChangeable(String parameterGroup, Call call) {
        Table<GlobalReplicationGroup> groups = region.table(GLOBAL_REPLICATION_GROUP);
        for (String name : groups.names()) {
            GlobalReplicationGroup group = Groups.of(region, name);
            boolean used = Groups.members(group).stream()
                    .anyMatch(member -> member.region().equals(region.region())
                            && member.parameterGroup(region).equals(parameterGroup));
            if (used) {
                Groups.requireSettled(group, "modify a parameter group of", call);
            }
        }
    }

    private void associate(GlobalReplicationGroup group, Member member) {
        String global = group.globalReplicationGroupId();
        region.cancel(group.arn(), joining(member));
        region.after(
                Step.GLOBAL_MEMBER_ASSOCIATING,
                group.arn(),
                joining(member),
                Member.ASSOCIATING,
                Member.ASSOCIATED,
                () -> {
                    Groups.status(region, global, member, Member.ASSOCIATED);
                    Groups.end(region, global, joining(member));
                });
    }

    private static boolean isAssociating(GlobalReplicationGroup group, Member member) {
        return group.members().stream()
                .filter(member::is)
                .anyMatch((GlobalReplicationGroupMember each) ->
                        each.role().equals(Member.SECONDARY) && each.status().equals(Member.ASSOCIATING));
    }

    /** The global replication group of a member; null if it was described elsewhere, and that one was not. */
    private @Nullable String globalId(Member member) {
        String global = member.group(region).globalReplicationGroupInfo().globalReplicationGroupId();
        return region.table(GLOBAL_REPLICATION_GROUP).find(global) == null ? null : global;
    }

    private static String joining(Member member) {
        return "member " + member;
    }
}
