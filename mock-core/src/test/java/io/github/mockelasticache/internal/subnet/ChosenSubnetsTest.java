package io.github.mockelasticache.internal.subnet;

import static io.github.mockelasticache.testing.Refusal.CACHE_SUBNET_GROUP_NOT_FOUND;
import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_VALUE;
import static io.github.mockelasticache.testing.Refusal.INVALID_SUBNET;
import static io.github.mockelasticache.testing.Refusal.SUBNET_NOT_ALLOWED;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.internal.catalog.AvailabilityZones;
import io.github.mockelasticache.testing.SubnetGroups;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticache.model.CacheSubnetGroup;
import software.amazon.awssdk.services.elasticache.model.NetworkType;
import software.amazon.awssdk.services.elasticache.model.Subnet;

/** Which subnets a cache subnet group can have: those that the test has registered, and those that it has not. */
class ChosenSubnetsTest {

    private static final String OUTPOST = "arn:aws:outposts:us-east-1:123456789012:outpost/op-1";

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.create();

    @AutoClose
    private final ElastiCacheMock strict =
            ElastiCacheMock.builder().strictEc2(true).build();

    private final SubnetGroups groups = SubnetGroups.of(mock.client());
    private final SubnetGroups strictGroups = SubnetGroups.of(strict.client());

    @Test
    void a_subnet_that_is_not_registered_is_in_the_default_vpc() {
        assertThat(groups.create("mygroup", "subnet-53df9c3a").vpcId())
                .isEqualTo(groups.named("default").vpcId());
    }

    @Test
    void subnets_that_are_not_registered_spread_over_all_zones_of_the_region_the_same_way_each_time() {
        String[] ids = IntStream.range(0, 20).mapToObj("subnet-%02d"::formatted).toArray(String[]::new);

        CacheSubnetGroup group = groups.create("mygroup", ids);

        assertThat(group.subnets())
                .extracting(subnet -> subnet.subnetAvailabilityZone().name())
                .hasSameElementsAs(AvailabilityZones.of(mock.region()));
        try (ElastiCacheMock other = ElastiCacheMock.builder().seed(9).build()) {
            assertThat(SubnetGroups.of(other.client()).create("mygroup", ids).subnets())
                    .isEqualTo(group.subnets());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "subnet-", "sg-12345678", "12345678", "subnet-#1", "Subnet-1", "subnet_1"})
    void an_id_that_is_none_is_InvalidParameterValue(String id) {
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> groups.create("mygroup", "subnet-1", id), mock)
                .says("Some input subnets in :[subnet-1, " + id + "] are invalid.");
    }

    @Test
    void an_id_that_is_null_is_InvalidParameterValue() {
        String nothing = null;
        INVALID_PARAMETER_VALUE.isTheAnswerTo(() -> groups.create("mygroup", "subnet-1", nothing), mock);
    }

    @Test
    void a_registered_subnet_is_shown_as_it_was_registered_last() {
        mock.registerSubnet(mock.region(), "subnet-0a", "vpc-1", "us-east-1b")
                .registerSubnet(mock.region(), "subnet-0a", "vpc-2", "us-east-1c");

        CacheSubnetGroup group = groups.create("mygroup", "subnet-0a");

        assertThat(group.vpcId()).isEqualTo("vpc-2");
        assertThat(SubnetGroups.subnets(group)).containsExactly("subnet-0a in us-east-1c");
    }

    @Test
    void a_group_keeps_its_subnets_as_they_were_when_they_were_chosen() {
        mock.registerSubnet(mock.region(), "subnet-0a", "vpc-1", "us-east-1b");
        CacheSubnetGroup before = groups.create("mygroup", "subnet-0a");
        mock.registerSubnet(mock.region(), "subnet-0a", "vpc-2", "us-east-1c");

        assertThat(groups.named("mygroup")).isEqualTo(before);
    }

    @Test
    void a_mock_that_is_reset_forgets_the_subnets_that_were_registered() {
        strict.registerSubnet(strict.region(), "subnet-0a", "vpc-1", "us-east-1a");
        strictGroups.create("mygroup", "subnet-0a");

        strict.reset();

        assertThat(strictGroups.names()).containsExactly("default");
        INVALID_PARAMETER_VALUE.isTheAnswerTo(() -> strictGroups.create("mygroup", "subnet-0a"), strict);
    }

    /** The service's own words: openedx-unsupported/configuration#313. */
    @Test
    void where_subnets_must_be_registered_one_that_is_not_is_InvalidParameterValue() {
        strict.registerSubnet(strict.region(), "subnet-0a", "vpc-1", "us-east-1a");
        strictGroups.create("mygroup", "subnet-0a");

        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> strictGroups.create("other", "subnet-0a", "subnet-0b"), strict)
                .says("Some input subnets in :[subnet-0a, subnet-0b] are invalid.");
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> strictGroups.modify("mygroup", "subnet-0b"), strict)
                .says("Some input subnets in :[subnet-0b] are invalid.");
    }

    @Test
    void a_subnet_is_registered_in_one_region_only() {
        strict.registerSubnet(Region.EU_WEST_1, "subnet-0a", "vpc-1", "eu-west-1a");

        INVALID_PARAMETER_VALUE.isTheAnswerTo(() -> strictGroups.create("mygroup", "subnet-0a"), strict);
        assertThat(SubnetGroups.of(strict.client(Region.EU_WEST_1))
                        .create("mygroup", "subnet-0a")
                        .vpcId())
                .isEqualTo("vpc-1");
    }

    @Test
    void an_unknown_group_is_what_is_said_before_its_subnets_are_looked_at() {
        CACHE_SUBNET_GROUP_NOT_FOUND.isTheAnswerTo(() -> strictGroups.modify("nosuchgroup", "subnet-0a"), strict);
    }

    /** The service's own words: floci-io/floci#2401. */
    @Test
    void subnets_of_different_vpcs_are_InvalidSubnet() {
        mock.registerSubnet(mock.region(), "subnet-0a", "vpc-1", "us-east-1a")
                .registerSubnet(mock.region(), "subnet-0b", "vpc-1", "us-east-1b")
                .registerSubnet(mock.region(), "subnet-0c", "vpc-2", "us-east-1c");
        groups.create("mygroup", "subnet-0a", "subnet-0b");

        INVALID_SUBNET
                .isTheAnswerTo(() -> groups.create("other", "subnet-0a", "subnet-0b", "subnet-0c"), mock)
                .says("Subnets subnet-0a and subnet-0c are not in the same VPC.");
        INVALID_SUBNET
                .isTheAnswerTo(() -> groups.modify("mygroup", "subnet-0c", "subnet-0b"), mock)
                .says("Subnets subnet-0c and subnet-0b are not in the same VPC.");
        INVALID_SUBNET
                .isTheAnswerTo(() -> groups.create("other", "subnet-0a", "subnet-unregistered"), mock)
                .says("Subnets subnet-0a and subnet-unregistered are not in the same VPC.");
    }

    /** "When a user sets one subnet ID to a regional Availability Zone and a different one to an outpost", service model. */
    @Test
    void a_subnet_of_the_region_and_one_on_an_outpost_are_SubnetNotAllowedFault() {
        mock.registerSubnet(mock.region(), "subnet-0a", "vpc-1", "us-east-1a")
                .registerSubnet(mock.region(), "vpc-1", onOutpost("subnet-0b", OUTPOST));
        groups.create("mygroup", "subnet-0a");

        SUBNET_NOT_ALLOWED
                .isTheAnswerTo(() -> groups.create("other", "subnet-0a", "subnet-0b"), mock)
                .says("Subnets subnet-0a and subnet-0b are not on the same outpost.");
        SUBNET_NOT_ALLOWED
                .isTheAnswerTo(() -> groups.modify("mygroup", "subnet-0b", "subnet-0a"), mock)
                .says("Subnets subnet-0b and subnet-0a are not on the same outpost.");
    }

    @Test
    void subnets_on_one_outpost_make_a_group_and_on_two_they_are_SubnetNotAllowedFault() {
        mock.registerSubnet(mock.region(), "vpc-1", onOutpost("subnet-0a", OUTPOST))
                .registerSubnet(mock.region(), "vpc-1", onOutpost("subnet-0b", OUTPOST))
                .registerSubnet(mock.region(), "vpc-1", onOutpost("subnet-0c", OUTPOST + "2"));

        assertThat(groups.create("mygroup", "subnet-0a", "subnet-0b").subnets())
                .allSatisfy(subnet ->
                        assertThat(subnet.subnetOutpost().subnetOutpostArn()).isEqualTo(OUTPOST));
        SUBNET_NOT_ALLOWED.isTheAnswerTo(() -> groups.create("other", "subnet-0a", "subnet-0c"), mock);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            ipv4                 | ipv4                 | ipv4
            ipv4,dual_stack,ipv6 | dual_stack,ipv4,ipv6 | ipv4,ipv6,dual_stack
            ipv4,dual_stack      | ipv4                 | ipv4
            ipv6                 | ipv6                 | ipv6
            ipv6                 | ipv4                 | none
            """)
    void a_group_supports_the_network_types_that_all_of_its_subnets_support(
            String one, String other, @Nullable String group) {
        mock.registerSubnet(mock.region(), "vpc-1", withNetworkTypes("subnet-0a", one))
                .registerSubnet(mock.region(), "vpc-1", withNetworkTypes("subnet-0b", other));

        CacheSubnetGroup created = groups.create("mygroup", "subnet-0a", "subnet-0b");

        assertThat(created.supportedNetworkTypes()).containsExactlyInAnyOrder(networkTypes(group));
        assertThat(created.subnets().get(0).supportedNetworkTypes()).containsExactly(networkTypes(one));
    }

    private static Subnet onOutpost(String id, String outpost) {
        return withNetworkTypes(id, "ipv4").toBuilder()
                .subnetOutpost(on -> on.subnetOutpostArn(outpost))
                .build();
    }

    private static Subnet withNetworkTypes(String id, String networkTypes) {
        return Subnet.builder()
                .subnetIdentifier(id)
                .subnetAvailabilityZone(zone -> zone.name("us-east-1a"))
                .supportedNetworkTypes(networkTypes(networkTypes))
                .build();
    }

    private static NetworkType[] networkTypes(@Nullable String list) {
        return list == null
                ? new NetworkType[0]
                : Arrays.stream(list.split(",")).map(NetworkType::fromValue).toArray(NetworkType[]::new);
    }
}
