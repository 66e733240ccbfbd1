package io.github.mockelasticache.interop;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.interop.CleanRoom.Ended;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;

/** The boto3 that is installed on this machine, of whatever version. */
final class Boto3 {

    private static final String BEFORE = """
            import contextlib, io, json, os, sys
            try:
                import boto3
            except ImportError:
                sys.exit(77)

            client = boto3.client('elasticache', endpoint_url=os.environ['MOCK_ENDPOINT'])
            answers = {}

            """;

    /** What the script ends with where there is no boto3; Python itself never does. */
    private static final int NO_BOTO3 = 77;

    private static final String AFTER = """

            print(json.dumps(answers, default=lambda moment: moment.isoformat()))
            """;

    private static final String REMEDY = "; install it (Debian: apt-get install python3-boto3).";

    private final CleanRoom room;

    private Boto3(CleanRoom room) {
        this.room = room;
    }

    static Boto3 of(ElastiCacheMock mock, Path folder) {
        assumeTrue(CleanRoom.has("python3"), "There is no python3 on the PATH" + REMEDY);
        return new Boto3(new CleanRoom(folder, mock.endpoint(), mock.region()));
    }

    /** Runs statements that find a {@code client} and leave what they got in {@code answers}. */
    JsonNode answers(String statements) {
        Ended script = room.run("python3", BEFORE + statements + AFTER);
        assumeTrue(script.exitStatus() != NO_BOTO3, "The python3 on the PATH has no boto3" + REMEDY);
        return Json.parse(script.outputOfSuccess());
    }
}
