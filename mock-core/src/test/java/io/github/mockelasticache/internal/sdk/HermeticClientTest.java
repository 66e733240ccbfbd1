package io.github.mockelasticache.internal.sdk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.elasticache.ElastiCacheAsyncClient;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;

/** Served clients run in a JVM whose home folder, environment and system properties are full of traps. */
class HermeticClientTest {

    /** What a file in the home folder would be refused for, if the SDK read it. */
    private static final String NOT_A_PROFILE_FILE = "this is no profile file";

    @Test
    void nothing_of_the_users_machine_is_read(@TempDir Path home) throws Exception {
        Path aws = Files.createDirectory(home.resolve(".aws"));
        Path config = Files.writeString(aws.resolve("config"), NOT_A_PROFILE_FILE);
        Path credentials = Files.writeString(aws.resolve("credentials"), NOT_A_PROFILE_FILE);
        try (ServerSocket metadataService = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            String trap = "http://127.0.0.1:" + metadataService.getLocalPort();

            String printed = runIn(
                    home,
                    Map.ofEntries(
                            Map.entry("HOME", home.toString()),
                            Map.entry("AWS_CONFIG_FILE", config.toString()),
                            Map.entry("AWS_SHARED_CREDENTIALS_FILE", credentials.toString()),
                            Map.entry("AWS_PROFILE", "trap"),
                            Map.entry("AWS_REGION", "eu-west-3"),
                            Map.entry("AWS_DEFAULT_REGION", "eu-west-3"),
                            Map.entry("AWS_ENDPOINT_URL", trap),
                            Map.entry("AWS_ENDPOINT_URL_ELASTICACHE", "not a URL"),
                            Map.entry("AWS_RETRY_MODE", "trap"),
                            Map.entry("AWS_MAX_ATTEMPTS", "trap"),
                            Map.entry("AWS_DEFAULTS_MODE", "trap"),
                            Map.entry("AWS_USE_DUALSTACK_ENDPOINT", "trap"),
                            Map.entry("AWS_USE_FIPS_ENDPOINT", "trap"),
                            Map.entry("AWS_EC2_METADATA_SERVICE_ENDPOINT", trap),
                            Map.entry("AWS_CONTAINER_CREDENTIALS_FULL_URI", trap),
                            Map.entry("AWS_WEB_IDENTITY_TOKEN_FILE", config.toString()),
                            Map.entry("AWS_ROLE_ARN", "trap")));

            assertThat(printed).isEqualTo(calls());
            assertThat(connectionsTo(metadataService)).isZero();
        }
    }

    /** Makes some calls with each kind of client, and prints what comes back. */
    public static void main(String[] arguments) {
        System.out.print(calls());
    }

    private static String calls() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (ElastiCacheMock mock = ElastiCacheMock.create();
                PrintStream out = new PrintStream(printed, false, UTF_8)) {
            List<ElastiCacheClient> clients = List.of(
                    mock.client(), mock.configure(ElastiCacheClient.builder()).build());
            for (ElastiCacheClient client : clients) {
                out.println(client.describeCacheSecurityGroups(all -> {}));
            }
            List<ElastiCacheAsyncClient> asyncClients = List.of(
                    mock.asyncClient(),
                    mock.configure(ElastiCacheAsyncClient.builder()).build());
            for (ElastiCacheAsyncClient client : asyncClients) {
                out.println(client.describeCacheSecurityGroups(all -> {})
                        .join()
                        .responseMetadata()
                        .requestId());
            }
        }
        return printed.toString(UTF_8);
    }

    private static String runIn(Path home, Map<String, String> environment) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Duser.home=" + home,
                "-cp",
                System.getProperty("java.class.path"),
                HermeticClientTest.class.getName()));
        Path printed = home.resolve("printed");
        Path complaints = home.resolve("complaints");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectOutput(printed.toFile())
                .redirectError(complaints.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        int exitStatus = builder.start().waitFor();
        assertThat(exitStatus).as(Files.readString(complaints)).isZero();
        return Files.readString(printed);
    }

    private static int connectionsTo(ServerSocket server) throws Exception {
        server.setSoTimeout((int) Duration.ofMillis(1).toMillis());
        int connections = 0;
        try {
            while (true) {
                server.accept().close();
                connections++;
            }
        } catch (SocketTimeoutException noMore) {
            return connections;
        }
    }
}
