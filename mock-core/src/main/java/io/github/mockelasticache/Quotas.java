package io.github.mockelasticache;

/**
 * How many resources the mock's account may have. Immutable.
 *
 * @param cacheSecurityGroups cache security groups in one region, the {@code default} one included; at least 1
 * @param tagsPerResource tags on one resource; at least 0
 */
public record Quotas(int cacheSecurityGroups, int tagsPerResource) {

    private static final Quotas DOCUMENTED = new Quotas(50, 50);

    /**
     * Checks the ranges.
     *
     * @param cacheSecurityGroups cache security groups in one region, the {@code default} one included; at least 1
     * @param tagsPerResource tags on one resource; at least 0
     * @throws IllegalArgumentException if a number is out of its range
     */
    public Quotas {
        atLeast(1, "cacheSecurityGroups", cacheSecurityGroups);
        atLeast(0, "tagsPerResource", tagsPerResource);
    }

    /**
     * The quotas of a new account: 50 cache security groups in a region and 50 tags on a resource ("Quotas for ElastiCache",
     * user guide).
     *
     * @return the service's default quotas
     */
    public static Quotas documented() {
        return DOCUMENTED;
    }

    /**
     * These quotas with another number of cache security groups.
     *
     * @param number cache security groups in one region; at least 1
     * @return new quotas
     */
    public Quotas withCacheSecurityGroups(int number) {
        return new Quotas(number, tagsPerResource);
    }

    /**
     * These quotas with another number of tags.
     *
     * @param number tags on one resource; at least 0
     * @return new quotas
     */
    public Quotas withTagsPerResource(int number) {
        return new Quotas(cacheSecurityGroups, number);
    }

    private static void atLeast(int least, String name, int value) {
        if (value < least) {
            throw new IllegalArgumentException(
                    "The quota " + name + " must be at least " + least + ", but is " + value + ".");
        }
    }
}
