package io.github.mockelasticache.samples.frameworks;

import java.util.List;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.EC2SecurityGroup;

/** Says from which EC2 security groups a cache can be reached. It builds its clients itself. */
final class CacheAccess {

    private final String cacheSecurityGroup;

    CacheAccess(String cacheSecurityGroup) {
        this.cacheSecurityGroup = cacheSecurityGroup;
    }

    /** Opens the cache for an EC2 security group. */
    void grant(String ec2SecurityGroup, String ownerId) {
        try (ElastiCacheClient client = ElastiCacheClient.create()) {
            client.authorizeCacheSecurityGroupIngress(ingress -> ingress.cacheSecurityGroupName(cacheSecurityGroup)
                    .ec2SecurityGroupName(ec2SecurityGroup)
                    .ec2SecurityGroupOwnerId(ownerId));
        }
    }

    /** The names of the EC2 security groups for which the cache is open by now. */
    List<String> granted() {
        try (ElastiCacheClient client = ElastiCacheClient.create()) {
            return client
                    .describeCacheSecurityGroups(named -> named.cacheSecurityGroupName(cacheSecurityGroup))
                    .cacheSecurityGroups()
                    .get(0)
                    .ec2SecurityGroups()
                    .stream()
                    .filter(ingress -> ingress.status().equals("authorized"))
                    .map(EC2SecurityGroup::ec2SecurityGroupName)
                    .toList();
        }
    }
}
