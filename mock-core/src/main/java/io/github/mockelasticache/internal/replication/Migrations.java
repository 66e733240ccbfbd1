package io.github.mockelasticache.internal.replication;

import java.util.HashSet;
import java.util.Set;

/** The replication groups of a region that data is being migrated to, from the start until the end of the completion. */
final class Migrations {

    private final Set<String> groups = new HashSet<>();

    void start(String group) {
        groups.add(group);
    }

    boolean isUnderWay(String group) {
        return groups.contains(group);
    }

    void end(String group) {
        groups.remove(group);
    }
}
