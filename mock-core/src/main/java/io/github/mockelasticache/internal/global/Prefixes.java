package io.github.mockelasticache.internal.global;

import io.github.mockelasticache.internal.catalog.TabSeparated;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import software.amazon.awssdk.regions.Region;

/** What the ids of global replication groups begin with: five letters for each region, of the table {@code prefixes.tsv}. */
final class Prefixes {

    private static final int LETTERS = 5;
    private static final int ALPHABET = 26;
    private static final Map<String, String> PUBLISHED =
            TabSeparated.beside(Prefixes.class, "prefixes.tsv").rows().stream()
                    .collect(Collectors.toUnmodifiableMap(row -> row.get("region"), row -> row.get("prefix")));

    private Prefixes() {}

    /** The prefix of a region; letters that follow from its name if none is published. */
    static String of(Region region) {
        String published = PUBLISHED.get(region.id());
        return published == null ? madeUp(region) : published;
    }

    private static String madeUp(Region region) {
        CRC32 checksum = new CRC32();
        checksum.update(region.id().getBytes(StandardCharsets.UTF_8));
        long rest = checksum.getValue();
        StringBuilder letters = new StringBuilder();
        for (int letter = 0; letter < LETTERS; letter++) {
            letters.append((char) ('a' + rest % ALPHABET));
            rest /= ALPHABET;
        }
        return letters.toString();
    }
}
