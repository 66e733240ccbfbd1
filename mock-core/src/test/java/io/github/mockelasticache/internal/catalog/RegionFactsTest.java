package io.github.mockelasticache.internal.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.regions.Region;

class RegionFactsTest {

    @ParameterizedTest
    @CsvSource({
        "us-east-1, use1",
        "us-east-2, use2",
        "us-west-2, usw2",
        "eu-west-1, euw1",
        "ca-central-1, cac1",
        "ap-northeast-1, apne1",
        "ap-northeast-2, apn2",
        "ap-southeast-2, apse2",
        "ap-south-1, aps1",
        "cn-north-1, cnn1",
        "cn-northwest-1, cnw1"
    })
    void endpoints_have_a_short_code_of_the_region(String region, String code) {
        assertThat(RegionCodes.of(Region.of(region))).isEqualTo(code);
    }

    @Test
    void every_region_of_the_sdk_has_a_code_of_its_own() {
        List<Region> regions = Region.regions().stream()
                .filter(region -> !region.isGlobalRegion())
                .toList();

        assertThat(regions)
                .extracting(RegionCodes::of)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("[a-z]{3,6}[1-9]"));
    }

    @Test
    void every_region_has_at_least_three_zones() {
        assertThat(Region.regions())
                .allSatisfy(region -> assertThat(AvailabilityZones.of(region))
                        .hasSizeGreaterThanOrEqualTo(3)
                        .isSorted());
        assertThat(AvailabilityZones.of(Region.AP_NORTHEAST_1))
                .containsExactly("ap-northeast-1a", "ap-northeast-1c", "ap-northeast-1d");
        assertThat(AvailabilityZones.of(Region.US_EAST_1)).hasSize(6).endsWith("us-east-1f");
    }

    @Test
    void a_zone_belongs_to_one_region() {
        assertThat(AvailabilityZones.exists(Region.US_EAST_2, "us-east-2c")).isTrue();
        assertThat(AvailabilityZones.exists(Region.US_EAST_2, "us-east-1a")).isFalse();
        assertThat(AvailabilityZones.exists(Region.US_EAST_2, "us-east-2z")).isFalse();
        assertThat(AvailabilityZones.exists(Region.US_EAST_2, "us-east-2")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "us-east-1, 3",
        "us-east-2, 4",
        "us-west-1, 6",
        "us-west-2, 6",
        "eu-west-1, 22",
        "eu-west-2, 23",
        "eu-central-1, 23",
        "ap-northeast-1, 13",
        "ap-southeast-1, 14",
        "ap-southeast-2, 12",
        "sa-east-1, 1",
        "ap-south-1, 18",
        "eu-west-3, 0"
    })
    void maintenance_windows_are_drawn_from_eight_hours_of_the_region(String region, int hour) {
        assertThat(MaintenanceBlocks.startHour(Region.of(region))).isEqualTo(hour);
    }

    @Test
    void a_region_that_only_a_newer_sdk_knows_has_the_usual_facts() {
        Region region = Region.of("xx-north-9");

        assertThat(RegionCodes.of(region)).isEqualTo("xxnorth9");
        assertThat(AvailabilityZones.of(region)).containsExactly("xx-north-9a", "xx-north-9b", "xx-north-9c");
        assertThat(MaintenanceBlocks.startHour(region)).isEqualTo(3);
    }
}
