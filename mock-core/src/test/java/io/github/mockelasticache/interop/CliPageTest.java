package io.github.mockelasticache.interop;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.testing.Groups;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The page "authorize-cache-security-group-ingress" of the AWS CLI's reference: its synopsis, options and output. */
class CliPageTest {

    private static final String SYNOPSIS = """
              authorize-cache-security-group-ingress
            --cache-security-group-name <value>
            --ec2-security-group-name <value>
            --ec2-security-group-owner-id <value>
            [--cli-input-json <value>]
            [--generate-cli-skeleton <value>]
            """;

    /** The section "Output". */
    private static final JsonNode OUTPUT = Json.parse("""
            {"CacheSecurityGroup": {
                "OwnerId": "", "CacheSecurityGroupName": "", "Description": "",
                "EC2SecurityGroups": [
                    {"Status": "", "EC2SecurityGroupName": "", "EC2SecurityGroupOwnerId": ""}]}}
            """);

    private static final String AUTHORIZE = "aws elasticache authorize-cache-security-group-ingress ";

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.create();

    @TempDir
    private Path folder;

    @BeforeEach
    void a_group() {
        Groups.of(mock.client()).create("mygroup");
    }

    @Test
    void the_synopsis_with_values_gives_the_documented_output_and_the_settled_status_after_one_minute() {
        String commandLine = "aws elasticache"
                + SYNOPSIS.lines()
                        .filter(line -> !line.startsWith("["))
                        .collect(joining(" \\\n"))
                        .replace("cache-security-group-name <value>", "cache-security-group-name 'mygroup'")
                        .replace("ec2-security-group-name <value>", "ec2-security-group-name \"my \\\"ec2\\\" group\"")
                        .replace("owner-id <value>", "owner-id 987654321021");

        JsonNode answer = AwsCli.of(mock, folder).json(commandLine);

        assertThat(answer.propertyNames()).containsExactly("CacheSecurityGroup");
        JsonNode group = answer.get("CacheSecurityGroup");
        assertThat(Json.keysOf(Json.withoutArn(group))).isEqualTo(OUTPUT.get("CacheSecurityGroup"));
        assertThat(group.get("CacheSecurityGroupName").stringValue()).isEqualTo("mygroup");
        assertThat(group.at("/EC2SecurityGroups/0/Status").stringValue()).isEqualTo("authorizing");
        mock.clock().settle();
        assertThat(Groups.of(mock.client()).ingressOf("mygroup"))
                .containsExactly("my \"ec2\" group/987654321021 authorized");
    }

    /** "If other arguments are provided on the command line, the CLI values will override the JSON-provided values." */
    @Test
    void input_from_JSON_is_overridden_by_values_on_the_command_line() {
        JsonNode answer = AwsCli.of(mock, folder).json(AUTHORIZE + """
                --ec2-security-group-name overridden --cli-input-json '{
                    "CacheSecurityGroupName": "mygroup",
                    "EC2SecurityGroupName": "myec2group",
                    "EC2SecurityGroupOwnerId": "987654321021"
                }'""");

        assertThat(answer.at("/CacheSecurityGroup/EC2SecurityGroups/0/EC2SecurityGroupName")
                        .stringValue())
                .isEqualTo("overridden");
        assertThat(Groups.of(mock.client()).ingressOf("mygroup"))
                .containsExactly("overridden/987654321021 authorizing");
    }

    /** "Prints a JSON skeleton to standard output without sending an API request", for use as --cli-input-json. */
    @Test
    void the_generated_skeleton_is_taken_as_input_once_it_is_filled_in() throws IOException {
        AwsCli aws = AwsCli.of(mock, folder);

        JsonNode skeleton = aws.json(AUTHORIZE + "--generate-cli-skeleton");

        assertThat(skeleton).isEqualTo(Json.parse("""
                {"CacheSecurityGroupName": "", "EC2SecurityGroupName": "", "EC2SecurityGroupOwnerId": ""}
                """));
        assertThat(Groups.of(mock.client()).ingressOf("mygroup")).isEmpty();

        Path input = folder.resolve("input.json");
        Files.writeString(input, filledIn(skeleton).toString());
        aws.json(AUTHORIZE + "--cli-input-json file://" + input);

        assertThat(Groups.of(mock.client()).ingressOf("mygroup"))
                .containsExactly("myec2group/987654321021 authorizing");
    }

    /** "If provided with the value output, it validates the command inputs and returns a sample output JSON." */
    @Test
    void the_real_output_has_the_keys_of_the_generated_sample_output() {
        AwsCli aws = AwsCli.of(mock, folder);
        String command = AUTHORIZE
                + "--cache-security-group-name mygroup --ec2-security-group-name myec2group"
                + " --ec2-security-group-owner-id 987654321021";

        JsonNode sample = aws.json(command + " --generate-cli-skeleton output");
        JsonNode real = aws.json(command);

        assertThat(Json.keysOf(real)).isEqualTo(Json.keysOf(sample));
    }

    private static JsonNode filledIn(JsonNode skeleton) {
        JsonNode copy = skeleton.deepCopy();
        Map.of(
                        "CacheSecurityGroupName", "mygroup",
                        "EC2SecurityGroupName", "myec2group",
                        "EC2SecurityGroupOwnerId", "987654321021")
                .forEach(copy.asObject()::put);
        return copy;
    }
}
