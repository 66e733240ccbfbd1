package io.github.mockelasticache.assertj;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.internal.json.SnapshotJson;
import io.github.mockelasticache.journal.Journal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.assertj.core.util.diff.DiffUtils;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.regions.Region;

/**
 * Assertions on a mock: on what exists in its own region or in another one, on the calls that it has answered, and on what
 * is still to happen. They make no calls and move no time.
 */
public class ElastiCacheMockAssert extends ResourcesAssert<ElastiCacheMockAssert, ElastiCacheMock> {

    private static final int LINES_AROUND = 3;

    /**
     * Assertions on a mock; {@link MockElastiCacheAssertions#assertThat(ElastiCacheMock)} is the way to them.
     *
     * @param actual the mock
     */
    public ElastiCacheMockAssert(@Nullable ElastiCacheMock actual) {
        super(actual, ElastiCacheMockAssert.class);
        if (actual != null) {
            evidence = new Evidence(actual, null);
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
        return described(this, assertions.of(mock()).softly(soft()).withEvidence(new Evidence(mock(), region)));
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

    /**
     * Verifies that what exists, its tags, the clock and what is pending are as in a golden file: one that holds a {@linkplain
     * ElastiCacheMock#snapshot snapshot}, or only its {@code State}. How the state came about is not compared. Needs Jackson 3.
     *
     * @param goldenFile the file
     * @return this assertion
     */
    public ElastiCacheMockAssert matchesGoldenFile(Path goldenFile) {
        String snapshot = mock().snapshot();
        if (!Files.isRegularFile(goldenFile)) {
            throw failure(
                    "%s",
                    "There is no golden file %s. If the state is as it should be, write mock.snapshot() to it:%n%s"
                            .formatted(goldenFile, snapshot));
        }
        String expected;
        try {
            expected = SnapshotJson.readShown(goldenFile.toString(), Files.readString(goldenFile));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String actual = SnapshotJson.readShown("The mock's snapshot", snapshot);
        if (!actual.equals(expected)) {
            List<String> expectedLines = expected.lines().toList();
            List<String> differences = DiffUtils.generateUnifiedDiff(
                    goldenFile.toString(),
                    "the mock",
                    expectedLines,
                    DiffUtils.diff(expectedLines, actual.lines().toList()),
                    LINES_AROUND);
            throw failureWithActualExpected(
                    actual,
                    expected,
                    "%s",
                    "Expected the state of the golden file %s, but it differs:%n%s%s"
                            .formatted(
                                    goldenFile,
                                    String.join(System.lineSeparator(), differences),
                                    new Evidence(mock(), null)));
        }
        return this;
    }

    @Override
    ElastiCacheMock mock() {
        isNotNull();
        return Objects.requireNonNull(actual);
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
