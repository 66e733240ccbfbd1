package io.github.mockelasticache.assertj;

import static io.github.mockelasticache.assertj.MockElastiCacheAssertions.assertThat;
import static io.github.mockelasticache.assertj.MockElastiCacheAssertions.assertThatServiceErrorOf;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.concurrent.CompletionException;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.elasticache.model.CacheSecurityGroup;
import software.amazon.awssdk.services.elasticache.model.CacheSecurityGroupNotFoundException;
import software.amazon.awssdk.services.elasticache.model.EC2SecurityGroup;

/** An assertion fails when it should, and then says what there is. */
class MockElastiCacheAssertionsTest {

    private static final CacheSecurityGroup GROUP = CacheSecurityGroup.builder()
            .cacheSecurityGroupName("mygroup")
            .ec2SecurityGroups(List.of(entry("web", "authorizing"), entry("api", "authorized")))
            .build();

    @Test
    void ingress_is_told_by_name_owner_and_status() {
        assertThat(GROUP)
                .hasName("mygroup")
                .hasIngress("web", "123456789012", "authorizing")
                .allowsIngressFrom("api", "123456789012");
    }

    @Test
    void a_failure_shows_the_ingress_that_there_is() {
        assertFails(
                () -> assertThat(GROUP).allowsIngressFrom("web", "123456789012"),
                "Expected cache security group <mygroup> to allow ingress from <web> of account <123456789012>, but"
                        + " it lists:",
                "web of 123456789012: authorizing",
                "api of 123456789012: authorized");
        assertFails(
                () -> assertThat(GROUP).hasIngress("api", "210987654321", "authorized"),
                "api of 123456789012: authorized");
        assertFails(() -> assertThat(GROUP).hasIngress("api", "123456789012", "revoking"), "as <revoking>");
        assertFails(() -> assertThat(GROUP).hasNoIngress(), "to list no ingress", "web of 123456789012");
        assertFails(() -> assertThat(GROUP).hasName("other"), "to be named <other>");
    }

    @Test
    void a_list_that_is_absent_is_not_one_that_is_empty() {
        assertThat(CacheSecurityGroup.builder().ec2SecurityGroups(List.of()).build())
                .hasNoIngress();
        assertFails(() -> assertThat(CacheSecurityGroup.builder().build()).hasNoIngress(), "to list no ingress");
        assertFails(() -> assertThat(CacheSecurityGroup.builder().build()).allowsIngressFrom("web", "1"), "it lists:");
    }

    @Test
    void an_error_is_told_by_code_status_and_wording_thrown_or_in_a_future() {
        CacheSecurityGroupNotFoundException error = notFound();

        assertThatServiceErrorOf(() -> {
                    throw error;
                })
                .hasCode("CacheSecurityGroupNotFound")
                .hasHttpStatus(404)
                .says("CacheSecurityGroup not found: nope");
        assertThatServiceErrorOf(() -> {
                    throw new CompletionException(error);
                })
                .isSameAs(error);
    }

    @Test
    void a_failure_shows_the_error_that_there_is() {
        assertFails(
                () -> assertThatServiceErrorOf(MockElastiCacheAssertionsTest::refused)
                        .hasCode("Other"),
                "<Other>",
                "nope");
        assertFails(
                () -> assertThatServiceErrorOf(MockElastiCacheAssertionsTest::refused)
                        .hasHttpStatus(400),
                "<400>",
                "404");
        assertFails(
                () -> assertThatServiceErrorOf(MockElastiCacheAssertionsTest::refused)
                        .says("other"),
                "other",
                "nope");
        assertFails(() -> assertThatServiceErrorOf(() -> {}).hasCode("Other"), "not to be null");
    }

    private static EC2SecurityGroup entry(String name, String status) {
        return EC2SecurityGroup.builder()
                .ec2SecurityGroupName(name)
                .ec2SecurityGroupOwnerId("123456789012")
                .status(status)
                .build();
    }

    private static void refused() {
        throw notFound();
    }

    private static CacheSecurityGroupNotFoundException notFound() {
        return CacheSecurityGroupNotFoundException.builder()
                .statusCode(404)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode("CacheSecurityGroupNotFound")
                        .errorMessage("CacheSecurityGroup not found: nope")
                        .build())
                .build();
    }

    private static void assertFails(ThrowingCallable assertion, String... parts) {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(assertion)
                .satisfies(
                        failure -> Assertions.assertThat(failure.getMessage()).contains(parts));
    }
}
