package io.github.mockelasticache.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.journal.RecordedCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The shell and Python snippets of the README, which are the files under samples/clients. */
class ReadmeClientsTest {

    private static final Path CLIENTS = Path.of("..", "samples", "clients");
    private static final String NO_CURL = "There is no curl on the PATH; install it (Debian: apt-get install curl).";
    private static final String[] CALLS = {
        "CreateCacheSecurityGroup", "AuthorizeCacheSecurityGroupIngress", "DescribeCacheSecurityGroups"
    };

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.create();

    @TempDir
    private Path folder;

    @Test
    void the_shell_snippet_shows_an_ingress_authorized_after_a_minute() throws IOException {
        assumeTrue(CleanRoom.has("curl"), NO_CURL);

        String printed = AwsCli.of(mock, folder)
                .run("set -e\n" + Files.readString(CLIENTS.resolve("ingress.sh")))
                .outputOfSuccess();

        assertThat(printed.indexOf("authorizing")).isBetween(0, printed.indexOf("\"now\": \"2025-01-01T00:01:00Z\""));
        assertThat(printed.lastIndexOf("authorized")).isGreaterThan(printed.indexOf("\"now\""));
        assertThat(mock.journal()).extracting(RecordedCall::operation).containsExactly(CALLS);
    }

    @Test
    void the_Python_snippet_finds_an_ingress_authorized_after_a_minute() throws IOException {
        Boto3.of(mock, folder).answers(Files.readString(CLIENTS.resolve("ingress.py")));

        assertThat(mock.journal()).extracting(RecordedCall::operation).containsExactly(CALLS);
    }

    @Test
    void the_mocks_state_lists_resources_as_the_CLI_does() throws IOException {
        assumeTrue(CleanRoom.has("curl"), NO_CURL);
        AwsCli aws = AwsCli.of(mock, folder);
        aws.run(Files.readString(CLIENTS.resolve("ingress.sh"))).outputOfSuccess();

        JsonNode state =
                Json.parse(aws.run("curl -sS \"$MOCK_ENDPOINT/_mock/state\"").outputOfSuccess());

        assertThat(state.at("/regions/us-east-1/CacheSecurityGroups"))
                .isEqualTo(aws.json("aws elasticache describe-cache-security-groups")
                        .get("CacheSecurityGroups"));
    }
}
