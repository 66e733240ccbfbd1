package io.github.mockelasticache.internal.catalog;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A cache node type, with the values that node-type-specific parameters have on it.
 *
 * @param name for example {@code cache.m5.large}
 * @param currentGeneration false for a type of which the service creates no new clusters ("Supported node types", user guide)
 * @param memory the parameter {@code maxmemory}, in bytes
 * @param replicaOutputBufferLimit the parameters {@code client-output-buffer-limit-replica-hard-limit} and {@code -soft-limit}, in
 *     bytes
 * @param maxCacheMemory the parameter {@code max_cache_memory}, in megabytes; null where Memcached does not run
 * @param numThreads the parameter {@code num_threads}; null where Memcached does not run
 * @param firstVersions the first version of each engine that runs on it; an engine that is missing does not
 */
public record NodeType(
        String name,
        boolean currentGeneration,
        long memory,
        long replicaOutputBufferLimit,
        @Nullable Integer maxCacheMemory,
        @Nullable Integer numThreads,
        Map<String, String> firstVersions) {

    /**
     * The family.
     *
     * @return for example {@code m5}
     */
    public String family() {
        return name.substring(name.indexOf('.') + 1, name.lastIndexOf('.'));
    }

    /**
     * The size in its family.
     *
     * @return for example {@code large}
     */
    public String size() {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /**
     * Whether it earns and spends CPU credits.
     *
     * @return true for the t families
     */
    public boolean burstable() {
        return family().startsWith("t");
    }

    /**
     * Whether it keeps part of the data on disk ("Data tiering in ElastiCache", user guide).
     *
     * @return true for the r6gd family
     */
    public boolean dataTiering() {
        return family().equals("r6gd");
    }

    /**
     * Whether an engine version runs on it ("Supported node types", user guide).
     *
     * @param version the version
     * @return true from the first version on that does
     */
    public boolean supports(EngineVersion version) {
        String first = firstVersions.get(version.engine());
        return first != null && version.atLeast(first);
    }
}
