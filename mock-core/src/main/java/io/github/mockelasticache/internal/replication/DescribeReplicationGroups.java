package io.github.mockelasticache.internal.replication;

import static io.github.mockelasticache.internal.engine.ResourceTypes.CACHE_CLUSTER;
import static io.github.mockelasticache.internal.engine.ResourceTypes.REPLICATION_GROUP;

import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.Page;
import io.github.mockelasticache.internal.engine.RegionState;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import software.amazon.awssdk.services.elasticache.model.DescribeReplicationGroupsRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeReplicationGroupsResponse;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;

/** {@code DescribeReplicationGroups}. */
final class DescribeReplicationGroups {

    private DescribeReplicationGroups() {}

    static DescribeReplicationGroupsResponse.Builder handle(DescribeReplicationGroupsRequest request, Call call) {
        String id = call.parameters().optional("ReplicationGroupId", request.replicationGroupId());
        var paging = call.paging(request.maxRecords(), request.marker());
        Page<ReplicationGroup> page = id == null
                ? call.region().table(REPLICATION_GROUP).page(paging, each -> true)
                : Page.of(call.existing(REPLICATION_GROUP, id));
        return DescribeReplicationGroupsResponse.builder()
                .replicationGroups(page.items().stream()
                        .map(group -> Shape.now(call.region(), group))
                        .toList())
                .marker(page.marker());
    }

    /** A group is settled when it and its members are. */
    static Collection<String> polled(DescribeReplicationGroupsRequest request, RegionState region) {
        Set<String> arns = new LinkedHashSet<>(REPLICATION_GROUP.arns(request.replicationGroupId(), region));
        Collection<String> names = request.replicationGroupId() == null
                ? region.table(REPLICATION_GROUP).names()
                : Set.of(request.replicationGroupId());
        for (String name : names) {
            if (region.table(REPLICATION_GROUP).find(name) != null) {
                region.ask(GroupPlans.class)
                        .of(name)
                        .clusters()
                        .forEach(cluster -> arns.add(region.arn(CACHE_CLUSTER, cluster)));
            }
        }
        return arns;
    }
}
