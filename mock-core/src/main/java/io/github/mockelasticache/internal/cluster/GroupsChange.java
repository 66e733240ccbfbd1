package io.github.mockelasticache.internal.cluster;

import static io.github.mockelasticache.internal.engine.ResourceTypes.CACHE_SECURITY_GROUP;

import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.provision.Network;
import java.util.List;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.ModifyCacheClusterRequest;

/**
 * The groups that {@code ModifyCacheCluster} asks for; they change as soon as possible, whatever {@code ApplyImmediately} says.
 *
 * @param securityGroups the ids of VPC security groups; empty for no change
 * @param cacheSecurityGroups the names of cache security groups; empty for no change
 */
record GroupsChange(List<String> securityGroups, List<String> cacheSecurityGroups) {

    static GroupsChange by(ModifyCacheClusterRequest request, CacheCluster cluster, Call call) {
        boolean inVpc = cluster.cacheSubnetGroupName() != null;
        List<String> ids = Network.securityGroupIds(request.securityGroupIds(), call);
        if (!inVpc && !ids.isEmpty()) {
            throw call.faults()
                    .invalidParameterCombination("SecurityGroupIds can be used only with clusters that are in a VPC.");
        }
        List<String> names = request.cacheSecurityGroupNames();
        for (String name : names) {
            if (CACHE_SECURITY_GROUP.reserved().test(name)) {
                // "Must not be Default": CacheSecurityGroupNames of ModifyCacheCluster, API reference.
                throw call.faults()
                        .invalidParameterValue("Invalid value " + name
                                + " for CacheSecurityGroupNames. A cluster cannot be moved to the default group.");
            }
        }
        Network.requireCacheSecurityGroupsPossible(names, inVpc || !ids.isEmpty(), call);
        return new GroupsChange(ids, List.copyOf(names));
    }

    void apply(ModifyingCluster cluster) {
        if (!securityGroups.isEmpty()) {
            cluster.applySecurityGroups(each -> each.securityGroups(Network.securityGroupMemberships(securityGroups)));
        }
        if (!cacheSecurityGroups.isEmpty()) {
            cluster.applySecurityGroups(
                    each -> each.cacheSecurityGroups(Network.cacheSecurityGroupMemberships(cacheSecurityGroups)));
        }
    }
}
