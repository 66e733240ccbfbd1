package io.github.mockelasticache.samples.ingress;

import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.elasticache.ElastiCacheAsyncClient;
import software.amazon.awssdk.services.elasticache.model.AuthorizeCacheSecurityGroupIngressResponse;
import software.amazon.awssdk.services.elasticache.model.CacheSecurityGroup;
import software.amazon.awssdk.services.elasticache.model.RevokeCacheSecurityGroupIngressResponse;

/** The operations of a run over the asynchronous client. */
record AsyncIngressCalls(ElastiCacheAsyncClient client, String group)
        implements IngressCalls<CompletableFuture<CacheSecurityGroup>> {

    @Override
    public CompletableFuture<CacheSecurityGroup> describe() {
        return client.describeCacheSecurityGroups(request -> request.cacheSecurityGroupName(group))
                .thenApply(answer -> answer.cacheSecurityGroups().get(0));
    }

    @Override
    public CompletableFuture<CacheSecurityGroup> authorize(Tier tier) {
        return client.authorizeCacheSecurityGroupIngress(request -> request.cacheSecurityGroupName(group)
                        .ec2SecurityGroupName(tier.ec2SecurityGroup())
                        .ec2SecurityGroupOwnerId(tier.owner()))
                .thenApply(AuthorizeCacheSecurityGroupIngressResponse::cacheSecurityGroup);
    }

    @Override
    public CompletableFuture<CacheSecurityGroup> revoke(Tier tier) {
        return client.revokeCacheSecurityGroupIngress(request -> request.cacheSecurityGroupName(group)
                        .ec2SecurityGroupName(tier.ec2SecurityGroup())
                        .ec2SecurityGroupOwnerId(tier.owner()))
                .thenApply(RevokeCacheSecurityGroupIngressResponse::cacheSecurityGroup);
    }
}
