package io.github.mockelasticache.internal.catalog;

import java.time.LocalTime;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.regions.Region;

/**
 * What the catalog knows about a region: a row of the table {@code regions.tsv}, which names its sources.
 *
 * @param code the short code in endpoint names
 * @param zones the letters of the availability zones
 * @param maintenance when the eight hours begin from which maintenance windows are drawn, in UTC
 */
record RegionFacts(String code, String zones, LocalTime maintenance) {

    private static final Map<String, RegionFacts> BY_ID =
            TabSeparated.beside(RegionFacts.class, "regions.tsv").rows().stream()
                    .collect(Collectors.toUnmodifiableMap(row -> row.get("region"), RegionFacts::of));

    /** A region that only a newer SDK knows gets a code without hyphens, three zones, and the block of us-east-1. */
    static RegionFacts of(Region region) {
        RegionFacts known = BY_ID.get(region.id());
        return known == null ? new RegionFacts(region.id().replace("-", ""), "abc", LocalTime.of(3, 0)) : known;
    }

    private static RegionFacts of(TabSeparated.Row row) {
        return new RegionFacts(row.get("code"), row.get("zones"), LocalTime.parse(row.get("maintenance")));
    }
}
