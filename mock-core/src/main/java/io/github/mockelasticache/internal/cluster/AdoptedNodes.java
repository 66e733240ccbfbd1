package io.github.mockelasticache.internal.cluster;

import io.github.mockelasticache.internal.engine.Adopter;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.provision.EndpointCodes;
import io.github.mockelasticache.internal.provision.NodePlan;
import io.github.mockelasticache.internal.provision.Nodes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.CacheNode;
import software.amazon.awssdk.services.elasticache.model.Endpoint;

/** The nodes of a cluster that was described elsewhere, with them ({@code --show-cache-node-info}) or without. */
final class AdoptedNodes {

    /** Statuses in which a cluster has no nodes yet, or no more. */
    static final Set<String> WITHOUT_NODES =
            Set.of("creating", "deleting", "incompatible-network", "incompatible-parameters", "restore-failed");

    private static final String CREATING = "creating";
    private static final int MEMCACHED_PORT = 11_211;
    private static final int REDIS_PORT = 6_379;

    private final CacheCluster cluster;
    private final RegionState region;
    private final Adopter.Unfit unfit;

    AdoptedNodes(CacheCluster cluster, RegionState region, Adopter.Unfit unfit) {
        this.cluster = cluster;
        this.region = region;
        this.unfit = unfit;
    }

    /** The plan of the nodes that the cluster has, or of those that are being created with it. */
    NodePlan plan() {
        int number = cluster.numCacheNodes();
        requireTold(number);
        if (cluster.cacheClusterStatus().equals(CREATING)) {
            return NodePlan.creating(port(), Collections.nCopies(number, zoneOfAll()), "");
        }
        return new NodePlan(port(), number, List.of(), Math.max(last(), number), "");
    }

    /** The nodes that the cluster has, without those that are being added to it. */
    @Nullable
    List<CacheNode> present(NodePlan plan) {
        if (WITHOUT_NODES.contains(cluster.cacheClusterStatus())) {
            return cluster.hasCacheNodes() ? cluster.cacheNodes() : null;
        }
        List<CacheNode> told = cluster.cacheNodes().stream()
                .filter(node -> !CREATING.equals(node.cacheNodeStatus()))
                .toList();
        if (!told.isEmpty()) {
            return told;
        }
        return Nodes.created(
                region, cluster, NodePlan.creating(plan.port(), Collections.nCopies(plan.nodes(), zoneOfAll()), ""));
    }

    /** The ids of the nodes that are in a status. */
    List<String> inStatus(String status) {
        return cluster.cacheNodes().stream()
                .filter(node -> status.equals(node.cacheNodeStatus()))
                .map(CacheNode::cacheNodeId)
                .toList();
    }

    /** The zones of nodes that are to be added: those told of nodes that are being created, or else the cluster's own in turn. */
    List<String> zonesOfAdded(int number) {
        List<String> zones = new ArrayList<>();
        for (CacheNode node : cluster.cacheNodes()) {
            if (CREATING.equals(node.cacheNodeStatus()) && node.customerAvailabilityZone() != null) {
                zones.add(node.customerAvailabilityZone());
            }
        }
        List<String> present = cluster.cacheNodes().stream()
                .map(CacheNode::customerAvailabilityZone)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .distinct()
                .toList();
        while (zones.size() < number) {
            zones.add(present.isEmpty() ? zoneOfAll() : present.get(zones.size() % present.size()));
        }
        return zones;
    }

    private String zoneOfAll() {
        String zone = cluster.preferredAvailabilityZone();
        if (zone == null
                && cluster.replicationGroupId() != null
                && cluster.cacheClusterStatus().equals(CREATING)) {
            return ""; // Its replication group tells.
        }
        if (zone == null || zone.equals(Nodes.MULTIPLE)) {
            throw unfit.because(
                    zone == null ? "" : "/PreferredAvailabilityZone",
                    "In which availability zone each node is, is not told; let the AWS CLI print the nodes, with"
                            + " --show-cache-node-info, or write one zone as PreferredAvailabilityZone.");
        }
        requireInRegion(zone, "/PreferredAvailabilityZone");
        return zone;
    }

    /** An output without ARNs does not tell its region otherwise. */
    private void requireInRegion(String zone, String pointer) {
        String id = region.region().id();
        if (!zone.startsWith(id)) {
            throw unfit.because(
                    pointer,
                    "The availability zone " + zone + " is not in " + id + "; say where all of the file was described,"
                            + " with a member Region.");
        }
    }

    private void requireTold(int number) {
        Set<String> ids = new HashSet<>();
        int present = 0;
        for (int index = 0; index < cluster.cacheNodes().size(); index++) {
            CacheNode node = cluster.cacheNodes().get(index);
            String pointer = "/CacheNodes/" + index;
            if (node.cacheNodeId() == null || !node.cacheNodeId().matches("[0-9]{4,9}")) {
                throw unfit.because(pointer, "A node needs a CacheNodeId of four digits, such as 0001.");
            }
            if (!ids.add(node.cacheNodeId())) {
                throw unfit.because(pointer + "/CacheNodeId", "There is a node of this id already.");
            }
            if (!CREATING.equals(node.cacheNodeStatus())) {
                present++;
                if (node.customerAvailabilityZone() == null || node.cacheNodeStatus() == null) {
                    throw unfit.because(pointer, "A node needs a CacheNodeStatus and a CustomerAvailabilityZone.");
                }
                requireInRegion(node.customerAvailabilityZone(), pointer + "/CustomerAvailabilityZone");
            }
            if (cluster.replicationGroupId() == null) {
                region.ask(EndpointCodes.class).learn(cluster.cacheClusterId(), node.endpoint());
            }
        }
        if (present > 0 && present != number) {
            throw unfit.because(
                    "/CacheNodes",
                    "There are " + present + " nodes that are not being created, but NumCacheNodes is " + number + ".");
        }
    }

    private int last() {
        return cluster.cacheNodes().stream()
                .filter(node -> !CREATING.equals(node.cacheNodeStatus()))
                .mapToInt(node -> Integer.parseInt(node.cacheNodeId()))
                .max()
                .orElse(0);
    }

    private int port() {
        Endpoint configuration = cluster.configurationEndpoint();
        if (configuration != null && configuration.port() != null) {
            return configuration.port();
        }
        return cluster.cacheNodes().stream()
                .map(CacheNode::endpoint)
                .filter(Objects::nonNull)
                .map(endpoint -> Objects.requireNonNull(endpoint).port())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(Nodes.isMemcached(cluster) ? MEMCACHED_PORT : REDIS_PORT);
    }
}
