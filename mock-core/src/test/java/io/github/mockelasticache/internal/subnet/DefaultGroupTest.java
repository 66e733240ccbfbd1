package io.github.mockelasticache.internal.subnet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.Platform;
import io.github.mockelasticache.internal.catalog.AvailabilityZones;
import io.github.mockelasticache.testing.SubnetGroups;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticache.model.CacheSubnetGroup;
import software.amazon.awssdk.services.elasticache.model.NetworkType;
import software.amazon.awssdk.services.elasticache.model.Tag;

/** The cache subnet group that is there from the start: "Subnets and subnet groups", user guide. */
class DefaultGroupTest {

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.create();

    private final SubnetGroups groups = SubnetGroups.of(mock.client());

    @ParameterizedTest
    @EnumSource(Platform.class)
    void it_is_there_on_both_platforms(Platform platform) {
        try (ElastiCacheMock onThat =
                ElastiCacheMock.builder().platform(platform).build()) {
            CacheSubnetGroup group = SubnetGroups.of(onThat.client()).named("Default");

            assertThat(group.cacheSubnetGroupName()).isEqualTo("default");
            assertThat(group.cacheSubnetGroupDescription()).isEqualTo("Default CacheSubnetGroup");
            assertThat(group.arn()).isEqualTo("arn:aws:elasticache:us-east-1:123456789012:subnetgroup:default");
            assertThat(group.supportedNetworkTypes()).containsExactly(NetworkType.IPV4);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"us-east-1", "eu-central-1", "cn-north-1", "us-gov-west-1"})
    void it_has_a_subnet_of_the_default_vpc_in_each_zone_of_the_region(String id) {
        Region region = Region.of(id);

        CacheSubnetGroup group = SubnetGroups.of(mock.client(region)).named("default");

        assertThat(group.vpcId()).matches("vpc-[0-9a-f]{17}");
        assertThat(SubnetGroups.subnetIds(group))
                .doesNotHaveDuplicates()
                .allSatisfy(subnet -> assertThat(subnet).matches("subnet-[0-9a-f]{17}"));
        assertThat(group.subnets())
                .extracting(subnet -> subnet.subnetAvailabilityZone().name())
                .isEqualTo(AvailabilityZones.of(region));
    }

    @Test
    void its_vpc_is_another_one_in_each_region_and_account_and_the_same_one_in_each_mock() {
        try (ElastiCacheMock same = ElastiCacheMock.builder().seed(7).build();
                ElastiCacheMock other =
                        ElastiCacheMock.builder().accountId("210987654321").build()) {
            String here = groups.named("default").vpcId();

            assertThat(SubnetGroups.of(same.client()).named("default").vpcId()).isEqualTo(here);
            assertThat(List.of(
                            here,
                            SubnetGroups.of(mock.client(Region.EU_WEST_1))
                                    .named("default")
                                    .vpcId(),
                            SubnetGroups.of(other.client()).named("default").vpcId()))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void its_subnets_can_be_used_in_other_groups_even_where_subnets_must_be_registered() {
        try (ElastiCacheMock strict = ElastiCacheMock.builder().strictEc2(true).build()) {
            SubnetGroups ofStrict = SubnetGroups.of(strict.client());
            CacheSubnetGroup group = ofStrict.named("default");

            CacheSubnetGroup other =
                    ofStrict.create("mygroup", SubnetGroups.subnetIds(group).get(2));

            assertThat(other.vpcId()).isEqualTo(group.vpcId());
            assertThat(other.subnets()).containsExactly(group.subnets().get(2));
        }
    }

    @Test
    void it_can_be_modified() {
        groups.modify("default", "subnet-1");

        assertThat(SubnetGroups.subnetIds(groups.named("default"))).containsExactly("subnet-1");
    }

    @Test
    void it_can_be_tagged() {
        String arn = groups.named("default").arn();
        Tag tag = Tag.builder().key("stage").value("test").build();

        assertThat(mock.client()
                        .addTagsToResource(
                                resource -> resource.resourceName(arn).tags(tag))
                        .tagList())
                .containsExactly(tag);
    }

    @Test
    void it_was_no_event() {
        assertThat(mock.client().describeEvents().events()).isEmpty();
    }
}
