package io.github.mockelasticache.internal.cluster;

import static io.github.mockelasticache.internal.engine.ResourceTypes.CACHE_CLUSTER;
import static io.github.mockelasticache.internal.engine.ResourceTypes.CACHE_PARAMETER_GROUP;
import static io.github.mockelasticache.internal.engine.ResourceTypes.CACHE_SECURITY_GROUP;
import static io.github.mockelasticache.internal.engine.ResourceTypes.CACHE_SUBNET_GROUP;
import static io.github.mockelasticache.internal.engine.ResourceTypes.REPLICATION_GROUP;

import io.github.mockelasticache.internal.catalog.NodeTypes;
import io.github.mockelasticache.internal.engine.Adopter;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.engine.ResourceType;
import io.github.mockelasticache.internal.engine.Snapshots;
import io.github.mockelasticache.internal.engine.Table;
import io.github.mockelasticache.internal.provision.NodePlan;
import io.github.mockelasticache.internal.provision.NodePlans;
import io.github.mockelasticache.internal.provision.Nodes;
import io.github.mockelasticache.internal.provision.Uses;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.CacheNode;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;

/** A cache cluster that was described elsewhere, with or without its nodes, and lives on here. */
final class AdoptedCluster {

    private static final String AVAILABLE = "available";
    private static final int MEMCACHED_PORT = 11_211;
    private static final int REDIS_PORT = 6_379;

    private final CacheCluster described;
    private final RegionState region;
    private final Adopter.Unfit unfit;

    private AdoptedCluster(CacheCluster described, RegionState region, Adopter.Unfit unfit) {
        this.described = described;
        this.region = region;
        this.unfit = unfit;
    }

    /** Takes clusters over that Describe answers tell of; a member of a replication group needs the group. */
    static final class AsDescribed implements Adopter<CacheCluster> {

        @Override
        public void adopt(CacheCluster described, RegionState region, Unfit unfit) {
            new AdoptedCluster(described, region, unfit).adopt();
        }

        @Override
        public void requireWhole(CacheCluster described, RegionState region, Unfit unfit) {
            String id = described.replicationGroupId();
            ReplicationGroup group =
                    id == null ? null : region.table(REPLICATION_GROUP).find(id);
            if (id != null
                    && (group == null || !group.memberClusters().contains(Table.key(described.cacheClusterId())))) {
                throw unfit.because(
                        "/ReplicationGroupId",
                        "The cluster is a member of " + id + ", which is not among the ReplicationGroups, or does not"
                                + " list it; load the replication groups of the account too.");
            }
        }
    }

    private void adopt() {
        requireKind();
        requireReferences();
        String id = Table.key(described.cacheClusterId());
        CacheCluster cluster = described.toBuilder()
                .cacheClusterId(id)
                .arn(region.arn(CACHE_CLUSTER, id))
                .build();
        NodePlan plan;
        if (cluster.cacheNodes().isEmpty()) {
            NodePlan creating = NodePlan.creating(
                    port(),
                    Collections.nCopies(cluster.numCacheNodes(), required("PreferredAvailabilityZone", zone())),
                    "");
            cluster = cluster.toBuilder()
                    .cacheNodes(Nodes.created(region, cluster, creating))
                    .build();
            plan = creating.created();
        } else {
            plan = new NodePlan(port(), cluster.cacheNodes().size(), List.of(), lastNode(), "");
        }
        region.table(CACHE_CLUSTER).put(id, cluster);
        region.ask(NodePlans.class).put(id, plan);
        Uses.begin(region, cluster);
        if (!Nodes.isMemcached(cluster)) {
            region.ask(Snapshots.class).planAutomatic(id);
        }
    }

    private void requireKind() {
        if (!AVAILABLE.equals(described.cacheClusterStatus())) {
            throw unfit.because(
                    "/CacheClusterStatus",
                    "A cluster that is loaded must be available, but this one is " + described.cacheClusterStatus()
                            + "; how it would go on is not told.");
        }
        if (!Set.of("memcached", "redis", "valkey").contains(required("Engine", described.engine()))) {
            throw unfit.because("/Engine", "There is no engine " + described.engine() + ".");
        }
        required("EngineVersion", described.engineVersion());
        if (NodeTypes.find(required("CacheNodeType", described.cacheNodeType())) == null) {
            throw unfit.because("/CacheNodeType", "There is no node type " + described.cacheNodeType() + ".");
        }
        required("NumCacheNodes", described.numCacheNodes());
        required("CacheParameterGroup", described.cacheParameterGroup());
        if (!described.cacheNodes().isEmpty() && described.cacheNodes().size() != described.numCacheNodes()) {
            throw unfit.because(
                    "/CacheNodes",
                    "There are " + described.cacheNodes().size() + " nodes, but NumCacheNodes is "
                            + described.numCacheNodes() + ".");
        }
    }

    private void requireReferences() {
        requireExists(
                CACHE_PARAMETER_GROUP,
                "/CacheParameterGroup/CacheParameterGroupName",
                described.cacheParameterGroup().cacheParameterGroupName());
        if (described.cacheSubnetGroupName() != null) {
            requireExists(CACHE_SUBNET_GROUP, "/CacheSubnetGroupName", described.cacheSubnetGroupName());
        }
        for (int index = 0; index < described.cacheSecurityGroups().size(); index++) {
            requireExists(
                    CACHE_SECURITY_GROUP,
                    "/CacheSecurityGroups/" + index + "/CacheSecurityGroupName",
                    described.cacheSecurityGroups().get(index).cacheSecurityGroupName());
        }
    }

    private void requireExists(ResourceType<?> type, String member, @Nullable String name) {
        if (name == null || region.table(type).find(name) == null) {
            throw unfit.because(
                    member,
                    "The cluster uses " + name + ", which is not among the " + type.listName()
                            + "; load those of the account too.");
        }
    }

    private <T> T required(String member, @Nullable T value) {
        if (value == null) {
            throw unfit.because("", member + " is missing; a cache cluster needs it.");
        }
        return value;
    }

    private @Nullable String zone() {
        return described.preferredAvailabilityZone();
    }

    private int port() {
        return described.cacheNodes().stream()
                .map(CacheNode::endpoint)
                .filter(Objects::nonNull)
                .map(endpoint -> endpoint.port())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(Nodes.isMemcached(described) ? MEMCACHED_PORT : REDIS_PORT);
    }

    private int lastNode() {
        int last = 0;
        for (CacheNode node : described.cacheNodes()) {
            if (node.cacheNodeId() == null || !node.cacheNodeId().matches("[0-9]{4,9}")) {
                throw unfit.because("/CacheNodes", "The id of a node is made of four digits, such as 0001.");
            }
            last = Math.max(last, Integer.parseInt(node.cacheNodeId()));
        }
        return last;
    }
}
