package io.github.mockelasticache.internal.replication;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The part of the key space that a node group holds: hash slots 0 to 16383. Immutable. */
final class Slots {

    /** How many slots there are. */
    static final int ALL = 16_384;

    private static final Pattern RANGE = Pattern.compile("(\\d{1,5})-(\\d{1,5})");

    private final BitSet held;

    private Slots(BitSet held) {
        this.held = held;
    }

    /** No slots: what a node group has with cluster mode disabled, or before slots have been moved to it. */
    static Slots none() {
        return new Slots(new BitSet());
    }

    /** All slots, split evenly; the first ones get the remainder: recorded answers show 0-5461, 5462-10922, 10923-16383. */
    static List<Slots> split(int parts) {
        List<Slots> split = new ArrayList<>();
        int start = 0;
        for (int part = 0; part < parts; part++) {
            int end = start + share(part, parts);
            split.add(range(start, end));
            start = end;
        }
        return split;
    }

    /** The slots that a request writes as {@code 0-8191}, or as several such ranges with commas between; null for any other text. */
    static @Nullable Slots parse(String text) {
        BitSet held = new BitSet();
        for (String range : text.split(",", -1)) {
            Matcher form = RANGE.matcher(range.strip());
            if (!form.matches()) {
                return null;
            }
            int first = Integer.parseInt(form.group(1));
            int last = Integer.parseInt(form.group(2));
            if (first > last || last >= ALL || !held.get(first, last + 1).isEmpty()) {
                return null;
            }
            held.set(first, last + 1);
        }
        return new Slots(held);
    }

    /** Whether some parts are the whole key space, each slot once. */
    static boolean areComplete(List<Slots> parts) {
        BitSet union = new BitSet();
        int number = 0;
        for (Slots part : parts) {
            union.or(part.held);
            number += part.held.cardinality();
        }
        return number == ALL && union.cardinality() == ALL;
    }

    /** Whether some parts, one for each node group, are of the sizes that {@link #rebalanced} gives. */
    static boolean areBalanced(List<Slots> parts) {
        return parts.stream().mapToInt(Slots::size).max().orElse(0)
                        - parts.stream().mapToInt(Slots::size).min().orElse(0)
                <= 1;
    }

    /**
     * The slots of node groups after a resharding which leaves them balanced and moves no slot without need.
     *
     * @param before the slots of the node groups that stay; those of one that is new are none
     * @param freed the slots of the node groups that leave
     */
    static List<Slots> rebalanced(List<Slots> before, List<Slots> freed) {
        int parts = before.size();
        BitSet moving = new BitSet();
        freed.forEach(each -> moving.or(each.held));
        List<BitSet> after = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            BitSet kept = (BitSet) before.get(part).held.clone();
            while (kept.cardinality() > share(part, parts)) {
                int last = kept.length() - 1;
                kept.clear(last);
                moving.set(last);
            }
            after.add(kept);
        }
        for (int part = 0; part < parts; part++) {
            BitSet target = after.get(part);
            while (target.cardinality() < share(part, parts)) {
                int first = moving.nextSetBit(0);
                moving.clear(first);
                target.set(first);
            }
        }
        return after.stream().map(Slots::new).toList();
    }

    /** How many slots these are. */
    int size() {
        return held.cardinality();
    }

    /** In the service's form, for example {@code 0-5461}; several ranges have commas between them. */
    @Override
    public String toString() {
        List<String> ranges = new ArrayList<>();
        for (int first = held.nextSetBit(0); first >= 0; ) {
            int end = held.nextClearBit(first);
            ranges.add(first + "-" + (end - 1));
            first = held.nextSetBit(end);
        }
        return String.join(",", ranges);
    }

    private static Slots range(int first, int end) {
        BitSet held = new BitSet();
        held.set(first, end);
        return new Slots(held);
    }

    private static int share(int part, int parts) {
        return ALL / parts + (part < ALL % parts ? 1 : 0);
    }
}
