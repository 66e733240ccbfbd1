package io.github.mockelasticache.seeds;

import io.github.mockelasticache.ElastiCacheMock;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.AuthorizeCacheSecurityGroupIngressRequest;
import software.amazon.awssdk.services.elasticache.model.AuthorizeCacheSecurityGroupIngressResponse;
import software.amazon.awssdk.services.elasticache.model.CacheSecurityGroup;

/** The SDK's two clients: every example of the documents goes through both. */
enum Door {
    SYNCHRONOUS {
        @Override
        AuthorizeCacheSecurityGroupIngressResponse authorize(
                ElastiCacheMock mock, AuthorizeCacheSecurityGroupIngressRequest request) {
            return mock.client().authorizeCacheSecurityGroupIngress(request);
        }
    },
    ASYNCHRONOUS {
        @Override
        AuthorizeCacheSecurityGroupIngressResponse authorize(
                ElastiCacheMock mock, AuthorizeCacheSecurityGroupIngressRequest request) {
            return mock.asyncClient()
                    .authorizeCacheSecurityGroupIngress(request)
                    .join();
        }
    };

    abstract AuthorizeCacheSecurityGroupIngressResponse authorize(
            ElastiCacheMock mock, AuthorizeCacheSecurityGroupIngressRequest request);

    /** The operation with its three parameters, in the order in which the documents list them. */
    AuthorizeCacheSecurityGroupIngressResponse authorize(
            ElastiCacheMock mock,
            @Nullable String cacheSecurityGroupName,
            @Nullable String ec2SecurityGroupName,
            @Nullable String ec2SecurityGroupOwnerId) {
        return authorize(
                mock,
                AuthorizeCacheSecurityGroupIngressRequest.builder()
                        .cacheSecurityGroupName(cacheSecurityGroupName)
                        .ec2SecurityGroupName(ec2SecurityGroupName)
                        .ec2SecurityGroupOwnerId(ec2SecurityGroupOwnerId)
                        .build());
    }

    /** Describes a group, through the synchronous client, as whoever looks afterwards. */
    static CacheSecurityGroup described(ElastiCacheMock mock, String name) {
        return mock.client()
                .describeCacheSecurityGroups(groups -> groups.cacheSecurityGroupName(name))
                .cacheSecurityGroups()
                .get(0);
    }
}
