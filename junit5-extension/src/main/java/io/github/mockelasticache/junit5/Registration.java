package io.github.mockelasticache.junit5;

import java.lang.reflect.Modifier;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Which of several registered extensions serves a test or a test class.
 *
 * <p>{@link MockElastiCache} registers one extension and a field with {@code @RegisterExtension} another; JUnit calls
 * both, and refuses parameters that two extensions want to resolve.
 *
 * @param extension the one that serves
 * @param home the unique id of the context that it was registered in
 * @param displaced the registration that served further out
 */
record Registration(
        MockElastiCacheExtension extension,
        String home,
        @Nullable Registration displaced) {

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(Registration.class);

    static Optional<Registration> in(ExtensionContext context) {
        return Optional.ofNullable(store(context).get(Registration.class, Registration.class));
    }

    /**
     * Makes an extension the one that serves this context and those in it, if none does yet or if it is a configured
     * one that is registered further in.
     *
     * @throws ExtensionConfigurationException if two configured ones are registered in the same place
     */
    static void of(MockElastiCacheExtension extension, ExtensionContext context) {
        Optional<Registration> present = in(context);
        if (present.isEmpty() || (extension.isConfigured() && !present.get().includes(extension))) {
            Registration registration = new Registration(extension, context.getUniqueId(), present.orElse(null));
            registration.checkUnrivalled(context);
            store(context).put(Registration.class, registration);
        }
    }

    /** Whether an extension in a field of the instance, which is registered after the constructor, may yet take over. */
    static boolean isToComeWithTheInstance(ExtensionContext context) {
        return context.getEnclosingTestClasses().stream().anyMatch(Registration::hasInInstances)
                || hasInInstances(context.getRequiredTestClass());
    }

    /** Whether a configured extension in a static field of the class, which JUnit calls later, takes over from this one. */
    static boolean isTakenOverInTheClass(MockElastiCacheExtension extension, ExtensionContext context) {
        return takesOver(
                extension,
                AnnotationSupport.findAnnotatedFieldValues(
                        context.getRequiredTestClass(), RegisterExtension.class, MockElastiCacheExtension.class)
                        .stream());
    }

    /** Whether a configured extension in a field of the instance, which JUnit calls later, takes over from this one. */
    static boolean isTakenOverInTheInstance(MockElastiCacheExtension extension, ExtensionContext context) {
        return takesOver(
                extension,
                context.getRequiredTestInstances().getAllInstances().stream()
                        .flatMap(instance -> AnnotationSupport.findAnnotatedFieldValues(
                                instance, RegisterExtension.class, MockElastiCacheExtension.class)
                                .stream()));
    }

    private static boolean takesOver(MockElastiCacheExtension extension, Stream<MockElastiCacheExtension> registered) {
        return registered.anyMatch(other -> other != extension && other.isConfigured());
    }

    private static boolean hasInInstances(Class<?> testClass) {
        return AnnotationSupport.findAnnotatedFields(testClass, RegisterExtension.class).stream()
                .anyMatch(field -> !Modifier.isStatic(field.getModifiers())
                        && MockElastiCacheExtension.class.isAssignableFrom(field.getType()));
    }

    private boolean includes(MockElastiCacheExtension other) {
        return extension == other || (displaced != null && displaced.includes(other));
    }

    private void checkUnrivalled(ExtensionContext context) {
        if (displaced != null && displaced.extension.isConfigured() && displaced.home.equals(home)) {
            throw new ExtensionConfigurationException(
                    "Two fields of " + context.getRequiredTestClass().getName() + " register a configured"
                            + " MockElastiCacheExtension, and a test has one mock. Keep one of them.");
        }
    }

    private static ExtensionContext.Store store(ExtensionContext context) {
        return context.getStore(NAMESPACE);
    }
}
