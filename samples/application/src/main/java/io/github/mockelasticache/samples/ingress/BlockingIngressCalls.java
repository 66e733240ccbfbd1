package io.github.mockelasticache.samples.ingress;

import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CacheSecurityGroup;

/** The operations of a run over the blocking client. */
record BlockingIngressCalls(ElastiCacheClient client, String group) implements IngressCalls<CacheSecurityGroup> {

    @Override
    public CacheSecurityGroup describe() {
        return client.describeCacheSecurityGroups(request -> request.cacheSecurityGroupName(group))
                .cacheSecurityGroups()
                .get(0);
    }

    @Override
    public CacheSecurityGroup authorize(Tier tier) {
        return client.authorizeCacheSecurityGroupIngress(request -> request.cacheSecurityGroupName(group)
                        .ec2SecurityGroupName(tier.ec2SecurityGroup())
                        .ec2SecurityGroupOwnerId(tier.owner()))
                .cacheSecurityGroup();
    }

    @Override
    public CacheSecurityGroup revoke(Tier tier) {
        return client.revokeCacheSecurityGroupIngress(request -> request.cacheSecurityGroupName(group)
                        .ec2SecurityGroupName(tier.ec2SecurityGroup())
                        .ec2SecurityGroupOwnerId(tier.owner()))
                .cacheSecurityGroup();
    }
}
