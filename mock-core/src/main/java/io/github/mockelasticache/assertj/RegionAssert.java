package io.github.mockelasticache.assertj;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.journal.Journal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.regions.Region;

/** Assertions on what exists in one region of a mock, and on the calls that addressed it. */
public class RegionAssert extends ResourcesAssert<RegionAssert, Region> {

    private @Nullable ElastiCacheMock mock;

    /** Assertions on a region; {@link ElastiCacheMockAssert#inRegion} is the way to them. */
    RegionAssert(@Nullable Region actual) {
        super(actual, RegionAssert.class);
    }

    final RegionAssert of(ElastiCacheMock owner) {
        this.mock = owner;
        return myself;
    }

    @Override
    ElastiCacheMock mock() {
        return Objects.requireNonNull(mock, "mock");
    }

    @Override
    Region region() {
        return actual;
    }

    @Override
    Journal calls() {
        return mock().journal().where(call -> call.region().equals(actual));
    }
}
