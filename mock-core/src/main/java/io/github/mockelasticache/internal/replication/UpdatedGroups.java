package io.github.mockelasticache.internal.replication;

import static io.github.mockelasticache.internal.engine.ResourceTypes.CACHE_CLUSTER;
import static io.github.mockelasticache.internal.engine.ResourceTypes.REPLICATION_GROUP;

import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.engine.UpdateTargets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.CacheNode;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;

/**
 * The replication groups, for service updates. Nodes are replaced in place, node group by node group, "existing replicas" before
 * their primary ("Managed maintenance and service updates", aws.amazon.com/elasticache/elasticache-maintenance). Their roles stay.
 */
record UpdatedGroups(RegionState region) implements UpdateTargets.OfReplicationGroups {

    @Override
    public List<Target> all() {
        List<Target> targets = new ArrayList<>();
        for (String id : region.table(REPLICATION_GROUP).names()) {
            Target target = find(id);
            if (target != null) {
                targets.add(target);
            }
        }
        return targets;
    }

    @Override
    public @Nullable Target find(String id) {
        ReplicationGroup group = region.table(REPLICATION_GROUP).find(id);
        return group == null || !hasItsMembers(group) ? null : target(group);
    }

    @Override
    public void begin(String id) {
        Groups.modifying(region, id, plan -> plan.withEach(shard -> shard.withStatus(Shard.MODIFYING)));
    }

    @Override
    public void end(String id) {
        Groups.settled(region, id);
    }

    private Target target(ReplicationGroup group) {
        CacheCluster primary = Groups.primary(region, group);
        List<Node> nodes = new ArrayList<>();
        for (Shard shard : Groups.plan(region, group).shards()) {
            shard.replicaClusters().forEach(replica -> addNodes(shard, replica, nodes));
            addNodes(shard, shard.primary(), nodes);
        }
        return new Target(
                group.replicationGroupId(),
                group.arn(),
                group.status(),
                primary.engine(),
                primary.engineVersion(),
                primary.preferredMaintenanceWindow(),
                since(group.replicationGroupCreateTime()),
                nodes);
    }

    /** At the end of its deletion the members go before it. */
    private boolean hasItsMembers(ReplicationGroup group) {
        return Groups.plan(region, group).clusters().stream()
                .allMatch(cluster -> region.table(CACHE_CLUSTER).find(cluster) != null);
    }

    private void addNodes(Shard shard, String cluster, List<Node> nodes) {
        for (CacheNode node : Members.of(region, cluster).cacheNodes()) {
            nodes.add(new Node(shard.id(), cluster, node.cacheNodeId(), since(node.cacheNodeCreateTime())));
        }
    }

    /** What was loaded without a create time was there before the mock. */
    private Instant since(@Nullable Instant createTime) {
        return Objects.requireNonNullElse(createTime, region.settings().start());
    }
}
