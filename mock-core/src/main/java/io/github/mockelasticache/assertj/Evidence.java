package io.github.mockelasticache.assertj;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.journal.Journal;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.regions.Region;

/**
 * The calls that a failure message shows beneath itself.
 *
 * @param mock the mock that they were made on
 * @param region the region that is asserted on; null for all
 */
record Evidence(ElastiCacheMock mock, @Nullable Region region) {

    /** More would bury the message. */
    private static final int CALLS_SHOWN = 20;

    @Override
    public String toString() {
        Journal calls = region == null
                ? mock.journal()
                : mock.journal().where(call -> call.region().equals(region));
        String where = region == null ? "" : " in " + region;
        String heading = calls.size() > CALLS_SHOWN
                ? "The last " + CALLS_SHOWN + " of " + calls.size() + " calls" + where
                : "Calls" + where;
        return "%n%s until then:%n  ".formatted(heading)
                + calls.last(CALLS_SHOWN).toString().replace(System.lineSeparator(), System.lineSeparator() + "  ");
    }
}
