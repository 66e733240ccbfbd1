package io.github.mockelasticache.internal.snapshot;

import io.github.mockelasticache.internal.engine.Table;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The origins of the snapshots of a region, which lie beside their table. */
final class Origins {

    private final Map<String, Origin> bySnapshot = new HashMap<>();

    /** The origin of a snapshot that exists. */
    Origin of(String snapshot) {
        return Objects.requireNonNull(bySnapshot.get(Table.key(snapshot)), snapshot);
    }

    void put(String snapshot, Origin origin) {
        bySnapshot.put(Table.key(snapshot), origin);
    }

    void remove(String snapshot) {
        bySnapshot.remove(Table.key(snapshot));
    }
}
