package io.github.mockelasticache.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.testing.Groups;
import io.github.mockelasticache.testing.Program;
import io.github.mockelasticache.testing.Program.Ended;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CacheSecurityGroup;

/** The mock as a program of its own. */
@Timeout(120)
class StandaloneTest {

    private static final int SIGTERM = 128 + 15;

    @TempDir
    private Path folder;

    @Test
    void it_prints_its_address_serves_clients_and_stops_when_it_is_told_to() throws Exception {
        try (Program program = start()) {
            URI endpoint = program.endpoint();
            try (ElastiCacheClient client = client(endpoint)) {
                assertThat(Groups.of(client).names()).containsExactly("default");
            }

            Ended ended = program.stop().end();

            assertThat(ended).isEqualTo(new Ended(SIGTERM, "", ""));
            Assertions.assertThatExceptionOfType(ConnectException.class)
                    .isThrownBy(() -> post(endpoint + "/_mock/settle"));
        }
    }

    @Test
    void its_options_are_settings_of_the_mock() throws Exception {
        try (Program program = start(
                "--account-id=210987654321",
                "--region",
                "eu-central-1",
                "--start",
                "2030-06-01T12:00:00Z",
                "--clock",
                "instant",
                "--platform",
                "ec2-classic",
                "--port",
                "0")) {
            URI endpoint = program.endpoint();
            try (ElastiCacheClient client = client(endpoint)) {
                client.authorizeCacheSecurityGroupIngress(ingress -> ingress.cacheSecurityGroupName("default")
                        .ec2SecurityGroupName("web")
                        .ec2SecurityGroupOwnerId("987654321021"));

                CacheSecurityGroup group = Groups.of(client).all().get(0);

                assertThat(group.arn()).startsWith("arn:aws:elasticache:us-east-1:210987654321:");
                assertThat(group.ec2SecurityGroups().get(0).status()).isEqualTo("authorized");
            }
            assertThat(post(endpoint + "/?Action=DescribeCacheSecurityGroups&Version=2015-02-02"))
                    .contains("arn:aws:elasticache:eu-central-1:210987654321:");
            assertThat(post(endpoint + "/_mock/advance?seconds=60")).contains("2030-06-01T12:01:00Z");
        }
    }

    @Test
    void a_port_that_is_taken_is_named() throws Exception {
        try (Program first = start()) {
            int port = first.endpoint().getPort();
            try (Program second = start("--port", String.valueOf(port))) {
                Ended ended = second.end();

                assertThat(ended.exitStatus()).isEqualTo(1);
                assertThat(ended.output()).isEmpty();
                assertThat(ended.complaints()).startsWith("The mock could not open port " + port + " on 127.0.0.1: ");
            }
        }
    }

    @Test
    void help_lists_the_options() throws Exception {
        try (Program program = start("--port", "0", "--help")) {
            Ended ended = program.end();

            assertThat(ended.exitStatus()).isZero();
            assertThat(ended.complaints()).isEmpty();
            assertThat(ended.output())
                    .startsWith("Usage: java -jar ")
                    .contains(
                            "--port PORT", "--region REGION", "--account-id DIGITS", "--start INSTANT", "--clock MODE")
                    .contains("manual, polled, instant, real-time")
                    .contains("--time-factor NUMBER", "--platform PLATFORM", "--help");
        }
    }

    @Test
    void what_it_does_not_understand_ends_it_with_status_2_and_a_hint() throws Exception {
        try (Program program = start("--colour", "red")) {
            assertThat(program.end())
                    .isEqualTo(new Ended(
                            2, "", "There is no option --colour.%nTry --help for the options.%n".formatted()));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--port | --port needs a value.",
                "--port=x | --port: \"x\" is not a whole number.",
                "--port=65536 | --port: The endpointPort must be 0 for a free port, or 1 to 65535, but is 65536.",
                "--region=nowhere | --region: The region nowhere is not one that the AWS SDK knows; use the id of a region such as us-east-1 or eu-central-1.",
                "--account-id=1 | --account-id: The accountId must be an AWS account number of twelve digits, for example 123456789012, but is \"1\".",
                "--start=today | --start: \"today\" is not an instant such as 2025-01-01T00:00:00Z.",
                "--clock=fast | --clock: \"fast\" is not one of manual, polled, instant, real-time.",
                "--time-factor=x | --time-factor: \"x\" is not a number.",
                "--time-factor=0 | --time-factor: The timeFactor must be above 0, and up to 1000000, for example 60 for a virtual minute in each second, but is 0.0.",
                "--platform=moon | --platform: \"moon\" is not one of ec2-classic, vpc-only.",
                "-p=1 | There is no option -p.",
                "8080 | There is no option 8080.",
            })
    void an_option_that_does_not_fit_is_named_with_the_fix(String argument, String message) {
        Assertions.assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.builder(new String[] {argument}))
                .withMessage(message);
    }

    private Program start(String... options) throws IOException {
        List<String> arguments = List.of("-cp", System.getProperty("java.class.path"), Standalone.class.getName());
        return Program.start(
                folder, Stream.concat(arguments.stream(), Stream.of(options)).toList());
    }

    private static ElastiCacheClient client(URI endpoint) {
        return ElastiCacheClient.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "any")))
                .build();
    }

    private static String post(String address) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address))
                                .POST(BodyPublishers.noBody())
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }
}
