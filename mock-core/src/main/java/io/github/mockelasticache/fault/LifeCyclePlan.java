package io.github.mockelasticache.fault;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How the life cycle of one resource goes otherwise than it should.
 *
 * <pre>{@code
 * mock.lifeCycles().add(LifeCyclePlan.ofCacheCluster("web").endsIn("incompatible-network"));
 * mock.lifeCycles().add(LifeCyclePlan.ofNextReplicationGroup().staysIn("creating"));
 * }</pre>
 *
 * <p>A plan for the next resource of a kind becomes that of the first one that it applies to. It holds from when it is added to a mock
 * until it is taken out; what is under way already goes on as it has begun. Immutable, and usable with several mocks.
 */
public final class LifeCyclePlan {

    private final Resource resource;
    private final String status;
    private final boolean stays;

    private LifeCyclePlan(Resource resource, String status, boolean stays) {
        this.resource = resource;
        this.status = status;
        this.stays = stays;
    }

    /**
     * A cache cluster.
     *
     * @param id its id in any case
     * @return what can be planned for it
     */
    public static Resource ofCacheCluster(String id) {
        return new Resource(Kind.CACHE_CLUSTER, Optional.of(id));
    }

    /**
     * The next cache cluster that comes into the status.
     *
     * @return what can be planned for it
     */
    public static Resource ofNextCacheCluster() {
        return new Resource(Kind.CACHE_CLUSTER, Optional.empty());
    }

    /**
     * A replication group.
     *
     * @param id its id in any case
     * @return what can be planned for it
     */
    public static Resource ofReplicationGroup(String id) {
        return new Resource(Kind.REPLICATION_GROUP, Optional.of(id));
    }

    /**
     * The next replication group that comes into the status.
     *
     * @return what can be planned for it
     */
    public static Resource ofNextReplicationGroup() {
        return new Resource(Kind.REPLICATION_GROUP, Optional.empty());
    }

    /**
     * A serverless cache.
     *
     * @param name its name in any case
     * @return what can be planned for it
     */
    public static Resource ofServerlessCache(String name) {
        return new Resource(Kind.SERVERLESS_CACHE, Optional.of(name));
    }

    /**
     * The next serverless cache that comes into the status.
     *
     * @return what can be planned for it
     */
    public static Resource ofNextServerlessCache() {
        return new Resource(Kind.SERVERLESS_CACHE, Optional.empty());
    }

    /**
     * A reserved cache node.
     *
     * @param id the id of the reservation in any case
     * @return what can be planned for it
     */
    public static Resource ofReservedCacheNode(String id) {
        return new Resource(Kind.RESERVED_CACHE_NODE, Optional.of(id));
    }

    /**
     * The next reserved cache node that comes into the status.
     *
     * @return what can be planned for it
     */
    public static Resource ofNextReservedCacheNode() {
        return new Resource(Kind.RESERVED_CACHE_NODE, Optional.empty());
    }

    /**
     * The ingress of a cache security group.
     *
     * @param name the name of the group in any case
     * @return what can be planned for it
     */
    public static Resource ofIngressTo(String name) {
        return new Resource(Kind.INGRESS, Optional.of(name));
    }

    /**
     * The ingress of the next cache security group whose ingress comes into the status.
     *
     * @return what can be planned for it
     */
    public static Resource ofNextIngress() {
        return new Resource(Kind.INGRESS, Optional.empty());
    }

    /**
     * Whether this plan is for a resource.
     *
     * @param arn the ARN of the resource
     * @return true if the kind is the plan's, and so is the name unless the plan is for the next one
     */
    public boolean isFor(String arn) {
        String end = ":" + resource.kind.arnName + ":";
        return resource.name
                .map(name -> arn.endsWith(end + name.toLowerCase(Locale.ROOT)))
                .orElseGet(() -> arn.contains(end));
    }

    /**
     * The status that the resource stays in, or that its creation ends in.
     *
     * @return the service's word
     */
    public String status() {
        return status;
    }

    /**
     * Whether the resource stays in the status, and does not end in it.
     *
     * @return true if it stays
     */
    public boolean stays() {
        return stays;
    }

    /** For example {@code the next cache cluster ends in incompatible-network}. */
    @Override
    public String toString() {
        return resource.name.map(name -> resource.kind.word + " " + name).orElse("the next " + resource.kind.word)
                + (stays ? " stays in " : " ends in ")
                + status;
    }

    /**
     * Statuses: API reference, CacheCluster, ReplicationGroup, ServerlessCache and EC2SecurityGroup; those of a reservation are not
     * listed there.
     */
    private enum Kind {
        CACHE_CLUSTER(
                "cache cluster",
                "cluster",
                List.of("creating", "deleting"),
                List.of("incompatible-network", "restore-failed")),
        REPLICATION_GROUP(
                "replication group", "replicationgroup", List.of("creating", "deleting"), List.of("create-failed")),
        SERVERLESS_CACHE(
                "serverless cache", "serverlesscache", List.of("creating", "deleting"), List.of("create-failed")),
        RESERVED_CACHE_NODE(
                "reserved cache node", "reserved-instance", List.of("payment-pending"), List.of("payment-failed")),
        INGRESS("ingress to cache security group", "securitygroup", List.of("authorizing", "revoking"), List.of());

        private final String word;
        private final String arnName;

        @SuppressWarnings("ImmutableEnumChecker") // Only lists that cannot be changed are given.
        private final List<String> stays;

        @SuppressWarnings("ImmutableEnumChecker") // As above.
        private final List<String> ends;

        Kind(String word, String arnName, List<String> stays, List<String> ends) {
            this.word = word;
            this.arnName = arnName;
            this.stays = stays;
            this.ends = ends;
        }
    }

    /** The resource that a plan is made for. */
    public static final class Resource {

        private final Kind kind;
        private final Optional<String> name;

        private Resource(Kind kind, Optional<String> name) {
            if (name.filter(String::isBlank).isPresent()) {
                throw new IllegalArgumentException("The name of the resource must not be blank; for whatever comes next"
                        + " there is a method whose name begins with ofNext.");
            }
            this.kind = kind;
            this.name = name;
        }

        /**
         * It comes into a status and never out of it again. An SDK waiter then waits in real time, as it would for the service,
         * for as long as its own configuration says.
         *
         * @param status {@code creating} or {@code deleting}; of ingress {@code authorizing} or {@code revoking}; of a reserved cache
         *     node {@code payment-pending}
         * @return the plan
         * @throws IllegalArgumentException if it is another status
         */
        public LifeCyclePlan staysIn(String status) {
            return new LifeCyclePlan(this, oneOf(kind.stays, status, "stay in"), true);
        }

        /**
         * Its creation ends in a failure status, after the time that creation takes. An SDK waiter fails at its first poll.
         *
         * @param status of a cache cluster {@code incompatible-network} or {@code restore-failed}, of a replication group or a
         *     serverless cache {@code create-failed}, of a reserved cache node {@code payment-failed}
         * @return the plan
         * @throws IllegalArgumentException if it is another status
         */
        public LifeCyclePlan endsIn(String status) {
            return new LifeCyclePlan(this, oneOf(kind.ends, status, "end in"), false);
        }

        private String oneOf(List<String> possible, String status, String what) {
            if (!possible.contains(status)) {
                throw new IllegalArgumentException("The life cycle of " + kind.word + " cannot " + what + " \"" + status
                        + "\"; "
                        + (possible.isEmpty()
                                ? "it has no such status."
                                : "it can " + what + " " + String.join(" or ", possible) + "."));
            }
            return status;
        }
    }
}
