package io.github.mockelasticache.internal.replication;

import static io.github.mockelasticache.internal.engine.ResourceTypes.REPLICATION_GROUP;

import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.provision.NodePlans;
import io.github.mockelasticache.time.Delays.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;
import software.amazon.awssdk.services.elasticache.model.Tag;

/** Replicas that join and leave the node groups of a replication group. */
final class Scaling {

    private Scaling() {}

    /** "ApplyImmediately=False is not currently supported" (API reference of the three operations that scale). */
    static void requireImmediately(@Nullable Boolean applyImmediately, Call call) {
        if (applyImmediately == null) {
            throw call.faults()
                    .invalidParameterValue("The parameter ApplyImmediately must be provided and must not be null.");
        }
        if (!applyImmediately) {
            throw call.faults().invalidParameterValue("ApplyImmediately=false is not currently supported.");
        }
    }

    /**
     * Adds members to node groups.
     *
     * @param group the group
     * @param added the new members of each node group, by its id
     * @param tags their tags; if there are none they get those of the group
     * @param call the call
     * @return the group, which is being modified
     */
    static ReplicationGroup add(ReplicationGroup group, Map<String, Added> added, List<Tag> tags, Call call) {
        RegionState region = call.region();
        String id = group.replicationGroupId();
        CacheCluster primary = Groups.primary(region, group);
        int port = region.ask(NodePlans.class).of(primary.cacheClusterId()).port();
        List<Shard.Member> all =
                added.values().stream().flatMap(each -> each.members().stream()).toList();
        Members.create(
                Members.like(primary),
                all,
                port,
                "",
                tags.isEmpty() ? region.tags().of(group.arn()) : tags,
                call);
        Groups.modifying(
                region,
                id,
                plan -> plan.withEach(shard -> added.containsKey(shard.id())
                        ? shard.withMembers(
                                        added.get(shard.id()).members(),
                                        added.get(shard.id()).last())
                                .withStatus(Shard.MODIFYING)
                        : shard));
        Members.becomeAvailable(
                region,
                id,
                Step.REPLICAS_ADDING,
                all.stream().map(Shard.Member::cluster).toList());
        region.after(
                Step.REPLICAS_ADDING,
                group.arn(),
                "replicas",
                Groups.MODIFYING,
                Groups.AVAILABLE,
                () -> Groups.settled(region, id));
        return Groups.of(region, id);
    }

    /**
     * Removes replicas. They stay listed until they are gone.
     *
     * @param region the region
     * @param id the group's id
     * @param step how long it takes
     * @param clusters the replicas
     * @return the group, which is being modified
     */
    static ReplicationGroup remove(RegionState region, String id, Step step, List<String> clusters) {
        Snapshotting.leave(region, id, clusters);
        Groups.modifying(
                region,
                id,
                plan -> plan.withEach(
                        shard -> clusters.stream().anyMatch(shard::has) ? shard.withStatus(Shard.MODIFYING) : shard));
        Members.delete(region, id, step, clusters);
        region.after(
                step,
                region.arn(REPLICATION_GROUP, id),
                "replicas",
                Groups.MODIFYING,
                Groups.AVAILABLE,
                () -> Groups.settled(region, id));
        return Shape.refresh(region, id);
    }

    /** New members of a node group, and the number of the last of them. */
    record Added(List<Shard.Member> members, int last) {

        /** As many as asked, in the zones that are asked for or the service chooses. */
        static Added to(Shard shard, ReplicationGroup group, List<@Nullable String> zones, Call call) {
            RegionState region = call.region();
            MemberNames.Chosen names = new MemberNames(group.replicationGroupId(), Groups.clusterMode(group))
                    .next(shard.id(), shard.lastMember(), zones.size(), region);
            List<String> present =
                    shard.members().stream().map(Shard.Member::zone).toList();
            List<String> chosen = new Zones(
                            group.replicationGroupId() + shard.id(),
                            Members.network(region, Groups.primary(region, group)),
                            call)
                    .choose(present, zones);
            List<Shard.Member> members = new ArrayList<>();
            for (int node = 0; node < zones.size(); node++) {
                members.add(new Shard.Member(names.clusters().get(node), chosen.get(node), null));
            }
            return new Added(members, names.last());
        }
    }

    /** How many new members there are. */
    static int number(Map<String, Added> added) {
        return added.values().stream().mapToInt(each -> each.members().size()).sum();
    }

    /** Node groups by the number of replicas that they are to have, in the order of the group. */
    static Map<String, Integer> ordered(GroupPlan plan, Map<String, Integer> counts) {
        Map<String, Integer> ordered = new LinkedHashMap<>();
        plan.shards().forEach(shard -> {
            Integer count = counts.get(shard.id());
            if (count != null) {
                ordered.put(shard.id(), count);
            }
        });
        return ordered;
    }
}
