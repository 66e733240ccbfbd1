package io.github.mockelasticache.internal.global;

import io.github.mockelasticache.internal.engine.Table;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** The plans of all global replication groups, which lie beside their table. */
final class GlobalPlans {

    private final Map<String, GlobalPlan> byGroup = new HashMap<>();

    /** The plan of a group that exists. */
    GlobalPlan of(String group) {
        return Objects.requireNonNull(byGroup.get(Table.key(group)), group);
    }

    void put(String group, GlobalPlan plan) {
        byGroup.put(Table.key(group), plan);
    }

    GlobalPlan change(String group, UnaryOperator<GlobalPlan> change) {
        GlobalPlan changed = change.apply(of(group));
        put(group, changed);
        return changed;
    }

    void remove(String group) {
        byGroup.remove(Table.key(group));
    }
}
