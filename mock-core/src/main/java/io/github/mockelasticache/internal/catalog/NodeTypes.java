package io.github.mockelasticache.internal.catalog;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The node types of the service: the table {@code node-types.tsv}, which names its sources. */
public final class NodeTypes {

    private static final String NONE = "-";
    private static final SortedMap<String, NodeType> BY_NAME = read();

    private NodeTypes() {}

    /**
     * Looks a node type up.
     *
     * @param name for example {@code cache.m5.large}, exactly
     * @return the type, or null if the service does not have it
     */
    public static @Nullable NodeType find(@Nullable String name) {
        return name == null ? null : BY_NAME.get(name);
    }

    /**
     * Every node type.
     *
     * @return the types, in the order of their names
     */
    public static List<NodeType> all() {
        return List.copyOf(BY_NAME.values());
    }

    private static SortedMap<String, NodeType> read() {
        SortedMap<String, NodeType> types = new TreeMap<>();
        for (TabSeparated.Row row :
                TabSeparated.beside(NodeTypes.class, "node-types.tsv").rows()) {
            types.put(row.get("name"), type(row));
        }
        return Collections.unmodifiableSortedMap(types);
    }

    private static NodeType type(TabSeparated.Row row) {
        Map<String, String> firstVersions = new HashMap<>();
        for (String engine : List.of("memcached", "redis", "valkey")) {
            if (!row.get(engine).equals(NONE)) {
                firstVersions.put(engine, row.get(engine));
            }
        }
        return new NodeType(
                row.get("name"),
                row.get("generation").equals("current"),
                Long.parseLong(row.get("maxmemory")),
                Long.parseLong(row.get("replica-output-buffer-limit")),
                number(row.get("max_cache_memory")),
                number(row.get("num_threads")),
                Map.copyOf(firstVersions));
    }

    private static @Nullable Integer number(String text) {
        return text.equals(NONE) ? null : Integer.valueOf(text);
    }
}
