package io.github.mockelasticache.junit5;

import io.github.mockelasticache.ElastiCacheMock;
import io.github.mockelasticache.ElastiCacheMockBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * How the mock of a test or of a test class is to be built.
 *
 * @param base what the registered extension sets, in order
 * @param activatesByDefault whether the mock is activated where no annotation says so
 * @param printsByDefault whether failure reports are printed where no annotation says so
 * @param settings what annotations set, by attribute
 */
record Configuration(
        List<Consumer<ElastiCacheMockBuilder>> base,
        boolean activatesByDefault,
        boolean printsByDefault,
        Map<Attribute<?>, Setting<?>> settings) {

    static Configuration of(ExtensionContext context) {
        Optional<MockElastiCacheExtension> registered = Registration.in(context).map(Registration::extension);
        List<Consumer<ElastiCacheMockBuilder>> base =
                registered.map(MockElastiCacheExtension::steps).orElse(List.of());
        boolean activates = registered.map(MockElastiCacheExtension::activates).orElse(true);
        boolean prints =
                registered.map(MockElastiCacheExtension::printsOnFailure).orElse(true);
        Map<Attribute<?>, Setting<?>> settings = new LinkedHashMap<>();
        for (List<Placement> equallyNear : Placement.nearestFirst(context)) {
            for (Attribute<?> attribute : Attribute.ALL) {
                if (!settings.containsKey(attribute)) {
                    theOne(attribute, equallyNear).ifPresent(setting -> settings.put(attribute, setting));
                }
            }
        }
        return new Configuration(base, activates, prints, settings);
    }

    /** A new builder of mocks that are configured like this. */
    ElastiCacheMockBuilder builder() {
        ElastiCacheMockBuilder mock = ElastiCacheMock.builder();
        base.forEach(step -> step.accept(mock));
        settings.values().forEach(setting -> setting.applyTo(mock));
        return mock;
    }

    /** Whether the mock is to answer the clients that code under test builds by itself. */
    boolean activates() {
        return flag(Attribute.ACTIVATE).orElse(activatesByDefault);
    }

    /** Whether what the mock saw is printed when a test fails. */
    boolean printsOnFailure() {
        return flag(Attribute.PRINT_ON_FAILURE).orElse(printsByDefault);
    }

    private Optional<Boolean> flag(Attribute<Boolean> attribute) {
        return Optional.ofNullable(settings.get(attribute)).map(Setting::value).map(Boolean.class::cast);
    }

    /**
     * Checks the values that annotations set.
     *
     * @throws ExtensionConfigurationException if one of them is not a possible one
     */
    void check() {
        ElastiCacheMockBuilder trial = ElastiCacheMock.builder();
        settings.values().forEach(setting -> setting.applyTo(trial));
    }

    /** What annotations set here to another value than there. */
    List<? extends Setting<?>> differencesFrom(Configuration other) {
        return settings.values().stream()
                .filter(setting -> !setting.attribute().equals(Attribute.PRINT_ON_FAILURE))
                .filter(setting -> Optional.<Setting<?>>ofNullable(other.settings.get(setting.attribute()))
                        .filter(setting::sameValueAs)
                        .isEmpty())
                .toList();
    }

    private static Optional<Setting<?>> theOne(Attribute<?> attribute, List<Placement> equallyNear) {
        List<Setting<?>> found = new ArrayList<>();
        equallyNear.forEach(placement -> attribute.in(placement).ifPresent(found::add));
        for (Setting<?> setting : found) {
            if (!setting.sameValueAs(found.get(0))) {
                throw new ExtensionConfigurationException("@MockElastiCache is used with " + found.get(0) + " and with "
                        + setting + ", which is equally near. A mock has one " + attribute.name()
                        + ": write it on the class or method itself.");
            }
        }
        return found.stream().findFirst();
    }
}
