package io.github.mockelasticache.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.testing.Program;
import io.github.mockelasticache.testing.Program.Ended;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.regions.Region;
import tools.jackson.databind.JsonNode;

/** The packaged program, with nothing beside it on the class path. */
@Timeout(120)
class StandaloneJarIT {

    private static final String JAR = System.getProperty("standalone.jar");
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final int SIGTERM = 128 + 15;

    @TempDir
    private Path folder;

    @Test
    void it_has_all_that_it_needs_inside() throws Exception {
        try (Program program = start()) {
            URI endpoint = program.endpoint();
            HttpClient http = HttpClient.newHttpClient();

            HttpResponse<String> settled = http.send(
                    HttpRequest.newBuilder(endpoint.resolve("/_mock/settle"))
                            .POST(BodyPublishers.noBody())
                            .build(),
                    BodyHandlers.ofString());

            assertThat(Json.parse(settled.body()))
                    .isEqualTo(Json.parse("{\"now\": \"2025-01-01T00:00:00Z\", \"fired\": []}"));
            assertThat(program.stop().end()).isEqualTo(new Ended(SIGTERM, "", ""));
        }
    }

    @Test
    void it_serves_the_AWS_CLI() throws Exception {
        try (Program program = start()) {
            AwsCli aws = AwsCli.at(program.endpoint(), Region.EU_WEST_1, folder);

            JsonNode created = aws.json("aws elasticache create-cache-security-group"
                    + " --cache-security-group-name mygroup --description \"My security group\"");

            assertThat(created.at("/CacheSecurityGroup/ARN").stringValue())
                    .isEqualTo("arn:aws:elasticache:eu-west-1:123456789012:securitygroup:mygroup");
        }
    }

    @Test
    void the_READMEs_command_starts_it() throws Exception {
        List<String> command = List.of(Files.readString(ROOT.resolve("samples/clients/standalone.sh"))
                .strip()
                .split(" ", -1));
        assertThat(command).startsWith("java", "-jar");
        assertThat(ROOT.resolve(command.get(2))).hasSameBinaryContentAs(Path.of(JAR));

        List<String> arguments = new ArrayList<>(List.of("-jar", JAR));
        arguments.addAll(command.subList(3, command.size()));
        try (Program program = Program.start(folder, arguments)) {
            assertThat(program.endpoint()).hasHost("127.0.0.1");
        }
    }

    private Program start() throws Exception {
        return Program.start(folder, List.of("-jar", JAR, "--port", "0"));
    }
}
