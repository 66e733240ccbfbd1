package io.github.mockelasticache.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/**
 * What is compared with what.
 *
 * @param what the title of the line in the report
 * @param measurement where both sides are measured
 * @param numerator the side that it is about
 * @param denominator the side that it is measured against
 * @param operations how many of what is reported one invocation does, on either side
 * @param bound the largest ratio that is good enough
 */
record Ratio(
        String what, Measurement measurement, Enum<?> numerator, Enum<?> denominator, int operations, double bound) {

    private static final double NANOS_PER_MICRO = 1_000;

    static String header() {
        return String.format("%-58s %9s %9s   %-20s  %s", "", "µs", "over µs", "ratio (quartiles)", "bound");
    }

    /** What the ratio is called in short: the letter at the beginning of its title. */
    char letter() {
        return what.charAt(1);
    }

    /** The line of the report: the times, the median of the ratios of all turns, its quartiles, the bound, and the verdict. */
    String line(List<Map<Enum<?>, Double>> turns) {
        ToDoubleFunction<Map<Enum<?>, Double>> above = turn -> micros(numerator, turn);
        ToDoubleFunction<Map<Enum<?>, Double>> below = turn -> micros(denominator, turn);
        ToDoubleFunction<Map<Enum<?>, Double>> ratio = turn -> above.applyAsDouble(turn) / below.applyAsDouble(turn);
        return String.format(
                Locale.ROOT,
                "%-58s %9.2f %9.2f   %4.2f (%4.2f to %4.2f)   %4.2f  %s",
                what,
                quantile(0.5, turns, above),
                quantile(0.5, turns, below),
                quantile(0.5, turns, ratio),
                quantile(0.25, turns, ratio),
                quantile(0.75, turns, ratio),
                bound,
                quantile(0.5, turns, ratio) <= bound ? "ok" : "over");
    }

    private double micros(Enum<?> side, Map<Enum<?>, Double> nanoseconds) {
        return Objects.requireNonNull(nanoseconds.get(side)) / operations / NANOS_PER_MICRO;
    }

    private static double quantile(
            double share, List<Map<Enum<?>, Double>> turns, ToDoubleFunction<Map<Enum<?>, Double>> figure) {
        double[] sorted = turns.stream().mapToDouble(figure).sorted().toArray();
        return sorted[(int) Math.round(share * (sorted.length - 1))];
    }
}
