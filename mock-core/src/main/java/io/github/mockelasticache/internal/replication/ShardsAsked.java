package io.github.mockelasticache.internal.replication;

import io.github.mockelasticache.Quotas.Quota;
import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.ServiceError;
import io.github.mockelasticache.internal.provision.Network;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.CreateReplicationGroupRequest;
import software.amazon.awssdk.services.elasticache.model.NodeGroupConfiguration;
import software.amazon.awssdk.services.elasticache.model.NodeSnapshot;
import software.amazon.awssdk.services.elasticache.model.Snapshot;

/**
 * The node groups that {@code CreateReplicationGroup} asks for.
 *
 * @param configurations one for each node group, with slots, replica count and zones as far as the caller sets them
 * @param clusterMode whether cluster mode is enabled
 */
record ShardsAsked(List<NodeGroupConfiguration> configurations, boolean clusterMode) {

    static final int MOST_REPLICAS = 5;

    private static final Pattern ID = Pattern.compile("\\d{1,4}");

    static ShardsAsked by(CreateReplicationGroupRequest request, EngineAsked engine, Call call) {
        boolean clusterMode = engine.engine().clusterMode();
        requireRanges(request, call);
        requireOneWay(request, clusterMode, call);
        List<NodeGroupConfiguration> given = given(request, engine.snapshot());
        Integer number = request.numNodeGroups();
        if (number != null && !given.isEmpty() && given.size() != number) {
            throw call.faults()
                    .invalidParameterCombination(
                            "NodeGroupConfiguration must have as many elements as NumNodeGroups says.");
        }
        List<NodeGroupConfiguration> shards = given.isEmpty()
                ? Collections.nCopies(
                        number == null ? 1 : number,
                        NodeGroupConfiguration.builder().build())
                : given;
        requireQuota(shards.size(), call);
        if (!request.snapshotArns().isEmpty() && clusterMode && given.isEmpty()) {
            throw call.faults()
                    .invalidParameterCombination("NodeGroupConfiguration with the slots of each node group is required"
                            + " when SnapshotArns are restored with cluster mode enabled.");
        }
        return new ShardsAsked(
                withSlots(
                        withIds(
                                shards.stream()
                                        .map(each -> withReplicas(each, request, call))
                                        .toList(),
                                clusterMode,
                                call),
                        clusterMode,
                        call),
                clusterMode);
    }

    /** How many nodes there are in all. */
    int nodes() {
        return configurations.stream().mapToInt(each -> each.replicaCount() + 1).sum();
    }

    /** The node groups with their members, named and placed. */
    List<Shard> placed(String group, List<String> preferredZones, Network network, Call call) {
        List<Shard> shards = new ArrayList<>();
        MemberNames names = new MemberNames(group, clusterMode);
        for (NodeGroupConfiguration each : configurations) {
            int nodes = each.replicaCount() + 1;
            MemberNames.Chosen chosen = names.next(each.nodeGroupId(), 0, nodes, call.region());
            List<String> zones = new Zones(group + each.nodeGroupId(), network, call)
                    .choose(List.of(), zonesAsked(each, preferredZones, nodes));
            List<Shard.Member> members = new ArrayList<>();
            for (int node = 0; node < nodes; node++) {
                members.add(new Shard.Member(chosen.clusters().get(node), zones.get(node), outpost(each, node)));
            }
            shards.add(new Shard(
                    each.nodeGroupId(),
                    Shard.CREATING,
                    slots(each),
                    members,
                    chosen.clusters().get(0),
                    chosen.last()));
        }
        return shards;
    }

    private static Slots slots(NodeGroupConfiguration shard) {
        Slots slots = shard.slots() == null ? null : Slots.parse(shard.slots());
        return slots == null ? Slots.none() : slots;
    }

    private static List<@Nullable String> zonesAsked(
            NodeGroupConfiguration shard, List<String> preferredZones, int nodes) {
        if (!preferredZones.isEmpty()) {
            return new ArrayList<>(preferredZones);
        }
        List<@Nullable String> zones =
                new ArrayList<@Nullable String>(Collections.<@Nullable String>nCopies(nodes, null));
        zones.set(0, shard.primaryAvailabilityZone());
        for (int replica = 0; replica < shard.replicaAvailabilityZones().size(); replica++) {
            zones.set(replica + 1, shard.replicaAvailabilityZones().get(replica));
        }
        return zones;
    }

    private static @Nullable String outpost(NodeGroupConfiguration shard, int node) {
        if (node == 0) {
            return shard.primaryOutpostArn();
        }
        return shard.replicaOutpostArns().isEmpty()
                ? null
                : shard.replicaOutpostArns().get(node - 1);
    }

    private static void requireRanges(CreateReplicationGroupRequest request, Call call) {
        call.parameters().within("NumCacheClusters", request.numCacheClusters(), 1, MOST_REPLICAS + 1);
        call.parameters().atLeast("NumNodeGroups", request.numNodeGroups(), 1);
        if (request.replicasPerNodeGroup() != null) {
            requireReplicas(request.replicasPerNodeGroup(), call);
        }
    }

    /** The wording is the service's own: hashicorp/terraform#10175. */
    static void requireReplicas(int replicas, Call call) {
        if (replicas < 0 || replicas > MOST_REPLICAS) {
            throw call.faults()
                    .invalidParameterValue(
                            "The number of replicas per node group must be within 0 and " + MOST_REPLICAS + ".");
        }
    }

    static void requireQuota(int shards, Call call) {
        int quota = call.region().settings().quotas().of(Quota.NODE_GROUPS_PER_REPLICATION_GROUP);
        if (shards > quota) {
            throw call.faults()
                    .of(
                            ServiceError.NODE_GROUPS_PER_REPLICATION_GROUP_QUOTA_EXCEEDED,
                            "Node groups per replication group quota exceeded. Each replication group can have at most "
                                    + quota + " node groups in this region.");
        }
    }

    private static void requireOneWay(CreateReplicationGroupRequest request, boolean clusterMode, Call call) {
        if (request.numCacheClusters() != null && request.replicasPerNodeGroup() != null) {
            throw call.faults()
                    .invalidParameterCombination("NumCacheClusters and ReplicasPerNodeGroup cannot be given together.");
        }
        boolean several = (request.numNodeGroups() != null && request.numNodeGroups() > 1)
                || request.nodeGroupConfiguration().size() > 1;
        if (request.numCacheClusters() != null && several) {
            throw call.faults()
                    .invalidParameterCombination("NumCacheClusters can only be specified for one node group.");
        }
        if (request.hasPreferredCacheClusterAZs() && several) {
            // The wording is the service's own: hashicorp/terraform-provider-aws#14425.
            throw call.faults()
                    .invalidParameterCombination("PreferredCacheClusterAZs can only be specified for one node group.");
        }
        if (request.hasPreferredCacheClusterAZs()
                && !request.nodeGroupConfiguration().isEmpty()) {
            throw call.faults()
                    .invalidParameterCombination(
                            "PreferredCacheClusterAZs and NodeGroupConfiguration cannot be given together.");
        }
        if (!clusterMode && request.nodeGroupConfiguration().stream().anyMatch(each -> each.slots() != null)) {
            throw call.faults().invalidParameterCombination("Slots can only be specified with cluster mode enabled.");
        }
    }

    private static List<NodeGroupConfiguration> given(
            CreateReplicationGroupRequest request, @Nullable Snapshot snapshot) {
        if (!request.nodeGroupConfiguration().isEmpty()
                || request.numNodeGroups() != null
                || snapshot == null
                || !EngineAsked.hasShards(snapshot)) {
            return request.nodeGroupConfiguration();
        }
        return snapshot.nodeSnapshots().stream()
                .map(each -> ofSnapshot(each, request.replicasPerNodeGroup()))
                .toList();
    }

    /** A restored node group gets the slots that were saved, and as many replicas as it had unless the caller says otherwise. */
    private static NodeGroupConfiguration ofSnapshot(NodeSnapshot node, @Nullable Integer replicas) {
        NodeGroupConfiguration saved = node.nodeGroupConfiguration();
        return NodeGroupConfiguration.builder()
                .nodeGroupId(node.nodeGroupId())
                .slots(saved == null ? null : saved.slots())
                .replicaCount(replicas != null || saved == null ? replicas : saved.replicaCount())
                .build();
    }

    private static NodeGroupConfiguration withReplicas(
            NodeGroupConfiguration shard, CreateReplicationGroupRequest request, Call call) {
        Integer asked = shard.replicaCount();
        if (asked == null) {
            asked = request.replicasPerNodeGroup();
        }
        if (asked == null && request.numCacheClusters() != null) {
            asked = request.numCacheClusters() - 1;
        }
        int replicas = asked != null
                ? asked
                : Math.max(
                        shard.replicaAvailabilityZones().size(),
                        shard.replicaOutpostArns().size());
        requireReplicas(replicas, call);
        requireAsManyAs(replicas, shard.replicaAvailabilityZones(), call);
        requireAsManyAs(replicas, shard.replicaOutpostArns(), call);
        if (!request.preferredCacheClusterAZs().isEmpty()) {
            requireAsManyAs(replicas + 1, request.preferredCacheClusterAZs(), call);
        }
        return shard.toBuilder().replicaCount(replicas).build();
    }

    /** The wording is the service's own: hashicorp/terraform-provider-aws#207. */
    static void requireAsManyAs(int nodes, List<String> zones, Call call) {
        if (!zones.isEmpty() && zones.size() != nodes) {
            throw call.faults()
                    .invalidParameterCombination("Must specify the same number of preferred availability zones as"
                            + " requested number of nodes.");
        }
    }

    private static List<NodeGroupConfiguration> withIds(
            List<NodeGroupConfiguration> shards, boolean clusterMode, Call call) {
        Set<String> given = new HashSet<>();
        for (NodeGroupConfiguration each : shards) {
            if (each.nodeGroupId() != null) {
                requireId(each.nodeGroupId(), call);
                if (!given.add(each.nodeGroupId())) {
                    throw call.faults()
                            .invalidParameterCombination(
                                    "The node group id " + each.nodeGroupId() + " is given more than once.");
                }
            }
        }
        if (!clusterMode) {
            return shards.stream()
                    .map(each -> each.toBuilder().nodeGroupId(Shard.ONLY).build())
                    .toList();
        }
        List<NodeGroupConfiguration> all = new ArrayList<>();
        int last = 0;
        for (NodeGroupConfiguration each : shards) {
            String id = each.nodeGroupId();
            while (id == null) {
                String next = ShardIds.digits(++last);
                id = given.add(next) ? next : null;
            }
            all.add(each.toBuilder().nodeGroupId(id).build());
        }
        return all;
    }

    static void requireId(String id, Call call) {
        call.parameters().required("NodeGroupId", id, ID.asMatchPredicate(), "must have one to four digits");
    }

    private static List<NodeGroupConfiguration> withSlots(
            List<NodeGroupConfiguration> shards, boolean clusterMode, Call call) {
        if (!clusterMode) {
            return shards;
        }
        if (shards.stream().allMatch(each -> each.slots() == null)) {
            List<Slots> even = Slots.split(shards.size());
            List<NodeGroupConfiguration> all = new ArrayList<>();
            for (int shard = 0; shard < shards.size(); shard++) {
                all.add(shards.get(shard).toBuilder()
                        .slots(even.get(shard).toString())
                        .build());
            }
            return all;
        }
        List<Slots> asked = new ArrayList<>();
        for (NodeGroupConfiguration each : shards) {
            Slots slots = each.slots() == null ? null : Slots.parse(each.slots());
            if (slots == null) {
                throw call.faults()
                        .invalidParameterValue(
                                "Invalid slots: " + each.slots() + ". The format is startkey-endkey, with"
                                        + " keys from 0 to 16383, for example 0-3999, for every node group.");
            }
            asked.add(slots);
        }
        if (!Slots.areComplete(asked)) {
            throw call.faults()
                    .invalidParameterValue(
                            "The slots of the node groups must cover the slots 0 to 16383, each exactly once.");
        }
        return shards;
    }
}
