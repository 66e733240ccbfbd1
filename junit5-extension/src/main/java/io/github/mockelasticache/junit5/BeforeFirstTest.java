package io.github.mockelasticache.junit5;

import io.github.mockelasticache.ElastiCacheMock;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The mock that is active in a class from its start until its first test, unless all of its tests share one.
 *
 * <p>An application that a test framework starts there builds clients that are used in the tests of this class and of others:
 * they are answered, and from the first test on, when this mock is closed, they follow the mock of each test.
 *
 * <p>For {@code CloseableResource} see {@link LiveMock}.
 */
@SuppressWarnings("deprecation")
final class BeforeFirstTest implements AutoCloseable, ExtensionContext.Store.CloseableResource {

    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(BeforeFirstTest.class);

    private final ElastiCacheMock mock;

    private BeforeFirstTest(ElastiCacheMock mock) {
        this.mock = mock;
        mock.activate(); // until it is closed
    }

    /** Activates the mock of this class, on the thread that runs it, unless it is configured not to be active. */
    static void begins(ExtensionContext classContext) {
        if (LiveMock.in(classContext).isPresent() || LiveMock.isTakenByClass(classContext)) {
            Activation.on(classContext);
        } else if (Configuration.of(classContext).activates()) {
            store(classContext)
                    .getOrComputeIfAbsent(classContext.getUniqueId(), key -> of(classContext), BeforeFirstTest.class);
        }
    }

    /** Closes what is still active of this test's class and of those around it. */
    static void ends(ExtensionContext testContext) {
        Stream.iterate(Optional.of(testContext), Optional::isPresent, at -> at.flatMap(ExtensionContext::getParent))
                .flatMap(Optional::stream)
                .flatMap(at -> Optional.ofNullable(store(at).get(at.getUniqueId(), BeforeFirstTest.class)).stream())
                .forEach(BeforeFirstTest::close);
    }

    @Override
    public void close() {
        mock.close();
    }

    private static BeforeFirstTest of(ExtensionContext classContext) {
        ElastiCacheMock mock = Configuration.of(classContext).builder().build();
        InjectedFaults.add(classContext, mock);
        return new BeforeFirstTest(mock);
    }

    private static ExtensionContext.Store store(ExtensionContext context) {
        return context.getStore(NAMESPACE);
    }
}
