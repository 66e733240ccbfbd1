package io.github.mockelasticache.internal.cluster;

import static io.github.mockelasticache.internal.engine.ResourceTypes.CACHE_PARAMETER_GROUP;

import io.github.mockelasticache.internal.catalog.EngineVersion;
import io.github.mockelasticache.internal.catalog.EngineVersions;
import io.github.mockelasticache.internal.catalog.NodeType;
import io.github.mockelasticache.internal.catalog.NodeTypes;
import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.provision.EngineChoice;
import io.github.mockelasticache.internal.provision.Modification;
import java.util.List;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.CacheParameterGroup;
import software.amazon.awssdk.services.elasticache.model.ModifyCacheClusterRequest;

/**
 * The engine, its version and the parameter group that {@code ModifyCacheCluster} asks for.
 *
 * <p>There is no way back to an earlier version (EngineVersion, API reference), and to another engine only from Redis OSS to
 * Valkey. A cluster with a default parameter group gets that of the new version's family, as the acceptance tests of
 * hashicorp/terraform-provider-aws show, which upgrade from 4.0.10 to 6.0 and name none; one with a group of the caller's needs
 * another one.
 */
final class EngineChange {

    private static final String REDIS = "redis";
    private static final String VALKEY = "valkey";

    private final ModifyCacheClusterRequest request;
    private final CacheCluster cluster;
    private final Modification pending;
    private final Call call;
    private final EngineVersion present;

    private EngineChange(ModifyCacheClusterRequest request, CacheCluster cluster, Modification pending, Call call) {
        this.request = request;
        this.cluster = cluster;
        this.pending = pending;
        this.call = call;
        this.present = EngineVersions.ofPatch(cluster.engine(), cluster.engineVersion());
    }

    static Modification by(ModifyCacheClusterRequest request, CacheCluster cluster, Modification pending, Call call) {
        return request.engine() == null && request.engineVersion() == null && request.cacheParameterGroupName() == null
                ? pending
                : new EngineChange(request, cluster, pending, call).modification();
    }

    private Modification modification() {
        EngineVersion version = version();
        String group = parameterGroup(version);
        String presentGroup = cluster.cacheParameterGroup().cacheParameterGroupName();
        return pending.withEngine(version.equals(present) ? null : version, group.equals(presentGroup) ? null : group);
    }

    private EngineVersion version() {
        EngineVersion planned = pending.engineVersion() == null ? present : pending.engineVersion();
        String engine = request.engine() == null
                ? planned.engine()
                : EngineChoice.engine(request.engine(), List.of(EngineChoice.MEMCACHED, REDIS, VALKEY), call);
        boolean toValkey = present.engine().equals(REDIS) && engine.equals(VALKEY);
        if (!engine.equals(present.engine()) && !toValkey) {
            throw call.faults()
                    .invalidParameterCombination("Cannot modify engine from " + present.engine() + " to " + engine);
        }
        EngineVersion version = requestedOrElse(engine, planned);
        if (!toValkey && !version.atLeast(present.patchedVersion())) {
            // The wording is the service's own: hashicorp/terraform-provider-aws#4166.
            throw call.faults()
                    .invalidParameterCombination("Cannot modify " + engine + " from " + present.patchedVersion()
                            + " to " + version.patchedVersion());
        }
        requireSupported(version);
        return version;
    }

    private EngineVersion requestedOrElse(String engine, EngineVersion planned) {
        if (request.engineVersion() != null) {
            return EngineChoice.version(engine, request.engineVersion(), call);
        }
        if (planned.engine().equals(engine)) {
            return planned;
        }
        return present.engine().equals(engine) ? present : EngineVersions.newest(engine);
    }

    private void requireSupported(EngineVersion version) {
        String name = pending.nodeType() == null ? cluster.cacheNodeType() : pending.nodeType();
        NodeType type = NodeTypes.find(name);
        if (type == null || !type.supports(version)) {
            throw call.faults()
                    .invalidParameterCombination("The node type " + name + " is not supported for engine "
                            + version.engine() + " " + version.version() + ".");
        }
    }

    private String parameterGroup(EngineVersion version) {
        String named = call.parameters().optional("CacheParameterGroupName", request.cacheParameterGroupName());
        String name = named == null ? unnamed(version) : named;
        CacheParameterGroup group = call.existing(CACHE_PARAMETER_GROUP, name);
        requireSameEngine(group, version);
        EngineChoice choice = EngineChoice.of(version, name, false, call);
        NodesAsked.requireClusterModeDisabled(choice, call);
        return choice.parameterGroup().cacheParameterGroupName();
    }

    private String unnamed(EngineVersion version) {
        String used = cluster.cacheParameterGroup().cacheParameterGroupName();
        String planned = pending.parameterGroup();
        if (planned != null && isOfFamily(planned, version)) {
            return planned;
        }
        boolean automatic =
                CACHE_PARAMETER_GROUP.reserved().test(used) && version.engine().equals(present.engine());
        return automatic ? "default." + version.parameterFamily() : used;
    }

    private boolean isOfFamily(String name, EngineVersion version) {
        return call.existing(CACHE_PARAMETER_GROUP, name)
                .cacheParameterGroupFamily()
                .equals(version.parameterFamily());
    }

    /** The wording is the service's own: aws-controllers-k8s/elasticache-controller#188. */
    private void requireSameEngine(CacheParameterGroup group, EngineVersion version) {
        for (String engine : List.of(EngineChoice.MEMCACHED, REDIS, VALKEY)) {
            if (group.cacheParameterGroupFamily().startsWith(engine) && !engine.equals(version.engine())) {
                throw call.faults()
                        .invalidParameterCombination(
                                engine + " parameter group is not applicable to engine " + version.engine());
            }
        }
    }
}
