package io.github.mockelasticache.internal.engine;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.CacheParameterGroup;
import software.amazon.awssdk.services.elasticache.model.CacheSecurityGroup;
import software.amazon.awssdk.services.elasticache.model.CacheSubnetGroup;
import software.amazon.awssdk.services.elasticache.model.GlobalReplicationGroup;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;
import software.amazon.awssdk.services.elasticache.model.ReservedCacheNode;
import software.amazon.awssdk.services.elasticache.model.ServerlessCache;
import software.amazon.awssdk.services.elasticache.model.ServerlessCacheSnapshot;
import software.amazon.awssdk.services.elasticache.model.Snapshot;
import software.amazon.awssdk.services.elasticache.model.SourceType;
import software.amazon.awssdk.services.elasticache.model.User;
import software.amazon.awssdk.services.elasticache.model.UserGroup;

/** The types of resource that more than one family deals with. */
public final class ResourceTypes {

    private static final Set<String> UNTAGGABLE = Set.of("creating", "deleting");
    private static final Set<String> TAGGABLE_SERVERLESS_CACHE = Set.of("available", "modifying");

    /** Cache clusters by id; the members of replication groups are among them. */
    public static final ResourceType<CacheCluster> CACHE_CLUSTER = new ResourceType<>(
            CacheCluster.class,
            "cluster",
            SourceType.CACHE_CLUSTER,
            Faults::cacheClusterNotFound,
            ResourceTypes::none,
            ResourceTypes::requireTaggableCluster);

    /** Replication groups by id. */
    public static final ResourceType<ReplicationGroup> REPLICATION_GROUP = new ResourceType<>(
            ReplicationGroup.class,
            "replicationgroup",
            SourceType.REPLICATION_GROUP,
            Faults::replicationGroupNotFound,
            ResourceTypes::none,
            ResourceTypes::requireTaggableGroup);

    /** Cache parameter groups by name; those named {@code default.*} belong to the service. */
    public static final ResourceType<CacheParameterGroup> CACHE_PARAMETER_GROUP = new ResourceType<>(
            CacheParameterGroup.class,
            "parametergroup",
            SourceType.CACHE_PARAMETER_GROUP,
            Faults::cacheParameterGroupNotFound,
            name -> name.toLowerCase(Locale.ROOT).startsWith("default."));

    /** Cache security groups by name; the one named {@code default} belongs to the service. */
    public static final ResourceType<CacheSecurityGroup> CACHE_SECURITY_GROUP = new ResourceType<>(
            CacheSecurityGroup.class,
            "securitygroup",
            SourceType.CACHE_SECURITY_GROUP,
            Faults::cacheSecurityGroupNotFound,
            "default"::equalsIgnoreCase);

    /** Cache subnet groups by name. */
    public static final ResourceType<CacheSubnetGroup> CACHE_SUBNET_GROUP = new ResourceType<>(
            CacheSubnetGroup.class,
            "subnetgroup",
            SourceType.CACHE_SUBNET_GROUP,
            Faults::cacheSubnetGroupNotFound,
            ResourceTypes::none);

    /** Reserved cache nodes by the id of the reservation. They have no events, and so no word for them. */
    public static final ResourceType<ReservedCacheNode> RESERVED_CACHE_NODE = new ResourceType<>(
            ReservedCacheNode.class,
            "reserved-instance",
            SourceType.UNKNOWN_TO_SDK_VERSION,
            Faults::reservedCacheNodeNotFound,
            ResourceTypes::none);

    /** Snapshots by name. Their events are those of the cluster that they are taken of. */
    public static final ResourceType<Snapshot> SNAPSHOT = new ResourceType<>(
            Snapshot.class, "snapshot", SourceType.CACHE_CLUSTER, Faults::snapshotNotFound, ResourceTypes::none);

    /** Users by id; the one with the id {@code default} belongs to the service. */
    public static final ResourceType<User> USER = new ResourceType<>(
            User.class,
            "user",
            SourceType.USER,
            Faults::userNotFound,
            "default"::equalsIgnoreCase,
            ResourceTypes::requireTaggableUser);

    /** User groups by id. */
    public static final ResourceType<UserGroup> USER_GROUP = new ResourceType<>(
            UserGroup.class,
            "usergroup",
            SourceType.USER_GROUP,
            Faults::userGroupNotFound,
            ResourceTypes::none,
            ResourceTypes::requireTaggableUserGroup);

    /** Serverless caches by name. */
    public static final ResourceType<ServerlessCache> SERVERLESS_CACHE = new ResourceType<>(
            ServerlessCache.class,
            "serverlesscache",
            SourceType.SERVERLESS_CACHE,
            Faults::serverlessCacheNotFound,
            ResourceTypes::none,
            ResourceTypes::requireTaggableServerlessCache);

    /** The snapshots of serverless caches by name. */
    public static final ResourceType<ServerlessCacheSnapshot> SERVERLESS_CACHE_SNAPSHOT = new ResourceType<>(
            ServerlessCacheSnapshot.class,
            "serverlesscachesnapshot",
            SourceType.SERVERLESS_CACHE_SNAPSHOT,
            Faults::serverlessCacheSnapshotNotFound,
            ResourceTypes::none,
            ResourceTypes::requireTaggableServerlessCacheSnapshot);

    /**
     * Global replication groups by id. They belong to no region, have no tags and no events of their own: those that they cause
     * are of their members.
     */
    public static final ResourceType<GlobalReplicationGroup> GLOBAL_REPLICATION_GROUP = new ResourceType<>(
            GlobalReplicationGroup.class,
            "globalreplicationgroup",
            SourceType.REPLICATION_GROUP,
            Faults::globalReplicationGroupNotFound,
            ResourceTypes::none,
            (faults, id, found) -> {},
            true);

    private ResourceTypes() {}

    private static boolean none(String name) {
        return false;
    }

    /** The wording is the service's own: turbot/steampipe-plugin-aws#446. */
    private static void requireTaggableCluster(Faults faults, String id, @Nullable CacheCluster found) {
        if (found == null || UNTAGGABLE.contains(found.cacheClusterStatus())) {
            throw faults.of(
                    ServiceError.CACHE_CLUSTER_NOT_FOUND, Table.key(id) + " is either not present or not available.");
        }
    }

    /** The wording is the service's own, for reading too: hashicorp/terraform-provider-aws#33859, #44811. */
    private static void requireTaggableGroup(Faults faults, String id, @Nullable ReplicationGroup found) {
        if (found != null && !found.status().equals("available")) {
            throw faults.of(
                    ServiceError.INVALID_REPLICATION_GROUP_STATE,
                    "Cluster not in available state to perform tagging operations.");
        }
    }

    /** The wording is the service's own: hashicorp/terraform-provider-aws#34002. */
    private static void requireTaggableUser(Faults faults, String id, @Nullable User found) {
        if (found != null && !found.status().equals("active")) {
            throw faults.of(ServiceError.USER_NOT_FOUND, Table.key(id) + " is not available for tagging");
        }
    }

    /** As for users. */
    private static void requireTaggableUserGroup(Faults faults, String id, @Nullable UserGroup found) {
        if (found != null && !found.status().equals("active")) {
            throw faults.of(ServiceError.USER_GROUP_NOT_FOUND, Table.key(id) + " is not available for tagging");
        }
    }

    /** That it may be modifying, but neither creating nor deleting: ekristen/aws-nuke#256, with the service's own wording. */
    private static void requireTaggableServerlessCache(Faults faults, String name, @Nullable ServerlessCache found) {
        if (found != null && !TAGGABLE_SERVERLESS_CACHE.contains(found.status())) {
            throw faults.invalidServerlessCacheState();
        }
    }

    /** {@code InvalidServerlessCacheSnapshotStateFault} is among the errors of the tag operations; the mock has it mean the same. */
    private static void requireTaggableServerlessCacheSnapshot(
            Faults faults, String name, @Nullable ServerlessCacheSnapshot found) {
        if (found != null && UNTAGGABLE.contains(found.status())) {
            throw faults.invalidServerlessCacheSnapshotState();
        }
    }
}
