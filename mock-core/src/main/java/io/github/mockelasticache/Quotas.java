package io.github.mockelasticache;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** How many resources the mock's account may have. Immutable. */
public final class Quotas {

    /** A kind of resource, with the quota that a new account has ("Quotas for ElastiCache", user guide). */
    public enum Quota {
        /** Cache security groups in one region, the {@code default} one included: 50, at least 1. */
        CACHE_SECURITY_GROUPS(50, 1),

        /** Cache parameter groups in one region, those named {@code default.*} not counted: 300. */
        CACHE_PARAMETER_GROUPS(300, 0),

        /** Cache subnet groups in one region, the {@code default} one included: 300, at least 1. */
        CACHE_SUBNET_GROUPS(300, 1),

        /** Subnets in one cache subnet group: 20, at least 1. */
        SUBNETS_PER_GROUP(20, 1),

        /** Cache nodes in one region: 300. */
        NODES(300, 0),

        /** Cache nodes in one Memcached cluster: 40, at least 1. */
        NODES_PER_MEMCACHED_CLUSTER(40, 1),

        /** Node groups (shards) in one replication group: 90, at least 1. */
        NODE_GROUPS_PER_REPLICATION_GROUP(90, 1),

        /** Cache nodes in one replication group with cluster mode enabled: 90 of one node type, at least 1. */
        NODES_PER_REPLICATION_GROUP(90, 1),

        /** Manual snapshots of one cache node in 24 hours: 20. */
        MANUAL_SNAPSHOTS_PER_DAY(20, 0),

        /** Users in one region, the {@code default} one included: 2000, at least 1. */
        USERS(2000, 1),

        /** User groups in one region: 200. */
        USER_GROUPS(200, 0),

        /** Users in one user group: 100, at least 1. */
        USERS_PER_USER_GROUP(100, 1),

        /** Serverless caches in one region: 40. */
        SERVERLESS_CACHES(40, 0),

        /** Manual snapshots of one serverless cache in 24 hours: 24. */
        SERVERLESS_SNAPSHOTS_PER_DAY(24, 0),

        /** Reserved cache nodes in one region, those whose reservation has run out not counted: 300, as there may be nodes. */
        RESERVED_NODES(300, 0),

        /** Tags on one resource: 50. */
        TAGS_PER_RESOURCE(50, 0);

        private final int documented;
        private final int least;

        Quota(int documented, int least) {
            this.documented = documented;
            this.least = least;
        }

        /**
         * The quota of a new account.
         *
         * @return the default
         */
        public int documented() {
            return documented;
        }
    }

    private static final Quotas DOCUMENTED = new Quotas(new EnumMap<>(Quota.class));

    private final Map<Quota, Integer> overrides;

    private Quotas(Map<Quota, Integer> overrides) {
        this.overrides = overrides;
    }

    /**
     * The quotas of a new account.
     *
     * @return the service's default quotas
     */
    public static Quotas documented() {
        return DOCUMENTED;
    }

    /**
     * These quotas with another number for one of them.
     *
     * @param quota which one
     * @param number how many; not less than the kind of resource allows, which is 0 or 1
     * @return new quotas
     * @throws IllegalArgumentException if the number is too small
     */
    public Quotas with(Quota quota, int number) {
        Objects.requireNonNull(quota, "quota");
        if (number < quota.least) {
            throw new IllegalArgumentException(
                    "The quota " + quota + " must be at least " + quota.least + ", but is " + number + ".");
        }
        Map<Quota, Integer> changed = new EnumMap<>(Quota.class);
        changed.putAll(overrides);
        changed.put(quota, number);
        return new Quotas(changed);
    }

    /**
     * One of the quotas.
     *
     * @param quota which one
     * @return how many resources of its kind there may be
     */
    public int of(Quota quota) {
        return overrides.getOrDefault(quota, quota.documented());
    }

    /** Every quota. */
    @Override
    public String toString() {
        Map<Quota, Integer> all = new EnumMap<>(Quota.class);
        for (Quota quota : Quota.values()) {
            all.put(quota, of(quota));
        }
        return "Quotas" + all;
    }
}
