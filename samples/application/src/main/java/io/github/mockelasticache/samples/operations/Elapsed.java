package io.github.mockelasticache.samples.operations;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A duration in the words of a report: {@code 1 min 15 s}.
 *
 * @param duration the duration; zero or more
 */
public record Elapsed(Duration duration) {

    /** The words: hours, minutes, seconds and milliseconds, without those that are zero. */
    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        add(parts, duration.toHours(), "h");
        add(parts, duration.toMinutesPart(), "min");
        add(parts, duration.toSecondsPart(), "s");
        add(parts, duration.toMillisPart(), "ms");
        return parts.isEmpty() ? "0 s" : String.join(" ", parts);
    }

    private static void add(List<String> parts, long count, String unit) {
        if (count != 0) {
            parts.add(count + " " + unit);
        }
    }
}
