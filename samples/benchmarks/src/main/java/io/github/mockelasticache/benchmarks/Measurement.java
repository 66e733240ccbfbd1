package io.github.mockelasticache.benchmarks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * One benchmark, whose iterations take turns between the sides that are compared.
 *
 * <p>So the sides are measured by turns of a fraction of a second in the same virtual machine: what else the machine does, how
 * fast its clock runs just now and how the SDK's code happens to be compiled is the same for all of them.
 *
 * @param benchmark the class of the benchmark
 * @param method its method
 * @param sides the sides, in the order of their turns
 * @param forks in how many virtual machines, one after the other
 * @param turns how often each side has its turn in each of them
 */
record Measurement(Class<?> benchmark, String method, List<? extends Enum<?>> sides, int forks, int turns) {

    private static final int WARM_UP_TURNS = 1;
    /** Else a busy machine leaves code uncompiled for seconds, and what is measured is its backlog. */
    private static final String COMPILE_AT_ONCE = "-Xbatch";

    private static final TimeValue TURN = TimeValue.milliseconds(60);

    /**
     * Measures.
     *
     * @return for each turn the nanoseconds of an invocation by side: the median, for on a shared machine the mean is one of what
     *     else ran
     */
    List<Map<Enum<?>, Double>> run() throws RunnerException {
        Options options = new OptionsBuilder()
                .include("^" + Pattern.quote(benchmark.getName() + "." + method) + "$")
                .forks(forks)
                .jvmArgsAppend(COMPILE_AT_ONCE)
                .warmupIterations(WARM_UP_TURNS * sides.size())
                .warmupTime(TURN)
                .measurementIterations(turns * sides.size())
                .measurementTime(TURN)
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .build();
        List<Map<Enum<?>, Double>> measured = new ArrayList<>();
        for (BenchmarkResult fork : new Runner(options).runSingle().getBenchmarkResults()) {
            Iterator<IterationResult> iterations = fork.getIterationResults().iterator();
            while (iterations.hasNext()) {
                measured.add(turn(iterations));
            }
        }
        return measured;
    }

    private Map<Enum<?>, Double> turn(Iterator<IterationResult> iterations) {
        Map<Enum<?>, Double> nanoseconds = new HashMap<>();
        for (Enum<?> side : sides) {
            Result<?> result = iterations.next().getPrimaryResult();
            nanoseconds.put(side, result.getStatistics().getPercentile(50));
        }
        return nanoseconds;
    }
}
