package io.github.mockelasticache.internal.reserved;

import static io.github.mockelasticache.internal.engine.ResourceTypes.RESERVED_CACHE_NODE;

import io.github.mockelasticache.internal.engine.Adopter;
import io.github.mockelasticache.internal.engine.RegionState;
import io.github.mockelasticache.internal.engine.Table;
import io.github.mockelasticache.time.Delays.Step;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.ReservedCacheNode;

/** A reservation that was described elsewhere. Its offering may be one that the mock does not have. */
final class AdoptedReservation implements Adopter<ReservedCacheNode> {

    private static final List<String> STATES =
            List.of(Reservation.PAYMENT_PENDING, Reservation.ACTIVE, Reservation.RETIRED, Reservation.PAYMENT_FAILED);

    @Override
    public void adopt(ReservedCacheNode described, RegionState region, Unfit unfit) {
        required("StartTime", described.startTime(), unfit);
        required("Duration", described.duration(), unfit);
        required("CacheNodeCount", described.cacheNodeCount(), unfit);
        if (!STATES.contains(described.state())) {
            throw unfit.because(
                    "/State",
                    "The state of a reservation is one of " + String.join(", ", STATES) + ", but is \""
                            + described.state() + "\".");
        }
        Instant end = Reservation.end(described);
        if (described.state().equals(Reservation.ACTIVE) && !end.isAfter(region.now())) {
            throw unfit.because(
                    "/State",
                    "The reservation runs out at " + end + ", but the mock's clock is at " + region.now()
                            + "; set the mock's startingAt to when the reservations were described.");
        }
        String id = Table.key(described.reservedCacheNodeId());
        region.table(RESERVED_CACHE_NODE)
                .put(
                        id,
                        described.toBuilder()
                                .reservedCacheNodeId(id)
                                .reservationARN(region.arn(RESERVED_CACHE_NODE, id))
                                .build());
        Reservation reservation = new Reservation(region, id);
        if (described.state().equals(Reservation.PAYMENT_PENDING)) {
            reservation.pay(region.duration(Step.RESERVATION_PAYING));
        } else if (described.state().equals(Reservation.ACTIVE)) {
            reservation.runOut();
        }
    }

    private static void required(String member, @Nullable Object value, Unfit unfit) {
        if (value == null) {
            throw unfit.because("", member + " is missing; a reservation has it.");
        }
    }
}
