package io.github.mockelasticache.internal.catalog;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The engine versions of the service: the table {@code engine-versions.tsv}, which names its sources.
 *
 * <p>The name of an engine is taken in any case, as the service takes it (aws-controllers-k8s/elasticache-controller, e2e tests).
 */
public final class EngineVersions {

    private static final Map<String, List<EngineVersion>> BY_ENGINE = read();

    private EngineVersions() {}

    /**
     * The versions of one engine.
     *
     * @param engine the engine
     * @return its versions, ascending; empty for a word that is no engine
     */
    public static List<EngineVersion> of(String engine) {
        return BY_ENGINE.getOrDefault(engine.toLowerCase(Locale.ROOT), List.of());
    }

    /**
     * The versions of every engine.
     *
     * @return the versions, ascending, engine by engine
     */
    public static List<EngineVersion> all() {
        return BY_ENGINE.values().stream().flatMap(List::stream).toList();
    }

    /**
     * Looks a version up.
     *
     * <p>{@code 6.x} is the newest minor version of redis 6 ("aws_elasticache_cluster", documentation of
     * hashicorp/terraform-provider-aws).
     *
     * @param engine the engine
     * @param version the version as requests name it
     * @return the version, or null if the service does not have it
     */
    public static @Nullable EngineVersion find(String engine, String version) {
        return of(engine).stream()
                .filter(each -> each.version().equals(version)
                        || (version.equals("6.x") && each.version().startsWith("6.")))
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    /**
     * The version that a cluster or a snapshot reports.
     *
     * @param engine the engine
     * @param patchedVersion the version with its patch level
     * @return the version
     * @throws IllegalArgumentException if it is none, as {@link #findPatch} tells
     */
    public static EngineVersion ofPatch(String engine, String patchedVersion) {
        EngineVersion found = findPatch(engine, patchedVersion);
        if (found == null) {
            throw new IllegalArgumentException(engine + " " + patchedVersion);
        }
        return found;
    }

    /**
     * Looks up the version that a cluster or a snapshot of any account reports. The patch of a version that requests name by two
     * numbers is the service's choice, and may be another one than the mock would choose.
     *
     * @param engine the engine
     * @param patchedVersion the version with its patch level
     * @return the version, or null if the service does not have it
     */
    public static @Nullable EngineVersion findPatch(String engine, String patchedVersion) {
        return of(engine).stream()
                .filter(each -> each.patchedVersion().equals(patchedVersion)
                        || (!each.version().equals(each.patchedVersion())
                                && patchedVersion.matches(Pattern.quote(each.version()) + "\\.[0-9]+")))
                .findFirst()
                .orElse(null);
    }

    /**
     * The version that a request gets which names none. That it is the newest one is not documented, but what clusters of the last
     * years show: 3.2 in 2016, 4.0 in 2018, 5.0 in 2019, 7.0 in 2022.
     *
     * @param engine an engine
     * @return its newest version
     */
    public static EngineVersion newest(String engine) {
        List<EngineVersion> versions = of(engine);
        return versions.get(versions.size() - 1);
    }

    /**
     * Whether a word names an engine.
     *
     * @param engine a word
     * @return true for {@code memcached}, {@code redis} and {@code valkey}
     */
    public static boolean isEngine(String engine) {
        return !of(engine).isEmpty();
    }

    private static Map<String, List<EngineVersion>> read() {
        return TabSeparated.beside(EngineVersions.class, "engine-versions.tsv").rows().stream()
                .map(row -> new EngineVersion(
                        row.get("engine"),
                        row.get("version"),
                        row.get("patched"),
                        row.get("family"),
                        row.get("description"),
                        row.get("engine") + " version " + row.get("patched")))
                .sorted(Comparator.comparing(EngineVersion::version, EngineVersion::compare))
                .collect(Collectors.groupingBy(EngineVersion::engine, TreeMap::new, Collectors.toUnmodifiableList()));
    }
}
