package io.github.mockelasticache.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** The Mermaid texts here have been read by Mermaid 11 as what they say. */
class TimelineChartTest {

    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String GROUP = "arn:aws:elasticache:us-east-1:123456789012:securitygroup:default";
    private static final String CLUSTER = "arn:aws:elasticache:eu-west-1:123456789012:cluster:web";

    private final VirtualClock clock = VirtualClock.startingAt(START);

    @Test
    void a_mermaid_chart_has_a_section_for_each_resource_and_a_bar_for_each_status() {
        happenings();

        assertThat(clock.timeline().chart().toMermaid()).isEqualTo("""
                gantt
                    title ElastiCache until 2025-01-01T00.02.00.000
                    dateFormat YYYY-MM-DDTHH:mm:ss.SSS
                    axisFormat %m-%d %H:%M
                    section securitygroup default (us-east-1)
                    ingress web/987654321021 authorizing :done, 2025-01-01T00:00:00.000, 2025-01-01T00:01:00.000
                    ingress web/987654321021 authorized :milestone, done, 2025-01-01T00:01:00.000, 0ms
                    section cluster web (eu-west-1)
                    creating :active, 2025-01-01T00:01:00.000, 2025-01-01T00:06:00.000
                    available :milestone, active, 2025-01-01T00:06:00.000, 0ms
                    engine version 7.1 :milestone, active, 2025-01-03T00:00:00.000, 0ms
                """);
    }

    @Test
    void a_mermaid_chart_of_less_than_a_day_shows_seconds() {
        clock.timeline().after(MINUTE, CLUSTER, "", "creating", "available", () -> {});

        assertThat(clock.timeline().chart().toMermaid()).contains("    axisFormat %H:%M:%S\n");
    }

    @Test
    void a_mermaid_chart_is_one_whatever_the_names_are() {
        clock.timeline().after(MINUTE, "x:y;z", "#1, 50%", "a:b", "c\nd", () -> {});

        assertThat(clock.timeline().chart().toMermaid())
                .contains("    section x y z\n")
                .contains("    1 50 a b :active, 2025")
                .contains("    1 50 c d :milestone, active, 2025");
    }

    @Test
    void a_chart_of_nothing_is_an_empty_one() {
        assertThat(clock.timeline().chart()).hasToString("""
                gantt
                    title ElastiCache until 2025-01-01T00.00.00.000
                    dateFormat YYYY-MM-DDTHH:mm:ss.SSS
                    axisFormat %H:%M:%S
                """);
        assertThat(clock.timeline().chart().toHtml()).contains("<table>\n</table>");
    }

    @Test
    void an_html_page_has_a_row_for_each_transition_with_a_bar_in_its_place() throws Exception {
        happenings();

        String page = clock.timeline().chart().toHtml();

        Document html = parsed(page);
        assertThat(html.getElementsByTagName("th").item(0).getTextContent())
                .isEqualTo("securitygroup default (us-east-1)");
        assertThat(html.getElementsByTagName("tr").getLength()).isEqualTo(5);
        assertThat(html.getElementsByTagName("tr").item(1).getTextContent())
                .isEqualTo("ingress web/987654321021 authorizing → ingress web/987654321021 authorized"
                        + "2025-01-01T00:01:00Zhappened");
        Element creating = (Element) html.getElementsByTagName("div").item(1);
        assertThat(creating.getAttribute("class")).isEqualTo("bar under-way");
        assertThat(creating.getAttribute("style")).isEqualTo("margin-left:0.035%;width:0.174%");
        assertThat(page).contains("the clock stands at 2025-01-01T00:02:00Z");
    }

    @Test
    void an_html_page_shows_names_as_they_are_and_needs_nothing_else() throws Exception {
        clock.timeline().after(MINUTE, "<script>\"&", "", "<b>", "</table>", () -> {});

        String page = clock.timeline().chart().toHtml();

        assertThat(parsed(page).getElementsByTagName("th").item(0).getTextContent())
                .isEqualTo("<script>\"&");
        assertThat(page).doesNotContain("<script", "http", "src=", "href=");
    }

    /** An ingress that has settled, a cluster that is being created, and what is planned for its maintenance window. */
    private void happenings() {
        clock.timeline().after(MINUTE, GROUP, "ingress web/987654321021", "authorizing", "authorized", () -> {});
        clock.advance(MINUTE);
        clock.timeline().after(MINUTE.multipliedBy(5), CLUSTER, "", "creating", "available", () -> {});
        clock.timeline().plan(START.plus(Duration.ofDays(2)), CLUSTER, "engine version", "7.0", "7.1", () -> {});
        clock.advance(MINUTE);
    }

    /** The page is XML as well, save for what HTML leaves open. */
    private static Document parsed(String page) throws Exception {
        String xml = page.replace("<!DOCTYPE html>\n", "")
                .replace("<meta charset=\"utf-8\">", "")
                .replace("&rarr;", "→");
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }
}
