package io.github.mockelasticache.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.regions.Region;
import tools.jackson.databind.JsonNode;

/** The user guide's topic "Authorizing Network Access to an Amazon EC2 Security Group", with the tools that it names. */
class UserGuidePageTest {

    /**
     * "For Linux, macOS, or Unix". The form for Windows is left out: it differs in the caret by which cmd.exe continues a line,
     * and hands the same arguments to the same program.
     */
    private static final String COMMAND = """
            aws elasticache authorize-cache-security-group-ingress \\
                --cache-security-group-name default  \\
                --ec2-security-group-name myec2group \\
                --ec2-security-group-owner-id 987654321021
            """;

    /** "The command should produce output similar to the following". */
    private static final JsonNode OUTPUT = Json.parse("""
            {
                "CacheSecurityGroup": {
                    "OwnerId": "OwnerId",
                    "CacheSecurityGroupName": "CacheSecurityGroupName",
                    "Description": "Description",
                    "EC2SecurityGroups": [
                        {
                            "Status": "available",
                            "EC2SecurityGroupName": "EC2SecurityGroupName",
                            "EC2SecurityGroupOwnerId": "EC2SecurityGroupOwnerId"
                        }
                    ]
                }
            }
            """);

    private static final Map<String, String> VALUES = Map.of(
            "OwnerId", "123456789012",
            "CacheSecurityGroupName", "default",
            "Description", "default",
            "EC2SecurityGroupName", "myec2group",
            "EC2SecurityGroupOwnerId", "987654321021");

    private static final PrintedRequest REQUEST = new PrintedRequest("""
            https://elasticache.us-west-2.amazonaws.com/
                ?Action=AuthorizeCacheSecurityGroupIngress
                &EC2SecurityGroupOwnerId=987654321021
                &EC2SecurityGroupName=myec2group
                &Version=2015-02-02
                &SignatureVersion=4
                &SignatureMethod=HmacSHA256
                &Timestamp=20150202T220302Z
                &X-Amz-Algorithm=AWS4-HMAC-SHA256
                &X-Amz-Date=20150202T220302Z
                &X-Amz-SignedHeaders=Host
                &X-Amz-Expires=20150202T220302Z
                &X-Amz-Credential=<credential>
                &X-Amz-Signature=<signature>
            """);

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.builder()
            .region(Region.US_WEST_2)
            .settledIngressStatus("available")
            .build();

    @TempDir
    private Path folder;

    @Test
    void the_command_gives_the_printed_output_and_the_printed_status_after_one_minute() {
        AwsCli aws = AwsCli.of(mock, folder);
        JsonNode printed = Json.filledIn(OUTPUT, VALUES).get("CacheSecurityGroup");

        JsonNode answer = aws.json(COMMAND);
        mock.clock().advance(Duration.ofSeconds(59));
        JsonNode early = described(aws);
        mock.clock().advance(Duration.ofSeconds(1));
        JsonNode settled = described(aws);

        assertThat(answer.propertyNames()).containsExactly("CacheSecurityGroup");
        JsonNode authorizing = Json.filledIn(printed, Map.of("available", "authorizing"));
        assertThat(Json.withoutArn(answer.get("CacheSecurityGroup"))).isEqualTo(authorizing);
        assertThat(Json.withoutArn(early)).isEqualTo(authorizing);
        assertThat(Json.withoutArn(settled)).isEqualTo(printed);
    }

    /** The example leaves out CacheSecurityGroupName, which the guide's own list and the API reference require. */
    @Test
    void the_API_request_as_printed_lacks_a_required_parameter() {
        HttpResponse<String> response = REQUEST.sendTo(mock.endpoint());

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(XmlLeaves.of(response.body()))
                .containsEntry("ErrorResponse/Error/Code", "InvalidParameterValue")
                .containsEntry(
                        "ErrorResponse/Error/Message",
                        "The parameter CacheSecurityGroupName must be provided and must not be null.");
    }

    @Test
    void the_API_request_is_answered_with_the_parameter_that_it_lacks() {
        HttpResponse<String> response = REQUEST.with("&Version=", "&CacheSecurityGroupName=default&Version=")
                .sendTo(mock.endpoint());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(XmlLeaves.of(response.body()))
                .containsEntry(
                        "AuthorizeCacheSecurityGroupIngressResponse/AuthorizeCacheSecurityGroupIngressResult"
                                + "/CacheSecurityGroup/EC2SecurityGroups/EC2SecurityGroup/Status",
                        "authorizing");
    }

    private static JsonNode described(AwsCli aws) {
        return aws.json("aws elasticache describe-cache-security-groups --cache-security-group-name default")
                .at("/CacheSecurityGroups/0");
    }
}
