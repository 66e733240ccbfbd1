package io.github.mockelasticache.junit5;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.fault.CommonFault;
import io.github.mockelasticache.fault.Fault;
import io.github.mockelasticache.fault.FaultPlan;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;
import software.amazon.awssdk.services.elasticache.model.ElastiCacheRequest;

/**
 * The fault plans that {@link InjectFault} annotations of one class or method add to a mock, until JUnit closes them. For {@code
 * CloseableResource} see {@link LiveMock}.
 */
@SuppressWarnings("deprecation")
final class InjectedFaults implements AutoCloseable, ExtensionContext.Store.CloseableResource {

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(InjectedFaults.class);

    private final ElastiCacheMock mock;
    private final List<FaultPlan> plans;

    private InjectedFaults(ElastiCacheMock mock, List<FaultPlan> plans) {
        this.mock = mock;
        this.plans = plans;
        plans.forEach(mock.faults()::add);
    }

    /** Adds the plans that apply to a test or a class to the mock that it sees, those of outer classes first, each once. */
    static void add(ExtensionContext context, ElastiCacheMock mock) {
        for (ExtensionContext at : outermostFirst(context)) {
            context.getStore(NAMESPACE)
                    .getOrComputeIfAbsent(
                            new Place(at.getUniqueId(), mock),
                            key -> new InjectedFaults(mock, plans(at)),
                            InjectedFaults.class);
        }
    }

    /**
     * Checks the annotations of a class or a method.
     *
     * @throws ExtensionConfigurationException if one of them makes no plan
     */
    static void check(ExtensionContext context) {
        plans(context);
    }

    @Override
    public void close() {
        plans.forEach(mock.faults()::remove);
    }

    private record Place(String uniqueId, ElastiCacheMock mock) {}

    private static List<ExtensionContext> outermostFirst(ExtensionContext context) {
        List<ExtensionContext> chain = new ArrayList<>();
        for (Optional<ExtensionContext> at = Optional.of(context);
                at.isPresent();
                at = at.flatMap(ExtensionContext::getParent)) {
            chain.add(0, at.get());
        }
        return chain;
    }

    private static List<FaultPlan> plans(ExtensionContext at) {
        return at.getElement().stream()
                .flatMap(element -> AnnotationSupport.findRepeatableAnnotations(element, InjectFault.class).stream()
                        .map(annotation -> plan(annotation, element.toString())))
                .toList();
    }

    private static FaultPlan plan(InjectFault annotation, String where) {
        try {
            FaultPlan plan = plan(annotation);
            ElastiCacheMock.builder().faults(plan);
            return plan;
        } catch (IllegalArgumentException e) {
            throw new ExtensionConfigurationException(
                    "@InjectFault cannot be used like this on " + where + ". " + e.getMessage(), e);
        }
    }

    private static FaultPlan plan(InjectFault annotation) {
        if (annotation.on().length > 1) {
            throw new IllegalArgumentException(
                    "A plan is for one operation or for any: write one class for on, and a further @InjectFault for"
                            + " another operation.");
        }
        if (annotation.on().length == 0 && annotation.when().length > 0) {
            throw new IllegalArgumentException("A condition is for requests of one class: write it for on.");
        }
        if (annotation.error().isEmpty() && (!annotation.message().isEmpty() || annotation.httpStatus() != 0)) {
            throw new IllegalArgumentException(
                    "A message and an httpStatus are those of an error: write its code for error.");
        }
        FaultPlan.Builder<? extends ElastiCacheRequest> calls = annotation.on().length == 0
                ? FaultPlan.onAnyCall()
                : FaultPlan.on(annotation.on()[0]);
        calls.fromCall(annotation.fromCall()).times(annotation.times());
        if (annotation.always()) {
            calls.always();
        }
        for (Class<? extends Predicate<? extends ElastiCacheRequest>> condition : annotation.when()) {
            restrict(calls, instance(condition));
        }
        return calls.inject(fault(annotation));
    }

    private static <P> P instance(Class<P> condition) {
        if (Arrays.stream(condition.getDeclaredConstructors()).noneMatch(each -> each.getParameterCount() == 0)) {
            throw new IllegalArgumentException(
                    "The condition " + condition.getName() + " has no constructor without parameters; make it a class"
                            + " of its own, or a static nested one, that has one.");
        }
        return ReflectionSupport.newInstance(condition);
    }

    @SuppressWarnings("unchecked") // The annotation says that the condition is for requests of this class.
    private static <Q extends ElastiCacheRequest> void restrict(
            FaultPlan.Builder<Q> calls, Predicate<? extends ElastiCacheRequest> condition) {
        calls.when((Predicate<Q>) condition);
    }

    private static Fault fault(InjectFault annotation) {
        List<Fault> faults = new ArrayList<>(List.<CommonFault>of(annotation.fault()));
        if (!annotation.error().isEmpty()) {
            faults.add(error(annotation));
        }
        if (!annotation.latency().isEmpty()) {
            faults.add(Fault.latency(duration(annotation.latency())));
        }
        if (faults.size() != 1) {
            throw new IllegalArgumentException(
                    "It must say what goes wrong, with one of fault, error and latency, but says " + faults
                            + "; write a further @InjectFault for a further fault.");
        }
        return faults.get(0);
    }

    private static Fault error(InjectFault annotation) {
        String message = annotation.message().isEmpty() ? "Injected by a fault plan." : annotation.message();
        return annotation.httpStatus() == 0
                ? Fault.error(annotation.error(), message)
                : Fault.httpError(annotation.httpStatus(), annotation.error(), message);
    }

    private static Duration duration(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "The latency \"" + text + "\" is not a duration; write ISO-8601, such as \"PT5S\".", e);
        }
    }
}
