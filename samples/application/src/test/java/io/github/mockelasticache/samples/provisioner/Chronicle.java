package io.github.mockelasticache.samples.provisioner;

import io.github.mockelasticache.samples.operations.Elapsed;
import io.github.mockelasticache.time.Timeline;
import io.github.mockelasticache.time.Transition;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/**
 * Tells a chapter for each report: what the service did, indented, from the mock's time line, and what came of it for the
 * provisioner, from the report.
 */
final class Chronicle {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEEE HH:mm:ss", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final StringJoiner lines = new StringJoiner("\n");
    private final Timeline timeline;
    private int told;

    Chronicle(Timeline timeline) {
        this.timeline = timeline;
    }

    void chapter(String title, Report report) {
        List<Event> events = new ArrayList<>(changes());
        report.parts().stream()
                .filter(part -> part.outcome() != Outcome.UNCHANGED)
                .map(part -> new Event(part.start().plus(part.took()), words(part)))
                .forEach(events::add);
        events.sort(Comparator.comparing(Event::at));

        lines.add(DAY.format(report.start()) + ", " + title + ": "
                + (events.isEmpty() ? "nothing to do" : new Elapsed(report.took())));
        events.forEach(event -> lines.add("  " + TIME.format(event.at()) + "  " + event.what()));
        lines.add("");
    }

    void end(String line) {
        lines.add(line);
    }

    @Override
    public String toString() {
        return lines.toString();
    }

    /** What the service has done since the last chapter. When a group as a whole is ready, the report says. */
    private List<Event> changes() {
        List<Transition> history = timeline.history();
        List<Event> changes = history.subList(told, history.size()).stream()
                .filter(change -> !change.resource().contains(":replicationgroup:")
                        || change.aspect().startsWith("node group"))
                .map(change ->
                        new Event(change.at(), "  " + nameOf(change) + "  " + change.from() + " > " + change.to()))
                .toList();
        told = history.size();
        return changes;
    }

    /** {@code cluster store-001}, from its ARN, or the part of a resource that changes. */
    private static String nameOf(Transition change) {
        String[] arn = change.resource().split(":", -1);
        return change.aspect().isEmpty() ? arn[arn.length - 2] + " " + arn[arn.length - 1] : change.aspect();
    }

    private static String words(PartReport part) {
        return part.part() + " " + part.name() + " " + part.outcome()
                + (part.detail().isEmpty() ? "" : ": " + part.detail());
    }

    private record Event(Instant at, String what) {}
}
