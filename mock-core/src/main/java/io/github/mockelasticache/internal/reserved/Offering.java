package io.github.mockelasticache.internal.reserved;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import software.amazon.awssdk.services.elasticache.model.RecurringCharge;
import software.amazon.awssdk.services.elasticache.model.ReservedCacheNodesOffering;

/**
 * What one offering is about, and by which two are the same.
 *
 * @param nodeType for example {@code cache.m5.large}
 * @param years one or three
 * @param product the engine
 * @param type for example {@code No Upfront}
 */
record Offering(String nodeType, int years, String product, String type) {

    static final int SECONDS_OF_YEAR = 31_536_000;

    /** An id that is the same in every mock. */
    String derivedId() {
        return UUID.nameUUIDFromBytes(toString().getBytes(UTF_8)).toString();
    }

    /**
     * The offering as it is described.
     *
     * @param id its id
     * @param once what is paid when it is bought, in US dollars
     * @param hourly what is paid with every hour
     * @param usage what is paid with every hour that the node runs
     * @return the model object
     */
    ReservedCacheNodesOffering at(String id, BigDecimal once, BigDecimal hourly, BigDecimal usage) {
        return ReservedCacheNodesOffering.builder()
                .reservedCacheNodesOfferingId(id)
                .cacheNodeType(nodeType)
                .duration(years * SECONDS_OF_YEAR)
                .fixedPrice(once.doubleValue())
                .usagePrice(usage.doubleValue())
                .productDescription(product)
                .offeringType(type)
                .recurringCharges(usage.signum() == 0 ? List.of(recurring(hourly)) : List.of())
                .build();
    }

    /** An offering that is paid by use has none, any other one has it even if it is zero: so it is in the samples. */
    private static RecurringCharge recurring(BigDecimal hourly) {
        return RecurringCharge.builder()
                .recurringChargeAmount(hourly.doubleValue())
                .recurringChargeFrequency("Hourly")
                .build();
    }
}
