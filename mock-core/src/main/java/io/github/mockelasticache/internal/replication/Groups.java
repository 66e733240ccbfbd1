package io.github.mockelasticache.internal.replication;

import static io.github.mockelasticache.internal.engine.ResourceTypes.REPLICATION_GROUP;

import io.github.mockelasticache.internal.catalog.EngineVersion;
import io.github.mockelasticache.internal.catalog.EngineVersions;
import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.GlobalGroups;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.engine.ServiceError;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.ClusterMode;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;

/** The replication groups of a region: what every operation on one that exists begins and ends with. */
final class Groups {

    static final String CREATING = "creating";
    static final String AVAILABLE = "available";
    static final String MODIFYING = "modifying";
    static final String DELETING = "deleting";
    static final String SNAPSHOTTING = "snapshotting";

    private Groups() {}

    /** The group that a request names. */
    static ReplicationGroup named(@Nullable String id, Call call) {
        return call.existing(REPLICATION_GROUP, call.parameters().required("ReplicationGroupId", id));
    }

    /** The group that a request names, which nothing must be under way for. */
    static ReplicationGroup available(@Nullable String id, Call call) {
        ReplicationGroup group = named(id, call);
        requireAvailable(group, call);
        return group;
    }

    /** The wording is the service's own: umotif-public/terraform-aws-elasticache-redis#54. */
    static void requireAvailable(ReplicationGroup group, Call call) {
        if (!group.status().equals(AVAILABLE)) {
            throw call.faults()
                    .of(
                            ServiceError.INVALID_REPLICATION_GROUP_STATE,
                            "Replication group must be in available state to modify.");
        }
    }

    static ReplicationGroup of(RegionState region, String id) {
        return Objects.requireNonNull(region.table(REPLICATION_GROUP).find(id), id);
    }

    static ReplicationGroup change(RegionState region, String id, UnaryOperator<ReplicationGroup> change) {
        return region.table(REPLICATION_GROUP).change(id, change);
    }

    /** Whether cluster mode is enabled, and not merely compatible. */
    static boolean clusterMode(ReplicationGroup group) {
        return group.clusterMode() == ClusterMode.ENABLED;
    }

    static GroupPlan plan(RegionState region, ReplicationGroup group) {
        return region.ask(GroupPlans.class).of(group.replicationGroupId());
    }

    /** The primary of the first node group: every member has the same settings. */
    static CacheCluster primary(RegionState region, ReplicationGroup group) {
        return Members.of(region, plan(region, group).first().primary());
    }

    /** The engine version that runs on a member. */
    static EngineVersion version(CacheCluster member) {
        return EngineVersions.ofPatch(member.engine(), member.engineVersion());
    }

    /** Sets the status of a group. */
    static ReplicationGroup status(RegionState region, String id, String status) {
        return change(region, id, group -> group.toBuilder().status(status).build());
    }

    /** Ends what was under way. */
    static void settled(RegionState region, String id) {
        region.ask(GroupPlans.class).change(id, plan -> plan.withEach(shard -> shard.withStatus(Shard.AVAILABLE)));
        status(region, id, AVAILABLE);
        ReplicationGroup group = Shape.refresh(region, id);
        if (GlobalMembership.of(group) != null) {
            region.ask(GlobalGroups.class).settled(id);
        }
    }

    /** Begins something that changes the members of some node groups. */
    static ReplicationGroup modifying(RegionState region, String id, UnaryOperator<GroupPlan> change) {
        region.ask(GroupPlans.class).change(id, change);
        status(region, id, MODIFYING);
        return Shape.refresh(region, id);
    }
}
