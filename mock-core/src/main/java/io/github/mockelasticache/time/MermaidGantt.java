package io.github.mockelasticache.time;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** A chart in the syntax of Mermaid. */
final class MermaidGantt {

    /** To the millisecond, which is as exact as Mermaid is. */
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final Duration DAY = Duration.ofDays(1);

    private MermaidGantt() {}

    static String of(TimelineChart chart) {
        StringJoiner lines = new StringJoiner("\n", "", "\n");
        lines.add("gantt");
        lines.add("    title "
                + plain("ElastiCache until " + DATE.format(chart.now()).replace(':', '.')));
        lines.add("    dateFormat YYYY-MM-DDTHH:mm:ss.SSS");
        boolean days = Duration.between(chart.start(), chart.end()).compareTo(DAY) > 0;
        lines.add("    axisFormat " + (days ? "%m-%d %H:%M" : "%H:%M:%S"));
        chart.byResource().forEach((resource, spans) -> {
            lines.add("    section " + plain(resource));
            spans.forEach(span -> bars(span).forEach(bar -> lines.add("    " + bar)));
        });
        return lines.toString();
    }

    /** A bar for the time before a transition, unless it is one that nobody waits for, and a milestone at its end. */
    private static List<String> bars(Span span) {
        String state = span.state() == Span.State.HAPPENED ? "done" : "active";
        String milestone = plain(span.after()) + " :milestone, " + state + ", " + DATE.format(span.at()) + ", 0ms";
        return span.state() == Span.State.PLANNED
                ? List.of(milestone)
                : List.of(
                        plain(span.before()) + " :" + state + ", " + date(span.since()) + ", " + date(span.at()),
                        milestone);
    }

    private static String date(Instant instant) {
        return DATE.format(instant);
    }

    /** Without the characters that end a name in Mermaid, or begin a comment. */
    private static String plain(String text) {
        return text.replaceAll("[:;#,%\\s]+", " ").strip();
    }
}
