package io.github.mockelasticache.internal.cluster;

import static io.github.mockelasticache.internal.engine.ResourceTypes.CACHE_CLUSTER;
import static io.github.mockelasticache.internal.engine.ResourceTypes.REPLICATION_GROUP;

import io.github.mockelasticache.internal.catalog.EngineVersions;
import io.github.mockelasticache.internal.catalog.NodeType;
import io.github.mockelasticache.internal.catalog.NodeTypes;
import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.provision.NodeTypeChoices;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.ListAllowedNodeTypeModificationsRequest;
import software.amazon.awssdk.services.elasticache.model.ListAllowedNodeTypeModificationsResponse;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;

/** {@code ListAllowedNodeTypeModifications}: for a cluster, or for a replication group by one of its members. */
final class ListAllowedNodeTypeModifications {

    private ListAllowedNodeTypeModifications() {}

    static ListAllowedNodeTypeModificationsResponse.Builder handle(
            ListAllowedNodeTypeModificationsRequest request, Call call) {
        String id = call.parameters().optional("CacheClusterId", request.cacheClusterId());
        String group = call.parameters().optional("ReplicationGroupId", request.replicationGroupId());
        if ((id == null) == (group == null)) {
            throw call.faults()
                    .invalidParameterCombination(
                            "Either CacheClusterId or ReplicationGroupId must be given, and not both.");
        }
        NodeTypeChoices choices = choices(cluster(id, group, call));
        return ListAllowedNodeTypeModificationsResponse.builder()
                .scaleUpModifications(choices.up())
                .scaleDownModifications(choices.down());
    }

    static NodeTypeChoices choices(CacheCluster cluster) {
        NodeType present = Objects.requireNonNull(NodeTypes.find(cluster.cacheNodeType()), cluster.cacheNodeType());
        return NodeTypeChoices.of(present, EngineVersions.ofPatch(cluster.engine(), cluster.engineVersion()));
    }

    private static CacheCluster cluster(@Nullable String id, @Nullable String group, Call call) {
        return id != null ? call.existing(CACHE_CLUSTER, id) : member(Objects.requireNonNull(group), call);
    }

    /** A group that is being deleted shows no members any more. */
    private static CacheCluster member(String id, Call call) {
        ReplicationGroup group = call.existing(REPLICATION_GROUP, id);
        if (group.memberClusters().isEmpty()) {
            throw call.faults().replicationGroupNotFound(group.replicationGroupId());
        }
        return call.existing(CACHE_CLUSTER, group.memberClusters().get(0));
    }
}
