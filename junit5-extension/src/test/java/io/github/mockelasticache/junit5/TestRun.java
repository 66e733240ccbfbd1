package io.github.mockelasticache.junit5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** One run of real test classes through the Jupiter engine, and what came of it. */
final class TestRun {

    private final EngineExecutionResults results;

    private TestRun(EngineExecutionResults results) {
        this.results = results;
    }

    static TestRun of(Class<?>... testClasses) {
        return of(Map.of(), testClasses);
    }

    static TestRun of(Map<String, String> configuration, Class<?>... testClasses) {
        DiscoverySelector[] selectors =
                Stream.of(testClasses).map(type -> selectClass(type)).toArray(DiscoverySelector[]::new);
        return new TestRun(EngineTestKit.engine("junit-jupiter")
                .configurationParameters(configuration)
                .selectors(selectors)
                .execute());
    }

    /** Every test and every class passed, and this many tests did. */
    void passes(int tests) {
        assertThat(failures()).isEmpty();
        assertThat(results.testEvents().succeeded().count())
                .as("number of tests that passed")
                .isEqualTo(tests);
    }

    /** The one failure of this run, whether of a test or of a class. */
    Throwable failure() {
        assertThat(failures()).hasSize(1);
        return failures().get(0);
    }

    /** What every failed test or class failed with. */
    List<Throwable> failures() {
        return results.allEvents().stream()
                .flatMap(event -> event.getPayload(TestExecutionResult.class).stream())
                .filter(result -> result.getStatus() == TestExecutionResult.Status.FAILED)
                .flatMap(result -> result.getThrowable().stream())
                .toList();
    }

    /** The display names of the tests that passed. */
    List<String> passed() {
        return results.testEvents()
                .succeeded()
                .map(event -> event.getTestDescriptor().getDisplayName())
                .toList();
    }

    /** The report entries that this run published, in order. */
    List<Map<String, String>> reportEntries() {
        return results.allEvents()
                .reportingEntryPublished()
                .map(event -> event.getRequiredPayload(ReportEntry.class).getKeyValuePairs())
                .toList();
    }

    /** The display names of those that published report entries, in order. */
    List<String> reporters() {
        return results.allEvents()
                .reportingEntryPublished()
                .map(event -> event.getTestDescriptor().getDisplayName())
                .toList();
    }
}
