package io.github.mockelasticache.seeds;

import static io.github.mockelasticache.assertj.MockElastiCacheAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.testing.Groups;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.elasticache.model.CacheSecurityGroup;

/**
 * The page "authorize-cache-security-group-ingress" of the AWS CLI's reference. Its three options are the operation's three
 * parameters, and its output is the structure that the Java SDK answers with.
 */
class CliPageTest {

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.create();

    @ParameterizedTest
    @EnumSource
    void the_three_options_come_back_in_the_output(Door door) {
        Groups.of(mock.client()).create("mysecuritygroup");

        CacheSecurityGroup output = door.authorize(mock, "mysecuritygroup", "myec2group", "987654321021")
                .cacheSecurityGroup();

        assertThat(output.cacheSecurityGroupName()).isEqualTo("mysecuritygroup");
        assertThat(output.ec2SecurityGroups()).hasSize(1);
        assertThat(output.ec2SecurityGroups().get(0).ec2SecurityGroupName()).isEqualTo("myec2group");
        assertThat(output.ec2SecurityGroups().get(0).ec2SecurityGroupOwnerId()).isEqualTo("987654321021");
    }

    @ParameterizedTest
    @EnumSource
    void the_output_has_owner_name_description_and_the_list_of_ec2_security_groups_each_with_its_status(Door door) {
        CacheSecurityGroup output =
                door.authorize(mock, "default", "myec2group", "987654321021").cacheSecurityGroup();

        assertThat(output.ownerId()).isEqualTo(mock.accountId());
        assertThat(output.description()).isEqualTo("default");
        assertThat(output).hasName("default").hasIngress("myec2group", "987654321021", "authorizing");
    }

    @ParameterizedTest
    @EnumSource
    void the_output_is_the_one_of_create_and_revoke_as_well(Door door) {
        Groups groups = Groups.of(mock.client());
        CacheSecurityGroup created = groups.create("mysecuritygroup");

        CacheSecurityGroup authorized = door.authorize(mock, "mysecuritygroup", "myec2group", "987654321021")
                .cacheSecurityGroup();
        mock.clock().settle();
        CacheSecurityGroup revoked = groups.revoke("mysecuritygroup", "myec2group", "987654321021");

        assertThat(authorized).isEqualTo(withIngressOf(authorized, created));
        assertThat(revoked).isEqualTo(withIngressOf(revoked, created));
    }

    private static CacheSecurityGroup withIngressOf(CacheSecurityGroup group, CacheSecurityGroup created) {
        return created.toBuilder().ec2SecurityGroups(group.ec2SecurityGroups()).build();
    }
}
