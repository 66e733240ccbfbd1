package io.github.mockelasticache.interop;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.internal.wire.LazyEndpoint;
import io.github.mockelasticache.interop.CleanRoom.Ended;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Each error of AuthorizeCacheSecurityGroupIngress, as the API answers it, the AWS CLI prints it and boto3 raises it. */
class DocumentedErrorsTest {

    private static final String REQUEST_ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    @AutoClose
    private final ElastiCacheMock mock = DocumentedError.mock();

    @AutoClose
    private final LazyEndpoint incompatible = DocumentedError.incompatible();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void the_API_answers_with_code_and_HTTP_status(DocumentedError error) {
        HttpResponse<String> response = new PrintedRequest("?Action=AuthorizeCacheSecurityGroupIngress"
                        + "&CacheSecurityGroupName=" + error.cacheSecurityGroupName()
                        + "&EC2SecurityGroupName=" + error.ec2SecurityGroupName()
                        + "&EC2SecurityGroupOwnerId=" + error.ec2SecurityGroupOwnerId()
                        + "&Version=2015-02-02")
                .sendTo(endpointOf(error));

        assertThat(response.statusCode()).isEqualTo(error.httpStatus());
        assertThat(XmlLeaves.namespaceOf(response.body()))
                .isEqualTo("http://elasticache.amazonaws.com/doc/2015-02-02/");
        Map<String, String> answer = XmlLeaves.of(response.body());
        assertThat(answer)
                .containsOnlyKeys(
                        "ErrorResponse/Error/Type",
                        "ErrorResponse/Error/Code",
                        "ErrorResponse/Error/Message",
                        "ErrorResponse/RequestId")
                .containsEntry("ErrorResponse/Error/Type", "Sender")
                .containsEntry("ErrorResponse/Error/Code", error.code());
        assertThat(answer.get("ErrorResponse/RequestId")).matches(REQUEST_ID);
    }

    /** Older versions end with exit status 255 where newer ones end with 254. */
    @ParameterizedTest
    @EnumSource
    void the_CLI_prints_code_operation_and_message(DocumentedError error) {
        Ended cli = AwsCli.at(endpointOf(error), mock.region(), folder)
                .run("aws elasticache authorize-cache-security-group-ingress"
                        + " --cache-security-group-name " + error.cacheSecurityGroupName()
                        + " --ec2-security-group-name " + error.ec2SecurityGroupName()
                        + " --ec2-security-group-owner-id " + error.ec2SecurityGroupOwnerId());

        assertThat(cli.exitStatus()).isIn(254, 255);
        assertThat(cli.output()).isEmpty();
        assertThat(cli.errors())
                .containsPattern("An error occurred \\(" + error.code()
                        + "\\) when calling the AuthorizeCacheSecurityGroupIngress operation: \\S.+");
    }

    @Test
    void boto3_raises_the_modelled_exception_of_each() {
        DocumentedError[] errors = DocumentedError.values();

        JsonNode raised = Boto3.of(mock, folder)
                .answers(Stream.of(errors).map(this::catching).collect(joining("\n")));

        assertThat(errors).allSatisfy(error -> {
            JsonNode response = raised.get(error.code()).get("response");
            assertThat(response.at("/Error/Type").stringValue()).isEqualTo("Sender");
            assertThat(response.at("/Error/Code").stringValue()).isEqualTo(error.code());
            assertThat(response.at("/ResponseMetadata/HTTPStatusCode").intValue())
                    .isEqualTo(error.httpStatus());
            assertThat(response.at("/ResponseMetadata/RequestId").stringValue()).matches(REQUEST_ID);
            assertThat(response.at("/ResponseMetadata/RetryAttempts").intValue())
                    .isZero();
            assertThat(raised.get(error.code()).get("text").stringValue())
                    .isEqualTo("An error occurred (" + error.code()
                            + ") when calling the AuthorizeCacheSecurityGroupIngress operation: "
                            + response.at("/Error/Message").stringValue());
        });
    }

    /** Any other exception than the modelled one ends the script, and the test with it. */
    private String catching(DocumentedError error) {
        return """
                client = boto3.client('elasticache', endpoint_url='%s')
                try:
                    client.authorize_cache_security_group_ingress(
                        CacheSecurityGroupName='%s', EC2SecurityGroupName='%s', EC2SecurityGroupOwnerId='%s')
                except client.exceptions.%s as refused:
                    answers['%s'] = {'response': refused.response, 'text': str(refused)}
                """.formatted(
                        endpointOf(error),
                        error.cacheSecurityGroupName(),
                        error.ec2SecurityGroupName(),
                        error.ec2SecurityGroupOwnerId(),
                        error.boto3Exception(),
                        error.code());
    }

    private URI endpointOf(DocumentedError error) {
        return error == DocumentedError.INVALID_PARAMETER_COMBINATION ? incompatible.uri() : mock.endpoint();
    }
}
