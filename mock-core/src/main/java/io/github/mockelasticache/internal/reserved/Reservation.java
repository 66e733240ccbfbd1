package io.github.mockelasticache.internal.reserved;

import static io.github.mockelasticache.internal.engine.ResourceTypes.RESERVED_CACHE_NODE;

import io.github.mockelasticache.internal.engine.RegionState;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import software.amazon.awssdk.services.elasticache.model.ReservedCacheNode;

/**
 * The life of a reservation: it is {@code payment-pending}, then {@code active}, and {@code retired} when its duration has passed; or
 * {@code payment-failed}, if a test has planned it.
 *
 * @param region the region
 * @param id its id
 */
record Reservation(RegionState region, String id) {

    static final String PAYMENT_PENDING = "payment-pending";
    static final String ACTIVE = "active";
    static final String RETIRED = "retired";
    static final String PAYMENT_FAILED = "payment-failed";

    private static final Set<String> OVER = Set.of(RETIRED, PAYMENT_FAILED);

    /** Whether nothing is reserved by it any more. */
    static boolean isOver(ReservedCacheNode reservation) {
        return OVER.contains(reservation.state());
    }

    /** When it runs out. */
    static Instant end(ReservedCacheNode reservation) {
        return reservation.startTime().plus(Duration.ofSeconds(reservation.duration()));
    }

    /** Lets it be paid. */
    void pay(Duration duration) {
        String arn = region.arn(RESERVED_CACHE_NODE, id);
        String state = Objects.requireNonNullElse(region.plannedFailure(arn), ACTIVE);
        region.after(duration, arn, "", PAYMENT_PENDING, state, () -> {
            put(state);
            if (state.equals(ACTIVE)) {
                runOut();
            }
        });
    }

    /** Lets it run out. The end lies a year or more ahead: nobody waits for it, so it is planned and not under way. */
    void runOut() {
        Instant end =
                end(Objects.requireNonNull(region.table(RESERVED_CACHE_NODE).find(id), id));
        region.plan(
                end.isAfter(region.now()) ? end : region.now(),
                region.arn(RESERVED_CACHE_NODE, id),
                "",
                ACTIVE,
                RETIRED,
                () -> put(RETIRED));
    }

    private void put(String state) {
        region.table(RESERVED_CACHE_NODE)
                .change(id, each -> each.toBuilder().state(state).build());
    }
}
