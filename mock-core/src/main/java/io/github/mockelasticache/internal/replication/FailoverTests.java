package io.github.mockelasticache.internal.replication;

import io.github.mockelasticache.internal.engine.Call;
import io.github.mockelasticache.internal.engine.ServiceError;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;

/** When automatic failover has been tested: "on up to 15 shards in any rolling 24-hour period" (TestFailover, API reference). */
final class FailoverTests {

    private static final int QUOTA = 15;
    private static final Duration PERIOD = Duration.ofDays(1);

    private final ArrayDeque<Instant> tests = new ArrayDeque<>();

    /** Counts a test; {@code APICallRateForCustomerExceeded} if there have been too many. */
    void take(Call call) {
        Instant now = call.region().now();
        while (!tests.isEmpty() && !tests.getFirst().plus(PERIOD).isAfter(now)) {
            tests.removeFirst();
        }
        if (tests.size() == QUOTA) {
            throw call.faults()
                    .of(
                            ServiceError.API_CALL_RATE_FOR_CUSTOMER_EXCEEDED,
                            "Automatic failover can be tested on up to " + QUOTA
                                    + " node groups in any rolling 24-hour period.");
        }
        tests.addLast(now);
    }
}
