package io.github.mockelasticache.junit5;

import io.github.mockelasticache.ElastiCacheMockBuilder;
import io.github.mockelasticache.Quotas;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import software.amazon.awssdk.regions.Region;

/** One attribute of {@link MockElastiCache}: how it is read from the annotation, and what it sets on the mock. */
record Attribute<T>(
        String name, Function<MockElastiCache, List<T>> values, BiConsumer<ElastiCacheMockBuilder, T> setter) {

    /** Sets nothing on the mock: it is for the extension itself. */
    static final Attribute<Boolean> ACTIVATE =
            new Attribute<>("activate", on -> boxed(on.activate()), (mock, activate) -> {});

    /** Sets nothing on the mock, and may differ among tests that share one. */
    static final Attribute<Boolean> PRINT_ON_FAILURE =
            new Attribute<>("printOnFailure", on -> boxed(on.printOnFailure()), (mock, print) -> {});

    static final List<Attribute<?>> ALL = List.of(
            text("region", MockElastiCache::region, (mock, id) -> mock.region(region(id))),
            text("accountId", MockElastiCache::accountId, ElastiCacheMockBuilder::accountId),
            text("startingAt", MockElastiCache::startingAt, (mock, text) -> mock.startingAt(instant(text))),
            new Attribute<>("clockMode", on -> List.of(on.clockMode()), ElastiCacheMockBuilder::clockMode),
            new Attribute<>("timeFactor", on -> boxed(on.timeFactor()), ElastiCacheMockBuilder::timeFactor),
            new Attribute<>("platform", on -> List.of(on.platform()), ElastiCacheMockBuilder::platform),
            new Attribute<>("seed", on -> boxed(on.seed()), ElastiCacheMockBuilder::seed),
            text("ingressDelay", MockElastiCache::ingressDelay, (mock, text) -> mock.ingressDelay(duration(text))),
            text(
                    "settledIngressStatus",
                    MockElastiCache::settledIngressStatus,
                    ElastiCacheMockBuilder::settledIngressStatus),
            new Attribute<>("strictEc2", on -> boxed(on.strictEc2()), ElastiCacheMockBuilder::strictEc2),
            several("quotas", MockElastiCache::quotas, (mock, quotas) -> mock.quotas(quotas(quotas))),
            several(
                    "withoutCapacity",
                    MockElastiCache::withoutCapacity,
                    (mock, zones) -> mock.withoutCapacity(zones.toArray(String[]::new))),
            several(
                    "fixtures",
                    MockElastiCache::fixtures,
                    (mock, files) -> mock.fixtures(files.toArray(String[]::new))),
            new Attribute<>("offline", on -> boxed(on.offline()), ElastiCacheMockBuilder::offline),
            ACTIVATE,
            PRINT_ON_FAILURE);

    /** What an annotation sets this attribute to; empty if it does not set it. */
    Optional<Setting<T>> in(Placement placement) {
        List<T> written = values.apply(placement.annotation());
        if (written.size() > 1) {
            throw new ExtensionConfigurationException("@MockElastiCache sets " + name + " to " + written.size()
                    + " values, " + written + ", " + placement.where() + ". A mock has one: write one value.");
        }
        return written.stream().findFirst().map(value -> new Setting<>(this, value, placement.where()));
    }

    private static Attribute<String> text(
            String name, Function<MockElastiCache, String> value, BiConsumer<ElastiCacheMockBuilder, String> setter) {
        return new Attribute<>(name, on -> value.apply(on).isEmpty() ? List.of() : List.of(value.apply(on)), setter);
    }

    private static <E> Attribute<List<E>> several(
            String name, Function<MockElastiCache, E[]> values, BiConsumer<ElastiCacheMockBuilder, List<E>> setter) {
        return new Attribute<>(
                name, on -> values.apply(on).length == 0 ? List.of() : List.of(List.of(values.apply(on))), setter);
    }

    private static Quotas quotas(List<WithQuota> all) {
        Quotas quotas = Quotas.documented();
        Set<Quotas.Quota> set = EnumSet.noneOf(Quotas.Quota.class);
        for (WithQuota each : all) {
            if (!set.add(each.of())) {
                throw new IllegalArgumentException("It sets " + each.of() + " twice; write each quota once.");
            }
            quotas = quotas.with(each.of(), each.number());
        }
        return quotas;
    }

    private static List<Long> boxed(long[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    private static List<Double> boxed(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    private static List<Boolean> boxed(boolean[] values) {
        Boolean[] boxed = new Boolean[values.length];
        Arrays.setAll(boxed, i -> values[i]);
        return List.of(boxed);
    }

    private static Region region(String id) {
        if (id.isBlank()) {
            throw new IllegalArgumentException("A region has a name; write one such as \"eu-west-1\".");
        }
        return Region.of(id);
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "It is not an instant; write ISO-8601 in UTC, such as \"2025-01-01T00:00:00Z\".", e);
        }
    }

    private static Duration duration(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "It is not a duration; write ISO-8601, such as \"PT1M\" for one minute or \"PT0.5S\".", e);
        }
    }
}
