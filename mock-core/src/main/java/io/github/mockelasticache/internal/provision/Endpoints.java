package io.github.mockelasticache.internal.provision;

import io.github.mockelasticache.internal.catalog.RegionCodes;
import io.github.mockelasticache.internal.engine.RegionState;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.Endpoint;

/**
 * The DNS names that the service gives to what can be connected to. Each contains six characters that are the same for all
 * caches of an account in a region, as recorded answers show.
 */
public final class Endpoints {

    private static final int BASE_36 = 36;
    private static final long SIX_DIGITS = 2_176_782_336L;

    private final String account;
    private final String suffix;

    private Endpoints(String account, String suffix) {
        this.account = account;
        this.suffix = suffix;
    }

    /**
     * The endpoints of a cache.
     *
     * @param region its region
     * @param cache the id of the replication group, or of the cluster that belongs to none
     * @return its endpoints
     */
    public static Endpoints of(RegionState region, String cache) {
        String code = region.ask(EndpointCodes.class).of(cache);
        return new Endpoints(code == null ? accountCode(region) : code, suffix(region));
    }

    /**
     * The endpoint of a serverless cache, which never changes once the cache has it.
     *
     * @param region its region
     * @param cache the cache's name
     * @param port the port
     * @return for example {@code mycache-abc123.serverless.use1.cache.amazonaws.com}
     */
    public static Endpoint serverless(RegionState region, String cache, int port) {
        return Endpoint.builder()
                .address(String.join(".", cache + "-" + accountCode(region), "serverless", suffix(region)))
                .port(port)
                .build();
    }

    /**
     * The endpoints of a cluster, which are those of its replication group if it belongs to one.
     *
     * @param region its region
     * @param cluster the cluster
     * @return its endpoints
     */
    public static Endpoints of(RegionState region, CacheCluster cluster) {
        return of(
                region, cluster.replicationGroupId() == null ? cluster.cacheClusterId() : cluster.replicationGroupId());
    }

    /**
     * A node of a cluster that belongs to no replication group, or of a replication group without TLS.
     *
     * @param cluster the cluster's id
     * @param node the node's id, for example {@code 0001}
     * @param port the port
     * @return for example {@code mycluster.abc123.0001.use1.cache.amazonaws.com}
     */
    public Endpoint node(String cluster, String node, int port) {
        return endpoint(port, cluster, account, node);
    }

    /**
     * A node of a replication group with TLS.
     *
     * @param cluster the member cluster's id
     * @param replicationGroup the replication group's id
     * @param port the port
     * @return for example {@code mygroup-001.mygroup.abc123.use1.cache.amazonaws.com}
     */
    public Endpoint tlsNode(String cluster, String replicationGroup, int port) {
        return endpoint(port, cluster, replicationGroup, account);
    }

    /**
     * The configuration endpoint of a Memcached cluster.
     *
     * @param cluster the cluster's id
     * @param port the port
     * @return for example {@code mycluster.abc123.cfg.use1.cache.amazonaws.com}
     */
    public Endpoint memcachedConfiguration(String cluster, int port) {
        return endpoint(port, cluster, account, "cfg");
    }

    /**
     * The configuration endpoint of a replication group with cluster mode enabled.
     *
     * @param replicationGroup the replication group's id
     * @param tls whether encryption in transit is on
     * @param port the port
     * @return for example {@code mygroup.abc123.clustercfg.use1.cache.amazonaws.com}
     */
    public Endpoint configuration(String replicationGroup, boolean tls, int port) {
        return tls
                ? endpoint(port, "clustercfg", replicationGroup, account)
                : endpoint(port, replicationGroup, account, "clustercfg");
    }

    /**
     * The endpoint of the primary of a replication group with cluster mode disabled.
     *
     * @param replicationGroup the replication group's id
     * @param tls whether encryption in transit is on
     * @param port the port
     * @return for example {@code mygroup.abc123.ng.0001.use1.cache.amazonaws.com}
     */
    public Endpoint primary(String replicationGroup, boolean tls, int port) {
        return tls
                ? endpoint(port, "master", replicationGroup, account)
                : endpoint(port, replicationGroup, account, "ng.0001");
    }

    /**
     * The endpoint of the replicas of a replication group with cluster mode disabled.
     *
     * @param replicationGroup the replication group's id
     * @param tls whether encryption in transit is on
     * @param port the port
     * @return for example {@code mygroup-ro.abc123.ng.0001.use1.cache.amazonaws.com}
     */
    public Endpoint reader(String replicationGroup, boolean tls, int port) {
        return tls
                ? endpoint(port, "replica", replicationGroup, account)
                : endpoint(port, replicationGroup + "-ro", account, "ng.0001");
    }

    private Endpoint endpoint(int port, String first, String second, String third) {
        return Endpoint.builder()
                .address(String.join(".", first, second, third, suffix))
                .port(port)
                .build();
    }

    private static String suffix(RegionState region) {
        return RegionCodes.of(region.region())
                + (region.region().id().startsWith("cn-") ? ".cache.amazonaws.com.cn" : ".cache.amazonaws.com");
    }

    private static String accountCode(RegionState region) {
        CRC32 hash = new CRC32();
        hash.update((region.settings().accountId() + region.region().id()).getBytes(StandardCharsets.UTF_8));
        String digits = Long.toString(hash.getValue() % SIX_DIGITS, BASE_36);
        return "0".repeat(6 - digits.length()) + digits;
    }
}
