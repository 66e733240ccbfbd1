package io.github.mockelasticache.junit5;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.time.Transitions;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.TestAbortedException;

/**
 * What the mock saw, published as a report entry of the test or class that failed.
 *
 * <p>JUnit closes it after the last callback, so that no failure is missed, not even one of a constructor, and before
 * the mock, which is stored before it. For {@code CloseableResource} see {@link LiveMock}.
 */
@SuppressWarnings("deprecation")
final class FailureReport implements AutoCloseable, ExtensionContext.Store.CloseableResource {

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(FailureReport.class);

    private final ExtensionContext context;
    private final ElastiCacheMock mock;

    private FailureReport(ExtensionContext context, ElastiCacheMock mock) {
        this.context = context;
        this.mock = mock;
    }

    /** Sees to it that a failure of this test or class is reported with what this mock will have seen by then. */
    static void prepare(ExtensionContext context, ElastiCacheMock mock) {
        context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        context.getUniqueId(), key -> new FailureReport(context, mock), FailureReport.class);
    }

    /** Publishes what a mock has seen, unless the failure is an assumption that did not hold. */
    static void publish(ExtensionContext context, ElastiCacheMock mock, Throwable failure) {
        if (failure instanceof TestAbortedException) {
            return;
        }
        Map<String, String> entry = new LinkedHashMap<>();
        entry.put("ElastiCacheMock clock", mock.clock().instant().toString());
        entry.put("ElastiCacheMock history", table(mock.timeline().history()));
        entry.put("ElastiCacheMock pending", table(mock.timeline().pending()));
        context.publishReportEntry(entry);
    }

    @Override
    public void close() {
        context.getExecutionException().ifPresent(failure -> publish(context, mock, failure));
    }

    /** On lines of its own, so that the columns stay below each other. */
    private static String table(Transitions transitions) {
        return transitions.isEmpty() ? transitions.toString() : System.lineSeparator() + transitions;
    }
}
