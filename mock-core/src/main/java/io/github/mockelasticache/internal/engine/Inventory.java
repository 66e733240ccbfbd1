package io.github.mockelasticache.internal.engine;

import io.github.mockelasticache.time.Transitions;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.StringJoiner;
import software.amazon.awssdk.core.SdkPojo;

/**
 * Everything that exists in a mock at one moment.
 *
 * @param now the moment in virtual time
 * @param regions the resources by the id of their region, and by {@link ResourceType#listName} of their type; of each type in
 *     the order of their names. Types without resources are left out
 * @param pending what is still to happen
 */
public record Inventory(Instant now, SortedMap<String, SortedMap<String, List<SdkPojo>>> regions, Transitions pending) {

    /** A line for each region and type, and one for each resource; {@code (none)} if there are no resources. */
    @Override
    public String toString() {
        if (regions.isEmpty()) {
            return "(none)";
        }
        StringJoiner lines = new StringJoiner(System.lineSeparator());
        regions.forEach((region, lists) -> lists.forEach((list, resources) -> {
            lines.add(region + "  " + list);
            resources.forEach(resource -> lines.add("  " + resource));
        }));
        return lines.toString();
    }
}
