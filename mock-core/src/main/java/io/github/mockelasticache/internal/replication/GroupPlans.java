package io.github.mockelasticache.internal.replication;

import io.github.mockelasticache.internal.engine.Table;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** The plans of the replication groups of a region, which lie beside the table of the groups. */
final class GroupPlans {

    private final Map<String, GroupPlan> byGroup = new HashMap<>();

    /** The plan of a group that exists. */
    GroupPlan of(String group) {
        return Objects.requireNonNull(byGroup.get(Table.key(group)), group);
    }

    void put(String group, GroupPlan plan) {
        byGroup.put(Table.key(group), plan);
    }

    GroupPlan change(String group, UnaryOperator<GroupPlan> change) {
        GroupPlan changed = change.apply(of(group));
        put(group, changed);
        return changed;
    }

    void remove(String group) {
        byGroup.remove(Table.key(group));
    }
}
