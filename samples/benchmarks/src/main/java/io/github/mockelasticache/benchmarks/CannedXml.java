package io.github.mockelasticache.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CacheSecurityGroup;
import software.amazon.awssdk.services.elasticache.model.EC2SecurityGroup;

/**
 * The HTTP client of a stub as tests have it that do without a mock: it answers recorded XML, which the SDK then parses.
 *
 * <p>The XML has the elements of the service's answers and no white space between them, which favours this side.
 */
final class CannedXml implements SdkHttpClient {

    private static final String REQUEST_ID = "8c21ba39-a598-11e4-b688-194eaf8658fa";
    private static final SdkHttpResponse OK = SdkHttpResponse.builder()
            .statusCode(200)
            .putHeader("x-amzn-RequestId", REQUEST_ID)
            .putHeader("Content-Type", "text/xml")
            .build();

    private final InTurn<byte[]> answers;

    private CannedXml(List<byte[]> answers) {
        this.answers = new InTurn<>(answers);
    }

    /** A client with such a stub and nothing else that a mock would do: it signs its requests. */
    static ElastiCacheClient client(List<byte[]> answers) {
        return ElastiCacheClient.builder()
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .httpClient(new CannedXml(answers))
                .build();
    }

    /** The answer of an operation whose result is a cache security group. */
    static byte[] changed(String operation, CacheSecurityGroup group) {
        return answer(operation, xml(group));
    }

    /** The answer of DescribeCacheSecurityGroups that has one group. */
    static byte[] described(CacheSecurityGroup group) {
        return answer("DescribeCacheSecurityGroups", element("CacheSecurityGroups", xml(group)));
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        byte[] answer = answers.next();
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() {
                return HttpExecuteResponse.builder()
                        .response(OK)
                        .responseBody(AbortableInputStream.create(new ByteArrayInputStream(answer)))
                        .build();
            }

            @Override
            public void abort() {
                // There is nothing under way that could be aborted.
            }
        };
    }

    @Override
    public String clientName() {
        return "CannedXml";
    }

    @Override
    public void close() {
        // It holds nothing that has to be given back.
    }

    private static byte[] answer(String operation, String result) {
        return ("<" + operation + "Response xmlns=\"http://elasticache.amazonaws.com/doc/2015-02-02/\">"
                        + element(operation + "Result", result)
                        + element("ResponseMetadata", element("RequestId", REQUEST_ID))
                        + "</" + operation + "Response>")
                .getBytes(UTF_8);
    }

    private static String xml(CacheSecurityGroup group) {
        StringBuilder ingress = new StringBuilder();
        for (EC2SecurityGroup entry : group.ec2SecurityGroups()) {
            ingress.append(element(
                    "EC2SecurityGroup",
                    element("Status", entry.status())
                            + element("EC2SecurityGroupName", entry.ec2SecurityGroupName())
                            + element("EC2SecurityGroupOwnerId", entry.ec2SecurityGroupOwnerId())));
        }
        return element(
                "CacheSecurityGroup",
                element("EC2SecurityGroups", ingress.toString())
                        + element("CacheSecurityGroupName", group.cacheSecurityGroupName())
                        + element("OwnerId", group.ownerId())
                        + element("Description", group.description())
                        + element("ARN", group.arn()));
    }

    private static String element(String name, String content) {
        return "<" + name + ">" + content + "</" + name + ">";
    }
}
