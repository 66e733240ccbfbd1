package io.github.mockelasticache.seeds;

import static io.github.mockelasticache.assertj.MockElastiCacheAssertions.assertThat;
import static io.github.mockelasticache.testing.Refusal.AUTHORIZATION_ALREADY_EXISTS;
import static io.github.mockelasticache.testing.Refusal.CACHE_SECURITY_GROUP_NOT_FOUND;
import static io.github.mockelasticache.testing.Refusal.INVALID_CACHE_SECURITY_GROUP_STATE;
import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_COMBINATION;
import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_VALUE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.internal.engine.Engine;
import io.github.mockelasticache.internal.engine.Family;
import io.github.mockelasticache.internal.sdk.ServedClients;
import io.github.mockelasticache.testing.EngineSettings;
import io.github.mockelasticache.testing.Groups;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticache.model.AuthorizeCacheSecurityGroupIngressRequest;
import software.amazon.awssdk.services.elasticache.model.AuthorizeCacheSecurityGroupIngressResponse;
import software.amazon.awssdk.services.elasticache.model.CacheSecurityGroup;

/**
 * The page "AuthorizeCacheSecurityGroupIngress" of the API reference, version 2015-02-02. Its older edition has the same
 * parameters, errors and samples.
 */
class ApiReferenceTest {

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
    void the_sample_request_gets_the_sample_response(Door door) {
        AuthorizeCacheSecurityGroupIngressResponse answer =
                door.authorize(mock, "mygroup", "default", "1234-5678-1234");

        CacheSecurityGroup group = answer.cacheSecurityGroup();
        assertThat(group).hasName("mygroup").hasIngress("default", "123456781234", "authorizing");
        assertThat(group.ec2SecurityGroups()).hasSize(1);
        assertThat(group.ownerId()).isEqualTo("123456781234");
        assertThat(group.description()).isEqualTo("My security group");
        assertThat(answer.responseMetadata().requestId()).isNotBlank();
        assertThat(answer.sdkHttpResponse().statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    void CacheSecurityGroup_is_also_the_output_of_create_and_revoke(Door door) {
        CacheSecurityGroup created = mock.client()
                .createCacheSecurityGroup(
                        group -> group.cacheSecurityGroupName("another").description("Another"))
                .cacheSecurityGroup();
        assertThat(created).hasNoIngress();

        door.authorize(mock, "another", "default", "1234-5678-1234");
        mock.clock().settle();
        CacheSecurityGroup revoked = Groups.of(mock.client()).revoke("another", "default", "1234-5678-1234");

        assertThat(revoked).hasIngress("default", "123456781234", "revoking");
        assertThat(revoked.toBuilder().ec2SecurityGroups(List.of()).build()).isEqualTo(created);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            SYNCHRONOUS,  -,       default, 1234-5678-1234, CacheSecurityGroupName
            SYNCHRONOUS,  mygroup, -,       1234-5678-1234, EC2SecurityGroupName
            SYNCHRONOUS,  mygroup, default, -,              EC2SecurityGroupOwnerId
            ASYNCHRONOUS, -,       default, 1234-5678-1234, CacheSecurityGroupName
            ASYNCHRONOUS, mygroup, -,       1234-5678-1234, EC2SecurityGroupName
            ASYNCHRONOUS, mygroup, default, -,              EC2SecurityGroupOwnerId
            """)
    void each_parameter_is_required(
            Door door, @Nullable String name, @Nullable String ec2Name, @Nullable String ownerId, String parameter) {
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> door.authorize(mock, name, ec2Name, ownerId), mock)
                .says("The parameter " + parameter + " must be provided and must not be null.");
    }

    /** "This is not the same thing as an Amazon access key ID - you must provide a valid Amazon account number." */
    @ParameterizedTest
    @EnumSource
    void an_access_key_id_is_no_account_number(Door door) {
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> door.authorize(mock, "mygroup", "default", "AKIAIOSFODNN7EXAMPLE"), mock)
                .hasMessageContaining("EC2SecurityGroupOwnerId must be an AWS account number")
                .hasMessageContaining("access key ID");
    }

    /** "The specified Amazon EC2 security group is already authorized for the specified cache security group." */
    @ParameterizedTest
    @EnumSource
    void an_ingress_that_exists_is_AuthorizationAlreadyExists_with_HTTP_400(Door door) {
        door.authorize(mock, "mygroup", "default", "1234-5678-1234");

        AUTHORIZATION_ALREADY_EXISTS.isTheAnswerTo(
                () -> door.authorize(mock, "mygroup", "default", "1234-5678-1234"), mock);
    }

    /** "The requested cache security group name does not refer to an existing cache security group." */
    @ParameterizedTest
    @EnumSource
    void a_name_that_refers_to_no_group_is_CacheSecurityGroupNotFound_with_HTTP_404(Door door) {
        CACHE_SECURITY_GROUP_NOT_FOUND.isTheAnswerTo(
                () -> door.authorize(mock, "nosuchgroup", "default", "1234-5678-1234"), mock);
    }

    /** "The current state of the cache security group does not allow" it: the same ingress is just being revoked. */
    @ParameterizedTest
    @EnumSource
    void an_ingress_that_is_being_revoked_is_InvalidCacheSecurityGroupState_with_HTTP_400(Door door) {
        door.authorize(mock, "mygroup", "default", "1234-5678-1234");
        mock.clock().settle();
        Groups.of(mock.client()).revoke("mygroup", "default", "1234-5678-1234");

        INVALID_CACHE_SECURITY_GROUP_STATE.isTheAnswerTo(
                () -> door.authorize(mock, "mygroup", "default", "1234-5678-1234"), mock);
    }

    /**
     * "Two or more incompatible parameters were specified." No two of the three parameters are incompatible, so the mock has
     * no reason of its own to answer so. How the error would arrive is shown with a handler that has one.
     */
    @Test
    void incompatible_parameters_would_be_InvalidParameterCombination_with_HTTP_400() {
        Family incompatible =
                operations -> operations.handle(AuthorizeCacheSecurityGroupIngressRequest.class, (request, call) -> {
                    throw call.faults().invalidParameterCombination("These parameters do not go together.");
                });
        Engine engine = new Engine(EngineSettings.withSeed(0), List.of(incompatible));

        try (ServedClients clients = new ServedClients(engine)) {
            INVALID_PARAMETER_COMBINATION.isTheAnswerTo(
                    () -> clients.client(Region.US_WEST_2).authorizeCacheSecurityGroupIngress(ingress -> {}));
            INVALID_PARAMETER_COMBINATION.isTheAnswerTo(() -> clients.asyncClient(Region.US_WEST_2)
                    .authorizeCacheSecurityGroupIngress(ingress -> {})
                    .join());
        }
    }

    /** "The value for a parameter is invalid." */
    @ParameterizedTest
    @EnumSource
    void an_invalid_value_is_InvalidParameterValue_with_HTTP_400(Door door) {
        INVALID_PARAMETER_VALUE.isTheAnswerTo(
                () -> door.authorize(mock, "mygroup", "default", "not an account number"), mock);
    }

    /** "You cannot authorize ingress from an Amazon EC2 security group in one region to an ElastiCache cluster in another." */
    @ParameterizedTest
    @EnumSource
    void an_EC2_security_group_in_another_region_cannot_be_authorized(Door door) {
        try (ElastiCacheMock strict = ElastiCacheMock.builder()
                .region(Region.US_WEST_2)
                .strictEc2(true)
                .build()) {
            strict.registerEc2SecurityGroup(Region.US_EAST_1, "123456781234", "default");

            INVALID_PARAMETER_VALUE
                    .isTheAnswerTo(() -> door.authorize(strict, "default", "default", "1234-5678-1234"), strict)
                    .hasMessageContaining("us-east-1")
                    .hasMessageContaining("us-west-2");
        }
    }
}
