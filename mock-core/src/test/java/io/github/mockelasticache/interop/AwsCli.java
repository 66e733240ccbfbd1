package io.github.mockelasticache.interop;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.interop.CleanRoom.Ended;
import java.net.URI;
import java.nio.file.Path;
import software.amazon.awssdk.regions.Region;
import tools.jackson.databind.JsonNode;

/** The AWS CLI that is installed on this machine, of whatever version, in a Unix shell. */
final class AwsCli {

    /** An option and not AWS_ENDPOINT_URL, which the versions that Linux distributions carry do not know. */
    private static final String AT_THE_ENDPOINT = """
            aws() {
              command aws --endpoint-url "$MOCK_ENDPOINT" "$@"
            }
            """;

    private final CleanRoom room;

    private AwsCli(CleanRoom room) {
        this.room = room;
    }

    static AwsCli of(ElastiCacheMock mock, Path folder) {
        return at(mock.endpoint(), mock.region(), folder);
    }

    static AwsCli at(URI endpoint, Region region, Path folder) {
        assumeTrue(
                CleanRoom.has("aws") && CleanRoom.has("bash"),
                "There is no aws or no bash on the PATH; install the AWS CLI (Debian: apt-get install awscli).");
        return new AwsCli(new CleanRoom(folder, endpoint, region));
    }

    /** Runs a command line as it is, quotes and line continuations included. */
    Ended run(String commandLine) {
        return room.run("bash", AT_THE_ENDPOINT + commandLine + "\n");
    }

    /** The JSON that a successful command prints. */
    JsonNode json(String commandLine) {
        return Json.parse(run(commandLine).outputOfSuccess());
    }
}
