package io.github.mockelasticache.junit5;

import java.util.List;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CacheSecurityGroup;

/** What these tests do to a mock to tell it from another. */
final class SecurityGroups {

    private SecurityGroups() {}

    static void createGroup(ElastiCacheClient client, String name) {
        client.createCacheSecurityGroup(
                group -> group.cacheSecurityGroupName(name).description(name));
    }

    static void authorizeIngress(ElastiCacheClient client, String group) {
        client.authorizeCacheSecurityGroupIngress(ingress -> ingress.cacheSecurityGroupName(group)
                .ec2SecurityGroupName("frontend")
                .ec2SecurityGroupOwnerId("123456781234"));
    }

    /** The names of all cache security groups, in the order in which the service lists them. */
    static List<String> groups(ElastiCacheClient client) {
        return client.describeCacheSecurityGroups(all -> {}).cacheSecurityGroups().stream()
                .map(CacheSecurityGroup::cacheSecurityGroupName)
                .toList();
    }

    /** The status of the one ingress of a group. */
    static String ingressStatus(ElastiCacheClient client, String group) {
        return client.describeCacheSecurityGroups(one -> one.cacheSecurityGroupName(group))
                .cacheSecurityGroups()
                .get(0)
                .ec2SecurityGroups()
                .get(0)
                .status();
    }
}
