package io.github.mockelasticache.internal.catalog;

/**
 * One version of a cache engine.
 *
 * @param engine {@code memcached}, {@code redis} or {@code valkey}
 * @param version what requests and DescribeCacheEngineVersions call it, for example {@code 7.1} or {@code 5.0.6}; from redis 6.0
 *     on it has no patch level ("Supported engines and versions", user guide)
 * @param patchedVersion what clusters report, always with the patch level, for example {@code 7.1.0}
 * @param parameterFamily the cache parameter group family, for example {@code redis7}
 * @param engineDescription what the service says about the engine, for example {@code Redis}
 * @param versionDescription what the service says about the version, for example {@code redis version 7.1.0}
 */
public record EngineVersion(
        String engine,
        String version,
        String patchedVersion,
        String parameterFamily,
        String engineDescription,
        String versionDescription) {

    /**
     * Whether this is some version or a later one. Says nothing about the engine.
     *
     * @param other a version of one to three numbers, for example {@code 6.2}
     * @return true from that version on; {@code 7.0.7} is at least {@code 7.0.5}
     */
    public boolean atLeast(String other) {
        return compare(patchedVersion, other) >= 0;
    }

    /**
     * Compares versions number by number; a number that is left out is zero.
     *
     * @param one a version, for example {@code 1.6.6}
     * @param other another, for example {@code 1.6.22}
     * @return negative, zero or positive, as for a comparator
     */
    static int compare(String one, String other) {
        String[] left = one.split("\\.", -1);
        String[] right = other.split("\\.", -1);
        for (int index = 0; index < Math.max(left.length, right.length); index++) {
            int difference = Integer.compare(number(left, index), number(right, index));
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }

    private static int number(String[] parts, int index) {
        return index < parts.length ? Integer.parseInt(parts[index]) : 0;
    }
}
