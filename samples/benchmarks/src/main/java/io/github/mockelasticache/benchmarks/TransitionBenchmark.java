package io.github.mockelasticache.benchmarks;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.Quotas;
import io.github.mockelasticache.Quotas.Quota;
import java.time.Duration;
import java.util.ArrayList;
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
import org.openjdk.jmh.infra.Blackhole;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;

/**
 * The clock is moved across 100,000 scheduled transitions.
 *
 * <p>They are the transitions of ingress that a client has authorized, each at an instant of its own: what fires is what fires
 * in a test, the change of the group and its event included, and not an empty effect on a bare time line.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init") // JMH runs the set-up before the first call.
public class TransitionBenchmark {

    /**
     * Whose they are. Both sides fire the same number, so that both take long enough to get their share of what else the machine
     * does.
     */
    enum Scheduled {
        BY_100_MOCKS_1_000_EACH(100),
        BY_ONE_MOCK(1);

        private final int mocks;

        Scheduled(int mocks) {
            this.mocks = mocks;
        }
    }

    static final int TRANSITIONS = 100_000;

    /** The same on both sides: what a transition costs grows with the list that it changes. */
    private static final int INGRESS_PER_GROUP = 10;

    private static final Duration DELAY = Duration.ofDays(1);

    private final InTurn<Scheduled> turns = new InTurn<>(List.of(Scheduled.values()));
    private final List<ElastiCacheMock> mocks = new ArrayList<>();

    /** Opens fresh mocks and schedules the transitions of the side whose turn it is. */
    @Setup(Level.Iteration)
    public void schedule() {
        int number = turns.next().mocks;
        for (int opened = 0; opened < number; opened++) {
            mocks.add(scheduling(TRANSITIONS / number));
        }
    }

    /** Closes the mocks, after making sure that every transition has fired. */
    @TearDown(Level.Iteration)
    public void close() {
        int fired = 0;
        for (ElastiCacheMock mock : mocks) {
            fired += mock.timeline().history().size();
            mock.close();
        }
        mocks.clear();
        if (fired != TRANSITIONS) {
            throw new IllegalStateException(TRANSITIONS + " transitions were to fire, but " + fired + " have.");
        }
    }

    /**
     * One move of each clock, across all that is scheduled.
     *
     * @param blackhole takes the transitions
     */
    @Benchmark
    public void advance(Blackhole blackhole) {
        for (ElastiCacheMock mock : mocks) {
            blackhole.consume(mock.clock().advance(DELAY));
        }
    }

    /** A mock with transitions a millisecond apart. */
    private static ElastiCacheMock scheduling(int transitions) {
        int groups = transitions / INGRESS_PER_GROUP;
        ElastiCacheMock mock = ElastiCacheMock.builder()
                .quotas(Quotas.documented().with(Quota.CACHE_SECURITY_GROUPS, groups + 1))
                .ingressDelay(DELAY)
                .build();
        ElastiCacheClient client = mock.client();
        for (int number = 0; number < groups; number++) {
            String name = "group-" + number;
            client.createCacheSecurityGroup(
                    group -> group.cacheSecurityGroupName(name).description(name));
        }
        for (int number = 0; number < transitions; number++) {
            // Group by group, as a deployment opens one cache after the other.
            String group = "group-" + number / INGRESS_PER_GROUP;
            String tier = "tier-" + number % INGRESS_PER_GROUP;
            client.authorizeCacheSecurityGroupIngress(ingress -> ingress.cacheSecurityGroupName(group)
                    .ec2SecurityGroupName(tier)
                    .ec2SecurityGroupOwnerId("987654321021"));
            mock.clock().advance(Duration.ofMillis(1));
        }
        return mock;
    }
}
