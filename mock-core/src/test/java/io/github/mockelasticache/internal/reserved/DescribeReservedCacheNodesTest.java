package io.github.mockelasticache.internal.reserved;

import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_VALUE;
import static io.github.mockelasticache.testing.Refusal.RESERVED_CACHE_NODE_NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.testing.RequestMembers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.DescribeReservedCacheNodesRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeReservedCacheNodesResponse;
import software.amazon.awssdk.services.elasticache.model.ReservedCacheNode;

class DescribeReservedCacheNodesTest {

    private static final String T3_MEMCACHED_1Y_PARTIAL = "01ce0a19-a476-41cb-8aee-48eacbcdc8e5";
    private static final String R3_REDIS_3Y_HEAVY = "fb766e0a-79d7-4e8f-a780-a2a6ed5ed439";

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.create();

    private final ElastiCacheClient client = mock.client();
    private int bought;

    @BeforeEach
    void reservations() {
        purchase("small", T3_MEMCACHED_1Y_PARTIAL);
        purchase("big", R3_REDIS_3Y_HEAVY);
    }

    @TestFactory
    Stream<DynamicTest> every_request_member_has_its_effect() {
        return RequestMembers.of(DescribeReservedCacheNodesRequest.builder().build())
                .member("ReservedCacheNodeId", "picks one", shows(of -> of.reservedCacheNodeId("SMALL"), "small"))
                .member(
                        "ReservedCacheNodesOfferingId",
                        "picks those of an offering",
                        shows(of -> of.reservedCacheNodesOfferingId(R3_REDIS_3Y_HEAVY), "big"))
                .member(
                        "CacheNodeType",
                        "picks those of a node type",
                        shows(of -> of.cacheNodeType("cache.t3.small"), "small"))
                .member("Duration", "picks those of a duration", shows(of -> of.duration("3"), "big"))
                .member(
                        "ProductDescription",
                        "picks those of an engine",
                        shows(of -> of.productDescription("memcached"), "small"))
                .member(
                        "OfferingType",
                        "picks those of an offering type",
                        shows(of -> of.offeringType("Heavy Utilization"), "big"))
                .member("MaxRecords", "is the size of a page", () -> {
                    more();
                    assertThat(client.describeReservedCacheNodes(all -> all.maxRecords(20))
                                    .reservedCacheNodes())
                            .hasSize(20);
                })
                .member("Marker", "says where the page begins", () -> {
                    more();
                    DescribeReservedCacheNodesResponse first =
                            client.describeReservedCacheNodes(all -> all.maxRecords(20));
                    assertThat(client.describeReservedCacheNodes(
                                            all -> all.maxRecords(20).marker(first.marker()))
                                    .reservedCacheNodes())
                            .isNotEmpty()
                            .doesNotContainAnyElementsOf(first.reservedCacheNodes());
                })
                .tests();
    }

    @Test
    void all_reservations_come_in_the_order_of_their_ids() {
        assertThat(ids(of -> {})).containsExactly("big", "small");
    }

    @Test
    void filters_are_taken_together() {
        assertThat(ids(of -> of.reservedCacheNodeId("big").duration("1"))).isEmpty();
        assertThat(ids(of -> of.productDescription("redis").cacheNodeType("cache.t3.small")))
                .isEmpty();
        assertThat(ids(of -> of.reservedCacheNodesOfferingId("nosuchoffering"))).isEmpty();
    }

    @Test
    void a_reservation_that_does_not_exist_is_ReservedCacheNodeNotFound() {
        RESERVED_CACHE_NODE_NOT_FOUND
                .isTheAnswerTo(() -> ids(of -> of.reservedCacheNodeId("nosuchreservation")), mock)
                .says("ReservedCacheNode not found: nosuchreservation");
    }

    @Test
    void a_reservation_of_another_region_is_not_found() {
        RESERVED_CACHE_NODE_NOT_FOUND.isTheAnswerTo(
                () -> mock.client(Region.EU_WEST_1).describeReservedCacheNodes(of -> of.reservedCacheNodeId("small")));
    }

    @Test
    void filters_that_make_no_sense_are_InvalidParameterValue() {
        List<Consumer<DescribeReservedCacheNodesRequest.Builder>> wrong = List.of(
                of -> of.duration("5"),
                of -> of.offeringType("Upfront"),
                of -> of.reservedCacheNodeId(""),
                of -> of.reservedCacheNodesOfferingId(" "),
                of -> of.cacheNodeType(""),
                of -> of.productDescription(""),
                of -> of.maxRecords(10),
                of -> of.marker("nosuchmarker"));

        assertThat(wrong).allSatisfy(each -> INVALID_PARAMETER_VALUE.isTheAnswerTo(() -> ids(each), mock));
    }

    @Test
    void the_paginator_loses_and_repeats_nothing_while_more_are_bought() {
        more();
        List<String> seen = new ArrayList<>();
        for (DescribeReservedCacheNodesResponse page :
                client.describeReservedCacheNodesPaginator(all -> all.maxRecords(20))) {
            page.reservedCacheNodes().forEach(each -> seen.add(each.reservedCacheNodeId()));
            purchase("a-" + seen.size(), T3_MEMCACHED_1Y_PARTIAL);
        }

        assertThat(seen).isSorted().hasSize(52);
    }

    private Executable shows(Consumer<DescribeReservedCacheNodesRequest.Builder> request, String id) {
        return () -> assertThat(ids(request)).containsExactly(id);
    }

    private void more() {
        IntStream.range(0, 50).forEach(number -> purchase("node-%04d".formatted(bought++), T3_MEMCACHED_1Y_PARTIAL));
    }

    private void purchase(String id, String offering) {
        client.purchaseReservedCacheNodesOffering(
                of -> of.reservedCacheNodesOfferingId(offering).reservedCacheNodeId(id));
    }

    private List<String> ids(Consumer<DescribeReservedCacheNodesRequest.Builder> request) {
        return client.describeReservedCacheNodesPaginator(request).reservedCacheNodes().stream()
                .map(ReservedCacheNode::reservedCacheNodeId)
                .toList();
    }
}
