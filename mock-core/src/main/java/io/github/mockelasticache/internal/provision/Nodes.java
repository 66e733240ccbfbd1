package io.github.mockelasticache.internal.provision;

import static io.github.mockelasticache.internal.engine.ResourceTypes.CACHE_CLUSTER;

import io.github.mockelasticache.internal.catalog.NodeType;
import io.github.mockelasticache.internal.catalog.NodeTypes;
import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.engine.Snapshots;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.CacheNode;
import software.amazon.awssdk.services.elasticache.model.Endpoint;

/** The nodes of cache clusters as they come into being. */
public final class Nodes {

    /** The zone of a cluster whose nodes are in several. */
    public static final String MULTIPLE = "Multiple";

    private static final String AVAILABLE = "available";
    private static final String IN_SYNC = "in-sync";

    private Nodes() {}

    /**
     * The node type that a request names.
     *
     * @param name {@code CacheNodeType} of the request, or null
     * @param engine what is to run on the nodes
     * @param call the call: {@code InvalidParameterValue} if it is missing or unknown, {@code InvalidParameterCombination}
     *     if the engine version does not run on it
     * @return the node type
     */
    public static NodeType requested(@Nullable String name, EngineChoice engine, Call call) {
        NodeType type = NodeTypes.find(call.parameters().required("CacheNodeType", name));
        if (type == null) {
            throw call.faults().invalidParameterValue("Invalid value " + name + " for CacheNodeType.");
        }
        if (!type.supports(engine.version())) {
            throw call.faults()
                    .invalidParameterCombination("The node type " + type.name() + " is not supported for engine "
                            + engine.version().engine() + " " + engine.version().version() + ".");
        }
        return type;
    }

    /**
     * Makes a cluster available whose nodes are created: they get their ids, create times and endpoints, and the events are
     * those that the service emits.
     *
     * @param region the region
     * @param id the id of a cluster that is being created
     * @return the cluster
     */
    public static CacheCluster available(RegionState region, String id) {
        NodePlans plans = region.ask(NodePlans.class);
        NodePlan plan = plans.of(id);
        CacheCluster cluster = region.table(CACHE_CLUSTER).change(id, creating -> {
            List<CacheNode> nodes = created(region, creating, plan);
            return creating.toBuilder()
                    .cacheClusterStatus(AVAILABLE)
                    .cacheClusterCreateTime(region.now())
                    .cacheNodes(nodes)
                    .preferredAvailabilityZone(zoneOf(nodes))
                    .configurationEndpoint(configurationEndpoint(region, creating, plan))
                    .build();
        });
        plans.put(id, plan.created());
        emitParameterGroup(region, cluster);
        region.emit(CACHE_CLUSTER, id, "Cache cluster created");
        if (!isMemcached(cluster) && isBurstable(cluster)) {
            // Two blanks before "Please": so it stands in the user guide.
            region.emit(
                    CACHE_CLUSTER,
                    id,
                    "This cache cluster does not support persistence (ex: 'appendonly').  Please use a different instance"
                            + " type to enable persistence.");
        }
        emitAdded(region, id, cluster.cacheNodes());
        if (!plan.snapshot().isEmpty()) {
            region.ask(Snapshots.class).restored(plan.snapshot());
        }
        if (!isMemcached(cluster)) {
            region.ask(Snapshots.class).planAutomatic(id);
        }
        return cluster;
    }

    /**
     * Ends the creation of a cluster in a failure status: it gets no nodes, and what it was restored from can be used again. The
     * events are those of the user guide.
     *
     * @param region the region
     * @param id the id of a cluster that is being created
     * @param status {@code incompatible-network} or {@code restore-failed}
     */
    public static void failed(RegionState region, String id, String status) {
        NodePlan plan = region.ask(NodePlans.class).of(id);
        region.table(CACHE_CLUSTER)
                .change(
                        id,
                        creating ->
                                creating.toBuilder().cacheClusterStatus(status).build());
        if (status.equals("incompatible-network")) {
            region.emit(CACHE_CLUSTER, id, "Failed to create the cache cluster due to incompatible network state");
        }
        if (!plan.snapshot().isEmpty()) {
            if (status.equals("restore-failed")) {
                for (String node : plan.idsOfCreating()) {
                    region.emit(CACHE_CLUSTER, id, "Restore from " + plan.snapshot() + " failed for node " + node);
                }
            }
            region.ask(Snapshots.class).restored(plan.snapshot());
        }
    }

    /**
     * The nodes of a plan that are added to a cluster, as they are until they have been created: without endpoint and create
     * time (DescribeCacheClusters, API reference).
     *
     * @param cluster their cluster
     * @param plan the plan
     * @return the nodes
     */
    public static List<CacheNode> creating(CacheCluster cluster, NodePlan plan) {
        List<CacheNode> nodes = new ArrayList<>();
        for (String node : plan.idsOfCreating()) {
            nodes.add(CacheNode.builder()
                    .cacheNodeId(node)
                    .cacheNodeStatus("creating")
                    .parameterGroupStatus(IN_SYNC)
                    .customerAvailabilityZone(plan.creating().get(nodes.size()))
                    .customerOutpostArn(cluster.preferredOutpostArn())
                    .build());
        }
        return nodes;
    }

    /**
     * The nodes of a plan that are being created, as they are when they have been.
     *
     * @param region the region
     * @param cluster their cluster
     * @param plan the plan
     * @return the nodes
     */
    public static List<CacheNode> created(RegionState region, CacheCluster cluster, NodePlan plan) {
        Endpoints endpoints = Endpoints.of(region, cluster);
        List<CacheNode> nodes = new ArrayList<>();
        for (String zone : plan.creating()) {
            String node = NodePlan.nodeId(plan.lastNode() + nodes.size() + 1);
            nodes.add(CacheNode.builder()
                    .cacheNodeId(node)
                    .cacheNodeStatus(AVAILABLE)
                    .cacheNodeCreateTime(region.now())
                    .endpoint(endpoint(endpoints, cluster, node, plan.port()))
                    .parameterGroupStatus(IN_SYNC)
                    .customerAvailabilityZone(zone)
                    .customerOutpostArn(cluster.preferredOutpostArn())
                    .build());
        }
        return nodes;
    }

    /**
     * Emits that nodes have been added.
     *
     * @param region the region
     * @param cluster the id of their cluster
     * @param nodes the nodes
     */
    public static void emitAdded(RegionState region, String cluster, List<CacheNode> nodes) {
        for (CacheNode node : nodes) {
            region.emit(
                    CACHE_CLUSTER,
                    cluster,
                    "Added cache node " + node.cacheNodeId() + " in availability zone "
                            + node.customerAvailabilityZone());
        }
    }

    /**
     * Emits that a cluster uses a parameter group from now on, which the service does on creation too ("ElastiCache SNS
     * events", user guide).
     *
     * @param region the region
     * @param cluster the cluster
     */
    public static void emitParameterGroup(RegionState region, CacheCluster cluster) {
        region.emit(
                CACHE_CLUSTER,
                cluster.cacheClusterId(),
                "Updated to use a CacheParameterGroup "
                        + cluster.cacheParameterGroup().cacheParameterGroupName());
    }

    /**
     * The zone that a cluster shows.
     *
     * @param nodes its nodes
     * @return the zone of all nodes, or {@link #MULTIPLE}
     */
    public static String zoneOf(List<CacheNode> nodes) {
        List<String> zones = nodes.stream()
                .map(CacheNode::customerAvailabilityZone)
                .distinct()
                .toList();
        return zones.size() == 1 ? zones.get(0) : MULTIPLE;
    }

    /**
     * Whether a cluster's engine is Memcached.
     *
     * @param cluster the cluster
     * @return false for Redis OSS and Valkey
     */
    public static boolean isMemcached(CacheCluster cluster) {
        return cluster.engine().equals(EngineChoice.MEMCACHED);
    }

    private static Endpoint endpoint(Endpoints endpoints, CacheCluster cluster, String node, int port) {
        return cluster.replicationGroupId() != null && Boolean.TRUE.equals(cluster.transitEncryptionEnabled())
                ? endpoints.tlsNode(cluster.cacheClusterId(), cluster.replicationGroupId(), port)
                : endpoints.node(cluster.cacheClusterId(), node, port);
    }

    private static @Nullable Endpoint configurationEndpoint(RegionState region, CacheCluster cluster, NodePlan plan) {
        return isMemcached(cluster)
                ? Endpoints.of(region, cluster).memcachedConfiguration(cluster.cacheClusterId(), plan.port())
                : null;
    }

    private static boolean isBurstable(CacheCluster cluster) {
        NodeType type = NodeTypes.find(cluster.cacheNodeType());
        return type != null && type.burstable();
    }
}
