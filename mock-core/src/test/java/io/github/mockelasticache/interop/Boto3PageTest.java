package io.github.mockelasticache.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.testing.Groups;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The page "authorize_cache_security_group_ingress" of the reference of boto3. */
class Boto3PageTest {

    private static final String EXAMPLE = """
            response = client.authorize_cache_security_group_ingress(
                CacheSecurityGroupName='my-sec-grp',
                EC2SecurityGroupName='my-ec2-sec-grp',
                EC2SecurityGroupOwnerId='1234567890',
            )

            print(response)
            """;

    /** "Response Syntax". */
    private static final String RESPONSE_SYNTAX = """
            {
                'CacheSecurityGroup': {
                    'OwnerId': 'string',
                    'CacheSecurityGroupName': 'string',
                    'Description': 'string',
                    'EC2SecurityGroups': [
                        {
                            'Status': 'string',
                            'EC2SecurityGroupName': 'string',
                            'EC2SecurityGroupOwnerId': 'string'
                        },
                    ],
                    'ARN': 'string'
                }
            }
            """;

    /** "Expected Output". */
    private static final String EXPECTED_OUTPUT = """
            {
                'ResponseMetadata': {
                    '...': '...',
                },
            }
            """;

    /** "Request Syntax", whose third 'string' is no account number. */
    private static final String REQUEST_SYNTAX = """
            response = client.authorize_cache_security_group_ingress(
                CacheSecurityGroupName='string',
                EC2SecurityGroupName='string',
                EC2SecurityGroupOwnerId='string'
            )
            """;

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.create();

    @TempDir
    private Path folder;

    @Test
    void the_page_runs_as_printed() {
        Groups.of(mock.client()).create("my-sec-grp");
        Groups.of(mock.client()).create("string");
        Boto3 boto3 = Boto3.of(mock, folder);

        JsonNode page = boto3.answers("""
                import ast

                printed = io.StringIO()
                with contextlib.redirect_stdout(printed):
                %s
                answers['printed'] = ast.literal_eval(printed.getvalue())
                answers['documented'] = ast.literal_eval(%s) | ast.literal_eval(%s)
                try:
                %s
                except client.exceptions.InvalidParameterValueException as refused:
                    answers['refused'] = refused.response
                """.formatted(
                        EXAMPLE.indent(4),
                        tripleQuoted(RESPONSE_SYNTAX),
                        tripleQuoted(EXPECTED_OUTPUT),
                        REQUEST_SYNTAX.indent(4)));
        mock.clock().advance(Duration.ofMinutes(1));
        JsonNode settled = boto3.answers("""
                answers['groups'] = client.describe_cache_security_groups(
                    CacheSecurityGroupName='my-sec-grp')['CacheSecurityGroups']
                """).at("/groups/0");

        JsonNode answer = page.get("printed");
        JsonNode group = answer.get("CacheSecurityGroup");
        assertThat(answer.propertyNames())
                .containsExactlyInAnyOrderElementsOf(page.get("documented").propertyNames());
        assertThat(Json.keysOf(group)).isEqualTo(Json.keysOf(page.at("/documented/CacheSecurityGroup")));
        assertThat(group.get("CacheSecurityGroupName").stringValue()).isEqualTo("my-sec-grp");
        assertThat(group.get("Description").stringValue()).isEqualTo("the group my-sec-grp");
        assertThat(group.get("ARN").stringValue())
                .isEqualTo("arn:aws:elasticache:us-east-1:123456789012:securitygroup:my-sec-grp");
        assertThat(group.get("EC2SecurityGroups")).isEqualTo(ingress("authorizing"));
        assertThat(answer.at("/ResponseMetadata/HTTPStatusCode").intValue()).isEqualTo(200);
        assertThat(answer.at("/ResponseMetadata/RetryAttempts").intValue()).isZero();
        assertThat(answer.at("/ResponseMetadata/RequestId").stringValue()).hasSize(36);
        assertThat(page.at("/refused/Error/Message").stringValue()).contains("EC2SecurityGroupOwnerId");
        assertThat(settled.get("EC2SecurityGroups")).isEqualTo(ingress("authorized"));
    }

    private static JsonNode ingress(String status) {
        return Json.parse("""
                [{"Status": "%s", "EC2SecurityGroupName": "my-ec2-sec-grp", "EC2SecurityGroupOwnerId": "1234567890"}]
                """.formatted(status));
    }

    private static String tripleQuoted(String text) {
        return "\"\"\"" + text + "\"\"\"";
    }
}
