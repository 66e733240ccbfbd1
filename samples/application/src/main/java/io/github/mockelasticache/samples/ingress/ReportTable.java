package io.github.mockelasticache.samples.ingress;

import io.github.mockelasticache.samples.operations.Elapsed;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A report as a table: a headline, and a line for each tier. */
record ReportTable(IngressReport report) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    @Override
    public String toString() {
        StringJoiner table = new StringJoiner(System.lineSeparator()).add(headline());
        int tier = width(entry -> entry.tier().toString());
        int outcome = width(entry -> entry.outcome().toString());
        int took = width(ReportTable::took);
        for (TierReport entry : report.tiers()) {
            String line = padded(entry.tier().toString(), tier)
                    + padded(entry.outcome().toString(), outcome)
                    + padded(took(entry), took)
                    + String.join("  ", details(entry));
            table.add("  " + line);
        }
        return table.toString();
    }

    private String headline() {
        long successes = report.tiers().stream()
                .filter(entry -> entry.outcome().isSuccess())
                .count();
        return String.format(
                Locale.ROOT,
                "%s: %s is %s for %d of %d tiers, %s UTC, after %s%s",
                report.deployment().name(),
                report.deployment().cacheSecurityGroup(),
                report.goal(),
                successes,
                report.tiers().size(),
                TIME.format(report.end()),
                new Elapsed(report.took()),
                report.turnedBack().map(this::turnedBack).orElse(""));
    }

    private String turnedBack(Instant at) {
        return ", turned back after " + new Elapsed(Duration.between(report.start(), at));
    }

    private int width(Function<TierReport, String> column) {
        return report.tiers().stream()
                .map(column)
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    private static String took(TierReport entry) {
        return new Elapsed(entry.took()).toString();
    }

    /** The path, and the reason in brackets; neither where there is none. */
    private static List<String> details(TierReport entry) {
        List<String> details = new ArrayList<>();
        if (!entry.path().isEmpty()) {
            details.add(entry.path().stream().map(Sighting::status).collect(Collectors.joining(" > ")));
        }
        if (!entry.reason().isEmpty()) {
            details.add("(" + entry.reason() + ")");
        }
        return details;
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length() + 2);
    }
}
