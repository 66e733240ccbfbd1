package io.github.mockelasticache.samples.provisioner;

import io.github.mockelasticache.samples.operations.Elapsed;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Function;

/**
 * What one run did, part by part.
 *
 * @param blueprint what the run was about
 * @param parts what became of each part, in the order in which the run turned to them
 * @param start when the run began
 * @param end when it was over
 * @param turnedBack when the run began to take back what it had created; empty if it did not
 */
public record Report(
        Blueprint blueprint, List<PartReport> parts, Instant start, Instant end, Optional<Instant> turnedBack) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    /**
     * What one run did.
     *
     * @param blueprint what the run was about
     * @param parts what became of each part
     * @param start when the run began
     * @param end when it was over
     * @param turnedBack when the run began to take back what it had created
     */
    public Report {
        parts = List.copyOf(parts);
    }

    /**
     * Whether every part is as the run was asked to make it.
     *
     * @return true if so
     */
    public boolean isSuccess() {
        return parts.stream().allMatch(part -> part.outcome().isSuccess());
    }

    /**
     * What became of one part.
     *
     * @param part which one
     * @return what became of it
     * @throws IllegalArgumentException if the run was not about that part
     */
    public PartReport of(Part part) {
        return parts.stream()
                .filter(each -> each.part() == part)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("This run was not about a " + part + "."));
    }

    /**
     * How long the run took.
     *
     * @return the time from its start to its end
     */
    public Duration took() {
        return Duration.between(start, end);
    }

    /** A table: a headline, and a line for each part. */
    @Override
    public String toString() {
        StringJoiner table = new StringJoiner(System.lineSeparator());
        table.add(blueprint.name() + (isSuccess() ? " is as asked for, " : " is not as asked for, ") + TIME.format(end)
                + " UTC, after " + new Elapsed(took())
                + turnedBack
                        .map(at -> ", turned back after " + new Elapsed(Duration.between(start, at)))
                        .orElse(""));
        int what = width(Report::what);
        int outcome = width(part -> part.outcome().toString());
        int took = width(Report::took);
        for (PartReport part : parts) {
            table.add(("  " + padded(what(part), what) + padded(part.outcome().toString(), outcome)
                            + padded(took(part), took) + part.detail())
                    .stripTrailing());
        }
        return table.toString();
    }

    private int width(Function<PartReport, String> column) {
        return parts.stream().map(column).mapToInt(String::length).max().orElse(0);
    }

    private static String what(PartReport part) {
        return part.part() + " " + part.name();
    }

    private static String took(PartReport part) {
        return new Elapsed(part.took()).toString();
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length() + 2);
    }
}
