package io.github.mockelasticache.internal.securitygroup;

import static io.github.mockelasticache.assertj.MockElastiCacheAssertions.assertThat;
import static io.github.mockelasticache.testing.Refusal.AUTHORIZATION_ALREADY_EXISTS;
import static io.github.mockelasticache.testing.Refusal.CACHE_SECURITY_GROUP_NOT_FOUND;
import static io.github.mockelasticache.testing.Refusal.INVALID_CACHE_SECURITY_GROUP_STATE;
import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_VALUE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.testing.Groups;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.AuthorizeCacheSecurityGroupIngressResponse;
import software.amazon.awssdk.services.elasticache.model.CacheSecurityGroup;

class AuthorizeCacheSecurityGroupIngressTest {

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.create();

    private final ElastiCacheClient client = mock.client();
    private final Groups groups = Groups.of(client);

    @Test
    void the_answer_is_the_group_with_the_ec2_security_group_authorizing() {
        groups.create("mygroup");

        AuthorizeCacheSecurityGroupIngressResponse answer = authorize("mygroup", "myec2group", "987654321021");

        CacheSecurityGroup group = answer.cacheSecurityGroup();
        assertThat(group).hasName("mygroup").hasIngress("myec2group", "987654321021", "authorizing");
        assertThat(group.ownerId()).isEqualTo(mock.accountId());
        assertThat(group.description()).isEqualTo("the group mygroup");
        assertThat(group.arn()).isEqualTo("arn:aws:elasticache:us-east-1:123456789012:securitygroup:mygroup");
        assertThat(group).isEqualTo(groups.named("mygroup"));
    }

    @Test
    void the_answer_carries_a_request_id_and_http_200() {
        AuthorizeCacheSecurityGroupIngressResponse answer = authorize("default", "myec2group", "987654321021");

        assertThat(answer.responseMetadata().requestId()).isNotBlank();
        assertThat(answer.sdkHttpResponse().statusCode()).isEqualTo(200);
        assertThat(answer.sdkHttpResponse().firstMatchingHeader("x-amzn-RequestId"))
                .hasValue(answer.responseMetadata().requestId());
    }

    @Test
    void the_group_named_default_can_be_authorized() {
        authorize("default", "myec2group", "987654321021");

        assertThat(groups.ingressOf("default")).containsExactly("myec2group/987654321021 authorizing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mygroup", "MyGroup", "MYGROUP"})
    void the_group_is_found_by_its_name_in_any_case(String name) {
        groups.create("myGroup");

        CacheSecurityGroup group = authorize(name, "myec2group", "987654321021").cacheSecurityGroup();
        mock.clock().settle();

        assertThat(group).hasName("mygroup");
        assertThat(groups.ingressOf("mygroup")).containsExactly("myec2group/987654321021 authorized");
    }

    @Test
    void only_the_group_named_gets_the_ingress() {
        groups.create("one");
        groups.create("other");

        authorize("one", "myec2group", "987654321021");
        mock.clock().settle();

        assertThat(groups.named("one")).allowsIngressFrom("myec2group", "987654321021");
        assertThat(groups.named("other")).hasNoIngress();
        assertThat(groups.named("default")).hasNoIngress();
    }

    @ParameterizedTest
    @CsvSource({
        "1234-5678-1234, 123456781234",
        "987654321021, 987654321021",
        "1234567890, 1234567890",
        "1234-56-7890, 1234567890",
        "012345678901, 012345678901",
    })
    void the_owner_id_is_a_number_with_or_without_hyphens_and_is_stored_without(String given, String stored) {
        CacheSecurityGroup group = authorize("default", "myec2group", given).cacheSecurityGroup();

        assertThat(group).hasIngress("myec2group", stored, "authorizing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AKIAIOSFODNN7EXAMPLE",
                "12345678901x",
                "1234 5678 1234",
                "1234--5678",
                "-1234",
                "1234-",
                "-",
                "+1234",
                "1234.5",
                "\u0661\u0662\u0663\u0664", // Arabic-Indic digits
                "sg-12345678",
            })
    void an_owner_id_that_is_no_account_number_is_InvalidParameterValue_and_the_answer_explains_why(String ownerId) {
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> authorize("default", "myec2group", ownerId), mock)
                .says("The parameter EC2SecurityGroupOwnerId must be an AWS account number, made of digits and optional"
                        + " hyphens; an access key ID is something else.");
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
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> authorize(name, ec2SecurityGroupName, ownerId), mock)
                .says("The parameter " + parameter + " must be provided and must not be " + wrong + ".");
    }

    @Test
    void an_unknown_group_is_CacheSecurityGroupNotFound() {
        CACHE_SECURITY_GROUP_NOT_FOUND
                .isTheAnswerTo(() -> authorize("nosuchgroup", "myec2group", "987654321021"), mock)
                .says("CacheSecurityGroup not found: nosuchgroup");
    }

    @Test
    void a_deleted_group_is_CacheSecurityGroupNotFound() {
        groups.create("mygroup");
        groups.delete("mygroup");

        CACHE_SECURITY_GROUP_NOT_FOUND.isTheAnswerTo(() -> authorize("mygroup", "myec2group", "987654321021"), mock);
    }

    @Test
    void the_same_ingress_again_is_AuthorizationAlreadyExists_while_it_is_authorizing() {
        authorize("default", "myec2group", "987654321021");

        AUTHORIZATION_ALREADY_EXISTS.isTheAnswerTo(() -> authorize("default", "myec2group", "987654321021"), mock);
    }

    @Test
    void the_same_ingress_again_is_AuthorizationAlreadyExists_once_it_is_authorized() {
        authorize("default", "myec2group", "987654321021");
        mock.clock().settle();

        AUTHORIZATION_ALREADY_EXISTS
                .isTheAnswerTo(() -> authorize("default", "myec2group", "987654321021"), mock)
                .says("Authorization already exists: ingress from myec2group (owner 987654321021) to default");
    }

    @Test
    void the_owner_id_spelled_with_other_hyphens_is_the_same_owner() {
        authorize("default", "myec2group", "1234-5678-1234");

        AUTHORIZATION_ALREADY_EXISTS.isTheAnswerTo(() -> authorize("default", "myec2group", "123456781234"), mock);
    }

    @Test
    void ingress_that_is_being_revoked_is_InvalidCacheSecurityGroupState() {
        authorize("default", "myec2group", "987654321021");
        mock.clock().settle();
        groups.revoke("default", "myec2group", "987654321021");

        INVALID_CACHE_SECURITY_GROUP_STATE
                .isTheAnswerTo(() -> authorize("default", "myec2group", "987654321021"), mock)
                .says("Ingress from myec2group (owner 987654321021) to default has status revoking.");
    }

    @Test
    void ingress_that_has_been_revoked_can_be_authorized_anew() {
        authorize("default", "myec2group", "987654321021");
        mock.clock().settle();
        groups.revoke("default", "myec2group", "987654321021");
        mock.clock().settle();

        authorize("default", "myec2group", "987654321021");

        assertThat(groups.ingressOf("default")).containsExactly("myec2group/987654321021 authorizing");
    }

    @Test
    void the_same_ec2_security_group_name_of_another_owner_is_another_ingress() {
        authorize("default", "myec2group", "111111111111");
        authorize("default", "myec2group", "222222222222");

        assertThat(groups.ingressOf("default"))
                .containsExactly("myec2group/111111111111 authorizing", "myec2group/222222222222 authorizing");
    }

    @Test
    void the_ec2_security_groups_of_a_group_keep_the_order_in_which_they_were_authorized() {
        List<String> ec2SecurityGroups = List.of("web", "app", "jobs", "backup");
        for (String ec2SecurityGroup : ec2SecurityGroups) {
            authorize("default", ec2SecurityGroup, "987654321021");
            mock.clock().advance(Duration.ofSeconds(25));
        }

        assertThat(groups.ingressOf("default"))
                .containsExactly(
                        "web/987654321021 authorized",
                        "app/987654321021 authorized",
                        "jobs/987654321021 authorizing",
                        "backup/987654321021 authorizing");
        mock.clock().settle();
        assertThat(groups.named("default").ec2SecurityGroups())
                .extracting(entry -> entry.ec2SecurityGroupName())
                .isEqualTo(ec2SecurityGroups);
    }

    @Test
    void an_earlier_answer_does_not_change_as_time_passes() {
        CacheSecurityGroup answer =
                authorize("default", "myec2group", "987654321021").cacheSecurityGroup();

        mock.clock().settle();

        assertThat(answer).hasIngress("myec2group", "987654321021", "authorizing");
    }

    private AuthorizeCacheSecurityGroupIngressResponse authorize(
            @Nullable String name, @Nullable String ec2SecurityGroupName, @Nullable String ownerId) {
        return client.authorizeCacheSecurityGroupIngress(ingress -> ingress.cacheSecurityGroupName(name)
                .ec2SecurityGroupName(ec2SecurityGroupName)
                .ec2SecurityGroupOwnerId(ownerId));
    }
}
