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

/**
 * What exists in all regions. A region is opened when it is first asked for, with what the service has in it from the start.
 *
 * <p>What belongs to the account and to no region is kept in the same way, one state for each partition: so it is reset, listed,
 * compared and found like everything else.
 */
final class Regions {

    private final Function<Place, RegionState> opening;
    private final Consumer<RegionState> beginning;
    private final Map<Place, RegionState> open = new HashMap<>();
    /** The open regions once more, as every call looks one up. */
    private final Map<Region, RegionState> byRegion = new HashMap<>();

    /** No region yet; each is opened by a function, and begins to live when it is first used. */
    Regions(Function<Place, RegionState> opening, Consumer<RegionState> beginning) {
        this.opening = opening;
        this.beginning = beginning;
    }

    RegionState of(Region region) {
        RegionState state = byRegion.get(region);
        if (state == null) {
            state = at(Place.in(region));
            byRegion.put(region, state);
        }
        return state;
    }

    /** What exists at a place. */
    RegionState at(Place place) {
        RegionState state = open.get(place);
        if (state == null) {
            state = opening.apply(place);
            open.put(place, state);
            if (!place.global()) {
                beginning.accept(state);
            }
        }
        return state;
    }

    void forget() {
        open.clear();
        byRegion.clear();
    }

    /** All that exists, by region and by the words for the lists of the types. */
    SortedMap<String, SortedMap<String, List<SdkPojo>>> resources() {
        SortedMap<String, SortedMap<String, List<SdkPojo>>> resources = new TreeMap<>();
        open.forEach((place, state) -> {
            SortedMap<String, List<SdkPojo>> lists = state.resources();
            if (!place.global() || !lists.isEmpty()) {
                listed(resources, place).putAll(lists);
            }
        });
        return resources;
    }

    /** What has come to exist, or has changed, since its region was opened. */
    SortedMap<String, SortedMap<String, List<SdkPojo>>> changes() {
        SortedMap<String, SortedMap<String, List<SdkPojo>>> changes = new TreeMap<>();
        open.forEach((place, state) -> {
            SortedMap<String, List<SdkPojo>> changed = state.resources();
            SortedMap<String, List<SdkPojo>> atStart = opening.apply(place).resources();
            changed.replaceAll((list, all) -> without(all, atStart.getOrDefault(list, List.of())));
            changed.values().removeIf(List::isEmpty);
            if (!changed.isEmpty()) {
                listed(changes, place).putAll(changed);
            }
        });
        return changes;
    }

    /** The tags, by region and ARN. */
    SortedMap<String, SortedMap<String, List<Tag>>> tags() {
        SortedMap<String, SortedMap<String, List<Tag>>> tags = new TreeMap<>();
        open.forEach((place, state) -> {
            SortedMap<String, List<Tag>> ofRegion = state.tags().all();
            if (!ofRegion.isEmpty()) {
                tags.put(place.region().id(), ofRegion);
            }
        });
        return tags;
    }

    private static SortedMap<String, List<SdkPojo>> listed(
            SortedMap<String, SortedMap<String, List<SdkPojo>>> lists, Place place) {
        return lists.computeIfAbsent(place.region().id(), id -> new TreeMap<>());
    }

    private static List<SdkPojo> without(List<SdkPojo> all, List<SdkPojo> others) {
        Set<SdkPojo> excluded = new HashSet<>(others);
        return all.stream().filter(each -> !excluded.contains(each)).toList();
    }
}
