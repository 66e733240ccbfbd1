package io.github.mockelasticache.benchmarks;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.Quotas;
import io.github.mockelasticache.Quotas.Quota;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.DescribeCacheClustersRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeCacheClustersResponse;

/** One cache cluster described by its id, through a served client. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init") // JMH runs the set-up before the first call.
public class ClusterBenchmark {

    /** Among how many clusters. */
    enum Among {
        TEN(10),
        TEN_THOUSAND(10_000);

        private final int clusters;

        Among(int clusters) {
            this.clusters = clusters;
        }
    }

    private static final int WARM_UP_CALLS = 15_000;

    private final InTurn<Among> turns = new InTurn<>(List.of(Among.values()));
    private ElastiCacheMock few;
    private ElastiCacheMock many;
    private ElastiCacheClient fewClient;
    private ElastiCacheClient manyClient;
    private ElastiCacheClient client;
    private DescribeCacheClustersRequest request;

    /** Creates the clusters, and makes the code compiled by calls for each side. */
    @Setup(Level.Trial)
    public void create() {
        few = withClusters(Among.TEN.clusters);
        many = withClusters(Among.TEN_THOUSAND.clusters);
        fewClient = few.client();
        manyClient = many.client();
        for (int call = 0; call < WARM_UP_CALLS; call++) {
            turn();
            if (!"available".equals(describe().cacheClusters().get(0).cacheClusterStatus())) {
                throw new IllegalStateException("The cluster was to be available.");
            }
        }
    }

    /** Asks among as many as are next in turn. */
    @Setup(Level.Iteration)
    public void turn() {
        Among among = turns.next();
        client = among == Among.TEN ? fewClient : manyClient;
        request = DescribeCacheClustersRequest.builder()
                .cacheClusterId(id(among.clusters / 2))
                .showCacheNodeInfo(true)
                .build();
    }

    /** Closes the mocks and their clients. */
    @TearDown(Level.Trial)
    public void close() {
        few.close();
        many.close();
    }

    /**
     * One call.
     *
     * @return the answer
     */
    @Benchmark
    public DescribeCacheClustersResponse describe() {
        return client.describeCacheClusters(request);
    }

    /** A mock with so many Memcached clusters of one node, all of which are available. */
    static ElastiCacheMock withClusters(int number) {
        ElastiCacheMock mock = ElastiCacheMock.builder()
                .quotas(Quotas.documented().with(Quota.NODES, number))
                .build();
        ElastiCacheClient client = mock.client();
        for (int created = 0; created < number; created++) {
            String id = id(created);
            client.createCacheCluster(cluster -> cluster.cacheClusterId(id)
                    .engine("memcached")
                    .cacheNodeType("cache.m5.large")
                    .numCacheNodes(1));
        }
        mock.clock().settle();
        return mock;
    }

    private static String id(int number) {
        return "cluster-" + number;
    }
}
