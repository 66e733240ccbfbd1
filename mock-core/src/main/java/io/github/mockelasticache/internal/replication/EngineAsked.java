package io.github.mockelasticache.internal.replication;

import static io.github.mockelasticache.internal.engine.ResourceTypes.CACHE_PARAMETER_GROUP;

import io.github.mockelasticache.internal.catalog.EngineVersion;
import io.github.mockelasticache.internal.catalog.EngineVersions;
import io.github.mockelasticache.internal.catalog.NodeType;
import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.ServerlessSnapshots;
import io.github.mockelasticache.internal.engine.Snapshots;
import io.github.mockelasticache.internal.provision.EngineChoice;
import io.github.mockelasticache.internal.provision.Nodes;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.CacheParameterGroup;
import software.amazon.awssdk.services.elasticache.model.ClusterMode;
import software.amazon.awssdk.services.elasticache.model.CreateReplicationGroupRequest;
import software.amazon.awssdk.services.elasticache.model.ServerlessCacheConfiguration;
import software.amazon.awssdk.services.elasticache.model.Snapshot;

/**
 * What {@code CreateReplicationGroup} asks to run on the nodes; what it leaves open comes from the snapshot that they are restored
 * from.
 *
 * @param engine the engine, its version and its parameters; they say whether cluster mode is enabled
 * @param nodeType the type of the nodes
 * @param port their port
 * @param snapshot what they are restored from, or null
 */
record EngineAsked(
        EngineChoice engine,
        NodeType nodeType,
        int port,
        @Nullable Snapshot snapshot) {

    static final String REDIS = "redis";
    static final String VALKEY = "valkey";

    private static final String CLUSTER_MODE_SINCE = "3.2.4";
    private static final int LARGEST_PORT = 65535;

    /** "Example of an Amazon S3 ARN: {@code arn:aws:s3:::my_bucket/snapshot1.rdb}"; the name must not contain commas. */
    private static final Pattern SNAPSHOT_ARN = Pattern.compile("arn:[^:]+:s3:::[^/,]+/[^,]+");

    static EngineAsked by(CreateReplicationGroupRequest request, Call call) {
        Snapshot snapshot = snapshot(request, call);
        EngineVersion restored = snapshot == null
                ? ofServerlessSnapshot(request.serverlessCacheSnapshotName(), call)
                : versionOf(snapshot);
        String asked = request.engine() != null ? request.engine() : restored == null ? REDIS : restored.engine();
        String name = EngineChoice.engine(asked, List.of(REDIS, VALKEY), call);
        EngineVersion version = request.engineVersion() == null && restored != null && name.equals(restored.engine())
                ? restored
                : EngineChoice.version(name, request.engineVersion(), call);
        EngineChoice engine = withClusterMode(version, request, snapshot, call);
        NodeType nodeType = Nodes.requested(
                request.cacheNodeType() == null && snapshot != null
                        ? snapshot.cacheNodeType()
                        : request.cacheNodeType(),
                engine,
                call);
        requireDataTiering(request, nodeType, snapshot, call);
        Integer port = call.parameters().within("Port", request.port(), 1, LARGEST_PORT);
        return new EngineAsked(
                engine,
                nodeType,
                port != null ? port : snapshot != null ? snapshot.port() : engine.defaultPort(),
                snapshot);
    }

    /** The name of the snapshot that the nodes are restored from, or the empty text. */
    String snapshotName() {
        return snapshot == null ? "" : snapshot.snapshotName();
    }

    /** Whether a snapshot is of a group with cluster mode enabled. */
    static boolean hasShards(@Nullable Snapshot snapshot) {
        return snapshot != null && snapshot.numNodeGroups() != null && snapshot.replicationGroupId() != null;
    }

    /** The version of a parameter group's family runs a parameter group; the wording for Valkey's is elasticache-controller#188's. */
    static EngineChoice choice(EngineVersion version, @Nullable String parameterGroup, boolean clusterMode, Call call) {
        if (parameterGroup != null && version.engine().equals(REDIS)) {
            CacheParameterGroup group = call.existing(CACHE_PARAMETER_GROUP, parameterGroup);
            if (group.cacheParameterGroupFamily().startsWith(VALKEY)) {
                throw call.faults()
                        .invalidParameterCombination("valkey parameter group is not applicable to engine redis");
            }
        }
        return EngineChoice.of(version, parameterGroup, clusterMode, call);
    }

    private static @Nullable Snapshot snapshot(CreateReplicationGroupRequest request, Call call) {
        String name = call.parameters().optional("SnapshotName", request.snapshotName());
        if (request.serverlessCacheSnapshotName() != null
                && (name != null || !request.snapshotArns().isEmpty())) {
            throw call.faults()
                    .invalidParameterCombination(
                            "ServerlessCacheSnapshotName cannot be given together with SnapshotName"
                                    + " or SnapshotArns.");
        }
        if (!request.snapshotArns().isEmpty()) {
            if (name != null) {
                throw call.faults()
                        .invalidParameterCombination("SnapshotName and SnapshotArns cannot be given together.");
            }
            if (!request.snapshotArns().stream()
                    .allMatch(arn -> SNAPSHOT_ARN.matcher(arn).matches())) {
                throw call.faults()
                        .invalidParameterValue(
                                "SnapshotArns must be ARNs of objects in S3, whose names have no commas.");
            }
        }
        return name == null ? null : call.region().ask(Snapshots.class).restorable(call, name);
    }

    /** The newest version of the major one that the snapshotted serverless cache had. */
    private static @Nullable EngineVersion ofServerlessSnapshot(@Nullable String requested, Call call) {
        String name = call.parameters().optional("ServerlessCacheSnapshotName", requested);
        if (name == null) {
            return null;
        }
        ServerlessCacheConfiguration cache = call.region()
                .ask(ServerlessSnapshots.class)
                .restorable(call, name)
                .serverlessCacheConfiguration();
        EngineVersion newest = EngineVersions.newest(cache.engine());
        return EngineVersions.of(cache.engine()).stream()
                .filter(each -> each.version().startsWith(cache.majorEngineVersion() + "."))
                .reduce((earlier, later) -> later)
                .orElse(newest);
    }

    private static EngineVersion versionOf(Snapshot snapshot) {
        return EngineVersions.of(snapshot.engine()).stream()
                .filter(each -> each.patchedVersion().equals(snapshot.engineVersion()))
                .findFirst()
                .orElseGet(() -> EngineVersions.newest(snapshot.engine()));
    }

    /** Cluster mode is enabled by a parameter group, by {@code ClusterMode}, by several node groups, or by the snapshot. */
    private static EngineChoice withClusterMode(
            EngineVersion version, CreateReplicationGroupRequest request, @Nullable Snapshot snapshot, Call call) {
        ClusterMode mode = call.parameters()
                .oneOf(
                        "ClusterMode",
                        request.clusterModeAsString(),
                        List.of(ClusterMode.ENABLED, ClusterMode.DISABLED));
        boolean severalShards = (request.numNodeGroups() != null && request.numNodeGroups() > 1)
                || request.nodeGroupConfiguration().size() > 1;
        boolean asked = mode == ClusterMode.ENABLED || severalShards || hasShards(snapshot);
        if (asked && !version.atLeast(CLUSTER_MODE_SINCE)) {
            throw call.faults()
                    .invalidParameterCombination("Cluster mode is not supported for engine version "
                            + version.patchedVersion() + ". Please use engine version " + CLUSTER_MODE_SINCE
                            + " or higher.");
        }
        EngineChoice choice = choice(version, request.cacheParameterGroupName(), asked, call);
        if (asked && !choice.clusterMode()) {
            throw call.faults()
                    .invalidParameterCombination(
                            "Cluster mode should be enabled in parameter group, but found it is disabled.");
        }
        if (mode == ClusterMode.DISABLED && choice.clusterMode()) {
            // The wording is the service's own: aws/aws-cli#2456.
            throw call.faults()
                    .invalidParameterCombination(
                            "Cluster mode should be disabled in parameter group, but found it is enabled.");
        }
        return choice;
    }

    /** "This parameter must be set to true when using r6gd nodes"; snapshots of them go to such nodes only (user guide). */
    private static void requireDataTiering(
            CreateReplicationGroupRequest request, NodeType nodeType, @Nullable Snapshot snapshot, Call call) {
        boolean asked = Boolean.TRUE.equals(request.dataTieringEnabled());
        if (asked && !nodeType.dataTiering()) {
            throw call.faults()
                    .invalidParameterCombination(
                            "Data tiering is not supported for the node type " + nodeType.name() + ".");
        }
        if (!asked && nodeType.dataTiering()) {
            throw call.faults()
                    .invalidParameterCombination(
                            "DataTieringEnabled must be true for the node type " + nodeType.name() + ".");
        }
        if (snapshot != null && "enabled".equals(snapshot.dataTieringAsString()) && !nodeType.dataTiering()) {
            throw call.faults()
                    .invalidParameterCombination("The snapshot " + snapshot.snapshotName()
                            + " is of nodes with data tiering, and can only be restored to such nodes.");
        }
    }
}
