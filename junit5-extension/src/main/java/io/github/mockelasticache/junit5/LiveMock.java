package io.github.mockelasticache.junit5;

import io.github.mockelasticache.ElastiCacheMock;
import java.lang.annotation.Annotation;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;

/**
 * The mock of a test, or the one that all tests of a class share: made where it is first needed, closed by JUnit with
 * the store of its owner.
 *
 * <p>It is a {@code CloseableResource} too, deprecated as that is, because JUnit closes nothing else before 5.13, nor
 * later if its configuration says so.
 */
@SuppressWarnings("deprecation")
final class LiveMock implements AutoCloseable, ExtensionContext.Store.CloseableResource {

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(LiveMock.class);

    private final ElastiCacheMock mock;
    private final Configuration configuration;
    private final String owner;

    private LiveMock(ExtensionContext owner) {
        this.configuration = Configuration.of(owner);
        this.mock = configuration.builder().build();
        this.owner = owner.getTestMethod().isPresent()
                ? "test " + owner.getDisplayName()
                : owner.getRequiredTestClass().toString();
    }

    /**
     * The mock that this test or class sees, made now if nothing has needed it before.
     *
     * @throws ExtensionConfigurationException if it is configured wrongly, or otherwise than annotations in this context
     *     say
     */
    static LiveMock of(ExtensionContext context) {
        return in(context).orElseGet(() -> {
            ExtensionContext owner = owner(context);
            store(owner).getOrComputeIfAbsent(LiveMock.class, key -> new LiveMock(owner), LiveMock.class);
            return in(context).orElseThrow();
        });
    }

    /**
     * The mock that this test or class sees, if something has needed it already. From here on a failure of this test or
     * class reports what the mock saw.
     *
     * @throws ExtensionConfigurationException if it is configured otherwise than annotations in this context say
     */
    static Optional<LiveMock> in(ExtensionContext context) {
        Optional<LiveMock> live = Optional.ofNullable(store(context).get(LiveMock.class, LiveMock.class));
        live.ifPresent(present -> {
            Configuration asked = Configuration.of(context);
            present.checkServes(context, asked);
            FailureReport.prepare(context, present.mock, asked.printsOnFailure());
            InjectedFaults.add(context, present.mock);
        });
        return live;
    }

    /** Whether this class will share a mock among its tests, because it takes one before or after all of them. */
    static boolean isTakenByClass(ExtensionContext classContext) {
        Class<?> testClass = classContext.getRequiredTestClass();
        boolean isMadeOnce = classContext
                .getTestInstanceLifecycle()
                .filter(Lifecycle.PER_CLASS::equals)
                .isPresent();
        return isTakenIn(methods(testClass, BeforeAll.class))
                || isTakenIn(methods(testClass, AfterAll.class))
                || (isMadeOnce && isTakenIn(Stream.of(testClass.getDeclaredConstructors())));
    }

    ElastiCacheMock mock() {
        return mock;
    }

    @Override
    public void close() {
        mock.close();
    }

    private void checkServes(ExtensionContext context, Configuration asked) {
        List<? extends Setting<?>> differences = asked.differencesFrom(configuration);
        if (!differences.isEmpty()) {
            throw new ExtensionConfigurationException("""
                    @MockElastiCache cannot be used with %s, because all tests of %s share one mock: its constructor or \
                    a @BeforeAll or @AfterAll method takes a parameter of it. Set the attribute on that class, or take \
                    the parameter in @BeforeEach or in the tests instead, so that each test has a mock of its own.""".formatted(differences.get(0), owner));
        }
        if (!asked.base().equals(configuration.base())) {
            throw new ExtensionConfigurationException("""
                    The mock of %s was made before the MockElastiCacheExtension that serves %s was registered, and \
                    without its settings. Register that extension in a static field of the outermost class that uses \
                    the mock.""".formatted(owner, context.getDisplayName()));
        }
    }

    /**
     * Where the mock of this test or class belongs: to the outermost class that will still need it after its last test,
     * else to the context itself. What needs it before the first test makes it in the context of the class.
     */
    private static ExtensionContext owner(ExtensionContext context) {
        return Stream.iterate(Optional.of(context), Optional::isPresent, at -> at.flatMap(ExtensionContext::getParent))
                .flatMap(Optional::stream)
                .filter(LiveMock::neededAfterLastTest)
                .reduce(context, (inner, outer) -> outer);
    }

    private static boolean neededAfterLastTest(ExtensionContext context) {
        return context.getTestMethod().isEmpty()
                && context.getTestClass().stream().anyMatch(testClass -> isTakenIn(methods(testClass, AfterAll.class)));
    }

    private static Stream<Method> methods(Class<?> testClass, Class<? extends Annotation> annotation) {
        return AnnotationSupport.findAnnotatedMethods(testClass, annotation, HierarchyTraversalMode.TOP_DOWN).stream();
    }

    private static boolean isTakenIn(Stream<? extends Executable> executables) {
        return executables
                .flatMap(executable -> Stream.of(executable.getParameterTypes()))
                .anyMatch(MockElastiCacheExtension::isOfTheMock);
    }

    private static ExtensionContext.Store store(ExtensionContext context) {
        return context.getStore(NAMESPACE);
    }
}
