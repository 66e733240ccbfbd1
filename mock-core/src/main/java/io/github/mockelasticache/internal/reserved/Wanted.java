package io.github.mockelasticache.internal.reserved;

import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.Parameters;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.DescribeReservedCacheNodesOfferingsRequest;
import software.amazon.awssdk.services.elasticache.model.DescribeReservedCacheNodesRequest;
import software.amazon.awssdk.services.elasticache.model.ReservedCacheNode;
import software.amazon.awssdk.services.elasticache.model.ReservedCacheNodesOffering;

/**
 * Which offerings, or reserved nodes, a request asks for, apart from their ids. What is null is not asked for.
 *
 * @param nodeType {@code CacheNodeType}
 * @param seconds {@code Duration}
 * @param product {@code ProductDescription}
 * @param type {@code OfferingType}
 */
record Wanted(
        @Nullable String nodeType,
        @Nullable Integer seconds,
        @Nullable String product,
        @Nullable String type) {

    /** "Valid Values: 1 | 3 | 31536000 | 94608000", "in years or seconds" (API reference). */
    private static final Map<String, Integer> SECONDS = Map.of(
            "1",
            Offering.SECONDS_OF_YEAR,
            "3",
            3 * Offering.SECONDS_OF_YEAR,
            "31536000",
            Offering.SECONDS_OF_YEAR,
            "94608000",
            3 * Offering.SECONDS_OF_YEAR);

    private static final List<String> DURATIONS = List.of("1", "3", "31536000", "94608000");

    private static final List<String> TYPES = List.of(
            "Light Utilization",
            "Medium Utilization",
            "Heavy Utilization",
            "All Upfront",
            "Partial Upfront",
            "No Upfront");

    static Wanted by(DescribeReservedCacheNodesOfferingsRequest request, Call call) {
        return of(
                request.cacheNodeType(),
                request.duration(),
                request.productDescription(),
                request.offeringType(),
                call);
    }

    static Wanted by(DescribeReservedCacheNodesRequest request, Call call) {
        return of(
                request.cacheNodeType(),
                request.duration(),
                request.productDescription(),
                request.offeringType(),
                call);
    }

    private static Wanted of(
            @Nullable String nodeType,
            @Nullable String duration,
            @Nullable String product,
            @Nullable String type,
            Call call) {
        Parameters parameters = call.parameters();
        parameters.optional("CacheNodeType", nodeType);
        parameters.optional("ProductDescription", product);
        requireOneOf("Duration", duration, DURATIONS, call);
        requireOneOf("OfferingType", type, TYPES, call);
        return new Wanted(nodeType, duration == null ? null : SECONDS.get(duration), product, type);
    }

    boolean matches(ReservedCacheNodesOffering offering) {
        return matches(
                offering.cacheNodeType(), offering.duration(), offering.productDescription(), offering.offeringType());
    }

    boolean matches(ReservedCacheNode node) {
        return matches(node.cacheNodeType(), node.duration(), node.productDescription(), node.offeringType());
    }

    private boolean matches(String ofNodeType, Integer ofSeconds, String ofProduct, String ofType) {
        return (nodeType == null || nodeType.equals(ofNodeType))
                && (seconds == null || seconds.equals(ofSeconds))
                && (product == null || product.equals(ofProduct))
                && (type == null || type.equals(ofType));
    }

    private static void requireOneOf(String name, @Nullable String value, List<String> values, Call call) {
        if (value != null && !values.contains(value)) {
            throw call.faults()
                    .invalidParameterValue("Invalid value " + value + " for " + name + ". Must be one of: "
                            + String.join(", ", values) + ".");
        }
    }
}
