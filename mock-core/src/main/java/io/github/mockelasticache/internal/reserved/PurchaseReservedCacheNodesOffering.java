package io.github.mockelasticache.internal.reserved;

import static io.github.mockelasticache.internal.engine.ResourceTypes.RESERVED_CACHE_NODE;

import io.github.mockelasticache.Quotas.Quota;
import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.engine.ServiceError;
import io.github.mockelasticache.internal.engine.Table;
import io.github.mockelasticache.time.Delays.Step;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.PurchaseReservedCacheNodesOfferingRequest;
import software.amazon.awssdk.services.elasticache.model.PurchaseReservedCacheNodesOfferingResponse;
import software.amazon.awssdk.services.elasticache.model.ReservedCacheNode;
import software.amazon.awssdk.services.elasticache.model.ReservedCacheNodesOffering;

/** {@code PurchaseReservedCacheNodesOffering}: the reservation has the prices of its offering, and is to be paid for. */
final class PurchaseReservedCacheNodesOffering {

    /** No limit is published; this is the one of reserved DB instances of Amazon RDS. */
    private static final int LONGEST_ID = 63;

    /** {@code ri-2020-06-30-17-59-40-474} started at 17:59:40.474 (purchase-reserved-cache-nodes-offering, AWS CLI reference). */
    private static final DateTimeFormatter GENERATED_ID = DateTimeFormatter.ofPattern(
                    "'ri-'yyyy-MM-dd-HH-mm-ss-SSS", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private PurchaseReservedCacheNodesOffering() {}

    static PurchaseReservedCacheNodesOfferingResponse.Builder handle(
            PurchaseReservedCacheNodesOfferingRequest request, Call call) {
        String offeringId =
                call.parameters().required("ReservedCacheNodesOfferingId", request.reservedCacheNodesOfferingId());
        Integer asked = call.parameters().atLeast("CacheNodeCount", request.cacheNodeCount(), 1);
        int count = asked == null ? 1 : asked;
        RegionState region = call.region();
        Table<ReservedCacheNode> reservations = region.table(RESERVED_CACHE_NODE);
        Instant start = region.now().truncatedTo(ChronoUnit.MILLIS);
        String id = id(request.reservedCacheNodeId(), start, reservations, call);
        ReservedCacheNodesOffering offering = ReservedCacheNodes.offering(offeringId, call);
        if (reservations.find(id) != null) {
            throw call.faults()
                    .of(
                            ServiceError.RESERVED_CACHE_NODE_ALREADY_EXISTS,
                            "Reserved cache node " + id + " already exists.");
        }
        requireQuota(count, region, call);
        String arn = region.arn(RESERVED_CACHE_NODE, id);
        region.tags().add(arn, request.tags(), call.faults());

        ReservedCacheNode reservation = ReservedCacheNode.builder()
                .reservedCacheNodeId(Table.key(id))
                .reservedCacheNodesOfferingId(offeringId)
                .cacheNodeType(offering.cacheNodeType())
                .startTime(start)
                .duration(offering.duration())
                .fixedPrice(offering.fixedPrice())
                .usagePrice(offering.usagePrice())
                .cacheNodeCount(count)
                .productDescription(offering.productDescription())
                .offeringType(offering.offeringType())
                .state(Reservation.PAYMENT_PENDING)
                .recurringCharges(offering.recurringCharges())
                .reservationARN(arn)
                .build();
        reservations.put(id, reservation);
        new Reservation(region, reservation.reservedCacheNodeId()).pay(region.duration(Step.RESERVATION_PAYING));
        // The samples of the user guide have the id as it was typed here, and in lower case where it is listed.
        return PurchaseReservedCacheNodesOfferingResponse.builder()
                .reservedCacheNode(
                        reservation.toBuilder().reservedCacheNodeId(id).build());
    }

    /** Of several that are bought in one millisecond, each gets the next one that is free. */
    private static String id(@Nullable String asked, Instant start, Table<ReservedCacheNode> reservations, Call call) {
        if (asked != null) {
            return call.parameters().identifier("ReservedCacheNodeId", asked, LONGEST_ID);
        }
        Instant free = start;
        while (reservations.find(GENERATED_ID.format(free)) != null) {
            free = free.plusMillis(1);
        }
        return GENERATED_ID.format(free);
    }

    private static void requireQuota(int count, RegionState region, Call call) {
        int quota = region.settings().quotas().of(Quota.RESERVED_NODES);
        Table<ReservedCacheNode> reservations = region.table(RESERVED_CACHE_NODE);
        long reserved = reservations.names().stream()
                .map(reservations::find)
                .map(Objects::requireNonNull)
                .filter(each -> !Reservation.isOver(each))
                .mapToLong(ReservedCacheNode::cacheNodeCount)
                .sum();
        if (reserved + count > quota) {
            // The wording is that of the quota of cache nodes: user guide, "Error messages".
            throw call.faults()
                    .of(
                            ServiceError.RESERVED_CACHE_NODE_QUOTA_EXCEEDED,
                            "Reserved node quota exceeded. You can have at most " + quota
                                    + " reserved nodes in this region.");
        }
    }
}
