package io.github.mockelasticache.benchmarks;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.time.ClockMode;
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
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.AuthorizeCacheSecurityGroupIngressRequest;
import software.amazon.awssdk.services.elasticache.model.AuthorizeCacheSecurityGroupIngressResponse;
import software.amazon.awssdk.services.elasticache.model.DescribeCacheSecurityGroupsRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeCacheSecurityGroupsResponse;
import software.amazon.awssdk.services.elasticache.model.RevokeCacheSecurityGroupIngressRequest;
import software.amazon.awssdk.services.elasticache.model.RevokeCacheSecurityGroupIngressResponse;

/**
 * The same calls with the same answers, whoever gives them.
 *
 * <p>The requests are built beforehand: building them costs the same on every side, and would bring the sides closer together.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init") // JMH runs the set-up before the first call.
public class CallBenchmark {

    private static final String GROUP = "shop-cache";
    private static final String OWNER = "987654321021";

    private static final AuthorizeCacheSecurityGroupIngressRequest AUTHORIZE =
            AuthorizeCacheSecurityGroupIngressRequest.builder()
                    .cacheSecurityGroupName(GROUP)
                    .ec2SecurityGroupName("web-tier")
                    .ec2SecurityGroupOwnerId(OWNER)
                    .build();
    private static final RevokeCacheSecurityGroupIngressRequest REVOKE =
            RevokeCacheSecurityGroupIngressRequest.builder()
                    .cacheSecurityGroupName(GROUP)
                    .ec2SecurityGroupName("web-tier")
                    .ec2SecurityGroupOwnerId(OWNER)
                    .build();
    private static final DescribeCacheSecurityGroupsRequest DESCRIBE = DescribeCacheSecurityGroupsRequest.builder()
            .cacheSecurityGroupName(GROUP)
            .build();

    private static final int WARM_UP_TURNS = 18;
    private static final int WARM_UP_CALLS = 1_000;

    private final InTurn<AnsweredBy> turns = new InTurn<>(List.of(AnsweredBy.values()));
    private ElastiCacheMock mock;
    private ElastiCacheClient changing;
    private ElastiCacheClient describing;

    /**
     * Makes the code compiled: by a number of calls and not in a span of time, for the machine may be busy.
     *
     * @param blackhole takes the answers
     */
    @Setup(Level.Trial)
    public void warmUp(Blackhole blackhole) {
        for (int turn = 0; turn < WARM_UP_TURNS; turn++) {
            open();
            for (int call = 0; call < WARM_UP_CALLS; call++) {
                ingress(blackhole);
                describe(blackhole);
            }
            close();
        }
    }

    /**
     * Opens a fresh mock, in which the group lets one other tier in, and the clients whose turn it is; and makes sure that they
     * give the mock's answers. Fresh for each iteration: a mock keeps a history, which grows with every change.
     */
    @Setup(Level.Iteration)
    public void open() {
        // A change takes effect within its call, so that the ingress can be revoked by the next call.
        mock = ElastiCacheMock.builder().clockMode(ClockMode.INSTANT).build();
        ElastiCacheClient served = mock.configure(ElastiCacheClient.builder()).build();
        served.createCacheSecurityGroup(
                group -> group.cacheSecurityGroupName(GROUP).description("The cache of the shop"));
        served.authorizeCacheSecurityGroupIngress(ingress -> ingress.cacheSecurityGroupName(GROUP)
                .ec2SecurityGroupName("job-tier")
                .ec2SecurityGroupOwnerId(OWNER));
        AuthorizeCacheSecurityGroupIngressResponse authorized = served.authorizeCacheSecurityGroupIngress(AUTHORIZE);
        RevokeCacheSecurityGroupIngressResponse revoked = served.revokeCacheSecurityGroupIngress(REVOKE);
        DescribeCacheSecurityGroupsResponse described = served.describeCacheSecurityGroups(DESCRIBE);

        switch (turns.next()) {
            case MOCK -> {
                changing = served;
                describing = served;
            }
            case PIPELINE_ALONE -> {
                changing = PrebuiltAnswers.client(mock, List.of(authorized, revoked));
                describing = PrebuiltAnswers.client(mock, List.of(described));
            }
            case CANNED_XML -> {
                changing = CannedXml.client(List.of(
                        CannedXml.changed("AuthorizeCacheSecurityGroupIngress", authorized.cacheSecurityGroup()),
                        CannedXml.changed("RevokeCacheSecurityGroupIngress", revoked.cacheSecurityGroup())));
                describing = CannedXml.client(List.of(
                        CannedXml.described(described.cacheSecurityGroups().get(0))));
            }
        }
        requireSame(authorized, changing.authorizeCacheSecurityGroupIngress(AUTHORIZE));
        requireSame(revoked, changing.revokeCacheSecurityGroupIngress(REVOKE));
        requireSame(described, describing.describeCacheSecurityGroups(DESCRIBE));
    }

    /** Closes the mock and the clients. */
    @TearDown(Level.Iteration)
    public void close() {
        changing.close();
        describing.close();
        mock.close();
    }

    /**
     * Two calls: an ingress is authorized, and revoked.
     *
     * @param blackhole takes the answers
     */
    @Benchmark
    public void ingress(Blackhole blackhole) {
        blackhole.consume(changing.authorizeCacheSecurityGroupIngress(AUTHORIZE));
        blackhole.consume(changing.revokeCacheSecurityGroupIngress(REVOKE));
    }

    /**
     * One call: a group is described by name.
     *
     * @param blackhole takes the answer
     */
    @Benchmark
    public void describe(Blackhole blackhole) {
        blackhole.consume(describing.describeCacheSecurityGroups(DESCRIBE));
    }

    /** Request ids differ; they are no field of the model. */
    private static void requireSame(SdkResponse expected, SdkResponse actual) {
        if (!expected.equalsBySdkFields(actual)) {
            throw new IllegalStateException("Every client was to answer " + expected + ", but one answers " + actual);
        }
    }
}
