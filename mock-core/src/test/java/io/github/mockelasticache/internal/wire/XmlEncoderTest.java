package io.github.mockelasticache.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.elasticache.model.AuthorizeCacheSecurityGroupIngressResponse;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.CacheSecurityGroup;
import software.amazon.awssdk.services.elasticache.model.CreateCacheClusterResponse;
import software.amazon.awssdk.services.elasticache.model.CreateUserResponse;
import software.amazon.awssdk.services.elasticache.model.DeleteCacheSecurityGroupResponse;
import software.amazon.awssdk.services.elasticache.model.DescribeReservedCacheNodesOfferingsResponse;
import software.amazon.awssdk.services.elasticache.model.DescribeUserGroupsResponse;
import software.amazon.awssdk.services.elasticache.model.EC2SecurityGroup;
import software.amazon.awssdk.services.elasticache.model.ElastiCacheResponse;
import software.amazon.awssdk.services.elasticache.model.ReservedCacheNodesOffering;
import software.amazon.awssdk.services.elasticache.model.UserGroup;

class XmlEncoderTest {

    private static final String NAMESPACE = "http://elasticache.amazonaws.com/doc/2015-02-02/";

    @Test
    void a_response_has_the_envelope_and_the_element_names_of_the_API_reference() {
        AuthorizeCacheSecurityGroupIngressResponse response = AuthorizeCacheSecurityGroupIngressResponse.builder()
                .cacheSecurityGroup(CacheSecurityGroup.builder()
                        .ec2SecurityGroups(EC2SecurityGroup.builder()
                                .status("authorizing")
                                .ec2SecurityGroupName("default")
                                .ec2SecurityGroupOwnerId("565419523791")
                                .build())
                        .cacheSecurityGroupName("mygroup")
                        .ownerId("123456781234")
                        .description("My security group")
                        .build())
                .build();

        assertThat(encode("AuthorizeCacheSecurityGroupIngress", response))
                .isEqualTo("<AuthorizeCacheSecurityGroupIngressResponse xmlns=\"" + NAMESPACE + "\">"
                        + "<AuthorizeCacheSecurityGroupIngressResult><CacheSecurityGroup>"
                        + "<OwnerId>123456781234</OwnerId>"
                        + "<CacheSecurityGroupName>mygroup</CacheSecurityGroupName>"
                        + "<Description>My security group</Description>"
                        + "<EC2SecurityGroups><EC2SecurityGroup>"
                        + "<Status>authorizing</Status>"
                        + "<EC2SecurityGroupName>default</EC2SecurityGroupName>"
                        + "<EC2SecurityGroupOwnerId>565419523791</EC2SecurityGroupOwnerId>"
                        + "</EC2SecurityGroup></EC2SecurityGroups>"
                        + "</CacheSecurityGroup></AuthorizeCacheSecurityGroupIngressResult>"
                        + "<ResponseMetadata><RequestId>id-1</RequestId></ResponseMetadata>"
                        + "</AuthorizeCacheSecurityGroupIngressResponse>");
    }

    @Test
    void an_operation_without_output_members_has_no_result_element() {
        assertThat(encode(
                        "DeleteCacheSecurityGroup",
                        DeleteCacheSecurityGroupResponse.builder().build()))
                .isEqualTo("<DeleteCacheSecurityGroupResponse xmlns=\"" + NAMESPACE
                        + "\"><ResponseMetadata><RequestId>id-1</RequestId></ResponseMetadata>"
                        + "</DeleteCacheSecurityGroupResponse>");
    }

    @Test
    void the_members_of_a_user_sit_right_in_the_result() {
        assertThat(encode("CreateUser", CreateUserResponse.builder().userId("u").build()))
                .contains("<CreateUserResult><UserId>u</UserId></CreateUserResult>");
    }

    @Test
    void empty_lists_and_structures_are_empty_elements_and_absent_ones_are_left_out() {
        CreateCacheClusterResponse response = CreateCacheClusterResponse.builder()
                .cacheCluster(CacheCluster.builder()
                        .pendingModifiedValues(p -> {})
                        .cacheSecurityGroups(List.of())
                        .build())
                .build();

        assertThat(encode("CreateCacheCluster", response))
                .contains("<CacheCluster><PendingModifiedValues/><CacheSecurityGroups/></CacheCluster>");
    }

    @Test
    void lists_without_a_member_name_in_the_model_use_the_word_member() {
        DescribeUserGroupsResponse response = DescribeUserGroupsResponse.builder()
                .userGroups(UserGroup.builder().userIds("a", "b").build())
                .build();

        assertThat(encode("DescribeUserGroups", response))
                .contains("<UserGroups><member><UserIds><member>a</member><member>b</member></UserIds></member>"
                        + "</UserGroups>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2018-04-25T18:19:28.241Z", "2018-04-25T18:19:28.000Z"})
    void timestamps_are_in_UTC_with_milliseconds(String text) {
        CreateCacheClusterResponse response = CreateCacheClusterResponse.builder()
                .cacheCluster(CacheCluster.builder()
                        .cacheClusterCreateTime(Instant.parse(text))
                        .build())
                .build();

        assertThat(encode("CreateCacheCluster", response))
                .contains("<CacheClusterCreateTime>" + text + "</CacheClusterCreateTime>");
    }

    @Test
    void doubles_booleans_and_integers_are_plain() {
        assertThat(encode(
                        "DescribeReservedCacheNodesOfferings",
                        DescribeReservedCacheNodesOfferingsResponse.builder()
                                .reservedCacheNodesOfferings(ReservedCacheNodesOffering.builder()
                                        .duration(31536000)
                                        .fixedPrice(227.5)
                                        .usagePrice(0.0)
                                        .build())
                                .build()))
                .contains("<ReservedCacheNodesOffering><Duration>31536000</Duration>"
                        + "<FixedPrice>227.5</FixedPrice><UsagePrice>0.0</UsagePrice></ReservedCacheNodesOffering>");
    }

    @Test
    void markup_and_carriage_returns_are_escaped_and_all_else_is_UTF_8() {
        assertThat(encode(
                        "CreateUser",
                        CreateUserResponse.builder()
                                .userName("<a>&]]>\r\n\t\"'ü😀")
                                .build()))
                .contains("<UserName>&lt;a&gt;&amp;]]&gt;&#13;\n\t\"'ü😀</UserName>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\u0001", "\u000B", "\u001F", "\uFFFE", "\uFFFF", "\uD800", "x\uDC00", "\uD83Dx"})
    void text_that_XML_cannot_carry_is_not_sent(String text) {
        CreateUserResponse response =
                CreateUserResponse.builder().userName(text).build();

        assertThatIllegalStateException()
                .isThrownBy(() -> encode("CreateUser", response))
                .withMessageStartingWith("UserName contains the character U+");
    }

    @Test
    void an_error_says_whose_fault_it_is() {
        assertThat(XmlEncoder.error(404, "CacheSecurityGroupNotFound", "not found: <a>", "id-1"))
                .isEqualTo("<ErrorResponse xmlns=\"" + NAMESPACE + "\"><Error><Type>Sender</Type>"
                        + "<Code>CacheSecurityGroupNotFound</Code><Message>not found: &lt;a&gt;</Message></Error>"
                        + "<RequestId>id-1</RequestId></ErrorResponse>");
        assertThat(XmlEncoder.error(500, "InternalFailure", "", "id-1"))
                .contains("<Type>Receiver</Type><Code>InternalFailure</Code><Message/>");
    }

    @Test
    void an_errors_message_is_sent_whatever_it_quotes() {
        assertThat(XmlEncoder.error(400, "Code", "a\u0000b\uD800😀", "id-1"))
                .contains("<Message>a\uFFFDb\uFFFD😀</Message>");
    }

    private static String encode(String action, ElastiCacheResponse response) {
        return XmlEncoder.response(action, response, "id-1");
    }
}
