package io.github.mockelasticache.internal.replication;

import static io.github.mockelasticache.internal.engine.ResourceTypes.CACHE_CLUSTER;

import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.ServiceError;
import io.github.mockelasticache.internal.provision.Modifications;
import io.github.mockelasticache.internal.provision.Nodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.CreateReplicationGroupRequest;

/**
 * A cluster that {@code CreateReplicationGroup} makes the primary of a new group ("Creating a replication group using an available
 * cluster", user guide): it keeps its name and everything else.
 */
final class AdoptedPrimary {

    /** All that may accompany it. */
    private static final Set<String> BESIDE = Set.of(
            "ReplicationGroupId",
            "ReplicationGroupDescription",
            "PrimaryClusterId",
            "AutomaticFailoverEnabled",
            "MultiAZEnabled",
            "NumCacheClusters",
            "ReplicasPerNodeGroup",
            "PreferredCacheClusterAZs",
            "Tags");

    private AdoptedPrimary() {}

    static CacheCluster requested(CreateReplicationGroupRequest request, Call call) {
        String id = call.parameters().required("PrimaryClusterId", request.primaryClusterId());
        CacheCluster primary = call.existing(CACHE_CLUSTER, id);
        for (SdkField<?> field : request.sdkFields()) {
            if (!BESIDE.contains(field.memberName()) && isGiven(field.getValueOrDefault(request))) {
                throw call.faults()
                        .invalidParameterCombination("The parameter " + field.memberName()
                                + " cannot be specified together with PrimaryClusterId: the replication group gets it"
                                + " from the primary cluster.");
            }
        }
        if (request.numCacheClusters() != null && request.replicasPerNodeGroup() != null) {
            throw call.faults()
                    .invalidParameterCombination("NumCacheClusters and ReplicasPerNodeGroup cannot be given together.");
        }
        if (Nodes.isMemcached(primary)) {
            throw call.faults()
                    .invalidParameterValue("Cache cluster " + primary.cacheClusterId()
                            + " cannot be replicated: its engine is memcached.");
        }
        if (primary.replicationGroupId() != null) {
            throw call.faults()
                    .of(
                            ServiceError.INVALID_CACHE_CLUSTER_STATE,
                            "Cache cluster " + primary.cacheClusterId() + " is already part of replication group "
                                    + primary.replicationGroupId() + ".");
        }
        if (!primary.cacheClusterStatus().equals(Members.AVAILABLE)) {
            throw call.faults()
                    .of(
                            ServiceError.INVALID_CACHE_CLUSTER_STATE,
                            "Cache cluster " + primary.cacheClusterId() + " must be in available state, but has state: "
                                    + primary.cacheClusterStatus() + ".");
        }
        if (!call.region().ask(Modifications.class).of(primary.cacheClusterId()).isNone()) {
            throw call.faults()
                    .of(
                            ServiceError.INVALID_CACHE_CLUSTER_STATE,
                            "Cache cluster " + primary.cacheClusterId()
                                    + " has modifications that are pending. Apply them first.");
        }
        return primary;
    }

    /** Its node group: the user guide's sample lists new replicas before it. */
    static Shard shard(String group, CacheCluster primary, int replicas, List<String> zones, Call call) {
        ShardsAsked.requireAsManyAs(replicas + 1, zones, call);
        if (!zones.isEmpty() && !zones.get(0).equals(primary.preferredAvailabilityZone())) {
            throw call.faults()
                    .invalidParameterCombination(
                            "The first of PreferredCacheClusterAZs must be the availability zone of"
                                    + " the primary cluster, " + primary.preferredAvailabilityZone() + ".");
        }
        Zones choice = new Zones(group, Members.network(call.region(), primary), call);
        List<String> present = List.of(primary.preferredAvailabilityZone());
        List<String> chosen = zones.isEmpty()
                ? choice.choose(present, replicas)
                : choice.choose(present, new ArrayList<>(zones.subList(1, zones.size())));
        MemberNames.Chosen names = new MemberNames(group, false).next(Shard.ONLY, 0, replicas, call.region());
        List<Shard.Member> members = new ArrayList<>();
        for (int replica = 0; replica < replicas; replica++) {
            members.add(new Shard.Member(names.clusters().get(replica), chosen.get(replica), null));
        }
        members.add(new Shard.Member(
                primary.cacheClusterId(), primary.preferredAvailabilityZone(), primary.preferredOutpostArn()));
        return new Shard(Shard.ONLY, Shard.CREATING, Slots.none(), members, primary.cacheClusterId(), names.last());
    }

    private static boolean isGiven(Object value) {
        return value instanceof List<?> list ? !list.isEmpty() : value != null;
    }
}
