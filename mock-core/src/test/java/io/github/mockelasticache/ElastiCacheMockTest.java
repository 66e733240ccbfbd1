package io.github.mockelasticache;

import static io.github.mockelasticache.assertj.MockElastiCacheAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.mockelasticache.Quotas.Quota;
import io.github.mockelasticache.time.Delays;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CacheSecurityGroup;
import software.amazon.awssdk.services.elasticache.model.Subnet;

/** The settings of a mock: their defaults, what each one does, and what is refused. */
class ElastiCacheMockTest {

    @Test
    void a_mock_has_a_default_for_every_setting() {
        try (ElastiCacheMock mock = ElastiCacheMock.create()) {
            assertThat(mock.region()).isEqualTo(Region.US_EAST_1);
            assertThat(mock.accountId()).isEqualTo("123456789012");
            assertThat(mock.clock().instant()).isEqualTo(Instant.parse("2025-01-01T00:00:00Z"));
            assertThat(mock.timeline().pending()).isEmpty();
            assertThat(mock.timeline().history()).isEmpty();
        }
    }

    @Test
    void region_and_account_own_every_resource() {
        try (ElastiCacheMock mock = ElastiCacheMock.builder()
                .region(Region.CN_NORTH_1)
                .accountId("210987654321")
                .build()) {
            CacheSecurityGroup group = defaultGroup(mock);

            assertThat(group.ownerId()).isEqualTo("210987654321");
            assertThat(group.arn()).isEqualTo("arn:aws-cn:elasticache:cn-north-1:210987654321:securitygroup:default");
        }
    }

    @Test
    void the_clock_starts_where_it_is_told_to() {
        Instant start = Instant.parse("2015-02-02T19:23:17Z");
        try (ElastiCacheMock mock = ElastiCacheMock.builder().startingAt(start).build()) {
            assertThat(mock.clock().instant()).isEqualTo(start);
        }
    }

    @Test
    void the_two_steps_of_ingress_can_take_different_times() {
        try (ElastiCacheMock mock = ElastiCacheMock.builder()
                .delays(Delays.documented().with(Delays.Step.INGRESS_REVOKING, Duration.ofMinutes(5)))
                .build()) {
            ElastiCacheClient client = mock.client();
            client.authorizeCacheSecurityGroupIngress(ingress -> ingress.cacheSecurityGroupName("default")
                    .ec2SecurityGroupName("web")
                    .ec2SecurityGroupOwnerId("123456789012"));
            mock.clock().advance(Duration.ofMinutes(1));
            client.revokeCacheSecurityGroupIngress(ingress -> ingress.cacheSecurityGroupName("default")
                    .ec2SecurityGroupName("web")
                    .ec2SecurityGroupOwnerId("123456789012"));
            mock.clock().advance(Duration.ofMinutes(4));
            assertThat(defaultGroup(mock)).hasIngress("web", "123456789012", "revoking");

            mock.clock().advance(Duration.ofMinutes(1));

            assertThat(defaultGroup(mock)).hasNoIngress();
        }
    }

    @Test
    void the_same_seed_gives_the_same_request_ids_and_another_seed_others() {
        assertThat(requestId(7)).isEqualTo(requestId(7)).isNotEqualTo(requestId(8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345678901", "1234567890123", "12345678901a", "1234-5678-901"})
    void an_account_id_has_twelve_digits(String accountId) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ElastiCacheMock.builder().accountId(accountId))
                .withMessage(
                        "The accountId must be an AWS account number of twelve digits, for example 123456789012, but is \""
                                + accountId + "\".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"us-esat-1", "nowhere", "aws-global", "aws-cn-global"})
    void a_region_must_be_one_that_the_sdk_knows(String region) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ElastiCacheMock.builder().region(Region.of(region)))
                .withMessage(
                        "The region " + region + " is not one that the AWS SDK knows; use the id of a region such as"
                                + " us-east-1 or eu-central-1.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "authorizing", "revoking"})
    void the_word_for_settled_ingress_must_not_be_one_for_ingress_that_changes(String word) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ElastiCacheMock.builder().settledIngressStatus(word))
                .withMessage(
                        "The settledIngressStatus must be the word for an ingress that has taken effect, \"authorized\" or"
                                + " \"available\", but is \"" + word + "\".");
    }

    @Test
    void a_delay_cannot_be_negative() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ElastiCacheMock.builder().ingressDelay(Duration.ofSeconds(-1)))
                .withMessage("The delay of INGRESS_AUTHORIZING must be zero or more, but is PT-1S.");
    }

    @Test
    void quotas_have_a_range() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Quotas.documented().with(Quota.CACHE_SECURITY_GROUPS, 0))
                .withMessage("The quota CACHE_SECURITY_GROUPS must be at least 1, but is 0.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Quotas.documented().with(Quota.TAGS_PER_RESOURCE, -1))
                .withMessage("The quota TAGS_PER_RESOURCE must be at least 0, but is -1.");
    }

    @Test
    void quotas_are_those_of_a_new_account_unless_one_is_set() {
        Quotas quotas = Quotas.documented().with(Quota.CACHE_SECURITY_GROUPS, 3);

        assertThat(quotas.of(Quota.CACHE_SECURITY_GROUPS)).isEqualTo(3);
        assertThat(quotas.of(Quota.TAGS_PER_RESOURCE)).isEqualTo(50);
        assertThat(quotas.toString()).contains("CACHE_SECURITY_GROUPS=3", "NODES=300");
    }

    @Test
    void an_ec2_security_group_is_registered_with_region_account_and_name() {
        try (ElastiCacheMock mock = ElastiCacheMock.create()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> mock.registerEc2SecurityGroup(Region.of("nowhere"), "123456789012", "web"));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> mock.registerEc2SecurityGroup(Region.US_EAST_1, "1234-5678-9012", "web"))
                    .withMessageStartingWith("The ownerId must be an AWS account number of twelve digits");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> mock.registerEc2SecurityGroup(Region.US_EAST_1, "123456789012", " "))
                    .withMessage("The name of an EC2 security group must not be blank.");
        }
    }

    @ParameterizedTest
    @CsvSource(nullValues = "null", delimiter = '|', textBlock = """
            null | vpc-1 | us-east-1a | The id of a subnet must be of the form subnet-0a1b2c3d, but is "null".
            sg-1 | vpc-1 | us-east-1a | The id of a subnet must be of the form subnet-0a1b2c3d, but is "sg-1".
            subnet-1 | null | us-east-1a | The id of a VPC must be of the form vpc-0a1b2c3d, but is "null".
            subnet-1 | 1 | us-east-1a | The id of a VPC must be of the form vpc-0a1b2c3d, but is "1".
            """)
    void a_subnet_is_registered_with_ids_of_their_form(
            @Nullable String id, @Nullable String vpcId, String zone, String message) {
        try (ElastiCacheMock mock = ElastiCacheMock.create()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> mock.registerSubnet(Region.US_EAST_1, id, vpcId, zone))
                    .withMessage(message);
        }
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "a", "US-EAST-2A", "us-east-2z", "eu-west-1a"})
    void a_subnet_is_registered_in_a_zone_of_its_region(@Nullable String zone) {
        try (ElastiCacheMock mock = ElastiCacheMock.create()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> mock.registerSubnet(Region.US_EAST_2, "subnet-1", "vpc-1", zone))
                    .withMessage(
                            "The subnet subnet-1 must be in an availability zone of us-east-2, which are us-east-2a,"
                                    + " us-east-2b, us-east-2c, but is in " + zone + ".");
        }
    }

    @Test
    void a_subnet_is_registered_in_a_region_with_a_zone_and_a_network_type() {
        Subnet subnet = Subnet.builder().subnetIdentifier("subnet-1").build();
        try (ElastiCacheMock mock = ElastiCacheMock.create()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> mock.registerSubnet(Region.of("nowhere"), "subnet-1", "vpc-1", "nowherea"))
                    .withMessageStartingWith("The region nowhere is not one that the AWS SDK knows");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> mock.registerSubnet(Region.US_EAST_1, "vpc-1", subnet))
                    .withMessageEndingWith(", but is in none.");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> mock.registerSubnet(
                            Region.US_EAST_1,
                            "vpc-1",
                            subnet.toBuilder()
                                    .subnetAvailabilityZone(zone -> zone.name("us-east-1a"))
                                    .build()))
                    .withMessage("The subnet subnet-1 must support a network type, for example ipv4.");
        }
    }

    @Test
    void no_subnet_is_registered_with_a_mock_that_is_closed() {
        ElastiCacheMock closed = ElastiCacheMock.create();
        closed.close();

        assertThatIllegalStateException()
                .isThrownBy(() -> closed.registerSubnet(Region.US_EAST_1, "subnet-1", "vpc-1", "us-east-1a"))
                .withMessageStartingWith("This ElastiCacheMock has been closed");
    }

    private static CacheSecurityGroup defaultGroup(ElastiCacheMock mock) {
        return mock.client()
                .describeCacheSecurityGroups(named -> named.cacheSecurityGroupName("default"))
                .cacheSecurityGroups()
                .get(0);
    }

    private static String requestId(long seed) {
        try (ElastiCacheMock mock = ElastiCacheMock.builder().seed(seed).build()) {
            return mock.client()
                    .describeCacheSecurityGroups(all -> {})
                    .responseMetadata()
                    .requestId();
        }
    }
}
