package io.github.mockelasticache.internal.engine;

import io.github.mockelasticache.journal.Journal;
import io.github.mockelasticache.journal.RecordedCall;
import java.util.ArrayList;
import java.util.List;

/**
 * What was done to a mock beside calls, which are in its journal, and in which order with them.
 *
 * <p>Calls are not noted a second time: that would cost every call time and memory.
 */
final class Deeds {

    private final List<Noted> noted = new ArrayList<>();

    private record Noted(long afterCall, Deed deed) {}

    void note(long afterCall, Deed deed) {
        noted.add(new Noted(afterCall, deed));
    }

    void forget() {
        noted.clear();
    }

    /** All that was done, calls that only read left out. */
    List<Deed> with(Journal journal) {
        List<Deed> all = new ArrayList<>();
        int next = 0;
        for (RecordedCall call : journal) {
            while (next < noted.size() && noted.get(next).afterCall() < call.number()) {
                all.add(noted.get(next++).deed());
            }
            if (call.answer().isPresent() && changesSomething(call.operation())) {
                all.add(new Deed.Called(call.at(), call.region(), call.request()));
            }
        }
        noted.subList(next, noted.size()).forEach(each -> all.add(each.deed()));
        return all;
    }

    private static boolean changesSomething(String operation) {
        return !operation.startsWith("Describe") && !operation.startsWith("List");
    }
}
