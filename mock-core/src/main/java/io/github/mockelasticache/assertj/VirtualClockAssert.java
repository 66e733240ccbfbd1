package io.github.mockelasticache.assertj;

import io.github.mockelasticache.time.Transition;
import io.github.mockelasticache.time.Transitions;
import io.github.mockelasticache.time.VirtualClock;
import java.time.Instant;
import java.util.Locale;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** Assertions on a virtual clock and its time line. */
public class VirtualClockAssert extends AbstractAssert<VirtualClockAssert, VirtualClock> {

    /**
     * Assertions on a clock; {@link MockElastiCacheAssertions#assertThat(VirtualClock)} is the way to them.
     *
     * @param actual the clock
     */
    public VirtualClockAssert(@Nullable VirtualClock actual) {
        super(actual, VirtualClockAssert.class);
    }

    /**
     * Verifies the clock's present.
     *
     * @param instant the instant that it shows
     * @return this assertion
     */
    public VirtualClockAssert isAt(Instant instant) {
        isNotNull();
        Instant now = actual.instant();
        if (!now.equals(instant)) {
            throw failureWithActualExpected(
                    now,
                    instant,
                    "%s",
                    "Expected the clock to be at <%s>, but it is at <%s>.".formatted(instant, now) + timeline());
        }
        return this;
    }

    /**
     * Verifies the clock's present.
     *
     * @param instant the instant that it shows, in ISO 8601, for example {@code 2025-01-01T00:01:00Z}
     * @return this assertion
     */
    public VirtualClockAssert isAt(String instant) {
        return isAt(Instant.parse(instant));
    }

    /**
     * Verifies that no status transition is under way or planned.
     *
     * @return this assertion
     */
    public VirtualClockAssert hasNothingPending() {
        isNotNull();
        if (!actual.timeline().pending().isEmpty()) {
            throw failure("%s", "Expected that nothing is pending." + timeline());
        }
        return this;
    }

    /**
     * Verifies that a status transition is still to happen.
     *
     * @param resource the name of the resource, or its ARN
     * @param status the status that it will have then
     * @return this assertion
     */
    public VirtualClockAssert hasPending(String resource, String status) {
        isNotNull();
        if (!leadsTo(actual.timeline().pending(), resource, status)) {
            throw failure("%s", "Expected that <%s> is to become <%s>.".formatted(resource, status) + timeline());
        }
        return this;
    }

    /**
     * Verifies that a status transition has happened.
     *
     * @param resource the name of the resource, or its ARN
     * @param status the status that it got then
     * @return this assertion
     */
    public VirtualClockAssert hasFired(String resource, String status) {
        isNotNull();
        if (!leadsTo(actual.timeline().history(), resource, status)) {
            throw failure("%s", "Expected that <%s> has become <%s>.".formatted(resource, status) + timeline());
        }
        return this;
    }

    private String timeline() {
        return "%nPending:%n%s%nHistory:%n%s"
                .formatted(actual.timeline().pending(), actual.timeline().history());
    }

    private static boolean leadsTo(Transitions transitions, String resource, String status) {
        String name = resource.toLowerCase(Locale.ROOT);
        return transitions.stream()
                .filter(transition -> transition.to().equals(status))
                .map(Transition::resource)
                .anyMatch(arn -> arn.equals(resource) || arn.endsWith(":" + name));
    }
}
