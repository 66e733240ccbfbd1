package io.github.mockelasticache.testing;

import java.util.List;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CacheSecurityGroup;
import software.amazon.awssdk.services.elasticache.model.EC2SecurityGroup;

/** The cache security groups that one client sees: how a test arranges them, and how it looks at them afterwards. */
public final class Groups {

    private final ElastiCacheClient client;

    private Groups(ElastiCacheClient client) {
        this.client = client;
    }

    public static Groups of(ElastiCacheClient client) {
        return new Groups(client);
    }

    public CacheSecurityGroup create(String name) {
        return client.createCacheSecurityGroup(
                        group -> group.cacheSecurityGroupName(name).description("the group " + name))
                .cacheSecurityGroup();
    }

    public CacheSecurityGroup authorize(String name, String ec2SecurityGroupName, String ownerId) {
        return client.authorizeCacheSecurityGroupIngress(ingress -> ingress.cacheSecurityGroupName(name)
                        .ec2SecurityGroupName(ec2SecurityGroupName)
                        .ec2SecurityGroupOwnerId(ownerId))
                .cacheSecurityGroup();
    }

    public CacheSecurityGroup revoke(String name, String ec2SecurityGroupName, String ownerId) {
        return client.revokeCacheSecurityGroupIngress(ingress -> ingress.cacheSecurityGroupName(name)
                        .ec2SecurityGroupName(ec2SecurityGroupName)
                        .ec2SecurityGroupOwnerId(ownerId))
                .cacheSecurityGroup();
    }

    public void delete(String name) {
        client.deleteCacheSecurityGroup(group -> group.cacheSecurityGroupName(name));
    }

    public CacheSecurityGroup named(String name) {
        return client.describeCacheSecurityGroups(groups -> groups.cacheSecurityGroupName(name))
                .cacheSecurityGroups()
                .get(0);
    }

    public List<CacheSecurityGroup> all() {
        return client.describeCacheSecurityGroupsPaginator(all -> {}).cacheSecurityGroups().stream()
                .toList();
    }

    public List<String> names() {
        return all().stream().map(CacheSecurityGroup::cacheSecurityGroupName).toList();
    }

    /** The ingress of a group, each entry as {@code name/owner status}, in the order in which the group lists it. */
    public List<String> ingressOf(String name) {
        return ingressOf(named(name));
    }

    /** The ingress of a group, each entry as {@code name/owner status}, in the order in which the group lists it. */
    public static List<String> ingressOf(CacheSecurityGroup group) {
        return group.ec2SecurityGroups().stream().map(Groups::entry).toList();
    }

    private static String entry(EC2SecurityGroup entry) {
        return entry.ec2SecurityGroupName() + "/" + entry.ec2SecurityGroupOwnerId() + " " + entry.status();
    }
}
