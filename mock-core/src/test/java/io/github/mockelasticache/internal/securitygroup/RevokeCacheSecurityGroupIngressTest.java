package io.github.mockelasticache.internal.securitygroup;

import static io.github.mockelasticache.assertj.MockElastiCacheAssertions.assertThat;
import static io.github.mockelasticache.testing.Refusal.AUTHORIZATION_NOT_FOUND;
import static io.github.mockelasticache.testing.Refusal.CACHE_SECURITY_GROUP_NOT_FOUND;
import static io.github.mockelasticache.testing.Refusal.INVALID_CACHE_SECURITY_GROUP_STATE;
import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_VALUE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.testing.Groups;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CacheSecurityGroup;
import software.amazon.awssdk.services.elasticache.model.RevokeCacheSecurityGroupIngressResponse;

class RevokeCacheSecurityGroupIngressTest {

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.create();

    private final ElastiCacheClient client = mock.client();
    private final Groups groups = Groups.of(client);

    @Test
    void the_answer_still_lists_the_ec2_security_group_as_revoking() {
        authorized("default", "myec2group", "987654321021");

        CacheSecurityGroup group =
                revoke("default", "myec2group", "987654321021").cacheSecurityGroup();

        assertThat(group).hasName("default").hasIngress("myec2group", "987654321021", "revoking");
        assertThat(group).isEqualTo(groups.named("default"));
    }

    @Test
    void the_answer_carries_a_request_id_and_http_200() {
        authorized("default", "myec2group", "987654321021");

        RevokeCacheSecurityGroupIngressResponse answer = revoke("default", "myec2group", "987654321021");

        assertThat(answer.responseMetadata().requestId()).isNotBlank();
        assertThat(answer.sdkHttpResponse().statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mygroup", "MyGroup", "MYGROUP"})
    void the_group_is_found_by_its_name_in_any_case(String name) {
        groups.create("mygroup");
        authorized("mygroup", "myec2group", "987654321021");

        revoke(name, "myec2group", "987654321021");
        mock.clock().settle();

        assertThat(groups.named("mygroup")).hasNoIngress();
    }

    @ParameterizedTest
    @CsvSource({"123456781234, 1234-5678-1234", "1234-5678-1234, 123456781234"})
    void the_owner_id_may_be_spelled_with_other_hyphens_than_when_it_was_authorized(String authorized, String revoked) {
        authorized("default", "myec2group", authorized);

        revoke("default", "myec2group", revoked);

        assertThat(groups.ingressOf("default")).containsExactly("myec2group/123456781234 revoking");
    }

    @Test
    void only_the_ingress_named_is_revoked_and_the_others_keep_their_order() {
        for (String ec2SecurityGroup : new String[] {"web", "app", "jobs"}) {
            authorized("default", ec2SecurityGroup, "987654321021");
        }

        revoke("default", "app", "987654321021");

        assertThat(groups.ingressOf("default"))
                .containsExactly(
                        "web/987654321021 authorized", "app/987654321021 revoking", "jobs/987654321021 authorized");
        mock.clock().settle();
        assertThat(groups.ingressOf("default"))
                .containsExactly("web/987654321021 authorized", "jobs/987654321021 authorized");
    }

    @Test
    void once_the_last_ingress_is_gone_the_list_is_present_and_empty() {
        authorized("default", "myec2group", "987654321021");

        revoke("default", "myec2group", "987654321021");
        mock.clock().settle();

        assertThat(groups.named("default")).hasNoIngress();
    }

    @Test
    void revoking_an_ingress_that_was_never_authorized_is_AuthorizationNotFound() {
        AUTHORIZATION_NOT_FOUND
                .isTheAnswerTo(() -> revoke("default", "myec2group", "987654321021"), mock)
                .says("Authorization not found: ingress from myec2group (owner 987654321021) to default");
    }

    @ParameterizedTest
    @CsvSource({"otherec2group, 987654321021", "myec2group, 111111111111"})
    void revoking_an_ingress_from_another_ec2_security_group_or_owner_is_AuthorizationNotFound(
            String ec2SecurityGroupName, String ownerId) {
        authorized("default", "myec2group", "987654321021");

        AUTHORIZATION_NOT_FOUND.isTheAnswerTo(() -> revoke("default", ec2SecurityGroupName, ownerId), mock);
    }

    @Test
    void revoking_an_ingress_that_is_gone_is_AuthorizationNotFound() {
        authorized("default", "myec2group", "987654321021");
        revoke("default", "myec2group", "987654321021");
        mock.clock().settle();

        AUTHORIZATION_NOT_FOUND.isTheAnswerTo(() -> revoke("default", "myec2group", "987654321021"), mock);
    }

    @Test
    void revoking_an_ingress_that_is_still_authorizing_is_InvalidCacheSecurityGroupState() {
        groups.authorize("default", "myec2group", "987654321021");

        INVALID_CACHE_SECURITY_GROUP_STATE
                .isTheAnswerTo(() -> revoke("default", "myec2group", "987654321021"), mock)
                .says("Ingress from myec2group (owner 987654321021) to default has status authorizing.");
    }

    @Test
    void revoking_an_ingress_that_is_already_revoking_is_InvalidCacheSecurityGroupState() {
        authorized("default", "myec2group", "987654321021");
        revoke("default", "myec2group", "987654321021");

        INVALID_CACHE_SECURITY_GROUP_STATE
                .isTheAnswerTo(() -> revoke("default", "myec2group", "987654321021"), mock)
                .says("Ingress from myec2group (owner 987654321021) to default has status revoking.");
    }

    @Test
    void an_unknown_group_is_CacheSecurityGroupNotFound() {
        CACHE_SECURITY_GROUP_NOT_FOUND
                .isTheAnswerTo(() -> revoke("nosuchgroup", "myec2group", "987654321021"), mock)
                .says("CacheSecurityGroup not found: nosuchgroup");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "null", textBlock = """
            null,    myec2group, 987654321021, CacheSecurityGroupName,  null
            '',      myec2group, 987654321021, CacheSecurityGroupName,  blank
            '  ',    myec2group, 987654321021, CacheSecurityGroupName,  blank
            default, null,       987654321021, EC2SecurityGroupName,    null
            default, '',         987654321021, EC2SecurityGroupName,    blank
            default, ' ',        987654321021, EC2SecurityGroupName,    blank
            default, myec2group, null,         EC2SecurityGroupOwnerId, null
            default, myec2group, '',           EC2SecurityGroupOwnerId, blank
            default, myec2group, '   ',        EC2SecurityGroupOwnerId, blank
            """)
    void each_parameter_is_required(
            @Nullable String name,
            @Nullable String ec2SecurityGroupName,
            @Nullable String ownerId,
            String parameter,
            @Nullable String wrong) {
        authorized("default", "myec2group", "987654321021");

        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> revoke(name, ec2SecurityGroupName, ownerId), mock)
                .says("The parameter " + parameter + " must be provided and must not be " + wrong + ".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AKIAIOSFODNN7EXAMPLE", "1234--5678", "-1234", "1234 5678"})
    void an_owner_id_that_is_no_account_number_is_InvalidParameterValue(String ownerId) {
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> revoke("default", "myec2group", ownerId), mock)
                .hasMessageContaining("EC2SecurityGroupOwnerId must be an AWS account number");
    }

    private void authorized(String name, String ec2SecurityGroupName, String ownerId) {
        groups.authorize(name, ec2SecurityGroupName, ownerId);
        mock.clock().settle();
    }

    private RevokeCacheSecurityGroupIngressResponse revoke(
            @Nullable String name, @Nullable String ec2SecurityGroupName, @Nullable String ownerId) {
        return client.revokeCacheSecurityGroupIngress(ingress -> ingress.cacheSecurityGroupName(name)
                .ec2SecurityGroupName(ec2SecurityGroupName)
                .ec2SecurityGroupOwnerId(ownerId));
    }
}
