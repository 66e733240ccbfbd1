package io.github.mockelasticache.junit5;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A {@link MockElastiCache} that applies to a test or a test class, and where it stands. */
record Placement(MockElastiCache annotation, String where) {

    /**
     * The annotations that apply to a test or a test class, nearest first; those that are equally near are in one list.
     *
     * <p>JUnit's own search ends at the first annotation that it finds; here each may add attributes to those before
     * it.
     */
    static List<List<Placement>> nearestFirst(ExtensionContext context) {
        Set<AnnotatedElement> elements = new LinkedHashSet<>();
        for (Optional<ExtensionContext> at = Optional.of(context);
                at.isPresent();
                at = at.flatMap(ExtensionContext::getParent)) {
            at.flatMap(ExtensionContext::getElement).ifPresent(element -> addWithAncestors(element, elements));
        }
        return elements.stream().flatMap(element -> on(element).stream()).toList();
    }

    private static void addWithAncestors(AnnotatedElement element, Set<AnnotatedElement> elements) {
        elements.add(element);
        if (element instanceof Class<?> type) {
            for (Class<?> implemented : type.getInterfaces()) {
                addWithAncestors(implemented, elements);
            }
            if (type.getSuperclass() != null) {
                addWithAncestors(type.getSuperclass(), elements);
            }
        }
    }

    private static List<List<Placement>> on(AnnotatedElement element) {
        List<List<Placement>> byDistance = new ArrayList<>();
        Set<Class<?>> seen = new HashSet<>();
        List<Standing> standing = standingOn(element, "on " + describe(element));
        while (!standing.isEmpty()) {
            List<Placement> equallyNear = new ArrayList<>();
            List<Standing> further = new ArrayList<>();
            for (Standing each : standing) {
                Class<? extends Annotation> type = each.annotation().annotationType();
                if (each.annotation() instanceof MockElastiCache found) {
                    equallyNear.add(new Placement(found, each.where()));
                } else if (seen.add(type)) {
                    further.addAll(standingOn(type, "on @" + type.getSimpleName() + " " + each.where()));
                }
            }
            byDistance.add(equallyNear);
            standing = further;
        }
        return byDistance;
    }

    private static List<Standing> standingOn(AnnotatedElement element, String where) {
        List<Standing> standing = new ArrayList<>();
        for (Annotation annotation : element.getDeclaredAnnotations()) {
            standing.add(new Standing(annotation, where));
        }
        return standing;
    }

    private static String describe(AnnotatedElement element) {
        if (element instanceof Method method) {
            return "method " + method.getDeclaringClass().getName() + "." + method.getName();
        }
        return element.toString();
    }

    private record Standing(Annotation annotation, String where) {}
}
