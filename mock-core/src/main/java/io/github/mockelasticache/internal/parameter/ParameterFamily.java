package io.github.mockelasticache.internal.parameter;

import io.github.mockelasticache.internal.catalog.EngineVersion;
import io.github.mockelasticache.internal.catalog.EngineVersions;
import io.github.mockelasticache.internal.catalog.NodeType;
import io.github.mockelasticache.internal.catalog.NodeTypes;
import io.github.mockelasticache.internal.catalog.TabSeparated;
import io.github.mockelasticache.internal.parameter.CacheParameter.Modifiable;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticache.model.ChangeType;

/**
 * A cache parameter group family: the tables {@code families.tsv} and {@code parameters.tsv}, which name their sources and what in
 * them is not evidenced.
 *
 * @param name for example {@code redis7}
 * @param clusterMode whether it has a default group with cluster mode on
 * @param parameters its parameters in the order in which the service lists them
 * @param nodeTypes the node types on which they have values of their own, in the order of their names
 */
record ParameterFamily(
        String name, boolean clusterMode, NavigableMap<String, CacheParameter> parameters, List<NodeType> nodeTypes) {

    private static final String NONE = "none";
    private static final Map<String, ParameterFamily> BY_NAME = read();

    /** The family of a name, or null if there is none. */
    static @Nullable ParameterFamily find(String name) {
        return BY_NAME.get(name);
    }

    /** Every family. */
    static Collection<ParameterFamily> all() {
        return BY_NAME.values();
    }

    /** A parameter of the family, or null if it has none of that name. */
    @Nullable
    CacheParameter parameter(String parameterName) {
        CacheParameter found = parameters.get(order(parameterName));
        return found != null && found.name().equals(parameterName) ? found : null;
    }

    /** This family with a parameter as it is told of, in place of its own one of that name. */
    ParameterFamily with(CacheParameter told) {
        NavigableMap<String, CacheParameter> changed = new TreeMap<>(parameters);
        changed.put(order(told.name()), told);
        return new ParameterFamily(name, clusterMode, Collections.unmodifiableNavigableMap(changed), nodeTypes);
    }

    /** Hyphens do not count: recorded answers list activedefrag before active-defrag-cycle-max. */
    private static String order(String parameterName) {
        return parameterName.replace("-", "");
    }

    private static Map<String, ParameterFamily> read() {
        List<TabSeparated.Row> rows =
                TabSeparated.beside(ParameterFamily.class, "parameters.tsv").rows();
        Map<String, ParameterFamily> families = new LinkedHashMap<>();
        for (TabSeparated.Row row :
                TabSeparated.beside(ParameterFamily.class, "families.tsv").rows()) {
            ParameterFamily parent = families.get(row.get("parent"));
            families.put(row.get("family"), family(row, parent, rows));
        }
        return Collections.unmodifiableMap(families);
    }

    private static ParameterFamily family(
            TabSeparated.Row family, @Nullable ParameterFamily parent, List<TabSeparated.Row> rows) {
        String name = family.get("family");
        String minimum = family.get("minimum");
        NavigableMap<String, CacheParameter> parameters = new TreeMap<>();
        if (parent != null) {
            parent.parameters().forEach((key, inherited) -> parameters.put(key, since(minimum, inherited)));
        }
        for (TabSeparated.Row row : rows) {
            if (row.get("family").equals(name)) {
                String key = order(row.get("parameter"));
                if (row.get("entry").equals("drop")) {
                    parameters.remove(key);
                } else {
                    parameters.put(key, parameter(row, minimum));
                }
            }
        }
        boolean currentOnly = family.get("node-types").equals("current");
        EngineVersion newest = EngineVersions.of(family.get("engine")).stream()
                .filter(version -> version.parameterFamily().equals(name))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new IllegalStateException("No engine version has the family " + name + "."));
        return new ParameterFamily(
                name,
                family.get("cluster-mode").equals("yes"),
                Collections.unmodifiableNavigableMap(parameters),
                NodeTypes.all().stream()
                        .filter(type -> type.supports(newest) && (type.currentGeneration() || !currentOnly))
                        .toList());
    }

    private static CacheParameter since(String minimum, CacheParameter inherited) {
        return new CacheParameter(
                inherited.name(),
                inherited.value(),
                inherited.nodeTypeColumn(),
                inherited.dataType(),
                inherited.allowedValues(),
                inherited.modifiable(),
                inherited.changeType(),
                minimum,
                inherited.description());
    }

    private static CacheParameter parameter(TabSeparated.Row row, String minimum) {
        String value = row.get("value");
        boolean dependsOnNodeType = value.startsWith("@");
        String since = row.get("since");
        return new CacheParameter(
                row.get("parameter"),
                dependsOnNodeType ? null : unlessNone(value),
                dependsOnNodeType ? value.substring(1) : null,
                row.get("type"),
                new AllowedValues(unlessNone(row.get("allowed"))),
                Modifiable.valueOf(row.get("modifiable").toUpperCase(Locale.ROOT)),
                ChangeType.fromValue(row.get("change")),
                since.isEmpty() ? minimum : since,
                row.get("description"));
    }

    private static @Nullable String unlessNone(String text) {
        return text.equals(NONE) ? null : text;
    }
}
