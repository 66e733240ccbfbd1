package io.github.mockelasticache.internal.engine;

import io.github.mockelasticache.time.ClockMode;
import io.github.mockelasticache.time.VirtualClock;
import java.time.Duration;
import java.util.Set;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.services.elasticache.model.ElastiCacheRequest;

/** How virtual time moves while calls are made: the clock mode, which a test may change at any time. */
final class ClockPolicy {

    /** The second one is that of the operations on serverless caches. */
    private static final Set<String> MARKERS = Set.of("Marker", "NextToken");

    private final VirtualClock clock;
    private final Settings settings;
    private ClockMode mode;

    ClockPolicy(VirtualClock clock, Settings settings) {
        this.clock = clock;
        this.settings = settings;
        this.mode = settings.clockMode();
        if (mode == ClockMode.REAL_TIME) {
            followRealTime();
        }
    }

    ClockMode mode() {
        return mode;
    }

    void changeTo(ClockMode changed) {
        if (mode == changed) {
            return;
        }
        mode = changed;
        if (changed == ClockMode.REAL_TIME) {
            followRealTime();
        } else {
            clock.standStill();
        }
    }

    /** Moves the clock as far as a call lets it move before it is answered. */
    void before(Operation<?> operation, Invocation invocation, RegionState region) {
        if (invocation.waiterPoll()) {
            clock.settle(operation.polled(invocation.request(), region));
        } else if (mode == ClockMode.POLLED && !continuesList(invocation.request())) {
            clock.poll(operation.polled(invocation.request(), region));
        }
    }

    /** How long a step takes that usually takes so long. */
    Duration delay(Duration usual) {
        return mode == ClockMode.INSTANT ? Duration.ZERO : usual;
    }

    /** The one place at which the engine's time has to do with real time. */
    private void followRealTime() {
        clock.follow(System::nanoTime, settings.timeFactor());
    }

    /** Whether a request asks for a further page: what the list shows has been settled by the request for the first one. */
    private static boolean continuesList(ElastiCacheRequest request) {
        for (SdkField<?> field : request.sdkFields()) {
            if (MARKERS.contains(field.memberName())) {
                return field.getValueOrDefault(request) instanceof String marker && !marker.isEmpty();
            }
        }
        return false;
    }
}
