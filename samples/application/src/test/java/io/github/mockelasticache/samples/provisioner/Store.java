package io.github.mockelasticache.samples.provisioner;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.samples.operations.Patience;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;

/** The cache that the tests build, and what there is of it. */
record Store(ElastiCacheClient client) {

    static final Blueprint STORE = Blueprint.of("store", "cache.r6g.large", "subnet-1", "subnet-2")
            .withParameter("maxmemory-policy", "allkeys-lru");

    static final Patience PATIENCE = Patience.longRunning();

    static Provisioner provisioner(ElastiCacheMock mock) {
        return provisioner(mock, PATIENCE);
    }

    static Provisioner provisioner(ElastiCacheMock mock, Patience patience) {
        return new Provisioner(mock.client(), mock.clock(), mock.clock()::advance, patience);
    }

    boolean hasReplicationGroup() {
        return client.describeReplicationGroups(all -> {}).replicationGroups().stream()
                .anyMatch(group -> group.replicationGroupId().equals("store"));
    }

    boolean hasParameterGroup() {
        return client.describeCacheParameterGroups(all -> {}).cacheParameterGroups().stream()
                .anyMatch(group -> group.cacheParameterGroupName().equals("store"));
    }

    boolean hasSubnetGroup() {
        return client.describeCacheSubnetGroups(all -> {}).cacheSubnetGroups().stream()
                .anyMatch(group -> group.cacheSubnetGroupName().equals("store"));
    }

    boolean isEmpty() {
        return !hasReplicationGroup() && !hasParameterGroup() && !hasSubnetGroup();
    }
}
