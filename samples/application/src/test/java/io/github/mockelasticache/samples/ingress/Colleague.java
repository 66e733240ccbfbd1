package io.github.mockelasticache.samples.ingress;

import java.util.List;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;

/** Somebody else who works on the shop's cache security group, through a client of their own. */
record Colleague(ElastiCacheClient client) {

    private static final String GROUP = Shop.SHOP.cacheSecurityGroup();

    void creates() {
        client.createCacheSecurityGroup(
                request -> request.cacheSecurityGroupName(GROUP).description("My security group"));
    }

    void deletes() {
        client.deleteCacheSecurityGroup(request -> request.cacheSecurityGroupName(GROUP));
    }

    void authorizes(Tier tier) {
        client.authorizeCacheSecurityGroupIngress(request -> request.cacheSecurityGroupName(GROUP)
                .ec2SecurityGroupName(tier.ec2SecurityGroup())
                .ec2SecurityGroupOwnerId(tier.owner()));
    }

    void revokes(Tier tier) {
        client.revokeCacheSecurityGroupIngress(request -> request.cacheSecurityGroupName(GROUP)
                .ec2SecurityGroupName(tier.ec2SecurityGroup())
                .ec2SecurityGroupOwnerId(tier.owner()));
    }

    /** What the group lists, one entry a tier: {@code web-tier authorized}. */
    List<String> sees() {
        return client
                .describeCacheSecurityGroups(request -> request.cacheSecurityGroupName(GROUP))
                .cacheSecurityGroups()
                .get(0)
                .ec2SecurityGroups()
                .stream()
                .map(ec2 -> ec2.ec2SecurityGroupName() + " " + ec2.status())
                .toList();
    }
}
