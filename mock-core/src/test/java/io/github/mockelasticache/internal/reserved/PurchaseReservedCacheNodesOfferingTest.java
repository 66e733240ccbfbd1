package io.github.mockelasticache.internal.reserved;

import static io.github.mockelasticache.testing.Refusal.INVALID_PARAMETER_VALUE;
import static io.github.mockelasticache.testing.Refusal.RESERVED_CACHE_NODES_OFFERING_NOT_FOUND;
import static io.github.mockelasticache.testing.Refusal.RESERVED_CACHE_NODE_ALREADY_EXISTS;
import static io.github.mockelasticache.testing.Refusal.RESERVED_CACHE_NODE_QUOTA_EXCEEDED;
import static io.github.mockelasticache.testing.Refusal.TAG_QUOTA_PER_RESOURCE_EXCEEDED;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.Quotas;
import io.github.mockelasticache.Quotas.Quota;
import io.github.mockelasticache.fault.LifeCyclePlan;
import io.github.mockelasticache.testing.RequestMembers;
import io.github.mockelasticache.time.ClockMode;
import io.github.mockelasticache.time.Delays;
import io.github.mockelasticache.time.Delays.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.PurchaseReservedCacheNodesOfferingRequest;
import software.amazon.awssdk.services.elasticache.model.ReservedCacheNode;
import software.amazon.awssdk.services.elasticache.model.Tag;

/** Buying reserved nodes, and what becomes of a reservation as time goes by. */
class PurchaseReservedCacheNodesOfferingTest {

    /** In the documentation's sample: one year of cache.m1.small with Memcached. */
    private static final String OFFERING = "649fd0c8-cf6d-47a0-bfa6-060f8e75e95f";

    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
    private static final String ARN = "arn:aws:elasticache:us-east-1:123456789012:reserved-instance:myreservationid";
    private static final Tag STAGE = Tag.builder().key("stage").value("test").build();

    @AutoClose
    private final ElastiCacheMock mock = ElastiCacheMock.builder()
            .quotas(Quotas.documented().with(Quota.RESERVED_NODES, 20))
            .build();

    private final ElastiCacheClient client = mock.client();

    @TestFactory
    Stream<DynamicTest> every_request_member_has_its_effect() {
        return RequestMembers.of(
                        PurchaseReservedCacheNodesOfferingRequest.builder().build())
                .member(
                        "ReservedCacheNodesOfferingId",
                        "says what is bought",
                        () -> assertThat(purchase(of ->
                                                of.reservedCacheNodesOfferingId("0443a27b-4da5-4b90-b92d-929fbd7abed2"))
                                        .cacheNodeType())
                                .isEqualTo("cache.m3.2xlarge"))
                .member(
                        "ReservedCacheNodeId",
                        "is the id",
                        () -> assertThat(purchase(of -> of.reservedCacheNodeId("mine"))
                                        .reservedCacheNodeId())
                                .isEqualTo("mine"))
                .member(
                        "CacheNodeCount",
                        "is the number of nodes",
                        () -> assertThat(purchase(of -> of.cacheNodeCount(3)).cacheNodeCount())
                                .isEqualTo(3))
                .member("Tags", "are the tags", () -> {
                    String arn = purchase(of -> of.tags(STAGE)).reservationARN();
                    assertThat(tags(arn)).containsExactly(STAGE);
                })
                .tests();
    }

    @Test
    void a_reservation_has_the_prices_of_its_offering_and_starts_now() {
        mock.clock().advance(Duration.ofMillis(1500));

        assertThat(purchase(of -> of.reservedCacheNodeId("myreservationID").cacheNodeCount(2)))
                .isEqualTo(ReservedCacheNode.builder()
                        .reservedCacheNodeId("myreservationID")
                        .reservedCacheNodesOfferingId(OFFERING)
                        .cacheNodeType("cache.m1.small")
                        .startTime(START.plusMillis(1500))
                        .duration(31_536_000)
                        .fixedPrice(455.0)
                        .usagePrice(0.092)
                        .cacheNodeCount(2)
                        .productDescription("memcached")
                        .offeringType("Medium Utilization")
                        .state("payment-pending")
                        .recurringCharges(List.of())
                        .reservationARN(ARN)
                        .build());
    }

    @Test
    void one_node_is_reserved_unless_the_caller_says_otherwise() {
        assertThat(purchase(of -> {}).cacheNodeCount()).isEqualTo(1);
    }

    @Test
    void an_id_is_listed_in_lower_case_and_taken_in_any() {
        purchase(of -> of.reservedCacheNodeId("myreservationID"));

        assertThat(state("MyReservationId")).isEqualTo("payment-pending");
        assertThat(mock.find(Region.US_EAST_1, ReservedCacheNode.class, "MYRESERVATIONID"))
                .hasValueSatisfying(
                        each -> assertThat(each.reservedCacheNodeId()).isEqualTo("myreservationid"));
    }

    @Test
    void without_an_id_it_gets_one_that_tells_the_time_to_the_millisecond() {
        mock.clock().advance(Duration.ofMillis(474));

        assertThat(IntStream.range(0, 3).mapToObj(each -> purchase(of -> {}).reservedCacheNodeId()))
                .containsExactly(
                        "ri-2025-01-01-00-00-00-474", "ri-2025-01-01-00-00-00-475", "ri-2025-01-01-00-00-00-476");
    }

    @Test
    void it_is_paid_active_and_retired_when_its_duration_has_passed() {
        purchase(of -> of.reservedCacheNodeId("mine"));

        mock.clock().advance(Step.RESERVATION_PAYING.documented().minusMillis(1));
        assertThat(state("mine")).isEqualTo("payment-pending");
        mock.clock().advance(Duration.ofMillis(1));
        assertThat(state("mine")).isEqualTo("active");
        mock.clock().advanceTo(START.plus(Duration.ofDays(365)).minusMillis(1));
        assertThat(state("mine")).isEqualTo("active");
        mock.clock().advance(Duration.ofMillis(1));
        assertThat(state("mine")).isEqualTo("retired");
        assertThat(mock.timeline().pending()).isEmpty();
    }

    @Test
    void nobody_waits_for_the_end_of_a_reservation() {
        purchase(of -> of.reservedCacheNodeId("mine"));

        mock.clock().settle();

        assertThat(mock.clock().instant()).isEqualTo(START.plus(Step.RESERVATION_PAYING.documented()));
    }

    @Test
    void a_reservation_that_was_paid_for_after_its_end_is_retired_at_once() {
        try (ElastiCacheMock slow = ElastiCacheMock.builder()
                .delays(Delays.documented().with(Step.RESERVATION_PAYING, Duration.ofDays(400)))
                .build()) {
            slow.client().purchaseReservedCacheNodesOffering(of -> of.reservedCacheNodesOfferingId(OFFERING));

            slow.clock().advance(Duration.ofDays(400));

            assertThat(slow.client().describeReservedCacheNodes().reservedCacheNodes())
                    .extracting(ReservedCacheNode::state)
                    .containsExactly("retired");
        }
    }

    @Test
    void in_the_mode_INSTANT_it_is_active_with_the_next_call() {
        mock.clockMode(ClockMode.INSTANT);

        purchase(of -> of.reservedCacheNodeId("mine"));

        assertThat(state("mine")).isEqualTo("active");
    }

    @Test
    void in_the_mode_POLLED_a_loop_sees_each_state() {
        mock.clockMode(ClockMode.POLLED);
        purchase(of -> of.reservedCacheNodeId("mine"));

        assertThat(List.of(state("mine"), state("mine"), state("mine")))
                .containsExactly("payment-pending", "active", "active");
    }

    @Test
    void a_payment_fails_where_a_test_has_planned_it() {
        mock.lifeCycles().add(LifeCyclePlan.ofReservedCacheNode("mine").endsIn("payment-failed"));
        purchase(of -> of.reservedCacheNodeId("mine").cacheNodeCount(20));

        mock.clock().settle();

        assertThat(state("mine")).isEqualTo("payment-failed");
        assertThat(mock.timeline().pending()).isEmpty();
        assertThat(purchase(of -> of.cacheNodeCount(20)).state()).isEqualTo("payment-pending");
    }

    @Test
    void a_payment_stays_pending_where_a_test_has_planned_it() {
        mock.lifeCycles().add(LifeCyclePlan.ofNextReservedCacheNode().staysIn("payment-pending"));
        purchase(of -> of.reservedCacheNodeId("mine"));
        purchase(of -> of.reservedCacheNodeId("other"));

        mock.clock().advance(Duration.ofDays(800));

        assertThat(state("mine")).isEqualTo("payment-pending");
        assertThat(state("other")).isEqualTo("retired");
    }

    @Test
    void an_id_that_is_taken_is_ReservedCacheNodeAlreadyExists() {
        purchase(of -> of.reservedCacheNodeId("mine"));

        RESERVED_CACHE_NODE_ALREADY_EXISTS
                .isTheAnswerTo(() -> purchase(of -> of.reservedCacheNodeId("Mine")), mock)
                .says("Reserved cache node Mine already exists.");
    }

    @Test
    void an_offering_that_does_not_exist_is_ReservedCacheNodesOfferingNotFound() {
        RESERVED_CACHE_NODES_OFFERING_NOT_FOUND
                .isTheAnswerTo(() -> purchase(of -> of.reservedCacheNodesOfferingId("nosuchoffering")), mock)
                .says("ReservedCacheNodesOffering not found: nosuchoffering");
    }

    @Test
    void an_offering_must_be_named() {
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> client.purchaseReservedCacheNodesOffering(of -> {}), mock)
                .says("The parameter ReservedCacheNodesOfferingId must be provided and must not be null.");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void a_node_at_least_must_be_bought(int count) {
        INVALID_PARAMETER_VALUE
                .isTheAnswerTo(() -> purchase(of -> of.cacheNodeCount(count)), mock)
                .says("Invalid value " + count + " for CacheNodeCount. Must be at least 1.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1mine", "mine-", "my--own", "my_own"})
    void an_id_that_is_none_is_InvalidParameterValue(String id) {
        INVALID_PARAMETER_VALUE.isTheAnswerTo(() -> purchase(of -> of.reservedCacheNodeId(id)), mock);
    }

    @Test
    void the_quota_counts_nodes_and_not_reservations() {
        purchase(of -> of.cacheNodeCount(15));
        purchase(of -> of.cacheNodeCount(4));

        RESERVED_CACHE_NODE_QUOTA_EXCEEDED
                .isTheAnswerTo(() -> purchase(of -> of.cacheNodeCount(2)), mock)
                .says("Reserved node quota exceeded. You can have at most 20 reserved nodes in this region.");
        RESERVED_CACHE_NODE_QUOTA_EXCEEDED.isTheAnswerTo(
                () -> purchase(of -> of.cacheNodeCount(Integer.MAX_VALUE)), mock);
        assertThat(purchase(of -> of.cacheNodeCount(1)).cacheNodeCount()).isEqualTo(1);
    }

    @Test
    void the_quota_does_not_count_what_has_run_out() {
        purchase(of -> of.cacheNodeCount(20));

        mock.clock().advance(Duration.ofDays(365));

        assertThat(purchase(of -> of.cacheNodeCount(20)).state()).isEqualTo("payment-pending");
    }

    @Test
    void the_quota_of_a_new_account_is_300_nodes() {
        assertThat(Quota.RESERVED_NODES.documented()).isEqualTo(300);
    }

    @Test
    void reservations_have_tags() {
        purchase(of -> of.reservedCacheNodeId("myreservationID").tags(STAGE));

        client.addTagsToResource(to -> to.resourceName(ARN)
                .tags(Tag.builder().key("team").value("shop").build()));
        client.removeTagsFromResource(from -> from.resourceName(ARN).tagKeys("stage"));

        assertThat(tags(ARN)).extracting(Tag::key).containsExactly("team");
    }

    @Test
    void more_tags_than_allowed_are_TagQuotaPerResourceExceeded_and_nothing_is_bought() {
        List<Tag> tags = IntStream.range(0, 51)
                .mapToObj(number -> Tag.builder().key("key-" + number).value("").build())
                .toList();

        TAG_QUOTA_PER_RESOURCE_EXCEEDED.isTheAnswerTo(() -> purchase(of -> of.tags(tags)), mock);

        assertThat(client.describeReservedCacheNodes().reservedCacheNodes()).isEmpty();
    }

    @Test
    void a_reservation_is_no_event() {
        purchase(of -> {});

        assertThat(client.describeEvents().events()).isEmpty();
    }

    private ReservedCacheNode purchase(Consumer<PurchaseReservedCacheNodesOfferingRequest.Builder> request) {
        return client.purchaseReservedCacheNodesOffering(of -> {
                    of.reservedCacheNodesOfferingId(OFFERING);
                    request.accept(of);
                })
                .reservedCacheNode();
    }

    private String state(String id) {
        return client.describeReservedCacheNodes(named -> named.reservedCacheNodeId(id))
                .reservedCacheNodes()
                .get(0)
                .state();
    }

    private List<Tag> tags(String arn) {
        return client.listTagsForResource(of -> of.resourceName(arn)).tagList();
    }
}
