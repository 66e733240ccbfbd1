package io.github.mockelasticache.time;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.StringJoiner;
import java.util.function.Function;

/**
 * An immutable list of transitions, in the order in which they happen, that prints as a table.
 *
 * <p>The order is by instant; transitions of the same instant keep the order in which they were scheduled.
 */
public final class Transitions extends AbstractList<Transition> implements RandomAccess {

    private final List<Transition> transitions;

    Transitions(List<Transition> transitions) {
        this.transitions = List.copyOf(transitions);
    }

    @Override
    public Transition get(int index) {
        return transitions.get(index);
    }

    @Override
    public int size() {
        return transitions.size();
    }

    /** A table with a line for each transition: instant, resource, aspect, statuses; {@code (none)} for the empty list. */
    @Override
    public String toString() {
        if (transitions.isEmpty()) {
            return "(none)";
        }
        int at = width(transition -> transition.at().toString());
        int resource = width(Transition::resource);
        int aspect = width(Transition::aspect);
        StringJoiner table = new StringJoiner(System.lineSeparator());
        for (Transition transition : transitions) {
            table.add(padded(transition.at().toString(), at)
                    + padded(transition.resource(), resource)
                    + (aspect == 0 ? "" : padded(transition.aspect(), aspect))
                    + transition.from()
                    + " -> "
                    + transition.to());
        }
        return table.toString();
    }

    private int width(Function<Transition, String> column) {
        return transitions.stream().map(column).mapToInt(String::length).max().orElse(0);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length() + 2);
    }
}
