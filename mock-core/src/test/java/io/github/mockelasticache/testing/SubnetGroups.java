package io.github.mockelasticache.testing;

import java.util.List;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CacheSubnetGroup;
import software.amazon.awssdk.services.elasticache.model.Subnet;

/** The cache subnet groups that one client sees: how a test arranges them, and how it looks at them afterwards. */
public final class SubnetGroups {

    private final ElastiCacheClient client;

    private SubnetGroups(ElastiCacheClient client) {
        this.client = client;
    }

    public static SubnetGroups of(ElastiCacheClient client) {
        return new SubnetGroups(client);
    }

    public CacheSubnetGroup create(String name, String... subnetIds) {
        return client.createCacheSubnetGroup(group -> group.cacheSubnetGroupName(name)
                        .cacheSubnetGroupDescription("the group " + name)
                        .subnetIds(subnetIds))
                .cacheSubnetGroup();
    }

    public CacheSubnetGroup modify(String name, String... subnetIds) {
        return client.modifyCacheSubnetGroup(
                        group -> group.cacheSubnetGroupName(name).subnetIds(subnetIds))
                .cacheSubnetGroup();
    }

    public void delete(String name) {
        client.deleteCacheSubnetGroup(group -> group.cacheSubnetGroupName(name));
    }

    public CacheSubnetGroup named(String name) {
        return client.describeCacheSubnetGroups(groups -> groups.cacheSubnetGroupName(name))
                .cacheSubnetGroups()
                .get(0);
    }

    public List<CacheSubnetGroup> all() {
        return client.describeCacheSubnetGroupsPaginator(all -> {}).cacheSubnetGroups().stream()
                .toList();
    }

    public List<String> names() {
        return all().stream().map(CacheSubnetGroup::cacheSubnetGroupName).toList();
    }

    /** The ids of the subnets of a group, in the order in which the group lists them. */
    public static List<String> subnetIds(CacheSubnetGroup group) {
        return group.subnets().stream().map(Subnet::subnetIdentifier).toList();
    }

    /** The subnets of a group, each as {@code id in zone}, in the order in which the group lists them. */
    public static List<String> subnets(CacheSubnetGroup group) {
        return group.subnets().stream()
                .map(subnet -> subnet.subnetIdentifier() + " in "
                        + subnet.subnetAvailabilityZone().name())
                .toList();
    }
}
