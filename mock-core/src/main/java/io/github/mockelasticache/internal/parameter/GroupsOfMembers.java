package io.github.mockelasticache.internal.parameter;

import static io.github.mockelasticache.internal.engine.ResourceTypes.CACHE_PARAMETER_GROUP;

import io.github.mockelasticache.internal.engine.GlobalParameterGroups;
import io.github.mockelasticache.internal.engine.RegionState;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * The parameter groups of the members of global replication groups, named {@code global-datastore-<replication group>-<letters>}
 * (hashicorp/terraform-provider-aws#24558).
 *
 * @param region their region
 */
record GroupsOfMembers(RegionState region) implements GlobalParameterGroups {

    private static final int LETTERS = 6;
    private static final int ALPHABET = 26;

    @Override
    public String add(String member, RegionState from, String like) {
        String name = name(member);
        CacheParameterGroups.put(
                region,
                name,
                "Parameter group of " + member + " in a global datastore",
                from.ask(GroupParameters.class).of(like));
        region.emit(CACHE_PARAMETER_GROUP, name, "Cache parameter group created");
        mark(name, true);
        return name;
    }

    @Override
    public void mark(String name, boolean global) {
        if (region.table(CACHE_PARAMETER_GROUP).find(name) != null) {
            region.table(CACHE_PARAMETER_GROUP)
                    .change(name, group -> group.toBuilder().isGlobal(global).build());
        }
    }

    /** One that is free: groups of earlier memberships may be left. */
    private String name(String member) {
        String name;
        int attempt = 0;
        do {
            name = "global-datastore-" + member + "-" + letters(member + attempt++);
        } while (region.table(CACHE_PARAMETER_GROUP).find(name) != null);
        return name;
    }

    private String letters(String text) {
        CRC32 checksum = new CRC32();
        checksum.update((region.settings().seed() + region.arnPrefix() + text).getBytes(StandardCharsets.UTF_8));
        long rest = checksum.getValue();
        StringBuilder letters = new StringBuilder();
        for (int letter = 0; letter < LETTERS; letter++) {
            letters.append((char) ('a' + rest % ALPHABET));
            rest /= ALPHABET;
        }
        return letters.toString();
    }
}
