package io.github.mockelasticache.samples.ingress;

import io.github.mockelasticache.samples.operations.Elapsed;
import io.github.mockelasticache.time.Timeline;
import io.github.mockelasticache.time.Transition;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/**
 * Tells a chapter for each report: what the gate asked for, from the report, and what the service made of it, from the mock's
 * time line.
 */
final class Story {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);

    /** The statuses that begin with a request; the time line tells the others. */
    private static final Set<String> REQUESTED = Set.of("authorizing", "revoking");

    private final StringJoiner lines = new StringJoiner("\n");
    private final Timeline timeline;
    private int told;

    Story(Timeline timeline) {
        this.timeline = timeline;
    }

    void chapter(String title, IngressReport report) {
        List<Event> events = new ArrayList<>(transitions(report.deployment()));
        report.turnedBack()
                .ifPresent(at -> events.add(new Event(at, report.deployment().name(), "turns back")));
        events.addAll(requests(report));
        events.sort(Comparator.comparing(Event::at));

        lines.add(title + ": " + summary(report));
        int width =
                events.stream().mapToInt(event -> event.who().length()).max().orElse(0);
        for (Event event : events) {
            lines.add("  " + TIME.format(event.at()) + "  " + event.who()
                    + " ".repeat(width - event.who().length() + 2) + event.what());
        }
        lines.add("");
    }

    void end(String line) {
        lines.add(line);
    }

    @Override
    public String toString() {
        return lines.toString();
    }

    /** What the service has done for a deployment since the last chapter. */
    private List<Event> transitions(Deployment deployment) {
        List<Transition> history = timeline.history();
        List<Event> events = history.subList(told, history.size()).stream()
                .flatMap(change -> deployment.tiers().stream()
                        .filter(tier ->
                                change.aspect().equals("ingress " + tier.ec2SecurityGroup() + "/" + tier.owner()))
                        .map(tier -> new Event(change.at(), tier.toString(), change.to())))
                .toList();
        told = history.size();
        return events;
    }

    private static List<Event> requests(IngressReport report) {
        return report.tiers().stream()
                .flatMap(entry -> entry.path().stream()
                        .filter(sighting -> REQUESTED.contains(sighting.status()))
                        .map(sighting -> new Event(sighting.at(), entry.tier().toString(), sighting.status())))
                .toList();
    }

    private static String summary(IngressReport report) {
        return report.tiers().stream()
                        .map(TierReport::outcome)
                        .distinct()
                        .map(outcome -> report.tiersThatAre(outcome).size() + " " + outcome)
                        .collect(Collectors.joining(", "))
                + " after " + new Elapsed(report.took());
    }

    private record Event(Instant at, String who, String what) {}
}
