package io.github.mockelasticache.internal.replication;

import static io.github.mockelasticache.internal.engine.ResourceTypes.REPLICATION_GROUP;

import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.engine.Snapshots;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.ClusterMode;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;

/**
 * Which member is the source of a group's automatic snapshots: with cluster mode disabled one of them, normally the first replica,
 * and it alone shows the group's retention limit (recorded answers). With it enabled there is none.
 */
final class Snapshotting {

    private Snapshotting() {}

    /** The member of a new group that the service chooses, or null where there are no automatic snapshots. */
    static @Nullable String chosen(int retention, boolean clusterMode, Shard shard) {
        if (retention == 0 || clusterMode) {
            return null;
        }
        List<String> replicas = shard.replicaClusters();
        return replicas.isEmpty() ? shard.primary() : replicas.get(0);
    }

    /** Lets the members show what the group says, and plans the snapshots of those that are available. */
    static void apply(RegionState region, String id) {
        ReplicationGroup group =
                Objects.requireNonNull(region.table(REPLICATION_GROUP).find(id), id);
        planOfGroup(region, id);
        for (String member : region.ask(GroupPlans.class).of(id).clusters()) {
            boolean source = member.equals(group.snapshottingClusterId());
            CacheCluster before = Members.of(region, member);
            int retention = source ? group.snapshotRetentionLimit() : 0;
            CacheCluster after = Members.change(
                    region,
                    member,
                    cluster -> cluster.toBuilder()
                            .snapshotRetentionLimit(retention)
                            .snapshotWindow(group.snapshotWindow())
                            .build());
            if (!after.equals(before) && after.cacheClusterStatus().equals(Members.AVAILABLE)) {
                region.ask(Snapshots.class).planAutomatic(member);
            }
        }
    }

    /** Plans the snapshots of a group that is snapshotted as a whole. */
    static void planOfGroup(RegionState region, String id) {
        ReplicationGroup group = Groups.of(region, id);
        if (Groups.clusterMode(group) && !group.status().equals(Groups.CREATING)) {
            region.ask(Snapshots.class).planAutomaticOfGroup(id);
        }
    }

    /** Chooses another member where the present one leaves. */
    static void leave(RegionState region, String id, List<String> leaving) {
        ReplicationGroup group =
                Objects.requireNonNull(region.table(REPLICATION_GROUP).find(id), id);
        if (group.snapshottingClusterId() == null || !leaving.contains(group.snapshottingClusterId())) {
            return;
        }
        Shard rest = region.ask(GroupPlans.class).of(id).first();
        for (String member : leaving) {
            rest = rest.without(member);
        }
        String next = chosen(group.snapshotRetentionLimit(), group.clusterMode() == ClusterMode.ENABLED, rest);
        region.table(REPLICATION_GROUP)
                .change(id, each -> each.toBuilder().snapshottingClusterId(next).build());
        apply(region, id);
    }
}
