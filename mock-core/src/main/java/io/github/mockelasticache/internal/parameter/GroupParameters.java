package io.github.mockelasticache.internal.parameter;

import io.github.mockelasticache.internal.engine.ParameterGroups;
import io.github.mockelasticache.internal.engine.Table;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The parameters of the groups of one region: which family each has, and what in it is not the family's default. */
final class GroupParameters implements ParameterGroups {

    private static final String CLUSTER_ENABLED = "cluster-enabled";

    private static final String YES = "yes";

    private final Map<String, Values> byGroup = new HashMap<>();

    /**
     * The parameters of one group.
     *
     * @param family its family
     * @param clusterMode whether it is a default group with cluster mode on
     * @param changed what its owner has set
     */
    record Values(ParameterFamily family, boolean clusterMode, Map<String, String> changed) {

        /** The parameters of a new group. */
        static Values defaultsOf(ParameterFamily family) {
            return new Values(family, false, Map.of());
        }

        /** The present value of a parameter of the family. */
        @Nullable
        String of(CacheParameter parameter) {
            String set = changed.get(parameter.name());
            if (set != null) {
                return set;
            }
            return clusterMode && parameter.name().equals(CLUSTER_ENABLED) ? YES : parameter.value();
        }
    }

    void put(String groupName, Values values) {
        byGroup.put(Table.key(groupName), values);
    }

    void remove(String groupName) {
        byGroup.remove(Table.key(groupName));
    }

    /** The parameters of a group that exists. */
    Values of(String groupName) {
        Values values = find(groupName);
        if (values == null) {
            throw new IllegalStateException("The group " + groupName + " has no parameters.");
        }
        return values;
    }

    @Override
    public boolean clusterMode(String groupName) {
        return YES.equals(value(groupName, CLUSTER_ENABLED));
    }

    @Override
    public @Nullable String value(String groupName, String parameter) {
        Values values = find(groupName);
        CacheParameter found = values == null ? null : values.family().parameter(parameter);
        return values == null || found == null ? null : values.of(found);
    }

    @Override
    public boolean rebootNeeded(String from, String to) {
        Values before = of(from);
        Values after = of(to);
        return after.family().parameters().values().stream()
                .anyMatch(each -> each.requiresReboot() && !Objects.equals(before.of(each), after.of(each)));
    }

    private @Nullable Values find(String groupName) {
        return byGroup.get(Table.key(groupName));
    }
}
