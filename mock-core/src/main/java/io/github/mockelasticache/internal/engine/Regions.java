package io.github.mockelasticache.internal.engine;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticache.model.Tag;

/** What exists in all regions. A region is opened when it is first asked for, with what the service has in it from the start. */
final class Regions {

    private final Function<Region, RegionState> opening;
    private final Consumer<RegionState> beginning;
    private final Map<Region, RegionState> open = new HashMap<>();

    /** No region yet; each is opened by a function, and begins to live when it is first used. */
    Regions(Function<Region, RegionState> opening, Consumer<RegionState> beginning) {
        this.opening = opening;
        this.beginning = beginning;
    }

    RegionState of(Region region) {
        RegionState state = open.get(region);
        if (state == null) {
            state = opening.apply(region);
            open.put(region, state);
            beginning.accept(state);
        }
        return state;
    }

    void forget() {
        open.clear();
    }

    /** All that exists, by region and by the words for the lists of the types. */
    SortedMap<String, SortedMap<String, List<SdkPojo>>> resources() {
        SortedMap<String, SortedMap<String, List<SdkPojo>>> resources = new TreeMap<>();
        open.forEach((region, state) -> resources.put(region.id(), state.resources()));
        return resources;
    }

    /** What has come to exist, or has changed, since its region was opened. */
    SortedMap<String, SortedMap<String, List<SdkPojo>>> changes() {
        SortedMap<String, SortedMap<String, List<SdkPojo>>> changes = new TreeMap<>();
        open.forEach((region, state) -> {
            SortedMap<String, List<SdkPojo>> changed = state.resources();
            SortedMap<String, List<SdkPojo>> atStart = opening.apply(region).resources();
            changed.replaceAll((list, all) -> without(all, atStart.getOrDefault(list, List.of())));
            changed.values().removeIf(List::isEmpty);
            if (!changed.isEmpty()) {
                changes.put(region.id(), changed);
            }
        });
        return changes;
    }

    /** The tags, by region and ARN. */
    SortedMap<String, SortedMap<String, List<Tag>>> tags() {
        SortedMap<String, SortedMap<String, List<Tag>>> tags = new TreeMap<>();
        open.forEach((region, state) -> {
            SortedMap<String, List<Tag>> ofRegion = state.tags().all();
            if (!ofRegion.isEmpty()) {
                tags.put(region.id(), ofRegion);
            }
        });
        return tags;
    }

    private static List<SdkPojo> without(List<SdkPojo> all, List<SdkPojo> others) {
        Set<SdkPojo> excluded = new HashSet<>(others);
        return all.stream().filter(each -> !excluded.contains(each)).toList();
    }
}
