package io.github.mockelasticache.internal.provision;

import static io.github.mockelasticache.internal.engine.ResourceTypes.CACHE_PARAMETER_GROUP;

import io.github.mockelasticache.internal.catalog.EngineVersion;
import io.github.mockelasticache.internal.catalog.EngineVersions;
import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.ParameterGroups;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.CacheParameterGroup;

/**
 * What runs on the nodes of a cache.
 *
 * @param version the engine and its version
 * @param parameterGroup the parameters that it runs with
 * @param clusterMode whether these enable cluster mode
 */
public record EngineChoice(EngineVersion version, CacheParameterGroup parameterGroup, boolean clusterMode) {

    /** The engine without replication and persistence. */
    public static final String MEMCACHED = "memcached";

    private static final String CLUSTER_ON = ".cluster.on";

    /**
     * The engine that a request names.
     *
     * @param engine {@code Engine} of the request in any case
     * @param allowed the engines that the operation takes
     * @param call the call: {@code InvalidParameterValue} for any other engine
     * @return the engine in lower case, as the service returns it
     */
    public static String engine(String engine, List<String> allowed, Call call) {
        String name = engine.toLowerCase(Locale.ROOT);
        if (!allowed.contains(name)) {
            throw call.faults()
                    .invalidParameterValue("Invalid value " + engine + " for Engine. Must be one of: "
                            + String.join(", ", allowed) + ".");
        }
        return name;
    }

    /**
     * The version that a request names.
     *
     * @param engine the engine in lower case
     * @param version {@code EngineVersion} of the request; null for the engine's newest
     * @param call the call: {@code InvalidParameterCombination} for an unknown version, {@code InvalidParameterValue} for a
     *     patch version of an engine whose patches the service chooses
     * @return the version
     */
    public static EngineVersion version(String engine, @Nullable String version, Call call) {
        if (version == null) {
            return EngineVersions.newest(engine);
        }
        EngineVersion found = EngineVersions.find(engine, version);
        if (found != null) {
            return found;
        }
        for (EngineVersion each : EngineVersions.of(engine)) {
            if (!each.version().equals(each.patchedVersion()) && version.startsWith(each.version() + ".")) {
                // The wording is the service's own: crossplane-contrib/provider-aws#1617.
                throw call.faults()
                        .invalidParameterValue("Specific version selection is not allowed for '" + version
                                + "', please use '" + each.version() + "'");
            }
        }
        // The wording is the service's own: ministryofjustice/cloud-platform-environments#5753.
        throw call.faults().invalidParameterCombination("Cannot find version " + version + " for " + engine);
    }

    /**
     * An engine version with the parameter group that a request names.
     *
     * @param version the version
     * @param parameterGroup {@code CacheParameterGroupName} of the request; null for the default of the version's family
     * @param clusterModeByDefault whether the default is the one with cluster mode enabled
     * @param call the call: {@code CacheParameterGroupNotFound}, or {@code InvalidParameterCombination} for another family
     * @return the choice
     */
    public static EngineChoice of(
            EngineVersion version, @Nullable String parameterGroup, boolean clusterModeByDefault, Call call) {
        String name = parameterGroup != null
                ? parameterGroup
                : "default." + version.parameterFamily() + (clusterModeByDefault ? CLUSTER_ON : "");
        CacheParameterGroup group = call.existing(CACHE_PARAMETER_GROUP, name);
        if (!version.parameterFamily().equals(group.cacheParameterGroupFamily())) {
            // The wording is the service's own: hashicorp/terraform-provider-aws#7033.
            throw call.faults()
                    .invalidParameterCombination("Expected a parameter group of family " + version.parameterFamily()
                            + " but found one of family " + group.cacheParameterGroupFamily());
        }
        return new EngineChoice(
                version, group, call.region().ask(ParameterGroups.class).clusterMode(group.cacheParameterGroupName()));
    }

    /**
     * Whether the engine is Memcached.
     *
     * @return false for Redis OSS and Valkey
     */
    public boolean isMemcached() {
        return version.engine().equals(MEMCACHED);
    }

    /**
     * The port that the service chooses.
     *
     * @return 11211 for Memcached, 6379 for Redis OSS and Valkey
     */
    public int defaultPort() {
        return isMemcached() ? 11211 : 6379;
    }
}
