package io.github.mockelasticache.benchmarks;

import io.github.mockelasticache.ElastiCacheMock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.ElastiCacheClientBuilder;
import software.amazon.awssdk.services.elasticache.model.DescribeCacheSecurityGroupsRequest;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * The same call with the same answer, by each door. The SDK picks its default HTTP client, which is Apache's.
 *
 * <p>A call over the loopback is two threads that wake each other. On an idle virtual machine waking a processor that sleeps takes
 * longer than all else together, for any server, so a thread of its own keeps one awake: what is measured is the code.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init") // JMH runs the set-up before the first call.
public class DoorBenchmark {

    private static final DescribeCacheSecurityGroupsRequest DESCRIBE = DescribeCacheSecurityGroupsRequest.builder()
            .cacheSecurityGroupName("default")
            .build();

    private static final int WARM_UP_CALLS = 15_000;

    private final InTurn<Door> turns = new InTurn<>(List.of(Door.values()));
    private final Map<Door, ElastiCacheClient> clients = new EnumMap<>(Door.class);
    private final Thread awake = new Thread(DoorBenchmark::spin, "awake");
    private ElastiCacheMock mock;
    private PreparedBytes prepared;
    private ElastiCacheClient client;

    /**
     * Opens a mock and a client by each door, and makes the code compiled.
     *
     * @param blackhole takes the answers
     * @throws IOException if the loopback cannot be used
     * @throws InterruptedException never
     */
    @Setup(Level.Trial)
    public void open(Blackhole blackhole) throws IOException, InterruptedException {
        awake.setDaemon(true);
        awake.start();
        mock = ElastiCacheMock.create();
        prepared = new PreparedBytes(describedBy(mock.endpoint()));
        clients.put(Door.SERVED, mock.client());
        clients.put(
                Door.PREPARED_BYTES, builder().endpointOverride(prepared.uri()).build());
        // The client is bound to the mock where it is built.
        SdkAutoCloseable active = mock.activate();
        clients.put(Door.CAPTURED, builder().build());
        active.close();
        for (int call = 0; call < WARM_UP_CALLS; call++) {
            for (ElastiCacheClient each : clients.values()) {
                blackhole.consume(each.describeCacheSecurityGroups(DESCRIBE));
            }
        }
    }

    /** Takes the client whose turn it is, and makes sure that it gives the mock's answer. */
    @Setup(Level.Iteration)
    public void take() {
        client = Objects.requireNonNull(clients.get(turns.next()));
        if (!mock.client()
                .describeCacheSecurityGroups(DESCRIBE)
                .equalsBySdkFields(client.describeCacheSecurityGroups(DESCRIBE))) {
            throw new IllegalStateException("The clients do not answer the same.");
        }
    }

    /**
     * Closes all that was opened.
     *
     * @throws IOException if the loopback cannot be used
     */
    @TearDown(Level.Trial)
    public void close() throws IOException {
        awake.interrupt();
        clients.values().forEach(ElastiCacheClient::close);
        prepared.close();
        mock.close();
    }

    /**
     * One call: a group is described by name.
     *
     * @param blackhole takes the answer
     */
    @Benchmark
    public void describe(Blackhole blackhole) {
        blackhole.consume(client.describeCacheSecurityGroups(DESCRIBE));
    }

    private static void spin() {
        while (!Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
        }
    }

    private static ElastiCacheClientBuilder builder() {
        return ElastiCacheClient.builder()
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "any")));
    }

    private static String describedBy(URI endpoint) throws IOException, InterruptedException {
        URI call = endpoint.resolve(
                "/?Action=DescribeCacheSecurityGroups&CacheSecurityGroupName=default&Version=2015-02-02");
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(call).build(), BodyHandlers.ofString())
                .body();
    }
}
