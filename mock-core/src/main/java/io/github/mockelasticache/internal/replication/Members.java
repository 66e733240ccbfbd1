package io.github.mockelasticache.internal.replication;

import static io.github.mockelasticache.internal.engine.ResourceTypes.CACHE_CLUSTER;
import static io.github.mockelasticache.internal.engine.ResourceTypes.CACHE_SUBNET_GROUP;

import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.provision.Deletion;
import io.github.mockelasticache.internal.provision.Endpoints;
import io.github.mockelasticache.internal.provision.Network;
import io.github.mockelasticache.internal.provision.NodePlan;
import io.github.mockelasticache.internal.provision.NodePlans;
import io.github.mockelasticache.internal.provision.Nodes;
import io.github.mockelasticache.internal.provision.Uses;
import io.github.mockelasticache.time.Delays.Step;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.CacheNode;
import software.amazon.awssdk.services.elasticache.model.CacheSecurityGroupMembership;
import software.amazon.awssdk.services.elasticache.model.PendingModifiedValues;
import software.amazon.awssdk.services.elasticache.model.SecurityGroupMembership;
import software.amazon.awssdk.services.elasticache.model.Tag;

/** The member clusters of replication groups: each is a cache cluster with one node. */
final class Members {

    static final String CREATING = "creating";
    static final String AVAILABLE = "available";
    static final String MODIFYING = "modifying";
    static final String DELETING = "deleting";
    static final String DELETED = "deleted";

    private Members() {}

    /** A member that exists. */
    static CacheCluster of(RegionState region, String cluster) {
        return Objects.requireNonNull(region.table(CACHE_CLUSTER).find(cluster), cluster);
    }

    /** What a new member has in common with one that exists: everything but id, zone, nodes and automatic snapshots. */
    static CacheCluster like(CacheCluster existing) {
        return EngineChanges.withGroup(existing, EngineChanges.parameterGroup(existing)).toBuilder()
                .cacheClusterStatus(CREATING)
                .cacheClusterCreateTime((Instant) null)
                .cacheNodes((Collection<CacheNode>) null)
                .preferredAvailabilityZone(null)
                .preferredOutpostArn(null)
                .snapshotRetentionLimit(0)
                .pendingModifiedValues(PendingModifiedValues.builder().build())
                .build();
    }

    /**
     * Stores members that are to be created.
     *
     * @param template what they have in common
     * @param added the members
     * @param port their port
     * @param snapshot the snapshot that the first of them is restored from; empty for none
     * @param tags the tags that each gets
     * @param call the call
     */
    static void create(
            CacheCluster template, List<Shard.Member> added, int port, String snapshot, List<Tag> tags, Call call) {
        RegionState region = call.region();
        String restored = snapshot;
        for (Shard.Member member : added) {
            CacheCluster cluster = template.toBuilder()
                    .cacheClusterId(member.cluster())
                    .arn(region.arn(CACHE_CLUSTER, member.cluster()))
                    .preferredOutpostArn(member.outpost())
                    .build();
            region.table(CACHE_CLUSTER).put(member.cluster(), cluster);
            region.ask(NodePlans.class)
                    .put(member.cluster(), NodePlan.creating(port, List.of(member.zone()), restored));
            region.tags().add(cluster.arn(), tags, call.faults());
            Uses.begin(region, cluster);
            restored = "";
        }
    }

    /** Schedules that members become available, each on its own. */
    static void becomeAvailable(RegionState region, String group, Step step, Collection<String> clusters) {
        for (String cluster : clusters) {
            region.after(step, region.arn(CACHE_CLUSTER, cluster), "", CREATING, AVAILABLE, () -> {
                Nodes.available(region, cluster);
                Shape.refresh(region, group);
            });
        }
    }

    /** Begins to delete members, and schedules that they are gone. They stay listed until then. */
    static void delete(RegionState region, String group, Step step, Collection<String> clusters) {
        for (String cluster : clusters) {
            Deletion.begin(region, cluster);
            region.after(step, region.arn(CACHE_CLUSTER, cluster), "", DELETING, DELETED, () -> {
                Deletion.complete(region, cluster);
                forget(region, group, cluster);
            });
        }
    }

    /** A member that has been deleted is not listed any more. */
    static void forget(RegionState region, String group, String cluster) {
        region.ask(GroupPlans.class)
                .change(group, plan -> plan.withEach(shard -> shard.has(cluster) ? shard.without(cluster) : shard));
        Shape.refresh(region, group);
    }

    static CacheCluster change(RegionState region, String cluster, UnaryOperator<CacheCluster> change) {
        return region.table(CACHE_CLUSTER).change(cluster, change);
    }

    /** Changes all members of a group. */
    static void changeAll(RegionState region, String group, UnaryOperator<CacheCluster> change) {
        for (String cluster : region.ask(GroupPlans.class).of(group).clusters()) {
            Uses.end(region, of(region, cluster));
            Uses.begin(region, change(region, cluster, change));
        }
    }

    /** The names of the nodes' endpoints, which depend on whether encryption in transit is on. */
    static UnaryOperator<CacheCluster> withEndpoints(RegionState region) {
        return cluster -> !cluster.hasCacheNodes()
                ? cluster
                : cluster.toBuilder()
                        .cacheNodes(cluster.cacheNodes().stream()
                                .map(node -> withEndpoint(region, cluster, node))
                                .toList())
                        .build();
    }

    private static CacheNode withEndpoint(RegionState region, CacheCluster cluster, CacheNode node) {
        Endpoints endpoints = Endpoints.of(region, cluster);
        int port = region.ask(NodePlans.class).of(cluster.cacheClusterId()).port();
        return node.toBuilder()
                .endpoint(
                        Boolean.TRUE.equals(cluster.transitEncryptionEnabled())
                                ? endpoints.tlsNode(cluster.cacheClusterId(), cluster.replicationGroupId(), port)
                                : endpoints.node(cluster.cacheClusterId(), node.cacheNodeId(), port))
                .build();
    }

    /** The network that a member is in. */
    static Network network(RegionState region, CacheCluster member) {
        return new Network(
                member.cacheSubnetGroupName() == null
                        ? null
                        : region.table(CACHE_SUBNET_GROUP).find(member.cacheSubnetGroupName()),
                member.securityGroups().stream()
                        .map(SecurityGroupMembership::securityGroupId)
                        .toList(),
                member.cacheSecurityGroups().stream()
                        .map(CacheSecurityGroupMembership::cacheSecurityGroupName)
                        .toList(),
                member.networkType(),
                member.ipDiscovery());
    }
}
