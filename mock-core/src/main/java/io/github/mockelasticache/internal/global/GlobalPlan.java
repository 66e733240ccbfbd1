package io.github.mockelasticache.internal.global;

import java.util.HashSet;
import java.util.Set;

/**
 * What a global replication group's SDK object does not tell.
 *
 * @param underWay what is under way with it; its status is {@code modifying} meanwhile
 * @param awaited the members that have to settle before the modification that is under way ends
 * @param lastNodeGroup the highest number that a node group has had since the group exists: numbers are not used again
 */
record GlobalPlan(Set<String> underWay, Set<Member> awaited, int lastNodeGroup) {

    GlobalPlan {
        underWay = Set.copyOf(underWay);
        awaited = Set.copyOf(awaited);
    }

    static GlobalPlan of(int lastNodeGroup) {
        return new GlobalPlan(Set.of(), Set.of(), lastNodeGroup);
    }

    GlobalPlan begun(String what) {
        Set<String> changed = new HashSet<>(underWay);
        changed.add(what);
        return new GlobalPlan(changed, awaited, lastNodeGroup);
    }

    GlobalPlan ended(String what) {
        Set<String> changed = new HashSet<>(underWay);
        changed.remove(what);
        return new GlobalPlan(changed, awaited, lastNodeGroup);
    }

    GlobalPlan awaiting(Set<Member> members) {
        return new GlobalPlan(underWay, members, lastNodeGroup);
    }

    GlobalPlan settled(Member member) {
        Set<Member> changed = new HashSet<>(awaited);
        changed.remove(member);
        return awaiting(changed);
    }

    GlobalPlan withLastNodeGroup(int number) {
        return new GlobalPlan(underWay, awaited, Math.max(lastNodeGroup, number));
    }
}
