package io.github.mockelasticache.junit5;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.journal.Journal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.TestAbortedException;

/**
 * What the mock saw, published as a report entry of the test or class that failed, and printed, as many tools leave report
 * entries out.
 *
 * <p>JUnit closes it after the last callback, so that no failure is missed, not even one of a constructor, and before
 * the mock, which is stored before it. For {@code CloseableResource} see {@link LiveMock}.
 */
@SuppressWarnings("deprecation")
final class FailureReport implements AutoCloseable, ExtensionContext.Store.CloseableResource {

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(FailureReport.class);

    /** Enough to see what led there; all of them are in the mock's journal. */
    private static final int CALLS_SHOWN = 100;

    private final ExtensionContext context;
    private final ElastiCacheMock mock;
    private final boolean prints;

    private FailureReport(ExtensionContext context, ElastiCacheMock mock, boolean prints) {
        this.context = context;
        this.mock = mock;
        this.prints = prints;
    }

    /** Sees to it that a failure of this test or class is reported with what this mock will have seen by then. */
    static void prepare(ExtensionContext context, ElastiCacheMock mock, boolean prints) {
        context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        context.getUniqueId(), key -> new FailureReport(context, mock, prints), FailureReport.class);
    }

    /** Tells what a mock has seen, unless the failure is an assumption that did not hold. */
    static void publish(ExtensionContext context, ElastiCacheMock mock, boolean prints, Throwable failure) {
        if (failure instanceof TestAbortedException) {
            return;
        }
        Map<String, String> entry = new LinkedHashMap<>();
        entry.put("ElastiCacheMock clock", mock.clock().instant().toString());
        entry.put("ElastiCacheMock journal", onLinesOfItsOwn(journal(mock.journal())));
        entry.put("ElastiCacheMock state", onLinesOfItsOwn(mock.state()));
        entry.put(
                "ElastiCacheMock history",
                onLinesOfItsOwn(mock.timeline().history().toString()));
        entry.put(
                "ElastiCacheMock pending",
                onLinesOfItsOwn(mock.timeline().pending().toString()));
        context.publishReportEntry(entry);
        if (prints) {
            print(context.getDisplayName(), entry);
        }
    }

    @Override
    public void close() {
        context.getExecutionException().ifPresent(failure -> publish(context, mock, prints, failure));
    }

    /** In one piece, so that the reports of tests that run in parallel do not mix. */
    private static void print(String test, Map<String, String> entry) {
        StringJoiner report = new StringJoiner(System.lineSeparator());
        report.add("What the ElastiCacheMock of " + test + " saw until it failed:");
        entry.forEach((name, value) -> report.add(name + ": " + value));
        System.out.println(report);
    }

    private static String journal(Journal journal) {
        return journal.size() <= CALLS_SHOWN
                ? journal.toString()
                : "(the last " + CALLS_SHOWN + " of " + journal.size() + " calls)" + System.lineSeparator()
                        + journal.last(CALLS_SHOWN);
    }

    /** So that columns stay below each other. */
    private static String onLinesOfItsOwn(String text) {
        return text.equals("(none)") ? text : System.lineSeparator() + text;
    }
}
