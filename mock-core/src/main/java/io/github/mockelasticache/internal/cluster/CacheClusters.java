package io.github.mockelasticache.internal.cluster;

import static io.github.mockelasticache.internal.engine.ResourceTypes.CACHE_CLUSTER;
import static io.github.mockelasticache.internal.engine.ResourceTypes.CACHE_PARAMETER_GROUP;
import static io.github.mockelasticache.internal.engine.ResourceTypes.CACHE_SECURITY_GROUP;
import static io.github.mockelasticache.internal.engine.ResourceTypes.CACHE_SUBNET_GROUP;
import static io.github.mockelasticache.internal.engine.ResourceTypes.REPLICATION_GROUP;

import io.github.mockelasticache.internal.engine.Adopters;
import io.github.mockelasticache.internal.engine.Family;
import io.github.mockelasticache.internal.engine.NodePlacement;
import io.github.mockelasticache.internal.engine.Operations;
import io.github.mockelasticache.internal.engine.ParameterGroupUsers;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.engine.UpdateTargets;
import io.github.mockelasticache.internal.provision.EndpointCodes;
import io.github.mockelasticache.internal.provision.Modifications;
import io.github.mockelasticache.internal.provision.NodePlans;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.CreateCacheClusterRequest;
import software.amazon.awssdk.services.elasticache.model.DeleteCacheClusterRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeCacheClustersRequest;
import software.amazon.awssdk.services.elasticache.model.ListAllowedNodeTypeModificationsRequest;
import software.amazon.awssdk.services.elasticache.model.ModifyCacheClusterRequest;
import software.amazon.awssdk.services.elasticache.model.RebootCacheClusterRequest;

/** The cache cluster operations. Each has a class of its own, with the operation's name. */
public final class CacheClusters implements Family {

    @Override
    public void register(Operations operations) {
        operations.handle(CreateCacheClusterRequest.class, CreateCacheCluster::handle);
        operations.handle(DeleteCacheClusterRequest.class, DeleteCacheCluster::handle);
        operations.describe(DescribeCacheClustersRequest.class, CacheClusters::polled, DescribeCacheClusters::handle);
        operations.handle(ListAllowedNodeTypeModificationsRequest.class, ListAllowedNodeTypeModifications::handle);
        operations.handle(ModifyCacheClusterRequest.class, ModifyCacheCluster::handle);
        operations.handle(RebootCacheClusterRequest.class, RebootCacheCluster::handle);
    }

    @Override
    public void open(RegionState region) {
        region.offer(NodePlans.class, new NodePlans());
        region.offer(EndpointCodes.class, new EndpointCodes());
        region.offer(Modifications.class, new Modifications(region));
        region.offer(ParameterGroupUsers.class, new ParametersOfClusters(region));
        region.offer(NodePlacement.class, new NodeZones(region));
        region.offer(UpdateTargets.OfCacheClusters.class, new UpdatedClusters(region));
    }

    @Override
    public void adopt(Adopters adopters) {
        adopters.addAfter(
                List.of(CACHE_PARAMETER_GROUP, CACHE_SECURITY_GROUP, CACHE_SUBNET_GROUP),
                CACHE_CLUSTER,
                CacheCluster::cacheClusterId,
                "CacheClusterId",
                new AdoptedCluster.AsDescribed());
    }

    /** The clusters that a request asks about, and the replication groups that they change with. */
    private static Collection<String> polled(DescribeCacheClustersRequest request, RegionState region) {
        Set<String> arns = new LinkedHashSet<>(CACHE_CLUSTER.arns(request.cacheClusterId(), region));
        Collection<String> names = request.cacheClusterId() == null
                ? region.table(CACHE_CLUSTER).names()
                : Set.of(request.cacheClusterId());
        for (String name : names) {
            CacheCluster cluster = region.table(CACHE_CLUSTER).find(name);
            if (cluster != null && cluster.replicationGroupId() != null) {
                arns.add(region.arn(REPLICATION_GROUP, cluster.replicationGroupId()));
            }
        }
        return arns;
    }
}
