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
import software.amazon.awssdk.services.elasticache.model.DescribeCacheSecurityGroupsRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeCacheSecurityGroupsResponse;

/** One page of 100 cache security groups, through a served client. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init") // JMH runs the set-up before the first call.
public class PageBenchmark {

    /** Which page is asked for. */
    enum Page {
        FIRST_OF_200,
        FIRST_OF_100_000,

        /** As many groups are before the page as behind it. */
        MIDDLE_OF_200,

        /** As many groups are before the page as behind it. */
        MIDDLE_OF_100_000
    }

    private static final int PAGE = 100;
    private static final int WARM_UP_CALLS = 8_000;

    private final InTurn<Page> turns = new InTurn<>(List.of(Page.values()));
    private Groups few;
    private Groups many;
    private ElastiCacheClient client;
    private DescribeCacheSecurityGroupsRequest request;

    /** Creates the groups, and makes the code compiled by calls for each page. */
    @Setup(Level.Trial)
    public void create() {
        few = new Groups(200);
        many = new Groups(100_000);
        for (Page ignored : Page.values()) {
            turn();
            for (int call = 0; call < WARM_UP_CALLS; call++) {
                DescribeCacheSecurityGroupsResponse page = page();
                if (page.cacheSecurityGroups().size() != PAGE || page.marker() == null) {
                    throw new IllegalStateException(
                            "A page of " + PAGE + " was to come, with more behind it, but it is " + page);
                }
            }
        }
    }

    /** Asks for the page whose turn it is. */
    @Setup(Level.Iteration)
    public void turn() {
        Page page = turns.next();
        Groups groups = page == Page.FIRST_OF_200 || page == Page.MIDDLE_OF_200 ? few : many;
        client = groups.client;
        request = page == Page.FIRST_OF_200 || page == Page.FIRST_OF_100_000 ? groups.first : groups.middle;
    }

    /** Closes the mocks and their clients. */
    @TearDown(Level.Trial)
    public void close() {
        few.mock.close();
        many.mock.close();
    }

    /**
     * One call.
     *
     * @return the page
     */
    @Benchmark
    public DescribeCacheSecurityGroupsResponse page() {
        return client.describeCacheSecurityGroups(request);
    }

    /** A mock with a number of groups, {@code default} included. */
    private static final class Groups {

        final ElastiCacheMock mock;
        final ElastiCacheClient client;
        final DescribeCacheSecurityGroupsRequest first;
        final DescribeCacheSecurityGroupsRequest middle;

        Groups(int number) {
            mock = ElastiCacheMock.builder()
                    .quotas(Quotas.documented().with(Quota.CACHE_SECURITY_GROUPS, number))
                    .build();
            client = mock.client();
            for (int created = 1; created < number; created++) {
                String name = "group-" + created;
                client.createCacheSecurityGroup(
                        group -> group.cacheSecurityGroupName(name).description(name));
            }
            first = request(PAGE);
            middle = pageBehind((number - PAGE) / 2);
        }

        private DescribeCacheSecurityGroupsRequest pageBehind(int groupsBefore) {
            int step = PAGE / 2;
            DescribeCacheSecurityGroupsRequest next = request(step);
            for (int before = 0; before < groupsBefore; before += step) {
                String marker = client.describeCacheSecurityGroups(next).marker();
                next = next.toBuilder().marker(marker).build();
            }
            return next.toBuilder().maxRecords(PAGE).build();
        }

        private static DescribeCacheSecurityGroupsRequest request(int maxRecords) {
            return DescribeCacheSecurityGroupsRequest.builder()
                    .maxRecords(maxRecords)
                    .build();
        }
    }
}
