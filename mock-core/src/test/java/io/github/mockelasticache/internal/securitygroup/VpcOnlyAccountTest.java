package io.github.mockelasticache.internal.securitygroup;

import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_VALUE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.Platform;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;

/** An account without EC2-Classic has no cache security groups. */
class VpcOnlyAccountTest {

    /** The service's own words: ansible/ansible-modules-core#5815. */
    private static final String NOT_PERMITTED =
            "Use of cache security groups is not permitted in this API version for your account.";

    @AutoClose
    private final ElastiCacheMock mock =
            ElastiCacheMock.builder().platform(Platform.VPC_ONLY).build();

    @ParameterizedTest
    @MethodSource("operations")
    void each_operation_on_cache_security_groups_is_InvalidParameterValue(Consumer<ElastiCacheClient> operation) {
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> operation.accept(mock.client()))
                .says(NOT_PERMITTED);
        assertThat(mock.timeline().pending()).isEmpty();
        assertThat(mock.client().describeEvents().events()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("operationsWithoutParameters")
    void the_platform_is_what_is_said_before_any_parameter(Consumer<ElastiCacheClient> operation) {
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> operation.accept(mock.client()))
                .says(NOT_PERMITTED);
    }

    static Stream<Named<Consumer<ElastiCacheClient>>> operations() {
        return Stream.of(
                Named.of(
                        "AuthorizeCacheSecurityGroupIngress",
                        client -> client.authorizeCacheSecurityGroupIngress(
                                ingress -> ingress.cacheSecurityGroupName("default")
                                        .ec2SecurityGroupName("myec2group")
                                        .ec2SecurityGroupOwnerId("987654321021"))),
                Named.of(
                        "CreateCacheSecurityGroup",
                        client -> client.createCacheSecurityGroup(
                                group -> group.cacheSecurityGroupName("mygroup").description("My security group"))),
                Named.of(
                        "DeleteCacheSecurityGroup",
                        client -> client.deleteCacheSecurityGroup(group -> group.cacheSecurityGroupName("default"))),
                Named.of(
                        "DescribeCacheSecurityGroups",
                        client -> client.describeCacheSecurityGroups(group -> group.cacheSecurityGroupName("default"))),
                Named.of(
                        "RevokeCacheSecurityGroupIngress",
                        client -> client.revokeCacheSecurityGroupIngress(
                                ingress -> ingress.cacheSecurityGroupName("default")
                                        .ec2SecurityGroupName("myec2group")
                                        .ec2SecurityGroupOwnerId("987654321021"))));
    }

    static Stream<Named<Consumer<ElastiCacheClient>>> operationsWithoutParameters() {
        return Stream.of(
                Named.of(
                        "AuthorizeCacheSecurityGroupIngress",
                        client -> client.authorizeCacheSecurityGroupIngress(ingress -> {})),
                Named.of("CreateCacheSecurityGroup", client -> client.createCacheSecurityGroup(group -> {})),
                Named.of("DeleteCacheSecurityGroup", client -> client.deleteCacheSecurityGroup(group -> {})),
                Named.of("DescribeCacheSecurityGroups", client -> client.describeCacheSecurityGroups(all -> {})),
                Named.of(
                        "RevokeCacheSecurityGroupIngress",
                        client -> client.revokeCacheSecurityGroupIngress(ingress -> {})));
    }
}
