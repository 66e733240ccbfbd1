package io.github.mockelasticache.benchmarks;

import static io.github.mockelasticache.benchmarks.AnsweredBy.CANNED_XML;
import static io.github.mockelasticache.benchmarks.AnsweredBy.MOCK;
import static io.github.mockelasticache.benchmarks.AnsweredBy.PIPELINE_ALONE;

import io.github.mockelasticache.benchmarks.ClusterBenchmark.Among;
import io.github.mockelasticache.benchmarks.CreationBenchmark.Created;
import io.github.mockelasticache.benchmarks.PageBenchmark.Page;
import io.github.mockelasticache.benchmarks.TransitionBenchmark.Scheduled;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Measures what the mock costs, and prints it as ratios with their bounds.
 *
 * <p>A ratio over its bound is marked and fails nothing: timings on a shared machine are there to be read by a person.
 */
public final class RatioReport {

    private static final Measurement INGRESS =
            new Measurement(CallBenchmark.class, "ingress", List.of(AnsweredBy.values()), 3, 15);
    private static final Measurement DESCRIBE =
            new Measurement(CallBenchmark.class, "describe", List.of(AnsweredBy.values()), 3, 15);
    private static final Measurement CREATION =
            new Measurement(CreationBenchmark.class, "create", List.of(Created.values()), 2, 15);
    private static final Measurement PAGE = new Measurement(PageBenchmark.class, "page", List.of(Page.values()), 2, 15);
    private static final Measurement ADVANCE =
            new Measurement(TransitionBenchmark.class, "advance", List.of(Scheduled.values()), 2, 4);
    private static final Measurement DOORS =
            new Measurement(DoorBenchmark.class, "describe", List.of(Door.values()), 2, 15);
    private static final Measurement CLUSTER =
            new Measurement(ClusterBenchmark.class, "describe", List.of(Among.values()), 2, 15);

    private static final List<Ratio> RATIOS = List.of(
            new Ratio("(a) authorize, revoke: mock over SDK pipeline alone", INGRESS, MOCK, PIPELINE_ALONE, 2, 1.15),
            new Ratio("(a) describe: mock over SDK pipeline alone", DESCRIBE, MOCK, PIPELINE_ALONE, 1, 1.15),
            new Ratio("(b) authorize, revoke: mock over canned XML", INGRESS, MOCK, CANNED_XML, 2, 0.5),
            new Ratio("(b) describe: mock over canned XML", DESCRIBE, MOCK, CANNED_XML, 1, 0.5),
            new Ratio(
                    "(c) fresh mock with client over plain SDK client",
                    CREATION,
                    Created.MOCK_WITH_CLIENT,
                    Created.PLAIN_CLIENT,
                    1,
                    0.5),
            new Ratio(
                    "(d) first 100 of 100,000 groups over first 100 of 200",
                    PAGE,
                    Page.FIRST_OF_100_000,
                    Page.FIRST_OF_200,
                    1,
                    1.3),
            new Ratio(
                    "(d) middle 100 of 100,000 groups over middle 100 of 200",
                    PAGE,
                    Page.MIDDLE_OF_100_000,
                    Page.MIDDLE_OF_200,
                    1,
                    1.3),
            new Ratio(
                    "(e) a transition of 100,000 over one of 1,000",
                    ADVANCE,
                    Scheduled.BY_ONE_MOCK,
                    Scheduled.BY_100_MOCKS_1_000_EACH,
                    TransitionBenchmark.TRANSITIONS,
                    2),
            new Ratio(
                    "(f) describe: captured Apache client over served client", DOORS, Door.CAPTURED, Door.SERVED, 1, 8),
            new Ratio(
                    "(f) describe: captured Apache client over prepared bytes",
                    DOORS,
                    Door.CAPTURED,
                    Door.PREPARED_BYTES,
                    1,
                    1.5),
            new Ratio(
                    "(g) describe a cluster: among 10,000 over among 10",
                    CLUSTER,
                    Among.TEN_THOUSAND,
                    Among.TEN,
                    1,
                    1.3));

    private RatioReport() {}

    /**
     * Runs the benchmarks and prints the report on standard output.
     *
     * @param arguments the letters of the ratios that are wanted, for example {@code af}; all of them if there are none
     * @throws RunnerException if a benchmark fails; never because one is slow
     */
    public static void main(String[] arguments) throws RunnerException {
        long start = System.nanoTime();
        String letters = String.join("", arguments);
        List<Ratio> wanted = RATIOS.stream()
                .filter(ratio -> letters.isEmpty() || letters.indexOf(ratio.letter()) >= 0)
                .toList();
        Map<Measurement, List<Map<Enum<?>, Double>>> turns = new LinkedHashMap<>();
        for (Ratio ratio : wanted) {
            if (!turns.containsKey(ratio.measurement())) {
                System.out.println("measuring " + ratio.what().substring(4) + " ...");
                turns.put(ratio.measurement(), ratio.measurement().run());
            }
        }
        Duration took = Duration.ofNanos(System.nanoTime() - start);

        System.out.println();
        System.out.println(Ratio.header());
        for (Ratio ratio : wanted) {
            System.out.println(ratio.line(Objects.requireNonNull(turns.get(ratio.measurement()))));
        }
        System.out.println();
        if (letters.isEmpty()) {
            System.out.println(ClusterCost.line());
        }
        System.out.println("Medians, measured by turns in " + took.toSeconds() + " s on Java " + Runtime.version()
                + ", " + Runtime.getRuntime().availableProcessors() + " processors.");
    }
}
