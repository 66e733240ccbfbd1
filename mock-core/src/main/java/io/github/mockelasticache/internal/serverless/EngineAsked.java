package io.github.mockelasticache.internal.serverless;

import io.github.mockelasticache.internal.catalog.EngineVersion;
import io.github.mockelasticache.internal.catalog.EngineVersions;
import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.provision.EngineChoice;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.ServerlessCache;

/**
 * The engine of a serverless cache. The caller chooses the major version, and the service keeps the cache at its newest minor one
 * ("Version management for ElastiCache Serverless Cache", user guide).
 *
 * @param version the newest version of the major one
 */
record EngineAsked(EngineVersion version) {

    static final String REDIS = "redis";
    static final String VALKEY = "valkey";

    /** From which version on there are serverless caches ("Choosing from available deployment options", user guide). */
    private static final Map<String, String> SERVERLESS_SINCE =
            Map.of(EngineChoice.MEMCACHED, "1.6.21", REDIS, "7.1", VALKEY, "7.2");

    /** The engine in lower case, as requests may have it in any. */
    static String name(String requested, Call call) {
        return EngineChoice.engine(requested, List.of(VALKEY, REDIS, EngineChoice.MEMCACHED), call);
    }

    /** An engine with the major version of a request; by default the newest one (CacheEngine of the AWS CDK). */
    static EngineAsked of(String engine, @Nullable String major, Call call) {
        EngineAsked found = find(engine, major);
        if (found == null) {
            throw call.faults().invalidParameterCombination("Cannot find version " + major + " for " + engine);
        }
        return found;
    }

    /** An engine in lower case with a major version, or with its newest one; null if there are no serverless caches of it. */
    static @Nullable EngineAsked find(@Nullable String engine, @Nullable String major) {
        String since = engine == null ? null : SERVERLESS_SINCE.get(engine);
        if (engine == null || since == null) {
            return null;
        }
        return EngineVersions.of(engine).stream()
                .filter(each -> each.atLeast(since))
                .filter(each -> major == null || major(each).equals(major))
                .reduce((earlier, later) -> later)
                .map(EngineAsked::new)
                .orElse(null);
    }

    /**
     * What a cache is to be upgraded to: a later major version, or Valkey from Redis OSS; there is no way back ("How to upgrade
     * from Redis OSS to Valkey", user guide). The engine that it has, without a version, is no change.
     */
    static EngineAsked upgrade(ServerlessCache cache, @Nullable String engine, @Nullable String major, Call call) {
        String name = engine == null ? cache.engine() : name(engine, call);
        boolean same = name.equals(cache.engine());
        EngineAsked asked = of(name, same && major == null ? cache.majorEngineVersion() : major, call);
        boolean possible = same
                ? asked.version.atLeast(cache.majorEngineVersion())
                : name.equals(VALKEY) && cache.engine().equals(REDIS);
        if (!possible) {
            throw call.faults()
                    .invalidParameterCombination("Cannot modify " + cache.engine() + " from "
                            + cache.majorEngineVersion() + " to " + (same ? "" : name + " ") + asked.major());
        }
        return asked;
    }

    String name() {
        return version.engine();
    }

    /** As recorded: {@code 7} of redis, {@code 1.6} of memcached (mondoohq/mql#4530). */
    String major() {
        return major(version);
    }

    /** As recorded: {@code 7.1} of redis, {@code 1.6.22} of memcached (mondoohq/mql#4530). */
    String full() {
        return version.version();
    }

    boolean isOf(ServerlessCache cache) {
        return name().equals(cache.engine()) && major().equals(cache.majorEngineVersion());
    }

    private static String major(EngineVersion version) {
        String[] numbers = version.version().split("\\.", -1);
        return version.engine().equals(EngineChoice.MEMCACHED) ? numbers[0] + "." + numbers[1] : numbers[0];
    }
}
