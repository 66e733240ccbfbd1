package io.github.mockelasticache.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** A chart as a page of HTML. */
final class HtmlPage {

    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <title>ElastiCache time line</title>
            <style>
            body { font: 14px/1.4 sans-serif; margin: 2em; color: #222; }
            table { border-collapse: collapse; width: 100%; }
            th { text-align: left; padding: 1em 0.5em 0.2em; }
            td { padding: 0.15em 0.5em; white-space: nowrap; }
            td.time { width: 60%; background: #f4f4f4; }
            div.bar { height: 1em; min-width: 2px; border-right: 3px solid #222; box-sizing: border-box; }
            div.happened { background: #6a9bc3; }
            div.under-way { background: #e3b34c; }
            div.planned { border-right-style: dotted; }
            </style>
            </head>
            <body>
            """;

    private final StringBuilder html = new StringBuilder(HEAD);
    private final Instant start;
    private final double length;

    private HtmlPage(TimelineChart chart) {
        this.start = chart.start();
        this.length = seconds(start, chart.end());
    }

    static String of(TimelineChart chart) {
        HtmlPage page = new HtmlPage(chart);
        page.line("<h1>ElastiCache time line</h1>");
        page.line("<p>From " + chart.start() + " to " + chart.end() + "; the clock stands at " + chart.now() + ".</p>");
        page.line("<table>");
        chart.byResource().forEach((resource, spans) -> {
            page.line("<tr><th colspan=\"4\">" + escaped(resource) + "</th></tr>");
            spans.forEach(page::row);
        });
        page.line("</table>");
        page.line("</body>");
        page.line("</html>");
        return page.html.toString();
    }

    private void row(Span span) {
        String state = span.state().name().toLowerCase(Locale.ROOT).replace('_', '-');
        line("<tr><td>" + escaped(span.before()) + " &rarr; " + escaped(span.after()) + "</td><td>" + span.at()
                + "</td><td>"
                + state.replace('-', ' ') + "</td><td class=\"time\"><div class=\"bar " + state
                + "\" style=\"margin-left:"
                + percent(span.since()) + "%;width:" + percentBetween(span.since(), span.at())
                + "%\"></div></td></tr>");
    }

    private String percent(Instant instant) {
        return percentBetween(start, instant);
    }

    private String percentBetween(Instant from, Instant to) {
        return String.format(Locale.ROOT, "%.3f", length == 0 ? 0 : 100 * seconds(from, to) / length);
    }

    private static double seconds(Instant from, Instant to) {
        Duration between = Duration.between(from, to);
        return between.getSeconds() + between.getNano() / 1e9;
    }

    private void line(String text) {
        html.append(text).append('\n');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
