package io.github.mockelasticache.internal.reserved;

import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_VALUE;
import static io.github.mockelasticache.testing.Refusal.RESERVED_CACHE_NODES_OFFERING_NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.testing.RequestMembers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.DescribeReservedCacheNodesOfferingsRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeReservedCacheNodesOfferingsResponse;
import software.amazon.awssdk.services.elasticache.model.RecurringCharge;
import software.amazon.awssdk.services.elasticache.model.ReservedCacheNodesOffering;

/** The catalogue of offerings: every node type and engine, for one and three years. */
class DescribeReservedCacheNodesOfferingsTest {

    private static final String DOCUMENTED = "438012d3-4052-4cc7-b2e3-8d3372e0e706";

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.create();

    private final ElastiCacheClient client = mock.client();

    @TestFactory
    Stream<DynamicTest> every_request_member_has_its_effect() {
        return RequestMembers.of(
                        DescribeReservedCacheNodesOfferingsRequest.builder().build())
                .member(
                        "ReservedCacheNodesOfferingId",
                        "picks one offering",
                        () -> assertThat(offerings(of -> of.reservedCacheNodesOfferingId(DOCUMENTED)))
                                .extracting(ReservedCacheNodesOffering::reservedCacheNodesOfferingId)
                                .containsExactly(DOCUMENTED))
                .member(
                        "CacheNodeType",
                        "picks those of a node type",
                        () -> assertThat(offerings(of -> of.cacheNodeType("cache.r6g.large")))
                                .hasSize(18) // Three engines, two durations, three offering types.
                                .extracting(ReservedCacheNodesOffering::cacheNodeType)
                                .containsOnly("cache.r6g.large"))
                .member(
                        "Duration",
                        "picks those of a duration",
                        () -> assertThat(offerings(of ->
                                        of.cacheNodeType("cache.r6g.large").duration("3")))
                                .hasSize(9)
                                .extracting(ReservedCacheNodesOffering::duration)
                                .containsOnly(94_608_000))
                .member(
                        "ProductDescription",
                        "picks those of an engine",
                        () -> assertThat(offerings(of ->
                                        of.cacheNodeType("cache.r6g.large").productDescription("valkey")))
                                .hasSize(6)
                                .extracting(ReservedCacheNodesOffering::productDescription)
                                .containsOnly("valkey"))
                .member(
                        "OfferingType",
                        "picks those of an offering type",
                        () -> assertThat(offerings(of ->
                                        of.cacheNodeType("cache.r6g.large").offeringType("No Upfront")))
                                .hasSize(6)
                                .extracting(ReservedCacheNodesOffering::offeringType)
                                .containsOnly("No Upfront"))
                .member(
                        "MaxRecords",
                        "is the size of a page",
                        () -> assertThat(client.describeReservedCacheNodesOfferings(all -> all.maxRecords(25))
                                        .reservedCacheNodesOfferings())
                                .hasSize(25))
                .member("Marker", "says where the page begins", () -> {
                    DescribeReservedCacheNodesOfferingsResponse first =
                            client.describeReservedCacheNodesOfferings(all -> all.maxRecords(20));
                    DescribeReservedCacheNodesOfferingsResponse second = client.describeReservedCacheNodesOfferings(
                            all -> all.maxRecords(20).marker(first.marker()));
                    assertThat(second.reservedCacheNodesOfferings())
                            .hasSize(20)
                            .doesNotContainAnyElementsOf(first.reservedCacheNodesOfferings());
                })
                .tests();
    }

    /** The ids and prices are those of the user guide and of the AWS CLI reference. */
    @ParameterizedTest
    @CsvSource({
        "01ce0a19-a476-41cb-8aee-48eacbcdc8e5, cache.t3.small, 31536000, memcached, Partial Upfront, 97, 0, 0.011",
        "0192caa9-daf2-4159-b1e5-a79bb1916695, cache.r3.4xlarge, 31536000, memcached, Heavy Utilization, 4328, 0, 0.491",
        "0443a27b-4da5-4b90-b92d-929fbd7abed2, cache.m3.2xlarge, 31536000, redis, Heavy Utilization, 1772, 0, 0.25",
        "438012d3-4052-4cc7-b2e3-8d3372e0e706, cache.m1.large, 31536000, memcached, Medium Utilization, 1820, 0.368,",
        "649fd0c8-cf6d-47a0-bfa6-060f8e75e95f, cache.m1.small, 31536000, memcached, Medium Utilization, 455, 0.092,",
        "fb766e0a-79d7-4e8f-a780-a2a6ed5ed439, cache.r3.2xlarge, 94608000, redis, Heavy Utilization, 4132, 0, 0.182"
    })
    void the_offerings_of_the_documentation_are_there(
            String id,
            String nodeType,
            int duration,
            String product,
            String type,
            double fixed,
            double usage,
            Double hourly) {
        assertThat(offerings(of -> of.cacheNodeType(nodeType)
                        .duration(Integer.toString(duration))
                        .productDescription(product)
                        .offeringType(type)))
                .containsExactly(ReservedCacheNodesOffering.builder()
                        .reservedCacheNodesOfferingId(id)
                        .cacheNodeType(nodeType)
                        .duration(duration)
                        .fixedPrice(fixed)
                        .usagePrice(usage)
                        .productDescription(product)
                        .offeringType(type)
                        .recurringCharges(hourly == null ? List.of() : List.of(hourly(hourly)))
                        .build());
    }

    @ParameterizedTest
    @CsvSource({
        "cache.m5.large, No Upfront, 1, 0, 0, 0.106",
        "cache.m5.large, Partial Upfront, 1, 444, 0, 0.051",
        "cache.m5.large, All Upfront, 1, 861, 0, 0",
        "cache.m5.large, All Upfront, 3, 1845, 0, 0",
        "cache.m5.xlarge, All Upfront, 3, 3690, 0, 0",
        "cache.m4.large, Heavy Utilization, 1, 380, 0, 0.054"
    })
    void an_offering_is_paid_as_its_type_says(
            String nodeType, String type, String years, double fixed, double usage, double hourly) {
        assertThat(offerings(of -> of.cacheNodeType(nodeType)
                        .offeringType(type)
                        .duration(years)
                        .productDescription("redis")))
                .singleElement()
                .satisfies(offering -> {
                    assertThat(offering.fixedPrice()).isEqualTo(fixed);
                    assertThat(offering.usagePrice()).isEqualTo(usage);
                    assertThat(offering.recurringCharges()).containsExactly(hourly(hourly));
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"cache.t3.micro", "cache.t4g.small", "cache.m5.large", "cache.r5.24xlarge", "cache.c7gn.large"})
    void nodes_from_M5_and_R5_on_are_paid_upfront_or_not(String nodeType) {
        assertThat(offerings(of -> of.cacheNodeType(nodeType)))
                .extracting(ReservedCacheNodesOffering::offeringType)
                .containsOnly("No Upfront", "Partial Upfront", "All Upfront");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"cache.t1.micro", "cache.t2.micro", "cache.m1.small", "cache.m4.large", "cache.r4.16xlarge"})
    void nodes_before_them_are_paid_by_utilization(String nodeType) {
        assertThat(offerings(of -> of.cacheNodeType(nodeType)))
                .extracting(ReservedCacheNodesOffering::offeringType)
                .containsOnly("Light Utilization", "Medium Utilization", "Heavy Utilization");
    }

    @Test
    void there_is_no_offering_for_an_engine_that_does_not_run_on_the_nodes() {
        assertThat(offerings(of -> of.cacheNodeType("cache.r6gd.xlarge").productDescription("memcached")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 31536000", "31536000, 31536000", "3, 94608000", "94608000, 94608000"})
    void a_duration_is_given_in_years_or_in_seconds(String duration, int seconds) {
        assertThat(offerings(of -> of.cacheNodeType("cache.m5.large").duration(duration)))
                .hasSize(9)
                .extracting(ReservedCacheNodesOffering::duration)
                .containsOnly(seconds);
    }

    @Test
    void an_offering_that_is_named_is_shown_only_if_it_matches_the_other_filters() {
        assertThat(offerings(of -> of.reservedCacheNodesOfferingId(DOCUMENTED).productDescription("memcached")))
                .hasSize(1);
        assertThat(offerings(of -> of.reservedCacheNodesOfferingId(DOCUMENTED).productDescription("redis")))
                .isEmpty();
    }

    @Test
    void what_no_offering_is_about_finds_none() {
        assertThat(offerings(of -> of.cacheNodeType("cache.nosuch.large"))).isEmpty();
        assertThat(offerings(of -> of.productDescription("nosuchengine"))).isEmpty();
    }

    @Test
    void an_offering_that_does_not_exist_is_ReservedCacheNodesOfferingNotFound() {
        RESERVED_CACHE_NODES_OFFERING_NOT_FOUND
                .isTheAnswerTo(
                        () -> offerings(of -> of.reservedCacheNodesOfferingId("00000000-0000-0000-0000-000000000000")),
                        mock)
                .says("ReservedCacheNodesOffering not found: 00000000-0000-0000-0000-000000000000");
    }

    @Test
    void a_duration_or_an_offering_type_that_there_is_not_is_InvalidParameterValue() {
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> offerings(of -> of.duration("2")), mock)
                .says("Invalid value 2 for Duration. Must be one of: 1, 3, 31536000, 94608000.");
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> offerings(of -> of.offeringType("no upfront")), mock)
                .says(
                        "Invalid value no upfront for OfferingType. Must be one of: Light Utilization, Medium Utilization,"
                                + " Heavy Utilization, All Upfront, Partial Upfront, No Upfront.");
    }

    @ParameterizedTest
    @ValueSource(ints = {19, 101})
    void a_page_has_20_to_100_offerings(int maxRecords) {
        INVALID_PARAMETER_VALUE.isTheAnswerTo(() -> offerings(all -> all.maxRecords(maxRecords)), mock);
        assertThat(client.describeReservedCacheNodesOfferings().reservedCacheNodesOfferings())
                .hasSize(100);
    }

    @Test
    void a_blank_member_is_InvalidParameterValue() {
        List<Consumer<DescribeReservedCacheNodesOfferingsRequest.Builder>> blanks = List.of(
                of -> of.reservedCacheNodesOfferingId(" "),
                of -> of.cacheNodeType(" "),
                of -> of.productDescription(""),
                of -> of.duration(""),
                of -> of.offeringType(""),
                of -> of.marker("nosuchmarker"));

        assertThat(blanks).allSatisfy(blank -> INVALID_PARAMETER_VALUE.isTheAnswerTo(() -> offerings(blank), mock));
    }

    @Test
    void the_catalogue_is_the_same_in_every_region_and_every_mock() {
        List<ReservedCacheNodesOffering> all = offerings(of -> {});

        try (ElastiCacheMock other = ElastiCacheMock.builder().seed(7).build()) {
            assertThat(other
                            .client(Region.EU_CENTRAL_1)
                            .describeReservedCacheNodesOfferingsPaginator()
                            .reservedCacheNodesOfferings()
                            .stream())
                    .containsExactlyElementsOf(all);
        }
        assertThat(all)
                .extracting(offering ->
                        UUID.fromString(offering.reservedCacheNodesOfferingId()).toString())
                .doesNotHaveDuplicates()
                .isSorted();
    }

    private List<ReservedCacheNodesOffering> offerings(
            Consumer<DescribeReservedCacheNodesOfferingsRequest.Builder> request) {
        List<ReservedCacheNodesOffering> all = new ArrayList<>();
        client.describeReservedCacheNodesOfferingsPaginator(request)
                .reservedCacheNodesOfferings()
                .forEach(all::add);
        return all;
    }

    private static RecurringCharge hourly(double amount) {
        return RecurringCharge.builder()
                .recurringChargeAmount(amount)
                .recurringChargeFrequency("Hourly")
                .build();
    }
}
