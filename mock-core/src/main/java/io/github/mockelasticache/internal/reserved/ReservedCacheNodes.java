package io.github.mockelasticache.internal.reserved;

import static io.github.mockelasticache.internal.engine.ResourceTypes.RESERVED_CACHE_NODE;

import io.github.mockelasticache.internal.engine.Adopters;
import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.Family;
import io.github.mockelasticache.internal.engine.Operations;
import io.github.mockelasticache.internal.engine.Page;
import io.github.mockelasticache.internal.engine.ServiceError;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.DescribeReservedCacheNodesOfferingsRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeReservedCacheNodesOfferingsResponse;
import software.amazon.awssdk.services.elasticache.model.DescribeReservedCacheNodesRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeReservedCacheNodesResponse;
import software.amazon.awssdk.services.elasticache.model.PurchaseReservedCacheNodesOfferingRequest;
import software.amazon.awssdk.services.elasticache.model.ReservedCacheNode;
import software.amazon.awssdk.services.elasticache.model.ReservedCacheNodesOffering;

/**
 * The operations on reserved cache nodes and their offerings. A reservation is a matter of billing: it changes nothing about cache
 * clusters, cannot be cancelled, and stays listed when it has run out.
 *
 * <p>The prices are samples (see {@code documented-offerings.tsv}, {@code rates.tsv} and {@code terms.tsv}). Of the errors the codes
 * are known, and the wordings follow those of the sister operations.
 */
public final class ReservedCacheNodes implements Family {

    @Override
    public void register(Operations operations) {
        operations.handle(DescribeReservedCacheNodesOfferingsRequest.class, this::describeOfferings);
        operations.handle(PurchaseReservedCacheNodesOfferingRequest.class, PurchaseReservedCacheNodesOffering::handle);
        operations.describe(
                DescribeReservedCacheNodesRequest.class,
                (request, region) -> RESERVED_CACHE_NODE.arns(request.reservedCacheNodeId(), region),
                this::describe);
    }

    @Override
    public void adopt(Adopters adopters) {
        adopters.add(
                RESERVED_CACHE_NODE,
                ReservedCacheNode::reservedCacheNodeId,
                "ReservedCacheNodeId",
                new AdoptedReservation());
    }

    private DescribeReservedCacheNodesOfferingsResponse.Builder describeOfferings(
            DescribeReservedCacheNodesOfferingsRequest request, Call call) {
        String id = call.parameters().optional("ReservedCacheNodesOfferingId", request.reservedCacheNodesOfferingId());
        Wanted wanted = Wanted.by(request, call);
        var paging = call.paging(request.maxRecords(), request.marker());
        if (id != null) {
            offering(id, call);
        }
        Page<ReservedCacheNodesOffering> page = paging.of(
                Offerings.all(),
                each -> (id == null || id.equals(each.reservedCacheNodesOfferingId())) && wanted.matches(each));
        return DescribeReservedCacheNodesOfferingsResponse.builder()
                .reservedCacheNodesOfferings(page.items())
                .marker(page.marker());
    }

    private DescribeReservedCacheNodesResponse.Builder describe(DescribeReservedCacheNodesRequest request, Call call) {
        String id = call.parameters().optional("ReservedCacheNodeId", request.reservedCacheNodeId());
        String offering =
                call.parameters().optional("ReservedCacheNodesOfferingId", request.reservedCacheNodesOfferingId());
        Wanted wanted = Wanted.by(request, call);
        var paging = call.paging(request.maxRecords(), request.marker());
        @Nullable ReservedCacheNode named = id == null ? null : call.existing(RESERVED_CACHE_NODE, id);
        Page<ReservedCacheNode> page = call.region()
                .table(RESERVED_CACHE_NODE)
                .page(
                        paging,
                        each -> (named == null || named.equals(each))
                                && (offering == null || offering.equals(each.reservedCacheNodesOfferingId()))
                                && wanted.matches(each));
        return DescribeReservedCacheNodesResponse.builder()
                .reservedCacheNodes(page.items())
                .marker(page.marker());
    }

    /** The offering that a request names. */
    static ReservedCacheNodesOffering offering(String id, Call call) {
        ReservedCacheNodesOffering offering = Offerings.all().get(id);
        if (offering == null) {
            throw call.faults()
                    .of(
                            ServiceError.RESERVED_CACHE_NODES_OFFERING_NOT_FOUND,
                            "ReservedCacheNodesOffering not found: " + id);
        }
        return offering;
    }
}
