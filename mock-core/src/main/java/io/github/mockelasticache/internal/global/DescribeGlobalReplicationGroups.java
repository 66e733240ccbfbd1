package io.github.mockelasticache.internal.global;

import static io.github.mockelasticache.internal.engine.ResourceTypes.GLOBAL_REPLICATION_GROUP;
import static io.github.mockelasticache.internal.engine.ResourceTypes.REPLICATION_GROUP;

import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.Page;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.engine.Table;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import software.amazon.awssdk.services.elasticache.model.DescribeGlobalReplicationGroupsRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeGlobalReplicationGroupsResponse;
import software.amazon.awssdk.services.elasticache.model.GlobalReplicationGroup;

/** {@code DescribeGlobalReplicationGroups}: in any region, with the members only where they are asked for. */
final class DescribeGlobalReplicationGroups {

    private DescribeGlobalReplicationGroups() {}

    static DescribeGlobalReplicationGroupsResponse.Builder handle(
            DescribeGlobalReplicationGroupsRequest request, Call call) {
        String id = call.parameters().optional("GlobalReplicationGroupId", request.globalReplicationGroupId());
        var paging = call.paging(request.maxRecords(), request.marker());
        Page<GlobalReplicationGroup> page = id == null
                ? call.region().table(GLOBAL_REPLICATION_GROUP).page(paging, each -> true)
                : Page.of(call.existing(GLOBAL_REPLICATION_GROUP, id));
        boolean withMembers = Boolean.TRUE.equals(request.showMemberInfo());
        return DescribeGlobalReplicationGroupsResponse.builder()
                .globalReplicationGroups(page.items().stream()
                        .map(group -> Groups.shown(group, withMembers))
                        .toList())
                .marker(page.marker());
    }

    /** A group is settled when it and its members are. */
    static Collection<String> polled(DescribeGlobalReplicationGroupsRequest request, RegionState region) {
        String id = request.globalReplicationGroupId();
        Set<String> arns = new LinkedHashSet<>(GLOBAL_REPLICATION_GROUP.arns(id, region));
        Table<GlobalReplicationGroup> groups = region.table(GLOBAL_REPLICATION_GROUP);
        for (String name : id == null ? groups.names() : Set.of(id)) {
            GlobalReplicationGroup group = groups.find(name);
            if (group != null) {
                Groups.members(group)
                        .forEach(member -> arns.add(member.in(region).arn(REPLICATION_GROUP, member.id())));
            }
        }
        return arns;
    }
}
