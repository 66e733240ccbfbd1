package io.github.mockelasticache.time;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What happened when, and what is still to happen, for people who would rather look than read: a section for each resource,
 * with a bar for the time that it was in a status and a mark where the next one began.
 */
public final class TimelineChart {

    private static final String ARN = "arn:";
    private static final int ARN_PARTS = 7;

    private final Instant now;
    private final Map<String, List<Span>> byResource = new LinkedHashMap<>();

    TimelineChart(Instant now, List<Span> spans) {
        this.now = now;
        spans.stream()
                .sorted(Comparator.comparing(Span::since))
                .forEach(span -> byResource
                        .computeIfAbsent(name(span.transition().resource()), resource -> new ArrayList<>())
                        .add(span));
    }

    /**
     * The chart as a Gantt diagram of Mermaid, which many tools that show Markdown draw.
     *
     * @return the text of the diagram; the same time line gives the same text
     * @see <a href="https://mermaid.js.org/syntax/gantt.html">Mermaid, Gantt diagrams</a>
     */
    public String toMermaid() {
        return MermaidGantt.of(this);
    }

    /**
     * The chart as a page of its own, which needs neither a network nor a script.
     *
     * @return the page; the same time line gives the same page
     */
    public String toHtml() {
        return HtmlPage.of(this);
    }

    /** The chart as a Mermaid diagram. */
    @Override
    public String toString() {
        return toMermaid();
    }

    Instant now() {
        return now;
    }

    /** By the resource's type, name and region, in the order in which they first changed. */
    Map<String, List<Span>> byResource() {
        return byResource;
    }

    Instant start() {
        return spans().map(Span::since).min(Comparator.naturalOrder()).orElse(now);
    }

    Instant end() {
        Instant last = spans().map(Span::at).max(Comparator.naturalOrder()).orElse(now);
        return last.isAfter(now) ? last : now;
    }

    private Stream<Span> spans() {
        return byResource.values().stream().flatMap(List::stream);
    }

    /** From {@code arn:aws:elasticache:us-east-1:123456789012:cluster:web} to {@code cluster web (us-east-1)}. */
    private static String name(String resource) {
        String[] parts = resource.split(":", ARN_PARTS);
        return resource.startsWith(ARN) && parts.length == ARN_PARTS
                ? parts[5] + " " + parts[6] + " (" + parts[3] + ")"
                : resource;
    }
}
