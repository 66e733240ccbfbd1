package io.github.mockelasticache.assertj;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.journal.Journal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.regions.Region;

/**
 * Assertions on a mock: on what exists in its own region or in another one, on the calls that it has answered, and on what
 * is still to happen. They make no calls and move no time.
 */
public class ElastiCacheMockAssert extends ResourcesAssert<ElastiCacheMockAssert, ElastiCacheMock> {

    /**
     * Assertions on a mock; {@link MockElastiCacheAssertions#assertThat(ElastiCacheMock)} is the way to them.
     *
     * @param actual the mock
     */
    public ElastiCacheMockAssert(@Nullable ElastiCacheMock actual) {
        super(actual, ElastiCacheMockAssert.class);
        if (actual != null) {
            withEvidence(new Evidence(actual, null));
        }
    }

    /**
     * Leads to the assertions on another region than the mock's own.
     *
     * @param region a region that the SDK knows
     * @return its assertions
     */
    public final RegionAssert inRegion(Region region) {
        RegionAssert assertions =
                soft() == null ? new RegionAssert(region) : soft().proxy(RegionAssert.class, Region.class, region);
        return assertions.of(mock()).softly(soft()).withEvidence(new Evidence(mock(), region));
    }

    /**
     * Verifies that no status transition is under way or planned.
     *
     * @return this assertion
     */
    public ElastiCacheMockAssert hasNothingPending() {
        var pending = mock().timeline().pending();
        return verify(pending.isEmpty(), "Expected that nothing is pending, but there is:%n%s", pending);
    }

    /**
     * Verifies that the mock has refused no call.
     *
     * @return this assertion
     */
    public ElastiCacheMockAssert hasRefusedNothing() {
        Journal refused = calls().where(call -> call.error().isPresent());
        return verify(refused.isEmpty(), "Expected that no call was refused, but there are:%n%s", refused);
    }

    @Override
    ElastiCacheMock mock() {
        return Objects.requireNonNull(actual, "The mock to assert on is null.");
    }

    @Override
    Region region() {
        return mock().region();
    }

    @Override
    Journal calls() {
        return mock().journal();
    }
}
