package io.github.mockelasticache.seeds;

import static io.github.mockelasticache.assertj.MockElastiCacheAssertions.assertThat;
import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_VALUE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.Platform;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticache.model.AuthorizeCacheSecurityGroupIngressRequest;
import software.amazon.awssdk.services.elasticache.model.CacheSecurityGroup;

/** The user guide's topic "Authorizing Network Access to an Amazon EC2 Security Group". */
class UserGuideTest {

    @AutoClose
    private final ElastiCacheMock mock =
            ElastiCacheMock.builder().region(Region.US_WEST_2).build();

    @ParameterizedTest
    @EnumSource
    void the_CLI_example_authorizes_myec2group_for_the_default_group(Door door) {
        CacheSecurityGroup group =
                door.authorize(mock, "default", "myec2group", "987654321021").cacheSecurityGroup();

        assertThat(group).hasName("default").hasIngress("myec2group", "987654321021", "authorizing");
    }

    /** "It takes approximately one minute for changes to access permissions to take effect." */
    @ParameterizedTest
    @EnumSource
    void the_change_takes_effect_after_one_minute(Door door) {
        door.authorize(mock, "default", "myec2group", "987654321021");

        mock.clock().advance(Duration.ofSeconds(59));
        assertThat(Door.described(mock, "default")).hasIngress("myec2group", "987654321021", "authorizing");

        mock.clock().advance(Duration.ofSeconds(1));
        assertThat(Door.described(mock, "default")).allowsIngressFrom("myec2group", "987654321021");
    }

    @ParameterizedTest
    @EnumSource
    void the_sample_output_calls_ingress_that_has_taken_effect_available(Door door) {
        try (ElastiCacheMock asInTheGuide =
                ElastiCacheMock.builder().settledIngressStatus("available").build()) {
            door.authorize(asInTheGuide, "default", "myec2group", "987654321021");
            asInTheGuide.clock().settle();

            CacheSecurityGroup group = Door.described(asInTheGuide, "default");
            assertThat(group).hasIngress("myec2group", "987654321021", "available");
            assertThat(group.ownerId()).isNotBlank();
            assertThat(group.description()).isNotBlank();
        }
    }

    /** The guide's API example leaves out CacheSecurityGroupName, which the guide's own list and the API reference require. */
    @ParameterizedTest
    @EnumSource
    void the_API_example_as_printed_lacks_a_required_parameter(Door door) {
        AuthorizeCacheSecurityGroupIngressRequest asPrinted = AuthorizeCacheSecurityGroupIngressRequest.builder()
                .ec2SecurityGroupOwnerId("987654321021")
                .ec2SecurityGroupName("myec2group")
                .build();

        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> door.authorize(mock, asPrinted), mock)
                .says("The parameter CacheSecurityGroupName must be provided and must not be null.");
    }

    @ParameterizedTest
    @EnumSource
    void the_API_example_works_with_the_parameter_that_it_lacks(Door door) {
        AuthorizeCacheSecurityGroupIngressRequest complete = AuthorizeCacheSecurityGroupIngressRequest.builder()
                .cacheSecurityGroupName("default")
                .ec2SecurityGroupOwnerId("987654321021")
                .ec2SecurityGroupName("myec2group")
                .build();

        assertThat(door.authorize(mock, complete).cacheSecurityGroup())
                .hasIngress("myec2group", "987654321021", "authorizing");
    }

    /** "This topic is relevant to you only if you are not running in an Amazon VPC." */
    @ParameterizedTest
    @EnumSource
    void an_account_that_runs_in_a_VPC_has_no_cache_security_groups(Door door) {
        try (ElastiCacheMock inVpc =
                ElastiCacheMock.builder().platform(Platform.VPC_ONLY).build()) {
            INVALID_PARAMETER_VALUE
                    .isTheAnswerTo(() -> door.authorize(inVpc, "default", "myec2group", "987654321021"))
                    .says("Use of cache security groups is not permitted in this API version for your account.");
        }
    }
}
