package io.github.mockelasticache.internal.securitygroup;

import static io.github.mockelasticache.testing.Refusal.AUTHORIZATION_NOT_FOUND;
import static io.github.mockelasticache.testing.Refusal.CACHE_SECURITY_GROUP_NOT_FOUND;
import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_VALUE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.testing.Groups;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;

/** A mock that knows which EC2 security groups exist, and in which region. */
class StrictEc2Test {

    @AutoClose
    private final ElastiCacheMock mock =
            ElastiCacheMock.builder().region(Region.US_WEST_2).strictEc2(true).build();

    private final Groups groups = Groups.of(mock.client());

    @Test
    void ingress_from_a_registered_ec2_security_group_is_authorized() {
        mock.registerEc2SecurityGroup(Region.US_WEST_2, "987654321021", "myec2group");

        groups.authorize("default", "myec2group", "9876-5432-1021");
        mock.clock().settle();

        assertThat(groups.ingressOf("default")).containsExactly("myec2group/987654321021 authorized");
    }

    @Test
    void an_ec2_security_group_that_is_registered_nowhere_is_InvalidParameterValue() {
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> groups.authorize("default", "myec2group", "987654321021"), mock)
                .says("EC2 security group not found: myec2group (owner 987654321021)");
    }

    @Test
    void an_ec2_security_group_of_another_owner_or_name_is_InvalidParameterValue() {
        mock.registerEc2SecurityGroup(Region.US_WEST_2, "987654321021", "myec2group");

        INVALID_PARAMETER_VALUE.isTheAnswerTo(() -> groups.authorize("default", "myec2group", "111111111111"), mock);
        INVALID_PARAMETER_VALUE.isTheAnswerTo(() -> groups.authorize("default", "other", "987654321021"), mock);
    }

    /** "You cannot authorize ingress from an Amazon EC2 security group in one region to an ElastiCache cluster in another." */
    @Test
    void an_ec2_security_group_that_exists_only_in_other_regions_is_InvalidParameterValue_and_they_are_named() {
        mock.registerEc2SecurityGroup(Region.US_EAST_1, "987654321021", "myec2group");
        mock.registerEc2SecurityGroup(Region.EU_WEST_1, "987654321021", "myec2group");

        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> groups.authorize("default", "myec2group", "987654321021"), mock)
                .says("Ingress cannot be authorized across regions: EC2 security group myec2group (owner 987654321021)"
                        + " is in eu-west-1, us-east-1, the cache security group in us-west-2");
    }

    @Test
    void an_ec2_security_group_that_is_registered_after_a_refusal_can_be_authorized() {
        INVALID_PARAMETER_VALUE.isTheAnswerTo(() -> groups.authorize("default", "myec2group", "987654321021"), mock);
        mock.registerEc2SecurityGroup(Region.US_WEST_2, "987654321021", "myec2group");

        groups.authorize("default", "myec2group", "987654321021");

        assertThat(groups.ingressOf("default")).containsExactly("myec2group/987654321021 authorizing");
    }

    @Test
    void an_ec2_security_group_may_be_registered_in_several_regions_and_twice_in_one() {
        mock.registerEc2SecurityGroup(Region.US_WEST_2, "987654321021", "myec2group")
                .registerEc2SecurityGroup(Region.US_WEST_2, "987654321021", "myec2group")
                .registerEc2SecurityGroup(Region.US_EAST_1, "987654321021", "myec2group");

        groups.authorize("default", "myec2group", "987654321021");
        Groups.of(mock.client(Region.US_EAST_1)).authorize("default", "myec2group", "987654321021");

        assertThat(mock.timeline().pending()).hasSize(2);
    }

    @Test
    void an_unknown_cache_security_group_is_what_is_said_first() {
        CACHE_SECURITY_GROUP_NOT_FOUND.isTheAnswerTo(
                () -> groups.authorize("nosuchgroup", "myec2group", "987654321021"), mock);
    }

    @Test
    void revoking_asks_for_the_ingress_and_not_for_the_ec2_security_group() {
        AUTHORIZATION_NOT_FOUND.isTheAnswerTo(() -> groups.revoke("default", "myec2group", "987654321021"), mock);
    }

    @Test
    void a_mock_that_is_not_strict_takes_any_name_even_one_that_is_registered_elsewhere() {
        try (ElastiCacheMock lenient = ElastiCacheMock.create()) {
            lenient.registerEc2SecurityGroup(Region.EU_WEST_1, "987654321021", "myec2group");
            Groups ofLenient = Groups.of(lenient.client());

            ofLenient.authorize("default", "myec2group", "987654321021");
            ofLenient.authorize("default", "nobody knows me", "111111111111");

            assertThat(ofLenient.ingressOf("default"))
                    .containsExactly("myec2group/987654321021 authorizing", "nobody knows me/111111111111 authorizing");
        }
    }
}
