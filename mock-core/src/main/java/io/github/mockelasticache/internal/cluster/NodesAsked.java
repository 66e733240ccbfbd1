package io.github.mockelasticache.internal.cluster;

import io.github.mockelasticache.Quotas.Quota;
import io.github.mockelasticache.internal.catalog.EngineVersion;
import io.github.mockelasticache.internal.catalog.EngineVersions;
import io.github.mockelasticache.internal.catalog.NodeType;
import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.engine.ServiceError;
import io.github.mockelasticache.internal.engine.Snapshots;
import io.github.mockelasticache.internal.provision.EngineChoice;
import io.github.mockelasticache.internal.provision.Network;
import io.github.mockelasticache.internal.provision.Nodes;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.CreateCacheClusterRequest;
import software.amazon.awssdk.services.elasticache.model.Snapshot;
import software.amazon.awssdk.services.elasticache.model.Tag;

/**
 * The nodes that {@code CreateCacheCluster} asks for; what it leaves open comes from the snapshot that they are restored from.
 *
 * @param engine what runs on them
 * @param nodeType their type
 * @param number how many
 * @param port their port
 * @param retention for how many days automatic snapshots are kept; null for Memcached, which has none
 * @param snapshot what they are restored from, or null
 */
record NodesAsked(
        EngineChoice engine,
        NodeType nodeType,
        int number,
        int port,
        @Nullable Integer retention,
        @Nullable Snapshot snapshot) {

    private static final String REDIS = "redis";
    private static final String VALKEY = "valkey";
    private static final String TLS_SINCE = "1.6.12";
    private static final int LARGEST_PORT = 65535;

    /** "Example of an Amazon S3 ARN: {@code arn:aws:s3:::my_bucket/snapshot1.rdb}"; the name must not contain commas. */
    private static final Pattern SNAPSHOT_ARN = Pattern.compile("arn:[^:]+:s3:::[^/,]+/[^,]+");

    static NodesAsked by(CreateCacheClusterRequest request, Call call) {
        Snapshot snapshot = snapshot(request, call);
        EngineChoice engine = engine(request, snapshot, call);
        if (engine.isMemcached()) {
            requireNoSnapshots(request, call);
        }
        NodeType nodeType = Nodes.requested(
                request.cacheNodeType() == null && snapshot != null
                        ? snapshot.cacheNodeType()
                        : request.cacheNodeType(),
                engine,
                call);
        Integer port = call.parameters().within("Port", request.port(), 1, LARGEST_PORT);
        return new NodesAsked(
                engine,
                nodeType,
                number(request, engine, snapshot, call),
                port != null ? port : snapshot != null ? snapshot.port() : engine.defaultPort(),
                retention(request, engine, nodeType, call),
                snapshot);
    }

    /** The name of the snapshot that the nodes are restored from, or the empty text. */
    String snapshotName() {
        return snapshot == null ? "" : snapshot.snapshotName();
    }

    /** The request's tags, or else those of the snapshot ("Tagging your ElastiCache resources", user guide). */
    List<Tag> tags(CreateCacheClusterRequest request, RegionState region) {
        return request.tags().isEmpty() && snapshot != null ? region.tags().of(snapshot.arn()) : request.tags();
    }

    void requireTlsPossible(CreateCacheClusterRequest request, Network network, Call call) {
        boolean tls = Boolean.TRUE.equals(request.transitEncryptionEnabled());
        if (tls && (!engine.isMemcached() || !engine.version().atLeast(TLS_SINCE))) {
            // The wording is the service's own: aws/aws-cdk#27379.
            throw call.faults()
                    .invalidParameterCombination("Encryption feature is not supported for engine "
                            + engine.version().engine().toUpperCase(Locale.ROOT) + ".");
        }
        if (tls && network.subnetGroup() == null) {
            throw call.faults()
                    .invalidParameterCombination("Encryption in transit is only supported for clusters in a VPC.");
        }
        if (request.authToken() != null) {
            throw tls
                    ? call.faults()
                            .invalidParameterCombination(
                                    "The AUTH token is not supported for engine " + EngineChoice.MEMCACHED + ".")
                    // The wording is the service's own: aws/aws-cli#5007. Memcached alone has TLS here, and no AUTH.
                    : call.faults()
                            .invalidParameterValue(
                                    "The AUTH token is only supported when encryption-in-transit is enabled");
        }
    }

    private static @Nullable Snapshot snapshot(CreateCacheClusterRequest request, Call call) {
        String name = call.parameters().optional("SnapshotName", request.snapshotName());
        if (!request.snapshotArns().isEmpty()) {
            if (name != null) {
                throw call.faults()
                        .invalidParameterCombination("SnapshotName and SnapshotArns cannot be given together.");
            }
            if (request.snapshotArns().size() > 1
                    || !SNAPSHOT_ARN.matcher(request.snapshotArns().get(0)).matches()) {
                throw call.faults()
                        .invalidParameterValue(
                                "SnapshotArns must be the ARN of one object in S3, whose name has no comma.");
            }
        }
        Snapshot snapshot =
                name == null ? null : call.region().ask(Snapshots.class).restorable(call, name);
        if (snapshot != null && snapshot.numNodeGroups() != null && snapshot.replicationGroupId() != null) {
            throw call.faults()
                    .invalidParameterCombination("The snapshot " + snapshot.snapshotName()
                            + " is of a replication group with cluster mode enabled, and can only be restored to one.");
        }
        return snapshot;
    }

    private static EngineChoice engine(CreateCacheClusterRequest request, @Nullable Snapshot snapshot, Call call) {
        String asked = request.engine() == null && snapshot != null ? snapshot.engine() : request.engine();
        String engine = EngineChoice.engine(
                call.parameters().required("Engine", asked), List.of(EngineChoice.MEMCACHED, REDIS, VALKEY), call);
        if (engine.equals(VALKEY)) {
            // That it is refused: hashicorp/terraform-provider-aws#41181.
            throw call.faults()
                    .invalidParameterValue(
                            "This API doesn't support Valkey engine. Please use CreateReplicationGroup API"
                                    + " for Valkey cluster creation.");
        }
        EngineVersion version = request.engineVersion() == null && snapshot != null
                ? EngineVersions.ofPatch(snapshot.engine(), snapshot.engineVersion())
                : EngineChoice.version(engine, request.engineVersion(), call);
        EngineChoice choice = EngineChoice.of(version, request.cacheParameterGroupName(), false, call);
        requireClusterModeDisabled(choice, call);
        return choice;
    }

    /** The wording is the service's own: aws/aws-cli#2456. */
    static void requireClusterModeDisabled(EngineChoice choice, Call call) {
        if (choice.clusterMode()) {
            throw call.faults()
                    .invalidParameterCombination(
                            "Cluster mode should be disabled in parameter group, but found it is enabled.");
        }
    }

    private static int number(
            CreateCacheClusterRequest request, EngineChoice engine, @Nullable Snapshot snapshot, Call call) {
        Integer number = request.numCacheNodes();
        if (number == null && snapshot != null) {
            return 1;
        }
        if (number == null) {
            throw call.faults()
                    .invalidParameterValue("The parameter NumCacheNodes must be provided and must not be null.");
        }
        call.parameters().atLeast("NumCacheNodes", number, 1);
        if (!engine.isMemcached() && number > 1) {
            // The wording is the service's own: hashicorp/terraform#2272.
            throw call.faults()
                    .invalidParameterValue(
                            "Cannot create a Redis cluster with a NumCacheNodes parameter greater than 1.");
        }
        requireClusterQuota(number, call);
        return number;
    }

    /** The wording is the service's own ("Error messages", user guide). */
    static void requireClusterQuota(int number, Call call) {
        int quota = call.region().settings().quotas().of(Quota.NODES_PER_MEMCACHED_CLUSTER);
        if (number > quota) {
            throw call.faults()
                    .of(
                            ServiceError.NODE_QUOTA_FOR_CLUSTER_EXCEEDED,
                            "Cluster node quota exceeded. Each cluster can have at most " + quota
                                    + " nodes in this region.");
        }
    }

    private static @Nullable Integer retention(
            CreateCacheClusterRequest request, EngineChoice engine, NodeType nodeType, Call call) {
        if (engine.isMemcached()) {
            return null;
        }
        Integer days = Retention.requested(request.snapshotRetentionLimit(), nodeType, call);
        return days == null ? 0 : days;
    }

    private static void requireNoSnapshots(CreateCacheClusterRequest request, Call call) {
        if (request.snapshotRetentionLimit() != null
                || request.snapshotWindow() != null
                || request.snapshotName() != null
                || !request.snapshotArns().isEmpty()) {
            throw call.faults().invalidParameterCombination(Retention.NO_SNAPSHOTS);
        }
        if (!request.logDeliveryConfigurations().isEmpty()) {
            throw call.faults()
                    .invalidParameterCombination(
                            "Log delivery is not supported for engine " + EngineChoice.MEMCACHED + ".");
        }
    }
}
