package io.github.mockelasticache.internal.global;

import static io.github.mockelasticache.internal.engine.ResourceTypes.CACHE_CLUSTER;
import static io.github.mockelasticache.internal.engine.ResourceTypes.REPLICATION_GROUP;

import io.github.mockelasticache.internal.engine.GlobalMembers;
import io.github.mockelasticache.internal.engine.GlobalParameterGroups;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.engine.Table;
import java.util.Objects;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.GlobalReplicationGroupInfo;
import software.amazon.awssdk.services.elasticache.model.GlobalReplicationGroupMember;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;

/**
 * A replication group of some region as a member of a global one. The words are those that recorded answers have (AWS CLI reference,
 * {@code increase-node-groups-in-global-replication-group}) and the console shows.
 *
 * @param region its region
 * @param id its id in lower case
 */
record Member(Region region, String id) {

    static final String PRIMARY = "PRIMARY";
    static final String SECONDARY = "SECONDARY";

    static final String ASSOCIATING = "associating";
    static final String ASSOCIATED = "associated";
    static final String DISASSOCIATING = "disassociating";
    static final String DISASSOCIATED = "disassociated";

    private static final GlobalReplicationGroupInfo NONE =
            GlobalReplicationGroupInfo.builder().build();

    static Member of(GlobalReplicationGroupMember shown) {
        return of(shown.replicationGroupRegion(), shown.replicationGroupId());
    }

    static Member of(String region, String id) {
        return new Member(Region.of(region), Table.key(id));
    }

    /** Whether an entry in the list of members is this one. */
    boolean is(GlobalReplicationGroupMember shown) {
        return equals(of(shown));
    }

    /** What exists in its region. */
    RegionState in(RegionState anyRegion) {
        return anyRegion.in(region);
    }

    /** What the family of replication groups does for it. */
    GlobalMembers role(RegionState anyRegion) {
        return in(anyRegion).ask(GlobalMembers.class);
    }

    ReplicationGroup group(RegionState anyRegion) {
        return Objects.requireNonNull(in(anyRegion).table(REPLICATION_GROUP).find(id), id);
    }

    /** Any of its clusters: all have the same settings. */
    CacheCluster cluster(RegionState anyRegion) {
        String cluster = group(anyRegion).memberClusters().get(0);
        return Objects.requireNonNull(in(anyRegion).table(CACHE_CLUSTER).find(cluster), cluster);
    }

    String parameterGroup(RegionState anyRegion) {
        return cluster(anyRegion).cacheParameterGroup().cacheParameterGroupName();
    }

    /** Adds a parameter group for it, like another one. */
    String newParameterGroup(RegionState anyRegion, RegionState from, String like) {
        return in(anyRegion).ask(GlobalParameterGroups.class).add(id, from, like);
    }

    /** Lets it show its place. */
    void show(RegionState anyRegion, String global, String role) {
        role(anyRegion)
                .show(
                        id,
                        GlobalReplicationGroupInfo.builder()
                                .globalReplicationGroupId(global)
                                .globalReplicationGroupMemberRole(role)
                                .build());
    }

    /** Makes it a replication group on its own, with the parameter group that it has. */
    void standAlone(RegionState anyRegion) {
        in(anyRegion).ask(GlobalParameterGroups.class).mark(parameterGroup(anyRegion), false);
        role(anyRegion).show(id, NONE);
    }

    /** For people to read. */
    @Override
    public String toString() {
        return region + "/" + id;
    }
}
