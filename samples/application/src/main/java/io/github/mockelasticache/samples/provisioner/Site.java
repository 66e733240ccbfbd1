package io.github.mockelasticache.samples.provisioner;

import java.util.List;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;

/** The resources of a blueprint. */
record Site(ElastiCacheClient client, Watch watch, Blueprint blueprint) {

    /** Each after those that it stands on; to be taken down from the last to the first. */
    List<Resource> resources() {
        return List.of(
                new SubnetGroup(client, watch, blueprint),
                new ParameterGroup(client, watch, blueprint),
                new CacheGroup(client, watch, blueprint));
    }
}
