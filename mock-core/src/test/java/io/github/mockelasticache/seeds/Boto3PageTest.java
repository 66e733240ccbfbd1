package io.github.mockelasticache.seeds;

import static io.github.mockelasticache.assertj.MockElastiCacheAssertions.assertThat;
import static io.github.mockelasticache.testing.Refusal.AUTHORIZATION_ALREADY_EXISTS;
import static io.github.mockelasticache.testing.Refusal.CACHE_SECURITY_GROUP_NOT_FOUND;
import static io.github.mockelasticache.testing.Refusal.INVALID_CACHE_SECURITY_GROUP_STATE;
import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_VALUE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.testing.Groups;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.elasticache.model.AuthorizeCacheSecurityGroupIngressResponse;
import software.amazon.awssdk.services.elasticache.model.CacheSecurityGroup;

/**
 * The page "authorize_cache_security_group_ingress" of the reference of boto3: its example and its exceptions, through the Java
 * SDK. Its InvalidParameterCombinationException is shown with the API reference.
 */
class Boto3PageTest {

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.create();

    @BeforeEach
    void the_group_of_the_example() {
        Groups.of(mock.client()).create("my-sec-grp");
    }

    @ParameterizedTest
    @EnumSource
    void the_example_is_answered_with_response_metadata(Door door) {
        AuthorizeCacheSecurityGroupIngressResponse answer =
                door.authorize(mock, "my-sec-grp", "my-ec2-sec-grp", "1234567890");

        assertThat(answer.responseMetadata().requestId()).isNotBlank();
        assertThat(answer.sdkHttpResponse().statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    void the_answer_has_every_field_of_the_response_structure(Door door) {
        CacheSecurityGroup group = door.authorize(mock, "my-sec-grp", "my-ec2-sec-grp", "1234567890")
                .cacheSecurityGroup();

        assertThat(group.ownerId()).isEqualTo("123456789012");
        assertThat(group.cacheSecurityGroupName()).isEqualTo("my-sec-grp");
        assertThat(group.description()).isEqualTo("the group my-sec-grp");
        assertThat(group).hasIngress("my-ec2-sec-grp", "1234567890", "authorizing");
        assertThat(group.arn()).isEqualTo("arn:aws:elasticache:us-east-1:123456789012:securitygroup:my-sec-grp");
    }

    @ParameterizedTest
    @EnumSource
    void the_example_takes_effect(Door door) {
        door.authorize(mock, "my-sec-grp", "my-ec2-sec-grp", "1234567890");

        mock.clock().settle();

        assertThat(Door.described(mock, "my-sec-grp")).allowsIngressFrom("my-ec2-sec-grp", "1234567890");
    }

    @ParameterizedTest
    @EnumSource
    void a_group_that_does_not_exist_is_CacheSecurityGroupNotFoundFault(Door door) {
        CACHE_SECURITY_GROUP_NOT_FOUND.isTheAnswerTo(
                () -> door.authorize(mock, "no-sec-grp", "my-ec2-sec-grp", "1234567890"), mock);
    }

    @ParameterizedTest
    @EnumSource
    void an_ingress_that_is_being_revoked_is_InvalidCacheSecurityGroupStateFault(Door door) {
        door.authorize(mock, "my-sec-grp", "my-ec2-sec-grp", "1234567890");
        mock.clock().settle();
        Groups.of(mock.client()).revoke("my-sec-grp", "my-ec2-sec-grp", "1234567890");

        INVALID_CACHE_SECURITY_GROUP_STATE.isTheAnswerTo(
                () -> door.authorize(mock, "my-sec-grp", "my-ec2-sec-grp", "1234567890"), mock);
    }

    @ParameterizedTest
    @EnumSource
    void an_ingress_that_exists_is_AuthorizationAlreadyExistsFault(Door door) {
        door.authorize(mock, "my-sec-grp", "my-ec2-sec-grp", "1234567890");

        AUTHORIZATION_ALREADY_EXISTS.isTheAnswerTo(
                () -> door.authorize(mock, "my-sec-grp", "my-ec2-sec-grp", "1234567890"), mock);
    }

    @ParameterizedTest
    @EnumSource
    void an_owner_id_that_is_no_account_number_is_InvalidParameterValueException(Door door) {
        INVALID_PARAMETER_VALUE.isTheAnswerTo(
                () -> door.authorize(mock, "my-sec-grp", "my-ec2-sec-grp", "string"), mock);
    }
}
