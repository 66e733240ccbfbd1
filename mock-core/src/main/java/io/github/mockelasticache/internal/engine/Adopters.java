package io.github.mockelasticache.internal.engine;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;

/** The types of resource that can be taken over from elsewhere, what is used before what uses it. */
public final class Adopters {

    private final Map<ResourceType<?>, Known<?>> byType = new LinkedHashMap<>();
    private final Set<ResourceType<?>> last = new HashSet<>();

    Adopters() {}

    private record Known<T>(
            ResourceType<T> type, Function<T, @Nullable String> name, String nameMember, Adopter<T> adopter) {

        void adopt(SdkPojo resource, RegionState region, Adopter.Unfit unfit) {
            T typed = type.model().cast(resource);
            String named = name.apply(typed);
            if (named == null || named.isBlank()) {
                throw unfit.because("", nameMember + " is missing; a resource needs it.");
            }
            if (region.table(type).find(named) != null && !type.reserved().test(named) && !named.equals("default")) {
                throw unfit.because(
                        "/" + nameMember, "There is a resource of this name already; a name can be used once.");
            }
            adopter.adopt(typed, region, unfit);
        }

        void requireWhole(SdkPojo resource, RegionState region, Adopter.Unfit unfit) {
            adopter.requireWhole(type.model().cast(resource), region, unfit);
        }
    }

    /**
     * Adds a type.
     *
     * @param type the type
     * @param name its name
     * @param nameMember the member that holds its name
     * @param adopter takes one of them over
     * @param <T> the SDK's model class of the resource
     */
    public <T> void add(
            ResourceType<T> type, Function<T, @Nullable String> name, String nameMember, Adopter<T> adopter) {
        byType.put(type, new Known<>(type, name, nameMember, adopter));
    }

    /**
     * Adds a type whose resources tell of those of any other type, and are therefore taken over after them.
     *
     * @param type the type
     * @param name its name
     * @param nameMember the member that holds its name
     * @param adopter takes one of them over
     * @param <T> the SDK's model class of the resource
     */
    public <T> void addLast(
            ResourceType<T> type, Function<T, @Nullable String> name, String nameMember, Adopter<T> adopter) {
        add(type, name, nameMember, adopter);
        last.add(type);
    }

    /** The place of a type in the order in which resources are to be taken over; -1 if they cannot be. */
    int rank(ResourceType<?> type) {
        if (last.contains(type)) {
            return byType.size();
        }
        int rank = 0;
        for (ResourceType<?> each : byType.keySet()) {
            if (each.equals(type)) {
                return rank;
            }
            rank++;
        }
        return -1;
    }

    void adopt(ResourceType<?> type, SdkPojo resource, RegionState region, Adopter.Unfit unfit) {
        Known<?> known = byType.get(type);
        if (known == null) {
            throw unfit.because(
                    "",
                    type.listName()
                            + " cannot be loaded from the outside; create them by calls, or load a snapshot of a"
                            + " mock that has them.");
        }
        known.adopt(resource, region, unfit);
    }

    void requireWhole(ResourceType<?> type, SdkPojo resource, RegionState region, Adopter.Unfit unfit) {
        Known<?> known = byType.get(type);
        if (known != null) {
            known.requireWhole(resource, region, unfit);
        }
    }
}
