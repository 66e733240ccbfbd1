package io.github.mockelasticache.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.regions.Region;

/** The page "AuthorizeCacheSecurityGroupIngress" of the API reference in two editions: the sample request, sent as printed. */
class ApiReferencePagesTest {

    private static final String GROUP = "AuthorizeCacheSecurityGroupIngressResponse"
            + "/AuthorizeCacheSecurityGroupIngressResult/CacheSecurityGroup";
    private static final String EC2_SECURITY_GROUP = GROUP + "/EC2SecurityGroups/EC2SecurityGroup";
    private static final String REQUEST_ID = "AuthorizeCacheSecurityGroupIngressResponse/ResponseMetadata/RequestId";

    /** The editions of the page. The older one has lost the host of its request and the namespace of its response. */
    enum Edition {
        CURRENT(
                "https://elasticache.us-west-2.amazonaws.com/ ",
                "<AuthorizeCacheSecurityGroupIngressResponse xmlns=\"http://elasticache.amazonaws.com/doc/2015-02-02/\"> "),
        OLDER("", "<AuthorizeCacheSecurityGroupIngressResponse xmlns=\"\"> ");

        private final String host;
        private final String responseElement;

        Edition(String host, String responseElement) {
            this.host = host;
            this.responseElement = responseElement;
        }

        PrintedRequest request() {
            return new PrintedRequest(host + "?Action=AuthorizeCacheSecurityGroupIngress &EC2SecurityGroupName=default"
                    + " &CacheSecurityGroupName=mygroup &EC2SecurityGroupOwnerId=1234-5678-1234"
                    + " &Version=2015-02-02 &SignatureVersion=4 &SignatureMethod=HmacSHA256"
                    + " &Timestamp=20150202T192317Z &X-Amz-Credential=<credential>");
        }

        String response() {
            return responseElement + "<AuthorizeCacheSecurityGroupIngressResult> <CacheSecurityGroup>"
                    + " <EC2SecurityGroups> <EC2SecurityGroup> <Status>authorizing</Status>"
                    + " <EC2SecurityGroupName>default</EC2SecurityGroupName>"
                    + " <EC2SecurityGroupOwnerId>565419523791</EC2SecurityGroupOwnerId> </EC2SecurityGroup>"
                    + " </EC2SecurityGroups> <CacheSecurityGroupName>mygroup</CacheSecurityGroupName>"
                    + " <OwnerId>123456781234</OwnerId> <Description>My security group</Description>"
                    + " </CacheSecurityGroup> </AuthorizeCacheSecurityGroupIngress> <ResponseMetadata>"
                    + " <RequestId>817fa999-3647-11e0-ae57-f96cfe56749c</RequestId> </ResponseMetadata>"
                    + " </AuthorizeCacheSecurityGroupIngressResponse>";
        }

        /** As printed it is not well-formed: the end tag of the result has another name than its start tag. */
        String wellFormedResponse() {
            return response()
                    .replace("</AuthorizeCacheSecurityGroupIngress>", "</AuthorizeCacheSecurityGroupIngressResult>");
        }
    }

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.builder()
            .region(Region.US_WEST_2)
            .accountId("123456781234")
            .build();

    @BeforeEach
    void the_group_of_the_sample() {
        mock.client()
                .createCacheSecurityGroup(
                        group -> group.cacheSecurityGroupName("mygroup").description("My security group"));
    }

    /** The sample's response shows the ingress of another EC2 owner than its request; here it is the request's. */
    @ParameterizedTest
    @EnumSource
    void the_sample_request_gets_the_sample_response(Edition edition) {
        HttpResponse<String> response = edition.request().sendTo(mock.endpoint());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/xml");
        assertThat(XmlLeaves.namespaceOf(response.body()))
                .isEqualTo("http://elasticache.amazonaws.com/doc/2015-02-02/");
        Map<String, String> answer = XmlLeaves.of(response.body());
        assertThat(answer.get(REQUEST_ID))
                .matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                .isEqualTo(response.headers().firstValue("x-amzn-RequestId").orElseThrow());
        Map<String, String> expected = new HashMap<>(XmlLeaves.of(edition.wellFormedResponse()));
        expected.put(REQUEST_ID, answer.get(REQUEST_ID));
        expected.put(EC2_SECURITY_GROUP + "/EC2SecurityGroupOwnerId", "123456781234");
        // The service has given groups an ARN since the sample was printed.
        expected.put(GROUP + "/ARN", "arn:aws:elasticache:us-west-2:123456781234:securitygroup:mygroup");
        assertThat(answer).isEqualTo(expected);
    }
}
