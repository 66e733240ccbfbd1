package io.github.mockelasticache.benchmarks;

import io.github.mockelasticache.ElastiCacheMock;
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
import org.openjdk.jmh.infra.Blackhole;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.profiles.ProfileFileSystemSetting;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;

/** What a test pays before its first call and after its last one. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init") // JMH runs the set-up before the first call.
public class CreationBenchmark {

    /** What is created and closed. */
    enum Created {
        MOCK_WITH_CLIENT,

        /** A client as production code builds it, with the SDK's default HTTP client. */
        PLAIN_CLIENT
    }

    private static final List<String> PROFILE_FILES = List.of(
            ProfileFileSystemSetting.AWS_CONFIG_FILE.property(),
            ProfileFileSystemSetting.AWS_SHARED_CREDENTIALS_FILE.property());

    private static final int WARM_UP_CREATIONS = 6_000;

    private final InTurn<Created> turns = new InTurn<>(List.of(Created.values()));
    private Created created;

    /**
     * Makes the code compiled.
     *
     * @param blackhole takes the clients
     */
    @Setup(Level.Trial)
    public void warmUp(Blackhole blackhole) {
        for (Created ignored : Created.values()) {
            turn();
            for (int number = 0; number < WARM_UP_CREATIONS; number++) {
                create(blackhole);
            }
        }
    }

    /**
     * Creates what is next in turn. The plain client looks for profile files and finds none: neither this machine's nor the
     * time that reading them takes belong into the figure. A mock sees to that by itself.
     */
    @Setup(Level.Iteration)
    public void turn() {
        created = turns.next();
        if (created == Created.PLAIN_CLIENT) {
            PROFILE_FILES.forEach(property -> System.setProperty(property, "target/no-profile-file"));
        } else {
            PROFILE_FILES.forEach(System::clearProperty);
        }
    }

    /**
     * One creation, and the closing.
     *
     * @param blackhole takes the client
     */
    @Benchmark
    public void create(Blackhole blackhole) {
        switch (created) {
            case MOCK_WITH_CLIENT -> {
                try (ElastiCacheMock mock = ElastiCacheMock.create()) {
                    blackhole.consume(mock.client());
                }
            }
            case PLAIN_CLIENT -> {
                try (ElastiCacheClient client = ElastiCacheClient.builder()
                        .region(Region.US_EAST_1)
                        .credentialsProvider(
                                StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                        .build()) {
                    blackhole.consume(client);
                }
            }
        }
    }
}
